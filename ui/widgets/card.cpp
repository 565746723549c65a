// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(2.5), grid(2), grid(2.5), grid(2.5));
    column->setSpacing(grid(1.5));
    m_header = new QWidget(this);
    // What height is left over is not the header's.
    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_headerLine = new QHBoxLayout(m_header);
    m_headerLine->setContentsMargins(0, 0, 0, 0);
    m_headerLine->setSpacing(grid());
    auto *words = new QVBoxLayout;
    words->setSpacing(scaled(2));
    m_title = Text::section({}, m_header);
    m_hint = Text::muted({}, m_header);
    m_hint->setWordWrap(true);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    m_headerLine->addLayout(words, 1);
    column->addWidget(m_header);
    m_body = new QVBoxLayout;
    m_body->setSpacing(grid());
    column->addLayout(m_body);
    setTitle(title);
    setHint({});
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_header->setVisible(!title.isEmpty());
    if (!title.isEmpty())
        setAccessibleName(title);
}

void Card::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void Card::addToHeader(QWidget *widget)
{
    m_header->show();
    m_headerLine->addWidget(widget, 0, Qt::AlignTop);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour(Role::Line, palette()));
    painter.setBrush(colour(isDark(palette()) ? Role::Raised : Role::Surface, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), scaled(8), scaled(8));
}

} // namespace ui
