// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/daemon.h"

#include "server/api/router.h"
#include "server/db/devices.h"
#include "server/homezones.h"
#include "server/projection.h"
#include "server/work/dnsworld.h"
#include "server/work/facts.h"
#include "server/work/work.h"
#include "server/zoneprojection.h"

Daemon::Daemon(host::Host &host, const Clock &clock, DaemonSettings settings)
    : m_host(host)
    , m_clock(clock)
    , m_settings(std::move(settings))
{
}

Daemon::~Daemon() { stop(); }

Result<void> Daemon::open()
{
    if (m_database)
        return {};
    auto opened = db::Database::open(m_settings.databasePath);
    if (!opened)
        return opened.error();
    m_database = std::move(*opened);
    m_projection = std::make_unique<Projection>(*m_database, m_host, m_settings.pace);
    m_zones = std::make_unique<ZoneProjection>(*m_database, m_host.zones(), m_clock);
    const auto publishZone = [this](const QString &zone) {
        return m_host.zones().missing().isEmpty() ? m_zones->bringInto(zone) : Result<void>();
    };
    if (!m_settings.world)
        m_world = std::make_unique<hostwork::DnsWorld>();
    m_work = std::make_unique<hostwork::Work>(hostwork::Tools{
        *m_database, m_host, m_clock, m_settings.world ? *m_settings.world : *m_world, publishZone,
        [this](qint64 service) { return hostwork::dnsFactsOf(*m_database, m_host, service); }});
    m_work->limitSteps(m_settings.jobSteps);
    m_recount = std::make_unique<Recount>(*m_database, m_host, m_settings.pace);
    m_router = std::make_unique<api::Router>(
        api::Context{*m_database, m_host,
                     [this](qint64 sequence) { return m_projection->bringInto(sequence); },
                     publishZone, *m_work},
        m_clock);
    return {};
}

Result<void> Daemon::start()
{
    if (auto done = open(); !done)
        return done;
    db::Caller ourselves;
    ourselves.name = QStringLiteral("mailwrightd");
    ourselves.now = m_clock.now();
    if (auto done = db::endOrphanedDevices(*m_database, ourselves); !done)
        return done;
    if (auto done = m_projection->start(); !done)
        return done;
    m_recount->start();
    if (m_settings.makesZones) {
        if (auto done = keepHomeZones(*m_database, m_host, ourselves); !done)
            return done;
    }
    m_zones->start();
    if (auto done = m_work->start(); !done) {
        stop();
        return done;
    }
    m_server = std::make_unique<api::HttpServer>(
        m_settings.http, [this](api::Request &request) { return m_router->answer(request); });
    if (auto done = m_server->start(); !done) {
        stop();
        return done;
    }
    return {};
}

void Daemon::stop()
{
    m_server.reset();
    if (m_work)
        m_work->stop();
    if (m_projection)
        m_projection->stop();
    if (m_recount)
        m_recount->stop();
    if (m_zones)
        m_zones->stop();
    m_router.reset();
    m_work.reset();
    m_world.reset();
    m_zones.reset();
    m_recount.reset();
    m_projection.reset();
    m_database.reset();
}

db::Database &Daemon::database() { return *m_database; }
api::Router &Daemon::router() { return *m_router; }
Projection &Daemon::projection() { return *m_projection; }
ZoneProjection &Daemon::zones() { return *m_zones; }
hostwork::Work &Daemon::work() { return *m_work; }
Recount &Daemon::recount() { return *m_recount; }
quint16 Daemon::port() const { return m_server ? m_server->port() : 0; }

QString Daemon::url() const
{
    if (!m_server)
        return {};
    const QString host = m_settings.http.address.contains(u':')
                             ? u'[' + m_settings.http.address + u']'
                             : m_settings.http.address;
    return QStringLiteral("%1://%2:%3")
        .arg(m_server->isTls() ? QStringLiteral("https") : QStringLiteral("http"), host)
        .arg(port());
}
