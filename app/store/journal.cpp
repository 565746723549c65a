// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/journal.h"

#include "app/base/log.h"
#include "app/store/database.h"

#include <QJsonDocument>
#include <QMutex>
#include <QSet>

#include <algorithm>

namespace store {

namespace {

// Never edit one that was released.
const QList<QStringList> &migrations()
{
    static const QList<QStringList> list{
        {QStringLiteral("CREATE TABLE entry(id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT "
                        "NULL, service INTEGER NOT NULL, title TEXT NOT NULL, done_by TEXT NOT "
                        "NULL, state TEXT NOT NULL, at INTEGER NOT NULL, undoes INTEGER NOT NULL "
                        "DEFAULT 0, undone_by INTEGER NOT NULL DEFAULT 0)"),
         QStringLiteral("CREATE TABLE entry_row(entry INTEGER NOT NULL REFERENCES entry(id), at "
                        "INTEGER NOT NULL, state TEXT NOT NULL, wish TEXT NOT NULL, effective "
                        "TEXT, error TEXT, PRIMARY KEY(entry, at)) WITHOUT ROWID"),
         QStringLiteral("CREATE INDEX entry_state ON entry(state, account, service)")}};
    return list;
}

using EntryState = JournalEntry::State;
using RowState = JournalRow::State;

constexpr std::pair<EntryState, const char *> entryWords[]{
    {EntryState::Staged, "staged"},   {EntryState::Running, "running"},
    {EntryState::Applied, "applied"}, {EntryState::Partial, "partial"},
    {EntryState::Failed, "failed"},   {EntryState::Discarded, "discarded"}};
constexpr std::pair<RowState, const char *> rowWords[]{
    {RowState::Planned, "planned"}, {RowState::Done, "done"}, {RowState::Failed, "failed"}};

template <class E, size_t n>
QString wordOf(const std::pair<E, const char *> (&words)[n], E state)
{
    for (const auto &[s, text] : words)
        if (s == state)
            return QLatin1String(text);
    return {};
}

template <class E, size_t n>
E stateOf(const std::pair<E, const char *> (&words)[n], const QString &word)
{
    for (const auto &[s, text] : words)
        if (word == QLatin1String(text))
            return s;
    return words[0].first;
}

mail::Change withoutSecrets(mail::Change change)
{
    for (QJsonObject *json : {&change.before, &change.after}) {
        const auto it = json->find(u"password");
        if (it != json->end() && !it->isNull())
            *it = QStringLiteral("set");
    }
    return change;
}

QString text(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QVariant &value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

QString errorText(const Error &error)
{
    return text({{QStringLiteral("kind"), QString(kindName(error.kind))},
                 {QStringLiteral("detail"), error.detail},
                 {QStringLiteral("field"), error.field},
                 {QStringLiteral("code"), error.code},
                 {QStringLiteral("retry_after"), error.retryAfter}});
}

Error errorFrom(const QJsonObject &json)
{
    Error error{Error::Kind::Internal, json.value(u"detail").toString(),
                json.value(u"field").toString(), json.value(u"code").toString(),
                json.value(u"retry_after").toInt()};
    for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind)
        if (json.value(u"kind").toString() == kindName(Error::Kind(kind)))
            error.kind = Error::Kind(kind);
    return error;
}

} // namespace

struct Journal::Connections
{
    explicit Connections(const QString &file)
        : database(file, Database::Durability::Full)
    {
    }
    Database database;
    mutable QMutex mutex;
    QSet<qint64> underWay;
};

Journal::Journal(const QString &file, QObject *parent)
    : QObject(parent)
    , m_connections(std::make_unique<Connections>(file))
{
}

Journal::~Journal() = default;

Result<void> Journal::open()
{
    const auto aside = m_connections->database.setAsideIfDamaged();
    if (!aside)
        return aside.error();
    m_setAside = *aside;
    return m_connections->database.migrate(
        migrations(), QStringLiteral("The journal was written by a newer version of this program"));
}

Result<qint64> Journal::stage(const Scope &scope, const mail::ChangeSet &set, const QString &by,
                              qint64 undoes)
{
    return insert(scope, set, by, undoes, EntryState::Staged);
}

Result<qint64> Journal::start(const Scope &scope, const mail::ChangeSet &set, const QString &by,
                              qint64 undoes)
{
    return insert(scope, set, by, undoes, EntryState::Running);
}

Result<qint64> Journal::insert(const Scope &scope, const mail::ChangeSet &set, const QString &by,
                               qint64 undoes, EntryState state)
{
    const QSqlDatabase db = m_connections->database.connection();
    Transaction transaction(db);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    QSqlQuery query(db);
    query.prepare(QStringLiteral("INSERT INTO entry(account, service, title, done_by, state, at, "
                                 "undoes) VALUES(?, ?, ?, ?, ?, ?, ?)"));
    query.addBindValue(scope.account);
    query.addBindValue(scope.service);
    query.addBindValue(set.title.isNull() ? QStringLiteral("") : set.title);
    query.addBindValue(by.isNull() ? QStringLiteral("") : by);
    query.addBindValue(wordOf(entryWords, state));
    query.addBindValue(QDateTime::currentSecsSinceEpoch());
    query.addBindValue(undoes);
    if (const auto done = run(query); !done)
        return done.error();
    const qint64 id = query.lastInsertId().toLongLong();
    query.prepare(QStringLiteral("INSERT INTO entry_row(entry, at, state, wish) "
                                 "VALUES(?, ?, 'planned', ?)"));
    for (int i = 0; i < set.changes.size(); ++i) {
        query.bindValue(0, id);
        query.bindValue(1, i);
        query.bindValue(2, text(mail::toJson(withoutSecrets(set.changes.at(i)))));
        if (const auto done = run(query); !done)
            return done.error();
    }
    query.finish();
    if (const auto done = transaction.commit(); !done)
        return done.error();
    if (state == EntryState::Running) {
        const QMutexLocker lock(&m_connections->mutex);
        m_connections->underWay.insert(id);
    }
    emit changed();
    return id;
}

Result<void> Journal::begin(qint64 entry)
{
    {
        const QMutexLocker lock(&m_connections->mutex);
        if (m_connections->underWay.contains(entry))
            return Error{Error::Kind::Conflict,
                         QStringLiteral("These changes are being applied already"),
                         {},
                         {},
                         0};
        m_connections->underWay.insert(entry);
    }
    const auto done = [&]() -> Result<void> {
        QSqlQuery query(m_connections->database.connection());
        query.prepare(QStringLiteral("UPDATE entry SET state='running', at=? WHERE id=? AND state "
                                     "IN ('staged', 'partial', 'failed', 'running')"));
        query.addBindValue(QDateTime::currentSecsSinceEpoch());
        query.addBindValue(entry);
        if (const auto ran = run(query); !ran)
            return ran;
        if (query.numRowsAffected() < 1)
            return Error{Error::Kind::Conflict,
                         QStringLiteral("These changes were applied or discarded already"),
                         {},
                         {},
                         0};
        return {};
    }();
    if (!done) {
        const QMutexLocker lock(&m_connections->mutex);
        m_connections->underWay.remove(entry);
        return done;
    }
    emit changed();
    return {};
}

Result<void> Journal::setRow(qint64 entry, int row, const JournalRow &done)
{
    QSqlQuery query(m_connections->database.connection());
    query.prepare(QStringLiteral("UPDATE entry_row SET state=?, effective=?, error=? "
                                 "WHERE entry=? AND at=?"));
    query.addBindValue(wordOf(rowWords, done.state));
    query.addBindValue(done.state == RowState::Done
                           ? QVariant(text(mail::toJson(withoutSecrets(done.effective))))
                           : QVariant());
    query.addBindValue(done.state == RowState::Failed || !(done.error == Error())
                           ? QVariant(errorText(done.error))
                           : QVariant());
    query.addBindValue(entry);
    query.addBindValue(row);
    if (const auto ran = run(query); !ran)
        return ran;
    if (query.numRowsAffected() < 1)
        return Error{Error::Kind::NotFound, QStringLiteral("No such row"), {}, {}, 0};
    emit changed();
    return {};
}

Result<void> Journal::finish(qint64 id)
{
    const auto done = [&]() -> Result<void> {
        const auto before = entry(id);
        if (!before)
            return Error{Error::Kind::NotFound, QStringLiteral("No such entry"), {}, {}, 0};
        const auto finished =
            std::count_if(before->rows.begin(), before->rows.end(),
                          [](const JournalRow &row) { return row.state == RowState::Done; });
        const EntryState state = finished == before->rows.size() ? EntryState::Applied
                                 : finished > 0                  ? EntryState::Partial
                                                                 : EntryState::Failed;
        const QSqlDatabase db = m_connections->database.connection();
        Transaction transaction(db);
        if (const auto begun = transaction.begin(); !begun)
            return begun;
        QSqlQuery query(db);
        query.prepare(QStringLiteral("UPDATE entry SET state=? WHERE id=?"));
        query.addBindValue(wordOf(entryWords, state));
        query.addBindValue(id);
        if (const auto ran = run(query); !ran)
            return ran;
        if (before->undoes && finished > 0) {
            query.prepare(QStringLiteral("UPDATE entry SET undone_by=? WHERE id=?"));
            query.addBindValue(id);
            query.addBindValue(before->undoes);
            if (const auto ran = run(query); !ran)
                return ran;
            // Undoing an undo puts the first entry in force again.
            query.prepare(QStringLiteral("UPDATE entry SET undone_by=0 WHERE undone_by=?"));
            query.addBindValue(before->undoes);
            if (const auto ran = run(query); !ran)
                return ran;
        }
        query.finish();
        return transaction.commit();
    }();
    {
        const QMutexLocker lock(&m_connections->mutex);
        m_connections->underWay.remove(id);
    }
    emit changed();
    return done;
}

Result<void> Journal::discard(qint64 entry)
{
    QSqlQuery query(m_connections->database.connection());
    query.prepare(QStringLiteral("UPDATE entry SET state='discarded' "
                                 "WHERE id=? AND state='staged'"));
    query.addBindValue(entry);
    if (const auto ran = run(query); !ran)
        return ran;
    if (query.numRowsAffected() < 1)
        return Error{Error::Kind::Conflict,
                     QStringLiteral("Only staged changes can be discarded"),
                     {},
                     {},
                     0};
    emit changed();
    return {};
}

Result<void> Journal::discardStaged(const QString &account)
{
    QSqlQuery query(m_connections->database.connection());
    query.prepare(QStringLiteral("UPDATE entry SET state='discarded' "
                                 "WHERE account=? AND state='staged'"));
    query.addBindValue(account);
    if (const auto ran = run(query); !ran)
        return ran;
    if (query.numRowsAffected() > 0)
        emit changed();
    return {};
}

QList<JournalEntry> Journal::read(const QString &where, const QVariantList &values) const
{
    QList<JournalEntry> list;
    const QSqlDatabase db = m_connections->database.connection();
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT id, account, service, title, done_by, state, at, undoes, "
                                 "undone_by FROM entry WHERE ") +
                  where);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec()) {
        qCWarning(lcStore).noquote() << "journal:" << query.lastError().databaseText();
        return list;
    }
    while (query.next()) {
        JournalEntry e;
        e.id = query.value(0).toLongLong();
        e.scope = {query.value(1).toString(), query.value(2).toLongLong()};
        e.title = query.value(3).toString();
        e.by = query.value(4).toString();
        e.state = stateOf(entryWords, query.value(5).toString());
        e.at = QDateTime::fromSecsSinceEpoch(query.value(6).toLongLong(), Qt::UTC);
        e.undoes = query.value(7).toLongLong();
        e.undoneBy = query.value(8).toLongLong();
        list.append(e);
    }
    query.prepare(QStringLiteral("SELECT state, wish, effective, error FROM entry_row "
                                 "WHERE entry=? ORDER BY at"));
    for (JournalEntry &e : list) {
        query.bindValue(0, e.id);
        if (!query.exec())
            break;
        while (query.next()) {
            JournalRow row;
            row.state = stateOf(rowWords, query.value(0).toString());
            if (const auto wish = mail::changeFromJson(object(query.value(1))))
                row.wish = *wish;
            if (!query.value(2).isNull())
                if (const auto effective = mail::changeFromJson(object(query.value(2))))
                    row.effective = *effective;
            if (!query.value(3).isNull())
                row.error = errorFrom(object(query.value(3)));
            e.rows.append(row);
        }
    }
    return list;
}

