// SPDX-License-Identifier: GPL-3.0-or-later
// The tables as the mail servers need them: who may log in, with which secret, to what.
#pragma once

#include "server/db/database.h"
#include "server/host/host.h"

#include <optional>

namespace db {

// Nothing: there is no such mailbox.
Result<std::optional<host::LookupMailbox>> lookupMailbox(Database &database, qint64 service,
                                                         const QString &name);
Result<QList<host::LookupMailbox>> lookupEverything(Database &database);

// name@main domain; nothing: no such service.
Result<std::optional<QString>> addressOf(Database &database, qint64 service, const QString &name);

// Addresses whose mail is still to be removed, and that it was.
Result<QStringList> pendingRemovals(Database &database);
Result<void> removalDone(Database &database, const QString &address);

} // namespace db
