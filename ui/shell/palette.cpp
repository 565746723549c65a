// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"

#include "ui/pages/page.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/servicename.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int mostAddresses = 40;
constexpr int mostRecent = 12;
constexpr int scopeShift = 48; // a row number leaves the high bits free for the service's place
const QString recentName = QStringLiteral("palette/recent");

enum ItemRole
{
    HintRole = Qt::UserRole,
    IconRole
};

class Rows final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {scaled(100), scaled(36)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const QPalette &p = option.palette;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(scaled(8), 1, -scaled(8), -1);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(Role::AccentSoft, p));
            painter->drawRoundedRect(row, scaled(6), scaled(6));
        }
        const int side = scaled(16);
        painter->drawPixmap(row.left() + scaled(10), row.top() + (row.height() - side) / 2,
                            iconPixmap(index.data(IconRole).toString(), colour(Role::Muted, p),
                                       side, painter->device()->devicePixelRatioF()));
        const QString hint = index.data(HintRole).toString();
        const QFont small = fontOf(Size::Small);
        const int hintWidth = QFontMetrics(small).horizontalAdvance(hint);
        QRect words = row.adjusted(scaled(38), 0, -scaled(12), 0);
        painter->setFont(small);
        painter->setPen(colour(Role::Muted, p));
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, hint);
        words.setRight(words.right() - hintWidth - scaled(12));
        painter->setFont(fontOf(Size::Body));
        painter->setPen(colour(Role::Text, p));
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(painter->font())
                              .elidedText(index.data().toString(), Qt::ElideMiddle, words.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(Context &context, QWidget *window)
    : QFrame(window)
    , m_context(context)
    , m_window(window)
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Command palette"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, scaled(8));
    column->setSpacing(0);
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("palette.field"));
    m_field->setAccessibleName(tr("What to do or to open"));
    m_field->setFrame(false);
    m_field->setFont(fontOf(Size::Section));
    m_field->setFixedHeight(scaled(52));
    m_field->setTextMargins(scaled(8), 0, scaled(8), 0);
    m_field->addAction(icon(QStringLiteral("search"), Role::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    QPalette clear = m_field->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_field->setPalette(clear);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setAccessibleName(tr("Matches"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new Rows(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->viewport()->setAutoFillBackground(false);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(scaled(32));
    shadow->setOffset(0, scaled(8));
    shadow->setColor(QColor(0, 0, 0, 90));
    setGraphicsEffect(shadow);
    hide();

    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { run(m_list->row(item)); });
    connect(&context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        if (touched.kind == u"mailbox" || touched.kind == u"service")
            m_namesStale = true;
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && !isAncestorOf(now) && now->window() == m_window)
            close();
    });
    m_window->installEventFilter(this);
}

void CommandPalette::open(Mode mode)
{
    m_mode = mode;
    m_focusBefore = QApplication::focusWidget();
    m_field->setPlaceholderText(mode == Mode::Addresses
                                    ? tr("Search all addresses of all services")
                                    : tr("Type an action, a page or an address"));
    {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
    }
    if (m_namesStale)
        buildNames();
    fill();
    place();
    show();
    raise();
    m_field->setFocus();
}

void CommandPalette::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus();
}

void CommandPalette::place()
{
    const int width = qMin(m_window->width() - grid(4), scaled(640));
    const int rows = qBound(1, int(m_items.size()), 10);
    const int height = scaled(62) + rows * scaled(36);
    setGeometry((m_window->width() - width) / 2, qMax(grid(2), m_window->height() / 8), width,
                qMin(height, m_window->height() - grid(4)));
}

QStringList CommandPalette::recent() const
{
    return m_context.settings.value(recentName).toStringList();
}

