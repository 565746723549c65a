// SPDX-License-Identifier: GPL-3.0-or-later
// From a packet to an answer. Private to this folder.
#pragma once

#include "app/wire/dns/dnspacket.h"
#include "app/wire/dns/resolver.h"

namespace wire {

// Follows the aliases in `packet` from the answer's name (name and type are set) and fills in
// chain, records and TTL: of what is there the least, of nothing as the zone's SOA says (RFC 2308,
// 5).
void readAnswer(const DnsPacket &packet, DnsAnswer &answer);

} // namespace wire
