// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/logins.h"

namespace db {

Result<void> noteLogins(Database &database, const QList<host::Login> &logins)
{
    return database.write([&]() -> Result<void> {
        for (const host::Login &login : logins) {
            const qint64 at = login.at.toSecsSinceEpoch();
            if (auto done = database.run(
                    QStringLiteral("UPDATE device_access SET last_connection_at = ? WHERE id = ? "
                                   "AND coalesce(last_connection_at, 0) < ?"),
                    {at, login.device, at});
                !done)
                return done.error();
            if (auto done = database.run(
                    QStringLiteral("UPDATE access SET last_used_at = ? WHERE EXISTS "
                                   "(SELECT 1 FROM device_access da JOIN device d "
                                   "ON d.id = da.device_id WHERE da.id = ? "
                                   "AND da.mailbox_id = access.mailbox_id "
                                   "AND d.person_id = access.person_id) "
                                   "AND mailbox_id = (SELECT mailbox_id FROM device_access "
                                   "WHERE id = ?) AND coalesce(last_used_at, 0) < ?"),
                    {at, login.device, login.device, at});
                !done)
                return done.error();
            QString sql;
            if (login.service == u"imap")
                sql = QStringLiteral("UPDATE mailbox SET imap_last_login_at = ? WHERE id = (SELECT "
                                     "mailbox_id FROM device_access WHERE id = ?) "
                                     "AND coalesce(imap_last_login_at, 0) < ?");
            else if (login.service == u"pop3")
                sql = QStringLiteral("UPDATE mailbox SET pop3_last_login_at = ? WHERE id = (SELECT "
                                     "mailbox_id FROM device_access WHERE id = ?) "
                                     "AND coalesce(pop3_last_login_at, 0) < ?");
            else
                continue;
            if (auto done = database.run(sql, {at, login.device, at}); !done)
                return done.error();
        }
        return {};
    });
}

} // namespace db
