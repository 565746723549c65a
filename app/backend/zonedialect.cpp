// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/zonedialect.h"

#include "app/backend/wirefields.h"
#include "app/mail/domain.h"
#include "app/wire/dns/zonetext.h"

#include <QJsonArray>

namespace backend {

using namespace wirefields;

Result<mail::Zone> zoneFromWire(const QJsonValue &value, qint64 service)
{
    const QJsonObject json = value.toObject();
    mail::Zone zone;
    zone.service = service;
    zone.name = textIn(json, "fqdn").toLower();
    while (zone.name.endsWith(u'.'))
        zone.name.chop(1);
    if (zone.name.isEmpty())
        return strange("no name of a zone");
    zone.nameIdn = textIn(json, "fqdn_idn");
    if (const auto domain = mail::domainFrom(zone.name)) {
        zone.name = domain->ascii;
        if (zone.nameIdn.isEmpty())
            zone.nameIdn = domain->unicode;
    }
    if (zone.nameIdn.isEmpty())
        zone.nameIdn = zone.name;
    takeKnown(json, "id", zone.id);
    takeKnown(json, "nameservers", zone.nameServers);
    takeKnown(json.value(u"dnssec").toObject(), "is_enabled", zone.isSigned);
    takeKnown(json, "delegation", zone.delegation);
    takeKnown(json, "serial", zone.serial);
    takeKnown(json, "version", zone.version);
    return zone;
}

QString sourceFromWire(const QString &source, const QString &zone)
{
    QString name = source.trimmed().toLower();
    if (name == u"@" || name == u"." || name == zone + u'.')
        return {};
    if (name.endsWith(u'.' + zone + u'.'))
        name.chop(zone.size() + 2);
    return name;
}

QString sourceForWire(const QString &source)
{
    return source.isEmpty() ? QStringLiteral(".") : source;
}

QString targetFromWire(const QString &type, const QString &target)
{
    const auto known = wire::typeFromWord(type.toLatin1());
    auto data = known ? wire::dataFrom(*known, target) : Result<wire::RecordData>(Error());
    if (!data)
        return target.trimmed();
    return wire::targetOf({{}, *known, 0, *std::move(data)});
}

Result<mail::ZoneRecord> recordFromWire(const QJsonValue &value, qint64 service,
                                        const QString &zone)
{
    const QJsonObject json = value.toObject();
    mail::ZoneRecord record;
    record.service = service;
    record.zone = zone;
    record.id = idIn(json, "id");
    if (record.id == 0)
        return strange("no number of a record");
    record.source = sourceFromWire(textIn(json, "source"), zone);
    record.type = textIn(json, "type").toUpper();
    if (record.type.isEmpty())
        return strange("no type of a record");
    record.target = targetFromWire(record.type, textIn(json, "target"));
    takeKnown(json, "ttl", record.ttl);
    takeTime(json, "updated_at", record.updatedAt, false);
    takeKnown(json, "version", record.version);
    return record;
}

Result<mail::DkimKey> dkimKeyFromWire(const QJsonValue &value, qint64 service)
{
    const QJsonObject json = value.toObject();
    mail::DkimKey key;
    key.service = service;
    key.id = idIn(json, "id");
    key.domain = textIn(json, "domain").toLower();
    key.selector = textIn(json, "selector");
    if (key.id == 0 || key.domain.isEmpty() || key.selector.isEmpty())
        return strange("no number, domain or selector of a DKIM key");
    takeKnown(json, "algorithm", key.algorithm);
    takeKnown(json, "bits", key.bits);
    takeKnown(json, "state", key.state);
    takeKnown(json, "record", key.record);
    takeTime(json, "created_at", key.createdAt, false);
    takeTime(json, "signs_since", key.signsSince, false);
    takeTime(json, "retires_at", key.retiresAt, false);
    takeKnown(json, "version", key.version);
    return key;
}

Result<mail::HostJob> hostJobFromWire(const QJsonValue &value, qint64 service)
{
    const QJsonObject json = value.toObject();
    mail::HostJob job;
    job.service = service;
    job.id = idIn(json, "id");
    if (job.id == 0)
        return strange("no number of a job");
    job.work = textIn(json, "work");
    job.about = textIn(json, "about");
    takeKnown(json, "state", job.state);
    takeKnown(json, "step", job.step);
    takeKnown(json, "done", job.done);
    takeKnown(json, "total", job.total);
    takeOrEmpty(json, "note", job.note);
    takeTime(json, "started_at", job.startedAt, false);
    takeTime(json, "next_at", job.nextAt, false);
    takeTime(json, "ended_at", job.endedAt, false);
    return job;
}

Result<AuditRow> auditRowFromWire(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    AuditRow row;
    auto change = mail::changeFromJson(json);
    if (!change || !mail::fromJson(json.value(u"id"), row.id) ||
        !mail::fromJson(json.value(u"at"), row.at))
        return Error{Error::Kind::Protocol,
                     QStringLiteral("A line of the audit without a number, time or verb"),
                     {},
                     QStringLiteral("strange-answer"),
                     0};
    row.change = std::move(*change);
    const QJsonValue user = json.value(u"user");
    row.by = user.isObject() ? user.toObject().value(u"display_name").toString() : user.toString();
    return row;
}

} // namespace backend
