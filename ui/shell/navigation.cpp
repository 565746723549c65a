// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/pages/page.h"
#include "ui/shell/accounts.h"
#include "ui/shell/messages.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/strokes.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

enum ItemRole
{
    KindRole = Qt::UserRole, // "account", "service", "page"
    AccountRole,
    ServiceRole,
    PageRole,
    IconRole,
    StateIconRole, // of an account
    StateTintRole
};

class Rows final : public QStyledItemDelegate
{
public:
    explicit Rows(Navigation *tree)
        : QStyledItemDelegate(tree)
        , m_tree(tree)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = index.data(KindRole).toString() == u"account";
        return {scaled(40), scaled(heading ? 36 : 32)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const QPalette &p = m_tree->palette();
        const QString kind = index.data(KindRole).toString();
        const bool chosen = option.state & QStyle::State_Selected;
        const bool over = option.state & QStyle::State_MouseOver;
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row(scaled(8), option.rect.top() + 1, m_tree->viewport()->width() - scaled(16),
                        option.rect.height() - 2);
        if (chosen || over) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(chosen ? Role::AccentSoft : Role::Hover, p));
            painter->drawRoundedRect(row, scaled(6), scaled(6));
        }
        if (m_tree->hasFocus() && m_tree->currentIndex() == index &&
            m_tree->property("keyboard").toBool())
            drawFocusRing(painter, row, scaled(6), p);

        const int side = scaled(16);
        const int depth = kind == u"page" ? 2 : kind == u"service" ? 1 : 0;
        int x = m_tree->isNarrow() ? row.center().x() - side / 2
                                   : row.left() + scaled(8) + (depth == 2 ? scaled(12) : 0);
        const QString state = index.data(StateIconRole).toString();
        const Role tint = chosen ? Role::Accent : Role::Muted;
        painter->drawPixmap(
            x, row.top() + (row.height() - side) / 2,
            iconPixmap(index.data(IconRole).toString(), colour(tint, p), side, ratio));
        if (m_tree->isNarrow() && !state.isEmpty()) {
            const int disc = scaled(14);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(chosen ? Role::AccentSoft : Role::Window, p));
            painter->drawEllipse(x + scaled(8), row.top() + row.height() / 2, disc, disc);
            painter->drawPixmap(x + scaled(9) + 1, row.top() + row.height() / 2 + scaled(1),
                                iconPixmap(state,
                                           colour(Role(index.data(StateTintRole).toInt()), p),
                                           scaled(11), ratio));
        }
        if (!m_tree->isNarrow()) {
            int right = row.right() - scaled(8);
            if (!state.isEmpty()) {
                const int small = scaled(14);
                painter->drawPixmap(right - small, row.top() + (row.height() - small) / 2,
                                    iconPixmap(state,
                                               colour(Role(index.data(StateTintRole).toInt()), p),
                                               small, ratio));
                right -= small + scaled(6);
            }
            x += side + scaled(10);
            QFont font = fontOf(kind == u"account" ? Size::Small : Size::Body,
                                kind == u"account"   ? QFont::DemiBold
                                : kind == u"service" ? QFont::Medium
                                : chosen             ? QFont::Medium
                                                     : QFont::Normal);
            painter->setFont(font);
            painter->setPen(colour(kind == u"account" ? Role::Muted : Role::Text, p));
            const QFontMetrics metrics(font);
            painter->drawText(
                QRect(x, row.top(), right - x, row.height()),
                Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                metrics.elidedText(index.data().toString(), Qt::ElideMiddle, right - x));
        }
        painter->restore();
    }

private:
    Navigation *m_tree;
};

QTreeWidgetItem *made(const QString &kind, const QString &text, const QString &iconName)
{
    auto *item = new QTreeWidgetItem({text});
    item->setData(0, KindRole, kind);
    item->setData(0, IconRole, iconName);
    item->setToolTip(0, text);
    item->setData(0, Qt::AccessibleTextRole, text);
    return item;
}

QString accountIcon(mail::AccountKind kind)
{
    switch (kind) {
    case mail::AccountKind::Local:
        return QStringLiteral("house");
    case mail::AccountKind::Infomaniak:
        return QStringLiteral("cloud");
    case mail::AccountKind::Server:
        break;
    }
    return QStringLiteral("server");
}

} // namespace

Navigation::Navigation(Context &context, QWidget *parent)
    : QTreeWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Navigation"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setIndentation(0);
    setRootIsDecorated(false);
    setExpandsOnDoubleClick(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setItemDelegate(new Rows(this));
    viewport()->setAutoFillBackground(false);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        setProperty("keyboard", false);
        open(item);
    });
    connect(&context.accounts, &Accounts::listChanged, this, &Navigation::rebuild);
    connect(&context.accounts, &Accounts::connectionChanged, this, &Navigation::tellConnection);
    connect(&context.cache, &store::Cache::changed, this, [this](const store::Touched &touched) {
        if (touched.kind == u"service" && told() != m_told) // else but its counts
            rebuild();
    });
    rebuild();
}

// What is written in the tree.
QStringList Navigation::told() const
{
    QStringList told;
    for (const mail::Account &account : m_context.accounts.list()) {
        told << account.id << account.name;
        for (const mail::Service &service : m_context.cache.services(account.id))
            told << QString::number(service.id) << service.domainIdn << service.domain
                 << service.name;
    }
    return told;
}

