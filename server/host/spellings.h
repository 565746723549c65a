// SPDX-License-Identifier: GPL-3.0-or-later
// One domain, written in different ways.
#pragma once

#include <QStringList>

namespace host {

// How a domain may stand in a login or in an envelope once its ASCII letters are small: in
// punycode, which comes first, and in Unicode with its other letters large or small (Postfix makes
// them small, Dovecot does not); where there are many of those, not every mixture.
QStringList spellings(const QString &ascii);

} // namespace host
