// SPDX-License-Identifier: GPL-3.0-or-later
// Hands on what the mail servers report, in a thread of its own: a slow listener never holds up
// their log.
#pragma once

#include "server/host/host.h"

#include <QSet>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace host {

// Thread-safe.
class Reports
{
public:
    Reports() = default;
    ~Reports(); // stop()
    Reports(const Reports &) = delete;
    Reports &operator=(const Reports &) = delete;

    void start();
    void stop(); // what still waits is dropped

    void login(const Login &login);
    void activity(const QString &address);

    // When these return, no call of the listener before is under way: it may go. Not from a
    // listener.
    void onLogin(std::function<void(const Login &)> listener);
    void onActivity(std::function<void(const QString &)> listener);

private:
    void deliver();

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_change;
    QList<Login> m_logins;
    QSet<QString> m_active;
    std::function<void(const Login &)> m_loginListener;
    std::function<void(const QString &)> m_activityListener;
    bool m_isDelivering = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace host
