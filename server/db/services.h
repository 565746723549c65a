// SPDX-License-Identifier: GPL-3.0-or-later
// Mail hostings, their domains and what holds for all their mailboxes.
#pragma once

#include "app/mail/rights.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/db/feed.h"
#include "server/db/listing.h"

#include <optional>

namespace db {

// Counting the addresses of a large service takes longer than all else that a write reads of it.
enum class Counting
{
    Addresses,
    Nothing // addressesUsed stays 0
};

struct ServiceRow
{
    qint64 id = 0;
    qint64 organisation = 0;
    QString name;
    QString domain;          // main domain, punycode
    QString domainForPeople; // the same in Unicode
    qint64 createdAt = 0;
    bool isLocked = false;
    int addressQuota = 0; // 0 = no limit
    int addressesUsed = 0;
    int defaultRights = 0;
    bool spamFilter = true;
    bool adFilter = false;
    bool externalMailFlag = false;
    QByteArray authorizedSenders; // JSON lists of addresses
    QByteArray blockedSenders;
    qint64 updatedAt = 0;
    qint64 version = 1;
};

struct ServiceFilter : Listing
{
    qint64 organisation = 0;
    QList<qint64> only; // empty = all
};

// What stays empty stays as it is.
struct PreferencesEdit
{
    int grantedRights = 0; // rights.h; what neither of these two names stays
    int deniedRights = 0;
    std::optional<bool> spamFilter;
    std::optional<bool> adFilter;
    std::optional<bool> externalMailFlag;
    std::optional<QStringList> authorizedSenders;
    std::optional<QStringList> blockedSenders;
};

struct NewService
{
    qint64 organisation = 0;
    QString name;
    QString domain; // either form
    int addressQuota = 0;
    qint64 mailboxBytes = 0; // 0 = no limit
    int defaultRights = 0;
};

Result<ServiceRow> service(Database &database, qint64 id, Counting counting = Counting::Addresses);
Result<Page<ServiceRow>> services(Database &database, const ServiceFilter &filter);
const QList<Column> &serviceColumns();
// Conflict: the domain is another service's.
Result<qint64> createService(Database &database, const NewService &wish, const QDateTime &now);
// `version` 0 = whatever it is now; else Conflict `conflict` when it is another.
Result<Effective> updatePreferences(Database &database, const Caller &caller, qint64 id,
                                    const PreferencesEdit &edit, qint64 version);
Result<QStringList> allDomains(Database &database); // punycode

} // namespace db
