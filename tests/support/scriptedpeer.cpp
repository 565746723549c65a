// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedpeer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

#include <condition_variable>

namespace {

constexpr int blink = 20; // ms between two looks at whether to stop

class Listener final : public QTcpServer
{
public:
    std::function<void(qintptr)> taken;

protected:
    void incomingConnection(qintptr descriptor) override { taken(descriptor); }
};

} // namespace

TestCertificate::TestCertificate()
{
    const QString key = m_directory.filePath(QStringLiteral("key.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                   QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                   QStringLiteral("-keyout"), key, QStringLiteral("-out"), file(),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1")});
    if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
        return;
    QFile certificateFile(file());
    QFile keyFile(key);
    if (certificateFile.open(QIODevice::ReadOnly) && keyFile.open(QIODevice::ReadOnly)) {
        m_certificate = certificateFile.readAll();
        m_key = keyFile.readAll();
    }
}

Peer::Peer(const TestCertificate *certificate, bool isPlainFirst)
    : m_certificate(certificate)
    , m_isPlainFirst(isPlainFirst)
{
}

Peer::~Peer() = default;

void Peer::start()
{
    std::mutex mutex;
    std::condition_variable ready;
    bool isReady = false;
    m_thread = std::thread([&] {
        Listener listener;
        listener.taken = [this](qintptr descriptor) {
            const int connection = ++m_connections;
            const std::lock_guard lock(m_mutex);
            m_serving.emplace_back([this, descriptor, connection] {
                std::unique_ptr<QTcpSocket> socket;
                if (m_certificate) {
                    auto secure = std::make_unique<QSslSocket>();
                    secure->setLocalCertificate(QSslCertificate(m_certificate->certificate()));
                    secure->setPrivateKey(QSslKey(m_certificate->key(), QSsl::Ec));
                    secure->setSocketDescriptor(descriptor);
                    if (!m_isPlainFirst && !startTls(*secure))
                        return;
                    socket = std::move(secure);
                } else {
                    socket = std::make_unique<QTcpSocket>();
                    socket->setSocketDescriptor(descriptor);
                }
                serve(*socket, connection);
                socket->disconnectFromHost();
                if (socket->state() != QAbstractSocket::UnconnectedState)
                    socket->waitForDisconnected(1000);
            });
        };
        listener.listen(QHostAddress::LocalHost, 0);
        m_port = listener.serverPort();
        {
            const std::lock_guard lock(mutex);
            isReady = true;
            ready.notify_one();
        }
        while (!m_stop)
            listener.waitForNewConnection(blink);
    });
    std::unique_lock lock(mutex);
    ready.wait(lock, [&] { return isReady; });
}

void Peer::stop()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
    for (std::thread &thread : m_serving)
        thread.join();
    m_serving.clear();
}

bool Peer::startTls(QTcpSocket &socket) const
{
    auto *const secure = qobject_cast<QSslSocket *>(&socket);
    if (!secure)
        return false;
    secure->startServerEncryption();
    return secure->waitForEncrypted(10'000);
}

bool Peer::readMore(QTcpSocket &socket, QByteArray &buffer) const
{
    while (!m_stop) {
        if (socket.bytesAvailable() > 0 || socket.waitForReadyRead(blink)) {
            buffer += socket.readAll();
            return true;
        }
        if (socket.state() != QAbstractSocket::ConnectedState)
            return false;
    }
    return false;
}

void Peer::hold(QTcpSocket &socket) const
{
    QByteArray ignored;
    while (readMore(socket, ignored))
        ignored.clear();
}

void Peer::write(QTcpSocket &socket, const QByteArray &bytes)
{
    socket.write(bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5000)) {
    }
}

// ---- HTTP

PeerAnswer PeerAnswer::text(int status, const QByteArray &body, const QByteArray &type,
                            const QList<QByteArray> &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Word\r\nContent-Type: " + type +
                       "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const QByteArray &header : headers)
        bytes += header + "\r\n";
    return {bytes + "\r\n" + body, -1, false, false};
}

HttpPeer::HttpPeer(Answer answer, const TestCertificate *certificate)
    : Peer(certificate)
    , m_tls(certificate)
    , m_answer(std::move(answer))
{
    start();
}

HttpPeer::~HttpPeer() { stop(); }

QString HttpPeer::url() const
{
    return QStringLiteral("%1://127.0.0.1:%2").arg(m_tls ? u"https" : u"http").arg(port());
}

QList<PeerRequest> HttpPeer::requests() const
{
    const std::lock_guard lock(m_heardMutex);
    return m_heard;
}

void HttpPeer::serve(QTcpSocket &socket, int connection)
{
    QByteArray buffer;
    for (;;) {
        qsizetype end = -1;
        while ((end = buffer.indexOf("\r\n\r\n")) < 0)
            if (!readMore(socket, buffer))
                return;
        PeerRequest request;
        request.connection = connection;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> words = lines.first().trimmed().split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.insert(lines[i].left(colon).trimmed().toLower(),
                                   lines[i].mid(colon + 1).trimmed());
        }
        buffer.remove(0, end + 4);
        const qsizetype length = request.headers.value("content-length").toLongLong();
        while (buffer.size() < length)
            if (!readMore(socket, buffer))
                return;
        request.body = buffer.left(length);
        buffer.remove(0, length);
        {
            const std::lock_guard lock(m_heardMutex);
            m_heard.append(request);
        }
        const PeerAnswer answer = m_answer(request);
        write(socket, answer.cutAfter >= 0 ? answer.bytes.left(answer.cutAfter) : answer.bytes);
        if (answer.hang)
            hold(socket);
        if (answer.cutAfter >= 0 || answer.close || answer.hang)
            return;
    }
}

// ---- line by line

LinePeer::LinePeer(QList<QByteArray> rows, const TestCertificate *certificate)
    : Peer(certificate, rows.contains("TLS"))
    , m_rows(std::move(rows))
{
    start();
}

LinePeer::~LinePeer() { stop(); }

QList<QByteArray> LinePeer::heard() const
{
    const std::lock_guard lock(m_heardMutex);
    return m_heard;
}

QByteArray LinePeer::surprise() const
{
    const std::lock_guard lock(m_heardMutex);
    return m_surprise;
}

void LinePeer::serve(QTcpSocket &socket, int)
{
    QByteArray buffer;
    QByteArray tag;
    for (const QByteArray &row : std::as_const(m_rows)) {
        QByteArray text = row.mid(3);
        if (row == "CUT")
            return;
        if (row == "TLS") {
            if (!startTls(socket))
                return;
            continue;
        }
        if (row.startsWith("S:")) {
            write(socket, text.replace("%T", tag) + "\r\n");
            continue;
        }
        const QByteArray mark = text == "*DATA*" ? "\r\n.\r\n" : "\r\n";
        qsizetype end = -1;
        while ((end = buffer.indexOf(mark)) < 0)
            if (!readMore(socket, buffer))
                return;
        const QByteArray line = buffer.left(end);
        buffer.remove(0, end + mark.size());
        tag = line.left(line.indexOf(' '));
        const std::lock_guard lock(m_heardMutex);
        m_heard.append(line);
        if (text == "*DATA*")
            continue;
        const bool tagged = text.startsWith("%T ");
        const QByteArray rest = tagged ? line.mid(tag.size() + 1) : line;
        if (!rest.toUpper().startsWith((tagged ? text.mid(3) : text).toUpper())) {
            m_surprise = line;
            return;
        }
    }
    m_followed = true;
    while (!buffer.contains("\r\n") && readMore(socket, buffer)) {
    } // the client's good-bye
}
