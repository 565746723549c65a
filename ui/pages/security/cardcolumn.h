// SPDX-License-Identifier: GPL-3.0-or-later
// A tab of cards, one below the other, that scrolls as a whole.
#pragma once

class QVBoxLayout;
class QWidget;

namespace ui {

class ObjectTable;

// Fills `tab`. The cards' parent is the layout's parentWidget().
QVBoxLayout *cardColumn(QWidget *tab);

// As high as `rows` rows, at most `most`: the tab scrolls, its tables do not.
void fitRows(ObjectTable *table, int rows, int most = 1000);

} // namespace ui
