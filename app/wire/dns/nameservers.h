// SPDX-License-Identifier: GPL-3.0-or-later
// The name servers of a zone, asked one by one: what each of them says, and packets with their
// signatures as they come, right or wrong.
#pragma once

#include "app/wire/dns/unboundresolver.h"

#include <memory>

namespace wire {

struct NameServer
{
    QByteArray host; // as NS says; empty: a private zone's, known by address only
    DnsServer server;
    QString text() const; // "ns1.example.org (192.0.2.53)"
};

struct ZoneServers
{
    QByteArray zone;
    QList<QByteArray> hosts;   // all that NS names
    QList<NameServer> servers; // every address of theirs
};

// What one server says. Errors as of DirectResolver.
struct ServerSaid
{
    NameServer who;
    QList<Result<DnsAnswer>> answers; // in the order of the questions
    std::optional<quint32> serial;    // of the zone as it has it
};

// All members may be called from any thread.
class NameServers
{
public:
    // The way to the name servers is that of `settings`, without validation: those of a zone whose
    // signatures are wrong are wanted, too. Errors as of makeResolver().
    static Result<std::shared_ptr<NameServers>> create(const DnsSettings &settings);
    ~NameServers();

    // The zone that `name` is in. Errors of the resolver; NotFound (there is no such zone).
    Result<ZoneServers> of(const QByteArray &name, Progress &progress);

    // All servers side by side, but for those this machine has no way to (IPv6 where there is
    // none).
    QList<ServerSaid> ask(const ZoneServers &zone, const QList<DnsQuestion> &questions,
                          Progress &progress);

    // With RRSIG, and also what does not validate: from the zone's own servers where nobody is
    // between (private zones, recursion), else from the chosen servers. Errors as of DnsClient; a
    // packet may have any rcode.
    Result<DnsPacket> signedPacket(const QByteArray &name, RecordType type, Progress &progress);

    const DnsSettings &settings() const;

private:
    struct State;
    explicit NameServers(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace wire
