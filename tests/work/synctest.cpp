// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing the cache up to date: by pages, by the feed, after a reset, cancelled, offline.
#include "app/work/sync.h"
#include "tests/support/fakebackend.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class SyncTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<store::Cache>(m_dir->filePath(u"cache.db"_qs));
        m_backend = std::make_unique<test::FakeBackend>();
        QVERIFY(m_cache->open());
        for (int i = 0; i < 250; ++i)
            m_backend->addMailbox(QStringLiteral("u%1").arg(i, 3, 10, QChar(u'0')));
        Progress progress;
        QVERIFY(work::syncAccount(*m_backend, *m_cache, progress));
    }

    void theAccount()
    {
        QCOMPARE(m_cache->services(u"a1"_qs).size(), 1);
        QCOMPARE(m_cache->users(u"a1"_qs, 1).size(), 1);
        QCOMPARE(m_cache->users(u"a1"_qs, 1).first().isMe, true);
        QVERIFY(m_cache->capabilities(scope)->has(u"changes"));
    }

    void everythingThenTheFeed()
    {
        auto report = sync();
        QVERIFY(report && report->full);
        QCOMPARE(report->loaded, 250);
        QCOMPARE(m_cache->syncState(scope).mailboxes, 250);
        QCOMPARE(m_cache->syncState(scope).at, m_clock.time);

        m_clock.time = m_clock.time.addSecs(60);
        m_backend->changeNote(u"u001"_qs, u"seen"_qs);
        m_backend->removeMailbox(u"u002"_qs);
        m_backend->addMailbox(u"zoe"_qs);
        m_backend->addMailbox(u"brief"_qs);
        m_backend->removeMailbox(u"brief"_qs);
        m_backend->addDevice(u"u003"_qs, u"Phone"_qs, 0);
        report = sync();
        QVERIFY(report && !report->full);
        QCOMPARE(m_cache->mailbox(scope, u"u001"_qs)->note, u"seen"_qs);
        QVERIFY(!m_cache->rowOf(scope, u"u002"_qs));
        QVERIFY(!m_cache->rowOf(scope, u"brief"_qs));
        QVERIFY(m_cache->rowOf(scope, u"zoe"_qs));
        QCOMPARE(m_cache->mailbox(scope, u"u003"_qs)->deviceCount, 1);
        QVERIFY(!m_cache->knownSince(scope, u"u003"_qs).isValid()); // nobody looked at it
        QCOMPARE(m_cache->syncState(scope).mailboxes, 250);
        QCOMPARE(m_cache->syncState(scope).at, m_clock.time);

        const int asked = m_backend->requests;
        report = sync();
        QCOMPARE(report->loaded, 0);
        QCOMPARE(m_backend->requests - asked, 1);
    }

    // Nobody changed anything, and yet sizes and logins are others: they come with the feed, in
    // the same request.
    void whatMovesByItself()
    {
        m_backend->deliver(u"u009"_qs, 100); // before anybody looked
        QVERIFY(sync());
        QCOMPARE(m_cache->mailbox(scope, u"u009"_qs)->size, 100);
        const QDateTime login = m_clock.time.addSecs(-20);
        m_backend->deliver(u"u001"_qs, 5000);
        m_backend->deliver(u"u002"_qs, 6000, login);
        m_backend->deliver(u"u003"_qs, 7000);
        m_backend->changeNote(u"u001"_qs, u"both"_qs);
        m_backend->removeMailbox(u"u003"_qs);
        const int asked = m_backend->requests;
        auto report = sync();
        QVERIFY(report && !report->full);
        QCOMPARE(report->loaded, 2);
        QCOMPARE(m_backend->requests - asked, 2); // and how many addresses are used now
        QCOMPARE(m_cache->mailbox(scope, u"u001"_qs)->size, 5000);
        QCOMPARE(m_cache->mailbox(scope, u"u001"_qs)->note, u"both"_qs);
        QCOMPARE(m_cache->mailbox(scope, u"u002"_qs)->size, 6000);
        QCOMPARE(m_cache->mailbox(scope, u"u002"_qs)->imapLastLogin, login);
        QVERIFY(!m_cache->rowOf(scope, u"u003"_qs));
        report = sync(); // told once
        QCOMPARE(report->loaded, 0);

        // More than one answer holds.
        m_backend->pageSize = 10;
        for (int i = 10; i < 45; ++i)
            m_backend->deliver(QStringLiteral("u%1").arg(i, 3, 10, QChar(u'0')), 1000 + i);
        report = sync();
        QVERIFY(report && !report->full);
        QCOMPARE(report->loaded, 35);
        QCOMPARE(m_cache->mailbox(scope, u"u044"_qs)->size, 1044);
        QCOMPARE(sync()->loaded, 0);
    }

    // A daemon of yesterday tells changes only; after its update the rest is told as well.
    void aFarSideThatDoesNotCountActivity()
    {
        m_backend->countsActivity = false;
        m_backend->deliver(u"u001"_qs, 5000);
        QVERIFY(sync());
        QCOMPARE(m_cache->syncState(scope).activity, 0);
        m_backend->deliver(u"u002"_qs, 6000);
        m_backend->changeNote(u"u001"_qs, u"seen"_qs);
        QVERIFY(sync());
        QCOMPARE(m_cache->mailbox(scope, u"u001"_qs)->note, u"seen"_qs);
        QVERIFY(m_cache->mailbox(scope, u"u002"_qs)->size != 6000);
        m_backend->countsActivity = true;
        QVERIFY(!sync()->full);
        QCOMPARE(m_cache->mailbox(scope, u"u002"_qs)->size, 6000);
    }

    void howManyAddressesAreUsedIsAskedWhenThereAreOthers()
    {
        Progress progress;
        m_backend->service().addressQuota = 300;
        m_backend->service().addressesUsed = 250;
        QVERIFY(work::syncAccount(*m_backend, *m_cache, progress));
        QVERIFY(sync());
        m_backend->addMailbox(u"zoe"_qs);
        m_backend->service().addressesUsed = 251;
        QVERIFY(sync());
        QCOMPARE(m_cache->service(scope)->addressesUsed, 251);
        m_backend->changeNote(u"zoe"_qs, u"new here"_qs);
        m_backend->service().addressesUsed = 999; // not asked for a note
        QVERIFY(sync());
        QCOMPARE(m_cache->service(scope)->addressesUsed, 251);
    }

    void aKnownListIsReadAgain()
    {
        QVERIFY(sync());
        Progress progress;
        QVERIFY(work::syncMailbox(*m_backend, *m_cache, 7, u"u003"_qs, progress));
        m_backend->addDevice(u"u003"_qs, u"Phone"_qs, 0);
        m_backend->addAccess(u"u003"_qs, 1, mail::Rights::all());
        QVERIFY(sync());
        QCOMPARE(m_cache->devices(scope, u"u003"_qs).size(), 1);
        QCOMPARE(m_cache->accesses(scope, u"u003"_qs).size(), 1);
        QCOMPARE(m_cache->mailbox(scope, u"u003"_qs)->userCount, 1);
    }

    void aLongFeedComesInPieces()
    {
        QVERIFY(sync());
        m_backend->pageSize = 10;
        for (int i = 0; i < 35; ++i)
            m_backend->addMailbox(QStringLiteral("v%1").arg(i));
        const auto report = sync();
        QVERIFY(report && !report->full);
        QCOMPARE(m_cache->syncState(scope).mailboxes, 285);
    }

    void afterAResetEverything()
    {
        QVERIFY(sync());
        m_backend->removeMailbox(u"u010"_qs);
        m_backend->feedReset = true;
        const auto report = sync();
        QVERIFY(report && report->full);
        QVERIFY(!m_cache->rowOf(scope, u"u010"_qs));
    }

    void withoutAFeedEverything()
    {
        mail::Capabilities can;
        can.allow(mail::Verb::Create, u"mailbox"_qs);
        QVERIFY(m_cache->setCapabilities(scope, can));
        QVERIFY(sync()->full);
        QVERIFY(sync()->full);
    }

    void whatChangesWhileThePagesComeIsToldAgain()
    {
        m_backend->beforePage = [this](int page) {
            if (page == 2)
                m_backend->changeNote(u"u001"_qs, u"late"_qs); // page 1 was read already
        };
        QVERIFY(sync());
        m_backend->beforePage = {};
        QVERIFY(m_cache->mailbox(scope, u"u001"_qs)->note != u"late"_qs);
        QVERIFY(!sync()->full);
        QCOMPARE(m_cache->mailbox(scope, u"u001"_qs)->note, u"late"_qs);
    }

    void aCancelledOrBrokenLoadLeavesTheOldList()
    {
        QVERIFY(sync());
        m_backend->feedReset = true;
        m_backend->removeMailbox(u"u010"_qs);
        Progress progress;
        m_backend->beforePage = [&](int page) {
            if (page == 2)
                progress.cancel();
        };
        QCOMPARE(work::syncMailboxes(*m_backend, *m_cache, 7, m_clock, progress).error().kind,
                 Error::Kind::Cancelled);
        QCOMPARE(m_cache->syncState(scope).mailboxes, 250);

        m_backend->beforePage = [this](int page) { m_backend->isOffline = page == 3; };
        QCOMPARE(sync().error().kind, Error::Kind::Offline);
        QCOMPARE(m_cache->syncState(scope).mailboxes, 250);
        QVERIFY(m_cache->rowOf(scope, u"u010"_qs));
    }

    void anAddressThatIsGone()
    {
        QVERIFY(sync());
        m_backend->removeMailbox(u"u010"_qs);
        Progress progress;
        QCOMPARE(work::syncMailbox(*m_backend, *m_cache, 7, u"u010"_qs, progress).error().kind,
                 Error::Kind::NotFound);
        QVERIFY(!m_cache->rowOf(scope, u"u010"_qs));
    }

    void progressTellsNumbers()
    {
        qint64 last = 0;
        qint64 total = 0;
        Progress progress([&](qint64 done, qint64 of, const QString &) {
            last = done;
            total = of;
        });
        QVERIFY(work::syncMailboxes(*m_backend, *m_cache, 7, m_clock, progress));
        QCOMPARE(last, 250);
        QCOMPARE(total, 250);
    }

private:
    Result<work::SyncReport> sync()
    {
        Progress progress;
        return work::syncMailboxes(*m_backend, *m_cache, 7, m_clock, progress);
    }

    const store::Scope scope{u"a1"_qs, 7};
    test::FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<test::FakeBackend> m_backend;
};

QTEST_GUILESS_MAIN(SyncTest)
#include "synctest.moc"
