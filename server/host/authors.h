// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses in a From: or Sender: line (RFC 5322, 3.4), read strictly: what two programs could
// understand in two ways is an error.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace host {

// `value`: the line after the colon, folded or not. Lower case, domains in punycode. Error: Invalid
// with a reason for a sentence: "has no address".
Result<QStringList> addressesIn(const QByteArray &value);

} // namespace host
