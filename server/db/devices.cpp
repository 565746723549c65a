// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/devices.h"

#include "server/db/accesses.h"
#include "server/db/mailboxes.h"
#include "server/db/services.h"
#include "server/db/tokens.h"

namespace db {

namespace {

QString joined()
{
    return QStringLiteral(" FROM device_access a JOIN device d ON d.id = a.device_id "
                          "JOIN mailbox m ON m.id = a.mailbox_id "
                          "JOIN domain o ON o.service_id = m.service_id AND o.is_main = 1 "
                          "LEFT JOIN person u ON u.id = d.person_id "
                          "LEFT JOIN person c ON c.id = a.creator_id ");
}

QString columns()
{
    return QStringLiteral("SELECT a.id, a.device_id, m.service_id, m.name, o.ascii, o.for_people, "
                          "d.label, d.type, d.device_uid, d.created_at, a.protocols, a.status, "
                          "a.created_at, a.last_connection_at, a.mailbox_id, a.version, ") +
           personSql("u") + QStringLiteral(", ") + personSql("c") + joined();
}

DeviceRow rowFrom(const Rows &rows)
{
    DeviceRow row;
    row.id = rows.number(0);
    row.device = rows.number(1);
    row.service = rows.number(2);
    row.mailboxName = rows.text(3);
    row.domain = rows.text(4);
    row.domainForPeople = rows.text(5);
    row.label = rows.text(6);
    row.type = rows.text(7);
    row.uid = rows.text(8);
    row.deviceCreatedAt = rows.number(9);
    row.protocols = rows.text(10);
    row.status = rows.text(11);
    row.createdAt = rows.number(12);
    if (!rows.isNull(13))
        row.lastConnection = rows.number(13);
    row.mailbox = rows.number(14);
    row.version = rows.number(15);
    if (!rows.isNull(16))
        row.user = personFrom(rows, 16);
    if (!rows.isNull(21))
        row.creator = personFrom(rows, 21);
    return row;
}

mail::Ref refTo(const DeviceRow &row)
{
    return {QStringLiteral("device"), row.service, row.mailboxName,
            QString::number(row.id),  row.label,   0};
}

// The vocabulary's fields, as mail::Device has them.
QJsonObject known(const DeviceRow &row)
{
    return {{QStringLiteral("service"), row.service},
            {QStringLiteral("mailbox"), row.mailboxName},
            {QStringLiteral("id"), row.id},
            {QStringLiteral("label"), row.label},
            {QStringLiteral("type"), row.type},
            {QStringLiteral("protocols"), row.protocols},
            {QStringLiteral("user"), row.user ? row.user->id : 0},
            {QStringLiteral("user_name"), row.user ? row.user->displayName() : QString()}};
}

Error faultyUser(const char *code, const QString &detail)
{
    return {Error::Kind::Invalid, detail, QStringLiteral("user_id"), QLatin1String(code), 0};
}

// The device that gets an access: the one asked for, or a new one.
Result<qint64> deviceFor(Database &database, const Caller &caller, qint64 organisation,
                         const NewDevice &wish)
{
    if (!wish.device) {
        const QString type = wish.type.isEmpty() ? QStringLiteral("other") : wish.type;
        const QString label = wish.label.isEmpty() ? type : wish.label;
        auto rows = database.run(
            QStringLiteral("INSERT INTO device (organisation_id, person_id, label, search_text, "
                           "type, device_uid, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {organisation, wish.user ? QVariant(*wish.user) : QVariant(), label, folded(label),
             type, wish.uid.isEmpty() ? QVariant() : QVariant(wish.uid),
             caller.now.toSecsSinceEpoch()});
        if (!rows)
            return rows.error();
        return rows->insertedId();
    }
    auto rows = database.run(QStringLiteral("SELECT person_id, label, type, device_uid FROM device "
                                            "WHERE id = ? AND organisation_id = ?"),
                             {*wish.device, organisation});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such device"), {}, {}, 0};
    const std::optional<qint64> user =
        rows->isNull(0) ? std::nullopt : std::optional(rows->number(0));
    if (user != wish.user)
        return faultyUser("existing_device_can_only_have_one_user",
                          QStringLiteral("This device belongs to another user"));
    for (const auto &[field, wanted, column] :
         {std::tuple{"label", wish.label, 1}, {"type", wish.type, 2}, {"device_uid", wish.uid, 3}})
        if (!wanted.isEmpty() && wanted != rows->text(column))
            return Error::invalid(
                QLatin1String(field),
                QStringLiteral("This device has another; it is not changed here"));
    return *wish.device;
}

Result<void> dropUnusedDevice(Database &database, qint64 device)
{
    if (auto done = database.run(QStringLiteral("DELETE FROM device WHERE id = ? AND NOT EXISTS "
                                                "(SELECT 1 FROM device_access a "
                                                "WHERE a.device_id = device.id)"),
                                 {device});
        !done)
        return done.error();
    return {};
}

Result<Effective> remove(Database &database, const Caller &caller, const DeviceRow &row)
{
    if (auto done =
            database.run(QStringLiteral("DELETE FROM device_access WHERE id = ?"), {row.id});
        !done)
        return done.error();
    if (auto done = dropUnusedDevice(database, row.device); !done)
        return done.error();
    return record(database, caller, {mail::Verb::Remove, refTo(row), known(row), {}}, {row.id});
}

} // namespace

const QList<Column> &deviceColumns()
{
    static const QList<Column> list{{"id", "a.id"},
                                    {"label", "d.search_text"},
                                    {"type", "d.type"},
                                    {"protocols", "a.protocols"},
                                    {"created_at", "a.created_at"},
                                    {"last_connection", "a.last_connection_at"}};
    return list;
}

Result<Page<DeviceRow>> devices(Database &database, const DeviceFilter &filter)
{
    Where where(QStringLiteral("1 = 1"));
    if (filter.mailbox)
        where.add(QStringLiteral("a.mailbox_id = ?"), {*filter.mailbox});
    if (filter.service)
        where.add(QStringLiteral("m.service_id = ?"), {*filter.service});
    if (filter.user)
        where.add(QStringLiteral("d.person_id = ?"), {*filter.user});
    if (filter.device)
        where.add(QStringLiteral("d.id = ?"), {*filter.device});
    if (filter.withoutUser)
        where.add(QStringLiteral("d.person_id IS NULL"));
    if (!filter.type.isEmpty())
        where.add(QStringLiteral("d.type = ?"), {filter.type});
    if (!filter.search.isEmpty())
        where.add(QStringLiteral("d.search_text LIKE ? ESCAPE '\\'"), {likePattern(filter.search)});
    Page<DeviceRow> page;
    {
        auto rows = database.run(QStringLiteral("SELECT count(*)") + joined() +
                                     QStringLiteral("WHERE ") + where.text(),
                                 where.values());
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    QVariantList values = where.values();
    auto rows = database.run(columns() + QStringLiteral("WHERE ") + where.text() +
                                 ordered(filter, deviceColumns(), "a.id", values),
                             values);
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append(rowFrom(*rows));
    return page;
}

Result<DeviceRow> device(Database &database, qint64 mailbox, qint64 id)
{
    static const QString sql = columns() + QStringLiteral("WHERE a.mailbox_id = ? AND a.id = ?");
    auto rows = database.run(sql, {mailbox, id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such device access"), {}, {}, 0};
    return rowFrom(*rows);
}

Result<NewPassword> createDevice(Database &database, const Caller &caller, qint64 service,
                                 const QString &mailbox, const NewDevice &wish)
{
    return database.write([&]() -> Result<NewPassword> {
        const auto box = db::mailbox(database, service, mailbox);
        if (!box)
            return box.error();
        const auto home = db::service(database, service, Counting::Nothing);
        if (!home)
            return home.error();
        if (wish.user) {
            const auto user = person(database, home->organisation, *wish.user);
            if (!user && user.error().kind == Error::Kind::NotFound)
                return faultyUser("user_not_attached_to_account",
                                  QStringLiteral("This user is not of the account"));
            if (!user)
                return user.error();
            const auto allowed = access(database, box->id, *wish.user);
            if (!allowed && allowed.error().kind == Error::Kind::NotFound)
                return faultyUser("user_has_no_access_to_mailbox",
                                  QStringLiteral("This user has no access to the mailbox"));
            if (!allowed)
                return allowed.error();
        }
        const auto used = deviceFor(database, caller, home->organisation, wish);
        if (!used)
            return used.error();
        NewPassword made;
        made.device = *used;
        made.password = Secret::generate(160);
        {
            const auto rows = database.run(
                QStringLiteral("INSERT INTO device_access (device_id, mailbox_id, protocols, "
                               "secret_sha256, creator_id, created_at) VALUES (?, ?, ?, ?, ?, ?)"),
                {*used, box->id, wish.protocols,
                 QString::fromLatin1(digest(made.password.reveal())), caller.person,
                 caller.now.toSecsSinceEpoch()});
            if (!rows && rows.error().kind == Error::Kind::Conflict)
                return Error{Error::Kind::Conflict,
                             QStringLiteral("This device has a password for the mailbox already"),
                             QStringLiteral("device_id"),
                             QStringLiteral("device_already_has_access_to_mailbox"), 0};
            if (!rows)
                return rows.error();
            made.id = rows->insertedId();
        }
        const auto row = device(database, box->id, made.id);
        if (!row)
            return row.error();
        QJsonObject after = known(*row);
        after.insert(QStringLiteral("password"), QStringLiteral("set"));
        const auto effective =
            recordVersion(database, caller, {mail::Verb::Create, refTo(*row), {}, after},
                          "device_access", made.id);
        if (!effective)
            return effective.error();
        made.effective = *effective;
        return made;
    });
}

Result<NewPassword> renewPassword(Database &database, const Caller &caller, qint64 service,
                                  const QString &mailbox, qint64 id, qint64 version)
{
    return database.write([&]() -> Result<NewPassword> {
        const auto box = db::mailbox(database, service, mailbox);
        if (!box)
            return box.error();
        const auto row = device(database, box->id, id);
        if (!row)
            return row.error();
        if (version && version != row->version)
            return changedMeanwhile(row->label);
        NewPassword made;
        made.id = id;
        made.device = row->device;
        made.password = Secret::generate(160);
        if (auto done = database.run(QStringLiteral("UPDATE device_access SET secret_sha256 = ?, "
                                                    "status = 'healthy' WHERE id = ?"),
                                     {QString::fromLatin1(digest(made.password.reveal())), id});
            !done)
            return done.error();
        const QJsonObject set{{QStringLiteral("password"), QStringLiteral("set")}};
        const auto effective =
            recordVersion(database, caller, {mail::Verb::Update, refTo(*row), set, set},
                          "device_access", id, {id});
        if (!effective)
            return effective.error();
        made.effective = *effective;
        return made;
    });
}

Result<Effective> removeDevice(Database &database, const Caller &caller, qint64 service,
                               const QString &mailbox, qint64 id, qint64 version)
{
    return database.write([&]() -> Result<Effective> {
        const auto box = db::mailbox(database, service, mailbox);
        if (!box)
            return box.error();
        const auto row = device(database, box->id, id);
        if (!row)
            return row.error();
        if (version && version != row->version)
            return changedMeanwhile(row->label);
        return remove(database, caller, *row);
    });
}

Result<Effective> removeDevices(Database &database, const Caller &caller, qint64 service,
                                const QString &mailbox, std::optional<qint64> user)
{
    return database.write([&]() -> Result<Effective> {
        const auto box = db::mailbox(database, service, mailbox);
        if (!box)
            return box.error();
        DeviceFilter filter;
        filter.mailbox = box->id;
        filter.user = user;
        const auto list = devices(database, filter);
        if (!list)
            return list.error();
        Effective last;
        for (const DeviceRow &row : list->rows) {
            const auto done = remove(database, caller, row);
            if (!done)
                return done.error();
            last = *done;
        }
        return last;
    });
}

Result<void> endOrphanedDevices(Database &database, const Caller &caller)
{
    return database.write([&]() -> Result<void> {
        QList<QPair<qint64, qint64>> orphans; // mailbox, device access
        {
            auto rows = database.run(QStringLiteral(
                "SELECT a.mailbox_id, a.id FROM device_access a JOIN device d ON d.id = "
                "a.device_id LEFT JOIN access x ON x.mailbox_id = a.mailbox_id AND x.person_id = "
                "d.person_id WHERE d.person_id IS NOT NULL AND x.id IS NULL"));
            if (!rows)
                return rows.error();
            while (rows->next())
                orphans.append({rows->number(0), rows->number(1)});
        }
        for (const auto &[box, id] : std::as_const(orphans)) {
            const auto row = device(database, box, id);
            if (!row)
                return row.error();
            if (auto done = remove(database, caller, *row); !done)
                return done.error();
        }
        return {};
    });
}

} // namespace db
