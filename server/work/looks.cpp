// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/work/looks.h"

#include "app/mail/domain.h"
#include "server/db/dkimkeys.h"
#include "server/work/steps.h"

namespace hostwork {

namespace {

constexpr int day = 86400;
constexpr int atOnce = 50; // so that what people ask for does not wait behind thousands

} // namespace

Result<mail::SecuritySnapshot> lookAt(const Tools &tools, qint64 service, const QString &domain,
                                      Progress &progress)
{
    const auto name = mail::domainFrom(domain);
    if (!name)
        return name.error();
    if (const auto ours = db::domainOf(tools.database, service, name->ascii); !ours)
        return Error::invalid(QStringLiteral("domain"), ours.error().detail);
    LookRequest request;
    request.domain = name->ascii;
    const auto keys = db::dkimKeysOf(tools.database, name->ascii);
    if (!keys)
        return keys.error();
    request.keys = *keys;
    const auto before = db::lastLook(tools.database, name->ascii);
    if (!before)
        return before.error();
    request.before = *before;
    const auto facts = tools.facts(service);
    if (!facts)
        return facts.error();
    request.facts = *facts;
    request.signs = tools.host.signing().missing().isEmpty();
    request.at = tools.clock.now();
    auto look = tools.world.look(request, progress);
    if (!look)
        return look.error();
    if (const auto noted = db::noteLook(tools.database, *look); !noted)
        return noted.error();
    return look;
}

Result<int> planLooks(const Tools &tools, bool also)
{
    db::Caller host;
    host.now = tools.clock.now();
    const auto domains = db::domainsToLookAt(tools.database, host.now.addSecs(-day), also, atOnce);
    if (!domains)
        return domains.error();
    for (const db::DomainOfService &one : *domains)
        if (const auto added = db::addJob(tools.database, host,
                                          {one.service,
                                           QLatin1String(securityCheck),
                                           one.domain,
                                           QStringLiteral("look"),
                                           1,
                                           {}});
            !added)
            return added.error();
    return int(domains->size());
}

Result<void> look(const Tools &tools, db::JobRow row, Progress &progress)
{
    const auto seen = lookAt(tools, row.job.service, row.job.about, progress);
    if (!seen && seen.error().kind == Error::Kind::Invalid)
        return fail(tools, row, seen.error().detail);
    if (!seen)
        return seen.error();
    return tools.database.write([&]() -> Result<void> {
        if (auto done = finish(tools, row); !done)
            return done;
        return db::forgetOlderJobs(tools.database, row);
    });
}

} // namespace hostwork
