// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the name server at what the tables say: a zone is published whole after each write, and
// again whenever the serial that is served is not the one of the tables. Apart from Projection, so
// that mail does not wait for a name server that is away. Thread-safe.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/host/zones.h"

#include <QHash>

#include <condition_variable>
#include <mutex>
#include <thread>

class ZoneProjection
{
public:
    ZoneProjection(db::Database &database, host::ZoneServer &server, const Clock &clock);
    ~ZoneProjection(); // stop()
    ZoneProjection(const ZoneProjection &) = delete;
    ZoneProjection &operator=(const ZoneProjection &) = delete;

    // Publishes what the name server lacks, waiting a few seconds for one that is just coming up,
    // and goes on watching. A name server that is away keeps nobody from starting.
    void start();
    void stop();

    // Returns when the zone is served as the tables have it, or no longer when it is gone from
    // them. On an error the tables are ahead: it is tried again until it works.
    Result<void> bringInto(const QString &zone);

private:
    // `isThorough`: compares every record, not the serials alone.
    Result<void> catchUp(bool isThorough);
    Result<void> publish(const QString &zone);
    void fellBehind();
    void work();
    db::Caller ourselves() const; // for what the name server told

    db::Database &m_database;
    host::ZoneServer &m_server;
    const Clock &m_clock;

    std::mutex m_publishing;             // one publisher at a time
    QHash<QString, quint32> m_confirmed; // guarded by it: serials that are served for sure

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    bool m_isBehind = false;
    bool m_wasRestarted = false;
    bool m_isStopping = false;
    std::thread m_worker;
};
