// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/database.h"

#include "app/base/log.h"
#include "server/db/listing.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static void loadMigrations() { Q_INIT_RESOURCE(migrations); }

namespace db {

namespace {

constexpr qsizetype statementLimit = 300; // list queries come in many shapes; these are small

// Columns that number themselves and never give a number twice.
constexpr char selfNumbering[] = "INTEGER PRIMARY KEY AUTOINCREMENT";

Error errorFrom(const QSqlError &error)
{
    // SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY; PostgreSQL's unique_violation
    const QString code = error.nativeErrorCode();
    const bool taken = code == u"2067" || code == u"1555" || code == u"23505";
    return {taken ? Error::Kind::Conflict : Error::Kind::Storage, error.databaseText(), {}, {}, 0};
}

// The numbers of the migrations that this program brings, in their order.
QList<int> migrations()
{
    loadMigrations();
    QList<int> numbers;
    const QStringList files = QDir(QStringLiteral(":/db/sql")).entryList();
    for (const QString &file : files)
        numbers.append(file.section(u'.', 0, 0).toInt());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

// Digests of passwords and tokens are in it. What SQLite makes beside the file gets its mode. A
// file that is there is never opened here: closing it would take SQLite's locks away.
Result<void> makePrivate(const QString &path)
{
    const auto failed = [](const QString &file) {
        return Error{
            Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, qt_error_string()), {}, {}, 0};
    };
    const int fd =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) {
        ::close(fd);
        return {};
    }
    if (errno != EEXIST)
        return failed(path);
    for (const char *suffix : {"", "-wal", "-shm"}) { // made by an earlier version
        const QString file = path + QLatin1String(suffix);
        if (::chmod(QFile::encodeName(file).constData(), 0600) != 0 && errno != ENOENT)
            return failed(file);
    }
    return {};
}

quint64 nextId()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

} // namespace

struct Connection
{
    QSqlDatabase handle;
    QHash<QString, std::shared_ptr<QSqlQuery>> statements;
    int depth = 0; // of write()

    ~Connection()
    {
        statements.clear();
        const QString name = handle.connectionName();
        handle.close();
        handle = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }

    Result<void> execute(const QString &sql)
    {
        QSqlQuery query(handle);
        if (!query.exec(sql))
            return errorFrom(query.lastError());
        return {};
    }
};

// This thread's connections, by Database; they close when the thread ends.
static thread_local QHash<quint64, std::shared_ptr<Connection>> threadConnections;

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

Database::Database(const QString &path)
    : m_path(path)
    , m_id(nextId())
{
}

Database::~Database() { threadConnections.remove(m_id); }

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    std::unique_ptr<Database> database(new Database(path));
    if (auto done = makePrivate(path); !done)
        return done.error();
    if (auto done = database->migrate(); !done)
        return done.error();
    return Result<std::unique_ptr<Database>>(std::move(database));
}

Result<Connection *> Database::connection()
{
    const auto it = threadConnections.constFind(m_id);
    if (it != threadConnections.constEnd())
        return it->get();
    static std::atomic<quint64> number = 0;
    auto made = std::make_shared<Connection>();
    made->handle = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"),
                                             QStringLiteral("main-%1-%2").arg(m_id).arg(++number));
    made->handle.setDatabaseName(m_path);
    made->handle.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"));
    if (!made->handle.open())
        return Error{Error::Kind::Storage,
                     QStringLiteral("%1: %2").arg(m_path, made->handle.lastError().databaseText()),
                     {},
                     {},
                     0};
    for (const char *pragma :
         {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
          "PRAGMA temp_store=MEMORY", "PRAGMA mmap_size=268435456"})
        if (auto done = made->execute(QLatin1String(pragma)); !done)
            return done.error();
    Connection *connection = made.get();
    threadConnections.insert(m_id, made);
    return connection;
}

Result<Rows> Database::run(const QString &sql, const QVariantList &values)
{
    const auto open = connection();
    if (!open)
        return open.error();
    Connection &here = **open;
    std::shared_ptr<QSqlQuery> query = here.statements.value(sql);
    if (!query || query->isActive()) { // active: the same text is being read further out
        if (here.statements.size() >= statementLimit)
            here.statements.clear();
        query = std::make_shared<QSqlQuery>(here.handle);
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            qCCritical(lcDb) << "A statement could not be prepared:"
                             << query->lastError().databaseText();
            return errorFrom(query->lastError());
        }
        here.statements.insert(sql, query);
    }
    for (int i = 0; i < values.size(); ++i) {
        // A null QString means empty text here; NULL is an invalid QVariant.
        const QVariant &value = values.at(i);
        const bool isText = value.typeId() == QMetaType::QString;
        query->bindValue(i, isText && value.toString().isNull() ? QVariant(QStringLiteral(""))
                                                                : value);
    }
    if (!query->exec()) {
        const Error error = errorFrom(query->lastError());
        query->finish();
        if (error.kind != Error::Kind::Conflict)
            qCCritical(lcDb) << "A statement failed:" << error.detail;
        return error;
    }
    return Rows(std::move(query));
}

