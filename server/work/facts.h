// SPDX-License-Identifier: GPL-3.0-or-later
// What a domain of a service has to publish, and where its zones are asked for: `dns` of the
// capabilities, and what the daemon's own look at a domain goes by.
#pragma once

#include "app/mail/dnsfacts.h"
#include "server/db/database.h"
#include "server/host/host.h"

namespace hostwork {

Result<mail::DnsFacts> dnsFactsOf(db::Database &database, const host::Host &host, qint64 service);

} // namespace hostwork
