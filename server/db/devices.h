// SPDX-License-Identifier: GPL-3.0-or-later
// Device passwords: a device, and its access to a mailbox with a secret of its own.
#pragma once

#include "app/base/secret.h"
#include "app/mail/device.h"
#include "server/db/feed.h"
#include "server/db/listing.h"
#include "server/db/people.h"

#include <optional>

namespace db {

struct DeviceRow // of the access
{
    qint64 id = 0;
    qint64 device = 0;
    qint64 service = 0;
    QString mailboxName;
    QString domain;
    QString domainForPeople;
    QString label;
    QString type; // mail::DeviceType's word
    QString uid;  // the device's own name for itself, may be empty
    qint64 deviceCreatedAt = 0;
    std::optional<PersonRow> user; // nobody: without user
    std::optional<PersonRow> creator;
    QString protocols; // mail::Protocols' word
    QString status;
    qint64 createdAt = 0;
    std::optional<qint64> lastConnection;
    qint64 mailbox = 0;
    qint64 version = 1;
};

struct DeviceFilter : Listing
{
    std::optional<qint64> mailbox; // by id
    std::optional<qint64> service;
    std::optional<qint64> user;
    std::optional<qint64> device;
    bool withoutUser = false;
    QString type;
};

struct NewDevice
{
    std::optional<qint64> device; // one that is there: label, type and uid are its own
    QString label;                // empty: its type
    QString type;                 // empty: other
    QString uid;
    QString protocols;
    std::optional<qint64> user; // nobody: without user
};

struct NewPassword
{
    qint64 id = 0; // of the device access
    qint64 device = 0;
    Secret password; // shown once; only its digest is kept
    Effective effective;
};

Result<Page<DeviceRow>> devices(Database &database, const DeviceFilter &filter);
Result<DeviceRow> device(Database &database, qint64 mailbox, qint64 id);
const QList<Column> &deviceColumns();

// NotFound; Conflict `device_already_has_access_to_mailbox`; Invalid "user_id"
// `existing_device_can_only_have_one_user`, `user_not_attached_to_account` or
// `user_has_no_access_to_mailbox`.
Result<NewPassword> createDevice(Database &database, const Caller &caller, qint64 service,
                                 const QString &mailbox, const NewDevice &wish);
// `version` 0 = whatever it is now; else Conflict `conflict` when it is another.
Result<NewPassword> renewPassword(Database &database, const Caller &caller, qint64 service,
                                  const QString &mailbox, qint64 id, qint64 version);
Result<Effective> removeDevice(Database &database, const Caller &caller, qint64 service,
                               const QString &mailbox, qint64 id, qint64 version);
// Those of one user, or all when `user` is empty. The last one's sequence.
Result<Effective> removeDevices(Database &database, const Caller &caller, qint64 service,
                                const QString &mailbox, std::optional<qint64> user);

// Passwords for users who have no access to the mailbox: left by a version that kept them. They
// could log in nowhere, and must not come to life with a later access.
Result<void> endOrphanedDevices(Database &database, const Caller &caller);

} // namespace db
