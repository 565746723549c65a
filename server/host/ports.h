// SPDX-License-Identifier: GPL-3.0-or-later
// The ports of one mail host: their names, how they are chosen, and how they are held meanwhile.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace host {

struct Layout;

struct Ports
{
    int api = 0;
    int imap = 0;
    int imaps = 0;
    int pop3 = 0;
    int pop3s = 0;
    int submission = 0;
    int submissions = 0;
    int smtp = 0;
    int sieve = 0;
    int webmailImap = 0; // IMAP over TLS, set aside for the web client
    int dns = 0;         // local: our name server, UDP and TCP
    int dnsApi = 0;      // local: how we speak to it

    // (name in service.json and in the configuration file, member), in a fixed order. Those of the
    // name server, last, stand in neither when it is not ours.
    static const QList<std::pair<QString, int Ports::*>> &list();
    static bool isOfNameServer(int Ports::*member);
    bool operator==(const Ports &) const = default;
};

// Holds the chosen ports until the servers take them, so that no other program gets them meanwhile.
class PortReservation
{
public:
    PortReservation() = default;
    ~PortReservation() { release(); }
    PortReservation(const PortReservation &) = delete;
    PortReservation &operator=(const PortReservation &) = delete;

    // With `isUdp` as well for datagrams. False: somebody has it; 0: none free.
    bool take(const QString &address, int port, bool isUdp = false);
    int takeAny(const QString &address, bool isUdp = false);
    void release();

private:
    QList<int> m_sockets;
};

// Ports of yesterday where they are still free, others chosen anew (each said in `notes`);
// remembered in layout.state. `apiPort` 0 = any. The reservation holds all of them.
Result<Ports> choosePorts(const Layout &layout, int apiPort, PortReservation &reservation,
                          QStringList &notes);

} // namespace host
