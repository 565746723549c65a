// SPDX-License-Identifier: GPL-3.0-or-later
// A whole desktop without its window frame, for stories: store, journal and settings in a folder
// that outlives it, the far side behind a Line, pages shown as the navigator goes. Destroying a
// Desk and making another in the same folder is a restart.
#pragma once

#include "tests/ui/line.h"

#include "app/wire/dns/zoneresolver.h"

#include "ui/context.h"
#include "ui/pages/page.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/shell/navigator.h"

#include <QTest>
#include <QWidget>

#include <functional>
#include <memory>
class Desk
{
public:
    using Far = std::function<std::shared_ptr<backend::Backend>(const mail::Account &)>;

    // `far` makes the backend of the account; the state of the line is the test's, so that it may
    // be cut before.
    Desk(const QString &folder, const Far &far, std::shared_ptr<Line::State> line);
    ~Desk();

    // Signs in and waits until the addresses of the first service are read (or cannot be).
    bool signIn();
    store::Scope scope() const;

    ui::Context &context() { return *m_context; }
    ui::Page *page() const { return m_page; }
    ui::Page *go(const QString &page, const QString &address = {}, const QString &tab = {});
    QWidget *window() { return &m_window; }
    QStringList said() const { return m_said; }           // by the message bar, newest last
    bool undoSaid();                                      // presses the Undo of the last message
    QString offered() const { return m_last.actionText; } // by the last message

    // Any visible widget of the program by its objectName, in dialogs too.
    template <class W = QWidget>
    W *find(const QString &name) const
    {
        return qobject_cast<W *>(findWidget(name));
    }
    bool waitFor(const QString &name) const;
    bool isIdle() const { return m_jobs->isIdle(); }
    // What DNS tells; in the beginning there is no name at all. Null: as the window asks it.
    std::shared_ptr<wire::Resolver> dns = std::make_shared<wire::ZoneResolver>();

private:
    QWidget *findWidget(const QString &name) const;
    void show(const ui::Place &place);

    std::shared_ptr<Line::State> m_line;
    SystemClock m_clock;
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<store::Looks> m_looks;
    std::unique_ptr<store::Settings> m_settings;
    store::MemorySecrets m_secrets;
    std::unique_ptr<ui::Accounts> m_accounts;
    std::unique_ptr<ui::Messages> m_messages;
    std::unique_ptr<ui::Changes> m_changes;
    std::unique_ptr<ui::Navigator> m_navigator;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::Context> m_context;
    QWidget m_window;
    ui::Page *m_page = nullptr;
    QStringList m_said;
    ui::Messages::Message m_last;
};
