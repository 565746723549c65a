// SPDX-License-Identifier: GPL-3.0-or-later
// Asks mail hosts by SMTP what they offer: each host once, however many domains lead to it.
#pragma once

#include "app/wire/smtp.h"

#include <QHash>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace check {

struct MxProbeSettings
{
    int port = 25;
    // The port is the service's own (a private host): the network does not forbid it, so silence
    // there is the host's.
    bool portIsTold = false;
    wire::Options options{{}, 8'000, 15'000, 30'000, 1024 * 1024};
};

// All members may be called from any thread.
class MxProber
{
public:
    explicit MxProber(const MxProbeSettings &settings);

    const MxProbeSettings &settings() const { return m_settings; }
    // Blocks. Errors as of wire::smtpGreeting().
    Result<wire::SmtpGreeting> probe(const QByteArray &host, const QList<QByteArray> &addresses,
                                     Progress &progress);
    // Some host answered on this port: the network lets us ask there.
    bool reachedAny() const;

private:
    struct Asked
    {
        bool ready = false;
        Result<wire::SmtpGreeting> greeting = wire::SmtpGreeting();
    };
    MxProbeSettings m_settings;
    mutable std::mutex m_mutex;
    std::condition_variable m_ready;
    QHash<QByteArray, std::shared_ptr<Asked>> m_asked;
    bool m_reached = false;
};

} // namespace check
