// SPDX-License-Identifier: GPL-3.0-or-later
// Does what is due of the jobs of a database and kills itself at a given moment: one of the times
// when the clock is asked, or a private half, the tables of OpenDKIM or a zone are touched. For the
// story of the killed rotation.
//   server_rotator DIRECTORY MOMENT     (0 = never; prints "over" when no job is at work any more)
#include "server/daemon.h"
#include "server/db/jobs.h"
#include "server/work/work.h"
#include "server/zoneprojection.h"
#include "tests/support/recordinghost.h"
#include "tests/support/toldworld.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace {

std::atomic<int> momentsLeft = 0;

void moment()
{
    if (momentsLeft > 0 && --momentsLeft == 0)
        raise(SIGKILL);
}

class PassingClock final : public Clock
{
public:
    QDateTime now() const override
    {
        moment();
        return QDateTime::currentDateTimeUtc();
    }
};

// Private halves and tables outlive the process, as on a real host.
class FileSigning final : public host::Signing
{
public:
    explicit FileSigning(const QString &directory)
        : m_directory(directory)
    {
        QDir().mkpath(directory);
    }
    QString missing() const override { return {}; }
    Result<QString> makeKey(const host::SigningKey &key) override
    {
        moment();
        if (hasKey(key))
            return Error{Error::Kind::Conflict, {}, {}, {}, 0};
        write(key.selector + QStringLiteral(".pem"), "secret");
        moment();
        return QStringLiteral("v=DKIM1; k=rsa; p=") +
               QString::fromLatin1(key.selector.toLatin1().toBase64());
    }
    bool hasKey(const host::SigningKey &key) const override
    {
        return QFile::exists(m_directory + u'/' + key.selector + QStringLiteral(".pem"));
    }
    Result<void> dropKey(const host::SigningKey &key) override
    {
        moment();
        QFile::remove(m_directory + u'/' + key.selector + QStringLiteral(".pem"));
        moment();
        return {};
    }
    Result<void> keepOnly(const QList<host::SigningKey> &keys) override
    {
        QStringList kept;
        for (const host::SigningKey &key : keys)
            kept.append(key.selector + QStringLiteral(".pem"));
        for (const QString &name :
             QDir(m_directory).entryList({QStringLiteral("*.pem")}, QDir::Files)) {
            moment();
            if (!kept.contains(name))
                QFile::remove(m_directory + u'/' + name);
        }
        return {};
    }
    Result<void> signWith(const QList<host::SigningKey> &keys) override
    {
        moment();
        QByteArray table;
        for (const host::SigningKey &key : keys)
            table += key.selector.toLatin1() + '\n';
        write(QStringLiteral("table"), table);
        moment();
        return {};
    }
    Result<QByteArray> signedMessage(const QString &) override { return QByteArray(); }

private:
    // In one step, as the host does: another thread may kill us in the middle.
    void write(const QString &name, const QByteArray &bytes) const
    {
        const QString next = m_directory + QStringLiteral(".new");
        QFile file(next);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush())
            ::rename(QFile::encodeName(next).constData(),
                     QFile::encodeName(m_directory + u'/' + name).constData());
    }
    const QString m_directory;
};

class Zones final : public host::RecordingZones
{
public:
    Result<QStringList> publish(const host::ZonePublication &zone) override
    {
        moment();
        auto done = RecordingZones::publish(zone);
        moment();
        return done;
    }
};

class KilledHost final : public host::RecordingHost
{
public:
    explicit KilledHost(const QString &directory)
        : m_signing(directory)
    {
    }
    host::Signing &signing() override { return m_signing; }
    host::ZoneServer &zones() override { return m_zones; }

private:
    FileSigning m_signing;
    Zones m_zones;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString directory = app.arguments().value(1);
    KilledHost host(directory + QStringLiteral("/dkim"));
    PassingClock clock;
    ToldWorld world;
    Daemon daemon(
        host, clock,
        {.databasePath = directory + QStringLiteral("/main.db"), .http = {}, .world = &world});
    if (!daemon.open())
        return 1;
    momentsLeft = app.arguments().value(2).toInt();
    daemon.zones().start();
    hostwork::Work &work = daemon.work();
    if (!work.keys().tidy() || !work.keys().bringIn())
        return 1;
    work.runDue();
    const auto runs = db::isAtWork(daemon.database(), QLatin1String(hostwork::rotation),
                                   QStringLiteral("example.org"));
    std::printf("%s\n", runs && !*runs ? "over" : "at work");
    return 0;
}
