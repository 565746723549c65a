// SPDX-License-Identifier: GPL-3.0-or-later
// The service as one object: tables, projection to the mail servers, routes and the HTTP server.
// main.cpp runs it on a real host; tests run it in process on a recording host and port 0.
//
//   host::RecordingHost host;
//   SystemClock clock;
//   Daemon daemon(host, clock, {.databasePath = dir.filePath("main.db")});
//   if (auto started = daemon.start(); !started) …
//   const auto token = db::seed(daemon.database(), "example.org", "Ana Example",
//   "ana@example.net"); … daemon.url() …                                  //
//   "http://127.0.0.1:41873"
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "server/api/httpserver.h"
#include "server/db/database.h"
#include "server/host/host.h"
#include "server/projection.h"
#include "server/recount.h"

#include <memory>

namespace api {
class Router;
}
namespace hostwork {
class Work;
class World;
} // namespace hostwork
class Projection;
class ZoneProjection;

struct DaemonSettings
{
    QString databasePath;
    api::HttpSettings http;           // 127.0.0.1, a free port, no TLS
    bool makesZones = false;          // for domains that never had one
    hostwork::World *world = nullptr; // outlives the daemon; null: the world's DNS as it is
    int jobSteps = -1;                // hostwork::Work::limitSteps()
    Pace pace = {};
};

class Daemon
{
public:
    // `host` and `clock` outlive the daemon.
    Daemon(host::Host &host, const Clock &clock, DaemonSettings settings);
    ~Daemon(); // stop()
    Daemon(const Daemon &) = delete;
    Daemon &operator=(const Daemon &) = delete;

    // Opens the database only: for seeding before anything is served. start() does it too.
    Result<void> open();

    // Opens, publishes what the mail servers have missed, then listens. On an error nothing runs.
    Result<void> start();
    void stop(); // answers what is under way, then closes; idempotent

    db::Database &database(); // precondition: open() or start() went well
    api::Router &router();    // the routes without a socket; same precondition
    Projection &projection(); // same precondition
    ZoneProjection &zones();  // same precondition
    hostwork::Work &work();   // same precondition
    Recount &recount();       // same precondition
    quint16 port() const;     // 0 = not listening
    QString url() const;      // base of the API, without a slash at the end

private:
    host::Host &m_host;
    const Clock &m_clock;
    DaemonSettings m_settings;
    std::unique_ptr<db::Database> m_database;
    std::unique_ptr<Projection> m_projection;
    std::unique_ptr<ZoneProjection> m_zones;
    std::unique_ptr<hostwork::World> m_world;
    std::unique_ptr<hostwork::Work> m_work;
    std::unique_ptr<Recount> m_recount;
    std::unique_ptr<api::Router> m_router;
    std::unique_ptr<api::HttpServer> m_server;
};
