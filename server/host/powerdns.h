// SPDX-License-Identifier: GPL-3.0-or-later
// The private PowerDNS of a local host: its configuration, its database, its process. What it
// serves it is told over its API (pdnszones.h); the database may be thrown away at any time.
#pragma once

#include "server/host/layout.h"
#include "server/host/supervisor.h"

namespace host {

class PowerDns
{
public:
    explicit PowerDns(const Layout &layout) // outlives this
        : m_layout(layout)
    {
    }

    // Unsupported, with what is missing.
    Result<void> check() const;
    // The key of its API is made once; configuration and database when they are not as they must
    // be.
    Result<void> configure() const;
    Service service() const;

private:
    Result<void> ensureDatabase() const;

    const Layout &m_layout;
};

} // namespace host
