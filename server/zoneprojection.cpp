// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/zoneprojection.h"

#include "app/base/log.h"
#include "server/db/zones.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace {

using Steady = std::chrono::steady_clock;

constexpr auto startPatience = std::chrono::seconds(5);
constexpr auto startPause = std::chrono::milliseconds(20);
constexpr auto firstPause = std::chrono::milliseconds(500);
constexpr auto longestPause = std::chrono::milliseconds(60'000);
constexpr auto rounds = std::chrono::seconds(60); // another program may have changed what is served

} // namespace

ZoneProjection::ZoneProjection(db::Database &database, host::ZoneServer &server, const Clock &clock)
    : m_database(database)
    , m_server(server)
    , m_clock(clock)
{
}

ZoneProjection::~ZoneProjection() { stop(); }

db::Caller ZoneProjection::ourselves() const
{
    db::Caller caller;
    caller.name = QStringLiteral("mailwrightd");
    caller.now = m_clock.now();
    return caller;
}

void ZoneProjection::start()
{
    if (!m_server.missing().isEmpty())
        return;
    {
        const std::lock_guard publishing(m_publishing);
        m_confirmed.clear();
        auto done = db::keepNameServers(m_database, ourselves(), m_server.names());
        for (const auto until = Steady::now() + startPatience; done;) {
            done = catchUp(false);
            if (done || done.error().kind != Error::Kind::Offline || Steady::now() > until)
                break;
            std::this_thread::sleep_for(startPause);
            done = {};
        }
        if (!done)
            qCCritical(lcHost) << "The name server is behind:" << done.error().detail;
        const std::lock_guard lock(m_mutex);
        m_isBehind = !done;
        m_isStopping = false;
        // A copy of the tables that was put back may have a serial that others had before it.
        m_wasRestarted = true;
    }
    m_worker = std::thread([this] { work(); });
    m_server.onRestart([this] {
        {
            const std::lock_guard lock(m_mutex);
            m_wasRestarted = true;
        }
        m_wake.notify_one();
    });
}

void ZoneProjection::stop()
{
    if (!m_worker.joinable())
        return;
    m_server.onRestart({});
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_worker.join();
}

void ZoneProjection::fellBehind()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isBehind = true;
    }
    m_wake.notify_one();
}

Result<void> ZoneProjection::bringInto(const QString &zone)
{
    const std::lock_guard publishing(m_publishing);
    const auto row = db::zone(m_database, zone);
    // Whoever came first has published for all who were waiting.
    if (row && m_confirmed.value(zone) == row->serial)
        return {};
    if (const auto done = publish(zone); !done) {
        qCCritical(lcHost) << "The name server could not take over" << zone << ':'
                           << done.error().detail;
        fellBehind();
        return Error{Error::Kind::Storage,
                     QStringLiteral("This is saved, but the name server could not take it over "
                                    "yet; it is tried again until it does"),
                     {},
                     QStringLiteral("saved_not_in_effect"),
                     0};
    }
    return {};
}

Result<void> ZoneProjection::publish(const QString &zone)
{
    m_confirmed.remove(zone);
    const auto wanted = db::publicationOf(m_database, zone);
    if (!wanted)
        return wanted.error();
    if (!*wanted) {
        const auto gone = db::pendingZoneRemovals(m_database);
        if (!gone)
            return gone.error();
        if (!gone->contains(zone))
            return {};
        if (auto done = m_server.withdraw(zone); !done)
            return done;
        return db::zoneRemovalDone(m_database, zone);
    }
    const auto delegation = m_server.publish(**wanted);
    if (!delegation)
        return delegation.error();
    m_confirmed.insert(zone, (*wanted)->serial);
    return db::noteDelegation(m_database, ourselves(), zone, *delegation);
}

Result<void> ZoneProjection::catchUp(bool isThorough)
{
    const auto served = m_server.served();
    if (!served)
        return served.error();
    const auto zones = db::zonesOf(m_database, 0);
    if (!zones)
        return zones.error();
    const auto gone = db::pendingZoneRemovals(m_database);
    if (!gone)
        return gone.error();
    QStringList due = *gone;
    for (const db::ZoneRow &zone : *zones)
        if (isThorough || served->value(zone.name) != zone.serial)
            due.append(zone.name);
    // One that cannot be published keeps none of the others from it.
    std::optional<Error> trouble;
    for (const QString &zone : std::as_const(due)) {
        const auto done = publish(zone);
        if (!done && done.error().kind == Error::Kind::Offline)
            return done;
        if (!done) {
            qCCritical(lcHost) << "The zone" << zone
                               << "is not served as it should be:" << done.error().detail;
            trouble = done.error();
        }
    }
    return trouble ? Result<void>(*trouble) : Result<void>();
}

void ZoneProjection::work()
{
    bool isThorough = false; // until it was so once
    auto pause = std::chrono::milliseconds(firstPause);
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        const bool wasBehind = m_isBehind;
        m_wake.wait_for(lock, wasBehind ? pause : std::chrono::milliseconds(rounds), [&] {
            return m_isStopping || m_wasRestarted || (m_isBehind && !wasBehind);
        });
        if (m_isStopping)
            break;
        isThorough = std::exchange(m_wasRestarted, false) || isThorough;
        m_isBehind = false;
        lock.unlock();
        Result<void> done;
        {
            const std::lock_guard publishing(m_publishing);
            if (isThorough)
                m_confirmed.clear();
            done = catchUp(isThorough);
        }
        if (!done && !wasBehind)
            qCWarning(lcHost) << "The name server cannot be brought up to date:"
                              << done.error().detail;
        lock.lock();
        if (done) {
            isThorough = false;
            pause = firstPause;
        } else {
            m_isBehind = true;
            pause = wasBehind ? std::min(pause * 2, longestPause) : firstPause;
        }
    }
}