void Navigation::rebuild()
{
    m_told = told();
    const QSignalBlocker quiet(this);
    clear();
    for (const PageKind &kind : pageKinds()) {
        if (!kind.isOverall || m_context.accounts.list().isEmpty())
            continue;
        auto *item = made(QStringLiteral("overall"), kind.title, kind.icon);
        item->setData(0, PageRole, kind.id);
        addTopLevelItem(item);
    }
    for (const mail::Account &account : m_context.accounts.list()) {
        auto *top = made(QStringLiteral("account"), account.name, accountIcon(account.kind));
        top->setData(0, AccountRole, account.id);
        addTopLevelItem(top);
        for (const mail::Service &service : m_context.cache.services(account.id)) {
            const QString domain = service.domainIdn.isEmpty() ? service.domain : service.domainIdn;
            auto *middle = made(QStringLiteral("service"), domain.isEmpty() ? service.name : domain,
                                QStringLiteral("globe"));
            if (!service.name.isEmpty() && service.name != domain)
                middle->setToolTip(0, QStringLiteral("%1\n%2").arg(domain, service.name));
            middle->setData(0, AccountRole, account.id);
            middle->setData(0, ServiceRole, service.id);
            top->addChild(middle);
            for (const PageKind &kind : pageKinds()) {
                if (!kind.inNavigation || kind.isOverall)
                    continue;
                auto *leaf = made(QStringLiteral("page"), kind.title, kind.icon);
                leaf->setData(0, AccountRole, account.id);
                leaf->setData(0, ServiceRole, service.id);
                leaf->setData(0, PageRole, kind.id);
                middle->addChild(leaf);
            }
        }
        tellConnection(account.id);
    }
    expandAll();
    show(m_shown);
}

void Navigation::tellConnection(const QString &account)
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = topLevelItem(i);
        if (item->data(0, AccountRole).toString() != account)
            continue;
        QString name;
        Role tint = Role::Muted;
        QString words;
        switch (m_context.accounts.connection(account)) {
        case Accounts::Connection::Online:
            name = QStringLiteral("circle-check");
            tint = Role::Good;
            words = tr("Online");
            break;
        case Accounts::Connection::Offline:
            name = QStringLiteral("cloud-off");
            tint = Role::Warning;
            words = tr("Offline: what is shown is what was last known");
            break;
        case Accounts::Connection::Refused:
            name = QStringLiteral("lock");
            tint = Role::Bad;
            words = sentenceFor(m_context.accounts.lastError(account)).text;
            break;
        case Accounts::Connection::Unknown:
            name = QStringLiteral("ellipsis");
            words = tr("Connecting");
            break;
        }
        item->setData(0, StateIconRole, name);
        item->setData(0, StateTintRole, int(tint));
        item->setToolTip(0, tr("%1: %2").arg(item->text(0), words));
        item->setData(0, Qt::AccessibleTextRole, item->toolTip(0));
    }
    viewport()->update();
}

void Navigation::setNarrow(bool narrow)
{
    m_narrow = narrow;
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void Navigation::show(const Place &place)
{
    m_shown = place;
    QString page = place.page;
    for (const PageKind &kind : pageKinds())
        if (kind.id == page && !kind.inNavigation)
            page = QStringLiteral("addresses"); // one address is looked at from its table
    QTreeWidgetItemIterator it(this);
    for (; *it; ++it) {
        QTreeWidgetItem *item = *it;
        const QString itemKind = item->data(0, KindRole).toString();
        if ((itemKind == u"page" || itemKind == u"overall") &&
            item->data(0, PageRole).toString() == page &&
            item->data(0, AccountRole).toString() == place.scope.account &&
            item->data(0, ServiceRole).toLongLong() == place.scope.service) {
            setCurrentItem(item);
            return;
        }
    }
    clearSelection();
}

std::optional<Place> Navigation::firstPlace() const
{
    for (const mail::Account &account : m_context.accounts.list())
        for (const mail::Service &service : m_context.cache.services(account.id)) {
            const auto pages = pagesOf({account.id, service.id});
            if (!pages.isEmpty())
                return pages.first();
        }
    return {};
}

QList<Place> Navigation::pagesOf(const store::Scope &scope) const
{
    QList<Place> places;
    for (const PageKind &kind : pageKinds())
        if (kind.inNavigation && !kind.isOverall)
            places.append({kind.id, scope, {}, {}});
    return places;
}

void Navigation::open(QTreeWidgetItem *item)
{
    if (!item)
        return;
    const store::Scope scope{item->data(0, AccountRole).toString(),
                             item->data(0, ServiceRole).toLongLong()};
    const QString kind = item->data(0, KindRole).toString();
    if (kind == u"page" || kind == u"overall") {
        m_context.navigator.go({item->data(0, PageRole).toString(), scope, {}, {}});
    } else if (kind == u"service") {
        if (const auto pages = pagesOf(scope); !pages.isEmpty())
            m_context.navigator.go(pages.first());
    } else if (item->childCount() > 0) {
        open(item->child(0));
    } else {
        m_context.accounts.refresh(scope.account);
    }
}

void Navigation::keyPressEvent(QKeyEvent *event)
{
    setProperty("keyboard", true);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
        event->key() == Qt::Key_Space) {
        open(currentItem());
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void Navigation::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

void Navigation::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace ui
