// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM keys of the domains: the public half and the state. Where the domain's zone is ours its
// record comes and goes with the key, in the same transaction.
#pragma once

#include "app/mail/dkimkey.h"
#include "server/db/feed.h"
#include "server/db/listing.h"

namespace db {

struct NewDkimKey
{
    QString domain; // punycode
    QString selector;
    mail::DkimAlgorithm algorithm = mail::DkimAlgorithm::Rsa;
    int bits = 0;
    QString record;
};

Result<Page<mail::DkimKey>> dkimKeys(Database &database, qint64 service, const Listing &listing);
Result<mail::DkimKey> dkimKey(Database &database, qint64 service, qint64 id);
// In the order in which they were made.
Result<QList<mail::DkimKey>> dkimKeysOf(Database &database, const QString &domain);
// Those of keys that are gone, too: nobody may meet another key under a name that he remembers.
Result<QStringList> selectorsEverUsed(Database &database, const QString &domain);
// Of all services: those that sign, or those whose private half the host still needs.
Result<QList<mail::DkimKey>> signingKeys(Database &database);
Result<QList<mail::DkimKey>> livingKeys(Database &database);

struct KeptKey
{
    mail::DkimKey key; // as it is now
    qint64 sequence = 0;
};

// NotFound: the domain is not the service's; Conflict "selector": it had such a key already.
Result<KeptKey> addDkimKey(Database &database, const Caller &caller, qint64 service,
                           const NewDkimKey &wish);
// `retiresAt` invalid: none is told. `version` 0 = whatever it is now.
Result<KeptKey> setDkimState(Database &database, const Caller &caller, qint64 service, qint64 id,
                             mail::DkimState state, const QDateTime &retiresAt, qint64 version);
// Conflict `key_signs` while it does.
Result<qint64> removeDkimKey(Database &database, const Caller &caller, qint64 service, qint64 id,
                             qint64 version);

} // namespace db
