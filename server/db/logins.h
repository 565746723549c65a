// SPDX-License-Identifier: GPL-3.0-or-later
// When devices and users last came: what mail servers report, written in batches. Neither audit nor
// feed: nobody changed anything.
#pragma once

#include "server/db/database.h"
#include "server/host/host.h"

#include <QList>

namespace db {

// Later times win whatever the order. Devices that are gone are passed over.
Result<void> noteLogins(Database &database, const QList<host::Login> &logins);

} // namespace db
