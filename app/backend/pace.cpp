// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/pace.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <thread>

namespace backend {

namespace {

constexpr qint64 stepMs = 50; // how late a cancellation may be noticed

} // namespace

Stopwatch Stopwatch::system()
{
    using namespace std::chrono;
    return {
        [] { return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count(); },
        [](qint64 ms) { std::this_thread::sleep_for(milliseconds(ms)); }};
}

Pace::Pace(int requests, int perMilliseconds, Stopwatch stopwatch)
    : m_requests(requests)
    , m_window(perMilliseconds)
    , m_stopwatch(std::move(stopwatch))
{
}

Result<void> Pace::waitForTurn(Progress &progress)
{
    if (m_requests <= 0)
        return {};
    for (;;) {
        qint64 left = 0;
        {
            const std::lock_guard lock(m_mutex);
            const qint64 now = m_stopwatch.now();
            while (!m_sent.empty() && m_sent.front() + m_window <= now)
                m_sent.pop_front();
            if (int(m_sent.size()) < m_requests) {
                m_sent.push_back(now);
                return {};
            }
            left = m_sent.front() + m_window - now;
        }
        if (const auto waited = wait(left, progress); !waited)
            return waited;
    }
}

Result<void> Pace::wait(qint64 milliseconds, Progress &progress)
{
    const qint64 end = m_stopwatch.now() + milliseconds;
    qint64 said = -1;
    for (;;) {
        if (progress.cancelled())
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        const qint64 left = end - m_stopwatch.now();
        if (left <= 0)
            return {};
        const qint64 seconds = (left + 999) / 1000;
        if (seconds != said && milliseconds >= 1000) {
            said = seconds;
            progress.step(0, 0,
                          QCoreApplication::translate(
                              "Pace", "The service limits requests: going on in %n second(s)",
                              nullptr, int(seconds)));
        }
        m_stopwatch.pause(std::min(left, stepMs));
    }
}

} // namespace backend
