// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/seed.h"

#include "app/mail/rights.h"
#include "server/db/people.h"
#include "server/db/rights.h"
#include "server/db/services.h"
#include "server/db/tokens.h"

namespace db {

Result<Secret> seed(Database &database, const QString &domain, const QString &ownerName,
                    const QString &ownerEmail, const QList<SeedPerson> &people, const Clock &clock)
{
    return database.write([&]() -> Result<Secret> {
        const QDateTime now = clock.now();
        const auto organisation = createOrganisation(database, domain, now);
        if (!organisation)
            return organisation.error();
        const QString name = ownerName.simplified();
        const auto owner =
            createPerson(database, *organisation,
                         {0, name.section(u' ', 0, 0),
                          name.contains(u' ') ? name.section(u' ', 1) : QStringLiteral(""),
                          ownerEmail, mail::Role::Owner},
                         now);
        if (!owner)
            return owner.error();
        for (const SeedPerson &person : people)
            if (auto done = createPerson(
                    database, *organisation,
                    {0, person.firstName, person.lastName, person.email, person.role}, now);
                !done)
                return done.error();
        NewService service;
        service.organisation = *organisation;
        service.name = domain;
        service.domain = domain;
        service.defaultRights = maskFrom(mail::Rights::all());
        if (auto done = createService(database, service, now); !done)
            return done.error();
        return createToken(database, {*owner, QStringLiteral("First token"), Scope::Admin, {}, {}},
                           now);
    });
}

} // namespace db
