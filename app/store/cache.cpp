// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cache.h"

#include "app/store/cacheparts.h"
#include "app/store/mailboxtable.h"

#include <QJsonDocument>

#include <array>

namespace store {

namespace {

constexpr int layout = 5; // of the tables themselves; counted up when they change

constexpr std::array tablesOfAScope{"mailbox", "access",   "device", "known", "zone",
                                    "record",  "dkim_key", "job",    "list"};

int vocabularyVersion()
{
    size_t seed = size_t(layout);
    seed = fingerprint<mail::Service>(seed);
    seed = fingerprint<mail::User>(seed);
    seed = fingerprint<mail::Mailbox>(seed);
    seed = fingerprint<mail::Access>(seed);
    seed = fingerprint<mail::Device>(seed);
    seed = fingerprint<mail::Zone>(seed);
    seed = fingerprint<mail::ZoneRecord>(seed);
    seed = fingerprint<mail::DkimKey>(seed);
    seed = fingerprint<mail::HostJob>(seed);
    return int((seed ^ (seed >> 32)) & 0x7fffffff) | 1; // never 0: that is an empty file
}

} // namespace

Cache::Cache(const QString &file, QObject *parent)
    : QObject(parent)
    , m_connections(std::make_unique<Connections>(file))
{
    qRegisterMetaType<store::Touched>();
}

Cache::~Cache() = default;

Result<void> Cache::open()
{
    Database &database = m_connections->database;
    const auto version = [&]() -> int {
        QSqlQuery query(database.connection());
        return query.exec(QStringLiteral("PRAGMA user_version")) && query.next()
                   ? query.value(0).toInt()
                   : -1;
    };
    const auto isWhole = [&] {
        // Every table can be reached; a full check would read the whole file at each start.
        for (const char *table : {"scope", "service", "user", "mailbox", "access", "device",
                                  "known", "zone", "record", "dkim_key", "job", "list"}) {
            QSqlQuery query(database.connection());
            if (!query.exec(QStringLiteral("SELECT * FROM %1 LIMIT 1").arg(QLatin1String(table))))
                return false;
        }
        return true;
    };
    const int found = version();
    if (found == vocabularyVersion() && isWhole())
        return {};
    if (found != 0) {
        qCInfo(lcStore) << "the cache is of another version or damaged: made anew";
        if (const auto gone = database.discard(); !gone)
            return gone;
    }
    auto made = makeSchema();
    if (!made && found == 0) { // tables without a version: an interrupted start, or not ours
        if (const auto gone = database.discard(); !gone)
            return gone;
        made = makeSchema();
    }
    return made;
}

Result<void> Cache::makeSchema() const
{
    QStringList statements{
        QStringLiteral("CREATE TABLE scope(id INTEGER PRIMARY KEY, account TEXT NOT NULL, "
                       "service INTEGER NOT NULL, synced_at INTEGER, "
                       "sequence INTEGER NOT NULL DEFAULT 0, activity INTEGER NOT NULL DEFAULT 0, "
                       "mailboxes INTEGER NOT NULL DEFAULT 0, "
                       "capabilities TEXT, UNIQUE(account, service))"),
        QStringLiteral("CREATE TABLE service(account TEXT NOT NULL, position INTEGER NOT NULL, "
                       "%1, PRIMARY KEY(account, id))")
            .arg(columnDefinitions<mail::Service>().join(u',')),
        QStringLiteral("CREATE TABLE user(account TEXT NOT NULL, organisation INTEGER NOT NULL, "
                       "%1, PRIMARY KEY(account, organisation, id))")
            .arg(columnDefinitions<mail::User>().join(u',')),
        QStringLiteral("CREATE TABLE mailbox(row INTEGER PRIMARY KEY AUTOINCREMENT, "
                       "scope INTEGER NOT NULL, last_login INTEGER, digest INTEGER, %1, "
                       "UNIQUE(scope, name))")
            .arg(columnDefinitions<mail::Mailbox>().join(u',')),
        QStringLiteral("CREATE TABLE access(scope INTEGER NOT NULL, %1, "
                       "PRIMARY KEY(scope, mailbox, user))")
            .arg(columnDefinitions<mail::Access>().join(u',')),
        QStringLiteral("CREATE TABLE device(scope INTEGER NOT NULL, %1, "
                       "PRIMARY KEY(scope, mailbox, id))")
            .arg(columnDefinitions<mail::Device>().join(u',')),
        QStringLiteral("CREATE TABLE known(scope INTEGER NOT NULL, mailbox TEXT NOT NULL, "
                       "accesses_at INTEGER, devices_at INTEGER, PRIMARY KEY(scope, mailbox))"),
        QStringLiteral("CREATE TABLE zone(scope INTEGER NOT NULL, position INTEGER NOT NULL, %1, "
                       "PRIMARY KEY(scope, name))")
            .arg(columnDefinitions<mail::Zone>().join(u',')),
        QStringLiteral("CREATE TABLE record(scope INTEGER NOT NULL, %1, "
                       "PRIMARY KEY(scope, zone, id))")
            .arg(columnDefinitions<mail::ZoneRecord>().join(u',')),
        QStringLiteral("CREATE TABLE dkim_key(scope INTEGER NOT NULL, %1, PRIMARY KEY(scope, id))")
            .arg(columnDefinitions<mail::DkimKey>().join(u',')),
        QStringLiteral("CREATE TABLE job(scope INTEGER NOT NULL, %1, PRIMARY KEY(scope, id))")
            .arg(columnDefinitions<mail::HostJob>().join(u',')),
        // When a list was last read as a whole.
        QStringLiteral("CREATE TABLE list(scope INTEGER NOT NULL, kind TEXT NOT NULL, "
                       "parent TEXT NOT NULL, read_at INTEGER, PRIMARY KEY(scope, kind, parent))")};
    statements += indexStatements(QStringLiteral("CREATE"));
    statements += QStringLiteral("PRAGMA user_version=%1").arg(vocabularyVersion());

    const QSqlDatabase db = m_connections->database.connection();
    Transaction transaction(db);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    QSqlQuery query(db);
    for (const QString &statement : statements)
        if (const auto done = run(query, statement); !done)
            return done;
    query.finish();
    return transaction.commit();
}

// A damaged file is made anew at once: the next sync fills it.
Result<void> Cache::failed(Error error)
{
    const int code = error.code.toInt() & 0xff;
    if (code != 11 && code != 26) // SQLITE_CORRUPT, SQLITE_NOTADB
        return error;
    {
        const QMutexLocker lock(&m_connections->remaking);
        qCWarning(lcStore) << "the cache is damaged: made anew";
        if (const auto gone = m_connections->database.discard(); !gone)
            return gone;
        if (const auto made = makeSchema(); !made)
            return made;
    }
    emit changed({});
    return error;
}

Result<void> Cache::write(const Touched &touched,
                          const std::function<Result<void>(QSqlDatabase &, qint64 scope)> &work)
{
    const auto done = [&]() -> Result<void> {
        QSqlDatabase db = m_connections->database.connection();
        Transaction transaction(db);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        qint64 scope = 0;
        if (touched.scope.service) {
            const auto made = madeScopeId(db, touched.scope);
            if (!made)
                return made.error();
            scope = *made;
        }
        if (const auto worked = work(db, scope); !worked)
            return worked;
        return transaction.commit();
    }();
    if (!done)
        return failed(done.error());
    emit changed(touched);
    return {};
}

// Reading

QList<mail::Service> Cache::services(const QString &account) const
{
    return readAll<mail::Service>(m_connections->database.connection(), QStringLiteral("service"),
                                  QStringLiteral("account=? ORDER BY position"), {account});
}

std::optional<mail::Service> Cache::service(const Scope &scope) const
{
    const auto list = readAll<mail::Service>(
        m_connections->database.connection(), QStringLiteral("service"),
        QStringLiteral("account=? AND id=?"), {scope.account, scope.service});
    if (list.isEmpty())
        return {};
    return list.first();
}

QList<mail::User> Cache::users(const QString &account, qint64 organisation) const
{
    return readAll<mail::User>(m_connections->database.connection(), QStringLiteral("user"),
                               QStringLiteral("account=? AND organisation=? "
                                              "ORDER BY display_name COLLATE NOCASE, id"),
                               {account, organisation});
}

std::optional<mail::Capabilities> Cache::capabilities(const Scope &scope) const
{
    QSqlQuery query(m_connections->database.connection());
    query.prepare(QStringLiteral("SELECT capabilities FROM scope WHERE account=? AND service=?"));
    query.addBindValue(scope.account);
    query.addBindValue(scope.service);
    if (!query.exec() || !query.next() || query.value(0).isNull()) {
        warn(query);
        return {};
    }
    const auto read = mail::capabilitiesFromJson(
        QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object());
    if (!read)
        return {};
    return *read;
}

SyncState Cache::syncState(const Scope &scope) const
{
    SyncState state;
    const QSqlDatabase db = m_connections->database.connection();
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT synced_at, sequence, activity, mailboxes FROM scope "
                                 "WHERE account=? AND service=?"));
    query.addBindValue(scope.account);
    query.addBindValue(scope.service);
    if (!query.exec() || !query.next()) {
        warn(query);
        return state;
    }
    if (!query.value(0).isNull())
        state.at = QDateTime::fromSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC);
    state.sequence = query.value(1).toLongLong();
    state.activity = query.value(2).toLongLong();
    state.mailboxes = query.value(3).toInt();
    warn(query);
    return state;
}

