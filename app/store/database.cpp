// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/base/log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <optional>
#include <unordered_map>

namespace store {

namespace {

constexpr QFile::Permissions ours = QFile::ReadOwner | QFile::WriteOwner;

QString freshName()
{
    static std::atomic<quint64> last{0};
    return QStringLiteral("mailwright-%1").arg(++last);
}

// The connections of one thread, by the serial number of their Database. They end with the thread,
// because Qt lets no other thread close them.
struct ThreadConnections
{
    struct One
    {
        QString name;
        int generation = 0;
        std::weak_ptr<std::atomic<int>> owner;
    };
    std::unordered_map<quint64, One> list;

    void sweep()
    {
        for (auto it = list.begin(); it != list.end();) {
            const auto owner = it->second.owner.lock();
            if (owner && owner->load() == it->second.generation) {
                ++it;
            } else {
                QSqlDatabase::removeDatabase(it->second.name);
                it = list.erase(it);
            }
        }
    }
    ~ThreadConnections()
    {
        for (const auto &[serial, one] : list)
            QSqlDatabase::removeDatabase(one.name);
    }
};

thread_local ThreadConnections connectionsHere;

} // namespace

Database::Database(const QString &file, Durability durability)
    : m_file(file)
    , m_durability(durability)
    , m_generation(std::make_shared<std::atomic<int>>(0))
{
    static std::atomic<quint64> last{0};
    m_serial = ++last;
}

Database::~Database()
{
    m_generation.reset();
    connectionsHere.sweep();
}

QSqlDatabase Database::connection() const
{
    auto &list = connectionsHere.list;
    auto it = list.find(m_serial);
    if (it != list.end() && it->second.generation == m_generation->load())
        return QSqlDatabase::database(it->second.name);

    connectionsHere.sweep();
    const int generation = m_generation->load();
    const auto made = addConnection();
    if (!made) {
        qCWarning(lcStore).noquote() << m_file << made.error().detail;
        return {};
    }
    list.insert_or_assign(m_serial, ThreadConnections::One{*made, generation, m_generation});
    return QSqlDatabase::database(*made);
}

Result<QString> Database::addConnection() const
{
    const QString name = freshName();
    if (const auto ready = prepare(name); !ready) {
        QSqlDatabase::removeDatabase(name);
        return ready.error();
    }
    return name;
}

Result<void> Database::prepare(const QString &name) const
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QFile file(m_file);
    if (!file.exists()) {
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
            return Error{Error::Kind::Storage, file.errorString(), {}, {}, 0};
        file.close();
    }
    file.setPermissions(ours); // SQLite gives its companions the same

    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    db.setDatabaseName(m_file);
    db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=15000"));
    if (!db.open())
        return storageError(db.lastError());
    QSqlQuery query(db);
    const QStringList pragmas{
        QStringLiteral("PRAGMA journal_mode=WAL"),
        m_durability == Durability::Full ? QStringLiteral("PRAGMA synchronous=FULL")
                                         : QStringLiteral("PRAGMA synchronous=NORMAL"),
        QStringLiteral("PRAGMA foreign_keys=ON"), QStringLiteral("PRAGMA cache_size=-8000")};
    for (const QString &pragma : pragmas)
        if (const auto done = run(query, pragma); !done)
            return done;
    return {};
}

void Database::drop(const QString &connection) { QSqlDatabase::removeDatabase(connection); }

Result<void> Database::exec(const QString &sql) const
{
    QSqlQuery query(connection());
    return run(query, sql);
}

Result<void> Database::migrate(const QList<QStringList> &migrations, const QString &newer) const
{
    const QSqlDatabase db = connection();
    QSqlQuery query(db);
    if (const auto asked = run(query, QStringLiteral("PRAGMA user_version")); !asked)
        return asked;
    query.next();
    const int have = query.value(0).toInt();
    query.finish();
    if (have > migrations.size())
        return Error{Error::Kind::Storage, newer, {}, {}, 0};
    for (int number = have + 1; number <= migrations.size(); ++number) {
        Transaction transaction(db);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        QStringList statements = migrations.at(number - 1);
        statements.append(QStringLiteral("PRAGMA user_version=%1").arg(number));
        for (const QString &statement : statements)
            if (const auto done = run(query, statement); !done)
                return done;
        query.finish();
        if (const auto done = transaction.commit(); !done)
            return done;
    }
    return {};
}

Result<QString> Database::setAsideIfDamaged()
{
    const auto damage = [&]() -> std::optional<Error> {
        const QSqlDatabase db = connection();
        QSqlQuery query(db);
        if (query.exec(QStringLiteral("PRAGMA quick_check(1)")) && query.next())
            return query.value(0).toString() == u"ok"
                       ? std::optional<Error>()
                       : Error{Error::Kind::Storage, query.value(0).toString(), {}, {}, 0};
        // The connection itself may have failed: then the header is asked.
        QFile raw(m_file);
        if (!raw.open(QIODevice::ReadOnly))
            return {};
        const QByteArray header = raw.read(16);
        if (!header.isEmpty() && !header.startsWith("SQLite format 3"))
            return Error{Error::Kind::Storage, QStringLiteral("not a database"), {}, {}, 0};
        if (isDamage(query.lastError()))
            return storageError(query.lastError());
        return {};
    }();
    if (!damage)
        return QString();
    const QString aside =
        m_file + QStringLiteral(".damaged-") +
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss"));
    qCWarning(lcStore).noquote() << m_file << "is damaged:" << damage->detail << "- set aside as"
                                 << aside;
    if (const auto gone = discard(aside); !gone)
        return gone.error();
    return aside;
}

Result<void> Database::discard(const QString &aside)
{
    m_generation->fetch_add(1);
    connectionsHere.sweep();
    for (const char *end : {"", "-wal", "-shm"}) {
        const QString name = m_file + QLatin1String(end);
        if (!QFile::exists(name))
            continue;
        QFile file(name);
        const bool gone = aside.isEmpty() ? file.remove() : file.rename(aside + QLatin1String(end));
        if (!gone)
            return Error{Error::Kind::Storage, file.errorString(), {}, {}, 0};
    }
    return {};
}

Transaction::Transaction(const QSqlDatabase &connection)
    : m_connection(connection)
{
}

Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_connection).exec(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::begin()
{
    QSqlQuery query(m_connection);
    // Not QSqlDatabase::transaction(): a deferred one can fail at its first write without waiting.
    auto done = run(query, QStringLiteral("BEGIN IMMEDIATE"));
    m_open = done.has_value();
    return done;
}

Result<void> Transaction::commit()
{
    QSqlQuery query(m_connection);
    auto done = run(query, QStringLiteral("COMMIT"));
    if (done)
        m_open = false;
    return done;
}

Error storageError(const QSqlError &error)
{
    return {Error::Kind::Storage,
            error.databaseText().isEmpty() ? error.driverText() : error.databaseText(),
            {},
            error.nativeErrorCode(),
            0};
}

bool isDamage(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == 11 || code == 26; // SQLITE_CORRUPT, SQLITE_NOTADB
}

Result<void> run(QSqlQuery &query)
{
    if (query.exec())
        return {};
    return storageError(query.lastError());
}

Result<void> run(QSqlQuery &query, const QString &sql)
{
    if (query.exec(sql))
        return {};
    return storageError(query.lastError());
}

Result<void> execWith(const QSqlDatabase &connection, const QString &sql,
                      const QVariantList &values)
{
    QSqlQuery query(connection);
    if (!query.prepare(sql))
        return storageError(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    return run(query);
}

} // namespace store
