// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/socket.h"

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>

#include <mutex>
#endif
#ifndef Q_OS_WIN
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

#include <cstring>

namespace wire {

namespace {

#ifdef Q_OS_WIN
constexpr int noSignal = 0;
void start()
{
    static std::once_flag once;
    std::call_once(once, [] {
        WSADATA data;
        WSAStartup(MAKEWORD(2, 2), &data);
    });
}
bool again()
{
    const int code = WSAGetLastError();
    return code == WSAEWOULDBLOCK || code == WSAEINPROGRESS || code == WSAENOTCONN;
}
bool setNonBlocking(SOCKET handle)
{
    u_long yes = 1;
    return ioctlsocket(handle, FIONBIO, &yes) == 0;
}
int closeHandle(SOCKET handle) { return closesocket(handle); }
#else
#ifdef MSG_NOSIGNAL
constexpr int noSignal = MSG_NOSIGNAL;
#else
constexpr int noSignal = 0;
#endif
void start() {}
bool again()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINPROGRESS || errno == EINTR ||
           errno == ENOBUFS;
}
bool setNonBlocking(int handle)
{
    const int flags = fcntl(handle, F_GETFL);
    return flags >= 0 && fcntl(handle, F_SETFL, flags | O_NONBLOCK) == 0;
}
int closeHandle(int handle) { return close(handle); }
#endif

socklen_t addressOf(const IpAddress &ip, quint16 port, sockaddr_storage *out)
{
    std::memset(out, 0, sizeof *out);
    if (ip.v6) {
        auto *six = reinterpret_cast<sockaddr_in6 *>(out);
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        std::memcpy(&six->sin6_addr, ip.bytes.data(), 16);
        return sizeof *six;
    }
    auto *four = reinterpret_cast<sockaddr_in *>(out);
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    std::memcpy(&four->sin_addr, ip.bytes.data(), 4);
    return sizeof *four;
}

} // namespace

Socket::Socket(Kind kind, const IpAddress &address, quint16 port)
{
    start();
    sockaddr_storage to;
    const socklen_t size = addressOf(address, port, &to);
    const auto handle =
        socket(address.v6 ? AF_INET6 : AF_INET, kind == Kind::Udp ? SOCK_DGRAM : SOCK_STREAM, 0);
#ifdef Q_OS_WIN
    if (handle == INVALID_SOCKET)
        return;
#else
    if (handle < 0)
        return;
    fcntl(handle, F_SETFD, FD_CLOEXEC);
#endif
    m_handle = handle;
    m_open = setNonBlocking(handle) &&
             (connect(handle, reinterpret_cast<const sockaddr *>(&to), size) == 0 || again());
    if (!m_open)
        closeHandle(handle);
}

Socket::~Socket()
{
    if (m_open)
        closeHandle(m_handle);
}

Socket::Outcome Socket::send(const QByteArray &bytes, qsizetype from, qsizetype *sent)
{
    const auto done =
        ::send(m_handle, bytes.constData() + from, size_t(bytes.size() - from), noSignal);
    if (done < 0)
        return again() ? Outcome::Again : Outcome::Refused;
    *sent = qsizetype(done);
    return Outcome::Done;
}

Socket::Outcome Socket::receive(QByteArray *into, qsizetype most)
{
    const qsizetype old = into->size();
    into->resize(old + most);
    const auto got = ::recv(m_handle, into->data() + old, size_t(most), 0);
    into->resize(old + std::max<qsizetype>(got, 0));
    if (got < 0)
        return again() ? Outcome::Again : Outcome::Refused;
    return got == 0 ? Outcome::Refused : Outcome::Done;
}

void Socket::wait(int ms, bool forWriting)
{
#ifdef Q_OS_WIN
    WSAPOLLFD fd{SOCKET(m_handle), short(forWriting ? POLLOUT : POLLIN), 0};
    WSAPoll(&fd, 1, ms);
#else
    pollfd fd{m_handle, short(forWriting ? POLLOUT : POLLIN), 0};
    poll(&fd, 1, ms);
#endif
}

} // namespace wire
