// SPDX-License-Identifier: GPL-3.0-or-later
// One way to the history of a domain's security, whoever looks: the far side where it does
// (capabilities().has(u"security")), else this computer, which then keeps what it saw.
#pragma once

#include "app/backend/backend.h"
#include "app/store/cache.h"
#include "app/store/looks.h"

#include <functional>

namespace work {

// How this computer looks; the checks behind it are the caller's.
using Look = std::function<Result<mail::SecuritySnapshot>(const QString &domain, Progress &)>;

// Whether the far side looks by itself, every day. False as long as its capabilities are not known.
bool farSideLooks(const store::Cache &cache, const store::Scope &scope);

// Of the far side, or of this computer's own looks; those can be read without a backend (null).
Result<backend::SecurityHistory>
securityHistory(backend::Backend *backend, const store::Cache &cache, const store::Looks &looks,
                const store::Scope &scope, const QString &domain, Progress &progress);
// Looks, and keeps what was seen. `look` is used where the far side does not look.
Result<mail::SecuritySnapshot> lookNow(backend::Backend *backend, const store::Cache &cache,
                                       store::Looks &looks, const store::Scope &scope,
                                       const QString &domain, const Look &look, Progress &progress);
// The baseline that later looks are compared with.
Result<void> acceptSecurity(backend::Backend *backend, const store::Cache &cache,
                            store::Looks &looks, const store::Scope &scope,
                            const mail::SecuritySnapshot &snapshot, Progress &progress);

} // namespace work
