// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where a resolver is made: from what the user chose and from what the services tell
// of zones that only they serve.
#pragma once

#include "app/mail/dnsfacts.h"
#include "app/wire/dns/unboundresolver.h"

namespace wire {

// `chosen`, and the services' own zones at their own servers. Facts that cannot be used (a server
// that is no address) are Invalid: a private zone must not be looked for elsewhere in silence.
Result<DnsSettings> settingsFor(const DnsSettings &chosen, const QList<mail::DnsFacts> &services);

Result<std::shared_ptr<Resolver>> makeResolver(const DnsSettings &settings);

} // namespace wire
