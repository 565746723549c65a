// SPDX-License-Identifier: GPL-3.0-or-later
// Who is logged in with which device, from Dovecot's own words, and the end of it.
#pragma once

#include "server/host/host.h"
#include "server/host/process.h"

#include <QHash>
#include <QMutex>

namespace host {

// A line that Dovecot writes at a login.
struct LoginLine
{
    QString service; // "imap", "pop3", "sieve"
    QString address;
    pid_t pid = -1;
    qint64 device = 0;
    qint64 grant = 0;

    static std::optional<LoginLine> parse(const QByteArray &line);
};

// The address in whose mailbox something may have come or gone, from a line of Dovecot's: mail was
// delivered, or a session ended. Empty: the line says no such thing.
QString activeMailbox(const QByteArray &line);

// Thread-safe.
class Sessions
{
public:
    // `granted`: whether a grant is still valid.
    explicit Sessions(std::function<bool(qint64 grant)> granted);

    // Notes the login. One whose grant went away while it was on its way is ended here and now;
    // that closes the gap between a publication and the cut that follows it. True: it stands.
    bool begin(const LoginLine &login);

    // Ends the sessions of these devices (or of the address), blocks until they are gone.
    Result<void> cut(const QList<qint64> &devices);
    Result<void> cutAddress(const QString &address);
    using Condition =
        std::function<bool(const QString &address, const QString &service, qint64 device)>;
    Result<void> cutIf(const Condition &condition); // asked with nothing locked

private:
    struct Session
    {
        Identity process;
        QString address;
        QString service;
        qint64 device = 0;
    };
    Result<void> end(const QList<Session> &sessions);
    void prune();

    std::function<bool(qint64)> m_granted;
    QMutex m_mutex;
    QHash<pid_t, Session> m_sessions;
    qsizetype m_pruneAt = 256;
};

} // namespace host
