// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepanel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

QString usualIcon(PageState state)
{
    switch (state) {
    case PageState::Loading:
        return QStringLiteral("hourglass");
    case PageState::Offline:
        return QStringLiteral("cloud-off");
    case PageState::Error:
        return QStringLiteral("triangle-alert");
    case PageState::Forbidden:
        return QStringLiteral("lock");
    case PageState::Empty:
    case PageState::Ready:
        break;
    }
    return QStringLiteral("inbox");
}

} // namespace

StatePanel::StatePanel(QWidget *parent)
    : QWidget(parent)
{
    m_icon = new QLabel(this);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title = Text::section({}, this);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_text = Text::muted({}, this);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setFixedWidth(scaled(420));
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("state.action"));
    m_other = new QPushButton(this);
    m_other->setObjectName(QStringLiteral("state.other"));
    m_other->hide();
    m_title->setObjectName(QStringLiteral("state.title"));
    m_text->setObjectName(QStringLiteral("state.text"));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action();
    });
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (m_otherAction)
            m_otherAction();
    });
    auto *column = new QVBoxLayout(this);
    column->setSpacing(grid());
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(grid());
    column->addWidget(m_title);
    // A layout of its own: an alignment would take the label its height for its width.
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_text);
    line->addStretch(1);
    column->addLayout(line);
    column->addSpacing(grid());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    buttons->addStretch(1);
    buttons->addWidget(m_other);
    buttons->addWidget(m_button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(3);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    hide();
}

void StatePanel::set(PageState state, const QString &title, const QString &text,
                     const QString &actionText, std::function<void()> action, const QString &icon)
{
    m_state = state;
    m_iconName = icon.isEmpty() ? usualIcon(state) : icon;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(actionText);
    m_button->setAccessibleName(actionText);
    m_button->setVisible(!actionText.isEmpty());
    m_action = std::move(action);
    m_other->hide();
    m_otherAction = {};
    setAccessibleName(title.isEmpty() ? text : title);
    setAccessibleDescription(text);
    drawIcon();
}

void StatePanel::offerInstead(const QString &text, std::function<void()> action)
{
    m_other->setText(text);
    m_other->setAccessibleName(text);
    m_other->show();
    m_otherAction = std::move(action);
}

void StatePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
}

void StatePanel::drawIcon()
{
    const bool bad = m_state == PageState::Error;
    m_icon->setPixmap(iconPixmap(m_iconName, colour(bad ? Role::Bad : Role::Outline, palette()),
                                 scaled(40), devicePixelRatioF()));
}

} // namespace ui
