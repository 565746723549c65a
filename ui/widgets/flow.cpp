// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flow.h"

namespace ui {

Flow::Flow(QWidget *parent)
    : QLayout(parent)
{
}

Flow::~Flow()
{
    while (QLayoutItem *item = takeAt(0))
        delete item;
}

QLayoutItem *Flow::takeAt(int at)
{
    return at >= 0 && at < m_items.size() ? m_items.takeAt(at) : nullptr;
}

int Flow::heightForWidth(int width) const { return lay({0, 0, width, 0}, false); }

QSize Flow::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void Flow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    lay(rect, true);
}

int Flow::lay(const QRect &rect, bool move) const
{
    const QMargins m = contentsMargins();
    const QRect area = rect.marginsRemoved(m);
    int x = area.left();
    int y = area.top();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(area.width(), QLAYOUTSIZE_MAX));
        if (x > area.left() && x + size.width() > area.right() + 1) {
            x = area.left();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (move)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        lineHeight = qMax(lineHeight, size.height());
    }
    return y + lineHeight - rect.top() + m.bottom();
}

} // namespace ui
