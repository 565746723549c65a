// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a domain's security: one way to it, whoever looks.
#include "app/work/security.h"
#include "app/work/sync.h"
#include "tests/support/fakebackend.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class SecurityTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<store::Cache>(m_dir->filePath(u"cache.db"_qs));
        m_looks = std::make_unique<store::Looks>(m_dir->filePath(u"looks.db"_qs));
        m_backend = std::make_unique<test::FakeBackend>();
        QVERIFY(m_cache->open());
        QVERIFY(m_looks->open());
        m_mine = 0;
    }

    void theFarSideLooks()
    {
        m_backend->can.add(u"security"_qs);
        QVERIFY(know());
        QVERIFY(work::farSideLooks(*m_cache, scope));
        const auto saw = look();
        QVERIFY(saw);
        QCOMPARE(m_mine, 0); // nobody looked here
        QVERIFY(accept(*saw));
        const auto history = read(m_backend.get());
        QVERIFY(history);
        QCOMPARE(history->looks.size(), 1);
        QCOMPARE(history->accepted, *saw);
        QVERIFY(m_looks->history(scope.account, org)->looks.isEmpty());
        QCOMPARE(read(nullptr).error().kind, Error::Kind::Offline);
    }

    void thisComputerLooks()
    {
        QVERIFY(know());
        QVERIFY(!work::farSideLooks(*m_cache, scope));
        const auto saw = look();
        QVERIFY(saw);
        QCOMPARE(m_mine, 1);
        QVERIFY(accept(*saw));
        // kept here, and there without a connection
        const auto history = read(nullptr);
        QVERIFY(history);
        QCOMPARE(history->looks, QList<mail::SecuritySnapshot>{*saw});
        QCOMPARE(history->accepted, *saw);
        QCOMPARE(history->lastLook, saw->at);
        QVERIFY(m_backend->security.looks.isEmpty());
    }

    void aLookThatFailsIsNoLook()
    {
        QVERIFY(know());
        m_fails = true;
        QCOMPARE(look().error().kind, Error::Kind::Offline);
        m_fails = false;
        QVERIFY(!read(nullptr)->lastLook.isValid());
    }

private:
    bool know()
    {
        Progress progress;
        return bool(work::syncAccount(*m_backend, *m_cache, progress));
    }
    Result<mail::SecuritySnapshot> look()
    {
        Progress progress;
        return work::lookNow(
            m_backend.get(), *m_cache, *m_looks, scope, org,
            [this](const QString &domain, Progress &) -> Result<mail::SecuritySnapshot> {
                ++m_mine;
                if (m_fails)
                    return Error{Error::Kind::Offline, {}, {}, {}, 0};
                mail::SecuritySnapshot snapshot;
                snapshot.domain = domain;
                snapshot.at = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
                snapshot.records = {{domain, u"MX"_qs, {u"10 mail.example.org"_qs}}};
                return snapshot;
            },
            progress);
    }
    Result<void> accept(const mail::SecuritySnapshot &snapshot)
    {
        Progress progress;
        return work::acceptSecurity(m_backend.get(), *m_cache, *m_looks, scope, snapshot, progress);
    }
    Result<backend::SecurityHistory> read(backend::Backend *backend)
    {
        Progress progress;
        return work::securityHistory(backend, *m_cache, *m_looks, scope, org, progress);
    }

    const store::Scope scope{QStringLiteral("a1"), 7};
    const QString org = QStringLiteral("example.org");
    int m_mine = 0;
    bool m_fails = false;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<store::Looks> m_looks;
    std::unique_ptr<test::FakeBackend> m_backend;
};

QTEST_GUILESS_MAIN(SecurityTest)
#include "securitytest.moc"
