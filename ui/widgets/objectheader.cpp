// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/objectheader.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/strokes.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionHeader>

namespace ui {

int firstShownSection(const QHeaderView &header)
{
    for (int visual = 0; visual < header.count(); ++visual)
        if (const int section = header.logicalIndex(visual); !header.isSectionHidden(section))
            return section;
    return -1;
}

ObjectHeader::ObjectHeader(ObjectTable *table)
    : QHeaderView(Qt::Horizontal, table)
    , m_table(table)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(scaled(48));
}

void ObjectHeader::reserve(int above)
{
    if (above == m_above)
        return;
    m_above = above;
    setViewportMargins(0, above, 0, 0);
    updateGeometry();
}

void ObjectHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    const QPalette &palette = m_table->palette();
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    QRect r = rect.adjusted(grid(), 0, -grid(), 0);
    if (section == firstShownSection(*this)) {
        r.adjust(scaled(4), 0, 0, 0);
        if (m_table->hasTicks()) {
            drawTickBox(painter,
                        QRect(r.left(), r.top() + (r.height() - tickBoxSide()) / 2, tickBoxSide(),
                              tickBoxSide()),
                        m_table->ticksTogether(), true, palette);
            r.setLeft(r.left() + m_table->tickWidth());
        }
    }
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const auto alignment =
        Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QFont font = fontOf(Size::Small, isSorted ? QFont::DemiBold : QFont::Medium);
    const QFontMetrics metrics(font);
    const int arrow = isSorted ? scaled(16) : 0;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, r.width() - arrow);
    const int width = metrics.horizontalAdvance(shown);
    int x = r.left();
    if (alignment & Qt::AlignRight)
        x = qMax(r.left(), r.right() - width - arrow + 1);
    painter->setFont(font);
    painter->setPen(colour(isSorted ? Role::Text : Role::Muted, palette));
    painter->drawText(QRect(x, r.top(), width + scaled(2), r.height()),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    if (isSorted) {
        const int side = scaled(12);
        painter->drawPixmap(
            x + width + scaled(4), r.top() + (r.height() - side) / 2,
            iconPixmap(sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-up")
                                                                  : QStringLiteral("arrow-down"),
                       colour(Role::Muted, palette), side, painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

void ObjectHeader::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && isOnTick(event->pos())) {
        if (m_table->ticksTogether() == Qt::Unchecked)
            m_table->tickAll();
        else
            m_table->clearTicks();
        return;
    }
    QHeaderView::mousePressEvent(event);
}

QSize ObjectHeader::sectionSizeFromContents(int section) const
{
    const QFontMetrics metrics(fontOf(Size::Small, QFont::DemiBold));
    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    return {metrics.horizontalAdvance(text) + grid(2) + scaled(18) +
                (section == firstShownSection(*this) ? m_table->tickWidth() + scaled(4) : 0),
            scaled(32)};
}

bool ObjectHeader::isOnTick(const QPoint &at) const
{
    if (!m_table->hasTicks())
        return false;
    const int section = logicalIndexAt(at);
    return section >= 0 && section == firstShownSection(*this) &&
           at.x() - sectionViewportPosition(section) < m_table->tickWidth() + grid(1.5);
}

} // namespace ui
