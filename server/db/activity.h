// SPDX-License-Identifier: GPL-3.0-or-later
// What moves by itself: last logins and sizes, as the mail host reports them, written in batches.
// Neither audit nor feed: nobody changed anything. A mailbox that moved gets the next activity
// number, so that clients can ask for what moved since.
#pragma once

#include "server/db/database.h"
#include "server/host/host.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QStringList>

namespace db {

// Later times win whatever the order. Devices that are gone are passed over.
Result<void> noteLogins(Database &database, const QList<host::Login> &logins);

// By address; those that are gone are passed over. A size that is what it was is no movement.
Result<void> noteSizes(Database &database, const QHash<QString, host::Usage> &sizes,
                       const QDateTime &at);

// Addresses whose size is not what was counted last: kept over a restart, and forgotten when told.
Result<void> noteMiscounted(Database &database, const QStringList &addresses);
Result<QStringList> takeMiscounted(Database &database);

// The number of the newest movement in all services; what moved: activeSince() of mailboxes.h.
Result<qint64> lastActivity(Database &database);

} // namespace db
