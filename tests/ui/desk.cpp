// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/pages/page.h"
#include "ui/pages/security/dnschoice.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QVBoxLayout>

Desk::Desk(const QString &folder, const Far &far, std::shared_ptr<Line::State> line)
    : m_line(std::move(line))
    , m_jobs(std::make_unique<Jobs>())
    , m_cache(std::make_unique<store::Cache>(QDir(folder).filePath(QStringLiteral("cache.db"))))
    , m_journal(
          std::make_unique<store::Journal>(QDir(folder).filePath(QStringLiteral("journal.db"))))
    , m_looks(std::make_unique<store::Looks>(QDir(folder).filePath(QStringLiteral("looks.db"))))
    , m_settings(
          std::make_unique<store::Settings>(QDir(folder).filePath(QStringLiteral("settings.ini"))))
{
    if (const auto open = m_cache->open(); !open)
        qFatal("cache: %s", qPrintable(open.error().detail));
    if (const auto open = m_journal->open(); !open)
        qFatal("journal: %s", qPrintable(open.error().detail));
    if (const auto open = m_looks->open(); !open)
        qFatal("looks: %s", qPrintable(open.error().detail));
    m_accounts =
        std::make_unique<ui::Accounts>(*m_jobs, *m_cache, *m_settings, m_secrets, m_clock,
                                       [this, far](const mail::Account &account, const Secret &) {
                                           return std::make_shared<Line>(far(account), m_line);
                                       });
    m_messages = std::make_unique<ui::Messages>();
    m_changes =
        std::make_unique<ui::Changes>(*m_jobs, *m_cache, *m_journal, *m_accounts, *m_messages);
    m_navigator = std::make_unique<ui::Navigator>();
    m_actions = std::make_unique<ui::Actions>();
    m_context = std::make_unique<ui::Context>(ui::Context{
        *m_jobs, *m_cache, *m_journal, *m_looks, *m_settings, m_secrets, m_clock, *m_accounts,
        *m_changes, *m_navigator, *m_messages, *m_actions,
        [this](const QList<mail::Capabilities> &services) -> work::MakeDns {
            if (!dns)
                return ui::dnsFor(*m_settings, services);
            return [resolver = dns]() -> Result<work::Dns> { return work::Dns{resolver, {}, {}}; };
        }});
    QObject::connect(m_messages.get(), &ui::Messages::said, &m_window,
                     [this](const ui::Messages::Message &message) {
                         m_last = message;
                         m_said.append(message.text);
                     });
    auto *column = new QVBoxLayout(&m_window);
    column->setContentsMargins(0, 0, 0, 0);
    m_window.resize(1200, 800);
    QObject::connect(m_navigator.get(), &ui::Navigator::went, &m_window,
                     [this](const ui::Place &place) { show(place); });
    m_window.show();
    m_window.activateWindow();
}

Desk::~Desk()
{
    m_jobs->cancelAll();
    (void)QTest::qWaitFor([this] { return m_jobs->isIdle(); }, 10000);
    delete m_page;
    m_page = nullptr;
}

void Desk::show(const ui::Place &place)
{
    if (m_page && m_page->place().page == place.page) {
        m_page->show(place);
        return;
    }
    // The click that leads away comes from the page that goes.
    if (m_page) {
        m_page->hide();
        m_window.layout()->removeWidget(m_page);
        m_page->deleteLater();
        m_page = nullptr;
    }
    for (const ui::PageKind &kind : ui::pageKinds())
        if (kind.id == place.page)
            m_page = kind.make(*m_context, place, &m_window);
    if (m_page)
        m_window.layout()->addWidget(m_page);
    if (m_page)
        m_page->setVisible(true);
}

bool Desk::signIn()
{
    if (m_settings->accounts().isEmpty()) {
        mail::Account account;
        account.id = QStringLiteral("b7c1c0de-0000-4000-8000-000000000001");
        account.kind = mail::AccountKind::Server;
        account.name = QStringLiteral("Test");
        account.url = QStringLiteral("http://127.0.0.1");
        m_accounts->add(account, Secret(QStringLiteral("token")));
    } else {
        (void)m_secrets.write(m_settings->accounts().first().secretKey(),
                              Secret(QStringLiteral("token")));
        m_accounts->start();
    }
    const auto known = [this] { return m_jobs->isIdle() && scope().service != 0; };
    if (!QTest::qWaitFor(known, 10000))
        return false;
    if (!m_line->isCut) {
        m_accounts->refreshMailboxes(scope());
        return QTest::qWaitFor(
            [this] { return m_jobs->isIdle() && m_cache->syncState(scope()).at.isValid(); }, 10000);
    }
    return true;
}

store::Scope Desk::scope() const
{
    const auto accounts = m_settings->accounts();
    if (accounts.isEmpty())
        return {};
    const auto services = m_cache->services(accounts.first().id);
    return {accounts.first().id, services.isEmpty() ? 0 : services.first().id};
}

ui::Page *Desk::go(const QString &page, const QString &address, const QString &tab)
{
    m_navigator->go({page, scope(), address, tab});
    (void)QTest::qWaitFor([this] { return m_jobs->isIdle(); }, 10000);
    return m_page;
}

bool Desk::undoSaid()
{
    if (!m_last.action)
        return false;
    m_last.action();
    return true;
}

QWidget *Desk::findWidget(const QString &name) const
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        if (top->objectName() == name)
            return top;
        for (QWidget *widget : top->findChildren<QWidget *>(name))
            if (widget->isVisible() && widget->window() == top)
                return widget;
    }
    return nullptr;
}

bool Desk::waitFor(const QString &name) const
{
    return QTest::qWaitFor([&] { return findWidget(name) != nullptr; }, 30000);
}
