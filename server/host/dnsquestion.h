// SPDX-License-Identifier: GPL-3.0-or-later
// One question to one name server, no recursion, nothing cached: what it says now.
#pragma once

#include "app/base/result.h"
#include "app/wire/dns/dnspacket.h"
#include "app/wire/dns/unboundresolver.h"

#include <chrono>

namespace host {

// Over UDP, once more over TCP when the answer does not fit. Offline: no answer in time.
Result<wire::DnsPacket> ask(const wire::DnsServer &server, const QByteArray &name,
                            wire::RecordType type, std::chrono::milliseconds limit,
                            bool wantsSignatures = false);

} // namespace host
