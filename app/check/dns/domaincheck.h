// SPDX-License-Identifier: GPL-3.0-or-later
// Everything DNS tells about the mail of one domain, as findings with evidence.
#pragma once

#include "app/check/dns/dmarc.h"
#include "app/check/dns/spftree.h"

namespace check {

struct DomainCheck
{
    QByteArray domain;
    QList<QByteArray>
        selectors; // known to the service; those of commonSelectors() are looked for, too
};

struct DomainReport
{
    QByteArray domain;
    bool exists = true;
    bool takesMail = true; // false: a null MX (RFC 7505) says so
    wire::DnsSecurity security = wire::DnsSecurity::Unchecked;
    SpfNode spf;
    DmarcFound dmarc;
    QList<QByteArray> selectors; // with a key
    QList<wire::MxData> exchanges;
    QList<mail::Finding> findings; // the code's first word is the section: "spf-…", "mx-…"
};

// Sections: domain, dnssec, spf, dkim, dmarc, mx, ptr, tlsa, sts, tlsrpt, bimi, caa, autoconfig.
// Error: Cancelled.
Result<DomainReport> checkDomain(const DomainCheck &what, wire::Resolver &resolver,
                                 Progress &progress);

// Why a TLSA record cannot be used for SMTP (RFC 7672, 3.1); empty when it can.
QString tlsaProblem(const wire::TlsaData &tlsa);
// Whether it fits one of the certificates served (DER, the server's own first).
bool tlsaMatches(const wire::TlsaData &tlsa, const QList<QByteArray> &chain);

// "v=STSv1; id=…" and "v=TLSRPTv1; rua=…": what is wrong with it; empty = nothing.
QString stsProblem(const QByteArray &text);
QString tlsRptProblem(const QByteArray &text);

// The English sentence of a finding made in this folder, to be translated where it is shown
// (context "Finding"); facts are filled in. Empty for other codes.
QString sentence(const mail::Finding &finding);

} // namespace check