std::optional<mail::Mailbox> Cache::mailbox(const Scope &scope, const QString &name) const
{
    const QSqlDatabase db = m_connections->database.connection();
    const auto list =
        readAll<mail::Mailbox>(db, QStringLiteral("mailbox"), QStringLiteral("scope=? AND name=?"),
                               {scopeId(db, scope), name});
    if (list.isEmpty())
        return {};
    return list.first();
}

std::optional<qint64> Cache::rowOf(const Scope &scope, const QString &name) const
{
    const QSqlDatabase db = m_connections->database.connection();
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT row FROM mailbox WHERE scope=? AND name=?"));
    query.addBindValue(scopeId(db, scope));
    query.addBindValue(name);
    if (query.exec() && query.next())
        return query.value(0).toLongLong();
    warn(query);
    return {};
}

QList<qint64> Cache::firstRows(const Scope &scope, const QString &column, bool descending,
                               int limit) const
{
    if (isUnindexed(column))
        return firstRows(scope, QStringLiteral("address"), false, limit);
    QList<qint64> rows;
    const QSqlDatabase db = m_connections->database.connection();
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT row FROM mailbox WHERE scope=? ORDER BY %1 LIMIT ?")
                      .arg(orderBy(column, descending)));
    query.addBindValue(scopeId(db, scope));
    query.addBindValue(limit);
    if (query.exec())
        while (query.next())
            rows.append(query.value(0).toLongLong());
    warn(query);
    return rows;
}

