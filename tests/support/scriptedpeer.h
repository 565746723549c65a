// SPDX-License-Identifier: GPL-3.0-or-later
// The other end of a connection, as a test wants it: on loopback, a free port, its own threads.
// HttpPeer answers requests by a function; LinePeer follows a dialogue of rows "C: …" (the client's
// next line begins so) and "S: …" (what is said then). Both may speak TLS.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class QTcpSocket;

// A certificate for 127.0.0.1 that signs itself, made anew by openssl.
class TestCertificate
{
public:
    TestCertificate();
    bool isValid() const { return !m_certificate.isEmpty() && !m_key.isEmpty(); }
    QString file() const { return m_directory.filePath(QStringLiteral("cert.pem")); }
    const QByteArray &certificate() const { return m_certificate; }
    const QByteArray &key() const { return m_key; }

private:
    QTemporaryDir m_directory;
    QByteArray m_certificate;
    QByteArray m_key;
};

class Peer
{
public:
    virtual ~Peer();
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    quint16 port() const { return m_port; }
    int connections() const { return m_connections; }

protected:
    explicit Peer(const TestCertificate *certificate, bool isPlainFirst = false);
    bool startTls(QTcpSocket &socket) const; // of a peer that is plain first
    void start();                            // by the most derived constructor
    void stop();                             // by the most derived destructor
    bool isStopped() const { return m_stop; }
    virtual void serve(QTcpSocket &socket, int connection) = 0; // in a thread of its own
    // false: the client is gone or the peer stops. Appends to `buffer`.
    bool readMore(QTcpSocket &socket, QByteArray &buffer) const;
    void hold(QTcpSocket &socket) const; // says nothing more, until the client leaves
    static void write(QTcpSocket &socket, const QByteArray &bytes);

private:
    void run();

    const TestCertificate *m_certificate;
    bool m_isPlainFirst;
    std::atomic<bool> m_stop = false;
    std::atomic<quint16> m_port = 0;
    std::atomic<int> m_connections = 0;
    std::thread m_thread;
    std::mutex m_mutex;
    std::vector<std::thread> m_serving;
};

struct PeerRequest
{
    QByteArray method;
    QByteArray target;                     // path and query as they came
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    int connection = 0; // from 1
};

struct PeerAnswer
{
    QByteArray bytes;
    qsizetype cutAfter = -1; // bytes, then the connection closes
    bool close = false;      // after the answer, without saying so before
    bool hang = false;       // after the answer: silence

    static PeerAnswer text(int status, const QByteArray &body,
                           const QByteArray &type = "text/plain",
                           const QList<QByteArray> &headers = {});
    static PeerAnswer json(int status, const QByteArray &body,
                           const QList<QByteArray> &headers = {})
    {
        return text(status, body, "application/json", headers);
    }
    static PeerAnswer silence() { return {{}, -1, false, true}; }
};

class HttpPeer final : public Peer
{
public:
    using Answer = std::function<PeerAnswer(const PeerRequest &)>;

    explicit HttpPeer(Answer answer, const TestCertificate *certificate = nullptr);
    ~HttpPeer() override;

    QString url() const; // without a slash at the end
    QList<PeerRequest> requests() const;

private:
    void serve(QTcpSocket &socket, int connection) override;

    bool m_tls;
    Answer m_answer;
    mutable std::mutex m_heardMutex;
    QList<PeerRequest> m_heard;
};

class LinePeer final : public Peer
{
public:
    // Each connection goes through the rows from the first. A row "TLS" makes the connection speak
    // TLS from there on, instead of from its beginning; a row "CUT" ends it. "%T" in an S row is
    // the tag of the client's last line. "S: …" rows may hold "\r\n" inside. "C: *DATA*" takes
    // everything up to a line with a dot alone.
    explicit LinePeer(QList<QByteArray> rows, const TestCertificate *certificate = nullptr);
    ~LinePeer() override;

    QList<QByteArray> heard() const;
    bool isFollowed() const { return m_followed; } // some connection reached the last row
    QByteArray surprise() const;                   // the first line that no row expected

private:
    void serve(QTcpSocket &socket, int connection) override;

    QList<QByteArray> m_rows;
    mutable std::mutex m_heardMutex;
    QList<QByteArray> m_heard;
    QByteArray m_surprise;
    std::atomic<bool> m_followed = false;
};
