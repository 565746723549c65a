// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/ports.h"

#include "server/host/layout.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace host {

const QList<std::pair<QString, int Ports::*>> &Ports::list()
{
    static const QList<std::pair<QString, int Ports::*>> all{
        {QStringLiteral("api"), &Ports::api},
        {QStringLiteral("imap"), &Ports::imap},
        {QStringLiteral("imaps"), &Ports::imaps},
        {QStringLiteral("pop3"), &Ports::pop3},
        {QStringLiteral("pop3s"), &Ports::pop3s},
        {QStringLiteral("submission"), &Ports::submission},
        {QStringLiteral("submissions"), &Ports::submissions},
        {QStringLiteral("smtp"), &Ports::smtp},
        {QStringLiteral("sieve"), &Ports::sieve},
        {QStringLiteral("webmail_imap"), &Ports::webmailImap},
        {QStringLiteral("dns"), &Ports::dns},
        {QStringLiteral("dns_api"), &Ports::dnsApi}};
    return all;
}

bool Ports::isOfNameServer(int Ports::*member)
{
    return member == &Ports::dns || member == &Ports::dnsApi;
}

bool PortReservation::take(const QString &address, int port, bool isUdp)
{
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_port = htons(quint16(port));
    to.sin_addr.s_addr = htonl(QHostAddress(address).toIPv4Address());
    const auto hold = [&](int type) {
        const int fd = ::socket(AF_INET, type | SOCK_CLOEXEC, 0);
        if (fd < 0)
            return false;
        // Connections of a server that just stopped linger; they do not mean that the port is
        // taken. Listening, not only binding, is what keeps others out. Datagrams do not linger.
        const int on = type == SOCK_STREAM;
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (::bind(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0 ||
            (type == SOCK_STREAM && ::listen(fd, 1) != 0)) {
            ::close(fd);
            return false;
        }
        m_sockets.append(fd);
        return true;
    };
    if (!hold(SOCK_STREAM))
        return false;
    if (!isUdp || hold(SOCK_DGRAM))
        return true;
    ::close(m_sockets.takeLast());
    return false;
}

int PortReservation::takeAny(const QString &address, bool isUdp)
{
    // Below the range from which the kernel gives outgoing connections their ports.
    for (int tries = 0; tries < 500; ++tries) {
        const int port = QRandomGenerator::global()->bounded(20000, 32000);
        if (take(address, port, isUdp))
            return port;
    }
    return 0;
}

void PortReservation::release()
{
    for (int fd : std::as_const(m_sockets))
        ::close(fd);
    m_sockets.clear();
}

Result<Ports> choosePorts(const Layout &layout, int apiPort, PortReservation &reservation,
                          QStringList &notes)
{
    if (!layout.local)
        return layout.ports;

    const QString file = layout.state + QStringLiteral("/ports.json");
    QJsonObject remembered;
    if (QFile in(file); in.open(QIODevice::ReadOnly))
        remembered = QJsonDocument::fromJson(in.readAll()).object();

    Ports ports;
    QJsonObject chosen;
    for (const auto &[name, member] : Ports::list()) {
        const int last = remembered.value(name).toInt();
        const bool fixed = apiPort > 0 && member == &Ports::api;
        int port = fixed ? apiPort : last;
        const bool isUdp = member == &Ports::dns;
        if (port <= 0 || port > 65535 || !reservation.take(layout.listen, port, isUdp)) {
            if (fixed)
                return Error{Error::Kind::Conflict,
                             QStringLiteral("Port %1 is taken by another program").arg(apiPort),
                             {},
                             {},
                             0};
            port = reservation.takeAny(layout.listen, isUdp);
            if (port == 0)
                return Error{
                    Error::Kind::Offline, QStringLiteral("No free port was found"), {}, {}, 0};
            if (last > 0)
                notes.append(QStringLiteral("Port %1 (%2) is taken by another program; %2 is now "
                                            "on port %3")
                                 .arg(QString::number(last), name, QString::number(port)));
        }
        ports.*member = port;
        chosen.insert(name, port);
    }
    if (chosen != remembered) {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly) ||
            out.write(QJsonDocument(chosen).toJson(QJsonDocument::Indented)) < 0 || !out.commit())
            return Error{Error::Kind::Storage,
                         QStringLiteral("%1: %2").arg(file, out.errorString()),
                         {},
                         {},
                         0};
    }
    return ports;
}

} // namespace host