QList<mail::Mailbox> Cache::mailboxes(const Scope &scope, const QList<qint64> &rows) const
{
    QList<mail::Mailbox> list;
    list.reserve(rows.size());
    const QSqlDatabase db = m_connections->database.connection();
    const qint64 id = scopeId(db, scope);
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT %1 FROM mailbox WHERE row=? AND scope=?")
                      .arg(columnNames<mail::Mailbox>().join(u',')));
    for (const qint64 row : rows) {
        query.bindValue(0, row);
        query.bindValue(1, id);
        if (!query.exec()) {
            warn(query);
            break;
        }
        if (query.next())
            list.append(readFields<mail::Mailbox>(query));
    }
    return list;
}

QList<mail::Mailbox> Cache::firstMailboxes(const Scope &scope, int limit) const
{
    const QSqlDatabase db = m_connections->database.connection();
    return readAll<mail::Mailbox>(db, QStringLiteral("mailbox"),
                                  QStringLiteral("scope=? ORDER BY name LIMIT ?"),
                                  {scopeId(db, scope), limit});
}

QList<mail::Access> Cache::accesses(const Scope &scope, const QString &mailbox) const
{
    const QSqlDatabase db = m_connections->database.connection();
    return readAll<mail::Access>(
        db, QStringLiteral("access"),
        QStringLiteral("scope=? AND mailbox=? ORDER BY user_name COLLATE NOCASE, user"),
        {scopeId(db, scope), mailbox});
}

QList<mail::Device> Cache::devices(const Scope &scope, const QString &mailbox) const
{
    const QSqlDatabase db = m_connections->database.connection();
    return readAll<mail::Device>(
        db, QStringLiteral("device"),
        QStringLiteral("scope=? AND mailbox=? ORDER BY label COLLATE NOCASE, id"),
        {scopeId(db, scope), mailbox});
}

QDateTime Cache::knownSince(const Scope &scope, const QString &mailbox) const
{
    const QSqlDatabase db = m_connections->database.connection();
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT accesses_at, devices_at FROM known "
                                 "WHERE scope=? AND mailbox=?"));
    query.addBindValue(scopeId(db, scope));
    query.addBindValue(mailbox);
    if (!query.exec() || !query.next() || query.value(0).isNull() || query.value(1).isNull()) {
        warn(query);
        return {};
    }
    return QDateTime::fromSecsSinceEpoch(
        std::min(query.value(0).toLongLong(), query.value(1).toLongLong()), Qt::UTC);
}

