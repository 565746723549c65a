// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/zoneedit.h"

#include "app/check/dns/domaincheck.h"
#include "app/check/dns/zonecheck.h"
#include "app/wire/dns/zonetext.h"

#include <algorithm>

namespace db {

namespace {

constexpr char startForm[] = "%1 hostmaster.%2 %3 10800 3600 604800 300";

// "2026112500" and up: says to people when it was, and grows whatever the clock does.
quint32 nextSerial(quint32 last, const QDateTime &now)
{
    const QDate today = now.toUTC().date();
    const quint32 first = quint32(((today.year() * 100 + today.month()) * 100 + today.day()) * 100);
    return std::max(last + 1, first);
}

QString searchText(const mail::ZoneRecord &record)
{
    const QByteArray owner = mail::ownerOf(record).toLatin1();
    return folded(mail::ownerOf(record) + u' ' + wire::nameForPeople(owner) + u' ' + record.type +
                  u' ' + record.target);
}

Error refusalOf(const mail::Finding &finding)
{
    static const QStringList exclusions{
        QStringLiteral("zone-alias-at-apex"), QStringLiteral("zone-alias-not-alone"),
        QStringLiteral("zone-dname-not-alone"), QStringLiteral("zone-below-dname")};
    const QString sentence = check::sentence(finding);
    if (finding.code == u"zone-duplicate")
        return {
            Error::Kind::Conflict, sentence, {}, QStringLiteral("dns_record_already_exists"), 0};
    if (exclusions.contains(finding.code))
        return {
            Error::Kind::Conflict, sentence, {}, QStringLiteral("dns_record_mutual_exclusion"), 0};
    return invalidRecord({}, sentence);
}

} // namespace

Error invalidRecord(const QString &field, const QString &sentence)
{
    return {Error::Kind::Invalid, sentence, field, QStringLiteral("invalid_dns_record"), 0};
}

Result<mail::ZoneRecord> canonical(const ZoneRow &zone, const NewRecord &wish)
{
    mail::ZoneRecord record;
    record.service = zone.service;
    record.zone = zone.name;
    const auto owner = wire::ownerFrom(wish.source, zone.name.toLatin1());
    if (!owner)
        return invalidRecord(QStringLiteral("source"), owner.error().detail);
    record.source = wire::sourceOf(*owner, zone.name.toLatin1());
    const auto type = wire::typeFromWord(wish.type.toLatin1());
    if (!type || !wire::isWritable(*type))
        return Error{Error::Kind::Unsupported,
                     QStringLiteral("Records of type %1 cannot be kept here").arg(wish.type),
                     QStringLiteral("type"), QStringLiteral("unsupported_dns_record_type"), 0};
    if (*type == wire::RecordType::NS && record.source.isEmpty())
        return invalidRecord(QStringLiteral("source"),
                             QStringLiteral("The name servers of the zone itself are the host's"));
    record.type = QString::fromLatin1(wire::typeWord(*type));
    const auto data = wire::dataFrom(*type, wish.target);
    if (!data)
        return invalidRecord(QStringLiteral("target"), data.error().detail);
    record.target = wire::targetOf({*owner, *type, 0, *data});
    if (wish.ttl < mail::minTtl || wish.ttl > mail::maxTtl)
        return Error::invalid(QStringLiteral("ttl"),
                              QStringLiteral("The TTL must be between %1 and %2 seconds")
                                  .arg(mail::minTtl)
                                  .arg(mail::maxTtl));
    record.ttl = wish.ttl;
    return record;
}

Result<ZoneEdit> ZoneEdit::open(Database &database, const Caller &caller, const QString &name)
{
    const auto row = zone(database, name);
    if (!row)
        return row.error();
    auto all = records(database, name, {});
    if (!all)
        return all.error();
    return ZoneEdit(database, caller, *row, std::move(all->rows));
}

ZoneEdit::ZoneEdit(Database &database, const Caller &caller, const ZoneRow &zone,
                   QList<RecordRow> records)
    : m_database(database)
    , m_caller(caller)
    , m_zone(zone)
    , m_before(std::move(records))
    , m_now(m_before)
{
}

QString ZoneEdit::startOfAuthority() const
{
    QString server;
    for (const RecordRow &row : m_now)
        if (row.isHosts && row.record.type == u"NS" && server.isEmpty())
            server = row.record.target;
    return QString::fromLatin1(startForm).arg(server, m_zone.name, QString::number(m_zone.serial));
}

Result<void> ZoneEdit::add(mail::ZoneRecord record, bool isHosts)
{
    if (m_now.size() >= mostRecords)
        return Error{Error::Kind::Forbidden,
                     QStringLiteral("A zone has at most %1 records").arg(mostRecords),
                     {},
                     QStringLiteral("dns_records_quota_reached"),
                     0};
    {
        auto rows = m_database.run(
            QStringLiteral("INSERT INTO zone_record (zone_id, source, type, target, ttl, "
                           "is_hosts, search_text, updated_at) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {m_zone.id, record.source, record.type, record.target, *record.ttl, int(isHosts),
             searchText(record), m_caller.now.toSecsSinceEpoch()});
        if (!rows)
            return rows.error();
        record.id = rows->insertedId();
    }
    m_now.append({record, isHosts});
    touch();
    return isHosts ? Result<void>() : note(mail::creation(record));
}

Result<void> ZoneEdit::change(const RecordRow &old, const mail::ZoneRecord &record)
{
    if (auto done = m_database.run(
            QStringLiteral("UPDATE zone_record SET target = ?, ttl = ?, search_text = ?, "
                           "updated_at = ?, version = version + 1 WHERE id = ?"),
            {record.target, *record.ttl, searchText(record), m_caller.now.toSecsSinceEpoch(),
             record.id});
        !done)
        return done.error();
    for (RecordRow &row : m_now)
        if (row.record.id == record.id)
            row.record = record;
    touch();
    return old.isHosts ? Result<void>() : note(mail::difference(old.record, record));
}

Result<void> ZoneEdit::remove(const RecordRow &old)
{
    if (auto done =
            m_database.run(QStringLiteral("DELETE FROM zone_record WHERE id = ?"), {old.record.id});
        !done)
        return done.error();
    m_now.removeIf([&](const RecordRow &row) { return row.record.id == old.record.id; });
    touch();
    return old.isHosts ? Result<void>() : note(mail::removal(old.record));
}

Result<Effective> ZoneEdit::finish()
{
    if (!m_isChanged)
        return Effective{};
    const QList<mail::Finding> after = findings(m_now);
    if (mail::worst(after) == mail::Severity::Error)
        for (const mail::Finding &finding : check::newFindings(findings(m_before), after))
            if (finding.severity == mail::Severity::Error)
                return refusalOf(finding);
    m_zone.serial = nextSerial(m_zone.serial, m_caller.now);
    for (const auto &[sql, values] : std::initializer_list<std::pair<QString, QVariantList>>{
             {QStringLiteral("UPDATE domain SET zone_serial = ? WHERE ascii = ?"),
              {m_zone.serial, m_zone.name}},
             {QStringLiteral("UPDATE zone SET serial = ?, updated_at = ? WHERE id = ?"),
              {m_zone.serial, m_caller.now.toSecsSinceEpoch(), m_zone.id}},
             {QStringLiteral("UPDATE zone_record SET target = ?, updated_at = ?, "
                             "version = version + 1 WHERE zone_id = ? AND type = 'SOA'"),
              {startOfAuthority(), m_caller.now.toSecsSinceEpoch(), m_zone.id}}})
        if (auto done = m_database.run(sql, values); !done)
            return done.error();
    // Whoever replaces or deletes the zone does so over its records.
    if (m_last.sequence)
        if (auto done = m_database.run(QStringLiteral("UPDATE zone SET version = ? WHERE id = ?"),
                                       {m_last.sequence, m_zone.id});
            !done)
            return done.error();
    return m_last;
}

Result<void> ZoneEdit::note(const mail::Change &change)
{
    auto noted = record(m_database, m_caller, change);
    if (!noted)
        return noted.error();
    m_last = *noted;
    touch();
    return {};
}

QList<mail::Finding> ZoneEdit::findings(const QList<RecordRow> &rows) const
{
    QList<mail::ZoneRecord> list;
    list.reserve(rows.size());
    for (const RecordRow &row : rows)
        list.append(row.record);
    return check::zoneFindings(m_zone.name, list);
}

} // namespace db
