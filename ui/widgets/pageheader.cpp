// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "app/model/text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace ui {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
{
    m_line = new QHBoxLayout(this);
    m_line->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    m_line->setSpacing(grid());

    m_parentPage = new QToolButton(this);
    m_parentPage->setObjectName(QStringLiteral("header.up"));
    m_parentPage->setAutoRaise(true);
    m_parentPage->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_parentPage->setFont(fontOf(Size::Body));
    paintMuted();
    m_parentPage->hide();
    connect(m_parentPage, &QToolButton::clicked, this, [this] {
        if (m_goUp)
            m_goUp();
    });
    m_arrow = new Text(QStringLiteral("›"), Size::Body, Role::Muted, this);
    m_arrow->hide();
    m_title = Text::title({}, this);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_count = Text::muted({}, this);
    m_count->setObjectName(QStringLiteral("header.count"));
    m_age = new Text({}, Size::Small, Role::Muted, this);
    m_age->setObjectName(QStringLiteral("header.age"));
    for (QLabel *label : {static_cast<QLabel *>(m_count), static_cast<QLabel *>(m_age)})
        label->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(grid(0.75));
    m_extra = new QHBoxLayout;
    m_extra->setSpacing(grid());

    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(scaled(160));
    m_filter->setMaximumWidth(scaled(280));
    m_filter->addAction(icon(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_filter->hide();
    connect(m_filter, &QLineEdit::textChanged, this, &PageHeader::filterChanged);

    m_primary = new QPushButton(this);
    m_primary->setObjectName(QStringLiteral("header.primary"));
    setWeight(m_primary, Weight::Primary);
    m_primary->hide();
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("header.more"));
    m_more->setIcon(icon(QStringLiteral("chevron-down")));
    m_more->setToolTip(tr("Further actions"));
    m_more->setAccessibleName(tr("Further actions"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();

    m_line->addWidget(m_parentPage);
    m_line->addWidget(m_arrow);
    m_line->addWidget(m_title);
    m_line->addWidget(m_count);
    m_line->addLayout(m_chips);
    m_line->addWidget(m_age);
    m_line->addStretch(1);
    m_line->addWidget(m_filter, 2);
    m_line->addLayout(m_extra);
    m_line->addWidget(m_primary);
    m_line->addWidget(m_more);
    setTitle({});
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeader::setParentPage(const QString &title, std::function<void()> go)
{
    m_parentPage->setText(title);
    m_parentPage->setAccessibleName(tr("Back to %1").arg(title));
    m_parentPage->setToolTip(m_parentPage->accessibleName());
    m_parentPage->setVisible(!title.isEmpty());
    m_arrow->setVisible(!title.isEmpty());
    m_goUp = std::move(go);
    // The word stands at the margin of the page; what the button has around it may reach out.
    m_line->setContentsMargins(grid(3) - (title.isEmpty() ? 0 : scaled(12)), grid(2), grid(3),
                               grid(2));
}

void PageHeader::paintMuted()
{
    QPalette muted; // one role only: the others follow the theme
    muted.setColor(QPalette::ButtonText, colour(Role::Muted, palette()));
    m_parentPage->setPalette(muted);
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMuted();
}

void PageHeader::setCount(const QString &text) { m_count->setText(text); }

void PageHeader::setAge(const QDateTime &at, bool offline)
{
    if (!at.isValid()) {
        m_age->setText(offline ? tr("offline") : QString());
        m_age->setToolTip({});
        return;
    }
    const QDateTime local = at.toLocalTime();
    const QLocale locale;
    const QString time = local.date() == QDate::currentDate()
                             ? locale.toString(local.time(), QLocale::ShortFormat)
                             : locale.toString(local, QLocale::ShortFormat);
    m_age->setText(offline ? tr("as of %1, offline").arg(time) : tr("as of %1").arg(time));
    m_age->setToolTip(locale.toString(local, QLocale::LongFormat));
}

void PageHeader::showFilter(const QString &placeholder)
{
    m_filter->setPlaceholderText(placeholder);
    m_filter->setAccessibleName(placeholder);
    m_filter->show();
}

void PageHeader::setPrimary(QAction *action)
{
    const auto follow = [this, action] {
        QString text = action->text();
        m_primary->setText(text.remove(u'…'));
        m_primary->setIcon(action->icon());
        m_primary->setEnabled(action->isEnabled());
        m_primary->setAccessibleName(m_primary->text());
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        m_primary->setToolTip(!action->isEnabled() || keys.isEmpty()
                                  ? action->toolTip()
                                  : tr("%1 (%2)").arg(m_primary->text(), keys));
    };
    disconnect(m_primary, nullptr, nullptr, nullptr);
    connect(m_primary, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, m_primary, follow);
    follow();
    m_primary->show();
}

QMenu *PageHeader::more()
{
    if (!m_menu) {
        m_menu = new QMenu(this);
        m_menu->setToolTipsVisible(true);
        m_more->setMenu(m_menu);
        m_more->show();
    }
    return m_menu;
}

void PageHeader::addWidget(QWidget *widget) { m_extra->addWidget(widget); }

void PageHeader::addUnderTitle(QWidget *chip) { m_chips->addWidget(chip); }

bool PageHeader::eventFilter(QObject *watched, QEvent *event)
{
    // Esc clears first; with nothing typed it goes on to whoever wants it.
    if (watched == m_filter && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
