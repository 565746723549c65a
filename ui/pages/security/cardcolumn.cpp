// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/cardcolumn.h"

#include "ui/widgets/objecttable.h"
#include "ui/widgets/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

QVBoxLayout *cardColumn(QWidget *tab)
{
    auto *outer = new QVBoxLayout(tab);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(tab);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget;
    area->setWidget(inside);
    outer->addWidget(area);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(scaled(12), grid(2), grid(3), grid(3)); // the page has the rest
    column->setSpacing(grid(2));
    return column;
}

void fitRows(ObjectTable *table, int rows, int most)
{
    table->setSortingEnabled(false);
    if (rows <= most)
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    else
        table->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    table->setFixedHeight(rowHeight(false) * (std::clamp(rows, 1, most) + 1) + scaled(14));
}

} // namespace ui
