// SPDX-License-Identifier: GPL-3.0-or-later
// The wire form of DNS (RFC 1035, EDNS of RFC 6891): what we ask, what comes back. Reading trusts
// nothing: lengths, pointers and counts are checked, loops end.
#pragma once

#include "app/wire/dns/dnsrecord.h"

namespace wire {

struct DnsPacket
{
    quint16 id = 0;
    bool response = false, authoritative = false, truncated = false;
    bool recursionDesired = false, recursionAvailable = false, authenticated = false;
    int rcode = 0;
    QByteArray questionName; // case as sent
    RecordType questionType = RecordType::A;
    QList<DnsRecord> answers, authority;
};

// Nothing when the bytes are not a DNS packet. Records of the answer and authority sections that
// are well framed but whose data do not fit their type come as RawData.
std::optional<DnsPacket> parsePacket(const QByteArray &bytes);

struct QuestionFlags
{
    bool recursion = true;   // RD
    bool signatures = false; // DO: with RRSIG (RFC 4035)
    bool unchecked = false;  // CD: also what does not validate
    bool edns = true;        // 1232 bytes; false: for servers that do not know it
};
// `name` must be usable, or empty: the root.
QByteArray questionPacket(quint16 id, const QByteArray &name, RecordType type,
                          const QuestionFlags &flags = {});
// A response, names uncompressed.
QByteArray responsePacket(const DnsPacket &packet);

// One record's data in wire form, and back (only names inside of `packet` may be compressed).
QByteArray rdataOf(const DnsRecord &record);

} // namespace wire
