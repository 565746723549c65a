// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program in its window, around one account whose far side the test brings.
#pragma once

#include "app/wire/dns/zoneresolver.h"
#include "ui/pages/page.h"
#include "ui/shell/accounts.h"
#include "ui/shell/actions.h"
#include "ui/shell/changes.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messages.h"
#include "ui/shell/navigator.h"
#include "ui/shell/scheme.h"

#include <QApplication>
#include <QTest>

#include <memory>

// The whole program around one account, in a folder that outlives it.
struct Program
{
    // `make` gives the far side of the account and of its token; its me() is the test of a token.
    // Without a token nobody is signed in.
    Program(const QString &folder, const ui::Accounts::MakeBackend &make,
            const Secret &token = Secret(QByteArray("t")))
        : settings(folder + QStringLiteral("/settings.ini"))
        , scheme(*qApp, settings)
        , cache(folder + QStringLiteral("/cache.db"))
        , journal(folder + QStringLiteral("/journal.db"))
        , looks(folder + QStringLiteral("/looks.db"))
    {
        opened = cache.open().has_value() && journal.open().has_value() && looks.open().has_value();
        mail::Account account;
        account.id = QStringLiteral("a1");
        account.kind = mail::AccountKind::Server;
        account.name = QStringLiteral("Test");
        account.url = QStringLiteral("http://127.0.0.1");
        if (!token.isEmpty()) {
            settings.setAccounts({account});
            opened = opened && secrets.write(account.secretKey(), token).has_value();
        }
        accounts = std::make_unique<ui::Accounts>(jobs, cache, settings, secrets, clock, make);
        changes = std::make_unique<ui::Changes>(jobs, cache, journal, *accounts, messages);
        context = std::make_unique<ui::Context>(ui::Context{
            jobs, cache, journal, looks, settings, secrets, clock, *accounts, *changes, navigator,
            messages, actions, [this](const QList<mail::Capabilities> &) -> work::MakeDns {
                return [resolver = dns]() -> Result<work::Dns> {
                    return work::Dns{resolver, {}, {}};
                };
            }});
        const auto ask = [make](const mail::Account &who, const Secret &typed, Progress &progress) {
            auto answer = make(who, typed)->me(progress);
            if (!answer && answer.error().kind == Error::Kind::Unauthorized) {
                Error refused = answer.error();
                refused.code = QStringLiteral("token"); // as backend::testConnection() says it
                return Result<mail::User>(refused);
            }
            return answer;
        };
        hosts = std::make_unique<ui::LocalHosts>(*accounts, jobs, ask, QStringLiteral("/nowhere"));
        window = std::make_unique<ui::MainWindow>(*context, scheme, *hosts, ask);
        window->resize(1100, 700);
        window->show();
        accounts->start();
    }
    ~Program()
    {
        window.reset();
        hosts.reset();
        jobs.cancelAll();
    }

    bool isThere()
    {
        return QTest::qWaitFor([this] { return window->currentPage() && jobs.isIdle(); }, 10'000);
    }
    template <class W = QWidget>
    W *find(const QString &name)
    {
        return window->findChild<W *>(name);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *at = QApplication::focusWidget();
        QTest::keyClick(at ? at : window.get(), Qt::Key(key), modifiers);
    }

    bool opened = false;
    // What DNS tells; in the beginning there is no name at all.
    std::shared_ptr<wire::Resolver> dns = std::make_shared<wire::ZoneResolver>();
    store::Settings settings;
    ui::Scheme scheme;
    store::Cache cache;
    store::Journal journal;
    store::Looks looks;
    store::MemorySecrets secrets;
    SystemClock clock;
    Jobs jobs;
    ui::Messages messages;
    ui::Navigator navigator;
    ui::Actions actions;
    std::unique_ptr<ui::Accounts> accounts;
    std::unique_ptr<ui::Changes> changes;
    std::unique_ptr<ui::Context> context;
    std::unique_ptr<ui::LocalHosts> hosts;
    std::unique_ptr<ui::MainWindow> window;
};
