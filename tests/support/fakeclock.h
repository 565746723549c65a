// SPDX-License-Identifier: GPL-3.0-or-later
// A clock that stands still until it is told.
#pragma once

#include "app/base/clock.h"

#include <mutex>

class FakeClock final : public Clock
{
public:
    QDateTime now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    void pass(qint64 seconds)
    {
        const std::lock_guard lock(m_mutex);
        m_now = m_now.addSecs(seconds);
    }

private:
    mutable std::mutex m_mutex;
    QDateTime m_now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
};
