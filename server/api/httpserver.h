// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP on libmicrohttpd with its limits set: who may connect, how much may come, how long it may
// take. What a request means is the Router's business.
#pragma once

#include "app/base/result.h"
#include "server/api/request.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace api {

struct HttpSettings
{
    QString address = QStringLiteral("127.0.0.1"); // an IPv4 or IPv6 address
    quint16 port = 0;                              // 0 = a free one
    QByteArray certificate;                        // PEM chain; with `key`: HTTPS
    QByteArray key;                                // PEM
    int threads = 0;                               // 0 = as many as processors, at least four
    int connections = 1000;                        // at once
    int connectionsPerAddress = 200;
    int idleSeconds = 30;
    qsizetype bodyLimit = 1024 * 1024; // more: 413
    qsizetype headerLimit = 16 * 1024; // more: 431
    bool accessLog = true;             // one line for each request, without query and secrets
};

class HttpServer
{
public:
    using Answer = std::function<Response(Request &)>; // called from several threads

    HttpServer(HttpSettings settings, Answer answer);
    ~HttpServer(); // stop()
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    Result<void> start(); // Storage: the address is taken or not ours; Invalid: no such address
    void stop();
    quint16 port() const;
    bool isTls() const { return !m_settings.certificate.isEmpty(); }

private:
    struct Exchange;
    friend struct HttpCallbacks;
    Response respond(Request &request) const;

    const HttpSettings m_settings;
    const Answer m_answer;
    struct Running;
    std::unique_ptr<Running> m_running;
};

} // namespace api
