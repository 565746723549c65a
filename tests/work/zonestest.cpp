// SPDX-License-Identifier: GPL-3.0-or-later
// Zones in the cache: read when somebody looks, kept up by the feed, changed, taken back.
#include "app/work/apply.h"
#include "app/work/sync.h"
#include "tests/support/fakebackend.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class ZonesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<store::Cache>(m_dir->filePath(u"cache.db"_qs));
        m_journal = std::make_unique<store::Journal>(m_dir->filePath(u"journal.db"_qs));
        m_backend = std::make_unique<test::FakeBackend>();
        QVERIFY(m_cache->open());
        QVERIFY(m_journal->open());
        m_backend->dns.addZone(org);
        m_www = m_backend->addRecord(org, u"www"_qs, u"A"_qs, u"192.0.2.1"_qs);
        m_mx = m_backend->addRecord(org, {}, u"MX"_qs, u"10 mail.example.org"_qs);
        Progress progress;
        QVERIFY(work::syncAccount(*m_backend, *m_cache, progress));
        QVERIFY(sync());
    }

    void readWhenLookedAt()
    {
        // Nobody looked: the feed told of records, but half a list is none.
        QVERIFY(!m_cache->readAt(scope, u"zone"_qs).isValid());
        QVERIFY(m_cache->records(scope, org).isEmpty());
        QVERIFY(look());
        QCOMPARE(m_cache->zones(scope).size(), 1);
        QCOMPARE(m_cache->records(scope, org).size(), 2);
        QCOMPARE(m_cache->readAt(scope, u"record"_qs, org), m_clock.time);
    }

    void elsewhereAndWithheld()
    {
        m_backend->dns.zones.clear();
        QVERIFY(look());
        QVERIFY(m_cache->readAt(scope, u"zone"_qs).isValid()); // known: there is none here
        QVERIFY(m_cache->zones(scope).isEmpty());
        m_backend->dns.addZone(org);
        QVERIFY(look());
        m_backend->zonesRefused = Error{Error::Kind::Forbidden, {}, {}, u"dns-scope"_qs, 0};
        const auto refused = look();
        QCOMPARE(refused.error().code, u"dns-scope"_qs);
        QCOMPARE(m_cache->zones(scope).size(), 1); // what was known is still shown
    }

    void keptUpByTheFeed()
    {
        QVERIFY(look());
        const int reads = m_backend->recordReads;
        m_backend->changeRecord(m_www.id, u"192.0.2.77"_qs);
        m_backend->removeRecord(m_mx.id);
        const auto spf = m_backend->addRecord(org, {}, u"TXT"_qs, u"v=spf1 -all"_qs);
        QVERIFY(sync());
        QCOMPARE(m_cache->record(scope, org, m_www.id)->target, u"192.0.2.77"_qs);
        QVERIFY(!m_cache->record(scope, org, m_mx.id));
        QCOMPARE(m_cache->record(scope, org, spf.id)->target, u"v=spf1 -all"_qs);
        QCOMPARE(m_backend->recordReads, reads); // each came with the feed
    }

    void afterAResetTheListIsReadAnew()
    {
        QVERIFY(look());
        m_backend->removeRecord(m_mx.id);
        m_backend->feedReset = true;
        QVERIFY(sync());
        QCOMPARE(m_cache->records(scope, org).size(), 1);
    }

    void withoutAFeedNobodyAsks()
    {
        m_backend->can = mail::Capabilities();
        Progress progress;
        QVERIFY(work::syncAccount(*m_backend, *m_cache, progress));
        QVERIFY(look());
        const int reads = m_backend->recordReads;
        QVERIFY(sync()); // sixty requests a minute are not for this
        QCOMPARE(m_backend->recordReads, reads);
    }

    void changedAndTakenBack()
    {
        QVERIFY(look());
        mail::ZoneRecord edited = m_www;
        edited.target = u"192.0.2.2"_qs;
        mail::ZoneRecord fresh = m_www;
        fresh.id = 0;
        fresh.source = u"ftp"_qs;
        const auto report =
            apply({mail::difference(m_www, edited), mail::creation(fresh), mail::removal(m_mx)});
        QVERIFY(report);
        QCOMPARE(report->done, 3);
        QCOMPARE(m_cache->record(scope, org, m_www.id)->target, u"192.0.2.2"_qs);
        QCOMPARE(m_cache->record(scope, org, m_www.id)->version, 2);
        const qint64 ftp = report->rows.at(1).effective->object.key.toLongLong();
        QVERIFY(ftp > 0);
        QCOMPARE(m_cache->record(scope, org, ftp)->source, u"ftp"_qs);
        QVERIFY(!m_cache->record(scope, org, m_mx.id));

        const work::Undo undo = work::undoOf(*m_journal->entry(report->entry));
        QVERIFY(undo.impossible.isEmpty()); // a deleted record can be brought back (S-77)
        QCOMPARE(undo.set.changes.size(), 3);
        const auto back = apply(undo.set.changes, report->entry);
        QVERIFY(back);
        QCOMPARE(back->done, 3);
        QCOMPARE(texts(), (QStringList{u"|MX|10 mail.example.org"_qs, u"www|A|192.0.2.1"_qs}));
        QCOMPARE(m_backend->dns.of(org).size(), 2);
        // and once more: the redo follows the number that it has now
        const work::Undo redo = work::undoOf(*m_journal->entry(back->entry));
        const auto again = apply(redo.set.changes, back->entry);
        QVERIFY(again);
        QCOMPARE(again->done, 3);
        QCOMPARE(texts(), (QStringList{u"ftp|A|192.0.2.1"_qs, u"www|A|192.0.2.2"_qs}));
    }

    // The service makes it anew: the cache follows the number, and undo finds it.
    void renamed()
    {
        m_backend->dns.keepsNumbers = false;
        QVERIFY(look());
        mail::ZoneRecord web = m_www;
        web.source = u"web"_qs;
        const auto report = apply({mail::difference(m_www, web)});
        QVERIFY(report && report->done == 1);
        QVERIFY(!m_cache->record(scope, org, m_www.id));
        QCOMPARE(texts(), (QStringList{u"|MX|10 mail.example.org"_qs, u"web|A|192.0.2.1"_qs}));
        const work::Undo undo = work::undoOf(*m_journal->entry(report->entry));
        QCOMPARE(undo.set.changes.size(), 1);
        const auto back = apply(undo.set.changes, report->entry);
        QVERIFY(back && back->done == 1);
        QCOMPARE(texts(), (QStringList{u"|MX|10 mail.example.org"_qs, u"www|A|192.0.2.1"_qs}));
        QCOMPARE(m_backend->dns.of(org).size(), 2);
    }

    void refusedRowsShowWhatIs()
    {
        QVERIFY(look());
        m_backend->changeRecord(m_www.id, u"192.0.2.77"_qs); // behind our back
        mail::ZoneRecord edited = m_www;
        edited.target = u"192.0.2.2"_qs;
        mail::ZoneRecord fresh = m_www;
        fresh.id = 0;
        fresh.source = u"ftp"_qs;
        const auto report = apply({mail::difference(m_www, edited), mail::creation(fresh)});
        QVERIFY(report);
        QCOMPARE(report->done, 1);
        QCOMPARE(report->rows.first().error.kind, Error::Kind::Conflict);
        QCOMPARE(m_cache->record(scope, org, m_www.id)->target, u"192.0.2.77"_qs);
        QCOMPARE(report->left(), QList<mail::Change>{mail::difference(m_www, edited)});
    }

    // What was done by half is done, and the journal keeps what was not.
    void doneByHalf()
    {
        QVERIFY(look());
        struct Half : test::FakeBackend
        {
            Result<backend::Applied> apply(const mail::Change &change, Progress &progress) override
            {
                auto applied = FakeBackend::apply(change, progress);
                if (applied)
                    applied->shortfall =
                        Error{Error::Kind::Offline, u"Not yet"_qs, {}, u"half-done"_qs, 0};
                return applied;
            }
        } half;
        half.dns = m_backend->dns;
        half.dns.tell = [](mail::Verb, const mail::Ref &) {};
        Progress progress;
        const auto report = work::apply({u"Delete"_qs, {mail::removal(m_mx)}}, half, *m_cache,
                                        *m_journal, scope, u"Ana"_qs, progress);
        QVERIFY(report);
        QCOMPARE(report->done, 1);
        QVERIFY(report->rows.first().isShort());
        const auto row = m_journal->entry(report->entry)->rows.first();
        QVERIFY(row.isShort());
        QCOMPARE(row.error.detail, u"Not yet"_qs);
    }

    void dnssec()
    {
        QVERIFY(look());
        const mail::Zone zone = m_cache->zones(scope).first();
        mail::Zone isSigned = zone;
        isSigned.isSigned = true;
        const auto report = apply({mail::difference(zone, isSigned)});
        QVERIFY(report && report->done == 1);
        QCOMPARE(m_cache->zones(scope).first().isSigned, true);
        QVERIFY(!m_cache->zones(scope).first().delegation); // not known until it is read
        QVERIFY(sync());                                    // the feed says so
        QCOMPARE(m_cache->zones(scope).first().delegation->size(), 1);
        QVERIFY(work::canUndo(*report->rows.first().effective));
    }

    void keys()
    {
        Progress progress;
        QVERIFY(work::syncDkimKeys(*m_backend, *m_cache, 7, m_clock, progress));
        mail::DkimKey wish;
        wish.service = 7;
        wish.domain = org;
        wish.algorithm = mail::DkimAlgorithm::Rsa;
        const auto made = apply({mail::creation(wish)});
        QVERIFY(made && made->done == 1);
        QCOMPARE(m_cache->dkimKeys(scope).size(), 1);
        const mail::DkimKey key = m_cache->dkimKeys(scope).first();
        QCOMPARE(key.state, mail::DkimState::Made);
        mail::DkimKey next = key;
        next.state = mail::DkimState::Signing;
        const auto signing = apply({mail::difference(key, next)});
        QVERIFY(signing && signing->done == 1);
        QCOMPARE(m_cache->dkimKeys(scope).first().state, mail::DkimState::Signing);
        QVERIFY(!work::canUndo(*signing->rows.first().effective)); // there is no way back to "made"
        const mail::DkimKey now = m_cache->dkimKeys(scope).first();
        mail::DkimKey retiring = now;
        retiring.state = mail::DkimState::Retiring;
        const auto retired = apply({mail::difference(now, retiring)});
        QVERIFY(retired && work::canUndo(*retired->rows.first().effective));
        const auto gone = apply({mail::removal(m_cache->dkimKeys(scope).first())});
        QVERIFY(gone && gone->done == 1);
        QVERIFY(m_cache->dkimKeys(scope).isEmpty());
        QVERIFY(!work::canUndo(*gone->rows.first().effective)); // its private half is lost
    }

private:
    Result<void> look()
    {
        Progress progress;
        return work::syncZones(*m_backend, *m_cache, 7, m_clock, progress);
    }
    bool sync()
    {
        Progress progress;
        return bool(work::syncMailboxes(*m_backend, *m_cache, 7, m_clock, progress));
    }
    Result<work::ApplyReport> apply(const QList<mail::Change> &changes, qint64 undoes = 0)
    {
        Progress progress;
        return work::apply({u"Change"_qs, changes}, *m_backend, *m_cache, *m_journal, scope,
                           u"Ana"_qs, progress, undoes);
    }
    QStringList texts() const
    {
        QStringList list;
        for (const mail::ZoneRecord &r : m_cache->records(scope, org))
            list.append(r.source + u'|' + r.type + u'|' + r.target);
        return list;
    }

    const store::Scope scope{QStringLiteral("a1"), 7};
    const QString org = QStringLiteral("example.org");
    test::FixedClock m_clock;
    mail::ZoneRecord m_www;
    mail::ZoneRecord m_mx;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<test::FakeBackend> m_backend;
};

QTEST_GUILESS_MAIN(ZonesTest)
#include "zonestest.moc"
