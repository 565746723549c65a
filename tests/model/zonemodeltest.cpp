// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a zone as a table: order, filter, ticks, what is pending, and size.
#include "app/model/zonemodel.h"
#include "tests/support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using model::ZoneModel;

namespace {

const store::Scope scope{QStringLiteral("a1"), 7};
const QString org = QStringLiteral("example.org");

mail::ZoneRecord record(qint64 id, const QString &source, const QString &type,
                        const QString &target, int ttl = 3600)
{
    mail::ZoneRecord r;
    r.service = 7;
    r.zone = org;
    r.id = id;
    r.source = source;
    r.type = type;
    r.target = target;
    r.ttl = ttl;
    r.updatedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + id, Qt::UTC);
    return r;
}

} // namespace

class ZoneModelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<store::Cache>(m_folder->filePath(u"cache.db"_qs));
        QVERIFY(m_cache->open());
        QVERIFY(
            m_cache->setRecords(scope, org,
                                {record(1, {}, u"SOA"_qs, u"ns1.example.net x 1 2 3 4 5"_qs),
                                 record(2, {}, u"TXT"_qs, u"v=spf1 mx -all"_qs, 300),
                                 record(3, {}, u"MX"_qs, u"10 mail.example.org"_qs),
                                 record(4, u"mail"_qs, u"A"_qs, u"192.0.2.25"_qs),
                                 record(5, u"imap.mail"_qs, u"CNAME"_qs, u"mail.example.org"_qs),
                                 record(6, u"_dmarc"_qs, u"TXT"_qs, u"v=DMARC1; p=none"_qs),
                                 record(7, u"www"_qs, u"A"_qs, u"192.0.2.80"_qs, 60)},
                                m_clock.now()));
        m_model = std::make_unique<ZoneModel>(*m_cache, m_clock);
        m_model->setZone(scope, org);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void whatBelongsTogetherStandsTogether()
    {
        // the zone itself, then names by their labels from the right, so that what lies below
        // mail stands below mail
        QCOMPARE(ids(), (QList<qint64>{1, 3, 2, 6, 4, 5, 7}));
        QVERIFY(at(1, ZoneModel::Name).data(model::RepeatsRole).toBool());
        QVERIFY(!at(3, ZoneModel::Name).data(model::RepeatsRole).toBool());
        QCOMPARE(at(5, ZoneModel::Name).data().toString(), u"imap.mail.example.org"_qs);
        QCOMPARE(at(0, ZoneModel::Name).data(model::IconRole).toString(), u"lock"_qs);
    }

    void sorts()
    {
        m_model->sort(ZoneModel::Ttl);
        QCOMPARE(ids().mid(0, 2), (QList<qint64>{7, 2}));
        m_model->sort(ZoneModel::Ttl, Qt::DescendingOrder);
        QCOMPARE(ids().last(), 7);
        m_model->sort(ZoneModel::Type);
        QCOMPARE(ids().first(), 4); // A
        m_model->sort(ZoneModel::Updated, Qt::DescendingOrder);
        QCOMPARE(ids(), (QList<qint64>{7, 6, 5, 4, 3, 2, 1}));
        m_model->sort(ZoneModel::Name, Qt::DescendingOrder);
        QCOMPARE(ids(), (QList<qint64>{7, 5, 4, 6, 1, 3, 2})); // within a name as ever
        const QPersistentModelIndex www = at(0, ZoneModel::Name);
        m_model->sort(ZoneModel::Name);
        QCOMPARE(www.row(), 6);
    }

    void filters()
    {
        m_model->setFilter(u"mail exa"_qs);
        QCOMPARE(ids(), (QList<qint64>{3, 4, 5}));
        QCOMPARE(at(0, ZoneModel::Name).data(model::MatchRole).toStringList(),
                 (QStringList{u"mail"_qs, u"exa"_qs}));
        m_model->setTypes({u"MX"_qs});
        QCOMPARE(ids(), QList<qint64>{3});
        m_model->setFilter({});
        m_model->setTypes({u"MX"_qs, u"TXT"_qs});
        QCOMPARE(ids(), (QList<qint64>{3, 2, 6}));
        QCOMPARE(m_model->typeCounts().value(u"TXT"_qs), 2); // of all, whatever is shown
        QCOMPARE(m_model->total(), 7);
        QCOMPARE(m_model->shown(), 3);
    }

    void ticksStayWithTheRecord()
    {
        m_model->tickRange(1, 2, true);
        QCOMPARE(m_model->tickedCount(), 2);
        m_model->setFilter(u"www"_qs);
        QCOMPARE(m_model->tickedCount(), 2);
        m_model->tickAll();
        QCOMPARE(m_model->tickedCount(), 3); // what is shown comes on top
        m_model->setFilter({});
        QList<qint64> ticked;
        for (const auto &r : m_model->tickedRecords())
            ticked.append(r.id);
        QCOMPARE(ticked, (QList<qint64>{3, 2, 7}));
        QVERIFY(m_cache->putRecords(scope, org, {}, {3}));
        QTRY_COMPARE(m_model->tickedCount(), 2);
        m_model->clearTicks();
        QCOMPARE(m_model->tickedCount(), 0);
    }

    void changesOfTheCacheMoveFewRows()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex www = at(6, ZoneModel::Name);
        QVERIFY(
            m_cache->putRecords(scope, org, {record(8, u"a"_qs, u"A"_qs, u"192.0.2.1"_qs)}, {5}));
        QTRY_COMPARE(ids(), (QList<qint64>{1, 3, 2, 6, 8, 4, 7}));
        QCOMPARE(www.data(model::RowRole).toLongLong(), 7);
        QCOMPARE(reset.size(), 0);
        QVERIFY(m_cache->putRecords(scope, org, {record(7, u"www"_qs, u"A"_qs, u"192.0.2.81"_qs)}));
        QTRY_COMPARE(at(6, ZoneModel::Value).data().toString(), u"192.0.2.81"_qs);
        QCOMPARE(reset.size(), 0);
    }

    void showsWhatWillBe()
    {
        mail::ZoneRecord www = *m_model->record(6);
        www.ttl = 3600;
        mail::ZoneRecord fresh = record(0, u"ftp"_qs, u"A"_qs, u"192.0.2.21"_qs);
        QList<mail::Change> pending{mail::difference(*m_model->record(6), www),
                                    mail::removal(*m_model->record(4)), mail::creation(fresh)};
        m_model->setPending([&] { return pending; });
        QCOMPARE(m_model->shown(), 8);
        const int row = m_model->rowOf(7);
        QCOMPARE(at(row, ZoneModel::Ttl).data().toString(), u"1 hour(s)"_qs);
        QVERIFY(at(row, ZoneModel::Ttl).data(model::PendingRole).toBool());
        QVERIFY(!at(row, ZoneModel::Value).data(model::PendingRole).toBool());
        QVERIFY(at(row, ZoneModel::Ttl).data(Qt::ToolTipRole).toString().startsWith(u"Was"));
        QCOMPARE(m_model->record(row)->ttl, 60); // what is compared is what is
        QVERIFY(at(m_model->rowOf(4), ZoneModel::Name)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(u"deleted"));
        const int made = m_model->rowOf(-1);
        QVERIFY(made >= 0);
        QCOMPARE(at(made, ZoneModel::Name).data().toString(), u"ftp.example.org"_qs);
        QVERIFY(!ZoneModel::isThere(*m_model->record(made)));
        pending.clear();
        m_model->pendingChanged();
        QTRY_COMPARE(m_model->shown(), 7);
    }

    void namesForPeople()
    {
        QVERIFY(m_cache->putRecords(scope, org,
                                    {record(9, u"xn--trger-hra"_qs, u"A"_qs, u"192.0.2.1"_qs)}));
        QTRY_VERIFY(m_model->rowOf(9) >= 0);
        QCOMPARE(at(m_model->rowOf(9), ZoneModel::Name).data().toString(),
                 u"träger.example.org"_qs);
        QCOMPARE(ids().last(), 7); // sorted as it is read: before www
        for (const QString &text : {u"träger"_qs, u"xn--trger"_qs}) { // found by either
            m_model->setFilter(text);
            QCOMPARE(ids(), QList<qint64>{9});
        }
    }

    void anotherZone()
    {
        m_model->tickAll();
        m_model->setZone(scope, u"example.net"_qs);
        QCOMPARE(m_model->shown(), 0);
        QCOMPARE(m_model->tickedCount(), 0);
    }

    void fiveThousand()
    {
        m_tester.reset(); // it looks at every cell again and again
        QList<mail::ZoneRecord> many;
        for (int i = 1; i <= 5000; ++i)
            many.append(record(i, u"host-%1.dc%2"_qs.arg(i).arg(i % 7), u"A"_qs,
                               u"192.0.2.%1"_qs.arg(i % 250)));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_cache->setRecords(scope, org, many, m_clock.now()));
        QTRY_COMPARE(m_model->shown(), 5000);
        const qint64 loaded = timer.restart();
        m_model->setFilter(u"host-4 dc3"_qs);
        const qint64 filtered = timer.restart();
        m_model->setFilter({});
        const qint64 back = timer.restart();
        m_model->sort(ZoneModel::Value);
        const qint64 sorted = timer.restart();
        m_model->tickAll();
        const qint64 ticked = timer.elapsed();
        qInfo("5,000 records: loaded %lld, filtered %lld, all again %lld, sorted %lld, ticked %lld "
              "ms",
              loaded, filtered, back, sorted, ticked);
        QCOMPARE(m_model->tickedCount(), 5000);
        QVERIFY(filtered < 500 && back < 1000 && sorted < 1000 && ticked < 500);
    }

private:
    QModelIndex at(int row, int column) const { return m_model->index(row, column); }
    QList<qint64> ids() const
    {
        QList<qint64> list;
        for (int row = 0; row < m_model->rowCount(); ++row)
            list.append(at(row, 0).data(model::RowRole).toLongLong());
        return list;
    }

    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<ZoneModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(ZoneModelTest)
#include "zonemodeltest.moc"
