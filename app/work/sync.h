// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing the cache up to what the backend says. Plain blocking functions; run them as jobs.
#pragma once

#include "app/backend/backend.h"
#include "app/base/clock.h"
#include "app/store/cache.h"

#include <QHash>

#include <optional>

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

// Zones of the service's domains and all their records. An error leaves the cache as it was; when
// only some of the zones cannot be read, the others are.
Result<void> syncZones(backend::Backend &backend, store::Cache &cache, qint64 service,
                       const Clock &clock, Progress &progress);
Result<void> syncRecords(backend::Backend &backend, store::Cache &cache, qint64 service,
                         const QString &zone, const Clock &clock, Progress &progress);
Result<void> syncDkimKeys(backend::Backend &backend, store::Cache &cache, qint64 service,
                          const Clock &clock, Progress &progress);
Result<void> syncHostJobs(backend::Backend &backend, store::Cache &cache, qint64 service,
                          const Clock &clock, Progress &progress);

// What the change feed told of zones, records and keys. Only lists that were read before are kept
// up: nobody looked at the others.
struct ZoneNews
{
    // By zone and number of the record; nullopt: gone.
    QHash<QString, QHash<qint64, std::optional<mail::ZoneRecord>>> records;
    bool zones = false;
    bool dkimKeys = false;

    bool take(const backend::FeedEntry &entry); // false: about something else
    static ZoneNews everything();               // the feed does not reach back far enough
};
Result<void> keepUp(const ZoneNews &news, backend::Backend &backend, store::Cache &cache,
                    qint64 service, const Clock &clock, Progress &progress);

// The far side does not have it, or does not show it to this token: the rest goes on.
bool isWithheld(const Error &error);

} // namespace work
