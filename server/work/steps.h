// SPDX-License-Identifier: GPL-3.0-or-later
// How a step of a job ends. Each of these writes the row; Cancelled: somebody stopped the job, and
// nothing was written.
#pragma once

#include "server/db/jobs.h"
#include "server/work/tools.h"

namespace hostwork {

// In the name of who asked for the job.
db::Caller callerOf(const db::JobRow &row, const QDateTime &now);

Result<void> save(const Tools &tools, db::JobRow &row);                      // the step goes on
Result<void> next(const Tools &tools, db::JobRow &row, const QString &step); // due at once
// Looks again, each time after twice as long (5 s to 15 min).
Result<void> waitAndSee(const Tools &tools, db::JobRow &row, const QString &note);
Result<void> waitUntil(const Tools &tools, db::JobRow &row, const QDateTime &time,
                       const QString &note);
Result<void> finish(const Tools &tools, db::JobRow &row);
Result<void> fail(const Tools &tools, db::JobRow &row, const QString &sentence);

} // namespace hostwork
