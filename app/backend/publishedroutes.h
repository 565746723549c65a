// SPDX-License-Identifier: GPL-3.0-or-later
// What the provider documents: paths, limits, and which of our words have a route there.
#pragma once

#include "app/base/result.h"
#include "app/mail/capabilities.h"

#include <QByteArray>

namespace backend {

inline constexpr int publishedRequestsPerMinute = 60;
inline constexpr auto publishedUrl = "https://api.infomaniak.com";

// "/1/mail_hostings/7/mailboxes/ana". Invalid "name" for what cannot be one step of a path.
Result<QByteArray> mailboxPath(qint64 service, const QString &name);
// "/2/domains/example.org", "/2/zones/example.org", "/2/zones/example.org/records/12". Invalid
// "domain", "zone", "id".
Result<QByteArray> domainPath(const QString &domain);
Result<QByteArray> zonePath(const QString &zone);
Result<QByteArray> recordPath(const QString &zone, const QString &record);

// Of the documented routes alone; what an account has switched off comes on top.
mail::Capabilities publishedRoutes();

// The verb, and with Update every field of the kind.
void denyAll(mail::Capabilities &capabilities, mail::Verb verb, const QString &kind,
             const QString &reason);

} // namespace backend
