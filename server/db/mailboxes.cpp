// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/mailboxes.h"

#include "app/mail/rules.h"
#include "server/db/accesses.h"
#include "server/db/people.h"
#include "server/db/services.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace db {

namespace {

QString columns()
{
    return QStringLiteral(
        "SELECT m.id, m.service_id, m.name, d.ascii, d.for_people, m.full_name, m.note, "
        "m.created_at, m.has_spam_filter, m.has_ad_filter, m.folder_commercials, "
        "m.folder_social_networks, m.authorized_senders, m.blocked_senders, m.size, "
        "m.size_checked_at, m.imap_last_login_at, m.pop3_last_login_at, m.version, "
        "(SELECT count(*) FROM access a WHERE a.mailbox_id = m.id), "
        "(SELECT count(*) FROM device_access da WHERE da.mailbox_id = m.id), "
        "EXISTS (SELECT 1 FROM person p WHERE p.email = m.name || '@' || d.ascii), m.activity "
        "FROM mailbox m JOIN domain d ON d.service_id = m.service_id AND d.is_main = 1 ");
}

std::optional<qint64> maybe(const Rows &rows, int column)
{
    return rows.isNull(column) ? std::nullopt : std::optional(rows.number(column));
}

MailboxRow rowFrom(const Rows &rows)
{
    MailboxRow row;
    row.id = rows.number(0);
    row.service = rows.number(1);
    row.name = rows.text(2);
    row.domain = rows.text(3);
    row.domainForPeople = rows.text(4);
    row.fullName = rows.text(5);
    row.note = rows.text(6);
    row.createdAt = rows.number(7);
    row.hasSpamFilter = rows.flag(8);
    row.hasAdFilter = rows.flag(9);
    row.folderCommercials = rows.text(10);
    row.folderSocialNetworks = rows.text(11);
    row.authorizedSenders = rows.bytes(12);
    row.blockedSenders = rows.bytes(13);
    row.size = maybe(rows, 14);
    row.sizeCheckedAt = maybe(rows, 15);
    row.imapLastLogin = maybe(rows, 16);
    row.pop3LastLogin = maybe(rows, 17);
    row.version = rows.number(18);
    row.userCount = int(rows.number(19));
    row.deviceCount = int(rows.number(20));
    row.isLogin = rows.flag(21);
    row.activity = rows.number(22);
    return row;
}

mail::Ref refTo(const MailboxRow &row)
{
    return {QStringLiteral("mailbox"), row.service, {}, row.name, row.addressForPeople(), 0};
}

QByteArray listJson(const QStringList &list)
{
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

QString searchText(const QString &name, const QString &fullName, const QString &note)
{
    return folded(name + u' ' + fullName + u' ' + note);
}

// Everything that a person set, for the audit of a removal.
QJsonObject known(const MailboxRow &row)
{
    return {
        {QStringLiteral("service"), row.service},
        {QStringLiteral("name"), row.name},
        {QStringLiteral("address"), row.address()},
        {QStringLiteral("id"), row.id},
        {QStringLiteral("full_name"), row.fullName},
        {QStringLiteral("note"), row.note},
        {QStringLiteral("has_spam_filter"), row.hasSpamFilter},
        {QStringLiteral("has_ad_filter"), row.hasAdFilter},
        {QStringLiteral("authorized_senders"),
         QJsonDocument::fromJson(row.authorizedSenders).array()},
        {QStringLiteral("blocked_senders"), QJsonDocument::fromJson(row.blockedSenders).array()},
        {QStringLiteral("user_count"), row.userCount},
        {QStringLiteral("device_count"), row.deviceCount}};
}

} // namespace

Result<MailboxRow> mailbox(Database &database, qint64 service, const QString &name)
{
    static const QString sql = columns() + QStringLiteral("WHERE m.service_id = ? AND m.name = ?");
    auto rows = database.run(sql, {service, name.toLower()});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such mailbox"), {}, {}, 0};
    return rowFrom(*rows);
}

const QList<Column> &mailboxColumns()
{
    static const QList<Column> list{
        {"mailbox_name", "m.name"},
        {"mailbox", "m.name"},
        {"mailbox_id", "m.id"},
        {"full_name", "m.full_name_search"},
        {"note", "m.note_search"},
        {"created_at", "m.created_at"},
        {"size", "m.size"},
        {"imap_last_login_at", "m.imap_last_login_at"},
        {"pop3_last_login_at", "m.pop3_last_login_at"},
        {"last_login_at",
         "max(coalesce(m.imap_last_login_at, 0), coalesce(m.pop3_last_login_at, 0))"},
        {"count_users", "(SELECT count(*) FROM access a WHERE a.mailbox_id = m.id)"},
        {"count_devices", "(SELECT count(*) FROM device_access da WHERE da.mailbox_id = m.id)"}};
    return list;
}

// In any of the fields asked for. The part behind the "@" is the same for all: only who writes the
// "@" means the whole address, in either form, unless it is asked for by name.
static void addSearch(Where &where, const MailboxFilter &filter)
{
    using In = MailboxFilter::SearchIn;
    const bool hasAt = filter.search.contains(u'@');
    QStringList columns;
    if (!filter.searchIn) {
        columns.append(QStringLiteral("m.search_text"));
    } else {
        for (const auto &[field, column] :
             {std::pair{In::Name, "m.name"}, std::pair{In::FullName, "m.full_name_search"},
              std::pair{In::Note, "m.note_search"}})
            if (filter.searchIn.testFlag(field))
                columns.append(QLatin1String(column));
    }
    if (filter.searchIn.testFlag(In::Address) || (!filter.searchIn && hasAt))
        columns << QStringLiteral("m.name || '@' || d.ascii")
                << QStringLiteral("m.name || '@' || d.for_people");
    QStringList conditions;
    QVariantList values;
    for (const QString &column : std::as_const(columns)) {
        conditions.append(column + QStringLiteral(" LIKE ? ESCAPE '\\'"));
        values.append(likePattern(filter.search));
    }
    where.add(u'(' + conditions.join(QStringLiteral(" OR ")) + u')', values);
}

Result<Page<MailboxRow>> mailboxes(Database &database, qint64 service, const MailboxFilter &filter)
{
    Page<MailboxRow> page;
    if (filter.nothing)
        return page;
    Where where(QStringLiteral("m.service_id = ?"), {service});
    if (!filter.search.isEmpty())
        addSearch(where, filter);
    if (filter.hasSpamFilter)
        where.add(QStringLiteral("m.has_spam_filter = ?"), {int(*filter.hasSpamFilter)});
    if (filter.usesImap)
        where.add(*filter.usesImap ? QStringLiteral("m.imap_last_login_at IS NOT NULL")
                                   : QStringLiteral("m.imap_last_login_at IS NULL"));
    if (filter.usesPop3)
        where.add(*filter.usesPop3 ? QStringLiteral("m.pop3_last_login_at IS NOT NULL")
                                   : QStringLiteral("m.pop3_last_login_at IS NULL"));
    if (filter.lastLoginSince)
        where.add(QStringLiteral("(m.imap_last_login_at >= ? OR m.pop3_last_login_at >= ?)"),
                  {*filter.lastLoginSince, *filter.lastLoginSince});
    if (filter.counted) {
        auto rows = database.run(
            QStringLiteral("SELECT count(*) FROM mailbox m JOIN domain d ON d.service_id = "
                           "m.service_id AND d.is_main = 1 WHERE ") +
                where.text(),
            where.values());
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    QVariantList values = where.values();
    const QString sql = columns() + QStringLiteral("WHERE ") + where.text() +
                        ordered(filter, mailboxColumns(), "m.name", values);
    auto rows = database.run(sql, values);
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append(rowFrom(*rows));
    return page;
}

Result<Effective> createMailbox(Database &database, const Caller &caller, qint64 service,
                                const NewMailbox &wish)
{
    const auto name = mail::localPartFrom(wish.name);
    if (!name)
        return name.error();
    return database.write([&]() -> Result<Effective> {
        auto home = db::service(database, service, Counting::Nothing);
        if (home && home->addressQuota > 0)
            home = db::service(database, service);
        if (!home)
            return home.error();
        if (home->addressQuota > 0 && home->addressesUsed >= home->addressQuota)
            return Error{Error::Kind::Forbidden,
                         QStringLiteral("All %1 addresses of this service are in use")
                             .arg(home->addressQuota),
                         {},
                         QStringLiteral("mailboxes_quota_reached"),
                         0};
        {
            auto rows = database.run(QStringLiteral("SELECT 1 FROM removal WHERE address = ?"),
                                     {*name + u'@' + home->domain});
            if (!rows)
                return rows.error();
            if (rows->next())
                return Error{Error::Kind::Conflict,
                             QStringLiteral("The mail of the former address %1 is still being "
                                            "removed")
                                 .arg(*name),
                             {},
                             QStringLiteral("mailbox_removal_in_progress"),
                             0};
        }
        {
            const auto made = database.run(
                QStringLiteral("INSERT INTO mailbox (service_id, name, note, search_text, "
                               "note_search, created_at, has_spam_filter, has_ad_filter) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                {service, *name, wish.note, searchText(*name, {}, wish.note), folded(wish.note),
                 caller.now.toSecsSinceEpoch(), int(home->spamFilter), int(home->adFilter)});
            if (!made && made.error().kind == Error::Kind::Conflict)
                return Error{Error::Kind::Conflict,
                             QStringLiteral("%1@%2 exists already").arg(*name, home->domain),
                             QStringLiteral("mailbox_name"),
                             QStringLiteral("mailbox_already_exists"), 0};
            if (!made)
                return made.error();
        }
        const auto row = mailbox(database, service, *name);
        if (!row)
            return row.error();
        mail::Change change{mail::Verb::Create,
                            refTo(*row),
                            {},
                            {{QStringLiteral("service"), service},
                             {QStringLiteral("name"), row->name},
                             {QStringLiteral("address"), row->address()},
                             {QStringLiteral("id"), row->id},
                             {QStringLiteral("note"), row->note},
                             {QStringLiteral("has_spam_filter"), row->hasSpamFilter},
                             {QStringLiteral("has_ad_filter"), row->hasAdFilter}}};
        if (wish.target)
            change.after.insert(QStringLiteral("target"), QString(mail::word(*wish.target)));
        const auto effective = recordVersion(database, caller, change, "mailbox", row->id);
        if (!effective)
            return effective.error();

        QList<qint64> users;
        if (wish.target == mail::Target::CurrentUser)
            users = {caller.person};
        if (wish.target == mail::Target::WholeOrganisation) {
            const auto everyone = people(database, caller.organisation, {});
            if (!everyone)
                return everyone.error();
            for (const PersonRow &person : everyone->rows)
                users.append(person.id);
        }
        for (qint64 user : users)
            if (auto done = addAccess(database, caller, service, *name, user, {}); !done)
                return done.error();
        return effective;
    });
}

Result<Effective> updateMailbox(Database &database, const Caller &caller, qint64 service,
                                const QString &name, const MailboxEdit &edit, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto old = mailbox(database, service, name);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(old->address());
        mail::Change change{mail::Verb::Update, refTo(*old), {}, {}};
        QStringList sets;
        QVariantList values;
        const auto differ = [&](const char *column, const QVariant &value, const QJsonValue &before,
                                const QJsonValue &after) {
            if (before == after)
                return;
            sets.append(QLatin1String(column) + QStringLiteral(" = ?"));
            values.append(value);
            change.before.insert(QLatin1String(column), before);
            change.after.insert(QLatin1String(column), after);
        };
        const auto text = [&](const char *column, const QString &before,
                              const std::optional<QString> &after) {
            if (after)
                differ(column, *after, before, *after);
        };
        const auto flag = [&](const char *column, bool before, std::optional<bool> after) {
            if (after)
                differ(column, int(*after), before, *after);
        };
        const auto list = [&](const char *column, const QByteArray &before,
                              const std::optional<QStringList> &after) {
            if (after)
                differ(column, QString::fromUtf8(listJson(*after)),
                       QJsonDocument::fromJson(before).array(), QJsonArray::fromStringList(*after));
        };
        text("full_name", old->fullName, edit.fullName);
        text("note", old->note, edit.note);
        flag("has_spam_filter", old->hasSpamFilter, edit.hasSpamFilter);
        flag("has_ad_filter", old->hasAdFilter, edit.hasAdFilter);
        text("folder_commercials", old->folderCommercials, edit.folderCommercials);
        text("folder_social_networks", old->folderSocialNetworks, edit.folderSocialNetworks);
        list("authorized_senders", old->authorizedSenders, edit.authorizedSenders);
        list("blocked_senders", old->blockedSenders, edit.blockedSenders);
        if (sets.isEmpty())
            return Effective{change, 0, old->version};
        const QString fullName = edit.fullName.value_or(old->fullName);
        const QString note = edit.note.value_or(old->note);
        values << searchText(old->name, fullName, note) << folded(fullName) << folded(note)
               << old->id;
        if (auto done = database.run(QStringLiteral("UPDATE mailbox SET %1, search_text = ?, "
                                                    "full_name_search = ?, note_search = ? "
                                                    "WHERE id = ?")
                                         .arg(sets.join(u", ")),
                                     values);
            !done)
            return done.error();
        return recordVersion(database, caller, change, "mailbox", old->id);
    });
}

