// SPDX-License-Identifier: GPL-3.0-or-later
// An SPF record with everything it leads to: what it costs, what is dead, who may send, what would
// be if it were changed.
#pragma once

#include "app/check/dns/spf.h"
#include "app/mail/finding.h"

#include <memory>

namespace check {

struct SpfNetwork
{
    wire::IpAddress address; // masked
    int prefix = 0;
    bool covers(const SpfNetwork &other) const;
    QByteArray text() const;
    bool operator==(const SpfNetwork &) const = default;
};

struct SpfNode;

// One term of a record and what stands behind it.
struct SpfBranch
{
    SpfTerm term;
    int lookups = 0;                // counted terms: this one and all below
    int voidLookups = 0;            // likewise
    QList<SpfNetwork> networks;     // ip4, ip6, a, mx: what it names
    std::shared_ptr<SpfNode> child; // include, redirect
    bool dynamic = false;           // depends on the message (macros): not expanded
    bool dead = false;              // can never decide anything; `because` is the term that does
    QByteArray because;
    QString problem; // an English sentence: the lookup failed, no record, a loop …
};

struct SpfNode
{
    QByteArray domain;
    QList<QByteArray> texts; // SPF records found; more than one is an error
    SpfRecord record;        // the first
    wire::DnsAnswer answer;  // evidence: who said so, DNSSEC, TTL
    QList<SpfBranch> branches;
    int lookups = 0;
    int voidLookups = 0;
    QString problem;

    // Every address range that this record lets send, in order of evaluation.
    QList<SpfNetwork> allowed() const;
};

// Error: Cancelled. What cannot be found out is told in the tree.
Result<SpfNode> expandSpf(const QByteArray &domain, wire::Resolver &resolver, Progress &progress);

// Codes, with the paragraph in the fact "reference": "spf-none", "spf-multiple", "spf-syntax",
// "spf-too-many-lookups", "spf-many-lookups" (one more breaks it), "spf-too-many-void",
// "spf-lets-everyone", "spf-no-end" (neither all nor redirect), "spf-neutral-end", "spf-ptr",
// "spf-dead-term", "spf-overlap", "spf-include-broken", "spf-loop", "spf-lookup-failed",
// "spf-long", "spf-mx-many", "spf-bogus". An empty list of warnings and errors = fine.
QList<mail::Finding> spfFindings(const SpfNode &tree);

struct SpfChange
{
    QByteArray record; // as it would be
    int lookupsBefore = 0;
    int lookupsAfter = 0;
    QList<SpfNetwork> lost; // could send before, and no more
    QList<SpfNetwork> gained;
    struct Address
    {
        wire::IpAddress ip;
        SpfOutcome before, after;
    };
    QList<Address> addresses;
};

// "May these addresses send?", one outcome each, for postmaster@domain.
Result<QList<SpfOutcome>> spfForAddresses(const QByteArray &domain,
                                          const QList<wire::IpAddress> &addresses,
                                          wire::Resolver &resolver, Progress &progress);

// What changes when `record` is published at `domain` instead of what is there.
Result<SpfChange> spfWhatIf(const QByteArray &domain, const QByteArray &record,
                            const QList<wire::IpAddress> &addresses, wire::Resolver &resolver,
                            Progress &progress);
// The record without this term (as written).
QByteArray spfWithout(const QByteArray &record, const QByteArray &term);

struct SpfWish
{
    QList<QByteArray> terms; // that must be there: "include:spf.example.com", "mx", "ip4:192.0.2.1"
    char end = 0; // qualifier of all: '-', '~', '?'; 0 = as it is, "~" when there is none
    QList<QByteArray> without; // as written: that must not be there
};
// Merges into what is published, in place of replacing it: every term stays, what is missing is put
// before the end, several records become one, what appears twice appears once. Terms with syntax
// errors cannot be kept: they come back in `dropped`.
struct SpfProposal
{
    QByteArray record;
    QList<QByteArray> added, dropped;
};
SpfProposal spfProposal(const QList<QByteArray> &published, const SpfWish &wish);

} // namespace check
