// SPDX-License-Identifier: GPL-3.0-or-later
// A DNS server on loopback that says what a test tells it to, over UDP and TCP.
#pragma once

#include "app/wire/dns/dnspacket.h"

#include <atomic>
#include <functional>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

class ScriptedServer
{
public:
    // The reply to a question, or nothing for silence. `tcp` tells how it came.
    using Script = std::function<std::optional<QByteArray>(const wire::DnsPacket &, bool tcp)>;

    explicit ScriptedServer(Script script)
        : m_script(std::move(script))
    {
        // the same free port for both; another try when TCP's is taken
        for (int attempt = 0; attempt < 50; ++attempt) {
            m_udp = ::socket(AF_INET, SOCK_DGRAM, 0);
            m_tcp = ::socket(AF_INET, SOCK_STREAM, 0);
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            socklen_t size = sizeof address;
            const bool isBound =
                ::bind(m_udp, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                ::getsockname(m_udp, reinterpret_cast<sockaddr *>(&address), &size) == 0;
            m_port = ntohs(address.sin_port);
            if (isBound && ::bind(m_tcp, reinterpret_cast<sockaddr *>(&address), size) == 0 &&
                ::listen(m_tcp, 16) == 0)
                break;
            ::close(m_udp);
            ::close(m_tcp);
        }
        m_thread = std::thread([this] { run(); });
    }
    ~ScriptedServer()
    {
        m_stop = true;
        m_thread.join();
        ::close(m_udp);
        ::close(m_tcp);
    }

    quint16 port() const { return m_port; }
    int asked() const { return m_asked; }

    // A reply to `question` with these records.
    static wire::DnsPacket reply(const wire::DnsPacket &question,
                                 const QList<wire::DnsRecord> &answers = {}, int rcode = 0)
    {
        wire::DnsPacket packet = question;
        packet.response = true;
        packet.recursionAvailable = true;
        packet.authenticated = false;
        packet.rcode = rcode;
        packet.answers = answers;
        return packet;
    }

private:
    void run()
    {
        while (!m_stop) {
            pollfd fds[2] = {{m_udp, POLLIN, 0}, {m_tcp, POLLIN, 0}};
            if (::poll(fds, 2, 20) <= 0)
                continue;
            char buffer[4096];
            if (fds[0].revents & POLLIN) {
                sockaddr_in from{};
                socklen_t size = sizeof from;
                const auto got = ::recvfrom(m_udp, buffer, sizeof buffer, 0,
                                            reinterpret_cast<sockaddr *>(&from), &size);
                if (got > 0)
                    if (const auto out = answer(QByteArray(buffer, int(got)), false))
                        ::sendto(m_udp, out->constData(), size_t(out->size()), 0,
                                 reinterpret_cast<sockaddr *>(&from), size);
            }
            if (fds[1].revents & POLLIN) {
                const int peer = ::accept(m_tcp, nullptr, nullptr);
                QByteArray in;
                while (in.size() < 2 || in.size() < 2 + (quint8(in[0]) << 8 | quint8(in[1]))) {
                    const auto got = ::recv(peer, buffer, sizeof buffer, 0);
                    if (got <= 0)
                        break;
                    in.append(buffer, int(got));
                }
                if (in.size() > 2)
                    if (const auto out = answer(in.mid(2), true)) {
                        QByteArray framed;
                        framed += char(out->size() >> 8);
                        framed += char(out->size());
                        framed += *out;
                        for (qsizetype sent = 0; sent < framed.size();) {
                            const auto n = ::send(peer, framed.constData() + sent,
                                                  size_t(framed.size() - sent), MSG_NOSIGNAL);
                            if (n <= 0)
                                break;
                            sent += n;
                        }
                    }
                ::close(peer);
            }
        }
    }
    std::optional<QByteArray> answer(const QByteArray &bytes, bool tcp)
    {
        const auto question = wire::parsePacket(bytes);
        if (!question)
            return {};
        ++m_asked;
        return m_script(*question, tcp);
    }

    Script m_script;
    int m_udp = -1;
    int m_tcp = -1;
    quint16 m_port = 0;
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_asked{0};
    std::thread m_thread;
};
