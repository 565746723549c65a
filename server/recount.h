// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the sizes of mailboxes near the truth: where mail came or went they are counted again, many
// at once, each only so often, and in a thread of their own because nothing waits for them.
#pragma once

#include "app/base/result.h"
#include "server/db/database.h"
#include "server/host/host.h"
#include "server/pace.h"

#include <QHash>
#include <QSet>

#include <condition_variable>
#include <mutex>
#include <thread>

class Recount
{
public:
    Recount(db::Database &database, host::Host &host, Pace pace = {});
    ~Recount(); // stop()
    Recount(const Recount &) = delete;
    Recount &operator=(const Recount &) = delete;

    void start(); // with what was left when it stopped last
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    void work();
    QStringList due();
    void count(const QStringList &addresses);

    db::Database &m_database;
    host::Host &m_host;
    const Pace m_pace;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    QSet<QString> m_active;
    bool m_isStopping = false;
    std::thread m_worker;
    QHash<QString, Clock::time_point> m_counted; // the worker's own
};
