// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/zoneimport.h"

#include "app/wire/dns/zonetext.h"
#include "app/work/csv.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <utility>

namespace work {

namespace {

using mail::ZoneRecord;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ZoneImport)
};

struct Wanted
{
    ZoneRecord record;
    int line = 0;
};

using Set = std::pair<QString, QString>; // source, type

// The records of the file that somebody may write, once each.
QMap<Set, QList<Wanted>> wantedOf(const wire::ZoneFile &file, const mail::Zone &zone,
                                  ZoneImport &import)
{
    const QByteArray name = zone.name.toUtf8();
    QMap<Set, QList<Wanted>> sets;
    for (const wire::ZoneFile::Entry &entry : file.entries) {
        const wire::DnsRecord &from = entry.record;
        ZoneRecord record;
        record.service = zone.service;
        record.zone = zone.name;
        record.source = wire::sourceOf(from.name, name);
        record.type = QString::fromLatin1(wire::typeWord(from.type));
        record.target = wire::targetOf(from);
        if (mail::isOfHost(record)) {
            import.leftOut.append(record.type + u' ' + wire::nameForPeople(from.name));
            continue;
        }
        if (!wire::isWritable(from.type)) {
            import.faults.append(
                {entry.line, 1,
                 Text::tr("Records of type %1 cannot be kept there.").arg(record.type)});
            continue;
        }
        const int ttl =
            std::clamp(int(std::min<quint32>(from.ttl, mail::maxTtl)), mail::minTtl, mail::maxTtl);
        import.boundTtls += quint32(ttl) != from.ttl;
        record.ttl = ttl;
        QList<Wanted> &set = sets[{record.source, record.type}];
        const bool isThere = std::any_of(set.cbegin(), set.cend(), [&](const Wanted &other) {
            return other.record.target == record.target;
        });
        if (!isThere)
            set.append({record, entry.line});
    }
    return sets;
}

// Like a zone file: the zone itself, then its names by their labels from the right.
QString placeOf(const ImportRow &row)
{
    const ZoneRecord &record = row.kind == ImportRow::Kind::Removed ? row.before : row.after;
    QStringList labels = record.source.split(u'.', Qt::SkipEmptyParts);
    std::reverse(labels.begin(), labels.end());
    return labels.join(QChar(1)) + QChar(0) + record.type + QChar(0) + record.target;
}

// One set of records of the same name and type: what is equal stays, the rest is paired in order.
void compareSet(QList<Wanted> wanted, QList<ZoneRecord> there, ImportMode mode, ZoneImport &import)
{
    QList<Wanted> fresh;
    for (const Wanted &one : std::as_const(wanted)) {
        const auto same = std::find_if(there.begin(), there.end(), [&](const ZoneRecord &record) {
            return record.target == one.record.target;
        });
        if (same == there.end()) {
            fresh.append(one);
            continue;
        }
        if (mode == ImportMode::ReplaceAll && same->ttl != one.record.ttl) {
            ZoneRecord after = *same;
            after.ttl = one.record.ttl;
            import.rows.append({ImportRow::Kind::Changed, *same, after, one.line});
        } else {
            ++import.same;
        }
        there.erase(same);
    }
    for (const Wanted &one : std::as_const(fresh)) {
        if (mode == ImportMode::ReplaceAll && !there.isEmpty()) {
            ZoneRecord after = there.first();
            after.target = one.record.target;
            after.ttl = one.record.ttl;
            import.rows.append({ImportRow::Kind::Changed, there.takeFirst(), after, one.line});
        } else {
            import.rows.append({ImportRow::Kind::Added, {}, one.record, one.line});
        }
    }
    if (mode == ImportMode::ReplaceAll)
        for (const ZoneRecord &record : std::as_const(there))
            import.rows.append({ImportRow::Kind::Removed, record, {}, 0});
}

QList<wire::DnsRecord> wireRecords(const mail::Zone &zone, const QList<ZoneRecord> &records)
{
    QList<wire::DnsRecord> list;
    for (const ZoneRecord &record : records) {
        const auto type = wire::typeFromWord(record.type.toLatin1());
        const auto owner = wire::ownerFrom(record.source, zone.name.toUtf8());
        auto data = type ? wire::dataFrom(*type, record.target) : Result<wire::RecordData>(Error());
        if (type && owner && data)
            list.append(
                {*owner, *type, quint32(record.ttl.value_or(mail::usualTtl)), *std::move(data)});
    }
    return list;
}

} // namespace

mail::Change ImportRow::change() const
{
    switch (kind) {
    case Kind::Added:
        return mail::creation(after);
    case Kind::Changed:
        return mail::difference(before, after);
    case Kind::Removed:
        break;
    }
    return mail::removal(before);
}

ZoneImport importZone(const QByteArray &text, const mail::Zone &zone,
                      const QList<ZoneRecord> &present, ImportMode mode)
{
    ZoneImport import;
    const wire::ZoneFile file = wire::readZoneFile(text, zone.name.toUtf8());
    import.faults = file.faults;
    import.leftOut = file.leftOut;
    const auto wanted = wantedOf(file, zone, import);
    QMap<Set, QList<ZoneRecord>> there;
    for (const ZoneRecord &record : present)
        if (!mail::isOfHost(record))
            there[{record.source, record.type}].append(record);
    for (auto set = wanted.cbegin(); set != wanted.cend(); ++set)
        compareSet(*set, there.take(set.key()), mode, import);
    if (mode == ImportMode::ReplaceAll)
        for (const QList<ZoneRecord> &rest : std::as_const(there))
            for (const ZoneRecord &record : rest)
                import.rows.append({ImportRow::Kind::Removed, record, {}, 0});
    std::stable_sort(
        import.rows.begin(), import.rows.end(),
        [](const ImportRow &a, const ImportRow &b) { return placeOf(a) < placeOf(b); });
    std::stable_sort(import.faults.begin(), import.faults.end(),
                     [](const auto &a, const auto &b) { return a.line < b.line; });
    return import;
}

QList<mail::Change> inImportOrder(const QList<mail::Change> &changes)
{
    QList<mail::Change> ordered;
    for (const mail::Verb verb : {mail::Verb::Remove, mail::Verb::Update, mail::Verb::Create})
        for (const mail::Change &change : changes)
            if (change.verb == verb)
                ordered.append(change);
    return ordered;
}

QByteArray zoneFileOf(const mail::Zone &zone, const QList<ZoneRecord> &records)
{
    return wire::zoneFileText(zone.name.toUtf8(), wireRecords(zone, records));
}

QByteArray csvOf(const mail::Zone &zone, const QList<ZoneRecord> &records)
{
    QByteArray text("\xEF\xBB\xBFname,type,ttl,value\r\n");
    for (const ZoneRecord &record : records) {
        const QString owner = record.source.isEmpty() ? zone.name : ownerOf(record);
        text += QStringList{csvCell(wire::nameForPeople(owner.toUtf8())), csvCell(record.type),
                            record.ttl ? QString::number(*record.ttl) : QString(),
                            csvCell(record.target)}
                    .join(u',')
                    .toUtf8() +
                "\r\n";
    }
    return text;
}

} // namespace work
