// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/http.h"

#include "app/wire/curl.h"

#include <QHostAddress>

#include <mutex>
#include <vector>

namespace wire {

namespace {

constexpr int maxRedirects = 5;

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &u) { return u.port(u.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

// No value of ours may end its line and begin a header of its own.
bool isHeaderClean(const QByteArray &text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

Headers parseHead(const QByteArray &head)
{
    Headers headers;
    const QList<QByteArray> lines = head.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0)
            headers.append(
                {lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed()});
    }
    return headers;
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

QByteArray HttpAnswer::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers)
        if (QByteArrayView(name) == lowerCaseName)
            return value;
    return {};
}

// Handles that nobody uses right now, each with its open connections.
struct Http::Pool
{
    std::mutex mutex;
    std::vector<std::unique_ptr<Curl>> idle;

    std::unique_ptr<Curl> take()
    {
        const std::lock_guard lock(mutex);
        if (idle.empty())
            return std::make_unique<Curl>();
        auto curl = std::move(idle.back());
        idle.pop_back();
        return curl;
    }

    void give(std::unique_ptr<Curl> curl)
    {
        const std::lock_guard lock(mutex);
        if (idle.size() < 8)
            idle.push_back(std::move(curl));
    }
};

Http::Http(Options options)
    : m_options(std::move(options))
    , m_pool(std::make_unique<Pool>())
{
}

Http::~Http() = default;

Result<HttpAnswer> Http::send(const HttpRequest &request, Progress &progress,
                              Transcript *transcript)
{
    HttpRequest now = request;
    for (int hops = 0;; ++hops) {
        auto answer = sendOnce(now, progress, transcript);
        if (!answer)
            return answer;
        const int status = answer->status;
        const bool redirect =
            status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        if (!redirect || request.method != "GET")
            return answer;
        const QByteArray location = answer->header("location");
        const QUrl next = now.url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
        if (location.isEmpty() || !next.isValid() || hops == maxRedirects)
            return Error{Error::Kind::Protocol,
                         hops == maxRedirects
                             ? QStringLiteral("More than %1 redirections").arg(maxRedirects)
                             : QStringLiteral("A redirection without a usable address"),
                         {},
                         QStringLiteral("redirect"),
                         0};
        if (!isSameOrigin(now.url, next))
            return Error{Error::Kind::Protocol,
                         QStringLiteral("The server sends us to another one, %1; it was not asked")
                             .arg(next.host()),
                         {},
                         QStringLiteral("redirect"),
                         0};
        now.url = next;
    }
}

Result<HttpAnswer> Http::sendOnce(const HttpRequest &request, Progress &progress,
                                  Transcript *transcript)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() ||
        (scheme != u"https" && scheme != u"http"))
        return Error::invalid(QStringLiteral("url"),
                              QStringLiteral("Not an address of a web service: %1")
                                  .arg(request.url.toString(QUrl::RemoveUserInfo)));
    if (scheme == u"http" && !request.bearer.isEmpty() && !isLoopbackHost(request.url.host()))
        return Error{Error::Kind::Invalid,
                     QStringLiteral("Without TLS the token could be read on its way; the address "
                                    "must begin with https://"),
                     QStringLiteral("url"), QStringLiteral("tls"), 0};

    auto curl = m_pool->take();
    if (transcript)
        transcript->hide(request.bearer);
    const QByteArray url = request.url.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (const auto ready = curl->prepare(url, "http,https", m_options, transcript); !ready)
        return ready.error();
    curl->set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    curl->set(CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE)); // nothing of ours for a proxy
    curl->set(CURLOPT_USERAGENT, "mailwright/" MAILWRIGHT_VERSION);
    const QByteArray method = request.method;
    const bool withBody =
        !request.body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH";
    if (withBody) {
        curl->set(CURLOPT_POST, 1L);
        curl->set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl->setUpload(request.body);
        curl->appendHeader("Expect:"); // no waiting for "100 Continue"
    } else if (method == "HEAD") {
        curl->set(CURLOPT_NOBODY, 1L);
    }
    if (method != "GET" && method != "HEAD" && method != "POST")
        curl->set(CURLOPT_CUSTOMREQUEST, method.constData());
    for (const auto &[name, value] : request.headers) {
        if (!isHeaderClean(name) || !isHeaderClean(value))
            return Error{
                Error::Kind::Internal, QStringLiteral("A header with a line break"), {}, {}, 0};
        curl->appendHeader(name + ": " + value);
    }
    if (!request.bearer.isEmpty()) {
        const QByteArray token = request.bearer.reveal();
        if (!isHeaderClean(token))
            return Error{Error::Kind::Unauthorized,
                         QStringLiteral("The token has a line break in it"),
                         QStringLiteral("token"),
                         {},
                         0};
        curl->appendHeader("Authorization: Bearer " + token);
    }

    const auto done = curl->run(progress);
    if (!done)
        return done.error(); // the handle goes, its connection is in no known state
    HttpAnswer answer;
    answer.status = curl->responseCode();
    answer.headers = parseHead(curl->head());
    answer.body = curl->body();
    m_pool->give(std::move(curl));
    return answer;
}

} // namespace wire
