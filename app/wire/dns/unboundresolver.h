// SPDX-License-Identifier: GPL-3.0-or-later
// The world's DNS through libunbound: validating, parallel, cancellable. It keeps what it learns on
// the way (servers, keys); answers are kept by CachedResolver.
#pragma once

#include "app/wire/dns/dnsclient.h"

#include <memory>

namespace wire {

// A zone that is asked at these servers with all below it, whatever the way: one that the world's
// DNS does not lead to (a private mail host's), or does not yet.
struct DnsStub
{
    QByteArray zone;
    QList<DnsServer> servers;
    QList<QByteArray> trustAnchors; // DS or DNSKEY lines; none: answers count as insecure
    bool operator==(const DnsStub &) const = default;
};

struct DnsSettings
{
    enum class Way
    {
        System,   // the resolver of this machine
        Servers,  // those in `servers`
        Recursion // from the root down, asking nobody to do it for us
    };
    Way way = Way::System;
    QList<DnsServer> servers;
    // DS or DNSKEY lines in zone-file form. Empty: the root's keys as published by IANA.
    QList<QByteArray> trustAnchors;
    QList<DnsStub> stubs;
    bool validate = true;
    int timeoutMs = 10000; // for one question, everything included

    // What is trusted: DS and DNSKEY records, those of stubs included; what is none is left out.
    QList<DnsRecord> anchors() const;
    // The stub that `name` is in, the closest one; null = none.
    const DnsStub *stubFor(QByteArrayView name) const;
    // Whether its answers can be validated: an anchor of the zone itself or of one above it, which
    // the root does not count as, since it knows nothing of private zones.
    bool isValidated(const DnsStub &stub) const;
};

// A new object knows nothing yet: that is how "look again now" is done.
class UnboundResolver final : public Resolver
{
public:
    // Invalid (settings), Internal (the library refused).
    static Result<std::shared_ptr<UnboundResolver>> create(const DnsSettings &settings);
    ~UnboundResolver() override;

    Result<DnsAnswer> query(const QByteArray &name, RecordType type, Progress &progress) override;
    QList<Result<DnsAnswer>> queryAll(const QList<DnsQuestion> &questions,
                                      Progress &progress) override;

private:
    struct State;
    explicit UnboundResolver(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace wire
