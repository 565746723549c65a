// SPDX-License-Identifier: GPL-3.0-or-later
// Zones and records through the published routes; what only our daemon has stands beside them.
#include "app/backend/changing.h"
#include "app/backend/publishedroutes.h"
#include "app/backend/zonedialect.h"
#include "app/mail/json.h"

#include <QJsonArray>

namespace backend {

namespace {

using mail::Change;
using mail::Verb;
using mail::Zone;
using mail::ZoneRecord;

constexpr int historyRows = 100;

// The provider answers 401 to a token that is good for mail but has no scope for DNS. That says
// nothing about the token, so nobody is asked for another one.
Error withoutScope(Error error)
{
    if (error.kind == Error::Kind::Unauthorized) {
        error.kind = Error::Kind::Forbidden;
        error.code = QStringLiteral("dns-scope");
    }
    return error;
}

QString words(const Error &error)
{
    return error.detail.isEmpty() ? QString(kindName(error.kind)) : error.detail;
}

Error halfDone(const Error &why, const QString &what)
{
    return {why.kind, what, why.field, QStringLiteral("half-done"), 0};
}

} // namespace

// ---- which zones there are

Result<QList<Zone>> HostingApi::zonesOf(const QString &domain, qint64 service, Progress &progress)
{
    Ask ask;
    ask.service = service;
    ask.kind = Zone::kind;
    if (isPublished()) {
        const auto path = domainPath(domain);
        if (!path)
            return path.error();
        ask.path = *path + "/zones";
    } else {
        ask.path = "/1/mail_hostings/" + number(service) + "/zones";
    }
    QList<Zone> zones;
    const auto done = eachRow(ask, progress, [&](const QJsonValue &row) -> Result<void> {
        auto zone = zoneFromWire(row, service);
        if (!zone)
            return zone.error();
        zones.append(std::move(*zone));
        return {};
    });
    if (!done)
        return done.error();
    return zones;
}

Result<QList<Zone>> HostingApi::zones(const mail::Service &service, Progress &progress)
{
    return isPublished() ? publishedZones(service, progress)
                         : zonesOf(service.domain, service.id, progress);
}

// The provider lists zones by domain. "Not found" has two meanings there: the domain is somewhere
// else, or this token may not see it. Whether the provider's servers have the zone tells which.
Result<QList<Zone>> HostingApi::publishedZones(const mail::Service &service, Progress &progress)
{
    // The mail of news.example.org may live in the zone of example.org.
    for (QString name = service.domain; name.contains(u'.'); name = name.section(u'.', 1)) {
        auto zones = zonesOf(name, service.id, progress);
        if (zones)
            return zones;
        if (zones.error().kind != Error::Kind::NotFound)
            return withoutScope(zones.error());
    }
    const auto path = zonePath(service.domain);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path + "/exists";
    const auto exists = send(ask, progress);
    if (!exists && exists.error().kind == Error::Kind::NotFound)
        return QList<Zone>();
    if (!exists)
        return withoutScope(exists.error());
    bool isThere = false;
    if (!mail::fromJson(exists->data, isThere))
        return strange(QStringLiteral("Whether a zone is there was asked, and not answered"));
    if (isThere)
        return Error{Error::Kind::Forbidden,
                     QStringLiteral("The provider serves this zone, but does not show it to this "
                                    "token"),
                     {},
                     QStringLiteral("zone-withheld"),
                     0};
    return QList<Zone>();
}

Result<Zone> HostingApi::zone(const mail::Ref &ref, Progress &progress)
{
    const auto path = zonePath(ref.key);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path;
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return zoneFromWire(answer->data, ref.service);
}

// With the records that the far side thinks right for a beginning; signed in a second request.
Result<Applied> HostingApi::createZone(const Change &change, Progress &progress)
{
    if (const auto stray = strayField(change, {"name", "is_signed"}))
        return *stray;
    const auto path = zonePath(change.after.value(u"name").toString());
    if (!path)
        return path.error();
    Ask ask;
    ask.service = change.object.service;
    ask.verb = Verb::Create;
    ask.kind = Zone::kind;
    ask.method = "POST";
    ask.path = *path;
    ask.hasBody = true;
    const auto answer = send(ask, progress);
    if (!answer)
        return withoutScope(answer.error());
    const auto made = answer->shortfall ? zone(change.object, progress)
                                        : zoneFromWire(answer->data, change.object.service);
    if (!made)
        return Applied{change, {}, answer->shortfall.value_or(made.error())};
    Applied applied{effectiveCreation(*made), {}, answer->shortfall};
    if (change.after.value(u"is_signed").toBool() && made->isSigned != true) {
        Zone wanted = *made;
        wanted.isSigned = true;
        auto signing = applyZone(mail::difference(*made, wanted), progress);
        if (!signing) {
            applied.shortfall = signing.error();
        } else {
            applied.effective.after.insert(QStringLiteral("is_signed"), true);
            if (signing->shortfall)
                applied.shortfall = signing->shortfall;
        }
    }
    return applied;
}

Result<Applied> HostingApi::applyZone(const Change &change, Progress &progress)
{
    if (change.verb == Verb::Create)
        return createZone(change, progress);
    if (change.verb == Verb::Remove) {
        const auto path = zonePath(change.object.key);
        if (!path)
            return path.error();
        Ask ask;
        ask.service = change.object.service;
        ask.verb = Verb::Remove;
        ask.kind = Zone::kind;
        ask.method = "DELETE";
        ask.path = *path;
        const std::function<Result<Zone>()> read = [&] { return zone(change.object, progress); };
        const auto answer = guarded<Zone>(change, ask, read, progress);
        if (!answer)
            return withoutScope(answer.error());
        return Applied{change, {}, answer->shortfall};
    }
    if (const auto stray = strayField(change, {"is_signed"}))
        return *stray;
    bool isSigned = false;
    if (!mail::fromJson(change.after.value(u"is_signed"), isSigned))
        return Error::invalid(QStringLiteral("is_signed"), QStringLiteral("Neither on nor off"));
    Ask ask;
    ask.service = change.object.service;
    ask.verb = Verb::Update;
    ask.kind = Zone::kind;
    if (isPublished()) {
        const auto path = domainPath(change.object.key);
        if (!path)
            return path.error();
        ask.method = "POST";
        ask.path = *path + (isSigned ? "/dnssec/enable" : "/dnssec/disable");
    } else {
        const auto path = zonePath(change.object.key);
        if (!path)
            return path.error();
        ask.method = "PATCH";
        ask.path = *path;
        ask.hasBody = true;
        ask.body.insert(QStringLiteral("dnssec"), isSigned);
    }
    const std::function<Result<Zone>()> read = [&] { return zone(change.object, progress); };
    const auto answer = guarded<Zone>(change, ask, read, progress);
    if (!answer)
        return withoutScope(answer.error());
    const auto now = read();
    if (!now)
        return Applied{change, {}, answer->shortfall.value_or(now.error())};
    Applied applied{effectiveUpdate(change, *now), {}, answer->shortfall};
    if (now->isSigned != isSigned)
        applied.shortfall =
            notYet(QStringLiteral("The service took it over, but has not carried it out yet"));
    return applied;
}

// ---- records

Result<QList<ZoneRecord>> HostingApi::records(const Zone &zone, Progress &progress)
{
    const auto path = zonePath(zone.name);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path + "/records";
    ask.service = zone.service;
    ask.kind = ZoneRecord::kind;
    QList<ZoneRecord> records;
    const auto done = eachRow(ask, progress, [&](const QJsonValue &row) -> Result<void> {
        auto record = recordFromWire(row, zone.service, zone.name);
        if (!record)
            return record.error();
        records.append(std::move(*record));
        return {};
    });
    if (!done)
        return withoutScope(done.error());
    return records;
}

Result<ZoneRecord> HostingApi::record(const mail::Ref &ref, Progress &progress)
{
    const auto path = recordPath(ref.parent, ref.key);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path;
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    return recordFromWire(answer->data, ref.service, ref.parent);
}

Result<bool> HostingApi::isLive(const ZoneRecord &record, Progress &progress)
{
    const auto path = recordPath(record.zone, QString::number(record.id));
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path + "/check";
    const auto answer = send(ask, progress);
    if (!answer)
        return withoutScope(answer.error());
    bool isLive = false;
    if (!mail::fromJson(answer->data, isLive))
        return strange(QStringLiteral("Whether a record is live was asked, and not answered"));
    return isLive;
}

Result<QList<AuditRow>> HostingApi::zoneHistory(const Zone &zone, int page, Progress &progress)
{
    if (isPublished())
        return Backend::zoneHistory(zone, page, progress);
    const auto path = zonePath(zone.name);
    if (!path)
        return path.error();
    Ask ask;
    ask.path = *path + "/history";
    ask.parameters = {{"page", number(std::max(page, 1))}, {"per_page", number(historyRows)}};
    const auto answer = send(ask, progress);
    if (!answer)
        return answer.error();
    QList<AuditRow> rows;
    for (const QJsonValue item : answer->data.toArray()) {
        auto row = auditRowFromWire(item);
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    return rows;
}

// ---- changing records

Result<ZoneRecord> HostingApi::makeRecord(const ZoneRecord &wish, std::optional<Error> &shortfall,
                                          Progress &progress)
{
    const auto path = zonePath(wish.zone);
    if (!path)
        return path.error();
    Ask ask;
    ask.service = wish.service;
    ask.verb = Verb::Create;
    ask.kind = ZoneRecord::kind;
    ask.method = "POST";
    ask.path = *path + "/records";
    ask.hasBody = true;
    ask.body = {{QStringLiteral("source"), sourceForWire(wish.source)},
                {QStringLiteral("type"), wish.type},
                {QStringLiteral("target"), wish.target},
                {QStringLiteral("ttl"), wish.ttl.value_or(mail::usualTtl)}};
    const auto answer = send(ask, progress);
    if (!answer)
        return withoutScope(answer.error());
    if (answer->shortfall)
        shortfall = answer->shortfall;
    if (auto made = recordFromWire(answer->data, wish.service, wish.zone); made)
        return made;
    // Some answers are the number alone.
    ZoneRecord made = wish;
    made.version.reset();
    made.id = 0;
    if (mail::fromJson(answer->data, made.id) && made.id > 0)
        return made;
    // Made, but not told as what: the newest that is like it, is it.
    Zone zone;
    zone.service = wish.service;
    zone.name = wish.zone;
    const auto all = records(zone, progress);
    if (!all)
        return made;
    for (const ZoneRecord &record : *all)
        if (record.source == wish.source && record.type == wish.type &&
            record.target == wish.target && record.id > made.id)
            made = record;
    return made;
}

Result<void> HostingApi::dropRecord(const ZoneRecord &record, std::optional<Error> &shortfall,
                                    Progress &progress)
{
    const auto path = recordPath(record.zone, QString::number(record.id));
    if (!path)
        return path.error();
    Ask ask;
    ask.service = record.service;
    ask.verb = Verb::Remove;
    ask.kind = ZoneRecord::kind;
    ask.method = "DELETE";
    ask.path = *path;
    ask.ifMatch = isPublished() ? 0 : record.version.value_or(0);
    const auto answer = send(ask, progress);
    if (!answer)
        return withoutScope(answer.error());
    if (answer->shortfall)
        shortfall = answer->shortfall;
    return {};
}

Result<Applied> HostingApi::applyRecord(const Change &change, Progress &progress)
{
    if (change.verb == Verb::Update)
        return updateRecord(change, progress);
    if (change.verb == Verb::Remove) {
        const auto path = recordPath(change.object.parent, change.object.key);
        if (!path)
            return path.error();
        Ask ask;
        ask.service = change.object.service;
        ask.verb = Verb::Remove;
        ask.kind = ZoneRecord::kind;
        ask.method = "DELETE";
        ask.path = *path;
        const std::function<Result<ZoneRecord>()> read = [&] {
            return record(change.object, progress);
        };
        const auto answer = guarded<ZoneRecord>(change, ask, read, progress);
        if (!answer)
            return withoutScope(answer.error());
        return Applied{change, {}, answer->shortfall};
    }
    if (const auto stray = strayField(change, {"source", "type", "target", "ttl"}))
        return *stray;
    ZoneRecord wish;
    wish.service = change.object.service;
    wish.zone = change.object.parent;
    if (const auto patched = mail::patch(wish, change.after); !patched)
        return patched.error();
    Applied applied;
    const auto made = makeRecord(wish, applied.shortfall, progress);
    if (!made)
        return made.error();
    applied.effective = effectiveCreation(*made);
    if (made->id == 0) {
        applied.effective.object.key.clear();
        applied.shortfall = strange(QStringLiteral("The new record is not in the list"));
    }
    return applied;
}

// The API changes value and TTL of a record, never its name or type.
Result<Applied> HostingApi::updateRecord(const Change &change, Progress &progress)
{
    // "id" stands in what takes a replacement back.
    if (const auto stray = strayField(change, {"id", "source", "type", "target", "ttl"}))
        return *stray;
    const auto now = record(change.object, progress);
    if (!now)
        return withoutScope(now.error());
    if (auto differs = conflict(*now, change.before))
        return *differs;
    ZoneRecord wish = *now;
    if (const auto patched = mail::patch(wish, change.after); !patched)
        return patched.error();
    if (wish.source != now->source || wish.type != now->type)
        return replaceRecord(change, *now, progress);

    const auto path = recordPath(now->zone, change.object.key);
    if (!path)
        return path.error();
    Ask ask;
    ask.service = now->service;
    ask.verb = Verb::Update;
    ask.kind = ZoneRecord::kind;
    ask.method = "PUT";
    ask.path = *path;
    ask.ifMatch = isPublished() ? 0 : now->version.value_or(0);
    ask.hasBody = true;
    ask.body = {{QStringLiteral("target"), wish.target},
                {QStringLiteral("ttl"), wish.ttl.value_or(mail::usualTtl)}};
    const auto answer = send(ask, progress);
    if (!answer)
        return withoutScope(answer.error());
    Change effective = change;
    effective.after.remove(QStringLiteral("id"));
    effective.before.remove(QStringLiteral("id"));
    if (const auto told = recordFromWire(answer->data, now->service, now->zone);
        told && told->id == now->id)
        return Applied{effectiveUpdate(effective, *told), {}, answer->shortfall};
    const auto read = record(change.object, progress);
    if (!read)
        return Applied{effective, {}, answer->shortfall.value_or(read.error())};
    return Applied{effectiveUpdate(effective, *read), {}, answer->shortfall};
}

// Another name or type: a new record, and the old one goes. The new one first, so that nothing is
// lost when it is refused. Where the two exclude each other (a CNAME beside anything) the old one
// has to go first; it comes back when the new one is refused.
Result<Applied> HostingApi::replaceRecord(const Change &change, const ZoneRecord &now,
                                          Progress &progress)
{
    ZoneRecord wish = now;
    if (const auto patched = mail::patch(wish, change.after); !patched)
        return patched.error();
    Progress rest; // whoever began must be able to end: cancelling does not leave half of it
    bool isOldGone = false;
    std::optional<Error> shortfall;
    auto made = makeRecord(wish, shortfall, progress);
    if (!made && made.error().code == u"dns_record_mutual_exclusion") {
        if (const auto gone = dropRecord(now, shortfall, progress); !gone)
            return gone.error();
        isOldGone = true;
        made = makeRecord(wish, shortfall, rest);
    }
    if (!made && isOldGone) {
        const Error &refused = made.error();
        const auto back = makeRecord(now, shortfall, rest);
        if (back)
            return refused; // all is as it was, but for the number of the record
        return Applied{mail::removal(now),
                       {},
                       halfDone(refused, QStringLiteral("The old record was removed, the new one "
                                                        "was refused (%1), and the old one could "
                                                        "not be put back (%2)")
                                             .arg(words(refused), words(back.error())))};
    }
    if (!made)
        return made.error();

    if (!isOldGone) {
        if (const auto gone = dropRecord(now, shortfall, rest); !gone) {
            // Two where one is meant: the new one goes again.
            if (made->id != 0 && dropRecord(*made, shortfall, rest))
                return gone.error();
            return Applied{effectiveCreation(*made),
                           {},
                           halfDone(gone.error(), QStringLiteral("The new record is there, but the "
                                                                 "old one could not be removed "
                                                                 "(%1)")
                                                      .arg(words(gone.error())))};
        }
    }
    const QJsonObject was = mail::toJson(now);
    const QJsonObject is = mail::toJson(*made);
    Change effective{Verb::Update, refOf(*made), {}, {}};
    for (const char *name : {"id", "source", "type", "target", "ttl"}) {
        const QLatin1String field(name);
        if (was.value(field) == is.value(field))
            continue;
        effective.before.insert(field, was.value(field));
        effective.after.insert(field, is.value(field));
    }
    return Applied{effective, {}, shortfall};
}

} // namespace backend
