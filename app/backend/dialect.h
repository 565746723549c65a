// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the wire and ours. Reading is lenient: what is absent or cannot be meant stays
// unknown; only what names the object must be there (else Protocol).
#pragma once

#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/mailbox.h"
#include "app/mail/service.h"
#include "app/mail/user.h"

#include <QJsonObject>

namespace backend {

// Complete: all that we know was asked for, by an answer that is known to leave out what there is
// not: no time of a login means never, no user of a device means without user.
enum class Reading
{
    Partial,
    Complete
};

Result<mail::Mailbox> mailboxFromWire(const QJsonValue &json, qint64 service,
                                      Reading reading = Reading::Partial);
Result<mail::Access> accessFromWire(const QJsonValue &json, qint64 service, const QString &mailbox);
Result<mail::Device> deviceFromWire(const QJsonValue &json, qint64 service, const QString &mailbox,
                                    Reading reading = Reading::Partial);
Result<mail::Service> serviceFromWire(const QJsonValue &json);
Result<mail::User> userFromWire(const QJsonValue &json);

// A list of flags or an object of them; the right to send also as a flag beside them.
std::optional<mail::Rights> rightsFromWire(const QJsonValue &permissions,
                                           const QJsonValue &canSendEmails = QJsonValue::Undefined);

// An object that asks for these rights; what is not known stays as it is. Without `withSending` the
// contract's own flags only.
QJsonObject permissionsToWire(const mail::Rights &rights, bool withSending);

QString fieldFromWire(const QString &attribute); // "has_move_spam" -> "has_spam_filter"
QString fieldFromRefusal(const QString &code);   // of codes that are about one field

} // namespace backend
