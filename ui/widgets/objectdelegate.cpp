// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/objectdelegate.h"

#include "app/model/roles.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/objectheader.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/strokes.h"
#include "ui/widgets/text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

// The icon alone says more than the icon and the first letters of its word.
QString shortened(const Cell &cell, const QFontMetrics &metrics, int width)
{
    if (cell.isElidedInMiddle)
        return elidedAddress(cell.text, metrics, width);
    const QString shown = metrics.elidedText(cell.text, Qt::ElideRight, width);
    const bool isStump = shown != cell.text && shown.size() * 5 < cell.text.size() * 4;
    return isStump && cell.isWordSpare ? QString() : shown;
}

} // namespace

ObjectDelegate::ObjectDelegate(ObjectTable *table)
    : QStyledItemDelegate(table)
    , m_table(table)
{
}

bool ObjectDelegate::isFirst(const QModelIndex &index) const
{
    return firstShownSection(*m_table->horizontalHeader()) == index.column();
}

void ObjectDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QPalette &palette = m_table->palette();
    const Cell cell = m_table->cellOf(index);
    const bool first = isFirst(index);
    const bool isCurrent = index.row() == m_table->currentRow();
    const bool isTicked = m_table->hasTicks() && m_table->isTicked(index.row());
    const qreal ratio = painter->device()->devicePixelRatioF();

    painter->save();
    QColor back;
    if (isTicked || isCurrent)
        back = colour(Role::AccentSoft, palette);
    else if (index.row() == m_table->m_hovered)
        back = colour(Role::Hover, palette);
    if (back.isValid())
        painter->fillRect(option.rect, back);
    painter->setPen(colour(Role::Line, palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (isCurrent && first && m_table->hasFocus())
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), scaled(3), option.rect.height()),
            colour(Role::Accent, palette));

    QRect r = option.rect.adjusted(grid(), 0, -grid(), 0);
    if (first) {
        r.adjust(scaled(4), 0, 0, 0);
        if (m_table->hasTicks()) {
            const QRect box(r.left(), r.top() + (r.height() - tickBoxSide()) / 2, tickBoxSide(),
                            tickBoxSide());
            drawTickBox(painter, box, isTicked ? Qt::Checked : Qt::Unchecked, true, palette);
            r.setLeft(r.left() + m_table->tickWidth());
        }
    }

    const int iconSide = scaled(16);
    for (const QString &name : cell.icons) {
        if (r.width() < iconSide)
            break;
        painter->drawPixmap(r.left(), r.top() + (r.height() - iconSide) / 2,
                            iconPixmap(name, colour(cell.iconRole, palette), iconSide, ratio));
        r.setLeft(r.left() + iconSide + scaled(6));
    }
    if (!cell.chip.isEmpty()) {
        const int width = Chip::widthOf(cell.chip, {});
        const int words = QFontMetrics(option.font).horizontalAdvance(cell.text);
        const int x = qMin(r.left() + (words ? words + grid() : 0), r.right() - width);
        if (x >= r.left()) {
            Chip::draw(*painter, QRect(x, r.top(), width, r.height()), cell.chip, cell.chipRole, {},
                       palette, ratio);
            r.setRight(x - grid());
        }
    }

    QFont font = option.font;
    if (cell.isBold)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const QString shown = shortened(cell, metrics, r.width());
    const int width = metrics.horizontalAdvance(shown);
    int x = r.left();
    if (cell.isRight)
        x = qMax(r.left(), r.right() - width + 1);
    drawMarks(painter, shown, x, r, metrics, index);
    painter->setPen(colour(cell.role, palette));
    painter->drawText(QRect(x, r.top(), r.right() - x + 1, r.height()),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter->restore();
}

QSize ObjectDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell = m_table->cellOf(index);
    int width = QFontMetrics(option.font).horizontalAdvance(cell.text) + grid(3) +
                int(cell.icons.size()) * scaled(22);
    if (isFirst(index))
        width += m_table->tickWidth() + scaled(4);
    if (!cell.chip.isEmpty())
        width += Chip::widthOf(cell.chip, {}) + grid();
    return {width, ui::rowHeight(m_table->m_dense)};
}

bool ObjectDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    // sizeHint() leaves a breath between two columns that painting does not need.
    if (event->type() == QEvent::ToolTip && index.isValid() &&
        index.data(Qt::ToolTipRole).toString().isEmpty() &&
        option.rect.width() < sizeHint(option, index).width() - grid()) {
        QToolTip::showText(event->globalPos(), m_table->cellOf(index).text, view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

void ObjectDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

void ObjectDelegate::drawMarks(QPainter *painter, const QString &shown, int x, const QRect &r,
                               const QFontMetrics &metrics, const QModelIndex &index) const
{
    QStringList words = index.data(model::MatchRole).toStringList();
    if (words.isEmpty())
        words = m_table->m_words;
    for (const QString &word : qAsConst(words)) {
        if (word.isEmpty())
            continue;
        for (auto at = shown.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = shown.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            const int from = x + metrics.horizontalAdvance(shown, int(at));
            const int to = x + metrics.horizontalAdvance(shown, int(at + word.size()));
            const int height = metrics.height();
            painter->fillRect(QRect(from, r.top() + (r.height() - height) / 2, to - from, height),
                              colour(Role::Mark, m_table->palette()));
        }
    }
}

} // namespace ui
