// SPDX-License-Identifier: GPL-3.0-or-later
// The job "dkim-rotation": new keys under new selectors come into use, the old ones go. Steps:
// publish, seen, sign, retire. Each ends in one transaction with what it changed, and can be
// repeated, so that the daemon may be killed anywhere.
#pragma once

#include "server/db/jobs.h"
#include "server/work/dkimkeys.h"

namespace hostwork {

inline constexpr char rotation[] = "dkim-rotation";
inline constexpr int usualOverlap = 7 * 86400; // seconds
inline constexpr int longestOverlap = 90 * 86400;

// Invalid "domain"; Conflict `rotation_runs`; Unsupported: nothing can be signed here.
Result<db::JobRow> beginRotation(const Tools &tools, const db::Caller &caller, qint64 service,
                                 const QString &domain, int overlap);

// One step. Cancelled: somebody stopped the job, or nobody wants it now; other errors pass, so it
// is tried again. A step that can never succeed ends the job with a sentence, without an error.
Result<void> rotate(const Tools &tools, DkimKeys &keys, db::JobRow row, Progress &progress);

} // namespace hostwork
