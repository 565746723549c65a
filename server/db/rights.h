// SPDX-License-Identifier: GPL-3.0-or-later
// Rights as a column: which bit is which right. The numbers are in the tables and never change; a
// new right takes the next one.
#pragma once

#include "app/mail/rights.h"

namespace db {

int maskFrom(const mail::Rights &rights); // not known counts as denied
mail::Rights rightsFrom(int mask);        // every right known

// The bit that the right to send has in the tables.
int sendMask();

} // namespace db
