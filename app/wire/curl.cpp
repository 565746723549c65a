// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/curl.h"

#include "app/base/log.h"
#include "app/wire/http.h"

#include <QFile>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QUrl>

#include <cstring>
#include <mutex>

namespace wire {

namespace {

constexpr int pollInterval = 50; // ms: how late a cancellation may be noticed
constexpr qsizetype maxHead = 256 * 1024;

void startCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

// The system's or the environment's proxy; empty text = none, null = libcurl may look into the
// environment itself.
QByteArray proxyFor(const QUrl &url)
{
    if (isLoopbackHost(url.host()))
        return QByteArray("");
    const bool web = url.scheme().startsWith(u"http");
    const QNetworkProxyQuery query = web ? QNetworkProxyQuery(url)
                                         : QNetworkProxyQuery(url.host(), url.port(), url.scheme(),
                                                              QNetworkProxyQuery::TcpSocket);
    for (const QNetworkProxy &proxy : QNetworkProxyFactory::systemProxyForQuery(query)) {
        const bool socks = proxy.type() == QNetworkProxy::Socks5Proxy;
        if (!socks && proxy.type() != QNetworkProxy::HttpProxy &&
            proxy.type() != QNetworkProxy::HttpCachingProxy)
            continue;
        QUrl address;
        address.setScheme(socks ? QStringLiteral("socks5h") : QStringLiteral("http"));
        address.setHost(proxy.hostName());
        address.setPort(proxy.port());
        address.setUserName(proxy.user());
        address.setPassword(proxy.password());
        return address.toEncoded();
    }
    return {};
}

} // namespace

Curl::Curl()
{
    startCurl();
    m_easy = curl_easy_init();
    m_multi = curl_multi_init();
}

Curl::~Curl()
{
    curl_easy_cleanup(m_easy);
    curl_multi_cleanup(m_multi);
    curl_slist_free_all(m_headers);
    curl_slist_free_all(m_recipients);
    curl_slist_free_all(m_addresses);
}

Result<void> Curl::prepare(const QByteArray &url, const char *protocols, const Options &options,
                           Transcript *transcript)
{
    curl_easy_reset(m_easy);
    curl_slist_free_all(m_headers);
    curl_slist_free_all(m_recipients);
    curl_slist_free_all(m_addresses);
    m_headers = nullptr;
    m_recipients = nullptr;
    m_addresses = nullptr;
    m_options = options;
    m_transcript = transcript;
    m_upload = nullptr;
    m_uploadAt = 0;
    m_isHttp = std::strncmp(protocols, "http", 4) == 0;

    set(CURLOPT_URL, url.constData());
    set(CURLOPT_PROTOCOLS_STR, protocols);
    set(CURLOPT_PATH_AS_IS, 1L); // "..", should a name ever be that, is no way up
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a name look-up under way does not hold up a cancellation
    set(CURLOPT_ERRORBUFFER, m_errorText);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_OPTIONS, long(CURLSSLOPT_NATIVE_CA));
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, long(options.connectTimeout));
    set(CURLOPT_TIMEOUT_MS, long(options.totalTimeout));
    // Of the mail protocols, also for the answer to our good-bye, which libcurl waits for.
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, long((options.idleTimeout + 999) / 1000));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Curl::askOn);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_WRITEFUNCTION, &Curl::takeBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Curl::takeHead);
    set(CURLOPT_HEADERDATA, this);
    if (transcript) {
        set(CURLOPT_VERBOSE, 1L);
        set(CURLOPT_DEBUGFUNCTION, &Curl::hear);
        set(CURLOPT_DEBUGDATA, this);
    }
    if (!options.caFile.isEmpty()) {
        QFile file(options.caFile);
        if (!file.open(QIODevice::ReadOnly) ||
            !file.read(1024 * 1024).contains("-----BEGIN CERTIFICATE-----"))
            return Error{Error::Kind::Invalid,
                         QStringLiteral("%1 is not a readable certificate file in PEM form")
                             .arg(options.caFile),
                         QStringLiteral("ca_file"), QStringLiteral("tls"), 0};
        // The system's certificates stay trusted through the directory that libcurl knows.
        set(CURLOPT_CAINFO, QFile::encodeName(options.caFile).constData());
    }
    if (const QByteArray proxy = proxyFor(QUrl::fromEncoded(url)); !proxy.isNull())
        set(CURLOPT_PROXY, proxy.constData());
    return {};
}

void Curl::appendHeader(const QByteArray &line)
{
    m_headers = curl_slist_append(m_headers, line.constData());
    set(CURLOPT_HTTPHEADER, m_headers);
}

void Curl::appendRecipient(const QByteArray &address)
{
    m_recipients = curl_slist_append(m_recipients, address.constData());
    set(CURLOPT_MAIL_RCPT, m_recipients);
}

