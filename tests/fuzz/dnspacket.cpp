// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back from name servers. What can be read can be written, and is the same when read
// again.
#include "tests/fuzz/fuzz.h"

#include "app/check/dns/chain.h"
#include "app/wire/dns/dnspacket.h"
#include "app/wire/dns/zonetext.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const auto packet = wire::parsePacket(inputOf(data, size));
    if (!packet)
        return 0;
    QList<wire::DnskeyData> keys;
    for (const wire::DnsRecord &record : packet->answers) {
        (void)record.dataText();
        (void)wire::targetOf(record);
        if (const auto *key = record.as<wire::DnskeyData>()) {
            (void)check::keyTag(*key);
            (void)check::keyBits(*key);
            keys.append(*key);
        }
    }
    for (const wire::DnsRecord &record : packet->answers)
        if (const auto *signature = record.as<wire::RrsigData>())
            for (const wire::DnskeyData &key : std::as_const(keys))
                (void)check::isSignedBy(packet->answers, *signature, key);
    if (packet->truncated)
        return 0;
    const QByteArray written = wire::responsePacket(*packet);
    const auto again = wire::parsePacket(written);
    PROMISE(again);
    PROMISE(again->answers == packet->answers);
    PROMISE(again->authority == packet->authority);
    return 0;
}
