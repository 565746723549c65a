// SPDX-License-Identifier: GPL-3.0-or-later
// Zones and their records. The Router has judged that the zone of the path is one that the caller
// may see, and brought its name to its punycode.
#include "app/wire/dns/zonefile.h"
#include "app/wire/dns/zonetext.h"
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"
#include "server/api/zonejson.h"
#include "server/db/firstrecords.h"

namespace api {

namespace {

QString zoneIn(const Request &request) { return nameIn(request, "zone"); }
qint64 recordIn(const Request &request) { return idIn(request, "record_id"); }

bool reaches(const db::Caller &caller, qint64 service)
{
    return caller.organisationServices.contains(service) && caller.reaches(service);
}

// What a zone file brings that people write.
struct Skeleton
{
    QList<db::NewRecord> records;
    QStringList leftOut; // what the host or signing makes: "SOA example.org"
    QList<Fault> faults;
};

Skeleton skeletonOf(const QString &text, const QString &zone)
{
    const QByteArray top = zone.toLatin1();
    const wire::ZoneFile file = wire::readZoneFile(text.toUtf8(), top, mail::usualTtl);
    Skeleton skeleton;
    skeleton.leftOut = file.leftOut;
    const auto refuse = [&](const QString &sentence) {
        skeleton.faults.append(
            {QStringLiteral("skel"), QStringLiteral("invalid_dns_record"), sentence});
    };
    for (const wire::ZoneFileFault &fault : file.faults)
        refuse(fault.text());
    for (const wire::ZoneFile::Entry &entry : file.entries) {
        const wire::DnsRecord &record = entry.record;
        const QString type = QString::fromLatin1(wire::typeWord(record.type));
        if (record.type == wire::RecordType::SOA || record.type == wire::RecordType::DNSKEY ||
            (record.type == wire::RecordType::NS && record.name == top)) {
            skeleton.leftOut.append(type + u' ' + QString::fromUtf8(record.name));
            continue;
        }
        if (!wire::isWritable(record.type))
            refuse(QStringLiteral("Line %1: records of type %2 cannot be kept here")
                       .arg(entry.line)
                       .arg(type));
        else if (record.ttl < quint32(mail::minTtl) || record.ttl > quint32(mail::maxTtl))
            refuse(QStringLiteral("Line %1: the TTL must be between %2 and %3 seconds, not %4")
                       .arg(entry.line)
                       .arg(mail::minTtl)
                       .arg(mail::maxTtl)
                       .arg(record.ttl));
        else
            skeleton.records.append(
                {wire::sourceOf(record.name, top), type, wire::targetOf(record), int(record.ttl)});
    }
    return skeleton;
}

// The zone as it is now, with what the query asks for beside it.
Result<Response> zoneAnswer(const Request &request, Context &context, const QStringList &leftOut)
{
    const QString name = zoneIn(request);
    const auto row = db::zone(context.database, name);
    if (!row)
        return row.error();
    QJsonObject json = zoneJson(*row, context.host.zones().names());
    const auto with = words(request, QLatin1String("with"));
    if (with.contains(QStringLiteral("skel"))) {
        const auto text = db::zoneText(context.database, name);
        if (!text)
            return text.error();
        json.insert(QStringLiteral("skel"), *text);
    }
    if (with.contains(QStringLiteral("records"))) {
        const auto page = db::records(context.database, name, {});
        if (!page)
            return page.error();
        QJsonArray list;
        for (const db::RecordRow &record : page->rows)
            list.append(recordJson(record));
        json.insert(QStringLiteral("records"), list);
    }
    if (!leftOut.isEmpty())
        json.insert(QStringLiteral("left_out"), QJsonArray::fromStringList(leftOut));
    return answer(json, 200, row->version);
}

Result<Response> recordAnswer(const QString &zone, qint64 id, Context &context)
{
    const auto row = db::record(context.database, zone, id);
    if (!row)
        return row.error();
    return answer(recordJson(*row), 200, row->record.version.value_or(0));
}

// `effective` on the name server.
Result<void> bring(Context &context, const db::Effective &effective, const QString &zone)
{
    return effective.sequence ? context.publishZone(zone) : Result<void>();
}

} // namespace

Result<Response> zones(const Request &request, const db::Caller &, Context &context)
{
    const auto rows = db::zonesOf(context.database, serviceIn(request));
    if (!rows)
        return rows.error();
    db::Listing listing;
    readListing(request, listing);
    db::Page<db::ZoneRow> page;
    page.total = rows->size();
    page.rows = rows->mid(listing.skip, listing.limit);
    return listAnswer(request, page, [&](const db::ZoneRow &row) {
        return zoneJson(row, context.host.zones().names());
    });
}

Result<Response> domainZones(const Request &request, const db::Caller &, Context &context)
{
    db::Page<db::ZoneRow> page;
    const auto row = db::zone(context.database, nameIn(request, "domain"));
    if (!row && row.error().kind != Error::Kind::NotFound)
        return row.error();
    if (row)
        page.rows.append(*row);
    page.total = page.rows.size();
    return listAnswer(request, page, [&](const db::ZoneRow &one) {
        return zoneJson(one, context.host.zones().names());
    });
}

Result<Response> zone(const Request &request, const db::Caller &, Context &context)
{
    return zoneAnswer(request, context, {});
}

Result<Response> zoneExists(const Request &request, const db::Caller &caller, Context &context)
{
    const auto row = db::zone(context.database, zoneIn(request));
    if (!row && row.error().kind != Error::Kind::NotFound)
        return row.error();
    return answer(row && reaches(caller, row->service));
}

Result<Response> createZone(const Request &request, const db::Caller &caller, Context &context)
{
    const QString name = zoneIn(request);
    const auto service = db::serviceOfDomain(context.database, name);
    if (!service && service.error().kind != Error::Kind::NotFound)
        return service.error();
    if (!service || !reaches(caller, *service))
        return Error{Error::Kind::NotFound,
                     QStringLiteral("%1 is no domain of a mail hosting here").arg(name),
                     {},
                     {},
                     0};
    host::ZoneServer &server = context.host.zones();
    if (const auto free = server.mayPublish(name); !free) {
        Error error = free.error();
        if (error.kind == Error::Kind::Conflict)
            error.code = QStringLiteral("zone_already_exists");
        return error;
    }
    const QJsonObject body = request.json.toObject();
    db::NewZone wish{name, {}, server.names()};
    QStringList leftOut;
    if (body.contains(u"skel")) {
        const Skeleton skeleton = skeletonOf(body.value(u"skel").toString(), name);
        if (!skeleton.faults.isEmpty())
            return refusal(skeleton.faults);
        wish.records = skeleton.records;
        leftOut = skeleton.leftOut;
    } else {
        wish.records = db::firstRecords(name, context.host.dnsFacts(), server.names());
    }
    const auto done = db::createZone(context.database, caller, *service, wish);
    if (!done)
        return done.error();
    if (auto brought = bring(context, *done, name); !brought)
        return brought.error();
    return zoneAnswer(request, context, leftOut);
}

Result<Response> replaceZone(const Request &request, const db::Caller &caller, Context &context)
{
    const QString name = zoneIn(request);
    const QJsonObject body = request.json.toObject();
    const Skeleton skeleton = skeletonOf(body.value(u"skel").toString(), name);
    if (!skeleton.faults.isEmpty())
        return refusal(skeleton.faults);
    const auto done =
        db::replaceRecords(context.database, caller, name, skeleton.records,
                           quint32(body.value(u"serial").toInteger()), request.version);
    if (!done)
        return done.error();
    if (auto brought = bring(context, *done, name); !brought)
        return brought.error();
    return zoneAnswer(request, context, skeleton.leftOut);
}

Result<Response> patchZone(const Request &request, const db::Caller &caller, Context &context)
{
    const QString name = zoneIn(request);
    const auto done = db::setSigned(context.database, caller, name,
                                    request.json[u"dnssec"].toBool(), request.version);
    if (!done)
        return done.error();
    if (auto brought = bring(context, *done, name); !brought)
        return brought.error();
    return zoneAnswer(request, context, {});
}

Result<Response> deleteZone(const Request &request, const db::Caller &caller, Context &context)
{
    const QString name = zoneIn(request);
    const auto done = db::removeZone(context.database, caller, name, request.version);
    if (!done)
        return done.error();
    if (auto brought = bring(context, *done, name); !brought)
        return brought.error();
    return answer(true);
}

Result<Response> zoneHistory(const Request &request, const db::Caller &, Context &context)
{
    const auto row = db::zone(context.database, zoneIn(request));
    if (!row)
        return row.error();
    db::Listing listing;
    readListing(request, listing);
    if (listing.limit < 0)
        listing.limit = maxPerPage;
    const auto page = db::audit(context.database, row->service, listing, row->name);
    if (!page)
        return page.error();
    return listAnswer(request, *page, auditJson);
}

Result<Response> zoneRecords(const Request &request, const db::Caller &, Context &context)
{
    db::RecordFilter filter;
    readListing(request, filter);
    if (const auto source = text(request, QLatin1String("filter[source]"))) {
        const QByteArray top = zoneIn(request).toLatin1();
        const auto owner = wire::ownerFrom(*source, top);
        filter.source = owner ? wire::sourceOf(*owner, top) : *source; // no name: nothing has it
    }
    filter.types = words(request, QLatin1String("filter[types]")).values();
    if (asksTotalOnly(request))
        filter.limit = 0;
    const auto page = db::records(context.database, zoneIn(request), filter);
    if (!page)
        return page.error();
    return listAnswer(request, *page, recordJson);
}

Result<Response> zoneRecord(const Request &request, const db::Caller &, Context &context)
{
    return recordAnswer(zoneIn(request), recordIn(request), context);
}

Result<Response> createZoneRecord(const Request &request, const db::Caller &caller,
                                  Context &context)
{
    const QJsonObject body = request.json.toObject();
    const QString name = zoneIn(request);
    const auto done =
        db::createRecord(context.database, caller, name,
                         {body.value(u"source").toString(), body.value(u"type").toString(),
                          body.value(u"target").toString(), body.value(u"ttl").toInt()});
    if (!done)
        return done.error();
    if (auto brought = bring(context, *done, name); !brought)
        return brought.error();
    return recordAnswer(name, done->change.object.key.toLongLong(), context);
}

Result<Response> putZoneRecord(const Request &request, const db::Caller &caller, Context &context)
{
    const QJsonObject body = request.json.toObject();
    db::RecordEdit edit;
    if (body.contains(u"target"))
        edit.target = body.value(u"target").toString();
    if (body.contains(u"ttl"))
        edit.ttl = body.value(u"ttl").toInt();
    const QString name = zoneIn(request);
    const auto done =
        db::updateRecord(context.database, caller, name, recordIn(request), edit, request.version);
    if (!done)
        return done.error();
    if (auto brought = bring(context, *done, name); !brought)
        return brought.error();
    return recordAnswer(name, recordIn(request), context);
}

Result<Response> deleteZoneRecord(const Request &request, const db::Caller &caller,
                                  Context &context)
{
    const QString name = zoneIn(request);
    const auto done =
        db::removeRecord(context.database, caller, name, recordIn(request), request.version);
    if (!done)
        return done.error();
    if (auto brought = bring(context, *done, name); !brought)
        return brought.error();
    return answer(true);
}

Result<Response> checkZoneRecord(const Request &request, const db::Caller &, Context &context)
{
    const QString name = zoneIn(request);
    const auto row = db::record(context.database, name, recordIn(request));
    if (!row)
        return row.error();
    const auto wanted = db::dnsRecordOf(row->record);
    if (!wanted)
        return wanted.error();
    Progress progress;
    const auto live = context.host.zones().isLive(name, *wanted, progress);
    if (!live)
        return live.error();
    return answer(*live);
}

} // namespace api
