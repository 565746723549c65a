// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP requests that block, over libcurl. Connections are kept for the next request.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/wire/options.h"
#include "app/wire/transcript.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <memory>
#include <utility>

namespace wire {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    Headers headers;
    Secret bearer;   // empty = none; travels only over TLS or on loopback, only to this origin
    QByteArray body; // sent when not empty, or with POST, PUT and PATCH
};

struct HttpAnswer
{
    int status = 0;
    Headers headers; // names in lower case
    QByteArray body;

    QByteArray header(QByteArrayView lowerCaseName) const; // the first; null when absent
};

// Any thread, several at a time. Whatever answer comes is a value, 404 as well as 200; errors are
// failures to get one: Offline with code "name", "connect", "tls", "timeout" or "cut"; Protocol
// with "framing", "too-large" or "redirect"; Invalid; Cancelled. A GET whose kept connection turned
// out to be dead is tried again on a new one; a request with a body never is. Redirects are
// followed for GET, within one origin (scheme, host, port); another origin is Protocol "redirect".
class Http
{
public:
    explicit Http(Options options = {});
    ~Http();
    Http(const Http &) = delete;
    Http &operator=(const Http &) = delete;

    Result<HttpAnswer> send(const HttpRequest &request, Progress &progress,
                            Transcript *transcript = nullptr);

    const Options &options() const { return m_options; }

private:
    Result<HttpAnswer> sendOnce(const HttpRequest &request, Progress &progress,
                                Transcript *transcript);

    struct Pool;
    Options m_options;
    std::unique_ptr<Pool> m_pool;
};

bool isLoopbackHost(const QString &host);

} // namespace wire
