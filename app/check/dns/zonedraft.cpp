// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/zonedraft.h"

#include "app/wire/dns/zonetext.h"

namespace check {

using wire::RecordType;

namespace {

bool isText(RecordType type) { return type == RecordType::TXT || type == RecordType::SPF; }

QString typeOf(RecordType type) { return QString::fromLatin1(wire::typeWord(type)); }

} // namespace

bool sameValue(RecordType type, const QString &a, const QString &b)
{
    if (a == b)
        return true;
    if (isText(type))
        return false;
    const auto one = wire::recordFromText({}, type, a.toUtf8());
    const auto two = wire::recordFromText({}, type, b.toUtf8());
    return one && two &&
           wire::targetOf(*one).compare(wire::targetOf(*two), Qt::CaseInsensitive) == 0;
}

RecordToPublish recordToPublish(const QByteArray &name, RecordType type, const QString &value)
{
    RecordToPublish out{QString::fromUtf8(wire::canonicalName(name)), typeOf(type), value, value,
                        mail::usualTtl};
    wire::DnsRecord record;
    if (isText(type))
        record = {name, type, 0, wire::txtFrom(value.toUtf8())};
    else if (const auto parsed = wire::recordFromText(name, type, value.toUtf8()))
        record = *parsed;
    else
        return out;
    out.zoneText = QString::fromUtf8(record.dataText());
    return out;
}

bool zoneIsOurs(const DomainReport &report, const RepairBasis &basis)
{
    if (!basis.zone || !wire::isSameOrBelow(report.domain, basis.zone->name.toUtf8()))
        return false;
    if (!basis.zone->nameServers || basis.zone->nameServers->isEmpty() ||
        report.nameServers.isEmpty())
        return true; // nobody says otherwise
    return std::any_of(
        report.nameServers.cbegin(), report.nameServers.cend(), [&](const QByteArray &seen) {
            return std::any_of(basis.zone->nameServers->cbegin(), basis.zone->nameServers->cend(),
                               [&](const QString &ours) {
                                   return wire::canonicalName(ours.toUtf8()) ==
                                          wire::canonicalName(seen);
                               });
        });
}

ZoneDraft::ZoneDraft(const DomainReport &report, const RepairBasis &basis)
    : m_report(report)
    , m_basis(basis)
    , m_ours(zoneIsOurs(report, basis))
    , m_zone(basis.zone ? wire::canonicalName(basis.zone->name.toUtf8()) : QByteArray())
{
}

bool ZoneDraft::isOurs(const QByteArray &name) const
{
    return m_ours && wire::isSameOrBelow(name, m_zone);
}

QList<mail::ZoneRecord> ZoneDraft::recordsAt(const QByteArray &name, RecordType type) const
{
    QList<mail::ZoneRecord> out;
    for (const mail::ZoneRecord &record : m_basis.records)
        if (record.type.compare(typeOf(type), Qt::CaseInsensitive) == 0 &&
            wire::canonicalName(ownerOf(record).toUtf8()) == wire::canonicalName(name))
            out.append(record);
    return out;
}

QStringList ZoneDraft::present(const QByteArray &name, RecordType type) const
{
    QStringList values;
    if (isOurs(name)) {
        for (const mail::ZoneRecord &record : recordsAt(name, type))
            values.append(record.target);
        return values;
    }
    for (const wire::DnsAnswer &answer : m_report.records)
        if (answer.type == type && answer.name == wire::canonicalName(name))
            for (const wire::DnsRecord &record : answer.records)
                values.append(wire::targetOf(record));
    return values;
}

bool ZoneDraft::isUnknown(const QByteArray &name, RecordType type) const
{
    return !isOurs(name) && std::none_of(m_report.records.cbegin(), m_report.records.cend(),
                                         [&](const wire::DnsAnswer &answer) {
                                             return answer.type == type &&
                                                    answer.name == wire::canonicalName(name);
                                         });
}

void ZoneDraft::put(const QByteArray &name, RecordType type, const QStringList &wanted,
                    const std::function<bool(const QString &)> &counts)
{
    QStringList missing;
    const QStringList there = present(name, type);
    for (const QString &value : wanted)
        if (std::none_of(there.cbegin(), there.cend(),
                         [&](const QString &one) { return sameValue(type, one, value); }))
            missing.append(value);
    const auto isWanted = [&](const QString &value) {
        return std::any_of(wanted.cbegin(), wanted.cend(),
                           [&](const QString &one) { return sameValue(type, one, value); });
    };
    if (!isOurs(name)) {
        for (const QString &value : std::as_const(missing))
            m_proposal.publish.append(recordToPublish(name, type, value));
        for (const QString &value : there)
            if (counts(value) && !isWanted(value))
                m_proposal.withdraw.append(recordToPublish(name, type, value));
        return;
    }
    // What gives way to something is changed in its place, so that history shows one story.
    QList<mail::ZoneRecord> superfluous;
    QStringList kept;
    for (const mail::ZoneRecord &record : recordsAt(name, type)) {
        const bool again = std::any_of(kept.cbegin(), kept.cend(), [&](const QString &one) {
            return sameValue(type, one, record.target);
        });
        if (isWanted(record.target) && !again)
            kept.append(record.target);
        else if (counts(record.target))
            superfluous.append(record);
    }
    if (!missing.isEmpty())
        for (const mail::ZoneRecord &alias : recordsAt(name, RecordType::CNAME))
            add(mail::removal(alias));
    for (const QString &value : std::as_const(missing)) {
        if (superfluous.isEmpty()) {
            mail::ZoneRecord record;
            record.service = m_basis.zone->service;
            record.zone = m_basis.zone->name;
            record.source = QString::fromUtf8(wire::canonicalName(name).chopped(m_zone.size()));
            if (record.source.endsWith(u'.'))
                record.source.chop(1);
            record.type = typeOf(type);
            record.target = value;
            record.ttl = mail::usualTtl;
            add(mail::creation(record));
            continue;
        }
        mail::ZoneRecord changed = superfluous.takeFirst();
        const mail::ZoneRecord before = changed;
        changed.target = value;
        add(mail::difference(before, changed));
    }
    for (const mail::ZoneRecord &record : std::as_const(superfluous))
        add(mail::removal(record));
}

Proposal ZoneDraft::take(const QString &title)
{
    m_proposal.changes.title = title;
    return m_proposal;
}

} // namespace check
