// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of records to pick from: what each line says, the filter, and ticks that outlive it.
#include "app/mail/zone.h"
#include "app/model/changelistmodel.h"
#include "tests/support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>

using model::ChangeListModel;

namespace {

mail::ZoneRecord record(qint64 id, const QString &source, const QString &type,
                        const QString &target, int ttl = 3600)
{
    mail::ZoneRecord r;
    r.service = 7;
    r.zone = QStringLiteral("xn--bcher-kva.example");
    r.id = id;
    r.source = source;
    r.type = type;
    r.target = target;
    r.ttl = ttl;
    return r;
}

} // namespace

class ChangeListTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<ChangeListModel>(m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());

        const mail::ZoneRecord before = record(2, u"www"_qs, u"A"_qs, u"192.0.2.1"_qs);
        mail::ZoneRecord shorter = before;
        shorter.ttl = 300;
        mail::ZoneRecord moved = before;
        moved.source = u"web"_qs;
        moved.target = u"192.0.2.2"_qs;
        m_model->setLines({
            {mail::creation(record(0, {}, u"MX"_qs, u"10 mail.example.org"_qs, 600)), m_clock.now(),
             u"Ana"_qs, true, u"Line 12"_qs},
            {mail::difference(before, shorter), m_clock.now().addSecs(-7200), u"Ben"_qs, true, {}},
            {mail::difference(before, moved), {}, {}, true, {}},
            {mail::removal(record(3, u"_dmarc"_qs, u"TXT"_qs, u"v=DMARC1; p=none"_qs)),
             m_clock.now(), u"Ana"_qs, false, u"Restored since"_qs},
        });
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void saysWhatEachChangeDoes()
    {
        using Model = ChangeListModel;
        QCOMPARE(text(0, Model::What), u"Added"_qs);
        QCOMPARE(text(0, Model::Name), u"bücher.example"_qs);
        QCOMPARE(text(0, Model::Type), u"MX"_qs);
        QCOMPARE(text(0, Model::Before), QString());
        QCOMPARE(text(0, Model::After), u"10 mail.example.org · TTL 10 minute(s)"_qs);
        QCOMPARE(text(0, Model::By), u"Ana"_qs);
        QCOMPARE(at(0, Model::What).data(Qt::ToolTipRole).toString(), u"Line 12"_qs);

        QCOMPARE(text(1, Model::What), u"Changed"_qs);
        QCOMPARE(text(1, Model::Name), u"www.bücher.example"_qs);
        QCOMPARE(text(1, Model::Before), u"TTL 1 hour(s)"_qs); // only what differs
        QCOMPARE(text(1, Model::After), u"TTL 5 minute(s)"_qs);
        QVERIFY(text(1, Model::When).contains(u'2'));

        QCOMPARE(text(2, Model::Name), u"web.bücher.example"_qs);
        QCOMPARE(text(2, Model::Before), u"www.bücher.example 192.0.2.1"_qs);
        QCOMPARE(text(2, Model::After), u"192.0.2.2"_qs);

        QCOMPARE(text(3, Model::What), u"Deleted"_qs);
        QCOMPARE(text(3, Model::Before), u"v=DMARC1; p=none"_qs);
        QCOMPARE(text(3, Model::After), QString());
    }

    void filters()
    {
        m_model->setFilter(u"  BÜCHER www "_qs);
        QCOMPARE(m_model->rowCount(), 2);           // the name of now, and the one before
        m_model->setFilter(u"xn--bcher _dmarc"_qs); // as the wire has it
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(text(0, ChangeListModel::Name), u"_dmarc.bücher.example"_qs);
        m_model->setFilter(u"nothing like it"_qs);
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_model->total(), 4);
        QVERIFY(!m_model->line(0));
    }

    void ticksOutliveTheFilter()
    {
        m_model->tickAll();
        QCOMPARE(m_model->tickedCount(), 3); // what cannot be picked is not ticked
        QVERIFY(!m_model->isTicked(3));
        m_model->setFilter(u"mail.example.org"_qs);
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(m_model->setData(m_model->index(0, ChangeListModel::What), Qt::Unchecked,
                                 Qt::CheckStateRole));
        m_model->setFilter({});
        QVERIFY(!m_model->isTicked(0));
        QCOMPARE(m_model->tickedLines().size(), 2);
        QCOMPARE(m_model->tickedLines().first().by, u"Ben"_qs);

        m_model->setFilter(u"_dmarc"_qs);
        m_model->clearTicks(); // also of what is hidden
        QCOMPARE(m_model->tickedCount(), 0);
    }

    void olderOnesAreAppended()
    {
        m_model->tickRange(0, 1, true);
        m_model->append({{mail::removal(record(9, u"old"_qs, u"A"_qs, u"192.0.2.9"_qs)),
                          m_clock.now().addDays(-3),
                          u"Ana"_qs,
                          true,
                          {}}});
        QCOMPARE(m_model->rowCount(), 5);
        QCOMPARE(m_model->tickedCount(), 2);
        QCOMPARE(m_model->line(4)->change.object.key, u"9"_qs);
    }

private:
    QModelIndex at(int row, int column) const { return m_model->index(row, column); }
    QString text(int row, int column) const { return at(row, column).data().toString(); }

    FakeClock m_clock;
    std::unique_ptr<ChangeListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(ChangeListTest)
#include "changelisttest.moc"
