// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stagedbar.h"

#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {

StagedBar::StagedBar(QAction *review, QAction *discard, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("staged"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(grid(3), grid(), grid(2), grid());
    line->setSpacing(grid());
    m_text = new Text({}, Size::Body, Role::Text, this);
    m_text->setObjectName(QStringLiteral("staged.text"));
    line->addWidget(m_text, 1);
    auto *drop = new QPushButton(tr("Discard"), this);
    drop->setObjectName(QStringLiteral("staged.discard"));
    drop->setAccessibleName(tr("Discard the staged changes"));
    setWeight(drop, Weight::Quiet);
    auto *look = new QPushButton(tr("Review"), this);
    look->setObjectName(QStringLiteral("staged.review"));
    look->setAccessibleName(tr("Review the staged changes"));
    look->setToolTip(review->shortcut().toString(QKeySequence::NativeText));
    line->addWidget(drop);
    line->addWidget(look);
    connect(drop, &QPushButton::clicked, discard, &QAction::trigger);
    connect(look, &QPushButton::clicked, review, &QAction::trigger);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void StagedBar::setCount(int count)
{
    m_text->setText(tr("%Ln change(s) staged, not applied yet.", nullptr, count));
    setAccessibleName(m_text->text());
    setVisible(count > 0);
}

void StagedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colour(Role::WarningSoft, palette()));
}

} // namespace ui
