// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/work/facts.h"

#include "server/db/zones.h"

namespace hostwork {

Result<mail::DnsFacts> dnsFactsOf(db::Database &database, const host::Host &host, qint64 service)
{
    mail::DnsFacts facts = host.dnsFacts();
    if (facts.servers.isEmpty()) // the world's DNS leads to our zones
        return facts;
    const auto zones = db::zonesOf(database, service);
    if (!zones)
        return zones.error();
    for (const db::ZoneRow &zone : *zones) {
        facts.zones.append(zone.name);
        for (const QString &signer : zone.delegation)
            facts.trustAnchors.append(zone.name + QStringLiteral(". IN DS ") + signer);
    }
    return facts;
}

} // namespace hostwork
