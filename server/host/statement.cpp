// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/statement.h"

#include <utility>

namespace host {

Error storage(sqlite3 *db)
{
    return {Error::Kind::Storage,
            QStringLiteral("lookup.db: %1").arg(QString::fromUtf8(sqlite3_errmsg(db))),
            {},
            {},
            0};
}

bool execute(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

void close(sqlite3 *&db)
{
    while (sqlite3_stmt *statement = db ? sqlite3_next_stmt(db, nullptr) : nullptr)
        sqlite3_finalize(statement);
    sqlite3_close(std::exchange(db, nullptr));
}

} // namespace host