Result<void> Database::begin()
{
    const auto open = connection();
    if (!open)
        return open.error();
    Connection &here = **open;
    if (here.depth > 0) {
        auto done = here.execute(QStringLiteral("SAVEPOINT part%1").arg(here.depth));
        if (done)
            ++here.depth;
        return done;
    }
    m_writing.lock();
    // IMMEDIATE: a reader that becomes a writer in the middle could be refused.
    auto done = here.execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (done)
        here.depth = 1;
    else
        m_writing.unlock();
    return done;
}

Result<void> Database::commit()
{
    Connection &here = **connection();
    if (here.depth > 1) {
        --here.depth;
        return here.execute(QStringLiteral("RELEASE part%1").arg(here.depth));
    }
    auto done = here.execute(QStringLiteral("COMMIT"));
    if (!done)
        (void)here.execute(QStringLiteral("ROLLBACK"));
    here.depth = 0;
    m_generation.fetch_add(1, std::memory_order_acq_rel);
    m_writing.unlock();
    return done;
}

void Database::rollback()
{
    Connection &here = **connection();
    if (here.depth > 1) {
        --here.depth;
        (void)here.execute(QStringLiteral("ROLLBACK TO part%1").arg(here.depth));
        (void)here.execute(QStringLiteral("RELEASE part%1").arg(here.depth));
        return;
    }
    (void)here.execute(QStringLiteral("ROLLBACK"));
    here.depth = 0;
    m_writing.unlock();
}

int Database::newestVersion() { return migrations().constLast(); }

int Database::version()
{
    auto rows = run(QStringLiteral("SELECT max(number) FROM migration"));
    return rows && rows->next() ? int(rows->number(0)) : 0;
}

// What 005.sql made room for.
Result<void> Database::foldAgain()
{
    for (const auto &[table, from, to] : {std::tuple{"mailbox", "full_name", "full_name_search"},
                                          {"mailbox", "note", "note_search"},
                                          {"service", "name", "name_search"}}) {
        QList<QPair<qint64, QString>> texts;
        {
            auto rows = run(QStringLiteral("SELECT id, %1 FROM %2 WHERE %1 <> ''")
                                .arg(QLatin1String(from), QLatin1String(table)));
            if (!rows)
                return rows.error();
            while (rows->next())
                texts.append({rows->number(0), folded(rows->text(1))});
        }
        for (const auto &[id, text] : std::as_const(texts))
            if (auto done = run(QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?")
                                    .arg(QLatin1String(table), QLatin1String(to)),
                                {text, id});
                !done)
                return done.error();
    }
    return {};
}

Result<void> Database::migrate()
{
    const QList<int> ours = migrations();
    return write([&]() -> Result<void> {
        if (auto made = run(QStringLiteral("CREATE TABLE IF NOT EXISTS migration ("
                                           "number INTEGER PRIMARY KEY, applied_at BIGINT)"));
            !made)
            return made.error();
        const int from = version();
        if (from > ours.constLast())
            return Error{Error::Kind::Unsupported,
                         QStringLiteral("%1 was written by a newer mailwrightd (its schema is %2, "
                                        "this program knows %3). Start that version, or restore "
                                        "a copy from before the update.")
                             .arg(m_path)
                             .arg(from)
                             .arg(ours.constLast()),
                         {},
                         QStringLiteral("newer_database"),
                         0};
        QSet<int> applied;
        {
            auto rows = run(QStringLiteral("SELECT number FROM migration"));
            if (!rows)
                return rows.error();
            while (rows->next())
                applied.insert(int(rows->number(0)));
        }
        for (const int number : ours) {
            if (applied.contains(number))
                continue;
            QFile file(QStringLiteral(":/db/sql/%1.sql").arg(number, 3, 10, QLatin1Char('0')));
            if (!file.open(QIODevice::ReadOnly))
                return Error{Error::Kind::Internal, file.fileName(), {}, {}, 0};
            QString text;
            for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n'))
                text.append(line.section(QStringLiteral("--"), 0, 0)).append(u'\n');
            text.replace(QStringLiteral("{id}"), QLatin1String(selfNumbering));
            for (const QString &statement : text.split(u';')) {
                if (statement.trimmed().isEmpty())
                    continue;
                if (auto done = (*connection())->execute(statement); !done)
                    return done.error();
            }
            if (number == 5)
                if (auto done = foldAgain(); !done)
                    return done.error();
            if (auto done = run(QStringLiteral("INSERT INTO migration VALUES (?, ?)"),
                                {number, QDateTime::currentSecsSinceEpoch()});
                !done)
                return done.error();
            qCInfo(lcDb) << "Database schema brought to" << number;
        }
        return {};
    });
}

} // namespace db
