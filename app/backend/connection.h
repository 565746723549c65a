// SPDX-License-Identifier: GPL-3.0-or-later
// Does this account work? Asked before it is kept.
#pragma once

#include "app/backend/hostingapi.h"

namespace backend {

// Who the token belongs to. Error.code says at which step it ended: "name" (no such host),
// "connect" (nobody answers there), "tls" (the certificate or the encryption), "token", "rights"
// (the token is good, but sees no mail service), "not-mailwright" (something else answers there),
// empty (the rest: see the kind).
Result<mail::User> testConnection(const mail::Account &account, const Secret &token,
                                  Progress &progress, const HostingApi::Options &options = {});

} // namespace backend
