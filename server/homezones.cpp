// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/homezones.h"

#include "server/db/firstrecords.h"

namespace {

// "0 1 993 mail.example.org"
QString portOf(const QString &target) { return target.section(u' ', 2, 2); }
QString hostOf(const QString &target) { return target.section(u' ', 3, 3); }

Result<void> keepPorts(db::Database &database, const db::Caller &caller, const QString &zone,
                       const QList<db::NewRecord> &facts)
{
    db::RecordFilter services;
    services.types = QStringList{QStringLiteral("SRV")};
    const auto rows = db::records(database, zone, services);
    if (!rows)
        return rows.error();
    for (const db::RecordRow &row : rows->rows)
        for (const db::NewRecord &fact : facts) {
            const QString &now = row.record.target;
            if (fact.type != u"SRV" || fact.source != row.record.source ||
                hostOf(now) != hostOf(fact.target) || portOf(now) == portOf(fact.target) ||
                portOf(now) == u"0")
                continue;
            // Priority and weight are as people left them.
            db::RecordEdit edit;
            edit.target = now.section(u' ', 0, 1) + u' ' + portOf(fact.target) + u' ' + hostOf(now);
            if (auto done = db::updateRecord(database, caller, zone, row.record.id, edit, 0); !done)
                return done.error();
        }
    return {};
}

} // namespace

Result<void> keepHomeZones(db::Database &database, host::Host &host, const db::Caller &caller)
{
    if (!host.zones().missing().isEmpty())
        return {};
    const mail::DnsFacts facts = host.dnsFacts();
    const QStringList names = host.zones().names();
    const auto zones = db::zonesOf(database, 0);
    if (!zones)
        return zones.error();
    for (const db::ZoneRow &zone : *zones)
        if (auto done =
                keepPorts(database, caller, zone.name, db::firstRecords(zone.name, facts, names));
            !done)
            return done;
    const auto domains = db::domainsThatNeverHadAZone(database);
    if (!domains)
        return domains.error();
    for (const db::DomainRow &domain : *domains)
        if (auto done =
                db::createZone(database, caller, domain.service,
                               {domain.name, db::firstRecords(domain.name, facts, names), names});
            !done)
            return done.error();
    return {};
}
