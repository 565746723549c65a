// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/zonereview.h"

#include "app/check/dns/zonecheck.h"
#include "app/wire/dns/zonetext.h"

#include <QSet>

namespace check {

namespace {

using mail::Finding;
using mail::Severity;
using mail::ZoneRecord;

// What a domain that takes or sends mail does not want to be without.
struct Needed
{
    const char *code;
    bool (*isIt)(const ZoneRecord &record);
};

bool saysFirst(const ZoneRecord &record, QLatin1String tag)
{
    return record.type == u"TXT" && record.target.trimmed().startsWith(tag, Qt::CaseInsensitive);
}

constexpr Needed needed[] = {
    {"last-mx", [](const ZoneRecord &r) { return r.type == u"MX"; }},
    {"last-spf", [](const ZoneRecord &r) { return saysFirst(r, QLatin1String("v=spf1")); }},
    {"last-dmarc",
     [](const ZoneRecord &r) {
         return r.source.startsWith(u"_dmarc") && saysFirst(r, QLatin1String("v=DMARC1"));
     }},
    {"last-dkim-key",
     [](const ZoneRecord &r) {
         return r.source.contains(u"._domainkey") && (r.type == u"TXT" || r.type == u"CNAME");
     }},
};

// By the name of the owner: the first that is it.
QMap<QString, ZoneRecord> ownersOf(const QList<ZoneRecord> &records, const Needed &what)
{
    QMap<QString, ZoneRecord> owners;
    for (const ZoneRecord &record : records)
        if (what.isIt(record) && !owners.contains(record.source))
            owners.insert(record.source, record);
    return owners;
}

Finding about(const ZoneRecord &record, Severity severity, const char *code)
{
    return {severity,
            QLatin1String(code),
            refOf(record),
            {{QStringLiteral("name"), wire::nameForPeople(ownerOf(record).toUtf8())},
             {QStringLiteral("type"), record.type}},
            {}};
}

} // namespace

ZoneReview::Zone &ZoneReview::zone(const QString &name)
{
    auto it = m_zones.find(name);
    if (it != m_zones.end())
        return *it;
    Zone zone;
    if (const auto records = m_records ? m_records(name) : std::nullopt) {
        zone.isKnown = true;
        zone.before = *records;
        for (const ZoneRecord &record : *records)
            zone.after.insert(record.id, record);
    }
    return *m_zones.insert(name, zone);
}

bool ZoneReview::isKnown(const QString &name) { return zone(name).isKnown; }

std::optional<ZoneRecord> ZoneReview::record(const mail::Ref &ref)
{
    const Zone &in = zone(ref.parent);
    const auto it = in.after.constFind(ref.key.toLongLong());
    return it == in.after.constEnd() ? std::nullopt : std::optional(*it);
}

void ZoneReview::take(const mail::Change &change)
{
    Zone &in = zone(change.object.parent);
    ZoneRecord record;
    record.service = change.object.service;
    record.zone = change.object.parent;
    qint64 id = change.object.key.toLongLong();
    if (change.verb == mail::Verb::Create) {
        id = --m_lastNew;
    } else {
        const auto known = in.after.constFind(id);
        if (known != in.after.constEnd())
            record = *known;
        else if (!mail::patch(record, change.before))
            return; // what it was does not matter: it will not be found
        if (mail::isOfHost(record))
            m_refused.append(about(record, Severity::Error, "record-of-host"));
    }
    if (change.verb == mail::Verb::Remove) {
        in.after.remove(id);
        return;
    }
    if (!mail::patch(record, change.after))
        return;
    record.id = id;
    if (change.verb == mail::Verb::Create && mail::isOfHost(record))
        m_refused.append(about(record, Severity::Error, "record-of-host"));
    in.after.insert(id, record);
}

QList<Finding> ZoneReview::findings() const
{
    // Of a single record; the others need to know the rest of the zone.
    static const QSet<QString> ofOne{
        QStringLiteral("zone-record-invalid"),   QStringLiteral("zone-type-unsupported"),
        QStringLiteral("zone-ttl-out-of-range"), QStringLiteral("zone-name-twice"),
        QStringLiteral("zone-srv-name"),         QStringLiteral("zone-tlsa-name")};
    QList<Finding> found = m_refused;
    for (auto zone = m_zones.cbegin(); zone != m_zones.cend(); ++zone) {
        const QList<ZoneRecord> after = zone->after.values();
        const auto fresh =
            newFindings(zoneFindings(zone.key(), zone->before), zoneFindings(zone.key(), after));
        for (Finding finding : fresh) {
            if (!zone->isKnown && !ofOne.contains(finding.code))
                continue;
            if (finding.about.key.startsWith(u'-'))
                finding.about.key = QStringLiteral("0");
            found.append(std::move(finding));
        }
        for (const Needed &what : needed) {
            const auto still = ownersOf(after, what);
            const auto had = ownersOf(zone->before, what);
            for (auto owner = had.cbegin(); owner != had.cend(); ++owner)
                if (!still.contains(owner.key()))
                    found.append(about(*owner, Severity::Warning, what.code));
        }
    }
    return found;
}

} // namespace check
