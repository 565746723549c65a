// SPDX-License-Identifier: GPL-3.0-or-later
// Judging a change set before it is applied: pure, offline, the same for desktop and daemon.
#pragma once

#include "app/mail/access.h"
#include "app/mail/capabilities.h"
#include "app/mail/change.h"
#include "app/mail/device.h"
#include "app/mail/dkimkey.h"
#include "app/mail/finding.h"
#include "app/mail/mailbox.h"
#include "app/mail/service.h"
#include "app/mail/zone.h"

#include <QList>

#include <functional>
#include <optional>

namespace check {

// What is known; a function may answer "unknown" (nullopt) and the review says less.
struct Known
{
    std::optional<mail::Service> service;
    std::function<std::optional<mail::Mailbox>(const QString &name)> mailbox;
    std::function<bool(const QString &name)> isTaken;
    std::function<QList<mail::Access>(const QString &mailbox)> accesses;
    std::function<QList<mail::Device>(const QString &mailbox)> devices;
    std::function<std::optional<QList<mail::ZoneRecord>>(const QString &zone)> records;
    std::function<std::optional<mail::Zone>(const QString &name)> zone;
};

// Codes and their facts: "not-possible" (reason, verb, field), "address-invalid" (field, sentence),
// "value-too-long" (field, length, max), "address-taken" (name), "quota-exceeded" (quota, used,
// free, wanted, over), "no-such-mailbox" (mailbox), "stale" (field, seen, now: it is no longer what
// the writer saw), "delete-loses-mail" (count, addresses, bytes where known, size_unknown),
// "cannot-be-undone" (count, devices), "devices-lose-sending" (S-16: user, devices, count,
// user_removed: they cannot read either), "device-escapes-send-right" (S-16: devices without user),
// "auto-reply-goes-on" (S-17, with a fix), "webmail-stays" (S-38), "programs-must-be-updated"
// (S-39: devices, count), "does-nothing". Of records those of zonereview.h; of zones
// "delete-loses-zone" (zone), "unsign-after-parent" (zone: validating resolvers refuse it while the
// zone above has its DS) and "sign-tell-parent"; of DKIM keys "key-is-lost" (selector, domain).
// What concerns the whole set is said once, with an empty `about` when it is more than one object.
QList<mail::Finding> review(const mail::ChangeSet &set, const Known &known,
                            const mail::Capabilities &capabilities);

} // namespace check
