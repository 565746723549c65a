// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/lookup.h"

#include "app/base/log.h"

#include <QFile>

#include <fcntl.h>
#include <set>
#include <sqlite3.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

namespace host {

namespace {

constexpr int schemaVersion = 1;

// login's key is the whole question of a password lookup: one descent, whatever the size.
constexpr char schema[] = R"(
DROP TABLE IF EXISTS domain;
DROP TABLE IF EXISTS mailbox;
DROP TABLE IF EXISTS login;
DROP TABLE IF EXISTS sender;
DROP TABLE IF EXISTS meta;
CREATE TABLE domain(name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE mailbox(address TEXT PRIMARY KEY, quota INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE login(mailbox TEXT NOT NULL, service TEXT NOT NULL, secret TEXT NOT NULL,
    device INTEGER NOT NULL, grant_id INTEGER NOT NULL,
    PRIMARY KEY(mailbox, service, secret)) WITHOUT ROWID;
CREATE UNIQUE INDEX login_grant ON login(grant_id);
CREATE TABLE sender(address TEXT NOT NULL, mailbox TEXT NOT NULL,
    PRIMARY KEY(address, mailbox)) WITHOUT ROWID;
CREATE INDEX sender_mailbox ON sender(mailbox);
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('sequence', 0), ('grant', 0);
)";

// One use of a statement; SQLite keeps what it made of the text for as long as the connection
// lives, since a publication says the same few sentences a hundred thousand times.
class Statement
{
public:
    Statement(sqlite3 *db, const char *sql)
    {
        for (m_statement = sqlite3_next_stmt(db, nullptr);
             m_statement &&
             (sqlite3_stmt_busy(m_statement) || qstrcmp(sqlite3_sql(m_statement), sql) != 0);)
            m_statement = sqlite3_next_stmt(db, m_statement);
        if (!m_statement)
            sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    }
    ~Statement()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        sqlite3_bind_text(m_statement, ++m_at, bytes.constData(), int(bytes.size()),
                          SQLITE_TRANSIENT);
        return *this;
    }
    Statement &bind(qint64 number)
    {
        sqlite3_bind_int64(m_statement, ++m_at, number);
        return *this;
    }
    bool next() { return m_statement && sqlite3_step(m_statement) == SQLITE_ROW; }
    bool run() { return m_statement && sqlite3_step(m_statement) == SQLITE_DONE; }
    qint64 number(int column) const { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const
    {
        return QString::fromUtf8(
            reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column)));
    }

private:
    sqlite3_stmt *m_statement = nullptr;
    int m_at = 0;
};

Error storage(sqlite3 *db)
{
    return {Error::Kind::Storage,
            QStringLiteral("lookup.db: %1").arg(QString::fromUtf8(sqlite3_errmsg(db))),
            {},
            {},
            0};
}

// Which file this is, whatever its name; {0, 0}: there is none.
std::pair<quint64, quint64> identityOf(const QByteArray &path)
{
    struct stat s = {};
    if (stat(path.constData(), &s) != 0)
        return {0, 0};
    return {s.st_dev, s.st_ino};
}

bool execute(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace

Result<std::unique_ptr<Lookup>> Lookup::open(const QString &file, int gid)
{
    // Made with its final mode and group first: SQLite gives the -wal and -shm files the same.
    const QByteArray path = QFile::encodeName(file);
    const int fd = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
    if (fd < 0 || fchmod(fd, 0640) != 0 || (gid >= 0 && fchown(fd, uid_t(-1), gid_t(gid)) != 0)) {
        const QString reason = qt_error_string();
        if (fd >= 0)
            ::close(fd);
        return Error{Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, reason), {}, {}, 0};
    }
    ::close(fd);

    sqlite3 *db = nullptr;
    if (sqlite3_open_v2(path.constData(), &db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                        nullptr) != SQLITE_OK) {
        const Error error = storage(db);
        sqlite3_close(db);
        return error;
    }
    std::unique_ptr<Lookup> lookup(new Lookup(db));
    lookup->m_file = path;
    lookup->m_identity = identityOf(path);
    sqlite3_busy_timeout(db, 5000);
    int persist = 1;
    if (!execute(db, "PRAGMA journal_mode=WAL") || !execute(db, "PRAGMA synchronous=NORMAL") ||
        sqlite3_file_control(db, "main", SQLITE_FCNTL_PERSIST_WAL, &persist) != SQLITE_OK)
        return storage(db);

    qint64 version = 0;
    {
        Statement s(db, "PRAGMA user_version");
        if (s.next())
            version = s.number(0);
    }
    if (version != schemaVersion) {
        // A projection may be thrown away: the caller sees published() 0 and publishes everything.
        const QByteArray sql = QByteArrayLiteral("BEGIN IMMEDIATE;") + schema +
                               "PRAGMA user_version=" + QByteArray::number(schemaVersion) +
                               ";COMMIT";
        if (!execute(db, sql.constData())) {
            const Error error = storage(db);
            execute(db, "ROLLBACK");
            return error;
        }
    }
    Statement s(db, "SELECT (SELECT value FROM meta WHERE key='sequence'),"
                    "(SELECT value FROM meta WHERE key='grant')");
    if (!s.next())
        return storage(db);
    lookup->m_sequence = s.number(0);
    lookup->m_grant = s.number(1);
    return lookup;
}

Lookup::~Lookup()
{
    while (sqlite3_stmt *statement = sqlite3_next_stmt(m_db, nullptr))
        sqlite3_finalize(statement);
    sqlite3_close(m_db);
}

qint64 Lookup::published() const
{
    QMutexLocker lock(&m_mutex);
    return m_sequence;
}

Result<void> Lookup::publish(const Publication &publication)
{
    QMutexLocker lock(&m_mutex);
    const qint64 grant = m_grant;
    if (!execute(m_db, "BEGIN IMMEDIATE"))
        return storage(m_db);
    auto written = write(publication);
    if (written && !execute(m_db, "COMMIT"))
        written = storage(m_db);
    if (!written) {
        execute(m_db, "ROLLBACK");
        m_grant = grant;
        return written.error();
    }
    // Written all the same: a server that has the old file open still refuses what was taken away.
    if (identityOf(m_file) != m_identity) {
        m_sequence = 0;
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1 was removed or replaced while it was in use; mail programs "
                                    "are refused until mailwrightd is started again")
                         .arg(QFile::decodeName(m_file)),
                     {},
                     {},
                     0};
    }
    m_sequence = publication.sequence;
    return {};
}