Result<Effective> removeMailbox(Database &database, const Caller &caller, qint64 service,
                                const QString &name, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto old = mailbox(database, service, name);
        if (!old)
            return old.error();
        if (version && version != old->version)
            return changedMeanwhile(old->address());
        for (const auto &[sql, values] : std::initializer_list<std::pair<QString, QVariantList>>{
                 {QStringLiteral("INSERT INTO removal (address, requested_at) VALUES (?, ?)"),
                  {old->address(), caller.now.toSecsSinceEpoch()}},
                 {QStringLiteral("DELETE FROM mailbox WHERE id = ?"), {old->id}},
                 {QStringLiteral("DELETE FROM device WHERE organisation_id = ? AND NOT EXISTS "
                                 "(SELECT 1 FROM device_access a WHERE a.device_id = device.id)"),
                  {caller.organisation}}})
            if (auto done = database.run(sql, values); !done)
                return done.error();
        return record(database, caller, {mail::Verb::Remove, refTo(*old), known(*old), {}});
    });
}

Result<QList<MailboxRow>> activeSince(Database &database, qint64 service, qint64 since, int limit)
{
    static const QString sql =
        columns() +
        QStringLiteral("WHERE m.service_id = ? AND m.activity > ? ORDER BY m.activity LIMIT ?");
    auto rows = database.run(sql, {service, since, limit});
    if (!rows)
        return rows.error();
    QList<MailboxRow> list;
    while (rows->next())
        list.append(rowFrom(*rows));
    return list;
}

} // namespace db
