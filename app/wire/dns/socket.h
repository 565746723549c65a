// SPDX-License-Identifier: GPL-3.0-or-later
// A non-blocking socket to one address, the same on POSIX and Windows. Private to this folder.
#pragma once

#include "app/wire/dns/ipaddress.h"

#include <QByteArray>

namespace wire {

class Socket
{
public:
    enum class Kind
    {
        Udp,
        Tcp
    };
    enum class Outcome
    {
        Done,
        Again,  // not now: wait()
        Refused // nobody is there, or the connection is gone
    };

    // Connected (UDP) or connecting (TCP): what comes is from that address only.
    Socket(Kind kind, const IpAddress &address, quint16 port);
    ~Socket();
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;

    bool isOpen() const { return m_open; }
    // TCP may send a part: `sent` says how much.
    Outcome send(const QByteArray &bytes, qsizetype from, qsizetype *sent);
    // Appends to `into`, at most `most` bytes; a UDP packet is whole.
    Outcome receive(QByteArray *into, qsizetype most);
    // Until it can be read (or written), at most so long.
    void wait(int ms, bool forWriting = false);

private:
#ifdef Q_OS_WIN
    quintptr m_handle = 0;
#else
    int m_handle = -1;
#endif
    bool m_open = false;
};

} // namespace wire
