// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include <QEvent>

namespace ui {

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
