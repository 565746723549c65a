// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/widgets/icons.h"

#include <QFontMetrics>
#include <QPainter>

namespace ui {

namespace {

QFont chipFont() { return fontOf(Size::Small, QFont::Medium); }
int chipHeight() { return QFontMetrics(chipFont()).height() + scaled(5); }
int iconSide() { return scaled(13); }

} // namespace

Chip::Chip(const QString &text, Role role, const QString &icon, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    set(text, role, icon);
}

void Chip::set(const QString &text, Role role, const QString &icon)
{
    m_text = text;
    m_role = role;
    m_icon = icon;
    setAccessibleName(text);
    updateGeometry();
    update();
}

int Chip::widthOf(const QString &text, const QString &icon)
{
    return QFontMetrics(chipFont()).horizontalAdvance(text) + scaled(16) +
           (icon.isEmpty() ? 0 : iconSide() + scaled(4));
}

QSize Chip::sizeHint() const { return {widthOf(m_text, m_icon), chipHeight()}; }

int Chip::draw(QPainter &painter, const QRect &in, const QString &text, Role role,
               const QString &icon, const QPalette &palette, qreal devicePixelRatio)
{
    const int width = qMin(in.width(), widthOf(text, icon));
    const int height = qMin(in.height(), chipHeight());
    const QRect box(in.left(), in.top() + (in.height() - height) / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(softOf(role, palette));
    painter.drawRoundedRect(box, height / 2.0, height / 2.0);
    int x = box.left() + scaled(8);
    const QColor tint = colour(role, palette);
    if (!icon.isEmpty()) {
        painter.drawPixmap(x, box.top() + (height - iconSide()) / 2,
                           iconPixmap(icon, tint, iconSide(), devicePixelRatio));
        x += iconSide() + scaled(4);
    }
    painter.setFont(chipFont());
    painter.setPen(tint);
    painter.drawText(QRect(x, box.top(), box.right() - x, height),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter.restore();
    return width;
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), m_text, m_role, m_icon, palette(), devicePixelRatioF());
}

} // namespace ui
