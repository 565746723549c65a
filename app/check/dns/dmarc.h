// SPDX-License-Identifier: GPL-3.0-or-later
// DMARC (RFC 7489 and its successor with the tree walk): the record, whose it is, what it does to a
// message, who may receive its reports.
#pragma once

#include "app/check/dns/dkim.h"
#include "app/check/dns/spf.h"

#include <QSet>

#include <functional>

namespace check {

enum class DmarcPolicy
{
    None,
    Quarantine,
    Reject
};

struct DmarcReportAddress
{
    QByteArray uri;     // as written
    QByteArray address; // mailto: without the scheme and size; empty = another scheme
    QByteArray domain() const { return address.mid(address.lastIndexOf('@') + 1); }
};

struct DmarcRecord
{
    QByteArray text;
    DmarcPolicy policy = DmarcPolicy::None;
    std::optional<DmarcPolicy> subdomains;  // sp=
    std::optional<DmarcPolicy> nonexistent; // np=
    bool strictDkim = false, strictSpf = false;
    int percent = 100;
    bool testing = false; // t=y
    char psd = 'u';       // 'y', 'n', 'u'
    QList<DmarcReportAddress> aggregate, failure;
    QList<QString> problems; // English clauses; any that is fatal makes `usable` false
    bool usable = false;
};
// Begins with v=DMARC1 as its first tag.
bool isDmarcText(const QByteArray &text);
DmarcRecord parseDmarc(const QByteArray &text);

// The list of public suffixes (publicsuffix.org, as Debian's package publicsuffix installs it).
class PublicSuffixes
{
public:
    static PublicSuffixes fromText(const QByteArray &list);
    static Result<PublicSuffixes> load(const QString &path = {}); // empty: the system's
    // "example.co.uk" for "a.b.example.co.uk"; the name itself when it is a suffix.
    QByteArray organisational(const QByteArray &domain) const;

private:
    QSet<QByteArray> m_rules;      // "co.uk"
    QSet<QByteArray> m_wildcards;  // "ck" of "*.ck"
    QSet<QByteArray> m_exceptions; // "www.ck" of "!www.ck"
};

struct DmarcFound
{
    QByteArray domain;         // asked for
    QByteArray organisational; // by tree walk
    QByteArray at;             // where the record is; empty = none
    std::optional<DmarcRecord> record;
    QList<QByteArray> texts; // all DMARC texts at `at`; more than one = none counts
    wire::DnsAnswer answer;  // evidence
    QString problem;         // lookup failed
};
// The tree walk: the domain's own record, else the organisational domain's, else the suffix's.
Result<DmarcFound> findDmarc(const QByteArray &domain, wire::Resolver &resolver,
                             Progress &progress);

// Codes: "dmarc-none", "dmarc-multiple", "dmarc-syntax", "dmarc-policy-none", "dmarc-inherited",
// "dmarc-organisational-differs", "dmarc-subdomains-weaker", "dmarc-partial", "dmarc-testing",
// "dmarc-no-reports", "dmarc-report-not-authorised", "dmarc-lookup-failed", "dmarc-bogus".
Result<QList<mail::Finding>> dmarcFindings(const DmarcFound &found, wire::Resolver &resolver,
                                           Progress &progress);

struct DmarcEffect
{
    bool spfAligned = false; // passed and aligned
    bool dkimAligned = false;
    bool pass = false;
    bool applies = false;                        // there is a record
    DmarcPolicy requested = DmarcPolicy::None;   // by p, sp or np
    DmarcPolicy disposition = DmarcPolicy::None; // for this message; none when it passes
    QByteArray tag;                              // "p", "sp", "np"
    QByteArray dkimDomain;                       // the aligned one
};
struct DmarcMessage
{
    QByteArray fromDomain;
    SpfResult spf = SpfResult::None;
    QByteArray spfDomain;                    // of MAIL FROM, or HELO when that is empty
    QList<std::pair<QByteArray, bool>> dkim; // d=, passed
    bool fromExists = true;                  // the From domain is in DNS (for np)
};
// What the policy found for the From domain does to this message. `organisationalOf` tells the
// organisational domain of another name.
DmarcEffect dmarcEffect(const DmarcFound &found, const DmarcMessage &message,
                        const std::function<QByteArray(const QByteArray &)> &organisationalOf);

// How SPF or DKIM can come out for a message that says to be from the domain.
enum class DmarcMethod
{
    Aligned,   // passed, for the domain of From
    Elsewhere, // passed, for another domain
    Failed
};
struct DmarcRow
{
    DmarcMethod spf = DmarcMethod::Failed;
    DmarcMethod dkim = DmarcMethod::Failed;
    bool pass = false;
    DmarcPolicy asked = DmarcPolicy::None; // for `percent` of such messages
    int percent = 100;
    DmarcPolicy rest = DmarcPolicy::None; // for the others: one step milder
};
// What the policy asks receivers to do, for all nine combinations; empty without a record that
// counts.
QList<DmarcRow> dmarcTable(const DmarcFound &found);

// Changes to a record; what is not set stays as it is.
struct DmarcWish
{
    std::optional<DmarcPolicy> policy;
    std::optional<std::optional<DmarcPolicy>> subdomains; // set to nothing: as `policy`
    std::optional<int> percent;
    std::optional<bool> strictDkim, strictSpf, testing;
    QList<QByteArray> addAggregate, addFailure;       // addresses without "mailto:" (S-71)
    QList<QByteArray> removeAggregate, removeFailure; // (S-73); "*" = all
};
// Merges into what is published: other tags stay, of several records the strictest is taken and
// the report addresses of all. A new record without a wish for its policy has p=none.
QByteArray dmarcProposal(const QList<QByteArray> &published, const DmarcWish &wish);

// Where the receiver of reports has to agree when it is another organisation (RFC 7489, 7.1):
// "example.org._report._dmarc.there.example", whose TXT record is "v=DMARC1".
QByteArray dmarcAgreementName(const QByteArray &domain, const QByteArray &address);

} // namespace check

template <>
struct mail::Words<check::DmarcMethod>
{
    static constexpr std::array<std::pair<check::DmarcMethod, const char *>, 3> list{
        {{check::DmarcMethod::Aligned, "aligned"},
         {check::DmarcMethod::Elsewhere, "elsewhere"},
         {check::DmarcMethod::Failed, "failed"}}};
};

template <>
struct mail::Words<check::DmarcPolicy>
{
    static constexpr std::array<std::pair<check::DmarcPolicy, const char *>, 3> list{
        {{check::DmarcPolicy::None, "none"},
         {check::DmarcPolicy::Quarantine, "quarantine"},
         {check::DmarcPolicy::Reject, "reject"}}};
};
