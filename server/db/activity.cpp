// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/activity.h"

namespace db {

namespace {

const QString byAddress =
    QStringLiteral("name = ? AND service_id IN (SELECT service_id FROM domain WHERE ascii = ? "
                   "AND is_main = 1)");

QVariantList halves(const QString &address)
{
    const auto at = address.lastIndexOf(u'@');
    return {address.left(at), address.mid(at + 1)};
}

// Inside write(): the mailbox of that condition moved.
Result<void> moved(Database &database, const QString &condition, const QVariantList &values)
{
    if (auto done = database.run(QStringLiteral("UPDATE activity SET last = last + 1")); !done)
        return done.error();
    if (auto done = database.run(
            QStringLiteral("UPDATE mailbox SET activity = (SELECT last FROM activity) WHERE ") +
                condition,
            values);
        !done)
        return done.error();
    return {};
}

Result<void> noteLogin(Database &database, const host::Login &login)
{
    const qint64 at = login.at.toSecsSinceEpoch();
    if (auto done = database.run(
            QStringLiteral("UPDATE device_access SET last_connection_at = ? WHERE id = ? "
                           "AND coalesce(last_connection_at, 0) < ?"),
            {at, login.device, at});
        !done)
        return done.error();
    if (auto done =
            database.run(QStringLiteral("UPDATE access SET last_used_at = ? WHERE EXISTS "
                                        "(SELECT 1 FROM device_access da JOIN device d "
                                        "ON d.id = da.device_id WHERE da.id = ? "
                                        "AND da.mailbox_id = access.mailbox_id "
                                        "AND d.person_id = access.person_id) "
                                        "AND mailbox_id = (SELECT mailbox_id FROM device_access "
                                        "WHERE id = ?) AND coalesce(last_used_at, 0) < ?"),
                         {at, login.device, login.device, at});
        !done)
        return done.error();
    const bool isImap = login.service == u"imap";
    if (!isImap && login.service != u"pop3")
        return {};
    const QString its = QStringLiteral("id = (SELECT mailbox_id FROM device_access WHERE id = ?)");
    const QString column =
        isImap ? QStringLiteral("imap_last_login_at") : QStringLiteral("pop3_last_login_at");
    const auto noted =
        database.run(QStringLiteral("UPDATE mailbox SET %1 = ? WHERE %2 AND coalesce(%1, 0) < ?")
                         .arg(column, its),
                     {at, login.device, at});
    if (!noted)
        return noted.error();
    return noted->affected() > 0 ? moved(database, its, {login.device}) : Result<void>();
}

} // namespace

Result<void> noteLogins(Database &database, const QList<host::Login> &logins)
{
    return database.write([&]() -> Result<void> {
        for (const host::Login &login : logins)
            if (auto done = noteLogin(database, login); !done)
                return done;
        return {};
    });
}

Result<void> noteSizes(Database &database, const QHash<QString, host::Usage> &sizes,
                       const QDateTime &at)
{
    return database.write([&]() -> Result<void> {
        for (auto it = sizes.cbegin(); it != sizes.cend(); ++it) {
            const QVariantList address = halves(it.key());
            const auto other = database.run(
                QStringLiteral("UPDATE mailbox SET size = ? WHERE %1 AND coalesce(size, -1) <> ?")
                    .arg(byAddress),
                QVariantList{it->size} + address + QVariantList{it->size});
            if (!other)
                return other.error();
            if (other->affected() > 0)
                if (auto done = moved(database, byAddress, address); !done)
                    return done;
            if (auto done = database.run(
                    QStringLiteral("UPDATE mailbox SET size_checked_at = ? WHERE ") + byAddress,
                    QVariantList{at.toSecsSinceEpoch()} + address);
                !done)
                return done.error();
        }
        return {};
    });
}

Result<void> noteMiscounted(Database &database, const QStringList &addresses)
{
    return database.write([&]() -> Result<void> {
        for (const QString &address : addresses)
            if (auto done = database.run(
                    QStringLiteral("UPDATE mailbox SET is_miscounted = 1 WHERE ") + byAddress,
                    halves(address));
                !done)
                return done.error();
        return {};
    });
}

Result<QStringList> takeMiscounted(Database &database)
{
    return database.write([&]() -> Result<QStringList> {
        QStringList addresses;
        {
            auto rows = database.run(QStringLiteral(
                "SELECT m.name, d.ascii FROM mailbox m JOIN domain d ON d.service_id = "
                "m.service_id AND d.is_main = 1 WHERE m.is_miscounted = 1 ORDER BY m.id"));
            if (!rows)
                return rows.error();
            while (rows->next())
                addresses.append(rows->text(0) + u'@' + rows->text(1));
        }
        if (!addresses.isEmpty())
            if (auto done = database.run(
                    QStringLiteral("UPDATE mailbox SET is_miscounted = 0 WHERE is_miscounted = 1"));
                !done)
                return done.error();
        return addresses;
    });
}

Result<qint64> lastActivity(Database &database)
{
    auto rows = database.run(QStringLiteral("SELECT last FROM activity"));
    if (!rows)
        return rows.error();
    return rows->next() ? rows->number(0) : 0;
}

} // namespace db
