// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the host, written whole or not at all.
#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <sys/types.h>

namespace host {

// Appears under its name with these bytes, this mode and this group (-1 = ours) in one step, and is
// never readable by others in between. Durable when this returns, its name too.
Result<void> writeWhole(const QString &file, const QByteArray &bytes, mode_t mode, int group = -1);

// An empty file of ours that nobody else may read; an error when the name is taken.
Result<void> makePrivate(const QString &file);
// Takes from others what an earlier version left them. Done when there is none.
Result<void> keepPrivate(const QString &file);

QByteArray readFile(const QString &file); // empty when it cannot be read

} // namespace host
