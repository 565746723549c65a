// SPDX-License-Identifier: GPL-3.0-or-later
// Not asking faster than the far side allows. Any thread.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"

#include <deque>
#include <functional>
#include <mutex>

namespace backend {

// Milliseconds that only go forward, and waiting for some of them: tests bring their own.
struct Stopwatch
{
    std::function<qint64()> now;
    std::function<void(qint64)> pause;

    static Stopwatch system();
};

class Pace
{
public:
    // `requests` 0 = no limit.
    explicit Pace(int requests = 0, int perMilliseconds = 60'000,
                  Stopwatch stopwatch = Stopwatch::system());

    // Waits until one more request may go, and counts it. Error: Cancelled.
    Result<void> waitForTurn(Progress &progress);

    // Waits in small steps; reports what it waits for. Error: Cancelled.
    Result<void> wait(qint64 milliseconds, Progress &progress);

private:
    int m_requests;
    qint64 m_window;
    Stopwatch m_stopwatch;
    std::mutex m_mutex;
    std::deque<qint64> m_sent; // when, oldest first; at most m_requests
};

} // namespace backend