Result<void> Lookup::write(const Publication &publication)
{
    if (publication.everything) {
        // Logins stay until their mailbox is written, so that unchanged ones keep their grant.
        if (!execute(m_db, "DELETE FROM domain") || !execute(m_db, "DELETE FROM mailbox"))
            return storage(m_db);
        for (const QString &domain : publication.domains)
            if (!Statement(m_db, "INSERT OR IGNORE INTO domain VALUES(?)").bind(domain).run())
                return storage(m_db);
    }
    for (const QString &address : publication.gone)
        if (!Statement(m_db, "DELETE FROM mailbox WHERE address=?").bind(address).run() ||
            !Statement(m_db, "DELETE FROM login WHERE mailbox=?").bind(address).run() ||
            !Statement(m_db, "DELETE FROM sender WHERE mailbox=?").bind(address).run())
            return storage(m_db);
    for (const LookupMailbox &mailbox : publication.mailboxes)
        if (auto written = writeMailbox(mailbox); !written)
            return written;
    if (publication.everything &&
        (!execute(m_db, "DELETE FROM login WHERE mailbox NOT IN (SELECT address FROM mailbox)") ||
         !execute(m_db, "DELETE FROM sender WHERE mailbox NOT IN (SELECT address FROM mailbox)")))
        return storage(m_db);
    if (!Statement(m_db, "UPDATE meta SET value=? WHERE key='sequence'")
             .bind(publication.sequence)
             .run() ||
        !Statement(m_db, "UPDATE meta SET value=? WHERE key='grant'").bind(m_grant).run())
        return storage(m_db);
    return {};
}

Result<void> Lookup::writeMailbox(const LookupMailbox &mailbox)
{
    struct Row
    {
        QString service;
        QString secret;
        qint64 device = 0;
        bool operator<(const Row &other) const
        {
            return std::tie(service, secret, device) <
                   std::tie(other.service, other.secret, other.device);
        }
    };
    std::set<Row> wanted;
    for (const LookupDevice &device : mailbox.devices) {
        const QString secret = QString::fromLatin1(device.secretSha256).toLower();
        const auto add = [&](bool allowed, const char *service) {
            if (allowed && !secret.isEmpty())
                wanted.insert({QString::fromLatin1(service), secret, device.id});
        };
        add(device.imap, "imap");
        add(device.pop3, "pop3");
        add(device.smtp, "smtp");
        add(device.sieve, "sieve");
    }

    if (!Statement(m_db, "INSERT OR REPLACE INTO mailbox VALUES(?,?)")
             .bind(mailbox.address)
             .bind(mailbox.quota)
             .run())
        return storage(m_db);

    QList<Row> stale;
    {
        Statement s(m_db, "SELECT service, secret, device FROM login WHERE mailbox=?");
        s.bind(mailbox.address);
        while (s.next()) {
            const Row row{s.text(0), s.text(1), s.number(2)};
            if (wanted.erase(row) == 0)
                stale.append(row);
        }
    }
    for (const Row &row : stale)
        if (!Statement(m_db, "DELETE FROM login WHERE mailbox=? AND service=? AND secret=?")
                 .bind(mailbox.address)
                 .bind(row.service)
                 .bind(row.secret)
                 .run())
            return storage(m_db);
    for (const Row &row : wanted)
        if (!Statement(m_db, "INSERT INTO login VALUES(?,?,?,?,?)")
                 .bind(mailbox.address)
                 .bind(row.service)
                 .bind(row.secret)
                 .bind(row.device)
                 .bind(++m_grant)
                 .run())
            return storage(m_db);

    if (!Statement(m_db, "DELETE FROM sender WHERE mailbox=?").bind(mailbox.address).run())
        return storage(m_db);
    for (const QString &sender : mailbox.senders)
        if (!Statement(m_db, "INSERT OR IGNORE INTO sender VALUES(?,?)")
                 .bind(sender.toLower())
                 .bind(mailbox.address)
                 .run())
            return storage(m_db);
    return {};
}

bool Lookup::isGranted(qint64 grant) const
{
    QMutexLocker lock(&m_mutex);
    return Statement(m_db, "SELECT 1 FROM login WHERE grant_id=?").bind(grant).next();
}

bool Lookup::maySubmit(const QString &mailbox, qint64 device) const
{
    QMutexLocker lock(&m_mutex);
    return Statement(m_db, "SELECT 1 FROM login WHERE mailbox=? AND service='smtp' AND device=?")
        .bind(mailbox)
        .bind(device)
        .next();
}

QStringList Lookup::senders(const QString &mailbox) const
{
    QMutexLocker lock(&m_mutex);
    QStringList list;
    Statement s(m_db, "SELECT address FROM sender WHERE mailbox=?");
    s.bind(mailbox);
    while (s.next())
        list.append(s.text(0));
    return list;
}

} // namespace host
