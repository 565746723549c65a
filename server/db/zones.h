// SPDX-License-Identifier: GPL-3.0-or-later
// DNS zones and their records. Every write is judged as the zone that would come of it
// (check::zoneFindings); it raises the zone's serial and leaves audit and feed rows, one for each
// record. Inside another write() all of them become a part of that one.
#pragma once

#include "app/mail/finding.h"
#include "app/mail/zone.h"
#include "server/db/feed.h"
#include "server/db/listing.h"
#include "server/host/zones.h"

#include <optional>

namespace db {

struct ZoneRow
{
    qint64 id = 0;
    qint64 service = 0;
    QString name; // punycode
    QString nameForPeople;
    bool isSigned = false;
    QStringList delegation; // as the name server gave it
    quint32 serial = 0;
    qint64 updatedAt = 0;
    qint64 version = 1; // of the zone itself; its records have their own
};

struct RecordRow
{
    mail::ZoneRecord record;
    bool isHosts = false; // SOA or NS of the zone itself
};

// As people write it; what is stored is its canonical form.
struct NewRecord
{
    QString source;
    QString type;
    QString target;
    int ttl = mail::usualTtl;
};

struct NewZone
{
    QString name; // punycode, one of the service's domains
    QList<NewRecord> records;
    QStringList nameServers;
};

struct RecordEdit
{
    std::optional<QString> target;
    std::optional<int> ttl;
};

struct RecordFilter : Listing
{
    std::optional<QString> source; // exactly that one
    QStringList types;
};

inline constexpr int mostRecords = 10'000; // of one zone

// NotFound `zone_does_not_exists`.
Result<ZoneRow> zone(Database &database, const QString &name);
Result<QList<ZoneRow>> zonesOf(Database &database, qint64 service); // by name; 0 = of all services
// Whose domain it is; NotFound.
Result<qint64> serviceOfDomain(Database &database, const QString &domain);

Result<RecordRow> record(Database &database, const QString &zone, qint64 id);
Result<Page<RecordRow>> records(Database &database, const QString &zone,
                                const RecordFilter &filter);
const QList<Column> &recordColumns(); // what a list can be ordered by
Result<wire::DnsRecord> dnsRecordOf(const mail::ZoneRecord &record); // of the tables

// Conflict `zone_already_exists`; NotFound: the domain is not the service's.
Result<Effective> createZone(Database &database, const Caller &caller, qint64 service,
                             const NewZone &wish);
// The zone has exactly these records then, beside the host's; those that stay keep their id.
// `serial` and `version` 0 = whatever it is now, else Conflict `conflict` when it is another.
Result<Effective> replaceRecords(Database &database, const Caller &caller, const QString &zone,
                                 const QList<NewRecord> &records, quint32 serial, qint64 version);
Result<Effective> setSigned(Database &database, const Caller &caller, const QString &zone,
                            bool isSigned, qint64 version);
Result<Effective> removeZone(Database &database, const Caller &caller, const QString &zone,
                             qint64 version);

// Errors of all that write records: Conflict `dns_record_already_exists`,
// `dns_record_mutual_exclusion`; Invalid `invalid_dns_record` with "source" or "target"; Invalid
// "ttl"; Unsupported `unsupported_dns_record_type`; Forbidden `dns_records_quota_reached`.
Result<Effective> createRecord(Database &database, const Caller &caller, const QString &zone,
                               const NewRecord &wish);
Result<Effective> updateRecord(Database &database, const Caller &caller, const QString &zone,
                               qint64 id, const RecordEdit &edit, qint64 version);
Result<Effective> removeRecord(Database &database, const Caller &caller, const QString &zone,
                               qint64 id, qint64 version);
// For who keeps a record rather than editing it: sequence 0 when it is so already.
Result<Effective> ensureRecord(Database &database, const Caller &caller, const QString &zone,
                               const NewRecord &wish);
Result<Effective> dropRecord(Database &database, const Caller &caller, const QString &zone,
                             const QString &source, const QString &type, const QString &target);

// As the name server has to serve it; nothing: there is no such zone (any more).
Result<std::optional<host::ZonePublication>> publicationOf(Database &database, const QString &zone);
// All records as one text, the host's among them.
Result<QString> zoneText(Database &database, const QString &zone);

// What the name server told; with audit and feed, because the zone above needs it.
Result<void> noteDelegation(Database &database, const Caller &caller, const QString &zone,
                            const QStringList &delegation);
// Brings the NS records of all zones to these names.
Result<void> keepNameServers(Database &database, const Caller &caller, const QStringList &names);

// Zones that the name server must let go of.
Result<QStringList> pendingZoneRemovals(Database &database);
Result<void> zoneRemovalDone(Database &database, const QString &name);

struct DomainRow
{
    qint64 service = 0;
    QString name;
};
Result<QList<DomainRow>> domainsThatNeverHadAZone(Database &database);

} // namespace db
