// SPDX-License-Identifier: GPL-3.0-or-later
// Dovecot 2.3 on a layout: IMAP, POP3, ManageSieve and LMTP; logins by device passwords from
// lookup.db.
#pragma once

#include "server/host/host.h"
#include "server/host/layout.h"
#include "server/host/supervisor.h"

namespace host {

class Dovecot
{
public:
    explicit Dovecot(const Layout &layout)
        : m_layout(layout)
    {
    }

    // Names what is not installed, or a version that these files are not written for.
    Result<void> check() const;
    Result<void> configure() const; // writes the files
    Service service() const;
    Result<QHash<QString, Usage>> usage(const QStringList &addresses) const;

    static bool readsLookup(pid_t process); // one of Dovecot's: it has lookup.db open
    // A line of its log: it could not read lookup.db.
    static bool tellsOfBadLookup(const QByteArray &line);

private:
    const Layout &m_layout;
};

// Writes `text` unless the file holds it already.
Result<void> writeConfiguration(const QString &file, const QString &text, uint mode = 0644);

} // namespace host
