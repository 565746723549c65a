// SPDX-License-Identifier: GPL-3.0-or-later
// A look at a domain in the form in which it is kept and compared (mail::SecuritySnapshot).
#pragma once

#include "app/check/dns/repair.h"
#include "app/mail/security.h"

namespace check {

// With the DS records by which the zone above vouches for the domain; none while it does not.
mail::SecuritySnapshot snapshotOf(const DomainReport &report, const QDateTime &at);

// What a kept look says of a section: how bad the worst of it is, and whether the thing itself was
// there (as SectionState::present). Nothing where the look did not learn it.
mail::Severity worstIn(Section section, const mail::SecuritySnapshot &snapshot);
std::optional<bool> presentIn(Section section, const mail::SecuritySnapshot &snapshot);

// The DKIM selectors that had a key at that look, for DomainCheck::formerSelectors.
QList<QByteArray> selectorsIn(const mail::SecuritySnapshot &snapshot);

} // namespace check
