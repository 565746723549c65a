// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the mail servers at what the tables say: after each commit it publishes the mailboxes that
// were touched and ends the sessions that may not go on; and everything once more when what was
// published got lost or damaged. Thread-safe.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "server/db/database.h"
#include "server/host/host.h"
#include "server/pace.h"

#include <QHash>

#include <condition_variable>
#include <mutex>
#include <thread>

class Projection
{
public:
    Projection(db::Database &database, host::Host &host, Pace pace = {});
    ~Projection(); // stop()
    Projection(const Projection &) = delete;
    Projection &operator=(const Projection &) = delete;

    // Publishes what the mail servers have missed, finishes what a crash interrupted, and begins
    // to listen for logins.
    Result<void> start();
    // Writes the logins that are still waiting.
    void stop();

    // Returns when the change of that sequence is in effect on the mail servers. On an error the
    // tables are ahead of them: it is tried again until it works, and the caller is told.
    Result<void> bringInto(qint64 sequence);

private:
    Result<void> catchUp();
    Result<void> publishMissing();
    Result<void> publishEverything();
    Result<void> publishSince(qint64 since);
    Result<void> finishRemovals();
    Result<void> cut();
    void cutUnpublished();
    void work();
    void mend(bool isBehind);
    void noteLogins();

    db::Database &m_database;
    host::Host &m_host;
    const Pace m_pace;

    std::mutex m_publishing; // one publisher at a time keeps the order of the feed
    qint64 m_cutUpTo = 0;    // guarded by it: the published change up to which sessions were ended

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    QHash<QPair<qint64, QString>, host::Login> m_logins; // the last of each device and service
    bool m_isBehind = false;
    bool m_isStopping = false;
    std::thread m_worker;
};
