// SPDX-License-Identifier: GPL-3.0-or-later
// What each section of the security page says, and what would put it right. Pure functions: nothing
// is asked and nothing done here.
#pragma once

#include "app/check/dns/domaincheck.h"
#include "app/mail/zone.h"

namespace check {

enum class Section
{
    Spf,
    Dkim,
    Dmarc,
    Reach, // mail reaches us (S-66): MX, reverse names, set-up of mail programs
    Dnssec,
    Dane,
    Other // MTA-STS, TLS-RPT, BIMI, CAA
};
Section sectionOf(QStringView code); // of a finding

// A record for a zone that somebody else serves.
struct RecordToPublish
{
    QString name;     // absolute, punycode, no dot at the end
    QString type;     // "TXT"
    QString value;    // in one piece, as mail::ZoneRecord::target
    QString zoneText; // as in a zone file: TXT quoted, split after every 255 bytes
    int ttl = mail::usualTtl;
    bool operator==(const RecordToPublish &) const = default;
};
RecordToPublish recordToPublish(const QByteArray &name, wire::RecordType type,
                                const QString &value);

struct Proposal
{
    mail::ChangeSet changes;                  // of the zone that is ours
    QList<RecordToPublish> publish, withdraw; // by hand, where somebody else serves the zone
    QList<QByteArray> dropped; // terms of the record that was that cannot stay: say so
    bool rotateKeys = false;   // DKIM: there is no key yet; a rotation makes and publishes one

    bool isEmpty() const
    {
        return changes.changes.isEmpty() && publish.isEmpty() && withdraw.isEmpty() && !rotateKeys;
    }
};

// What is known besides the report.
struct RepairBasis
{
    mail::DnsFacts facts;            // of the service whose domain it is
    std::optional<mail::Zone> zone;  // of the service that the domain is in; empty: not ours
    QList<mail::ZoneRecord> records; // of that zone
    QList<mail::DkimKey> keys;       // of the service
    bool signs = false;              // the service signs mail (capability "dkim")
};

// Whether changing the zone of `basis` changes what the world sees: it holds the domain, and the
// world's name servers are the zone's.
bool zoneIsOurs(const DomainReport &report, const RepairBasis &basis);

struct SectionState
{
    Section section = Section::Other;
    bool present = false; // there is such a record, a key, a signature
    mail::Severity severity = mail::Severity::Information; // the worst of the findings
    // DNSSEC's own section: what came of the chain. Unchecked says nothing, good or bad.
    std::optional<wire::DnsSecurity> security;
    mail::Finding verdict; // the worst of the findings, or what is in order, with its evidence
    QString summary;       // its sentence
    QList<mail::Finding> findings; // with their fix, where one change is one
    Proposal proposal;             // what would mend the section; empty: nothing can or need be
};
// One state for each section, in their order.
QList<SectionState> sectionStates(const DomainReport &report, const RepairBasis &basis);

// The provider recommends -all and p=reject at 100 % there (.ch, .li).
bool prefersStrict(const QByteArray &domain);

// What the wizards' simple mode asks for.
SpfWish recommendedSpf(const DomainReport &report, const RepairBasis &basis);
DmarcWish recommendedDmarc(const DomainReport &report, const RepairBasis &basis);

// Each is what it takes from what is there to what is wished; empty when that is the same.
Proposal spfRepair(const DomainReport &report, const RepairBasis &basis, const SpfWish &wish);
Proposal dmarcRepair(const DomainReport &report, const RepairBasis &basis, const DmarcWish &wish);
// Expert mode: this very record in place of what is there; empty = none.
Proposal spfReplacement(const DomainReport &report, const RepairBasis &basis,
                        const QByteArray &record);
Proposal dmarcReplacement(const DomainReport &report, const RepairBasis &basis,
                          const QByteArray &record);
// The keys that sign or shall sign are published, withdrawn ones are not.
Proposal dkimRepair(const DomainReport &report, const RepairBasis &basis);
// Mail comes to the service, and mail programs find it. MX records of others are withdrawn.
Proposal reachRepair(const DomainReport &report, const RepairBasis &basis);
// The zone is signed (ours), or the DS records for the zone above.
Proposal dnssecRepair(const DomainReport &report, const RepairBasis &basis);
// TLSA records that fit the certificates served; of hosts that were probed.
Proposal daneRepair(const DomainReport &report, const RepairBasis &basis);

} // namespace check
