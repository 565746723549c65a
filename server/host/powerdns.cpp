// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/powerdns.h"

#include "app/base/log.h"
#include "app/base/secret.h"
#include "server/host/dovecot.h"
#include "server/host/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <pwd.h>
#include <sqlite3.h>
#include <unistd.h>

namespace host {

namespace {

constexpr char user[] = "pdns"; // Debian's, when we run as root
constexpr char schemaFile[] = "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";

// No cache of its own: what the API answered is what the next question gets.
constexpr char mainFile[] = R"(# Written by mailwrightd at every start; changes here are lost.
launch=gsqlite3
gsqlite3-database=@DATABASE@
gsqlite3-dnssec=yes
gsqlite3-pragma-synchronous=1
@USER@
local-address=@LISTEN@
local-port=@DNS@
api=yes
api-key=@KEY@
webserver=yes
webserver-address=127.0.0.1
webserver-port=@API@
webserver-allow-from=127.0.0.1
webserver-loglevel=none
socket-dir=@SOCKETS@
daemon=no
guardian=no
write-pid=no
security-poll-suffix=
server-id=disabled
version-string=anonymous
zone-cache-refresh-interval=0
cache-ttl=0
query-cache-ttl=0
negquery-cache-ttl=0
dname-processing=yes
receiver-threads=1
distributor-threads=1
signing-threads=1
)";

struct Database
{
    sqlite3 *handle = nullptr;
    ~Database() { sqlite3_close(handle); }
};

Error storage(const QString &file, const QString &reason)
{
    return {Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, reason), {}, {}, 0};
}

// Of the schema that a database was made with: an update of the package may bring another.
int versionOf(const QByteArray &schema)
{
    const QByteArray digest = QCryptographicHash::hash(schema, QCryptographicHash::Sha256);
    return int(digest.left(3).toHex().toUInt(nullptr, 16)) + 1; // never 0
}

bool isUsable(const QString &file, int version)
{
    Database database;
    if (sqlite3_open_v2(QFile::encodeName(file).constData(), &database.handle,
                        SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        return false;
    sqlite3_stmt *statement = nullptr;
    int found = 0;
    if (sqlite3_prepare_v2(database.handle, "PRAGMA user_version", -1, &statement, nullptr) ==
            SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        found = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return found == version && sqlite3_exec(database.handle, "SELECT count(*) FROM domains",
                                            nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace

Result<void> PowerDns::check() const
{
    const auto missing = [](const QString &detail) {
        return Error{Error::Kind::Unsupported, detail, {}, {}, 0};
    };
    QStringList packages;
    if (findProgram(QStringLiteral("pdns_server")).isEmpty())
        packages.append(QStringLiteral("pdns-server"));
    if (!QFile::exists(QLatin1String(schemaFile)))
        packages.append(QStringLiteral("pdns-backend-sqlite3"));
    if (!packages.isEmpty())
        return missing(QStringLiteral("PowerDNS is not complete; these packages are missing: %1")
                           .arg(packages.join(QStringLiteral(", "))));
    if (runsAsRoot() && !getpwnam(user))
        return missing(
            QStringLiteral("The system has no user \"%1\" for PowerDNS").arg(QLatin1String(user)));
    return {};
}

Result<void> PowerDns::configure() const
{
    QByteArray key = readFile(m_layout.dnsApiKeyFile).trimmed();
    if (key.isEmpty()) {
        key = Secret::generate().reveal();
        if (auto written = writeWhole(m_layout.dnsApiKeyFile, key + '\n', 0600); !written)
            return written;
    } else if (auto kept = keepPrivate(m_layout.dnsApiKeyFile); !kept) {
        return kept;
    }
    const QList<std::pair<QString, QString>> values{
        {QStringLiteral("DATABASE"), m_layout.powerdns + QStringLiteral("/db/pdns.db")},
        {QStringLiteral("USER"),
         runsAsRoot() ? QStringLiteral("setuid=%1\nsetgid=%1").arg(QLatin1String(user))
                      : QString()},
        {QStringLiteral("LISTEN"), m_layout.listen},
        {QStringLiteral("DNS"), QString::number(m_layout.ports.dns)},
        {QStringLiteral("API"), QString::number(m_layout.ports.dnsApi)},
        {QStringLiteral("SOCKETS"), m_layout.powerdnsSockets()},
        {QStringLiteral("KEY"), QString::fromLatin1(key)}};
    QString text = QString::fromUtf8(mainFile);
    for (const auto &[name, value] : values)
        text.replace(u'@' + name + u'@', value);
    // It reads the file before it becomes that user, so nobody else need.
    if (auto written =
            writeConfiguration(m_layout.powerdns + QStringLiteral("/pdns.conf"), text, 0600);
        !written)
        return written;
    return ensureDatabase();
}

Result<void> PowerDns::ensureDatabase() const
{
    const QString file = m_layout.powerdns + QStringLiteral("/db/pdns.db");
    const QByteArray schema = readFile(QLatin1String(schemaFile));
    if (schema.isEmpty())
        return storage(QLatin1String(schemaFile), QStringLiteral("cannot be read"));
    const int version = versionOf(schema);
    // It has the private halves of the keys that sign the zones. What SQLite makes beside it gets
    // its mode.
    for (const char *suffix : {"", "-wal", "-shm"})
        if (auto kept = keepPrivate(file + QLatin1String(suffix)); !kept)
            return kept;
    if (isUsable(file, version))
        return {};
    if (QFile::exists(file))
        qCWarning(lcHost, "%s cannot be used and is made anew", qPrintable(file));
    for (const char *suffix : {"", "-wal", "-shm", "-journal", ".new"})
        QFile::remove(file + QLatin1String(suffix));
    const QString next = file + QStringLiteral(".new");
    if (auto made = makePrivate(next); !made)
        return made;
    {
        Database database;
        const QByteArray sql = "BEGIN;\n" + schema +
                               "\nPRAGMA user_version = " + QByteArray::number(version) +
                               ";\nCOMMIT;";
        if (sqlite3_open(QFile::encodeName(next).constData(), &database.handle) != SQLITE_OK ||
            sqlite3_exec(database.handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            return storage(next, QString::fromUtf8(sqlite3_errmsg(database.handle)));
    }
    if (const passwd *server = runsAsRoot() ? getpwnam(user) : nullptr;
        server && ::chown(QFile::encodeName(next).constData(), server->pw_uid, server->pw_gid) != 0)
        return storage(next, qt_error_string());
    if (!QFile::rename(next, file))
        return storage(file, QStringLiteral("cannot be put in its place"));
    return {};
}

Service PowerDns::service() const
{
    Service service;
    service.name = QStringLiteral("powerdns");
    service.command.program = findProgram(QStringLiteral("pdns_server"));
    service.command.arguments = {QStringLiteral("--config-dir=") + m_layout.powerdns};
    service.command.mask = 077;
    service.command.output = true;
    // It would make an empty file of one that is gone, and serve nothing from then on.
    service.prepare = [this] { return ensureDatabase(); };
    return service;
}

} // namespace host
