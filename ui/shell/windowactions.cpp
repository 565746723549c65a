// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of the window, for menus, shortcuts and the palette, and its menu.
#include "ui/shell/mainwindow.h"

#include "ui/pages/page.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/keys.h"
#include "ui/shell/messages.h"
#include "ui/shell/navigation.h"
#include "ui/shell/palette.h"
#include "ui/shell/scheme.h"
#include "ui/widgets/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QPointer>

namespace ui {

QAction *MainWindow::action(const QString &id, const QString &text, const QString &iconName,
                            const QKeySequence &keys, std::function<void()> run)
{
    QAction *made = m_context.actions.add(id, text, iconName, keys, this);
    connect(made, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return made;
}

void MainWindow::addActions()
{
    using Mode = CommandPalette::Mode;
    action(QStringLiteral("app.palette"), tr("Command palette"), QStringLiteral("command"),
           Qt::CTRL | Qt::Key_K, [this] { m_palette->open(Mode::Everything); });
    action(QStringLiteral("app.searchEverywhere"), tr("Search everywhere"),
           QStringLiteral("search"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
           [this] { m_palette->open(Mode::Addresses); });
    auto *filter = action(QStringLiteral("page.filter"), tr("Filter this page"),
                          QStringLiteral("list-filter"), Qt::CTRL | Qt::Key_F, [this] {
                              if (Page *page = currentPage())
                                  page->focusFilter();
                          });
    filter->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    action(QStringLiteral("page.refresh"), tr("Refresh"), QStringLiteral("refresh-cw"), Qt::Key_F5,
           [this] {
               if (Page *page = currentPage())
                   page->refresh();
               else
                   m_context.accounts.start();
           });
    action(QStringLiteral("go.back"), tr("Back"), QStringLiteral("arrow-left"),
           Qt::ALT | Qt::Key_Left, [this] { m_context.navigator.back(); });
    action(QStringLiteral("go.forward"), tr("Forward"), QStringLiteral("arrow-right"),
           Qt::ALT | Qt::Key_Right, [this] { m_context.navigator.forward(); });
    int number = 1;
    for (const PageKind &kind : pageKinds()) {
        if (!kind.inNavigation || number > 9)
            continue;
        action(QStringLiteral("go.page.%1").arg(kind.id), tr("Go to %1").arg(kind.title), kind.icon,
               QKeySequence(int(Qt::ALT) | (Qt::Key_0 + number++)),
               [this, id = kind.id, isOverall = kind.isOverall] {
                   if (isOverall)
                       m_context.navigator.go({id, {}, {}, {}});
                   else if (scope().service)
                       m_context.navigator.go({id, scope(), {}, {}});
               });
    }
    action(QStringLiteral("changes.undo"), tr("Undo the last change"), QStringLiteral("undo-2"),
           Qt::CTRL | Qt::Key_Z, [this] { m_context.changes.undoLast(scope().account, this); });
    action(QStringLiteral("changes.review"), tr("Review staged changes"),
           QStringLiteral("list-checks"), Qt::CTRL | Qt::SHIFT | Qt::Key_R,
           [this] { m_context.changes.reviewStaged(scope(), this); });
    action(QStringLiteral("changes.apply"), tr("Apply staged changes"), QStringLiteral("check"),
           Qt::CTRL | Qt::Key_S, [this] { m_context.changes.reviewStaged(scope(), this); });
    action(QStringLiteral("changes.discard"), tr("Discard staged changes…"),
           QStringLiteral("trash-2"), {}, [this] {
               const int count = m_context.changes.stagedCount(scope());
               if (count == 0)
                   return;
               m_context.messages.ask(this, tr("Discard %Ln staged change(s)?", nullptr, count),
                                      tr("They were not applied. This cannot be undone."),
                                      tr("Discard"),
                                      [this] { m_context.changes.discardStaged(scope()); });
           });
    action(QStringLiteral("view.navigation"), tr("Narrow navigation"), QStringLiteral("panel-left"),
           Qt::CTRL | Qt::Key_B, [this] { setNarrow(!m_navigation->isNarrow()); });
    auto *themes = new QActionGroup(this);
    const auto theme = [&](const QString &id, const QString &text, const QString &name,
                           store::Settings::Theme value) {
        QAction *made = action(id, text, name, {}, [this, value] { m_scheme.setTheme(value); });
        made->setCheckable(true);
        made->setChecked(m_scheme.theme() == value);
        themes->addAction(made);
    };
    theme(QStringLiteral("view.theme.system"), tr("Theme: as the system"),
          QStringLiteral("sun-moon"), store::Settings::Theme::System);
    theme(QStringLiteral("view.theme.light"), tr("Theme: light"), QStringLiteral("sun"),
          store::Settings::Theme::Light);
    theme(QStringLiteral("view.theme.dark"), tr("Theme: dark"), QStringLiteral("moon"),
          store::Settings::Theme::Dark);
    QAction *dense =
        action(QStringLiteral("view.dense"), tr("Dense rows"), QStringLiteral("rows-3"), {},
               [this] { setDense(!m_context.settings.isDense()); });
    dense->setCheckable(true);
    dense->setChecked(m_context.settings.isDense());
    action(QStringLiteral("account.add"), tr("Add an account…"), QStringLiteral("plus"), {},
           [this] { begin(false); });
    action(QStringLiteral("account.token"), tr("Enter a new token…"), QStringLiteral("key-round"),
           {}, [this] { askToken(); });
    action(QStringLiteral("account.remove"), tr("Remove this account…"), QStringLiteral("log-out"),
           {}, [this] {
               const auto account = m_context.accounts.account(scope().account);
               if (!account)
                   return;
               QString text = tr("Its token and what was read from it are removed from this "
                                 "computer. Addresses and mail stay where they are.");
               if (const int staged = m_context.journal.stagedCount(account->id))
                   text += u' ' + tr("%Ln staged change(s) that were not applied are discarded. "
                                     "This cannot be undone.",
                                     nullptr, staged);
               m_context.messages.ask(this, tr("Remove the account %1?").arg(account->name), text,
                                      tr("Remove"), [this, id = account->id] {
                                          m_context.changes.discardStaged(
                                              id, [window = QPointer<MainWindow>(this), id] {
                                                  if (window)
                                                      window->forget(id);
                                              });
                                      });
           });
    action(QStringLiteral("app.keys"), tr("Show all keys"), QStringLiteral("keyboard"),
           QKeySequence(Qt::Key_Question), [this] {
               auto *dialog = new KeysDialog(m_context.actions, this);
               dialog->open();
           });
    action(QStringLiteral("app.quit"), tr("Quit"), QStringLiteral("power"), QKeySequence::Quit,
           [this] { close(); });
}

QMenu *MainWindow::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("menu"));
    menu->setToolTipsVisible(true);
    const auto add = [this, menu](std::initializer_list<const char *> ids) {
        for (const char *id : ids)
            if (QAction *known = m_context.actions.action(QLatin1String(id)))
                menu->addAction(known);
        menu->addSeparator();
    };
    // Made anew each time it opens, so that the page's own actions stand in it.
    connect(menu, &QMenu::aboutToShow, this, [this, menu, add] {
        menu->clear();
        add({"app.palette", "app.searchEverywhere", "page.filter", "page.refresh"});
        if (Page *page = currentPage()) {
            for (QAction *own : page->actions())
                if (own->isVisible())
                    menu->addAction(own);
            menu->addSeparator();
        }
        add({"go.back", "go.forward"});
        add({"changes.undo", "changes.apply", "changes.review", "changes.discard"});
        add({"view.navigation", "view.dense", "view.theme.system", "view.theme.light",
             "view.theme.dark"});
        add({"account.add", "account.token", "account.remove"});
        add({"app.keys", "app.quit"});
    });
    return menu;
}

} // namespace ui
