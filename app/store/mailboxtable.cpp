// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/mailboxtable.h"

#include "app/store/rows.h"

#include <algorithm>

namespace store {

namespace {

// What a person may sort by, and the column or expression behind it.
struct Sortable
{
    const char *name;
    const char *column;
    bool isExpression = false; // no index: never for the first paint
};
// As the table tells it: limited, redirection, auto-reply, spam filter off, nobody reads it.
constexpr const char *stateOrder =
    "-(16*ifnull(is_limited,0) + 8*ifnull(has_redirection,0) + 4*ifnull(has_auto_reply,0) + "
    "2*(ifnull(has_spam_filter,1)=0) + (ifnull(user_count,1)=0 AND ifnull(device_count,1)=0))";
constexpr std::array sortables{Sortable{"address", "name"},
                               Sortable{"note", "note"},
                               Sortable{"size", "size"},
                               Sortable{"last_login", "last_login"},
                               Sortable{"user_count", "user_count"},
                               Sortable{"device_count", "device_count"},
                               Sortable{"state", stateOrder, true}};

QVariant lastLogin(const mail::Mailbox &m)
{
    if (!m.imapLastLogin && !m.pop3LastLogin)
        return {};
    const auto seconds = [](const std::optional<QDateTime> &at) {
        return at && at->isValid() ? at->toSecsSinceEpoch() : qint64(-1);
    };
    return std::max(seconds(m.imapLastLogin), seconds(m.pop3LastLogin));
}

QString mark(int at) { return QStringLiteral(":v%1").arg(at); }

} // namespace

QString orderBy(const QString &column, bool descending)
{
    Sortable found = sortables.front();
    for (const Sortable &s : sortables)
        if (column == QLatin1String(s.name))
            found = s;
    const QString way = descending ? QStringLiteral(" DESC") : QString();
    if (found.isExpression)
        return QLatin1String(found.column) + way + QStringLiteral(", name, row");
    QString order = quoted(QLatin1String(found.column));
    if (column == u"note")
        order += QStringLiteral(" COLLATE NOCASE");
    return order + way + QStringLiteral(", row") + way;
}

bool isUnindexed(const QString &column)
{
    return std::any_of(sortables.begin(), sortables.end(), [&](const Sortable &s) {
        return column == QLatin1String(s.name) && s.isExpression;
    });
}

QStringList indexStatements(const QString &verb)
{
    QStringList list;
    for (const Sortable &s : sortables) {
        const QString column = QLatin1String(s.column);
        if (column == u"name" || s.isExpression)
            continue; // UNIQUE (scope, name) has it
        const QString collation = column == u"note" ? QStringLiteral(" COLLATE NOCASE") : QString();
        list.append(verb == u"DROP" ? QStringLiteral("DROP INDEX IF EXISTS mailbox_%1").arg(column)
                                    : QStringLiteral("CREATE INDEX IF NOT EXISTS mailbox_%1 ON "
                                                     "mailbox(scope, %2%3, row)")
                                          .arg(column, quoted(column), collation));
    }
    return list;
}

QStringList mailboxColumns()
{
    return QStringList{QStringLiteral("last_login"), QStringLiteral("digest")} +
           columnNames<mail::Mailbox>();
}

QString mailboxUpsertTail()
{
    QStringList sets;
    for (const QString &column : mailboxColumns())
        sets.append(QStringLiteral("%1=COALESCE(excluded.%1, %1)").arg(column));
    return QStringLiteral(" ON CONFLICT(scope, name) DO UPDATE SET %1 "
                          "WHERE digest IS NOT excluded.digest")
        .arg(sets.join(u','));
}

QString mailboxMarks()
{
    QStringList list;
    for (int at = 0; at < mailboxColumns().size(); ++at)
        list.append(mark(at));
    return list.join(u',');
}

MailboxBinder::MailboxBinder(QSqlQuery &query)
    : m_query(query)
{
    for (int at = 0; at < mailboxColumns().size(); ++at)
        m_marks.append(mark(at));
    m_last.resize(m_marks.size());
}

void MailboxBinder::bind(const mail::Mailbox &m)
{
    size_t digest = 0;
    int at = 2;
    mail::eachField<mail::Mailbox>([&](const auto &field) {
        QVariant value = toSql(m.*(field.member));
        if (value.isNull())
            digest = qHash(at, digest);
        else if (value.typeId() == QMetaType::QString)
            digest = qHash(*static_cast<const QString *>(value.constData()), digest);
        else
            digest = qHash(value.toLongLong(), digest);
        put(at++, std::move(value));
    });
    put(0, lastLogin(m));
    put(1, qint64(digest));
    m_isFirst = false;
}

void MailboxBinder::put(int at, QVariant value)
{
    QVariant &last = m_last[at];
    if (!m_isFirst && value.isNull() == last.isNull() && value == last)
        return;
    m_query.bindValue(m_marks.at(at), value);
    last = std::move(value);
}

Result<void> stateScope(const QSqlDatabase &db, qint64 scope, const QDateTime &at, qint64 sequence,
                        qint64 activity)
{
    return execWith(
        db, QStringLiteral("UPDATE scope SET synced_at=?, sequence=?, activity=? WHERE id=?"),
        {at.isValid() ? QVariant(at.toSecsSinceEpoch()) : QVariant(), sequence, activity, scope});
}

Result<void> recount(const QSqlDatabase &db, qint64 scope)
{
    return execWith(db,
                    QStringLiteral("UPDATE scope SET mailboxes="
                                   "(SELECT count(*) FROM mailbox WHERE scope=?) WHERE id=?"),
                    {scope, scope});
}

} // namespace store
