// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use a mailbox, and how far.
#pragma once

#include "server/db/feed.h"
#include "server/db/listing.h"
#include "server/db/people.h"

#include <optional>

namespace db {

struct AccessRow
{
    qint64 id = 0;
    qint64 mailbox = 0;
    PersonRow person;
    std::optional<PersonRow> creator;
    int rights = 0; // rights.h
    qint64 createdAt = 0;
    std::optional<qint64> lastUsedAt;
    qint64 version = 1;
    bool hasDevice = false; // a device password of this person for this mailbox
};

Result<Page<AccessRow>> accesses(Database &database, qint64 mailbox, const Listing &listing);
// Of several mailboxes, ordered by mailbox and then by when they were given.
Result<QList<AccessRow>> accessesOf(Database &database, const QList<qint64> &mailboxes);
// Of one person to one mailbox. NotFound `user_has_no_access_to_mailbox`.
Result<AccessRow> access(Database &database, qint64 mailbox, qint64 person);
const QList<Column> &accessColumns();

// `rights` empty: the service's default. Conflict `user_already_has_access_to_mailbox`; Invalid
// "user_id" `user_not_attached_to_account`.
Result<Effective> addAccess(Database &database, const Caller &caller, qint64 service,
                            const QString &mailbox, qint64 person, std::optional<int> rights);
// Sets the bits of `grant`, takes those of `deny`; the others stay.
Result<Effective> changeAccess(Database &database, const Caller &caller, qint64 service,
                               const QString &mailbox, qint64 person, int grant, int deny,
                               qint64 version);
// The person's device passwords for this mailbox end with it: what they have open is cut, and a
// later access of the same person needs new ones.
Result<Effective> removeAccess(Database &database, const Caller &caller, qint64 service,
                               const QString &mailbox, qint64 person, qint64 version);

} // namespace db
