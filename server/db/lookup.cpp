// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/lookup.h"

#include "server/db/rights.h"

namespace db {

namespace {

QString mailboxSql()
{
    return QStringLiteral("SELECT m.id, m.name, d.ascii, s.mailbox_bytes FROM mailbox m "
                          "JOIN service s ON s.id = m.service_id "
                          "JOIN domain d ON d.service_id = s.id AND d.is_main = 1 ");
}

QString deviceSql()
{
    return QStringLiteral("SELECT da.mailbox_id, da.id, da.secret_sha256, da.protocols, "
                          "d.person_id, a.rights FROM device_access da "
                          "JOIN device d ON d.id = da.device_id "
                          "LEFT JOIN access a ON a.mailbox_id = da.mailbox_id "
                          "AND a.person_id = d.person_id ");
}

host::LookupMailbox mailboxFrom(const Rows &rows)
{
    host::LookupMailbox mailbox;
    mailbox.address = rows.text(1) + u'@' + rows.text(2);
    mailbox.quota = rows.number(3);
    return mailbox;
}

// A script of one's own can sort, filter, answer and redirect, so it takes all four rights.
int sieveMask()
{
    mail::Rights rights = mail::Rights::none();
    for (mail::Right right : {mail::Right::ManageRules, mail::Right::ManageFilters,
                              mail::Right::ManageAutoReply, mail::Right::ManageRedirections})
        rights.set(right, true);
    return maskFrom(rights);
}

host::LookupDevice deviceFrom(const Rows &rows)
{
    static const int sieve = sieveMask();
    const QString protocols = rows.text(3);
    const bool isBound = !rows.isNull(4); // to a user, whose rights it has
    const bool mayRead = !isBound || !rows.isNull(5);
    const int rights = int(rows.number(5));
    host::LookupDevice device;
    device.id = rows.number(1);
    device.secretSha256 = rows.bytes(2);
    device.imap = mayRead && protocols != u"pop3";
    device.pop3 = mayRead && protocols != u"imap";
    device.smtp = mayRead && (!isBound || (rights & sendMask()));
    device.sieve = mayRead && (!isBound || (rights & sieve) == sieve);
    return device;
}

} // namespace

Result<std::optional<host::LookupMailbox>> lookupMailbox(Database &database, qint64 service,
                                                         const QString &name)
{
    static const QString one =
        mailboxSql() + QStringLiteral("WHERE m.service_id = ? AND m.name = ?");
    static const QString its =
        deviceSql() + QStringLiteral("WHERE da.mailbox_id = ? ORDER BY da.id");
    host::LookupMailbox mailbox;
    qint64 id = 0;
    {
        auto rows = database.run(one, {service, name});
        if (!rows)
            return rows.error();
        if (!rows->next())
            return std::optional<host::LookupMailbox>();
        id = rows->number(0);
        mailbox = mailboxFrom(*rows);
    }
    auto rows = database.run(its, {id});
    if (!rows)
        return rows.error();
    while (rows->next())
        mailbox.devices.append(deviceFrom(*rows));
    return std::optional(mailbox);
}

Result<QList<host::LookupMailbox>> lookupEverything(Database &database)
{
    QList<host::LookupMailbox> list;
    QHash<qint64, qsizetype> places;
    {
        auto rows = database.run(mailboxSql() + QStringLiteral("ORDER BY m.id"));
        if (!rows)
            return rows.error();
        while (rows->next()) {
            places.insert(rows->number(0), list.size());
            list.append(mailboxFrom(*rows));
        }
    }
    auto rows = database.run(deviceSql() + QStringLiteral("ORDER BY da.id"));
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const auto place = places.constFind(rows->number(0));
        if (place != places.constEnd())
            list[*place].devices.append(deviceFrom(*rows));
    }
    return list;
}

Result<std::optional<QString>> addressOf(Database &database, qint64 service, const QString &name)
{
    auto rows = database.run(
        QStringLiteral("SELECT ascii FROM domain WHERE service_id = ? AND is_main = 1"), {service});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return std::optional<QString>();
    return std::optional(name + u'@' + rows->text(0));
}

Result<QStringList> pendingRemovals(Database &database)
{
    auto rows = database.run(QStringLiteral("SELECT address FROM removal ORDER BY requested_at"));
    if (!rows)
        return rows.error();
    QStringList list;
    while (rows->next())
        list.append(rows->text(0));
    return list;
}

Result<void> removalDone(Database &database, const QString &address)
{
    return database.write([&]() -> Result<void> {
        if (auto done =
                database.run(QStringLiteral("DELETE FROM removal WHERE address = ?"), {address});
            !done)
            return done.error();
        return {};
    });
}

} // namespace db
