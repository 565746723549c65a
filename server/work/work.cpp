// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/work/work.h"

#include "app/base/log.h"
#include "server/work/looks.h"
#include "server/work/steps.h"

#include <algorithm>
#include <chrono>

namespace hostwork {

namespace {

constexpr qint64 longestSleep = 60; // seconds: clocks are set, and a day's looks come due
constexpr qint64 shortestSleep = 1;
constexpr qint64 firstLookAfter = 600; // seconds: a host that was just made is still being set up

} // namespace

Work::Work(Tools tools)
    : m_tools(std::move(tools))
    , m_keys(m_tools)
    , m_startedAt(m_tools.clock.now())
{
}

Work::~Work() { stop(); }

Result<void> Work::start()
{
    if (auto tidied = m_keys.tidy(); !tidied)
        return tidied;
    // OpenDKIM is still coming up, with the tables of before; what a crash left of a change is
    // brought in by the thread.
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = false;
        m_isAwake = true;
    }
    m_thread = std::thread([this] { run(); });
    return {};
}

void Work::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_progress.cancel();
    }
    m_wake.notify_one();
    m_thread.join();
}

void Work::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isAwake = true;
    }
    m_wake.notify_one();
}

bool Work::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_isStopping;
}

void Work::run()
{
    if (const auto done = m_keys.bringIn(); !done)
        qCWarning(lcHost) << "What signs is behind:" << done.error().detail;
    for (;;) {
        runDue();
        qint64 seconds = longestSleep;
        if (const auto due = db::nextDue(m_tools.database); due && *due)
            seconds = std::clamp(m_tools.clock.now().secsTo(**due), shortestSleep, longestSleep);
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, std::chrono::seconds(m_keys.isBehind() ? shortestSleep : seconds),
                        [this] { return m_isStopping || m_isAwake; });
        m_isAwake = false;
        if (m_isStopping)
            return;
    }
}

int Work::runDue()
{
    if (m_keys.isBehind())
        (void)m_keys.bringIn(); // it says itself what is wrong
    const bool also = m_startedAt.secsTo(m_tools.clock.now()) >= firstLookAfter;
    int steps = 0;
    for (bool isMore = true; isMore && !isStopping();) {
        const auto planned = planLooks(m_tools, also);
        if (!planned)
            qCWarning(lcDb) << "The daily looks could not be planned:" << planned.error().detail;
        isMore = planned && *planned > 0;
        while (!isStopping() && takeUpOne())
            ++steps;
    }
    return steps;
}

bool Work::takeUpOne()
{
    auto due = db::dueJob(m_tools.database, m_tools.clock.now());
    if (!due) {
        qCCritical(lcDb) << "Jobs cannot be read:" << due.error().detail;
        return false;
    }
    if (!*due)
        return false;
    db::JobRow row = std::move(**due);
    {
        const std::lock_guard lock(m_mutex);
        if (m_stepsLeft == 0)
            return false;
        if (m_stepsLeft > 0)
            --m_stepsLeft;
        m_atWork = row.job.id;
        m_progress = Progress();
    }
    step(std::move(row));
    const std::lock_guard lock(m_mutex);
    m_atWork = 0;
    return true;
}

void Work::step(db::JobRow row)
{
    row.job.state = mail::HostJobState::Running;
    Result<void> done = save(m_tools, row);
    if (done) {
        if (row.job.work == QLatin1String(rotation))
            done = hostwork::rotate(m_tools, m_keys, row, m_progress);
        else if (row.job.work == QLatin1String(securityCheck))
            done = look(m_tools, row, m_progress);
        else
            done = fail(m_tools, row, QStringLiteral("This mail host does not know such work"));
    }
    if (done || done.error().kind == Error::Kind::Cancelled)
        return; // whoever stopped it has written so, or the next start takes it up
    qCWarning(lcHost, "job %lld (%s of %s, %s) is tried again: %s", row.job.id,
              qPrintable(row.job.work), qPrintable(row.job.about),
              qPrintable(row.job.step.value_or(QString())), qPrintable(done.error().detail));
    // As the step left it, not as it was taken up.
    auto now = db::job(m_tools.database, row.job.service, row.job.id);
    if (!now || now->job.isOver())
        return;
    if (const auto waits = waitAndSee(m_tools, *now, done.error().detail);
        !waits && waits.error().kind != Error::Kind::Cancelled)
        qCCritical(lcDb) << "A job could not be written:" << waits.error().detail;
}

Result<db::JobRow> Work::rotate(const db::Caller &caller, qint64 service, const QString &domain,
                                int overlap)
{
    auto begun = beginRotation(m_tools, caller, service, domain, overlap);
    if (begun)
        wake();
    return begun;
}

Result<void> Work::cancel(const db::Caller &caller, qint64 service, qint64 id)
{
    if (const auto over = db::cancelJob(m_tools.database, service, id, caller.now); !over)
        return over.error();
    const std::lock_guard lock(m_mutex);
    if (m_atWork == id)
        m_progress.cancel();
    return {};
}

} // namespace hostwork
