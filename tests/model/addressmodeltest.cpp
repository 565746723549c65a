// SPDX-License-Identifier: GPL-3.0-or-later
// The table of addresses: first rows at once, filter against a naive one, order, selection and
// ticks that stay, changes while filtered, a hundred thousand rows.
#include "app/model/addressmodel.h"
#include "tests/support/fakebackend.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

using model::AddressModel;

namespace {

const store::Scope scope{QStringLiteral("a1"), 7};
constexpr int patience = 30'000;

mail::Mailbox mailbox(const QString &name, const QString &note = {}, qint64 size = 0)
{
    mail::Mailbox m;
    m.service = 7;
    m.name = name;
    m.address = m.addressIdn = name + u"@example.org"_qs;
    m.note = note;
    m.size = size;
    m.userCount = 0;
    return m;
}

} // namespace

class AddressModelTest : public QObject
{
    Q_OBJECT

private:
    QStringList tickedNames() const
    {
        QStringList names;
        Progress progress;
        const auto read = m_model->eachTicked()(
            [&names](const mail::Mailbox &mailbox) { names.append(mailbox.name); }, progress);
        return read ? names : QStringList{u"not read"_qs};
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<store::Cache>(m_dir->filePath(u"cache.db"_qs));
        QVERIFY(m_cache->open());
        m_jobs = std::make_unique<Jobs>(2);
        m_model = std::make_unique<AddressModel>(*m_cache, *m_jobs, m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_jobs.reset();
        m_cache.reset();
    }

    void showsTheFirstRowsAtOnce()
    {
        fill(500);
        QSignalSpy counts(m_model.get(), &AddressModel::countsChanged);
        m_model->setScope(scope);
        QCOMPARE(m_model->rowCount(), 200);
        QCOMPARE(m_model->total(), 500);
        QCOMPARE(counts.last(), (QVariantList{500, 500}));
        QCOMPARE(text(0), u"u0000@example.org"_qs);
        QVERIFY(!m_model->isSettled());
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 500);
        QCOMPARE(text(499), u"u0499@example.org"_qs);
        QVERIFY(m_jobs->lines().isEmpty()); // quiet jobs leave no line behind
    }

    void filtersLikeANaiveOne()
    {
        QRandomGenerator random(7);
        QList<mail::Mailbox> list;
        for (int i = 0; i < 3000; ++i) {
            mail::Mailbox m = mailbox(QStringLiteral("%1%2")
                                          .arg(QChar(u'a' + random.bounded(4)))
                                          .arg(i, 4, 10, QChar(u'0')),
                                      random.bounded(3) ? u"Büro Süd"_qs : u"Team Ost"_qs);
            if (random.bounded(2))
                m.userNames = QStringList{u"Ana Rossi"_qs, u"Ben"_qs};
            list.append(m);
        }
        QVERIFY(m_cache->putMailboxes(scope, list));
        std::sort(list.begin(), list.end(),
                  [](const auto &a, const auto &b) { return a.name < b.name; });
        m_model->setScope(scope);
        QVERIFY(settled());
        for (const QString &filter :
             {u"a1"_qs, u"BÜRO"_qs, u"büro c"_qs, u"rossi ost"_qs, u"b00 example"_qs, u"nobody"_qs,
              u"  ana   ben "_qs, u""_qs, u"99"_qs}) {
            m_model->setFilter(filter);
            QVERIFY(settled());
            QStringList expected;
            for (const mail::Mailbox &m : list) {
                const QString all = (m.address + u'\t' + *m.note + u'\t' +
                                     m.userNames.value_or(QStringList()).join(u'\t'))
                                        .toLower();
                const QStringList words = filter.toLower().split(u' ', Qt::SkipEmptyParts);
                if (std::all_of(words.begin(), words.end(),
                                [&](const QString &word) { return all.contains(word); }))
                    expected.append(m.address);
            }
            QStringList shown;
            for (int row = 0; row < m_model->rowCount(); ++row)
                shown.append(text(row));
            QCOMPARE(shown, expected);
        }
    }

