// SPDX-License-Identifier: GPL-3.0-or-later
// Selectors: the names under which a domain publishes its DKIM keys (RFC 6376, 3.1).
#pragma once

#include "app/base/result.h"

#include <QDate>
#include <QStringList>

namespace mail {

// In lower case. Error: Invalid "selector" with the rule that was broken: letters, digits and inner
// hyphens, parts of at most 63 with dots between, and all of selector._domainkey.domain at most 253
// characters. `domain` may be empty.
Result<QString> selectorFrom(const QString &text, const QString &domain);

// "mw20261125a", or the next letter that is not taken; after z comes aa.
QString selectorMade(const QDate &day, const QStringList &taken);

} // namespace mail
