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

#include <algorithm>

namespace ui {

namespace {

constexpr int leastFilter = 160;
constexpr int mostFilter = 280;

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
    , m_line(new QHBoxLayout)
    , m_tools(new QWidget(this))
{
    m_lines->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    m_lines->setSpacing(grid());
    m_line->setSpacing(grid());
    m_lines->addLayout(m_line);

    m_parentPage = new QToolButton(this);
    m_parentPage->setObjectName(QStringLiteral("header.up"));
    m_parentPage->setAutoRaise(true);
    m_parentPage->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_parentPage->setIcon(icon(QStringLiteral("arrow-left"), Role::Muted));
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
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_title->setElided(true);
    m_count = Text::muted({}, this);
    m_count->setObjectName(QStringLiteral("header.count"));
    m_age = new Text({}, Size::Small, Role::Muted, this);
    m_age->setObjectName(QStringLiteral("header.age"));
    for (QLabel *label : {static_cast<QLabel *>(m_count), static_cast<QLabel *>(m_age)})
        label->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    m_chips = new QWidget(this);
    auto *chips = new QHBoxLayout(m_chips);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(grid(0.75));
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(grid());
    m_extra = new QHBoxLayout;
    m_extra->setSpacing(grid());

    m_filter = new QLineEdit(m_tools);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(scaled(leastFilter));
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
    m_line->addWidget(m_chips);
    m_line->addWidget(m_age);
    m_line->addStretch(1);
    tools->addWidget(m_filter, 1);
    tools->addLayout(m_extra);
    m_line->addWidget(m_tools, 2);
    m_line->addWidget(m_primary);
    m_line->addWidget(m_more);
    setTitle({});
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    arrange();
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
    m_lines->setContentsMargins(grid(3) - (title.isEmpty() ? 0 : scaled(12)), grid(2), grid(3),
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

void PageHeader::setCount(const QString &text)
{
    m_count->setText(text);
    arrange();
}

void PageHeader::setAge(const QDateTime &at, bool offline)
{
    m_hasAge = at.isValid() || offline;
    if (!at.isValid()) {
        m_age->setText(offline ? tr("offline") : QString());
        m_age->setToolTip({});
        arrange();
        return;
    }
    const QDateTime local = at.toLocalTime();
    const QLocale locale;
    const QString time = local.date() == QDate::currentDate()
                             ? locale.toString(local.time(), QLocale::ShortFormat)
                             : locale.toString(local, QLocale::ShortFormat);
    m_age->setText(offline ? tr("as of %1, offline").arg(time) : tr("as of %1").arg(time));
    m_age->setToolTip(locale.toString(local, QLocale::LongFormat));
    arrange();
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
    disconnect(m_follow); // the action before
    connect(m_primary, &QPushButton::clicked, action, &QAction::trigger);
    m_follow = connect(action, &QAction::changed, m_primary, follow);
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

void PageHeader::addUnderTitle(QWidget *chip) { m_chips->layout()->addWidget(chip); }

int PageHeader::widthOf(const QList<QWidget *> &widgets) const
{
    int width = 0;
    for (const QWidget *widget : widgets)
        if (!widget->isHidden() && widget->sizeHint().width() > 0)
            width += widget->sizeHint().width() + (width ? m_line->spacing() : 0);
    return width;
}

int PageHeader::wordsOfParent() const
{
    return m_parentPage->fontMetrics().horizontalAdvance(m_parentPage->text()) + grid(2) +
           m_arrow->sizeHint().width() + 2 * m_line->spacing();
}

QSize PageHeader::minimumSizeHint() const
{
    const QMargins margins = m_lines->contentsMargins();
    const int up = m_parentPage->isHidden() ? 0 : controlHeight() + m_line->spacing();
    const int first = up + widthOf({m_count, m_chips, m_primary, m_more}) +
                      m_title->minimumSizeHint().width() + 2 * m_line->spacing();
    return {margins.left() + margins.right() + qMax(first, m_tools->minimumSizeHint().width()),
            m_lines->minimumSize().height()};
}

void PageHeader::arrange()
{
    const auto chips = m_chips->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    m_chips->setVisible(std::any_of(chips.begin(), chips.end(),
                                    [](const QWidget *chip) { return !chip->isHidden(); }));
    const QMargins margins = m_lines->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const bool hasTools = widthOf({m_filter}) > 0 || m_extra->count() > 0;
    const int first =
        widthOf({m_parentPage, m_arrow, m_title, m_count, m_chips, m_primary, m_more});
    const int age = m_hasAge ? m_age->sizeHint().width() + m_line->spacing() : 0;
    const int tools = hasTools ? m_tools->minimumSizeHint().width() + m_line->spacing() : 0;
    const bool isOwnLine = hasTools && first + age + tools > room;
    m_tools->setVisible(hasTools);
    m_age->setVisible(m_hasAge && first + age <= room);
    if (!m_parentPage->isHidden()) {
        const bool isShort = wordsOfParent() +
                                 widthOf({m_title, m_count, m_chips, m_primary, m_more}) +
                                 m_line->spacing() >
                             room;
        m_parentPage->setToolButtonStyle(isShort ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
        m_arrow->setVisible(!isShort);
    }
    const bool wasOwnLine = m_lines->indexOf(m_tools) >= 0;
    m_tools->setMaximumWidth(isOwnLine ? QWIDGETSIZE_MAX
                                       : scaled(mostFilter) + m_extra->sizeHint().width() +
                                             m_line->spacing());
    if (isOwnLine == wasOwnLine)
        return;
    if (isOwnLine) {
        m_line->removeWidget(m_tools);
        m_lines->addWidget(m_tools);
    } else {
        m_lines->removeWidget(m_tools);
        m_line->insertWidget(m_line->indexOf(m_primary), m_tools, 2);
    }
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool PageHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

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
