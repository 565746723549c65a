// SPDX-License-Identifier: GPL-3.0-or-later
// The job "security-check": the daemon's daily look at each domain.
#pragma once

#include "server/db/jobs.h"
#include "server/db/looks.h"
#include "server/work/tools.h"

namespace hostwork {

inline constexpr char securityCheck[] = "security-check";

// Looks now, keeps the look when it tells something new. Invalid "domain"; Cancelled.
Result<mail::SecuritySnapshot> lookAt(const Tools &tools, qint64 service, const QString &domain,
                                      Progress &progress);

// Jobs for some of the domains whose last look was a day ago; `also`: and for those never looked
// at. How many; ask again until there are none.
Result<int> planLooks(const Tools &tools, bool also);
Result<void> look(const Tools &tools, db::JobRow row, Progress &progress);

} // namespace hostwork
