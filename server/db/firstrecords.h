// SPDX-License-Identifier: GPL-3.0-or-later
// What a new zone begins with when nobody says: mail comes here and mail programs find their way.
#pragma once

#include "app/mail/dnsfacts.h"
#include "server/db/zones.h"

namespace db {

// Of the host's facts: MX and SRV, and the addresses of those names that lie in the zone. Nothing
// that says who may send (SPF, DKIM, DMARC): that is for people to decide.
QList<NewRecord> firstRecords(const QString &zone, const mail::DnsFacts &facts,
                              const QStringList &nameServers);

} // namespace db
