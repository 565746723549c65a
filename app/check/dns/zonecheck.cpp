// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/zonecheck.h"

#include "app/wire/dns/zonetext.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace check {

namespace {

using mail::Severity;
using wire::RecordType;

struct Item
{
    const mail::ZoneRecord *row = nullptr;
    wire::DnsRecord record;
};

class Judge
{
public:
    Judge(const QString &zone, const QList<mail::ZoneRecord> &rows)
        : m_zone(wire::canonicalName(zone.toUtf8()))
    {
        m_items.reserve(rows.size());
        for (const mail::ZoneRecord &row : rows)
            read(row);
        for (qsizetype i = 0; i < m_items.size(); ++i)
            m_byName[m_items[i].record.name].append(i);
    }

    QList<mail::Finding> judge()
    {
        QList<QByteArray> names = m_byName.keys();
        std::sort(names.begin(), names.end());
        for (const QByteArray &name : std::as_const(names)) {
            judgeName(name);
            judgeSets(name);
        }
        for (const Item &item : std::as_const(m_items)) {
            judgeOwner(item);
            judgeTarget(item);
        }
        return m_found;
    }

private:
    void read(const mail::ZoneRecord &row)
    {
        const auto owner = wire::ownerFrom(row.source, m_zone);
        const auto type = wire::typeFromWord(row.type.toLatin1());
        if (!owner) {
            add(Severity::Error, "zone-record-invalid", row, {},
                {{QStringLiteral("reason"), owner.error().detail}});
            return;
        }
        static const QList<RecordType> known =
            wire::writableTypes() +
            QList<RecordType>{RecordType::SOA, RecordType::PTR, RecordType::DNSKEY};
        if (!type || !known.contains(*type)) {
            add(Severity::Error, "zone-type-unsupported", row, *owner);
            return;
        }
        if (row.ttl && (*row.ttl < mail::minTtl || *row.ttl > mail::maxTtl))
            add(Severity::Error, "zone-ttl-out-of-range", row, *owner,
                {{QStringLiteral("ttl"), *row.ttl},
                 {QStringLiteral("least"), mail::minTtl},
                 {QStringLiteral("most"), mail::maxTtl}});
        const auto data = wire::dataFrom(*type, row.target);
        if (!data) {
            add(Severity::Error, "zone-record-invalid", row, *owner,
                {{QStringLiteral("reason"), data.error().detail},
                 {QStringLiteral("part"), data.error().field}});
            return;
        }
        m_items.append({&row, {*owner, *type, quint32(row.ttl.value_or(mail::usualTtl)), *data}});
    }

    void add(Severity severity, const char *code, const mail::ZoneRecord &row,
             const QByteArray &owner, QJsonObject facts = {})
    {
        facts.insert(QStringLiteral("name"),
                     owner.isEmpty() ? row.source : wire::nameForPeople(owner));
        facts.insert(QStringLiteral("type"), row.type);
        facts.insert(QStringLiteral("target"), row.target);
        m_found.append({severity, QLatin1String(code), mail::refOf(row), facts, {}});
    }
    void add(Severity severity, const char *code, const Item &item, const QJsonObject &facts = {})
    {
        add(severity, code, *item.row, item.record.name, facts);
    }

    bool has(const QByteArray &name, RecordType type) const
    {
        const QList<qsizetype> here = m_byName.value(name);
        return std::any_of(here.begin(), here.end(),
                           [&](qsizetype i) { return m_items[i].record.type == type; });
    }

    // The closest name above that satisfies `is`; empty when there is none in the zone.
    template <class Is>
    QByteArray above(const QByteArray &name, Is is) const
    {
        for (QByteArray at = name; at != m_zone && at.contains('.');) {
            at = at.mid(at.indexOf('.') + 1);
            if (is(at))
                return at;
        }
        return {};
    }

