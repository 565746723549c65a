// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/dnsquestion.h"

#include <QRandomGenerator>
#include <QString>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace host {

namespace {

using Clock = std::chrono::steady_clock;

class Socket
{
public:
    Socket(int family, int type)
        : m_fd(::socket(family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
    }
    ~Socket()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    int fd() const { return m_fd; }

    bool wait(short what, Clock::time_point until) const
    {
        pollfd p{m_fd, what, 0};
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        return left > 0 && poll(&p, 1, int(left)) == 1;
    }

private:
    int m_fd;
};

struct Destination
{
    sockaddr_storage address = {};
    socklen_t size = 0;
};

std::optional<Destination> destinationOf(const wire::DnsServer &server)
{
    const auto ip = wire::IpAddress::parse(server.address);
    if (!ip)
        return {};
    Destination to;
    if (ip->v6) {
        auto &in = reinterpret_cast<sockaddr_in6 &>(to.address);
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(server.port);
        std::memcpy(&in.sin6_addr, ip->bytes.data(), 16);
        to.size = sizeof in;
    } else {
        auto &in = reinterpret_cast<sockaddr_in &>(to.address);
        in.sin_family = AF_INET;
        in.sin_port = htons(server.port);
        std::memcpy(&in.sin_addr, ip->bytes.data(), 4);
        to.size = sizeof in;
    }
    return to;
}

Error silent(const wire::DnsServer &server)
{
    return {Error::Kind::Offline,
            QStringLiteral("The name server %1 does not answer on port %2")
                .arg(QString::fromLatin1(server.address))
                .arg(server.port),
            {},
            QStringLiteral("timeout"),
            0};
}

bool connected(const Socket &socket, const Destination &to, Clock::time_point until)
{
    if (::connect(socket.fd(), reinterpret_cast<const sockaddr *>(&to.address), to.size) == 0)
        return true;
    if (errno != EINPROGRESS || !socket.wait(POLLOUT, until))
        return false;
    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(socket.fd(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
}

bool isAnswer(const std::optional<wire::DnsPacket> &packet, quint16 id, const QByteArray &name,
              wire::RecordType type)
{
    return packet && packet->response && packet->id == id && packet->questionType == type &&
           wire::canonicalName(packet->questionName) == wire::canonicalName(name);
}

std::optional<QByteArray> overTcp(const Destination &to, const QByteArray &question,
                                  Clock::time_point until)
{
    const Socket socket(to.address.ss_family, SOCK_STREAM);
    if (!connected(socket, to, until))
        return {};
    QByteArray out;
    out.append(char(question.size() >> 8)).append(char(question.size())).append(question);
    while (!out.isEmpty()) {
        const ssize_t n = ::send(socket.fd(), out.constData(), size_t(out.size()), MSG_NOSIGNAL);
        if (n > 0)
            out.remove(0, n);
        else if (errno != EAGAIN || !socket.wait(POLLOUT, until))
            return {};
    }
    QByteArray in;
    for (;;) {
        const qsizetype wanted =
            in.size() < 2 ? 2 : 2 + (qsizetype(uchar(in[0])) << 8 | uchar(in[1]));
        if (in.size() >= 2 && in.size() >= wanted)
            return in.mid(2, wanted - 2);
        char buffer[16384];
        const ssize_t n = ::recv(socket.fd(), buffer, sizeof buffer, 0);
        if (n > 0)
            in.append(buffer, n);
        else if (n == 0 || errno != EAGAIN || !socket.wait(POLLIN, until))
            return {};
    }
}

} // namespace

Result<wire::DnsPacket> ask(const wire::DnsServer &server, const QByteArray &name,
                            wire::RecordType type, std::chrono::milliseconds limit,
                            bool wantsSignatures)
{
    const auto to = destinationOf(server);
    if (!to || !wire::isUsableName(name))
        return Error{
            Error::Kind::Invalid, QStringLiteral("Not a name server or no name"), {}, {}, 0};
    const auto until = Clock::now() + limit;
    const auto id = quint16(QRandomGenerator::system()->generate());
    const QByteArray question = wire::questionPacket(id, name, type, false, wantsSignatures);
    const Socket socket(to->address.ss_family, SOCK_DGRAM);
    if (!connected(socket, *to, until))
        return silent(server);
    // A packet may be lost: three tries share the time.
    for (int left = 3; left > 0; --left) {
        if (::send(socket.fd(), question.constData(), size_t(question.size()), MSG_NOSIGNAL) < 0)
            return silent(server);
        const auto next = Clock::now() + (until - Clock::now()) / left;
        while (socket.wait(POLLIN, next)) {
            char buffer[65536];
            const ssize_t n = ::recv(socket.fd(), buffer, sizeof buffer, 0);
            if (n < 0)
                return silent(server);
            auto packet = wire::parsePacket(QByteArray(buffer, n));
            if (!isAnswer(packet, id, name, type))
                continue; // of somebody else, or of an earlier question
            if (!packet->truncated)
                return *packet;
            const auto whole = overTcp(*to, question, until);
            packet = whole ? wire::parsePacket(*whole) : std::nullopt;
            if (!isAnswer(packet, id, name, type))
                return silent(server);
            return *packet;
        }
    }
    return silent(server);
}

} // namespace host
