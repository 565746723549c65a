// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

QString elidedAddress(const QString &text, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    const auto at = text.lastIndexOf(u'@');
    if (at < 0)
        return metrics.elidedText(text, Qt::ElideRight, width);
    // What comes after the address goes first.
    auto end = at;
    while (end < text.size() && !text.at(end).isSpace())
        ++end;
    const QString domain = text.mid(at, end - at);
    const auto roomBefore = [&](const QString &tail) {
        return width - metrics.horizontalAdvance(tail);
    };
    const int least = metrics.horizontalAdvance(QStringLiteral("m…"));
    if (end < text.size()) {
        const QString address = text.left(end);
        const int after = roomBefore(address + u' ');
        if (after > least)
            return address + u' ' + metrics.elidedText(text.mid(end + 1), Qt::ElideRight, after);
        return elidedAddress(address, metrics, width);
    }
    if (const int left = roomBefore(domain); left >= least)
        return metrics.elidedText(text.left(at), Qt::ElideRight, left) + domain;
    // Not even the domain has room: it is cut at its end, never within.
    return metrics.elidedText(QStringLiteral("…") + domain, Qt::ElideRight, width);
}

Text::Text(const QString &text, Size size, Role role, QWidget *parent)
    : QLabel(text, parent)
    , m_size(size)
    , m_role(role)
{
    setForegroundRole(QPalette::WindowText); // on a page it would be Text, which we do not tint
    dressUp();
}

Text *Text::title(const QString &text, QWidget *parent)
{
    auto *label = new Text(text, Size::Title, Role::Text, parent);
    label->setSize(Size::Title, QFont::DemiBold);
    return label;
}

Text *Text::section(const QString &text, QWidget *parent)
{
    auto *label = new Text(text, Size::Section, Role::Text, parent);
    label->setSize(Size::Section, QFont::DemiBold);
    return label;
}

Text *Text::muted(const QString &text, QWidget *parent)
{
    return new Text(text, Size::Body, Role::Muted, parent);
}

void Text::setRole(Role role)
{
    m_role = role;
    dressUp();
}

void Text::setSize(Size size, QFont::Weight weight)
{
    m_size = size;
    m_weight = weight;
    dressUp();
}

void Text::setElided(bool elided)
{
    m_elided = elided;
    if (elided)
        setTextFormat(Qt::PlainText);
    updateGeometry();
    update();
}

QSize Text::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    return m_elided ? QSize(qMin(least.width(), scaled(48)), least.height()) : least;
}

void Text::paintEvent(QPaintEvent *event)
{
    if (!m_elided) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine,
                     elidedAddress(text(), fontMetrics(), contentsRect().width()));
}

bool Text::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elided && toolTip().isEmpty() &&
        fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void Text::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationFontChange)
        dressUp();
}

void Text::dressUp()
{
    if (m_dressing)
        return;
    m_dressing = true;
    setFont(fontOf(m_size, m_weight));
    QPalette own = palette();
    const QColor tint = colour(m_role, own);
    if (own.color(QPalette::Active, QPalette::WindowText) != tint || m_role != Role::Text) {
        own.setColor(QPalette::WindowText, tint);
        setPalette(own);
    }
    m_dressing = false;
}

} // namespace ui