    // RFC 1034 3.6.2, RFC 6672 2.4, RFC 4034 5: who may stand beside whom.
    void judgeName(const QByteArray &name)
    {
        const QList<qsizetype> here = m_byName.value(name);
        for (const qsizetype i : here) {
            const Item &item = m_items[i];
            const bool isAlias = item.record.type == RecordType::CNAME;
            if (isAlias && name == m_zone)
                add(Severity::Error, "zone-alias-at-apex", item);
            else if (isAlias && here.size() > 1)
                add(Severity::Error, "zone-alias-not-alone", item);
            if (item.record.type == RecordType::DNAME &&
                std::count_if(here.begin(), here.end(), [&](qsizetype k) {
                    return m_items[k].record.type == RecordType::DNAME;
                }) > 1)
                add(Severity::Error, "zone-dname-not-alone", item);
            if (item.record.type == RecordType::DS) {
                if (name == m_zone)
                    add(Severity::Error, "zone-ds-at-apex", item);
                else if (!has(name, RecordType::NS))
                    add(Severity::Warning, "zone-ds-without-ns", item);
            }
        }
        const QByteArray renamed =
            above(name, [&](const QByteArray &at) { return has(at, RecordType::DNAME); });
        const QByteArray cut = above(
            name, [&](const QByteArray &at) { return at != m_zone && has(at, RecordType::NS); });
        for (const qsizetype i : here) {
            const Item &item = m_items[i];
            if (!renamed.isEmpty())
                add(Severity::Error, "zone-below-dname", item,
                    {{QStringLiteral("above"), wire::nameForPeople(renamed)}});
            const bool isGlue =
                item.record.type == RecordType::A || item.record.type == RecordType::AAAA;
            if (!cut.isEmpty() && !isGlue)
                add(Severity::Warning, "zone-below-delegation", item,
                    {{QStringLiteral("above"), wire::nameForPeople(cut)}});
        }
    }

    // Records of one name and type belong together.
    void judgeSets(const QByteArray &name)
    {
        QHash<RecordType, QList<qsizetype>> sets;
        for (const qsizetype i : m_byName.value(name))
            sets[m_items[i].record.type].append(i);
        for (auto it = sets.cbegin(); it != sets.cend(); ++it) {
            QSet<QByteArray> seen;
            quint32 shortest = m_items[it->first()].record.ttl;
            bool differs = false;
            int spf = 0;
            int dmarc = 0;
            for (const qsizetype i : *it) {
                const wire::DnsRecord &record = m_items[i].record;
                const QByteArray value = record.dataText();
                if (seen.contains(value))
                    add(Severity::Error, "zone-duplicate", m_items[i]);
                seen.insert(value);
                differs = differs || record.ttl != shortest;
                shortest = std::min(shortest, record.ttl);
                const QByteArray text = record.txt().toLower();
                spf += text == "v=spf1" || text.startsWith("v=spf1 "); // RFC 7208 4.5
                dmarc += name.startsWith("_dmarc.") && text.startsWith("v=dmarc1");
            }
            const Item &first = m_items[it->first()];
            if (differs) // RFC 2181 5.2
                add(Severity::Warning, "zone-ttl-differs", first,
                    {{QStringLiteral("ttl"), qint64(shortest)}});
            if (spf > 1)
                add(Severity::Warning, "zone-spf-multiple", first,
                    {{QStringLiteral("count"), spf}});
            if (dmarc > 1)
                add(Severity::Warning, "zone-dmarc-multiple", first,
                    {{QStringLiteral("count"), dmarc}});
            if (it.key() == RecordType::MX && it->size() > 1)
                for (const qsizetype i : *it)
                    if (m_items[i].record.as<wire::MxData>()->host.isEmpty()) // RFC 7505 3
                        add(Severity::Warning, "zone-null-mx-not-alone", m_items[i]);
        }
    }

