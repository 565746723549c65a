// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/accesses.h"

#include "server/db/devices.h"
#include "server/db/mailboxes.h"
#include "server/db/rights.h"
#include "server/db/services.h"

namespace db {

namespace {

QString columns()
{
    return QStringLiteral(
               "SELECT a.id, a.mailbox_id, a.rights, a.created_at, a.last_used_at, a.version, "
               "EXISTS (SELECT 1 FROM device_access da JOIN device d ON d.id = da.device_id "
               "WHERE da.mailbox_id = a.mailbox_id AND d.person_id = a.person_id), ") +
           personSql("p") + QStringLiteral(", ") + personSql("c") +
           QStringLiteral(" FROM access a JOIN person p ON p.id = a.person_id "
                          "LEFT JOIN person c ON c.id = a.creator_id ");
}

AccessRow rowFrom(const Rows &rows)
{
    AccessRow row;
    row.id = rows.number(0);
    row.mailbox = rows.number(1);
    row.rights = int(rows.number(2));
    row.createdAt = rows.number(3);
    if (!rows.isNull(4))
        row.lastUsedAt = rows.number(4);
    row.version = rows.number(5);
    row.hasDevice = rows.flag(6);
    row.person = personFrom(rows, 7);
    if (!rows.isNull(12))
        row.creator = personFrom(rows, 12);
    return row;
}

mail::Ref refTo(qint64 service, const QString &mailbox, const PersonRow &person)
{
    return {QStringLiteral("access"), service, mailbox, QString::number(person.id),
            person.displayName(),     0};
}

// The vocabulary's fields, as mail::Access has them.
QJsonObject known(qint64 service, const QString &mailbox, const AccessRow &row)
{
    return {{QStringLiteral("service"), service},
            {QStringLiteral("mailbox"), mailbox},
            {QStringLiteral("user"), row.person.id},
            {QStringLiteral("user_name"), row.person.displayName()},
            {QStringLiteral("user_email"), row.person.email},
            {QStringLiteral("id"), row.id},
            {QStringLiteral("rights"), toJson(rightsFrom(row.rights))}};
}

} // namespace

const QList<Column> &accessColumns()
{
    static const QList<Column> list{{"id", "a.id"},
                                    {"created_at", "a.created_at"},
                                    {"last_used_at", "a.last_used_at"},
                                    {"display_name", "p.search_text"},
                                    {"email", "p.email"},
                                    {"user_id", "p.id"}};
    return list;
}

Result<Page<AccessRow>> accesses(Database &database, qint64 mailbox, const Listing &listing)
{
    Where where(QStringLiteral("a.mailbox_id = ?"), {mailbox});
    if (!listing.search.isEmpty())
        where.add(QStringLiteral("p.search_text LIKE ? ESCAPE '\\'"),
                  {likePattern(listing.search)});
    Page<AccessRow> page;
    {
        auto rows = database.run(QStringLiteral("SELECT count(*) FROM access a JOIN person p ON "
                                                "p.id = a.person_id WHERE ") +
                                     where.text(),
                                 where.values());
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    QVariantList values = where.values();
    auto rows = database.run(columns() + QStringLiteral("WHERE ") + where.text() +
                                 ordered(listing, accessColumns(), "a.id", values),
                             values);
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append(rowFrom(*rows));
    return page;
}

Result<QList<AccessRow>> accessesOf(Database &database, const QList<qint64> &mailboxes)
{
    static const QString one =
        columns() + QStringLiteral("WHERE a.mailbox_id = ? ORDER BY a.mailbox_id, a.id");
    QList<AccessRow> list;
    if (mailboxes.isEmpty())
        return list;
    QString sql = one;
    QVariantList values;
    for (qint64 id : mailboxes)
        values.append(id);
    if (mailboxes.size() > 1) {
        // Filled up to a round number with ids that no mailbox has, so that few texts are cached.
        while (values.size() % 100)
            values.append(0);
        const QString marks = QStringLiteral("?,").repeated(values.size() - 1);
        sql.replace(QStringLiteral("= ?"), QStringLiteral("IN (%1?)").arg(marks));
    }
    auto rows = database.run(sql, values);
    if (!rows)
        return rows.error();
    while (rows->next())
        list.append(rowFrom(*rows));
    return list;
}

Result<AccessRow> access(Database &database, qint64 mailbox, qint64 person)
{
    static const QString sql =
        columns() + QStringLiteral("WHERE a.mailbox_id = ? AND a.person_id = ?");
    auto rows = database.run(sql, {mailbox, person});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound,
                     QStringLiteral("This user has no access to the mailbox"),
                     {},
                     QStringLiteral("user_has_no_access_to_mailbox"),
                     0};
    return rowFrom(*rows);
}

Result<Effective> addAccess(Database &database, const Caller &caller, qint64 service,
                            const QString &mailbox, qint64 person, std::optional<int> rights)
{
    return database.write([&]() -> Result<Effective> {
        const auto box = db::mailbox(database, service, mailbox);
        if (!box)
            return box.error();
        const auto home = db::service(database, service, Counting::Nothing);
        if (!home)
            return home.error();
        const auto user = db::person(database, home->organisation, person);
        if (!user && user.error().kind == Error::Kind::NotFound)
            return Error{Error::Kind::Invalid, QStringLiteral("This user is not of the account"),
                         QStringLiteral("user_id"), QStringLiteral("user_not_attached_to_account"),
                         0};
        if (!user)
            return user.error();
        {
            const auto made = database.run(
                QStringLiteral("INSERT INTO access (mailbox_id, person_id, rights, creator_id, "
                               "created_at) VALUES (?, ?, ?, ?, ?)"),
                {box->id, person, rights.value_or(home->defaultRights), caller.person,
                 caller.now.toSecsSinceEpoch()});
            if (!made && made.error().kind == Error::Kind::Conflict)
                return Error{Error::Kind::Conflict,
                             QStringLiteral("%1 has access already").arg(user->displayName()),
                             QStringLiteral("user_id"),
                             QStringLiteral("user_already_has_access_to_mailbox"), 0};
            if (!made)
                return made.error();
        }
        const auto row = access(database, box->id, person);
        if (!row)
            return row.error();
        return recordVersion(database, caller,
                             {mail::Verb::Create,
                              refTo(service, box->name, *user),
                              {},
                              known(service, box->name, *row)},
                             "access", row->id);
    });
}

Result<Effective> changeAccess(Database &database, const Caller &caller, qint64 service,
                               const QString &mailbox, qint64 person, int grant, int deny,
                               qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto box = db::mailbox(database, service, mailbox);
        if (!box)
            return box.error();
        const auto old = access(database, box->id, person);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(old->person.displayName());
        const int rights = (old->rights | grant) & ~deny;
        mail::Change change{mail::Verb::Update, refTo(service, box->name, old->person), {}, {}};
        if (rights == old->rights)
            return Effective{change, 0, old->version};
        change.before.insert(QStringLiteral("rights"), toJson(rightsFrom(old->rights)));
        change.after.insert(QStringLiteral("rights"), toJson(rightsFrom(rights)));
        if (auto done = database.run(QStringLiteral("UPDATE access SET rights = ? WHERE id = ?"),
                                     {rights, old->id});
            !done)
            return done.error();
        return recordVersion(database, caller, change, "access", old->id);
    });
}

Result<Effective> removeAccess(Database &database, const Caller &caller, qint64 service,
                               const QString &mailbox, qint64 person, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto box = db::mailbox(database, service, mailbox);
        if (!box)
            return box.error();
        const auto old = access(database, box->id, person);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(old->person.displayName());
        // Else an old password would come to life again with the next access of this person.
        if (auto ended = removeDevices(database, caller, service, mailbox, person); !ended)
            return ended;
        if (auto done = database.run(QStringLiteral("DELETE FROM access WHERE id = ?"), {old->id});
            !done)
            return done.error();
        return record(database, caller,
                      {mail::Verb::Remove,
                       refTo(service, box->name, old->person),
                       known(service, box->name, *old),
                       {}});
    });
}

} // namespace db
