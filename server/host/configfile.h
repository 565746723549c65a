// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration file of a production host.
#pragma once

#include "server/host/layout.h"

namespace host {

// The file of --config: "key = value" lines, "#" begins a comment. Error: Invalid, naming every
// wrong line.
Result<Layout> layoutFromFile(const QString &file);

} // namespace host
