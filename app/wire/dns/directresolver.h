// SPDX-License-Identifier: GPL-3.0-or-later
// The servers that hold a zone, asked without anybody between: for private zones that nobody signs,
// and for what the zone's own name servers say.
#pragma once

#include "app/wire/dns/dnsclient.h"

#include <memory>

namespace wire {

class DirectResolver final : public Resolver
{
public:
    // One server after another until one answers. `security`: what its answers are called.
    DirectResolver(const QList<DnsServer> &servers, const ClientSettings &settings,
                   DnsSecurity security = DnsSecurity::Unchecked);

    // Besides the errors of Resolver: Protocol/"referral" (the name is in a zone that is held
    // elsewhere), Protocol/"lame" (the server does not hold the zone at all).
    Result<DnsAnswer> query(const QByteArray &name, RecordType type, Progress &progress) override;
    QList<Result<DnsAnswer>> queryAll(const QList<DnsQuestion> &questions,
                                      Progress &progress) override;

private:
    std::vector<std::unique_ptr<DnsClient>> m_clients;
    DnsSecurity m_security;
};

} // namespace wire
