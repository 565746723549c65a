// SPDX-License-Identifier: GPL-3.0-or-later
// DNS as the name server of a recording host would tell it.
#pragma once

#include "app/wire/dns/zoneresolver.h"
#include "tests/support/recordinghost.h"

// What the name server of the daemon would answer at this moment.
class Served final : public wire::Resolver
{
public:
    explicit Served(const host::RecordingHost &host)
        : m_host(host)
    {
    }
    Result<wire::DnsAnswer> query(const QByteArray &name, wire::RecordType type,
                                  Progress &progress) override
    {
        wire::ZoneResolver zone;
        zone.add("mail.example.org", wire::RecordType::A, "192.0.2.25"); // the host, elsewhere
        for (const host::ZonePublication &known : m_host.zoneServer.published())
            for (const wire::DnsRecord &record : known.records)
                zone.add(record);
        return zone.query(name, type, progress);
    }

private:
    const host::RecordingHost &m_host;
};