void Curl::setAddresses(const QByteArray &host, int port, const QList<QByteArray> &addresses)
{
    QByteArrayList texts;
    for (const QByteArray &address : addresses)
        texts.append(address.contains(':') ? '[' + address + ']' : address);
    m_addresses = curl_slist_append(
        m_addresses, (host + ':' + QByteArray::number(port) + ':' + texts.join(',')).constData());
    set(CURLOPT_RESOLVE, m_addresses);
}

void Curl::setUpload(const QByteArray &bytes)
{
    m_upload = &bytes;
    m_uploadAt = 0;
    set(CURLOPT_READFUNCTION, &Curl::giveUpload);
    set(CURLOPT_READDATA, this);
}

size_t Curl::takeBody(char *bytes, size_t size, size_t count, void *self)
{
    auto *curl = static_cast<Curl *>(self);
    const size_t length = size * count;
    curl->m_lastByte.start();
    if (curl->m_body.size() + qint64(length) > curl->m_options.maxBody) {
        curl->m_tooLarge = true;
        return 0;
    }
    curl->m_body.append(bytes, qsizetype(length));
    return length;
}

size_t Curl::takeHead(char *bytes, size_t size, size_t count, void *self)
{
    auto *curl = static_cast<Curl *>(self);
    const size_t length = size * count;
    curl->m_lastByte.start();
    // Each answer begins anew: "100 Continue", a proxy's CONNECT, a retry.
    if (curl->m_isHttp && length > 5 && std::strncmp(bytes, "HTTP/", 5) == 0)
        curl->m_head.clear();
    if (curl->m_head.size() + qsizetype(length) > maxHead) {
        if (!curl->m_isHttp) { // a talkative mail server: the last lines are the ones that matter
            curl->m_head.clear();
        } else {
            curl->m_tooLarge = true;
            return 0;
        }
    }
    curl->m_head.append(bytes, qsizetype(length));
    return length;
}

size_t Curl::giveUpload(char *bytes, size_t size, size_t count, void *self)
{
    auto *curl = static_cast<Curl *>(self);
    const qsizetype length =
        std::min(qsizetype(size * count), curl->m_upload->size() - curl->m_uploadAt);
    if (length > 0)
        std::memcpy(bytes, curl->m_upload->constData() + curl->m_uploadAt, size_t(length));
    curl->m_uploadAt += length;
    curl->m_lastByte.start();
    return size_t(length);
}

int Curl::askOn(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto *curl = static_cast<Curl *>(self);
    return curl->m_progress && curl->m_progress->cancelled() ? 1 : 0;
}

int Curl::hear(CURL *, curl_infotype type, char *bytes, size_t size, void *self)
{
    auto *curl = static_cast<Curl *>(self);
    if (!curl->m_transcript)
        return 0;
    const QByteArrayView view(bytes, qsizetype(size));
    switch (type) {
    case CURLINFO_TEXT:
        curl->m_transcript->add(Transcript::Who::Note, view);
        break;
    case CURLINFO_HEADER_IN:
        curl->m_transcript->add(Transcript::Who::Server, view);
        break;
    case CURLINFO_HEADER_OUT:
        curl->m_transcript->add(Transcript::Who::Client, view);
        break;
    case CURLINFO_DATA_IN:
    case CURLINFO_DATA_OUT:
        // Bodies may hold passwords in forms nobody foresaw: their size is enough.
        curl->m_transcript->note(
            QStringLiteral("%1 %2 bytes")
                .arg(type == CURLINFO_DATA_IN ? QStringLiteral("received") : QStringLiteral("sent"))
                .arg(size));
        break;
    default:
        break; // TLS records
    }
    return 0;
}

Result<void> Curl::run(Progress &progress)
{
    m_body.clear();
    m_head.clear();
    m_tooLarge = false;
    m_idle = false;
    m_cancelled = false;
    m_errorText[0] = 0;
    if (!m_easy || !m_multi)
        return Error{Error::Kind::Internal, QStringLiteral("libcurl could not start"), {}, {}, 0};
    m_progress = &progress;
    const CURLcode code = loop(progress);
    m_progress = nullptr;
    if (code == CURLE_ABORTED_BY_CALLBACK)
        m_cancelled = true;
    if (code == CURLE_OK)
        return {};
    const Error error = errorOf(code);
    qCDebug(lcWire) << "transfer failed:" << kindName(error.kind) << error.code << error.detail;
    return error;
}

