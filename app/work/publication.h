// SPDX-License-Identifier: GPL-3.0-or-later
// Whether records that somebody published by hand are seen, now or as soon as they are.
#pragma once

#include "app/base/progress.h"
#include "app/check/dns/repair.h"
#include "app/work/look.h"

#include <chrono>

namespace work {

// Those of `publish` that DNS does not tell yet and those of `withdraw` that it still tells.
// Error: Cancelled. A name that could not be looked up counts as missing.
struct Missing
{
    QList<check::RecordToPublish> publish;
    QList<check::RecordToPublish> withdraw;
    bool isEmpty() const { return publish.isEmpty() && withdraw.isEmpty(); }
};
Result<Missing> missingOf(const check::Proposal &proposal, wire::Resolver &resolver,
                          Progress &progress);

// Looks again and again, each time with a resolver that remembers nothing, until nothing is
// missing. Errors: Cancelled; Offline "timeout" when `limit` is over.
Result<void> waitUntilPublished(const check::Proposal &proposal, const MakeDns &make,
                                std::chrono::milliseconds pause, std::chrono::milliseconds limit,
                                Progress &progress);

} // namespace work