void CommandPalette::fill()
{
    const QString typed = m_field->text().trimmed();
    QList<Item> items;
    if (m_mode == Mode::Everything) {
        addActions(typed, items);
        addPages(typed, items);
    }
    const QStringList latest = recent();
    for (Item &item : items)
        if (const auto at = latest.indexOf(item.id); at >= 0)
            item.score += typed.isEmpty() ? 1000 - int(at) : 12 - int(at);
    std::stable_sort(items.begin(), items.end(),
                     [](const Item &a, const Item &b) { return a.score > b.score; });
    if (m_mode == Mode::Addresses || typed.size() >= 2)
        addAddresses(typed, items);
    m_items = items;

    m_list->clear();
    for (const Item &item : qAsConst(m_items)) {
        auto *row = new QListWidgetItem(item.text, m_list);
        row->setData(HintRole, item.hint);
        row->setData(IconRole, item.icon);
        row->setData(Qt::AccessibleTextRole,
                     item.hint.isEmpty() ? item.text : tr("%1, %2").arg(item.text, item.hint));
    }
    if (m_items.isEmpty()) {
        auto *row = new QListWidgetItem(
            m_building ? tr("The addresses are being read") : tr("Nothing matches"), m_list);
        row->setData(IconRole, QStringLiteral("info"));
        row->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
    place();
}

void CommandPalette::addActions(const QString &typed, QList<Item> &items) const
{
    for (QAction *action : m_context.actions.all()) {
        if (!action->isEnabled() || !action->isVisible() ||
            action->objectName() == u"app.palette" ||
            action->objectName().startsWith(u"go.page.")) // those stand among the pages
            continue;
        // A page's actions are offered while it is shown.
        if (const auto *owner = qobject_cast<QWidget *>(action->parent());
            owner && !owner->isVisible())
            continue;
        QString text = action->text();
        text.remove(u'&');
        const int score = fuzzyScore(typed, text);
        if (score == 0)
            continue;
        QString name = action->property("iconName").toString();
        if (name.isEmpty())
            name = QStringLiteral("zap");
        items.append({action->objectName(),
                      text,
                      action->shortcut().toString(QKeySequence::NativeText),
                      name,
                      score,
                      action,
                      {}});
    }
}

void CommandPalette::addPages(const QString &typed, QList<Item> &items) const
{
    for (const PageKind &kind : pageKinds())
        if (const int score = kind.isOverall ? fuzzyScore(typed, kind.title) : 0)
            items.append({QStringLiteral("page/%1").arg(kind.id), kind.title, tr("All services"),
                          kind.icon, score, nullptr, Place{kind.id, {}, {}, {}}});
    for (const mail::Account &account : m_context.accounts.list())
        for (const mail::Service &service : m_context.cache.services(account.id))
            for (const PageKind &kind : pageKinds()) {
                if (!kind.inNavigation || kind.isOverall)
                    continue;
                const Place place{kind.id, {account.id, service.id}, {}, {}};
                QString hint = serviceName(m_context.accounts, m_context.cache, place.scope);
                const int score = fuzzyScore(typed, kind.title + u' ' + hint);
                if (score == 0)
                    continue;
                const QAction *keys =
                    m_context.actions.action(QStringLiteral("go.page.") + kind.id);
                if (keys && place.scope == m_context.navigator.current().scope)
                    hint +=
                        QStringLiteral("   ") + keys->shortcut().toString(QKeySequence::NativeText);
                items.append(
                    {QStringLiteral("page/%1/%2/%3").arg(kind.id, account.id).arg(service.id),
                     kind.title, hint, kind.icon, score, nullptr, place});
            }
}

void CommandPalette::addAddresses(const QString &typed, QList<Item> &items) const
{
    if (!m_names)
        return;
    const auto found = m_names->index.find(typed, Progress());
    for (size_t i = 0; i < found.size() && i < size_t(mostAddresses); ++i) {
        const qint64 row = m_names->index.row(qsizetype(found[i]));
        const store::Scope scope = m_names->scopes.value(int(row >> scopeShift));
        const auto rows = m_context.cache.mailboxes(scope, {row & ((qint64(1) << scopeShift) - 1)});
        if (rows.isEmpty())
            continue;
        const mail::Mailbox &mailbox = rows.first();
        QStringList hints{mailbox.note.value_or(QString())};
        if (const auto account = m_context.accounts.account(scope.account);
            account && isDomainShared(m_context.accounts, m_context.cache, scope))
            hints.append(account->name);
        hints.removeAll(QString());
        items.append({QStringLiteral("address/%1").arg(mailbox.address),
                      mailbox.addressIdn.isEmpty() ? mailbox.address : mailbox.addressIdn,
                      hints.join(QStringLiteral(" · ")),
                      QStringLiteral("mail"),
                      0,
                      nullptr,
                      {QStringLiteral("address"), scope, mailbox.name, {}}});
    }
}

void CommandPalette::buildNames()
{
    if (m_building)
        return;
    m_building = true;
    m_namesStale = false;
    QList<store::Scope> scopes;
    for (const mail::Account &account : m_context.accounts.list())
        for (const mail::Service &service : m_context.cache.services(account.id))
            scopes.append({account.id, service.id});
    m_context.jobs.run(
        tr("Read the names of all addresses"), {{}, true},
        [&cache = m_context.cache,
         scopes](Progress &progress) -> Result<std::shared_ptr<const Names>> {
            auto names = std::make_shared<Names>();
            names->scopes = scopes;
            for (int i = 0; i < scopes.size(); ++i) {
                const auto read = cache.eachMailbox(scopes.at(i), QStringLiteral("address"), false,
                                                    [&](const store::Listed &mailbox) {
                                                        names->index.append(
                                                            mailbox.row | (qint64(i) << scopeShift),
                                                            mailbox.address + u' ' + mailbox.extra);
                                                        return !progress.cancelled();
                                                    });
                if (!read)
                    return read.error();
            }
            return std::shared_ptr<const Names>(names);
        },
        this,
        [this](const Result<std::shared_ptr<const Names>> &names) {
            m_building = false;
            if (names)
                m_names = *names;
            if (isVisible())
                fill();
        });
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_items.size())
        return;
    const Item item = m_items.at(row);
    QStringList latest = recent();
    latest.removeAll(item.id);
    latest.prepend(item.id);
    m_context.settings.setValue(recentName, QStringList(latest.mid(0, mostRecent)));
    close();
    if (item.action)
        item.action->trigger();
    else if (!item.place.page.isEmpty())
        m_context.navigator.go(item.place);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window) {
        if (isVisible() && event->type() == QEvent::Resize)
            place();
        else if (isVisible() && event->type() == QEvent::MouseButtonPress)
            close();
        return false;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int rows = m_list->count();
        const int row = m_list->currentRow();
        switch (key->key()) {
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run(row);
            return true;
        case Qt::Key_Down:
            m_list->setCurrentRow(rows ? (row + 1) % rows : -1);
            return true;
        case Qt::Key_Up:
            m_list->setCurrentRow(rows ? (row + rows - 1) % rows : -1);
            return true;
        case Qt::Key_PageDown:
            m_list->setCurrentRow(qMin(rows - 1, row + 8));
            return true;
        case Qt::Key_PageUp:
            m_list->setCurrentRow(qMax(0, row - 8));
            return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true; // stays in the field
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour(isDark(palette()) ? Role::Outline : Role::Line, palette()));
    painter.setBrush(colour(Role::Raised, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), scaled(10), scaled(10));
    painter.setPen(colour(Role::Line, palette()));
    painter.drawLine(1, m_field->geometry().bottom(), width() - 2, m_field->geometry().bottom());
}

} // namespace ui