CURLcode Curl::loop(Progress &progress)
{
    if (progress.cancelled()) {
        m_cancelled = true;
        return CURLE_ABORTED_BY_CALLBACK;
    }
    if (curl_multi_add_handle(m_multi, m_easy) != CURLM_OK)
        return CURLE_FAILED_INIT;
    m_lastByte.start();
    bool connected = false;
    CURLcode result = CURLE_OK;
    for (bool done = false; !done;) {
        int running = 0;
        if (curl_multi_perform(m_multi, &running) != CURLM_OK) {
            result = CURLE_FAILED_INIT;
            break;
        }
        int left = 0;
        while (CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg == CURLMSG_DONE) {
                result = message->data.result;
                done = true;
            }
        }
        if (done || !running)
            break;
        if (progress.cancelled()) {
            m_cancelled = true;
            result = CURLE_ABORTED_BY_CALLBACK;
            break;
        }
        if (!connected) { // until then the time-out for connecting counts
            curl_off_t pretransfer = 0;
            curl_easy_getinfo(m_easy, CURLINFO_PRETRANSFER_TIME_T, &pretransfer);
            connected = pretransfer > 0;
            if (connected)
                m_lastByte.start();
        } else if (m_lastByte.hasExpired(m_options.idleTimeout)) {
            m_idle = true;
            result = CURLE_OPERATION_TIMEDOUT;
            break;
        }
        curl_multi_poll(m_multi, nullptr, 0, pollInterval, nullptr);
    }
    curl_multi_remove_handle(m_multi, m_easy);
    return result;
}

int Curl::responseCode() const
{
    long code = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &code);
    return int(code);
}

QList<QByteArray> Curl::certificates() const
{
    QList<QByteArray> out;
    curl_certinfo *info = nullptr;
    if (curl_easy_getinfo(m_easy, CURLINFO_CERTINFO, &info) != CURLE_OK || !info)
        return out;
    for (int i = 0; i < info->num_of_certs; ++i)
        for (const curl_slist *line = info->certinfo[i]; line; line = line->next) {
            constexpr QByteArrayView name("Cert:");
            QByteArray text(line->data);
            if (!text.startsWith(name))
                continue;
            // PEM: the lines between the marks are base64
            QByteArray base64;
            for (const QByteArray &part : text.mid(name.size()).split('\n'))
                if (!part.startsWith("-----"))
                    base64 += part.trimmed();
            out.append(QByteArray::fromBase64(base64));
        }
    return out;
}

QString Curl::peerAddress() const
{
    const char *address = nullptr;
    curl_easy_getinfo(m_easy, CURLINFO_PRIMARY_IP, &address);
    return QString::fromLatin1(address);
}

QString Curl::lastError() const { return QString::fromLocal8Bit(m_errorText).trimmed(); }

Error Curl::errorOf(CURLcode code) const
{
    using Kind = Error::Kind;
    QString words = lastError();
    if (words.isEmpty())
        words = QString::fromUtf8(curl_easy_strerror(code));
    const auto offline = [&](const char *what) {
        return Error{Kind::Offline, words, {}, QLatin1String(what), 0};
    };
    const auto protocol = [&](const char *what) {
        return Error{Kind::Protocol, words, {}, QLatin1String(what), 0};
    };
    if (m_cancelled)
        return {Kind::Cancelled, {}, {}, {}, 0};
    if (m_tooLarge)
        return {Kind::Protocol,
                QStringLiteral("The answer is larger than %1 bytes").arg(m_options.maxBody),
                {},
                QStringLiteral("too-large"),
                0};
    if (m_idle)
        return {
            Kind::Offline,
            QStringLiteral("No answer for %1 seconds").arg((m_options.idleTimeout + 999) / 1000),
            {},
            QStringLiteral("timeout"),
            0};
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return offline("name");
    case CURLE_COULDNT_CONNECT:
        return offline("connect");
    case CURLE_OPERATION_TIMEDOUT:
        return offline("timeout");
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_USE_SSL_FAILED:
        return offline("tls");
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_SEND_FAIL_REWIND: // the connection went while a body was on its way
    case CURLE_PARTIAL_FILE:
        return offline("cut");
    case CURLE_RECV_ERROR:
        // libcurl has one code for a lost connection and for nonsense in the framing
        return words.contains(u"chunk", Qt::CaseInsensitive) ||
                       words.contains(u"malformed", Qt::CaseInsensitive)
                   ? protocol("framing")
                   : offline("cut");
    case CURLE_LOGIN_DENIED:
        return {Kind::Unauthorized, words, {}, {}, 0};
    case CURLE_REMOTE_ACCESS_DENIED:
        return {Kind::Forbidden, words, {}, {}, 0};
    case CURLE_REMOTE_FILE_NOT_FOUND:
        return {Kind::NotFound, words, {}, {}, 0};
    case CURLE_URL_MALFORMAT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
        return {Kind::Invalid, words, QStringLiteral("url"), {}, 0};
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_QUOTE_ERROR:
    case CURLE_WRITE_ERROR:
        return protocol("framing");
    default:
        return {Kind::Internal, words, {}, QStringLiteral("curl %1").arg(int(code)), 0};
    }
}

} // namespace wire
