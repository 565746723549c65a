// SPDX-License-Identifier: GPL-3.0-or-later
// What a change will do, for a plan, and what was done, for a result: the one is an order, the
// other a sentence.
#pragma once

#include "app/mail/change.h"

#include <QString>

namespace ui {

// "Create finance@example.org", "Give Ben Okafor access: can send; all further rights".
// `domain`, for people, makes an address of the local part that a reference carries.
QString describe(const mail::Change &change, const QString &domain = {});

// "Deleted" is what it is: "315 addresses were deleted.", "finance@example.org was created. 2 users
// were added." Of `effective` changes. `isUndo`: what was changed is as it had been before.
QString doneWords(const QList<mail::Change> &effective, const QString &domain = {},
                  bool isUndo = false);

} // namespace ui
