// SPDX-License-Identifier: GPL-3.0-or-later
// Everything DNS tells about the mail of one domain, as findings with evidence.
#pragma once

#include "app/check/dns/chain.h"
#include "app/check/dns/dmarc.h"
#include "app/check/dns/mxprobe.h"
#include "app/check/dns/spftree.h"
#include "app/check/dns/tlsa.h"
#include "app/mail/dkimkey.h"
#include "app/mail/dnsfacts.h"
#include "app/wire/dns/nameservers.h"

namespace check {

struct DomainCheck
{
    QByteArray domain;
    // A selector in use by the service: a missing key is an error. Those of commonSelectors() are
    // looked for, too.
    QList<QByteArray> selectors;
    QList<QByteArray> formerSelectors; // seen by an earlier look: looked for, not missed
    QList<mail::DkimKey> keys;         // of the service, whatever their domain
    // Of the service whose domain it is: what must be published, from where it sends. Empty:
    // nobody's, and nothing is missed.
    mail::DnsFacts facts;
    // Asks the zone's own name servers, too; empty: only what the resolver says counts.
    std::shared_ptr<wire::NameServers> nameServers;
    // Asks the mail hosts by SMTP, too; empty: only DNS is asked.
    std::shared_ptr<MxProber> prober;
    qint64 now = 0;     // seconds since 1970, for signatures and certificates; 0 = by the clock
    bool signs = false; // the service signs mail: without any key it leaves unsigned
};

// A DKIM key that the domain publishes.
struct DkimFound
{
    QByteArray selector;
    DkimKey key;
    bool known = false; // in use by the service
};

struct MailHost
{
    wire::MxData mx;
    QList<wire::IpAddress> addresses;
    bool securePath = false;    // DNSSEC says so of MX and addresses: DANE may count
    QList<wire::TlsaData> tlsa; // usable ones
    bool tlsaSecure = false;    // signed with DNSSEC: they count
    // What it said by SMTP; empty: it was not asked.
    std::optional<Result<wire::SmtpGreeting>> greeting;
};

// May this address of the service send?
struct SpfAddress
{
    wire::IpAddress ip;
    SpfOutcome outcome;
};

struct DomainReport
{
    QByteArray domain;
    bool exists = true;
    bool takesMail = true; // false: a null MX (RFC 7505) says so
    wire::DnsSecurity security = wire::DnsSecurity::Unchecked;
    QByteArray zone;                  // the domain is in this zone; empty: not found out
    QList<QByteArray> nameServers;    // of that zone
    std::optional<DnssecChain> chain; // where the name servers were asked
    SpfNode spf;
    QList<SpfAddress> senders; // of facts.addresses
    DmarcFound dmarc;
    QList<DkimFound> dkim;
    QList<MailHost> hosts;          // of MX, the preferred first
    QList<wire::DnsAnswer> records; // all that was learnt about the domain itself, once each
    QList<mail::Finding> findings;  // the code's first word is the section: "spf-…", "mx-…"
};

// Sections: domain, ns, dnssec, spf, dkim, dmarc, mx, ptr, tlsa, sts, tlsrpt, bimi, caa,
// autoconfig. Error: Cancelled.
Result<DomainReport> checkDomain(const DomainCheck &what, wire::Resolver &resolver,
                                 Progress &progress);

// "v=STSv1; id=…" and "v=TLSRPTv1; rua=…": what is wrong with it; empty = nothing.
QString stsProblem(const QByteArray &text);
QString tlsRptProblem(const QByteArray &text);

// The English sentence of a finding made in this folder, to be translated where it is shown
// (context "Finding"); facts are filled in. Empty for other codes.
QString sentence(const mail::Finding &finding);

} // namespace check
