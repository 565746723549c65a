// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/firstrecords.h"

#include "app/wire/dns/zonetext.h"

namespace db {

QList<NewRecord> firstRecords(const QString &zone, const mail::DnsFacts &facts,
                              const QStringList &nameServers)
{
    const QByteArray top = zone.toLatin1();
    QList<NewRecord> records;
    QStringList names = nameServers;
    for (const QString &mx : facts.mx) {
        records.append({{}, QStringLiteral("MX"), mx});
        names.append(mx.section(u' ', 1));
    }
    for (const QString &name : std::as_const(names)) {
        if (!wire::isSameOrBelow(name.toLatin1(), top))
            continue;
        for (const QString &address : facts.addresses)
            records.append({wire::sourceOf(name.toLatin1(), top),
                            address.contains(u':') ? QStringLiteral("AAAA") : QStringLiteral("A"),
                            address});
    }
    // "SRV _imaps._tcp 0 1 993 mail.example.org"
    for (const QString &service : facts.services)
        records.append(
            {service.section(u' ', 1, 1), service.section(u' ', 0, 0), service.section(u' ', 2)});
    return records;
}

} // namespace db
