// SPDX-License-Identifier: GPL-3.0-or-later
// How well a text answers what was typed, forgiving slips of the finger: "refesh" finds "Refresh".
#pragma once

#include <QString>

namespace ui {

// 0 = not at all; the more, the better. Every typed word has to be found: at the beginning of a
// word, inside one, as letters in order, or with one slip (two from seven letters on).
int fuzzyScore(const QString &typed, const QString &text);

} // namespace ui
