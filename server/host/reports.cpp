// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/reports.h"

#include <utility>

namespace host {

namespace {

constexpr qsizetype mostWaitingLogins = 10000;

} // namespace

Reports::~Reports() { stop(); }

void Reports::start()
{
    m_isStopping = false;
    m_thread = std::thread([this] { deliver(); });
    pthread_setname_np(m_thread.native_handle(), "reports");
}

void Reports::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_change.notify_all();
    m_thread.join();
}

void Reports::login(const Login &login)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_logins.size() < mostWaitingLogins) // a date in a list; losing one is no harm
            m_logins.append(login);
    }
    m_change.notify_all();
}

void Reports::activity(const QString &address)
{
    {
        const std::lock_guard lock(m_mutex);
        m_active.insert(address);
    }
    m_change.notify_all();
}

void Reports::onLogin(std::function<void(const Login &)> listener)
{
    std::unique_lock lock(m_mutex);
    m_loginListener = std::move(listener);
    m_change.wait(lock, [this] { return !m_isDelivering; });
}

void Reports::onActivity(std::function<void(const QString &)> listener)
{
    std::unique_lock lock(m_mutex);
    m_activityListener = std::move(listener);
    m_change.wait(lock, [this] { return !m_isDelivering; });
}

void Reports::deliver()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_change.wait(
            lock, [this] { return m_isStopping || !m_logins.isEmpty() || !m_active.isEmpty(); });
        if (m_isStopping)
            return;
        const QList<Login> logins = std::exchange(m_logins, {});
        const QSet<QString> active = std::exchange(m_active, {});
        const auto loginListener = m_loginListener;
        const auto activityListener = m_activityListener;
        m_isDelivering = true;
        lock.unlock();
        if (loginListener)
            for (const Login &login : logins)
                loginListener(login);
        if (activityListener)
            for (const QString &address : active)
                activityListener(address);
        lock.lock();
        m_isDelivering = false;
        m_change.notify_all();
    }
}

} // namespace host
