// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace ui {

namespace {

// A word that is longer than a line, as an address may be, can break inside.
QString softened(const QString &text)
{
    constexpr int longest = 24;
    QString soft;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > longest && !c.isLowSurrogate()) {
            soft += QChar(0x200b); // zero width space
            run = 1;
        }
        soft += c;
    }
    return soft;
}

} // namespace

namespace {

constexpr std::chrono::seconds confirmationLife{10};

Role roleOf(Messages::Kind kind)
{
    switch (kind) {
    case Messages::Kind::Confirmation:
        return Role::Good;
    case Messages::Kind::Warning:
        return Role::Warning;
    case Messages::Kind::Error:
        return Role::Bad;
    case Messages::Kind::Information:
        break;
    }
    return Role::Accent;
}

QString iconOf(Messages::Kind kind)
{
    switch (kind) {
    case Messages::Kind::Confirmation:
        return QStringLiteral("circle-check");
    case Messages::Kind::Warning:
        return QStringLiteral("triangle-alert");
    case Messages::Kind::Error:
        return QStringLiteral("octagon-alert");
    case Messages::Kind::Information:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), scaled(4), grid(2), scaled(4));
    column->setSpacing(scaled(2));
    auto *line = new QHBoxLayout;
    line->setSpacing(grid());
    m_icon = new QLabel(this);
    m_text = new Text({}, Size::Body, Role::Text, this);
    m_text->setObjectName(QStringLiteral("message.text"));
    m_text->setWordWrap(true);
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("message.details"));
    m_more->setText(tr("Details"));
    m_more->setAccessibleName(tr("Details"));
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("message.action"));
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("message.close"));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close"));
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("x"), Role::Muted));
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    line->addWidget(m_more);
    line->addWidget(m_action);
    line->addWidget(m_close);
    m_details = new Text({}, Size::Small, Role::Muted, this);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setContentsMargins(grid(3), 0, 0, scaled(4));
    m_details->hide();
    column->addLayout(line);
    column->addWidget(m_details);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::dismiss);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_details->setVisible(shown);
        updateGeometry();
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto action = m_message.action;
        dismiss();
        if (action)
            action();
    });
    hide();
}

void MessageBar::say(const Messages::Message &message)
{
    if (m_showing && m_message.kind == Messages::Kind::Error &&
        message.kind == Messages::Kind::Confirmation) {
        m_next = message;
        return;
    }
    m_next.reset();
    m_message = message;
    m_showing = true;
    m_text->setText(softened(message.text));
    m_text->setAccessibleName(message.text);
    m_details->setText(message.details);
    m_details->hide();
    m_more->setChecked(false);
    m_more->setVisible(!message.details.isEmpty());
    m_action->setText(message.actionText);
    m_action->setAccessibleName(message.actionText);
    m_action->setVisible(!message.actionText.isEmpty());
    setAccessibleName(message.text);
    drawIcon();
    if (message.kind == Messages::Kind::Confirmation)
        m_timer.start(confirmationLife);
    else
        m_timer.stop();
    QWidget::show();
    update();
}

void MessageBar::dismiss()
{
    m_timer.stop();
    m_showing = false;
    m_message.action = {};
    hide();
    if (m_next)
        say(*std::exchange(m_next, {}));
    else
        emit dismissed();
}

void MessageBar::drawIcon()
{
    m_icon->setPixmap(iconPixmap(iconOf(m_message.kind), colour(roleOf(m_message.kind), palette()),
                                 scaled(16), devicePixelRatioF()));
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), softOf(roleOf(m_message.kind), palette()));
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_showing)
        drawIcon();
}

void MessageBar::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void MessageBar::leaveEvent(QEvent *event)
{
    if (m_showing && m_message.kind == Messages::Kind::Confirmation)
        m_timer.start(confirmationLife);
    QWidget::leaveEvent(event);
}

} // namespace ui
