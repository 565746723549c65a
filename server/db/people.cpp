// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/people.h"

namespace db {

QString PersonRow::displayName() const
{
    return QStringLiteral("%1 %2").arg(firstName, lastName).trimmed();
}

QString personSql(const char *alias)
{
    return QStringLiteral("%1.id, %1.first_name, %1.last_name, %1.email, %1.role")
        .arg(QLatin1String(alias));
}

PersonRow personFrom(const Rows &rows, int at)
{
    return {rows.number(at),
            rows.text(at + 1),
            rows.text(at + 2),
            rows.text(at + 3),
            mail::fromWord<mail::Role>(rows.text(at + 4)).value_or(mail::Role::Normal),
            0};
}

Result<OrganisationRow> organisation(Database &database, qint64 id)
{
    auto rows = database.run(
        QStringLiteral("SELECT id, name, created_at FROM organisation WHERE id = ?"), {id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such account"), {}, {}, 0};
    return OrganisationRow{rows->number(0), rows->text(1), rows->number(2)};
}

Result<qint64> createOrganisation(Database &database, const QString &name, const QDateTime &now)
{
    auto rows =
        database.run(QStringLiteral("INSERT INTO organisation (name, created_at) VALUES (?, ?)"),
                     {name, now.toSecsSinceEpoch()});
    if (!rows)
        return rows.error();
    return rows->insertedId();
}

const QList<Column> &personColumns()
{
    static const QList<Column> columns{{"id", "p.id"},
                                       {"user_id", "p.id"},
                                       {"display_name", "p.search_text"},
                                       {"first_name", "lower(p.first_name)"},
                                       {"last_name", "lower(p.last_name)"},
                                       {"email", "p.email"},
                                       {"role_type", "p.role"}};
    return columns;
}

Result<Page<PersonRow>> people(Database &database, qint64 organisation, const PersonFilter &filter)
{
    Where where(QStringLiteral("p.organisation_id = ?"), {organisation});
    if (!filter.search.isEmpty())
        where.add(QStringLiteral("p.search_text LIKE ? ESCAPE '\\'"), {likePattern(filter.search)});
    if (filter.role)
        where.add(QStringLiteral("p.role = ?"), {QString(mail::word(*filter.role))});
    Page<PersonRow> page;
    {
        auto rows = database.run(
            QStringLiteral("SELECT count(*) FROM person p WHERE ") + where.text(), where.values());
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    QVariantList values = where.values();
    const QString sql = QStringLiteral("SELECT ") + personSql("p") +
                        QStringLiteral(" FROM person p WHERE ") + where.text() +
                        ordered(filter, personColumns(), "p.id", values);
    auto rows = database.run(sql, values);
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append(personFrom(*rows, 0));
    return page;
}

Result<PersonRow> person(Database &database, qint64 organisation, qint64 id)
{
    static const QString sql =
        QStringLiteral("SELECT ") + personSql("p") +
        QStringLiteral(", p.created_at FROM person p WHERE p.organisation_id = ? AND p.id = ?");
    auto rows = database.run(sql, {organisation, id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such user"), {}, {}, 0};
    PersonRow row = personFrom(*rows, 0);
    row.createdAt = rows->number(5);
    return row;
}

Result<qint64> firstOwner(Database &database)
{
    auto rows = database.run(QStringLiteral(
        "SELECT p.id FROM service s JOIN person p ON p.organisation_id = s.organisation_id "
        "WHERE p.role = 'owner' ORDER BY s.id, p.id LIMIT 1"));
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No service has an owner"), {}, {}, 0};
    return rows->number(0);
}

Result<PersonRow> personByLogin(Database &database, const QString &email)
{
    auto rows = database.run(QStringLiteral("SELECT ") + personSql("p") +
                                 QStringLiteral(" FROM person p WHERE p.email = ?"),
                             {email.toLower()});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound,
                     QStringLiteral("Nobody has the login %1 here").arg(email),
                     {},
                     {},
                     0};
    return personFrom(*rows, 0);
}

Result<qint64> createPerson(Database &database, qint64 organisation, const PersonRow &row,
                            const QDateTime &now)
{
    auto rows = database.run(
        QStringLiteral("INSERT INTO person (organisation_id, first_name, last_name, email, role, "
                       "created_at, search_text) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {organisation, row.firstName, row.lastName, row.email.toLower(),
         QString(mail::word(row.role)), now.toSecsSinceEpoch(),
         folded(row.displayName() + u' ' + row.email)});
    if (!rows)
        return rows.error();
    return rows->insertedId();
}

} // namespace db
