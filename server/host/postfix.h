// SPDX-License-Identifier: GPL-3.0-or-later
// Postfix 3.7 on a layout: MX, submission with STARTTLS and with TLS from the first byte, delivery
// to Dovecot; on a private host all other mail ends in a sink.
#pragma once

#include "server/host/layout.h"
#include "server/host/supervisor.h"

namespace host {

class Postfix
{
public:
    explicit Postfix(const Layout &layout)
        : m_layout(layout)
    {
    }

    // Names what is missing on this machine for this user.
    Result<void> check() const;
    // Writes the files, makes the queue. `signers`: sockets of the filters that sign, in order.
    Result<void> configure(const QStringList &signers) const;
    QList<Service> services() const; // Postfix itself and, on a private host, the sink

    static bool readsLookup(pid_t process); // one of Postfix's: it has lookup.db open

private:
    Result<void> makeQueue() const;
    const Layout &m_layout;
};

} // namespace host
