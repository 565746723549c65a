// SPDX-License-Identifier: GPL-3.0-or-later
// The private mail host through its troubles, with the real daemon: its directory is still taken,
// it is killed, it was somebody else's.
#include "ui/shell/localhost.h"

#include "app/backend/connection.h"
#include "app/backend/hostingapi.h"
#include "tests/support/localhost.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr int startTime = 60'000; // ms for a host to be there

using Connection = ui::Accounts::Connection;

// As much of the desktop as knows of hosts.
struct Desktop
{
    explicit Desktop(const QString &folder)
        : settings(folder + QStringLiteral("/settings.ini"))
        , cache(folder + QStringLiteral("/cache.db"))
    {
        opened = cache.open().has_value();
    }

    Connection connection() const
    {
        const auto list = accounts.list();
        return list.isEmpty() ? Connection::Unknown : accounts.connection(list.first().id);
    }
    store::Scope scope() const
    {
        const QString account = accounts.list().first().id;
        const auto services = cache.services(account);
        return {account, services.isEmpty() ? 0 : services.first().id};
    }

    bool opened = false;
    store::Settings settings;
    store::Cache cache;
    store::MemorySecrets secrets;
    SystemClock clock;
    Jobs jobs;
    ui::Accounts accounts{jobs,
                          cache,
                          settings,
                          secrets,
                          clock,
                          [](const mail::Account &account, const Secret &token) {
                              return std::make_shared<backend::HostingApi>(account, token);
                          }};
    ui::LocalHosts hosts{accounts, jobs,
                         [](const mail::Account &account, const Secret &token, Progress &progress) {
                             return backend::testConnection(account, token, progress);
                         },
                         QStringLiteral(MAILWRIGHTD)};
};

} // namespace

class LocalHostsTest : public QObject
{
    Q_OBJECT

private:
    // Whose the directory is, as the daemon writes it.
    qint64 holder() const
    {
        QFile lock(m_directory + QStringLiteral("/state/lock"));
        return lock.open(QIODevice::ReadOnly) ? lock.readAll().trimmed().toLongLong() : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_directory;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        // As root, the mail servers' users have to pass.
        QCOMPARE(chmod(QFile::encodeName(m_folder->path()).constData(), 0711), 0);
        m_directory = m_folder->filePath(QStringLiteral("host"));
    }

    void waitsWhileTheOneBeforeEndsAndComesBackWhenItIsKilled()
    {
        // A daemon that puts its servers away has only the lock left to show.
        QVERIFY(QDir().mkpath(m_directory + QStringLiteral("/state")));
        const int lock =
            ::open(QFile::encodeName(m_directory + QStringLiteral("/state/lock")).constData(),
                   O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(lock >= 0);
        QCOMPARE(flock(lock, LOCK_EX | LOCK_NB), 0);

        Desktop desktop(m_folder->path());
        QVERIFY(desktop.opened);
        const QSignalSpy ready(&desktop.hosts, &ui::LocalHosts::ready);
        const QSignalSpy failed(&desktop.hosts, &ui::LocalHosts::failed);
        const QSignalSpy noted(&desktop.hosts, &ui::LocalHosts::noted);
        desktop.hosts.open(m_directory);
        const auto refusals = [&noted] {
            return std::count_if(noted.cbegin(), noted.cend(), [](const QList<QVariant> &said) {
                return said.at(1).toString().contains(QStringLiteral("that ran before"));
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(refusals() >= 2, startTime); // it was tried again
        QVERIFY(desktop.hosts.isStarting());
        QCOMPARE(failed.size(), 0);
        ::close(lock);
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, startTime);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.connection(), Connection::Online, startTime);

        const qint64 first = holder();
        QVERIFY(first > 0);
        QCOMPARE(::kill(pid_t(first), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.connection(), Connection::Offline, startTime);
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 2, startTime);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.connection(), Connection::Online, startTime);
        QVERIFY(holder() != first);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(desktop.accounts.list().size(), 1);
    }

    void whoAsksForItHasItStarted()
    {
        LocalHost other(m_directory);
        QVERIFY2(other.start(), qPrintable(other.problem()));
        Desktop desktop(m_folder->path());
        QVERIFY(desktop.opened);
        desktop.hosts.open(m_directory);
        QTRY_COMPARE_WITH_TIMEOUT(desktop.connection(), Connection::Online, startTime);
        QTRY_VERIFY_WITH_TIMEOUT(desktop.jobs.isIdle(), startTime);
        QCOMPARE(holder(), other.pid()); // used as it is

        const qint64 first = other.pid();
        other.stop();
        desktop.accounts.refreshMailboxes(desktop.scope());
        QTRY_COMPARE_WITH_TIMEOUT(desktop.connection(), Connection::Offline, startTime);
        // As Retry on a page does.
        const QSignalSpy refreshed(&desktop.accounts, &ui::Accounts::refreshed);
        desktop.accounts.refreshMailboxes(desktop.scope());
        QTRY_COMPARE_WITH_TIMEOUT(desktop.connection(), Connection::Online, startTime);
        QTRY_VERIFY_WITH_TIMEOUT(refreshed.size() > 0, startTime);
        QVERIFY(holder() != first);
    }

    void sayWhyItIsNotStartedToWhoAsks()
    {
        Desktop desktop(m_folder->path());
        QVERIFY(desktop.opened);
        mail::Account account;
        account.id = QStringLiteral("here");
        account.kind = mail::AccountKind::Local;
        account.url = QStringLiteral("https://127.0.0.1:1");
        account.directory = m_directory;
        desktop.accounts.add(account, Secret(QByteArray("t")));
        mail::Service service;
        service.id = 7;
        QVERIFY(desktop.cache.setServices(account.id, {service}));
        QTRY_COMPARE_WITH_TIMEOUT(desktop.connection(), Connection::Offline, startTime);
        QVERIFY(QFile(m_directory).open(QIODevice::WriteOnly)); // no directory, and none can be
        const QSignalSpy refused(&desktop.accounts, &ui::Accounts::refreshFailed);
        const QSignalSpy part(&desktop.accounts, &ui::Accounts::partFailed);
        desktop.accounts.refreshMailboxes({account.id, 7});
        desktop.accounts.refreshPart({account.id, 7}, ui::Accounts::Part::Zones);
        QTRY_VERIFY_WITH_TIMEOUT(refused.size() > 0, startTime);
        QTRY_COMPARE_WITH_TIMEOUT(part.size(), 1, startTime);
        QVERIFY(!desktop.accounts.lastError(account.id).detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(LocalHostsTest)
#include "localhosts.moc"
