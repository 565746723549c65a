// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/mxprobe.h"

#include "app/wire/dns/dnsrecord.h"

namespace check {

MxProber::MxProber(const MxProbeSettings &settings)
    : m_settings(settings)
{
}

bool MxProber::reachedAny() const
{
    const std::lock_guard lock(m_mutex);
    return m_reached;
}

Result<wire::SmtpGreeting> MxProber::probe(const QByteArray &host,
                                           const QList<QByteArray> &addresses, Progress &progress)
{
    const Error cancelled{Error::Kind::Cancelled, {}, {}, {}, 0};
    const QByteArray key = wire::canonicalName(host);
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (progress.cancelled())
            return cancelled;
        const auto found = m_asked.constFind(key);
        if (found == m_asked.constEnd())
            break;
        const std::shared_ptr<Asked> &asked = *found;
        if (asked->ready)
            return asked->greeting;
        m_ready.wait_for(lock, std::chrono::milliseconds(50));
    }
    const auto asked = std::make_shared<Asked>();
    m_asked.insert(key, asked);
    lock.unlock();
    auto greeting =
        wire::smtpGreeting({host, addresses, m_settings.port}, m_settings.options, progress);
    lock.lock();
    if (!greeting && greeting.error().kind == Error::Kind::Cancelled)
        m_asked.remove(key); // the next one asks for itself
    m_reached = m_reached || greeting;
    asked->greeting = greeting;
    asked->ready = true;
    m_ready.notify_all();
    return greeting;
}

} // namespace check
