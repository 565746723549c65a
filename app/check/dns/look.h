// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of checkDomain() share while they look. Private to this folder.
#pragma once

#include "app/check/dns/domaincheck.h"

#include <QHash>

namespace check {

// What the zone's own name servers say where that is newer; else what the resolver says.
class PublishedView final : public wire::Resolver
{
public:
    explicit PublishedView(wire::Resolver &below)
        : m_below(below)
    {
    }
    void put(const wire::DnsAnswer &answer);
    Result<wire::DnsAnswer> query(const QByteArray &name, wire::RecordType type,
                                  Progress &progress) override;
    QList<Result<wire::DnsAnswer>> queryAll(const QList<wire::DnsQuestion> &questions,
                                            Progress &progress) override;

private:
    wire::Resolver &m_below;
    QHash<QPair<QByteArray, int>, wire::DnsAnswer> m_newer;
};

class Look
{
public:
    Look(const DomainCheck &what, wire::Resolver &resolver, Progress &progress);

    const DomainCheck &what;
    PublishedView resolver;
    Progress &progress;
    DomainReport report;

    bool cancelled() const { return m_cancelled || progress.cancelled(); }
    void cancel() { m_cancelled = true; }

    // What is asked about the domain itself is kept in the report; `about` false: about a host or a
    // name of somebody else.
    Result<wire::DnsAnswer> ask(const QByteArray &name, wire::RecordType type, bool about = true);
    QList<Result<wire::DnsAnswer>> askAll(const QList<wire::DnsQuestion> &questions,
                                          bool about = true);
    void keep(const wire::DnsAnswer &answer);

    // Of the service: by name, and of its keys those that are to be in DNS.
    QList<QByteArray> knownSelectors() const;

    void add(mail::Severity severity, const char *code, const char *reference,
             QJsonObject facts = {});

    // Facts: who answered, the first record, DNSSEC; or why there is no answer.
    static QJsonObject evidence(const Result<wire::DnsAnswer> &answer);
    // There are records, and they may be believed.
    static bool has(const Result<wire::DnsAnswer> &answer);

private:
    void note(const Result<wire::DnsAnswer> &answer, bool about);
    bool m_cancelled = false;
};

// everywhere.cpp: the zone's own name servers.
void lookAtNameServers(Look &look);
// mailhosts.cpp: MX, addresses and names of the hosts, TLSA.
void lookAtMailHosts(Look &look);
// mailtls.cpp: what the hosts themselves say by SMTP, against TLSA.
void lookAtServers(Look &look);

} // namespace check
