// SPDX-License-Identifier: GPL-3.0-or-later
// How often an address may show a token that is none. Good tokens are not counted and never
// refused, so that one broken program does not lock its neighbours out.
#pragma once

#include "app/base/clock.h"

#include <QByteArray>
#include <QHash>

#include <mutex>

namespace api {

class FailureThrottle
{
public:
    static constexpr int allowed = 10;     // failures …
    static constexpr qint64 seconds = 60;  // … within this time
    static constexpr int addresses = 4096; // at most so many are remembered

    explicit FailureThrottle(const Clock &clock)
        : m_clock(clock)
    {
    }

    // One more failure: 0 = within bounds, else the seconds until the next try counts as within.
    int failed(const QByteArray &address);

private:
    struct Count
    {
        int failures = 0;
        QDateTime since;
    };
    const Clock &m_clock;
    std::mutex m_mutex;
    QHash<QByteArray, Count> m_counts;
};

} // namespace api