Result<void> Cache::eachMailbox(const Scope &scope, const QString &column, bool descending,
                                const std::function<bool(const Listed &)> &f) const
{
    const QSqlDatabase db = m_connections->database.connection();
    QSqlQuery query(db);
    query.setForwardOnly(true);
    QString columns = QStringLiteral("row, address, address_idn, note, user_names, last_login");
    for (const TraitColumn &t : traitColumns)
        columns += QStringLiteral(", ") + QLatin1String(t.column);
    query.prepare(QStringLiteral("SELECT %1 FROM mailbox WHERE scope=? ORDER BY %2")
                      .arg(columns, orderBy(column, descending)));
    query.addBindValue(scopeId(db, scope));
    if (const auto done = run(query); !done)
        return done;
    while (query.next()) {
        const QString ascii = query.value(1).toString();
        const QString people = query.value(2).toString();
        Listed mailbox;
        mailbox.row = query.value(0).toLongLong();
        mailbox.address = people.isEmpty() ? ascii : people;
        mailbox.extra = query.value(3).toString();
        const QString names = query.value(4).toString();
        if (!names.isEmpty())
            mailbox.extra += u'\t' + QString(names).replace(listEnd, u'\t');
        if (!people.isEmpty() && people != ascii)
            mailbox.extra += u'\t' + ascii;
        if (const QVariant at = query.value(5); !at.isNull())
            mailbox.traits.tellLastLogin(at.toLongLong());
        int at = 6;
        for (const TraitColumn &t : traitColumns)
            if (const QVariant value = query.value(at++); !value.isNull())
                mailbox.traits.tell(t.trait, value.toLongLong() >= t.least);
        if (!f(mailbox))
            return {};
    }
    if (query.lastError().isValid())
        return storageError(query.lastError());
    return {};
}

// Writing

Result<void> Cache::setServices(const QString &account, const QList<mail::Service> &services)
{
    return write(
        {{account, 0}, QStringLiteral("service"), {}, {}},
        [&](QSqlDatabase &db, qint64) -> Result<void> {
            if (const auto done =
                    execWith(db, QStringLiteral("DELETE FROM service WHERE account=?"), {account});
                !done)
                return done;
            QVariantList gone{account};
            for (int i = 0; i < services.size(); ++i) {
                gone.append(services.at(i).id);
                const auto done = insertAll<mail::Service>(db, QStringLiteral("service"),
                                                           QStringLiteral("account, position"),
                                                           {account, i}, {services.at(i)});
                if (!done)
                    return done;
            }
            // What belongs to a service that is no more.
            QSqlQuery query(db);
            query.prepare(QStringLiteral("SELECT id FROM scope WHERE account=? AND "
                                         "service NOT IN (%1)")
                              .arg(marks(services.size())));
            for (const QVariant &value : gone)
                query.addBindValue(value);
            if (const auto done = run(query); !done)
                return done;
            QList<qint64> scopes;
            while (query.next())
                scopes.append(query.value(0).toLongLong());
            for (const qint64 scope : scopes)
                for (const char *table : tablesOfAScope)
                    if (const auto done = execWith(db,
                                                   QStringLiteral("DELETE FROM %1 WHERE scope=?")
                                                       .arg(QLatin1String(table)),
                                                   {scope});
                        !done)
                        return done;
            for (const qint64 scope : scopes)
                if (const auto done =
                        execWith(db, QStringLiteral("DELETE FROM scope WHERE id=?"), {scope});
                    !done)
                    return done;
            return {};
        });
}

Result<void> Cache::setUsers(const QString &account, qint64 organisation,
                             const QList<mail::User> &users)
{
    return write({{account, 0}, QStringLiteral("user"), {}, {}},
                 [&](QSqlDatabase &db, qint64) -> Result<void> {
                     const auto done = execWith(
                         db, QStringLiteral("DELETE FROM user WHERE account=? AND organisation=?"),
                         {account, organisation});
                     if (!done)
                         return done;
                     return insertAll<mail::User>(db, QStringLiteral("user"),
                                                  QStringLiteral("account, organisation"),
                                                  {account, organisation}, users);
                 });
}

Result<void> Cache::setCapabilities(const Scope &scope, const mail::Capabilities &capabilities)
{
    return write({scope, QStringLiteral("capabilities"), {}, {}}, [&](QSqlDatabase &db, qint64 id) {
        return execWith(
            db, QStringLiteral("UPDATE scope SET capabilities=? WHERE id=?"),
            {QString::fromUtf8(
                 QJsonDocument(mail::toJson(capabilities)).toJson(QJsonDocument::Compact)),
             id});
    });
}

