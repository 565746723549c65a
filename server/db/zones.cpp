// SPDX-License-Identifier: GPL-3.0-or-later
// What zones there are and what is in them; zonewrites.cpp changes it.
#include "server/db/zones.h"

#include "app/wire/dns/zonefile.h"
#include "app/wire/dns/zonetext.h"

#include <QHash>

#include <algorithm>

namespace db {

namespace {

constexpr char zoneColumns[] = "SELECT z.id, z.service_id, z.name, z.for_people, z.is_signed, "
                               "z.delegation, z.serial, z.updated_at, z.version FROM zone z ";
constexpr char recordFrom[] = "FROM zone_record r JOIN zone z ON z.id = r.zone_id ";

ZoneRow zoneFrom(const Rows &rows)
{
    ZoneRow row;
    row.id = rows.number(0);
    row.service = rows.number(1);
    row.name = rows.text(2);
    row.nameForPeople = rows.text(3);
    row.isSigned = rows.flag(4);
    row.delegation = rows.text(5).split(u'\n', Qt::SkipEmptyParts);
    row.serial = quint32(rows.number(6));
    row.updatedAt = rows.number(7);
    row.version = rows.number(8);
    return row;
}

QString recordColumnsSql()
{
    return QStringLiteral("SELECT z.service_id, z.name, r.id, r.source, r.type, r.target, r.ttl, "
                          "r.updated_at, r.version, r.is_hosts ") +
           QLatin1String(recordFrom);
}

RecordRow recordRowFrom(const Rows &rows)
{
    RecordRow row;
    row.record.service = rows.number(0);
    row.record.zone = rows.text(1);
    row.record.id = rows.number(2);
    row.record.source = rows.text(3);
    row.record.type = rows.text(4);
    row.record.target = rows.text(5);
    row.record.ttl = int(rows.number(6));
    row.record.updatedAt = QDateTime::fromSecsSinceEpoch(rows.number(7), Qt::UTC);
    row.record.version = rows.number(8);
    row.isHosts = rows.flag(9);
    return row;
}

Error noZone()
{
    return {Error::Kind::NotFound,
            QStringLiteral("There is no such zone"),
            {},
            QStringLiteral("zone_does_not_exists"),
            0};
}

Result<QList<wire::DnsRecord>> dnsRecords(Database &database, const QString &zone)
{
    const auto rows = records(database, zone, {});
    if (!rows)
        return rows.error();
    QList<wire::DnsRecord> list;
    for (const RecordRow &row : rows->rows) {
        const auto one = dnsRecordOf(row.record);
        if (!one)
            return one.error();
        list.append(*one);
    }
    return list;
}

} // namespace

Result<wire::DnsRecord> dnsRecordOf(const mail::ZoneRecord &record)
{
    const auto type = wire::typeFromWord(record.type.toLatin1());
    const auto owner = wire::ownerFrom(record.source, record.zone.toLatin1());
    const auto data =
        type ? wire::dataFrom(*type, record.target) : Result<wire::RecordData>(wire::RecordData());
    if (!type || !owner || !data)
        return Error{
            Error::Kind::Internal,
            QStringLiteral("Record %1 of %2 cannot be read").arg(record.id).arg(record.zone),
            {},
            {},
            0};
    return wire::DnsRecord{*owner, *type, quint32(record.ttl.value_or(mail::usualTtl)), *data};
}

Result<ZoneRow> zone(Database &database, const QString &name)
{
    static const QString sql = QLatin1String(zoneColumns) + QStringLiteral("WHERE z.name = ?");
    auto rows = database.run(sql, {name});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return noZone();
    return zoneFrom(*rows);
}

Result<QList<ZoneRow>> zonesOf(Database &database, qint64 service)
{
    auto rows = service
                    ? database.run(QLatin1String(zoneColumns) +
                                       QStringLiteral("WHERE z.service_id = ? ORDER BY z.name"),
                                   {service})
                    : database.run(QLatin1String(zoneColumns) + QStringLiteral("ORDER BY z.name"));
    if (!rows)
        return rows.error();
    QList<ZoneRow> list;
    while (rows->next())
        list.append(zoneFrom(*rows));
    return list;
}

Result<qint64> serviceOfDomain(Database &database, const QString &domain)
{
    auto rows =
        database.run(QStringLiteral("SELECT service_id FROM domain WHERE ascii = ?"), {domain});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{
            Error::Kind::NotFound, QStringLiteral("No domain of that name is here"), {}, {}, 0};
    return rows->number(0);
}

Result<RecordRow> record(Database &database, const QString &zone, qint64 id)
{
    static const QString sql = recordColumnsSql() + QStringLiteral("WHERE z.name = ? AND r.id = ?");
    auto rows = database.run(sql, {zone, id});
    if (!rows)
        return rows.error();
    if (!rows->next())
        return Error{Error::Kind::NotFound, QStringLiteral("No such record"), {}, {}, 0};
    return recordRowFrom(*rows);
}

const QList<Column> &recordColumns()
{
    static const QList<Column> list{{"id", "r.id"},     {"source", "r.source"},
                                    {"type", "r.type"}, {"target", "lower(r.target)"},
                                    {"ttl", "r.ttl"},   {"updated_at", "r.updated_at"}};
    return list;
}

Result<Page<RecordRow>> records(Database &database, const QString &zone, const RecordFilter &filter)
{
    Where where(QStringLiteral("z.name = ?"), {zone});
    if (!filter.search.isEmpty())
        where.add(QStringLiteral("r.search_text LIKE ? ESCAPE '\\'"), {likePattern(filter.search)});
    if (filter.source)
        where.add(QStringLiteral("r.source = ?"), {*filter.source});
    if (!filter.types.isEmpty()) {
        QStringList marks;
        QVariantList types;
        for (const QString &type : filter.types) {
            marks.append(QStringLiteral("?"));
            types.append(type);
        }
        where.add(QStringLiteral("r.type IN (%1)").arg(marks.join(u',')), types);
    }
    Page<RecordRow> page;
    {
        auto rows = database.run(QStringLiteral("SELECT count(*) ") + QLatin1String(recordFrom) +
                                     QStringLiteral("WHERE ") + where.text(),
                                 where.values());
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    QVariantList values = where.values();
    // The zone's own first, its SOA and NS before the others.
    const QString sql =
        recordColumnsSql() + QStringLiteral("WHERE ") + where.text() +
        ordered(filter, recordColumns(), "r.source, r.is_hosts DESC, r.type, r.id", values);
    auto rows = database.run(sql, values);
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append(recordRowFrom(*rows));
    return page;
}

Result<std::optional<host::ZonePublication>> publicationOf(Database &database, const QString &name)
{
    for (;;) {
        const auto row = zone(database, name);
        if (!row && row.error().kind == Error::Kind::NotFound)
            return std::optional<host::ZonePublication>();
        if (!row)
            return row.error();
        auto records = dnsRecords(database, name);
        if (!records)
            return records.error();
        // A write in between would give the serial of one zone and the records of another.
        const auto again = zone(database, name);
        if (!again || again->serial != row->serial || again->id != row->id)
            continue;
        // RFC 2181 5.2: one TTL for all of a name and type; the shortest is the careful one.
        QHash<QPair<QByteArray, int>, quint32> shortest;
        for (const wire::DnsRecord &record : std::as_const(*records)) {
            const QPair<QByteArray, int> set{record.name, int(record.type)};
            shortest.insert(set, std::min(shortest.value(set, record.ttl), record.ttl));
        }
        for (wire::DnsRecord &record : *records)
            record.ttl = shortest.value({record.name, int(record.type)});
        return std::optional(
            host::ZonePublication{row->name, row->serial, row->isSigned, *std::move(records)});
    }
}

Result<QString> zoneText(Database &database, const QString &zone)
{
    const auto records = dnsRecords(database, zone);
    if (!records)
        return records.error();
    return QString::fromUtf8(wire::zoneFileText(zone.toLatin1(), *records));
}

Result<QStringList> pendingZoneRemovals(Database &database)
{
    auto rows = database.run(QStringLiteral("SELECT name FROM zone_removal ORDER BY requested_at"));
    if (!rows)
        return rows.error();
    QStringList list;
    while (rows->next())
        list.append(rows->text(0));
    return list;
}

Result<void> zoneRemovalDone(Database &database, const QString &name)
{
    return database.write([&]() -> Result<void> {
        if (auto done =
                database.run(QStringLiteral("DELETE FROM zone_removal WHERE name = ?"), {name});
            !done)
            return done.error();
        return {};
    });
}

Result<QList<DomainRow>> domainsThatNeverHadAZone(Database &database)
{
    auto rows = database.run(
        QStringLiteral("SELECT service_id, ascii FROM domain WHERE zone_serial = 0 ORDER BY id"));
    if (!rows)
        return rows.error();
    QList<DomainRow> list;
    while (rows->next())
        list.append({rows->number(0), rows->text(1)});
    return list;
}

} // namespace db
