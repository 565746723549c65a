// SPDX-License-Identifier: GPL-3.0-or-later
// A look at a domain in the form in which it is kept and compared (mail::SecuritySnapshot).
#pragma once

#include "app/check/dns/domaincheck.h"
#include "app/mail/security.h"

namespace check {

mail::SecuritySnapshot snapshotOf(const DomainReport &report, const QDateTime &at);

// The DKIM selectors that had a key at that look, for DomainCheck::formerSelectors.
QList<QByteArray> selectorsIn(const mail::SecuritySnapshot &snapshot);

} // namespace check
