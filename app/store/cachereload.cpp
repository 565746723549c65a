// SPDX-License-Identifier: GPL-3.0-or-later
// A full reload of the addresses.
#include "app/store/cacheparts.h"
#include "app/store/mailboxtable.h"

namespace store {

// Reload: pages wait in a temporary table of a connection of its own, so that the file is locked
// only while they are merged.
struct Cache::Reload::State
{
    State(Cache &c, const Scope &s, const QString &name)
        : cache(c)
        , scope(s)
        , connection(name)
    {
    }
    ~State()
    {
        insert.reset();
        Database::drop(connection);
    }
    QSqlDatabase db() const { return QSqlDatabase::database(connection); }

    Cache &cache;
    Scope scope;
    QString connection;
    std::optional<QSqlQuery> insert;
    qint64 count = 0;
};

Cache::Reload::Reload(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
Cache::Reload::Reload(Reload &&) noexcept = default;
Cache::Reload::~Reload() = default;

Result<Cache::Reload> Cache::reload(const Scope &scope)
{
    const auto connection = m_connections->database.addConnection();
    if (!connection)
        return failed(connection.error()).error();
    auto state = std::make_unique<Reload::State>(*this, scope, *connection);
    const QStringList columns = mailboxColumns();
    QSqlQuery query(state->db());
    if (const auto done =
            run(query, QStringLiteral("CREATE TEMP TABLE page(%1)").arg(columns.join(u',')));
        !done)
        return done.error();
    state->insert.emplace(state->db());
    if (!state->insert->prepare(QStringLiteral("INSERT INTO temp.page(%1) VALUES(%2)")
                                    .arg(columns.join(u','), mailboxMarks())))
        return storageError(state->insert->lastError());
    return Reload(std::move(state));
}

Result<void> Cache::Reload::put(const QList<mail::Mailbox> &mailboxes)
{
    QSqlQuery begin(m_state->db());
    // Not immediate: only the temporary table is written.
    if (const auto done = run(begin, QStringLiteral("SAVEPOINT page")); !done)
        return done;
    MailboxBinder binder(*m_state->insert);
    for (const mail::Mailbox &m : mailboxes) {
        binder.bind(m);
        if (const auto done = run(*m_state->insert); !done) {
            (void)run(begin, QStringLiteral("ROLLBACK TO page"));
            (void)run(begin, QStringLiteral("RELEASE page"));
            return done;
        }
    }
    m_state->insert->finish();
    m_state->count += mailboxes.size();
    return run(begin, QStringLiteral("RELEASE page"));
}

Result<void> Cache::Reload::commit(const QDateTime &at, qint64 sequence, qint64 activity)
{
    const auto done = [&]() -> Result<void> {
        const QSqlDatabase db = m_state->db();
        Transaction transaction(db);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        const auto scope = madeScopeId(db, m_state->scope);
        if (!scope)
            return scope.error();
        QSqlQuery query(db);
        if (const auto counted = run(query, QStringLiteral("SELECT count(*) FROM mailbox"));
            !counted)
            return counted;
        query.next();
        // Most rows are new: indexes are quicker made at the end than kept.
        const bool isFirst = m_state->count > 2 * query.value(0).toLongLong() + 1000;
        query.finish();
        const auto runAll = [&](const QStringList &statements) -> Result<void> {
            for (const QString &statement : statements)
                if (const auto ran = run(query, statement); !ran)
                    return ran;
            return {};
        };
        if (isFirst)
            if (const auto dropped = runAll(indexStatements(QStringLiteral("DROP"))); !dropped)
                return dropped;
        const QString columns = mailboxColumns().join(u',');
        if (const auto merged =
                execWith(db,
                         QStringLiteral("INSERT INTO mailbox(scope,%1) SELECT ?,%1 FROM temp.page "
                                        "WHERE true")
                                 .arg(columns) +
                             mailboxUpsertTail(),
                         {*scope});
            !merged)
            return merged;
        for (const auto &[table, column] :
             {std::pair{"mailbox", "name"}, std::pair{"access", "mailbox"},
              std::pair{"device", "mailbox"}, std::pair{"known", "mailbox"}})
            if (const auto swept =
                    execWith(db,
                             QStringLiteral("DELETE FROM %1 WHERE scope=? AND %2 NOT IN "
                                            "(SELECT name FROM temp.page)")
                                 .arg(QLatin1String(table), QLatin1String(column)),
                             {*scope});
                !swept)
                return swept;
        if (isFirst)
            if (const auto made = runAll(indexStatements(QStringLiteral("CREATE"))); !made)
                return made;
        if (const auto counted = recount(db, *scope); !counted)
            return counted;
        if (const auto stated = stateScope(db, *scope, at, sequence, activity); !stated)
            return stated;
        if (const auto emptied = runAll({QStringLiteral("DELETE FROM temp.page")}); !emptied)
            return emptied;
        query.finish();
        return transaction.commit();
    }();
    if (!done)
        return m_state->cache.failed(done.error());
    m_state->count = 0;
    emit m_state->cache.changed({m_state->scope, QStringLiteral("mailbox"), {}, {}});
    return {};
}

} // namespace store
