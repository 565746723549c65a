// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/httpserver.h"

#include "app/base/log.h"
#include "server/api/envelope.h"

#include <QElapsedTimer>
#include <QThread>

#include <microhttpd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <set>

namespace api {

// The sockets are known because libmicrohttpd 0.9.75 must not be stopped while it refuses a request
// itself (a bad version, a bad chunk, headers without end): once MHD_stop_daemon has begun,
// MHD_queue_response drops the response and says yes, and its caller follows a null pointer.
struct HttpServer::Running
{
    MHD_Daemon *daemon = nullptr;
    quint16 port = 0;
    std::mutex mutex;
    std::condition_variable closed;
    std::set<MHD_socket> sockets;
    bool ends = false;
};

// One request while it comes in.
struct HttpServer::Exchange
{
    Request request;
    QElapsedTimer clock;
    std::optional<Response> refusal; // decided before the body was read
    qsizetype discarded = 0;         // of a body that is refused already
    bool hasBegun = false;
    bool readsOn = false; // the refusal waits for the end of the body
};

// So many times the limit of a body is read and thrown away before a refusal.
static constexpr qsizetype discardFactor = 8;

struct HttpCallbacks
{
    static MHD_Result answer(void *self, MHD_Connection *connection, const char *,
                             const char *method, const char *, const char *upload,
                             size_t *uploadSize, void **state);
    static void *begin(void *, const char *uri, MHD_Connection *);
    static void end(void *, MHD_Connection *, void **state, MHD_RequestTerminationCode);
    static void connection(void *running, MHD_Connection *connection, void **,
                           MHD_ConnectionNotificationCode what);
    static size_t keepEscapes(void *, MHD_Connection *, char *text) { return strlen(text); }
    static void log(void *, const char *format, va_list values);

    static std::optional<Response> lookAtHeaders(const HttpServer &server,
                                                 MHD_Connection *connection,
                                                 HttpServer::Exchange &exchange,
                                                 const char *method);
    static MHD_Result send(const HttpServer &server, MHD_Connection *connection,
                           HttpServer::Exchange &exchange, const Response &response);
};

namespace {

QByteArray peerOf(MHD_Connection *connection)
{
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    char text[INET6_ADDRSTRLEN] = "";
    if (info && info->client_addr) {
        const sockaddr *address = info->client_addr;
        const void *bytes = address->sa_family == AF_INET6
                                ? static_cast<const void *>(
                                      &reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr)
                                : static_cast<const void *>(
                                      &reinterpret_cast<const sockaddr_in *>(address)->sin_addr);
        inet_ntop(address->sa_family, bytes, text, sizeof text);
    }
    return text;
}

struct HeaderSums
{
    qsizetype bytes = 0;
    int contentLengths = 0;
    int transferEncodings = 0;
    QByteArray contentLength;
    QByteArray transferEncoding;
    QByteArray authorization;
    QByteArray ifMatch;
    QByteArray methodOverride;
    int authorizations = 0;
    bool awaitsContinue = false; // it sends no body before it is told to
};

MHD_Result sumUp(void *into, MHD_ValueKind, const char *key, const char *value)
{
    auto &sums = *static_cast<HeaderSums *>(into);
    const char *text = value ? value : "";
    sums.bytes += qsizetype(strlen(key) + strlen(text)) + 4;
    if (qstricmp(key, "Content-Length") == 0) {
        ++sums.contentLengths;
        sums.contentLength = text;
    } else if (qstricmp(key, "Transfer-Encoding") == 0) {
        ++sums.transferEncodings;
        sums.transferEncoding = text;
    } else if (qstricmp(key, "Authorization") == 0) {
        ++sums.authorizations;
        sums.authorization = text;
    } else if (qstricmp(key, "If-Match") == 0) {
        // Said twice it is one list (RFC 9110, 5.3), and a list is not a version.
        if (!sums.ifMatch.isEmpty())
            sums.ifMatch.append(", ");
        sums.ifMatch.append(text);
    } else if (qstricmp(key, "Expect") == 0) {
        sums.awaitsContinue = qstricmp(text, "100-continue") == 0;
    } else if (qstricmp(key, "X-HTTP-Method-Override") == 0) {
        sums.methodOverride = text;
    }
    return MHD_YES;
}

Response closing(int status, const char *code, const char *description)
{
    Response response =
        refusal(status, QString::fromLatin1(code), QString::fromLatin1(description));
    response.close = true;
    return response;
}

} // namespace

void *HttpCallbacks::begin(void *, const char *uri, MHD_Connection *)
{
    auto *exchange = new HttpServer::Exchange;
    exchange->clock.start();
    QByteArray target = uri;
    if (!target.startsWith('/')) { // "GET http://host/path": the absolute form is allowed
        const qsizetype host = target.indexOf("://");
        const qsizetype slash = host < 0 ? -1 : target.indexOf('/', host + 3);
        target = slash < 0 ? target : target.mid(slash);
    }
    const qsizetype question = target.indexOf('?');
    exchange->request.path = question < 0 ? target : target.left(question);
    exchange->request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    return exchange;
}

void HttpCallbacks::end(void *, MHD_Connection *, void **state, MHD_RequestTerminationCode)
{
    delete static_cast<HttpServer::Exchange *>(*state);
    *state = nullptr;
}

void HttpCallbacks::connection(void *running, MHD_Connection *connection, void **,
                               MHD_ConnectionNotificationCode what)
{
    auto &own = *static_cast<HttpServer::Running *>(running);
    const MHD_socket socket =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
    const std::lock_guard lock(own.mutex);
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) { // the socket is still open here
        own.sockets.erase(socket);
        own.closed.notify_all();
    } else if (own.ends) {
        ::shutdown(socket, SHUT_RDWR); // it is closed without a look at what it sent
    } else {
        own.sockets.insert(socket);
    }
}

