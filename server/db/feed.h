// SPDX-License-Identifier: GPL-3.0-or-later
// The change feed and the audit: every effective change leaves one row in each, in the transaction
// that makes it.
#pragma once

#include "app/mail/change.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/db/listing.h"

namespace db {

// What became of a wish.
struct Effective
{
    mail::Change change;
    qint64 sequence = 0; // 0 = nothing had to change
    qint64 version = 0;  // that the object has now, 0 = it has none or is gone
};

struct FeedRow
{
    qint64 sequence = 0;
    qint64 service = 0;
    QString verb;
    QString kind;
    QString mailboxName; // empty for what belongs to no mailbox
    QString zone;        // empty for what belongs to no zone
    QString key;
};

struct AuditRow
{
    qint64 sequence = 0;
    qint64 at = 0;
    qint64 person = 0;
    QString personName;
    QString verb;
    QJsonObject object;
    QJsonObject before;
    QJsonObject after;
};

// Inside write() only. `cut`: device accesses whose sessions end with this change.
Result<Effective> record(Database &database, const Caller &caller, const mail::Change &change,
                         const QList<qint64> &cut = {});

// The same, and the number becomes the version of the row `id` of `table`. Numbers of the feed come
// once: whoever has read a version never meets it again, also not at another object of that name.
Result<Effective> recordVersion(Database &database, const Caller &caller,
                                const mail::Change &change, const char *table, qint64 id,
                                const QList<qint64> &cut = {});

// The error that a stale version is.
Error changedMeanwhile(const QString &what);

Result<qint64> lastSequence(Database &database);
// The lowest number that changesSince() can still tell of; 0 = none was made yet.
Result<qint64> firstSequence(Database &database);
// In order; `service` 0 = of all services.
Result<QList<FeedRow>> changesSince(Database &database, qint64 service, qint64 since, int limit);

// Device accesses whose sessions end with a change after `since`, up to `until`.
Result<QList<qint64>> cutsBetween(Database &database, qint64 since, qint64 until);

// Newest first; `zone` not empty: what was done to its records.
Result<Page<AuditRow>> audit(Database &database, qint64 service, const Listing &listing,
                             const QString &zone = {});

// How many changes are kept for clients that were away.
inline constexpr qint64 feedLength = 1'000'000;

} // namespace db