Result<void> Cache::putMailboxes(const Scope &scope, const QList<mail::Mailbox> &mailboxes)
{
    QStringList keys;
    for (const mail::Mailbox &m : mailboxes)
        keys.append(m.name);
    if (keys.isEmpty())
        return {};
    return write(
        {scope, QStringLiteral("mailbox"), {}, keys},
        [&](QSqlDatabase &db, qint64 id) -> Result<void> {
            const QStringList columns = mailboxColumns();
            QSqlQuery query(db);
            if (!query.prepare(QStringLiteral("INSERT INTO mailbox(scope,%1) VALUES(:scope,%2)")
                                   .arg(columns.join(u','), mailboxMarks()) +
                               mailboxUpsertTail()))
                return storageError(query.lastError());
            query.bindValue(QStringLiteral(":scope"), id);
            MailboxBinder binder(query);
            for (const mail::Mailbox &m : mailboxes) {
                binder.bind(m);
                if (const auto done = run(query); !done)
                    return done;
            }
            return recount(db, id);
        });
}

Result<void> Cache::removeMailbox(const Scope &scope, const QString &name)
{
    Touched touched{scope, QStringLiteral("mailbox"), {}, {name}};
    if (const auto row = rowOf(scope, name))
        touched.gone.append(*row);
    return write(touched, [&](QSqlDatabase &db, qint64 id) -> Result<void> {
        for (const char *table : {"access", "device", "known"})
            if (const auto done = execWith(db,
                                           QStringLiteral("DELETE FROM %1 WHERE scope=? AND "
                                                          "mailbox=?")
                                               .arg(QLatin1String(table)),
                                           {id, name});
                !done)
                return done;
        if (const auto gone = execWith(
                db, QStringLiteral("DELETE FROM mailbox WHERE scope=? AND name=?"), {id, name});
            !gone)
            return gone;
        return recount(db, id);
    });
}

namespace {

template <mail::Fielded T>
Result<void> replaceOfMailbox(QSqlDatabase &db, qint64 scope, const QString &mailbox,
                              const QString &table, const QString &knownColumn,
                              const QList<T> &list)
{
    if (const auto done =
            execWith(db, QStringLiteral("DELETE FROM %1 WHERE scope=? AND mailbox=?").arg(table),
                     {scope, mailbox});
        !done)
        return done;
    QList<T> whole = list;
    for (T &object : whole)
        object.mailbox = mailbox;
    if (const auto done = insertAll<T>(db, table, QStringLiteral("scope"), {scope}, whole); !done)
        return done;
    return execWith(db,
                    QStringLiteral("INSERT INTO known(scope, mailbox, %1) VALUES(?, ?, ?) "
                                   "ON CONFLICT(scope, mailbox) DO UPDATE SET %1=excluded.%1")
                        .arg(knownColumn),
                    {scope, mailbox, QDateTime::currentSecsSinceEpoch()});
}

} // namespace

Result<void> Cache::setAccesses(const Scope &scope, const QString &mailbox,
                                const QList<mail::Access> &accesses)
{
    return write({scope, QStringLiteral("access"), mailbox, {}}, [&](QSqlDatabase &db, qint64 id) {
        return replaceOfMailbox(db, id, mailbox, QStringLiteral("access"),
                                QStringLiteral("accesses_at"), accesses);
    });
}

Result<void> Cache::setDevices(const Scope &scope, const QString &mailbox,
                               const QList<mail::Device> &devices)
{
    return write({scope, QStringLiteral("device"), mailbox, {}}, [&](QSqlDatabase &db, qint64 id) {
        QList<mail::Device> list = devices;
        for (mail::Device &device : list)
            device.password.reset(); // "set" is a word of changes, not a state
        return replaceOfMailbox(db, id, mailbox, QStringLiteral("device"),
                                QStringLiteral("devices_at"), list);
    });
}

Result<void> Cache::setSyncState(const Scope &scope, const QDateTime &at, qint64 sequence,
                                 qint64 activity)
{
    return write({scope, QStringLiteral("sync"), {}, {}}, [&](QSqlDatabase &db, qint64 id) {
        return stateScope(db, id, at, sequence, activity);
    });
}

Result<void> Cache::forgetAccount(const QString &account)
{
    return write(
        {{account, 0}, QStringLiteral("service"), {}, {}},
        [&](QSqlDatabase &db, qint64) -> Result<void> {
            for (const char *table : tablesOfAScope)
                if (const auto done =
                        execWith(db,
                                 QStringLiteral("DELETE FROM %1 WHERE scope IN (SELECT id "
                                                "FROM scope WHERE account=?)")
                                     .arg(QLatin1String(table)),
                                 {account});
                    !done)
                    return done;
            for (const char *table : {"service", "user", "scope"})
                if (const auto done = execWith(
                        db,
                        QStringLiteral("DELETE FROM %1 WHERE account=?").arg(QLatin1String(table)),
                        {account});
                    !done)
                    return done;
            return {};
        });
}

} // namespace store
