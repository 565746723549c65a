// SPDX-License-Identifier: GPL-3.0-or-later
// The frame: navigation and job tray on the left, the page with its message bar in the middle, the
// bar of staged changes below. Decides nothing: the navigator says where to go, the pages what to
// show.
#pragma once

#include "ui/context.h"
#include "ui/shell/firststart.h"
#include "ui/shell/navigator.h"

#include <QHash>
#include <QMainWindow>

class QMenu;
class QStackedWidget;
class QToolButton;

namespace ui {

class BulkBar;
class CommandPalette;
class JobTray;
class MessageBar;
class Navigation;
class Page;
class Scheme;
class StagedBar;
class StatePanel;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Context &context, Scheme &scheme, LocalHosts &hosts, FirstStart::Test test,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    Page *currentPage() const;
    void openHost(const QString &directory); // starts it, and says so meanwhile

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void addActions();
    QAction *action(const QString &id, const QString &text, const QString &icon,
                    const QKeySequence &keys, std::function<void()> run);
    QMenu *makeMenu();
    void go(const Place &place);
    void goSomewhere();
    void begin(bool isFirst);
    void showStart();
    void tellStaged();
    void tellTitle();
    void setNarrow(bool narrow); // as the user wants it; a small window is narrow by itself
    void showSide();
    void setDense(bool dense);
    void askToken();
    void forget(const QString &account);
    store::Scope scope() const;

    Context &m_context;
    Scheme &m_scheme;
    LocalHosts &m_hosts;
    FirstStart::Test m_test;
    QWidget *m_side = nullptr;
    Navigation *m_navigation = nullptr;
    JobTray *m_tray = nullptr;
    QToolButton *m_menuButton = nullptr;
    QWidget *m_brand = nullptr;
    MessageBar *m_bar = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatePanel *m_waiting = nullptr;
    StagedBar *m_staged = nullptr;
    FirstStart *m_start = nullptr;
    CommandPalette *m_palette = nullptr;
    QHash<QString, Page *> m_pages;
    QHash<QString, QByteArray> m_states;
    bool m_isNarrow = false;
    QString m_newcomer; // an account that was added and is gone to as soon as it tells its services
    bool m_closesAnyway = false;  // asked for while changes are being applied
    bool m_hasSaidFailed = false; // that a host could not start, since one was ready
    bool m_isWideAnyway = false;  // said in a small window, for as long as it is small
};

} // namespace ui
