// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/throttle.h"

namespace api {

int FailureThrottle::failed(const QByteArray &address)
{
    const std::lock_guard lock(m_mutex);
    const QDateTime now = m_clock.now();
    if (!m_counts.contains(address) && m_counts.size() >= addresses)
        m_counts.removeIf(
            [&](const auto &item) { return item.value().since.secsTo(now) >= seconds; });
    if (!m_counts.contains(address) && m_counts.size() >= addresses)
        m_counts.erase(m_counts.begin());
    Count &count = m_counts[address];
    if (!count.since.isValid() || count.since.secsTo(now) >= seconds)
        count = {0, now};
    if (++count.failures <= allowed)
        return 0;
    return int(std::max<qint64>(1, seconds - count.since.secsTo(now)));
}

} // namespace api
