// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of a CSV file (RFC 4180) as spreadsheets take them.
#pragma once

#include <QString>

namespace work {

// Quoted where it must be; text that a spreadsheet would take for a formula is marked as text.
QString csvCell(const QString &text);

} // namespace work
