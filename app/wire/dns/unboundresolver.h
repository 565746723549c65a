// SPDX-License-Identifier: GPL-3.0-or-later
// The world's DNS through libunbound: validating, parallel, cancellable. It keeps what it learns on
// the way (servers, keys); answers are kept by CachedResolver.
#pragma once

#include "app/wire/dns/dnsclient.h"

#include <memory>
#include <mutex>

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
    // The root's keys are out of reach: only stubs with anchors are validated, the rest is
    // Unchecked.
    bool withoutRoot = false;
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
// Where the servers that are asked do not pass DNSSEC on (many a router and company network: not
// even the root's keys come through), nothing can be validated: answers are Unchecked then, not
// Bogus.
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
    QList<Result<DnsAnswer>> ask(const QList<DnsQuestion> &questions, Progress &progress);
    std::shared_ptr<UnboundResolver> unvalidating();

    std::unique_ptr<State> m_state;
    std::mutex m_mutex;
    std::shared_ptr<UnboundResolver> m_unvalidating; // once it is known to be needed
};

} // namespace wire
