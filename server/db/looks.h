// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at the security of domains: those that told something new, and what was accepted as it
// should be.
#pragma once

#include "app/mail/security.h"
#include "server/db/feed.h"

#include <optional>

namespace db {

struct LookHistory
{
    std::optional<mail::SecuritySnapshot> accepted;
    QList<mail::SecuritySnapshot> looks; // in the order of time
    QDateTime lastLook;                  // invalid = never
};

inline constexpr int yearsOfLooks = 2;

// NotFound: the domain is not the service's.
Result<LookHistory> lookHistory(Database &database, qint64 service, const QString &domain);
Result<std::optional<mail::SecuritySnapshot>> lastLook(Database &database, const QString &domain);
// True: it told something new and was kept. Older ones than yearsOfLooks go, but never the last.
Result<bool> noteLook(Database &database, const mail::SecuritySnapshot &look);
Result<Effective> acceptLook(Database &database, const Caller &caller, qint64 service,
                             const mail::SecuritySnapshot &look);

struct DomainOfService
{
    qint64 service = 0;
    QString domain; // punycode
};
// NotFound: it is none of the service's.
Result<DomainOfService> domainOf(Database &database, qint64 service, const QString &domain);
// At most so many domains last looked at before that time and, with `also`, never looked at; none
// that a look is planned for.
Result<QList<DomainOfService>> domainsToLookAt(Database &database, const QDateTime &before,
                                               bool also, int limit);

} // namespace db
