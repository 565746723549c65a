// SPDX-License-Identifier: GPL-3.0-or-later
// What a fresh database needs before anyone can sign in: an organisation, its people, a service
// with its domain, and a token for the owner.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/mail/user.h"
#include "server/db/database.h"

#include <QList>

namespace db {

struct SeedPerson
{
    QString firstName;
    QString lastName;
    QString email; // the login; need not be one of our addresses
    mail::Role role = mail::Role::Normal;
};

// `domain` in either form (Unicode or punycode). `ownerName` is split at its first blank. The
// answer is an `admin` token of the owner that does not expire. Conflict: the domain is there
// already.
Result<Secret> seed(Database &database, const QString &domain, const QString &ownerName,
                    const QString &ownerEmail, const QList<SeedPerson> &people = {},
                    const Clock &clock = SystemClock());

} // namespace db