std::optional<JournalEntry> Journal::entry(qint64 id) const
{
    const auto list = read(QStringLiteral("id=?"), {id});
    if (list.isEmpty())
        return {};
    return list.first();
}

std::optional<Scope> Journal::scopeOf(qint64 entry) const
{
    QSqlQuery query(m_connections->database.connection());
    query.prepare(QStringLiteral("SELECT account, service FROM entry WHERE id=?"));
    query.addBindValue(entry);
    if (!query.exec() || !query.next())
        return {};
    return Scope{query.value(0).toString(), query.value(1).toLongLong()};
}

QList<JournalEntry> Journal::entries(int limit, int skip, const std::optional<Scope> &scope) const
{
    QString where = QStringLiteral("state NOT IN ('staged', 'discarded')");
    QVariantList values;
    if (scope) {
        where += QStringLiteral(" AND account=? AND service=?");
        values = {scope->account, scope->service};
    }
    values << limit << skip;
    return read(where + QStringLiteral(" ORDER BY id DESC LIMIT ? OFFSET ?"), values);
}

QList<JournalEntry> Journal::staged(const Scope &scope) const
{
    return read(QStringLiteral("state='staged' AND account=? AND service=? ORDER BY id"),
                {scope.account, scope.service});
}

int Journal::stagedCount(const QString &account) const
{
    QSqlQuery query(m_connections->database.connection());
    query.prepare(QStringLiteral("SELECT count(*) FROM entry JOIN entry_row ON entry=id "
                                 "WHERE entry.state='staged' AND account=?"));
    query.addBindValue(account);
    return query.exec() && query.next() ? query.value(0).toInt() : 0;
}

int Journal::count(const std::optional<Scope> &scope) const
{
    QSqlQuery query(m_connections->database.connection());
    query.prepare(QStringLiteral("SELECT count(*) FROM entry "
                                 "WHERE state NOT IN ('staged', 'discarded')") +
                  (scope ? QStringLiteral(" AND account=? AND service=?") : QString()));
    if (scope) {
        query.addBindValue(scope->account);
        query.addBindValue(scope->service);
    }
    return query.exec() && query.next() ? query.value(0).toInt() : 0;
}

bool Journal::isUnderWay(qint64 entry) const
{
    const QMutexLocker lock(&m_connections->mutex);
    return m_connections->underWay.contains(entry);
}

} // namespace store
