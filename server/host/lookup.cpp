// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/lookup.h"

#include "app/base/log.h"
#include "server/host/spellings.h"
#include "server/host/statement.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <set>
#include <sqlite3.h>
#include <sys/stat.h>
#include <tuple>
#include <unistd.h>

namespace host {

namespace {

constexpr int schemaVersion = 3;

// login's key is the whole question of a password lookup: one descent, whatever the size. What it
// finds is the answer as Dovecot takes it, since a login waits while it would be put together.
constexpr char schema[] = R"(
DROP TABLE IF EXISTS domain;
DROP TABLE IF EXISTS mailbox;
DROP TABLE IF EXISTS login;
DROP TABLE IF EXISTS sender;
DROP TABLE IF EXISTS meta;
CREATE TABLE domain(name TEXT PRIMARY KEY, ascii TEXT NOT NULL) WITHOUT ROWID; -- spellings
CREATE TABLE mailbox(address TEXT PRIMARY KEY, quota INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE login(mailbox TEXT NOT NULL, service TEXT NOT NULL, secret TEXT NOT NULL,
    device INTEGER NOT NULL, grant_id INTEGER NOT NULL, answer TEXT NOT NULL,
    submitter TEXT NOT NULL, -- the user of a submission; '' for other services
    PRIMARY KEY(mailbox, service, secret)) WITHOUT ROWID;
CREATE UNIQUE INDEX login_grant ON login(grant_id);
CREATE TABLE sender(address TEXT NOT NULL, mailbox TEXT NOT NULL,
    PRIMARY KEY(address, mailbox)) WITHOUT ROWID;
CREATE INDEX sender_mailbox ON sender(mailbox);
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('sequence', 0), ('grant', 0);
PRAGMA user_version = 3; -- schemaVersion
)";

const QStringList services{QStringLiteral("imap"), QStringLiteral("pop3"), QStringLiteral("smtp"),
                           QStringLiteral("sieve")};

QString secretOf(const LookupDevice &device)
{
    return QString::fromLatin1(device.secretSha256).toLower();
}

// The fields of a passdb. Postfix has to know device and password, so they are in a submission's
// user.
QString answerTo(const QString &submitter, const LookupMailbox &mailbox, qint64 device,
                 qint64 grant)
{
    QString answer = QStringLiteral("grant=%1.%2 userdb_quota_rule=*:bytes=%3")
                         .arg(device)
                         .arg(grant)
                         .arg(mailbox.quota);
    if (!submitter.isEmpty())
        answer.prepend(QStringLiteral("user=%1 ").arg(submitter));
    return answer;
}

bool allows(const LookupDevice &device, const QString &service)
{
    return (device.imap && service == u"imap") || (device.pop3 && service == u"pop3") ||
           (device.smtp && service == u"smtp") || (device.sieve && service == u"sieve");
}

// No second try will get over this; SQLITE_ERROR: the tables are not the ones that were made.
bool isDamage(int code)
{
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_PROTOCOL ||
           code == SQLITE_ERROR;
}

} // namespace

Result<std::unique_ptr<Lookup>> Lookup::open(const QString &file, int gid)
{
    std::unique_ptr<Lookup> lookup(new Lookup(QFile::encodeName(file), gid));
    auto connected = lookup->connect();
    if (!connected && isDamage(lookup->m_failure)) {
        lookup->lose(connected.error().detail);
        connected = lookup->makeAnew();
    }
    if (!connected)
        return connected.error();
    lookup->m_edition = 0; // nobody has it open yet
    return lookup;
}

Lookup::~Lookup()
{
    close(m_db);
    close(m_former);
}

Error Lookup::failed() const
{
    m_failure = sqlite3_errcode(m_db) & 0xff;
    return storage(m_db);
}

// To the file that is there, or to a new one.
Result<void> Lookup::connect()
{
    close(m_db);
    m_failure = 0;
    // Made with its final mode and group first: SQLite gives the -wal and -shm files the same.
    const int fd = ::open(m_file.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
    if (fd < 0 || fchmod(fd, 0640) != 0 ||
        (m_gid >= 0 && fchown(fd, uid_t(-1), gid_t(m_gid)) != 0)) {
        const QString reason = qt_error_string();
        if (fd >= 0)
            ::close(fd);
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1: %2").arg(QFile::decodeName(m_file), reason),
                     {},
                     {},
                     0};
    }
    ::close(fd);

    int persist = 1;
    if (sqlite3_open_v2(m_file.constData(), &m_db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
                        nullptr) != SQLITE_OK)
        return failed();
    // Nobody else has a reason to write here, so nobody is waited for long.
    sqlite3_busy_timeout(m_db, 1000);
    if (!execute(m_db, "PRAGMA journal_mode=WAL") || !execute(m_db, "PRAGMA synchronous=NORMAL") ||
        sqlite3_file_control(m_db, "main", SQLITE_FCNTL_PERSIST_WAL, &persist) != SQLITE_OK)
        return failed();
    Statement version(m_db, "PRAGMA user_version");
    if (!version.next())
        return failed();
    // Of another version: the tables come with the publication of everything.
    m_state = version.number(0) == schemaVersion ? State::Good : State::Void;
    if (m_state == State::Good) {
        Statement check(m_db, "PRAGMA quick_check(1)");
        Statement meta(m_db, "SELECT (SELECT value FROM meta WHERE key='sequence'),"
                             "(SELECT value FROM meta WHERE key='grant')");
        if (!check.next() || check.text(0) != u"ok" || !meta.next()) {
            m_failure = SQLITE_CORRUPT;
            return Error{Error::Kind::Storage, QStringLiteral("it is damaged"), {}, {}, 0};
        }
        m_sequence = meta.number(0);
        m_grant = std::max(m_grant, meta.number(1));
    }
    noteStamps();
    return {};
}

Result<void> Lookup::makeAnew()
{
    // What the old file's readers still see is true until they are told of the new one. The name
    // goes first: a log without its file is never taken for anything.
    for (const char *suffix : {"", "-wal", "-shm"})
        if (::unlink((m_file + suffix).constData()) != 0 && errno != ENOENT)
            return Error{
                Error::Kind::Storage,
                QStringLiteral("%1%2 cannot be removed: %3")
                    .arg(QFile::decodeName(m_file), QLatin1String(suffix), qt_error_string()),
                {},
                {},
                0};
    if (m_db) {
        close(m_former);
        m_former = std::exchange(m_db, nullptr);
        m_formerUntil = QDeadlineTimer(std::chrono::seconds(15));
    }
    if (auto connected = connect(); !connected)
        return connected;
    ++m_edition;
    return {};
}

Lookup::Stamp Lookup::stampOf(const char *suffix) const
{
    struct stat s = {};
    if (stat((m_file + suffix).constData(), &s) != 0)
        return {};
    const auto nanoseconds = [](const timespec &t) { return t.tv_sec * 1'000'000'000 + t.tv_nsec; };
    return {s.st_dev, s.st_ino, s.st_size,
            std::max<qint64>(nanoseconds(s.st_mtim), nanoseconds(s.st_ctim))};
}

void Lookup::noteStamps()
{
    m_main = stampOf("");
    m_wal = stampOf("-wal");
    m_shm = stampOf("-shm");
}

// By another connection: this one has what it read last in memory.
bool Lookup::isSound() const
{
    sqlite3 *db = nullptr;
    bool isSound = false;
    if (sqlite3_open_v2(m_file.constData(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK) {
        sqlite3_busy_timeout(db, 1000);
        Statement check(db, "PRAGMA quick_check(1)");
        Statement version(db, "PRAGMA user_version");
        Statement meta(db, "SELECT value FROM meta WHERE key='sequence'");
        isSound = check.next() && check.text(0) == u"ok" && version.next() &&
                  version.number(0) == schemaVersion && meta.next() && meta.number(0) == m_sequence;
    }
    close(db);
    return isSound;
}

QString Lookup::fault()
{
    const Stamp main = stampOf("");
    const Stamp wal = stampOf("-wal");
    const Stamp shm = stampOf("-shm");
    const auto isOther = [](const Stamp &now, const Stamp &then) {
        return now.device != then.device || now.inode != then.inode;
    };
    if (isOther(main, m_main) || isOther(wal, m_wal) || isOther(shm, m_shm))
        return QStringLiteral("it was removed or replaced");
    // Readers touch only the -shm file, and its size never shrinks.
    if (main == m_main && wal == m_wal && shm.size >= m_shm.size && !m_isSuspect)
        return {};
    m_isSuspect = false;
    if (!isSound())
        return QStringLiteral("it is damaged");
    noteStamps();
    return {};
}

void Lookup::lose(const QString &why)
{
    qCWarning(lcHost, "%s has to be made anew: %s", m_file.constData(), qPrintable(why));
    m_state = State::Lost;
    m_sequence = 0;
}

bool Lookup::isIntact()
{
    QMutexLocker lock(&m_mutex);
    if (m_former && m_formerUntil.hasExpired())
        close(m_former);
    if (m_state == State::Good)
        if (const QString why = fault(); !why.isEmpty())
            lose(why);
    return m_state == State::Good;
}

void Lookup::suspect()
{
    QMutexLocker lock(&m_mutex);
    m_isSuspect = true;
}

qint64 Lookup::published() const
{
    QMutexLocker lock(&m_mutex);
    return m_sequence;
}

int Lookup::edition() const
{
    QMutexLocker lock(&m_mutex);
    return m_edition;
}

Result<void> Lookup::publish(const Publication &publication)
{
    QMutexLocker lock(&m_mutex);
    auto done = publishNow(publication);
    if (!done) {
        keepUnwritten(publication);
    } else if (publication.everything) {
        m_unwritten.clear();
        m_isAllUnwritten = false;
    } else if (!m_unwritten.isEmpty()) {
        for (const QString &address : publication.gone)
            m_unwritten.remove(address);
        for (const LookupMailbox &mailbox : publication.mailboxes)
            m_unwritten.remove(mailbox.address);
    }
    return done;
}

void Lookup::keepUnwritten(const Publication &publication)
{
    if (publication.everything) {
        m_unwritten.clear();
        m_isAllUnwritten = true;
    }
    for (const QString &address : publication.gone)
        m_unwritten.insert(address, {});
    for (const LookupMailbox &mailbox : publication.mailboxes)
        m_unwritten.insert(mailbox.address, mailbox);
}

const LookupMailbox *Lookup::unwritten(const QString &address) const
{
    static const LookupMailbox nobody;
    const auto it = m_unwritten.constFind(address);
    if (it != m_unwritten.constEnd())
        return &*it;
    return m_isAllUnwritten ? &nobody : nullptr;
}

Result<void> Lookup::publishNow(const Publication &publication)
{
    if (m_state == State::Good)
        if (const QString why = fault(); !why.isEmpty())
            lose(why);
    if (m_state != State::Good && !publication.everything)
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1 has to be made anew, with everything")
                         .arg(QFile::decodeName(m_file)),
                     {},
                     {},
                     0};
    if (m_state == State::Lost)
        if (auto made = makeAnew(); !made)
            return made;
    const qint64 grant = m_grant;
    Result<void> written;
    if (!execute(m_db, "BEGIN IMMEDIATE"))
        written = failed();
    // The tables become visible together with what is in them: a mail server that finds none knows
    // that something is wrong, one that finds empty ones would refuse everybody for good.
    if (written && m_state == State::Void && !execute(m_db, schema))
        written = failed();
    if (written)
        written = write(publication);
    if (written && !execute(m_db, "COMMIT"))
        written = failed();
    if (!written) {
        execute(m_db, "ROLLBACK");
        m_grant = grant;
        if (m_state == State::Good && isDamage(m_failure))
            lose(written.error().detail);
        else if (m_failure != SQLITE_FULL && m_failure != SQLITE_BUSY)
            m_isSuspect = true;
        return written.error();
    }
    m_state = State::Good;
    m_sequence = publication.sequence;
    noteStamps();
    return {};
}

Result<void> Lookup::write(const Publication &publication)
{
    if (publication.everything) {
        // Logins stay until their mailbox is written, so that unchanged ones keep their grant.
        if (!execute(m_db, "DELETE FROM domain") || !execute(m_db, "DELETE FROM mailbox"))
            return failed();
        for (const QString &domain : publication.domains)
            for (const QString &spelling : spellings(domain))
                if (!Statement(m_db, "INSERT OR IGNORE INTO domain VALUES(?,?)")
                         .bind(spelling)
                         .bind(domain)
                         .run())
                    return failed();
    }
    for (const QString &address : publication.gone)
        if (!Statement(m_db, "DELETE FROM mailbox WHERE address=?").bind(address).run() ||
            !Statement(m_db, "DELETE FROM login WHERE mailbox=?").bind(address).run() ||
            !Statement(m_db, "DELETE FROM sender WHERE mailbox=?").bind(address).run())
            return failed();
    for (const LookupMailbox &mailbox : publication.mailboxes)
        if (auto written = writeMailbox(mailbox); !written)
            return written;
    if (publication.everything &&
        (!execute(m_db, "DELETE FROM login WHERE mailbox NOT IN (SELECT address FROM mailbox)") ||
         !execute(m_db, "DELETE FROM sender WHERE mailbox NOT IN (SELECT address FROM mailbox)")))
        return failed();
    if (!Statement(m_db, "UPDATE meta SET value=? WHERE key='sequence'")
             .bind(publication.sequence)
             .run() ||
        !Statement(m_db, "UPDATE meta SET value=? WHERE key='grant'").bind(m_grant).run())
        return failed();
    return {};
}

Result<void> Lookup::writeMailbox(const LookupMailbox &mailbox)
{
    struct Row
    {
        QString service;
        QString secret;
        qint64 device = 0;
        QString submitter(const LookupMailbox &mailbox) const
        {
            return service == u"smtp"
                       ? Submitter::of(mailbox.address, device, secret.toLatin1()).login()
                       : QString();
        }
        bool operator<(const Row &other) const
        {
            return std::tie(service, secret, device) <
                   std::tie(other.service, other.secret, other.device);
        }
    };
    std::set<Row> wanted;
    for (const LookupDevice &device : mailbox.devices) {
        const QString secret = secretOf(device);
        for (const QString &service : services)
            if (allows(device, service) && !secret.isEmpty())
                wanted.insert({service, secret, device.id});
    }

    if (!Statement(m_db, "INSERT OR REPLACE INTO mailbox VALUES(?,?)")
             .bind(mailbox.address)
             .bind(mailbox.quota)
             .run())
        return failed();

    QList<Row> stale;
    QList<std::pair<Row, QString>> reworded; // kept, with another answer
    {
        Statement s(m_db, "SELECT service, secret, device, grant_id, answer FROM login "
                          "WHERE mailbox=?");
        s.bind(mailbox.address);
        while (s.next()) {
            const Row row{s.text(0), s.text(1), s.number(2)};
            if (wanted.erase(row) == 0)
                stale.append(row);
            else if (const QString answer =
                         answerTo(row.submitter(mailbox), mailbox, row.device, s.number(3));
                     answer != s.text(4))
                reworded.append({row, answer});
        }
    }
    for (const auto &[row, answer] : qAsConst(reworded))
        if (!Statement(m_db, "UPDATE login SET answer=? WHERE mailbox=? AND service=? AND secret=?")
                 .bind(answer)
                 .bind(mailbox.address)
                 .bind(row.service)
                 .bind(row.secret)
                 .run())
            return failed();
    for (const Row &row : stale)
        if (!Statement(m_db, "DELETE FROM login WHERE mailbox=? AND service=? AND secret=?")
                 .bind(mailbox.address)
                 .bind(row.service)
                 .bind(row.secret)
                 .run())
            return failed();
    for (const Row &row : wanted) {
        const qint64 grant = ++m_grant;
        const QString submitter = row.submitter(mailbox);
        if (!Statement(m_db, "INSERT INTO login VALUES(?,?,?,?,?,?,?)")
                 .bind(mailbox.address)
                 .bind(row.service)
                 .bind(row.secret)
                 .bind(row.device)
                 .bind(grant)
                 .bind(answerTo(submitter, mailbox, row.device, grant))
                 .bind(submitter)
                 .run())
            return failed();
    }

    if (!Statement(m_db, "DELETE FROM sender WHERE mailbox=?").bind(mailbox.address).run())
        return failed();
    for (const QString &sender : mailbox.senders)
        if (!Statement(m_db, "INSERT OR IGNORE INTO sender VALUES(?,?)")
                 .bind(sender.toLower())
                 .bind(mailbox.address)
                 .run())
            return failed();
    return {};
}

bool Lookup::isGranted(qint64 grant) const
{
    QMutexLocker lock(&m_mutex);
    constexpr char of[] = "SELECT mailbox, service, secret, device FROM login WHERE grant_id=?";
    const auto stands = [this](const Statement &login) {
        const LookupMailbox *mailbox = unwritten(login.text(0));
        return !mailbox || std::any_of(mailbox->devices.begin(), mailbox->devices.end(),
                                       [&](const LookupDevice &device) {
                                           return device.id == login.number(3) &&
                                                  allows(device, login.text(1)) &&
                                                  login.text(2) == secretOf(device);
                                       });
    };
    Statement s(m_db, of);
    if (s.bind(grant).next())
        return stands(s);
    m_isSuspect = m_isSuspect || s.hasFailed();
    if (!m_former)
        return false;
    Statement former(m_former, of);
    if (!former.bind(grant).next())
        return false;
    Statement same(m_db, "SELECT 1 FROM login WHERE mailbox=? AND service=? AND secret=? AND "
                         "device=?");
    same.bind(former.text(0)).bind(former.text(1)).bind(former.text(2)).bind(former.number(3));
    return same.next() && stands(former);
}

bool Lookup::isEntitled(const QString &mailbox, const QString &service, qint64 device) const
{
    QMutexLocker lock(&m_mutex);
    if (const LookupMailbox *unwrittenMailbox = unwritten(mailbox))
        return std::any_of(
            unwrittenMailbox->devices.begin(), unwrittenMailbox->devices.end(),
            [&](const LookupDevice &one) { return one.id == device && allows(one, service); });
    Statement s(m_db, "SELECT 1 FROM login WHERE mailbox=? AND service=? AND device=?");
    const bool is = s.bind(mailbox).bind(service).bind(device).next();
    m_isSuspect = m_isSuspect || s.hasFailed();
    return is || s.hasFailed();
}

Result<bool> Lookup::maySubmit(const Submitter &submitter) const
{
    QMutexLocker lock(&m_mutex);
    if (const LookupMailbox *mailbox = unwritten(submitter.mailbox))
        return std::any_of(mailbox->devices.begin(), mailbox->devices.end(),
                           [&](const LookupDevice &one) {
                               return one.smtp && Submitter::of(submitter.mailbox, one.id,
                                                                one.secretSha256) == submitter;
                           });
    Statement s(m_db, "SELECT 1 FROM login WHERE mailbox=? AND service='smtp' AND submitter=?");
    const bool may = s.bind(submitter.mailbox).bind(submitter.login()).next();
    if (!s.hasFailed())
        return may;
    m_isSuspect = true;
    return failed();
}

Result<QStringList> Lookup::senders(const QString &mailbox) const
{
    QMutexLocker lock(&m_mutex);
    if (const LookupMailbox *unwrittenMailbox = unwritten(mailbox))
        return unwrittenMailbox->senders;
    QStringList list;
    Statement s(m_db, "SELECT address FROM sender WHERE mailbox=?");
    s.bind(mailbox);
    while (s.next())
        list.append(s.text(0));
    if (!s.hasFailed())
        return list;
    m_isSuspect = true;
    return failed();
}

} // namespace host