void HttpCallbacks::log(void *, const char *format, va_list values)
{
    qCDebug(lcApi).noquote() << QString::vasprintf(format, values).trimmed();
}

std::optional<Response> HttpCallbacks::lookAtHeaders(const HttpServer &server,
                                                     MHD_Connection *connection,
                                                     HttpServer::Exchange &exchange,
                                                     const char *method)
{
    Request &request = exchange.request;
    HeaderSums sums;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &sumUp, &sums);
    request.method = method;
    request.peer = peerOf(connection);
    request.authorization = sums.authorization;
    request.ifMatch = sums.ifMatch;
    request.methodOverride = sums.methodOverride;
    // Two ways to say where the body ends are how requests are smuggled past a proxy (RFC 9112,
    // 6.3): refused, and the connection with them.
    if (sums.contentLengths + sums.transferEncodings > 1)
        return closing(400, "error", "The length of the body is told in more than one way");
    if (sums.authorizations > 1)
        return closing(400, "error", "There is more than one Authorization");
    if (sums.transferEncodings && qstricmp(sums.transferEncoding, "chunked") != 0)
        return closing(400, "error", "This transfer encoding is not known");
    qulonglong size = 0;
    if (sums.contentLengths) {
        bool ok = false;
        size = sums.contentLength.trimmed().toULongLong(&ok);
        if (!ok || sums.contentLength.contains('+'))
            return closing(400, "error", "The Content-Length is not a number");
    }
    // Whoever is still sending when the connection closes may never see why: what follows is read
    // and thrown away first, when that has an end.
    exchange.readsOn = size > 0 && !sums.awaitsContinue &&
                       size <= qulonglong(discardFactor * server.m_settings.bodyLimit);
    const qsizetype line = request.path.size() + request.query.size();
    if (line > server.m_settings.headerLimit)
        return closing(414, "uri_too_long", "The address of this request is too long");
    if (sums.bytes + line > server.m_settings.headerLimit)
        return closing(431, "headers_too_large", "The headers of this request are too large");
    if (size > qulonglong(server.m_settings.bodyLimit))
        return closing(413, "payload_too_large", "The body of this request is too large");
    request.body.reserve(qsizetype(size));
    return {};
}

