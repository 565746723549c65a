// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/bulkbar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace ui {

BulkBar::BulkBar(QWidget *parent)
    : QWidget(parent)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(grid(3), grid(), grid(2), grid());
    line->setSpacing(grid());
    m_count = new Text({}, Size::Body, Role::Text, this);
    m_count->setSize(Size::Body, QFont::DemiBold);
    m_count->setObjectName(QStringLiteral("bulk.count"));
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(grid());
    auto *clear = new QToolButton(this);
    clear->setObjectName(QStringLiteral("bulk.clear"));
    clear->setAutoRaise(true);
    clear->setIcon(icon(QStringLiteral("x"), Role::Muted));
    clear->setToolTip(tr("Untick all (Esc)"));
    clear->setAccessibleName(tr("Untick all"));
    connect(clear, &QToolButton::clicked, this, &BulkBar::clearWanted);
    line->addWidget(m_count);
    line->addStretch(1);
    line->addLayout(m_actions);
    line->addWidget(clear);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void BulkBar::setCount(qint64 count)
{
    m_count->setText(tr("%Ln ticked", nullptr, int(count)));
    setVisible(count > 0);
}

void BulkBar::add(QAction *action, bool dangerous)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QStringLiteral("bulk.") + action->objectName());
    if (dangerous)
        setWeight(button, Weight::Danger);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text());
    };
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, follow);
    connect(action, &QObject::destroyed, button, &QObject::deleteLater);
    follow();
    m_actions->addWidget(button);
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::Raised, palette()));
    painter.setPen(colour(Role::Line, palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
}

} // namespace ui
