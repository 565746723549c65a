// SPDX-License-Identifier: GPL-3.0-or-later
// One server asked directly: over UDP, over TCP when the answer does not fit. Nothing is followed,
// validated or kept; what comes is checked to be the answer to what was asked.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/wire/dns/dnspacket.h"
#include "app/wire/dns/resolver.h"

#include <condition_variable>
#include <mutex>

namespace wire {

struct DnsServer
{
    QByteArray address; // IPv4 or IPv6
    quint16 port = 53;
    bool operator==(const DnsServer &) const = default;
    QString text() const; // "192.0.2.53", "192.0.2.53@5300"
};

// "192.0.2.1", "192.0.2.1:5353", "2001:db8::1", "[2001:db8::1]:5353", also "192.0.2.1@5353".
std::optional<DnsServer> serverFromText(QByteArrayView text);

struct ClientSettings
{
    int timeoutMs = 3000; // for one question, everything included
    int tries = 3;        // packets sent within that time
    int window = 64;      // questions under way at the server, of all callers together
    bool recursion = false;
    bool signatures = false; // with RRSIG, and also what does not validate (DO and CD)
};

// All members may be called from any thread.
class DnsClient
{
public:
    explicit DnsClient(const DnsServer &server, const ClientSettings &settings = {});

    const DnsServer &server() const { return m_server; }

    // The packets as they came, whatever their rcode, in the order of the questions. Each question
    // has an id and a spelling (0x20) of its own; what does not have both is not the answer.
    // Errors: Offline/"timeout", Offline/"unreachable" (nobody listens there), Protocol/"malformed"
    // (the only answer that came cannot be read), Invalid/"name", Cancelled.
    QList<Result<DnsPacket>> ask(const QList<DnsQuestion> &questions, Progress &progress);

private:
    struct Batch;
    Result<DnsPacket> askByTcp(const DnsQuestion &question, bool edns, Progress &progress);
    bool takePlace(bool wait);
    void givePlaces(int count);

    DnsServer m_server;
    ClientSettings m_settings;
    std::mutex m_mutex;
    std::condition_variable m_free;
    int m_places = 0;
};

} // namespace wire
