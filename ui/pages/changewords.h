// SPDX-License-Identifier: GPL-3.0-or-later
// What a change does, in one line that reads well in a plan and, with a tick before it, in a
// result.
#pragma once

#include "app/mail/change.h"

#include <QString>

namespace ui {

// "Create finance@example.org", "Give Ben Okafor access: can send; all further rights".
// `domain`, for people, makes an address of the local part that a reference carries.
QString describe(const mail::Change &change, const QString &domain = {});

} // namespace ui