MHD_Result HttpCallbacks::answer(void *self, MHD_Connection *connection, const char *,
                                 const char *method, const char *, const char *upload,
                                 size_t *uploadSize, void **state)
{
    const HttpServer &server = *static_cast<HttpServer *>(self);
    auto *exchange = static_cast<HttpServer::Exchange *>(*state);
    if (!exchange)
        return MHD_NO;
    if (!exchange->hasBegun) { // the headers are there
        exchange->hasBegun = true;
        exchange->refusal = lookAtHeaders(server, connection, *exchange, method);
        if (exchange->refusal && !exchange->readsOn)
            return send(server, connection, *exchange, *exchange->refusal);
        return MHD_YES;
    }
    if (*uploadSize) {
        QByteArray &body = exchange->request.body;
        const auto size = qsizetype(*uploadSize);
        *uploadSize = 0;
        if (!exchange->refusal && body.size() + size > server.m_settings.bodyLimit) {
            exchange->refusal =
                closing(413, "payload_too_large", "The body of this request is too large");
            body.clear();
        }
        if (!exchange->refusal) {
            body.append(upload, size);
            return MHD_YES;
        }
        // libmicrohttpd answers only after the body; what never ends is not waited for.
        exchange->discarded += size;
        return exchange->discarded > discardFactor * server.m_settings.bodyLimit ? MHD_NO : MHD_YES;
    }
    if (exchange->refusal)
        return send(server, connection, *exchange, *exchange->refusal);
    return send(server, connection, *exchange, server.respond(exchange->request));
}

Response HttpServer::respond(Request &request) const
{
    // Nothing of ours throws; what the library or memory throws ends this request only.
    try {
        return m_answer(request);
    } catch (const std::exception &exception) {
        qCCritical(lcApi) << "A request ended with" << exception.what();
    } catch (...) {
        qCCritical(lcApi) << "A request ended with an unknown exception";
    }
    return refusal({Error::Kind::Internal, {}, {}, {}, 0});
}

