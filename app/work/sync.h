// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing the cache up to what the backend says. Plain blocking functions; run them as jobs.
#pragma once

#include "app/backend/backend.h"
#include "app/base/clock.h"
#include "app/store/cache.h"

namespace work {

// Services, capabilities and people of the account.
Result<void> syncAccount(backend::Backend &backend, store::Cache &cache, Progress &progress);

struct SyncReport
{
    int loaded = 0; // mailboxes read
    bool full = false;
};

// By the change feed where there is one and it reaches back far enough, else everything, page by
// page.
Result<SyncReport> syncMailboxes(backend::Backend &backend, store::Cache &cache, qint64 service,
                                 const Clock &clock, Progress &progress);

// One address: the mailbox, its accesses and its devices.
Result<void> syncMailbox(backend::Backend &backend, store::Cache &cache, qint64 service,
                         const QString &name, Progress &progress);

} // namespace work