    void judgeOwner(const Item &item)
    {
        const QByteArray &name = item.record.name;
        const QByteArray twice = m_zone + '.' + m_zone;
        if (name == twice || name.endsWith('.' + twice))
            add(Severity::Warning, "zone-name-twice", item,
                {{QStringLiteral("meant"), wire::nameForPeople(name.chopped(m_zone.size() + 1))}});
        const QList<QByteArray> labels = wire::labelsOf(name);
        const auto isService = [&](qsizetype i) { return labels.value(i).startsWith('_'); };
        if (item.record.type == RecordType::SRV && !(isService(0) && isService(1))) // RFC 2782
            add(Severity::Warning, "zone-srv-name", item);
        if (item.record.type == RecordType::TLSA && labels.value(0) != "*" &&
            !(isService(0) && isService(1))) // RFC 6698 3
            add(Severity::Warning, "zone-tlsa-name", item);
    }

    void judgeTarget(const Item &item)
    {
        QByteArray target;
        bool needsAddress = true;
        if (const auto *mx = item.record.as<wire::MxData>()) {
            target = mx->host;
        } else if (const auto *srv = item.record.as<wire::SrvData>()) {
            target = srv->target;
        } else if (const auto *name = item.record.as<wire::NameData>()) {
            target = *name;
            needsAddress = item.record.type == RecordType::NS;
        }
        if (target.isEmpty())
            return;
        if (!target.contains('.'))
            add(Severity::Warning, "zone-target-without-dot", item,
                {{QStringLiteral("host"), wire::nameForPeople(target)},
                 {QStringLiteral("meant"), wire::nameForPeople(target + '.' + m_zone)}});
        if (!wire::isSameOrBelow(target, m_zone) || item.record.type == RecordType::DNAME ||
            item.record.type == RecordType::PTR)
            return;
        const auto isElsewhere = [&](const QByteArray &at) {
            return (at != m_zone && has(at, RecordType::NS)) || has(at, RecordType::DNAME);
        };
        if (isElsewhere(target) || !above(target, isElsewhere).isEmpty())
            return;
        const QJsonObject facts{{QStringLiteral("host"), wire::nameForPeople(target)}};
        const QByteArray known = m_byName.contains(target) ? target : wildcardFor(target);
        if (needsAddress && has(known, RecordType::CNAME)) // RFC 2181 10.3, RFC 2782
            add(Severity::Warning, "zone-target-alias", item, facts);
        else if (known.isEmpty() && !isEmptyInBetween(target))
            add(Severity::Warning, "zone-target-missing", item, facts);
        else if (needsAddress && !has(known, RecordType::A) && !has(known, RecordType::AAAA))
            add(Severity::Warning, "zone-target-no-address", item, facts);
    }

    // "*.dev.example.org" for "x.dev.example.org"; empty when no wildcard answers for the name.
    QByteArray wildcardFor(const QByteArray &name) const
    {
        const QByteArray at =
            above(name, [&](const QByteArray &up) { return m_byName.contains("*." + up); });
        return at.isEmpty() ? QByteArray() : "*." + at;
    }
    bool isEmptyInBetween(const QByteArray &name) const
    {
        return std::any_of(m_items.begin(), m_items.end(),
                           [&](const Item &item) { return item.record.name.endsWith('.' + name); });
    }

    const QByteArray m_zone;
    QList<Item> m_items;
    QHash<QByteArray, QList<qsizetype>> m_byName; // places in m_items
    QList<mail::Finding> m_found;
};

} // namespace

QList<mail::Finding> zoneFindings(const QString &zone, const QList<mail::ZoneRecord> &records)
{
    return Judge(zone, records).judge();
}

QList<mail::Finding> newFindings(const QList<mail::Finding> &before,
                                 const QList<mail::Finding> &after)
{
    QList<mail::Finding> old = before;
    QList<mail::Finding> fresh;
    for (const mail::Finding &finding : after) {
        const auto same = std::find_if(old.begin(), old.end(), [&](const mail::Finding &one) {
            return one.code == finding.code && one.facts == finding.facts;
        });
        if (same == old.end())
            fresh.append(finding);
        else
            old.erase(same);
    }
    return fresh;
}

} // namespace check