    void filtersByTraitsBesideTheText()
    {
        QList<mail::Mailbox> list;
        for (int i = 0; i < 60; ++i) {
            mail::Mailbox m = mailbox(QStringLiteral("u%1").arg(i, 2, 10, QChar(u'0')));
            m.userCount = i % 2;
            m.hasAutoReply = i % 3 == 0;
            list.append(m);
        }
        QVERIFY(m_cache->putMailboxes(scope, list));
        store::TraitFilter nobody;
        nobody.ask(store::Trait::Users, false);
        m_model->setTraits(nobody); // before the rows: what was remembered
        m_model->setScope(scope);
        QCOMPARE(m_model->rowCount(), 0); // nothing that does not match is shown meanwhile
        QVERIFY(settled());
        QVERIFY(m_model->isFiltered());
        QCOMPARE(m_model->rowCount(), 30);
        QCOMPARE(m_model->total(), 60);

        nobody.ask(store::Trait::AutoReply, true);
        m_model->setTraits(nobody);
        m_model->setFilter(u"u1"_qs);
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 2); // u12, u18
        m_model->tickAll();
        QCOMPARE(tickedNames(), (QStringList{u"u12"_qs, u"u18"_qs}));

        // Somebody gets it: it leaves by itself, and nothing jumps.
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        mail::Mailbox given = list.at(12);
        given.userCount = 1;
        QVERIFY(m_cache->putMailboxes(scope, {given}));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 1, patience);
        QCOMPARE(text(0), u"u18@example.org"_qs);
        QCOMPARE(reset.size(), 0);

        m_model->setFilter({});
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 9);
        m_model->setTraits({});
        QVERIFY(settled());
        QVERIFY(!m_model->isFiltered());
        QCOMPARE(m_model->rowCount(), 60);
    }

    void marksTheWordsOfTheFilter()
    {
        fill(3);
        m_model->setScope(scope);
        m_model->setFilter(u" U000 Ex "_qs);
        QVERIFY(settled());
        QCOMPARE(m_model->index(0, 0).data(model::MatchRole).toStringList(),
                 (QStringList{u"u000"_qs, u"ex"_qs}));
        QVERIFY(!m_model->index(0, AddressModel::Size).data(model::MatchRole).isValid());
    }

    void theCurrentRowStaysWithItsAddress()
    {
        fill(300);
        m_model->setScope(scope);
        QVERIFY(settled());
        const QPersistentModelIndex current = m_model->indexOf(u"u0123"_qs);
        const QPersistentModelIndex other = m_model->indexOf(u"u0200"_qs);
        QVERIFY(current.isValid());
        m_model->sort(AddressModel::Size, Qt::DescendingOrder); // size falls with the number
        QVERIFY(settled());
        QCOMPARE(current.data().toString(), u"u0123@example.org"_qs);
        m_model->sort(AddressModel::Note, Qt::AscendingOrder);
        QVERIFY(settled());
        m_model->setFilter(u"012"_qs);
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 11); // u0012, u0120 … u0129
        QVERIFY(current.isValid());
        QCOMPARE(current.data().toString(), u"u0123@example.org"_qs);
        QVERIFY(!other.isValid());
        m_model->setFilter({});
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 300);
        QCOMPARE(current.row(), m_model->rowOf(u"u0123"_qs));
    }

    void sortsByEveryColumn()
    {
        fill(50);
        m_model->setScope(scope);
        for (int column = 0; column < AddressModel::ColumnCount; ++column)
            for (const Qt::SortOrder order : {Qt::DescendingOrder, Qt::AscendingOrder}) {
                m_model->sort(column, order);
                QVERIFY(settled());
                QCOMPARE(m_model->rowCount(), 50);
                if (column == AddressModel::Size)
                    for (int row = 1; row < 50; ++row) {
                        const auto at = [&](int r) {
                            return m_model->index(r, column).data(model::SortRole).toLongLong();
                        };
                        QVERIFY(order == Qt::AscendingOrder ? at(row - 1) <= at(row)
                                                            : at(row - 1) >= at(row));
                    }
            }
    }

    void sortsByStateWhatIsNotAsUsualFirst()
    {
        QList<mail::Mailbox> list;
        for (const char *name : {"plain", "away", "unread", "limited", "unsafe"}) {
            mail::Mailbox m = mailbox(QLatin1String(name));
            m.userCount = 1;
            m.deviceCount = 0;
            m.hasSpamFilter = true;
            list.append(m);
        }
        list[1].hasAutoReply = true;
        list[2].userCount = 0;
        list[3].isLimited = true;
        list[4].hasSpamFilter = false;
        QVERIFY(m_cache->putMailboxes(scope, list));
        m_model->setScope(scope);
        m_model->sort(AddressModel::State, Qt::AscendingOrder);
        QVERIFY(settled());
        QStringList names;
        for (int row = 0; row < 5; ++row) {
            names.append(text(row).section(u'@', 0, 0));
            QVERIFY(!m_model->index(row, AddressModel::State).data().toString().isEmpty());
        }
        QCOMPARE(names,
                 (QStringList{u"limited"_qs, u"away"_qs, u"unsafe"_qs, u"unread"_qs, u"plain"_qs}));
        m_model->sort(AddressModel::State, Qt::DescendingOrder);
        QVERIFY(settled());
        QCOMPARE(text(0), u"plain@example.org"_qs);
    }

    void followsChangesWhileFiltered()
    {
        fill(100);
        m_model->setScope(scope);
        m_model->setFilter(u"u001"_qs);
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 10);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);

        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"u0015"_qs, u"New note"_qs)}));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_model->indexOf(u"u0015"_qs, AddressModel::Note).data().toString(), u"New note"_qs,
            patience);
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"u0013b"_qs), mailbox(u"zoe"_qs)}));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 11, patience);
        QVERIFY(m_cache->removeMailbox(scope, u"u0010"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 10, patience);
        QVERIFY(settled());
        QCOMPARE(m_model->total(), 101);
        QCOMPARE(reset.size(), 0);
    }

    void aReloadAndARemadeCache()
    {
        fill(100);
        m_model->setScope(scope);
        QVERIFY(settled());
        auto reload = m_cache->reload(scope);
        QVERIFY(reload->put({mailbox(u"u0001"_qs, u"kept"_qs), mailbox(u"x"_qs)}));
        QVERIFY(reload->commit(m_clock.now(), 1, 0));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 2, patience);
        QCOMPARE(m_model->indexOf(u"u0001"_qs, AddressModel::Note).data().toString(), u"kept"_qs);
        emit m_cache->changed({}); // as after damage
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(m_cache->forgetAccount(u"a1"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 0, patience);
    }

    void keepsTicks()
    {
        fill(100);
        m_model->setScope(scope);
        QVERIFY(settled());
        QSignalSpy ticks(m_model.get(), &AddressModel::ticksChanged);
        QVERIFY(m_model->setData(m_model->indexOf(u"u0050"_qs), Qt::Checked, Qt::CheckStateRole));
        m_model->setFilter(u"u001"_qs);
        QVERIFY(settled());
        m_model->tickAll(); // the ten that are shown
        QCOMPARE(m_model->tickedCount(), 11);
        QCOMPARE(ticks.last().first().toInt(), 11);
        m_model->setFilter({});
        QVERIFY(settled());
        QVERIFY(m_model->isTicked(m_model->rowOf(u"u0011"_qs)));
        m_model->tick(m_model->rowOf(u"u0011"_qs), false);
        QCOMPARE(m_model->tickedCount(), 10);
        QCOMPARE(tickedNames().first(), u"u0010"_qs);
        QVERIFY(tickedNames().contains(u"u0050"_qs));

        // What is deleted is no longer ticked.
        QVERIFY(m_cache->removeMailbox(scope, u"u0050"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->tickedCount(), 9, patience);

        m_model->tickAll(); // everything
        QCOMPARE(m_model->tickedCount(), 99);
        m_model->tick(m_model->rowOf(u"u0000"_qs), false);
        QCOMPARE(m_model->tickedCount(), 98);
        QCOMPARE(tickedNames().size(), 98);
        QVERIFY(!tickedNames().contains(u"u0000"_qs));
        // Who came after "all" was said was not meant by it.
        QVERIFY(m_cache->putMailboxes(scope, {mailbox(u"late"_qs)}));
        QTRY_VERIFY_WITH_TIMEOUT(m_model->rowOf(u"late"_qs) >= 0, patience);
        QVERIFY(settled());
        QVERIFY(!m_model->isTicked(m_model->rowOf(u"late"_qs)));
        QCOMPARE(m_model->tickedCount(), 98);
        m_model->clearTicks();
        QCOMPARE(m_model->tickedCount(), 0);
        QVERIFY(tickedNames().isEmpty());
    }

    void showsWhatIsPending()
    {
        fill(5);
        m_model->setScope(scope);
        QVERIFY(settled());
        m_model->setPending([](const mail::Ref &ref) -> std::optional<mail::Change> {
            if (ref.key == u"u0001")
                return mail::Change{mail::Verb::Update,
                                    ref,
                                    {{u"note"_qs, u"n2"_qs}},
                                    {{u"note"_qs, u"coming"_qs}}};
            if (ref.key == u"u0002")
                return mail::Change{mail::Verb::Remove, ref, {}, {}};
            return {};
        });
        const QModelIndex note = m_model->indexOf(u"u0001"_qs, AddressModel::Note);
        QCOMPARE(note.data().toString(), u"coming"_qs);
        QVERIFY(note.data(model::PendingRole).toBool());
        QCOMPARE(note.data(Qt::ToolTipRole).toString(), u"Was: n2"_qs);
        QVERIFY(!m_model->indexOf(u"u0001"_qs).data(model::PendingRole).toBool());
        QVERIFY(m_model->indexOf(u"u0002"_qs).data(model::PendingRole).toBool());
        QCOMPARE(note.data(model::MailboxRole).value<mail::Mailbox>().note, u"Note 9"_qs);
    }

    void manyChangesInARow()
    {
        QRandomGenerator random(3);
        fill(400);
        m_model->setScope(scope);
        for (int round = 0; round < 60; ++round) {
            switch (random.bounded(5)) {
            case 0:
                QVERIFY(m_cache->removeMailbox(
                    scope, QStringLiteral("u%1").arg(random.bounded(400), 4, 10, QChar(u'0'))));
                break;
            case 1:
                QVERIFY(m_cache->putMailboxes(
                    scope, {mailbox(QStringLiteral("v%1").arg(random.bounded(400)))}));
                break;
            case 2:
                m_model->setFilter(
                    QStringList{u""_qs, u"u0"_qs, u"9"_qs, u"v"_qs}.at(random.bounded(4)));
                break;
            case 3:
                m_model->sort(random.bounded(int(AddressModel::ColumnCount)),
                              random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            default:
                QCoreApplication::sendPostedEvents();
                QTest::qWait(0);
                for (int row = 0; row < m_model->rowCount(); row += 7)
                    m_model->index(row, 0).data();
            }
        }
        m_model->setFilter({});
        QTRY_VERIFY_WITH_TIMEOUT(m_model->isSettled(), patience);
        QCOMPARE(m_model->rowCount(), m_cache->syncState(scope).mailboxes);
        QSet<QString> seen;
        for (int row = 0; row < m_model->rowCount(); ++row)
            seen.insert(text(row));
        QCOMPARE(seen.size(), m_model->rowCount());
        QVERIFY(!seen.contains(QString()));
    }

    // As a run of deletions tells it: each row, and then the services for their count.
    void manyThatGoLeaveTogetherAndLeaveNoBlankRows()
    {
        mail::Service service;
        service.id = scope.service;
        service.domain = service.domainIdn = u"example.org"_qs;
        QVERIFY(m_cache->setServices(scope.account, {service}));
        fill(2000);
        m_model->setScope(scope);
        QVERIFY(settled());
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy laidOut(m_model.get(), &QAbstractItemModel::layoutChanged);
        int whole = 0; // times that all rows were said to be others
        connect(m_model.get(), &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex &first, const QModelIndex &last) {
                    whole += last.row() - first.row() > 1000 ? 1 : 0;
                });
        constexpr int count = 300;
        const auto job = m_jobs->run(
            u"Delete"_qs, {},
            [&](Progress &) -> Result<int> {
                for (int i = 0; i < count; ++i) {
                    if (!m_cache->removeMailbox(scope,
                                                QStringLiteral("u%1").arg(i, 4, 10, QChar(u'0'))))
                        return Error{Error::Kind::Storage, {}, {}, {}, 0};
                    (void)m_cache->setServices(scope.account, {service});
                }
                return count;
            },
            this, [](const Result<int> &) {});
        Q_UNUSED(job)
        int worst = 0; // blank rows at one time, as often as can be looked
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] {
            int blank = 0;
            for (int row = 0; row < 25; ++row)
                blank += text(row).isEmpty() ? 1 : 0;
            worst = qMax(worst, blank);
        });
        clock.start(0);
        QTRY_VERIFY_WITH_TIMEOUT(m_jobs->isIdle() && m_model->rowCount() == 2000 - count, 20'000);
        QVERIFY(settled());
        QCOMPARE(m_model->rowCount(), 2000 - count);
        QCOMPARE(text(0), u"u0300@example.org"_qs);
        QCOMPARE(worst, 0);
        QCOMPARE(whole, 0);
        QVERIFY2(removed.size() + laidOut.size() < count / 4,
                 qPrintable(QStringLiteral("%1 + %2").arg(removed.size()).arg(laidOut.size())));
    }

    void aHundredThousand()
    {
        m_tester.reset(); // it would ask for all of them
        auto reload = m_cache->reload(scope);
        QList<mail::Mailbox> list;
        for (int i = 0; i < 100'000; ++i)
            list.append(mailbox(QStringLiteral("user%1").arg(i, 6, 10, QChar(u'0')),
                                QStringLiteral("Team %1").arg(i % 50), i));
        QVERIFY(reload->put(list));
        QVERIFY(reload->commit(m_clock.now(), 1, 0));
        QElapsedTimer timer;
        timer.start();
        m_model->setScope(scope);
        for (int row = 0; row < 40; ++row)
            QVERIFY(!text(row).isEmpty());
        qInfo("first 40 rows after %lld ms", timer.elapsed());
        QVERIFY(settled());
        qInfo("all rows after %lld ms", timer.restart());
        QCOMPARE(m_model->rowCount(), 100'000);
        QCOMPARE(text(99'999), u"user099999@example.org"_qs);

        timer.start();
        m_model->setFilter(u"99 team"_qs);
        QVERIFY(settled());
        qInfo("filtered to %d after %lld ms", m_model->rowCount(), timer.restart());
        int expected = 0;
        for (int i = 0; i < 100'000; ++i)
            expected += QStringLiteral("%1").arg(i, 6, 10, QChar(u'0')).contains(u"99"_qs) ? 1 : 0;
        QCOMPARE(m_model->rowCount(), expected);
        m_model->setFilter({});
        QVERIFY(settled());
        store::TraitFilter nobody;
        nobody.ask(store::Trait::Users, false);
        timer.start();
        m_model->setTraits(nobody);
        QVERIFY(settled());
        qInfo("those of nobody after %lld ms", timer.restart());
        QCOMPARE(m_model->rowCount(), 100'000);
        m_model->setTraits({});
        QVERIFY(settled());

        m_model->tickAll();
        QCOMPARE(m_model->tickedCount(), 100'000);
        const QPersistentModelIndex current = m_model->indexOf(u"user050000"_qs);
        timer.start();
        QVERIFY(m_cache->removeMailbox(scope, u"user000001"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 99'999, patience);
        QCOMPARE(current.row(), 49'999);
        QVERIFY(settled());
        qInfo("one removed after %lld ms", timer.elapsed());
        QCOMPARE(m_model->tickedCount(), 99'999);
    }

private:
    void fill(int count)
    {
        QList<mail::Mailbox> list;
        for (int i = 0; i < count; ++i)
            list.append(mailbox(QStringLiteral("u%1").arg(i, 4, 10, QChar(u'0')),
                                QStringLiteral("Note %1").arg((i * 9) % 100), 100'000 - i));
        QVERIFY(m_cache->putMailboxes(scope, list));
    }
    bool settled() const
    {
        return QTest::qWaitFor([this] { return m_model->isSettled(); }, patience);
    }
    QString text(int row) const { return m_model->index(row, 0).data().toString(); }

    test::FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<AddressModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(AddressModelTest)
#include "addressmodeltest.moc"
