// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/answers.h"

#include <algorithm>

namespace wire {

namespace {

constexpr int longestChain = 32;

// Names in lower case: a server that compresses them takes over how the question was spelled
// (0x20), which means nothing.
DnsRecord tidied(DnsRecord record)
{
    const auto tidy = [](QByteArray &name) { name = canonicalName(name); };
    tidy(record.name);
    if (auto *name = std::get_if<NameData>(&record.data)) {
        tidy(*name);
    } else if (auto *mx = std::get_if<MxData>(&record.data)) {
        tidy(mx->host);
    } else if (auto *srv = std::get_if<SrvData>(&record.data)) {
        tidy(srv->target);
    } else if (auto *soa = std::get_if<SoaData>(&record.data)) {
        tidy(soa->primary);
        tidy(soa->contact);
    }
    return record;
}

} // namespace

void readAnswer(const DnsPacket &packet, DnsAnswer &answer)
{
    QByteArray at = answer.name;
    quint32 ttl = 0xffffffff;
    for (int step = 0; step < longestChain && answer.type != RecordType::CNAME; ++step) {
        const auto alias = std::find_if(
            packet.answers.begin(), packet.answers.end(), [&](const DnsRecord &record) {
                return record.type == RecordType::CNAME && record.as<NameData>() &&
                       canonicalName(record.name) == at;
            });
        if (alias == packet.answers.end())
            break;
        at = canonicalName(*alias->as<NameData>());
        ttl = std::min(ttl, alias->ttl);
        answer.chain.append(at);
    }
    for (const DnsRecord &record : packet.answers)
        if (record.type == answer.type && canonicalName(record.name) == at) {
            answer.records.append(tidied(record));
            ttl = std::min(ttl, record.ttl);
        }
    if (answer.records.isEmpty()) {
        const auto soa =
            std::find_if(packet.authority.cbegin(), packet.authority.cend(),
                         [](const DnsRecord &record) { return record.as<SoaData>() != nullptr; });
        if (soa != packet.authority.cend())
            ttl = std::min({ttl, soa->ttl, soa->as<SoaData>()->minimum});
        else if (answer.chain.isEmpty())
            ttl = 0;
    }
    answer.ttl = ttl;
}

} // namespace wire