MHD_Result HttpCallbacks::send(const HttpServer &server, MHD_Connection *connection,
                               HttpServer::Exchange &exchange, const Response &answer)
{
    MHD_Response *response = MHD_create_response_from_buffer(
        size_t(answer.body.size()), const_cast<char *>(answer.body.constData()),
        MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    MHD_add_response_header(response, "Content-Type", "application/json");
    for (const auto &[name, value] : answer.headers)
        MHD_add_response_header(response, name.constData(), value.constData());
    if (answer.close)
        MHD_add_response_header(response, "Connection", "close");
    const MHD_Result queued = MHD_queue_response(connection, unsigned(answer.status), response);
    MHD_destroy_response(response);
    if (server.m_settings.accessLog) {
        const Request &request = exchange.request;
        // The path as it came: what is not printable is still escaped in it.
        qCInfo(lcApi).noquote().nospace()
            << request.peer << ' ' << request.method << ' ' << request.path << ' ' << answer.status
            << ' ' << answer.body.size() << ' ' << exchange.clock.nsecsElapsed() / 1000 << "us";
    }
    return queued;
}

HttpServer::HttpServer(HttpSettings settings, Answer answer)
    : m_settings(std::move(settings))
    , m_answer(std::move(answer))
{
}

HttpServer::~HttpServer() { stop(); }

Result<void> HttpServer::start()
{
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    const QByteArray address = m_settings.address.toLatin1();
    const bool isV6 = address.contains(':');
    v4.sin_family = AF_INET;
    v4.sin_port = htons(m_settings.port);
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(m_settings.port);
    const int known = isV6 ? inet_pton(AF_INET6, address.constData(), &v6.sin6_addr)
                           : inet_pton(AF_INET, address.constData(), &v4.sin_addr);
    if (known != 1)
        return Error::invalid(QStringLiteral("address"),
                              QStringLiteral("“%1” is not an IP address").arg(m_settings.address));
    const int threads =
        m_settings.threads > 0 ? m_settings.threads : std::max(4, QThread::idealThreadCount());

    auto running = std::make_unique<Running>();
    std::vector<MHD_OptionItem> options{
        {MHD_OPTION_EXTERNAL_LOGGER, reinterpret_cast<intptr_t>(&HttpCallbacks::log), nullptr},
        {MHD_OPTION_SOCK_ADDR, 0, isV6 ? static_cast<void *>(&v6) : static_cast<void *>(&v4)},
        {MHD_OPTION_THREAD_POOL_SIZE, threads, nullptr},
        {MHD_OPTION_CONNECTION_LIMIT, m_settings.connections, nullptr},
        {MHD_OPTION_PER_IP_CONNECTION_LIMIT, m_settings.connectionsPerAddress, nullptr},
        {MHD_OPTION_CONNECTION_TIMEOUT, m_settings.idleSeconds, nullptr},
        // Room for the request line and headers: more than the limit, so that the refusal comes
        // from us, in the envelope; not much more, because it is cleared for every request. What
        // does not fit here libmicrohttpd refuses itself (431 or 414), in HTML and without asking.
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, 5 * m_settings.headerLimit, nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_INCREMENT, 4096, nullptr},
        {MHD_OPTION_UNESCAPE_CALLBACK, reinterpret_cast<intptr_t>(&HttpCallbacks::keepEscapes),
         nullptr},
        {MHD_OPTION_URI_LOG_CALLBACK, reinterpret_cast<intptr_t>(&HttpCallbacks::begin), nullptr},
        {MHD_OPTION_NOTIFY_COMPLETED, reinterpret_cast<intptr_t>(&HttpCallbacks::end), nullptr},
        {MHD_OPTION_NOTIFY_CONNECTION, reinterpret_cast<intptr_t>(&HttpCallbacks::connection),
         running.get()},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr}};
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ERROR_LOG;
    if (isV6)
        flags |= MHD_USE_IPv6;
    if (isTls()) {
        flags |= MHD_USE_TLS;
        options.push_back(
            {MHD_OPTION_HTTPS_MEM_CERT, 0, const_cast<char *>(m_settings.certificate.constData())});
        options.push_back(
            {MHD_OPTION_HTTPS_MEM_KEY, 0, const_cast<char *>(m_settings.key.constData())});
        options.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0,
                           const_cast<char *>("NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2")});
    }
    options.push_back({MHD_OPTION_END, 0, nullptr});
    MHD_Daemon *daemon =
        MHD_start_daemon(flags, m_settings.port, nullptr, nullptr, &HttpCallbacks::answer, this,
                         MHD_OPTION_ARRAY, options.data(), MHD_OPTION_END);
    if (!daemon)
        return Error{Error::Kind::Storage,
                     QStringLiteral("Could not listen on %1 port %2%3: %4")
                         .arg(m_settings.address)
                         .arg(m_settings.port)
                         .arg(isTls() ? QStringLiteral(" (TLS)") : QString())
                         .arg(QString::fromLocal8Bit(strerror(errno))),
                     {},
                     {},
                     0};
    m_running = std::move(running);
    m_running->daemon = daemon;
    const auto *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
    m_running->port = info ? info->port : m_settings.port;
    return {};
}

void HttpServer::stop()
{
    if (!m_running)
        return;
    {
        std::unique_lock lock(m_running->mutex);
        m_running->ends = true;
        for (const MHD_socket socket : m_running->sockets)
            ::shutdown(socket, SHUT_RDWR); // as MHD_stop_daemon does with them
        m_running->closed.wait_for(lock, std::chrono::seconds(10),
                                   [this] { return m_running->sockets.empty(); });
    }
    MHD_stop_daemon(m_running->daemon);
    m_running.reset();
}

quint16 HttpServer::port() const { return m_running ? m_running->port : 0; }

} // namespace api
