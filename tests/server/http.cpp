// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP server's manners and limits, spoken to byte by byte.
#include "server/api/envelope.h"
#include "server/api/httpserver.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTcpSocket>
#include <QTest>

#include <atomic>

class Http : public QObject
{
    Q_OBJECT

    // Answers what it was asked.
    static api::Response echo(api::Request &request)
    {
        return api::answer(
            QJsonObject{{QStringLiteral("method"), QString::fromLatin1(request.method)},
                        {QStringLiteral("path"), QString::fromLatin1(request.path)},
                        {QStringLiteral("query"), QString::fromLatin1(request.query)},
                        {QStringLiteral("body"), QString::fromLatin1(request.body)},
                        {QStringLiteral("if_match"), QString::fromLatin1(request.ifMatch)},
                        {QStringLiteral("peer"), QString::fromLatin1(request.peer)}});
    }

    static api::HttpSettings settings()
    {
        api::HttpSettings settings;
        settings.accessLog = false;
        settings.bodyLimit = 10000;
        return settings;
    }

    // What comes back for these bytes until `until` is in it or the other side closes.
    static QByteArray exchange(quint16 port, const QByteArray &bytes,
                               const QByteArray &until = QByteArray(), bool *closed = nullptr)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!socket.waitForConnected(5000))
            return "no connection";
        socket.write(bytes);
        QByteArray answer;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 10000) {
            answer += socket.readAll();
            if (!until.isEmpty() && answer.contains(until))
                break;
            if (socket.state() != QAbstractSocket::ConnectedState) {
                answer += socket.readAll();
                break;
            }
            socket.waitForReadyRead(100);
        }
        if (closed) {
            if (socket.state() == QAbstractSocket::ConnectedState)
                socket.waitForDisconnected(2000);
            *closed = socket.state() != QAbstractSocket::ConnectedState;
        }
        return answer;
    }

    static int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

private slots:
    void speaks()
    {
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        QVERIFY(server.port() > 0);
        const QByteArray answer = exchange(
            server.port(), "GET /a%20b?x=%31&y HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(answer.contains("\r\nDate: "));
        QVERIFY(answer.contains("\r\nContent-Type: application/json\r\n"));
        QVERIFY(answer.contains("\"path\":\"/a%20b\""));
        QVERIFY(answer.contains("\"query\":\"x=%31&y\""));
        QVERIFY(answer.contains("\"peer\":\"127.0.0.1\""));
    }

    // The last one must not win: a proxy may look at the first.
    void twoIfMatchAreAList()
    {
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        const QByteArray answer =
            exchange(server.port(), "GET /x HTTP/1.1\r\nHost: h\r\nIf-Match: 1\r\nIf-Match: *\r\n"
                                    "Connection: close\r\n\r\n");
        QVERIFY(answer.contains("\"if_match\":\"1, *\""));
    }

    void headHasNoBody()
    {
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        const QByteArray answer =
            exchange(server.port(), "HEAD /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(answer.contains("Content-Length: "));
        QVERIFY(answer.endsWith("\r\n\r\n"));
    }

    void keepsTheConnection()
    {
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        bool closed = true;
        const QByteArray answer =
            exchange(server.port(),
                     "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n"
                     "POST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                     "GET /3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
                     {}, &closed);
        QCOMPARE(answer.count("HTTP/1.1 200"), 3);
        QVERIFY(answer.contains("\"body\":\"abc\""));
        QVERIFY(answer.indexOf("/1") < answer.indexOf("/2"));
        QVERIFY(closed);
        exchange(server.port(), "GET /1 HTTP/1.0\r\n\r\n", {}, &closed);
        QVERIFY(closed);
    }

    void chunks()
    {
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        const QByteArray answer =
            exchange(server.port(), "POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n"
                                    "Connection: close\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        QCOMPARE(statusOf(answer), 200);
        QVERIFY(answer.contains("\"body\":\"abcde\""));
    }

    void ambiguousLengthsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("both") << QByteArray("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n");
        QTest::newRow("turned") << QByteArray(
            "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n");
        QTest::newRow("two lengths") << QByteArray("Content-Length: 3\r\nContent-Length: 4\r\n");
        QTest::newRow("same twice") << QByteArray("Content-Length: 3\r\nContent-Length: 3\r\n");
        QTest::newRow("list") << QByteArray("Content-Length: 3, 3\r\n");
        QTest::newRow("negative") << QByteArray("Content-Length: -3\r\n");
        QTest::newRow("plus") << QByteArray("Content-Length: +3\r\n");
        QTest::newRow("odd coding") << QByteArray("Transfer-Encoding: gzip\r\n");
        QTest::newRow("two codings")
            << QByteArray("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n");
    }
    void ambiguousLengthsAreRefused()
    {
        QFETCH(QByteArray, headers);
        std::atomic<int> asked = 0;
        api::HttpServer server(settings(), [&](api::Request &request) {
            ++asked;
            return echo(request);
        });
        QVERIFY(server.start());
        bool closed = false;
        const QByteArray answer = exchange(
            server.port(),
            "POST /x HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n3\r\nabc\r\n0\r\n\r\n", {}, &closed);
        QCOMPARE(statusOf(answer), 400);
        QVERIFY(closed);
        QCOMPARE(asked.load(), 0);
        if (answer.contains("\"result\"")) // ours, not the library's own refusal
            QCOMPARE(answer.count("HTTP/1.1 "), 1);
    }

    void limits()
    {
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        // A body that is announced too large is refused at once, one that grows too large too.
        QByteArray answer = exchange(server.port(),
                                     "POST /x HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                                     "Content-Length: 10001\r\n\r\n",
                                     "}");
        QCOMPARE(statusOf(answer), 413);
        answer = exchange(server.port(),
                          "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 80001\r\n\r\n", "}");
        QCOMPARE(statusOf(answer), 413);
        QVERIFY(answer.contains("payload_too_large"));
        answer = exchange(server.port(), "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 10000\r\n"
                                         "Connection: close\r\n\r\n" +
                                             QByteArray(10000, 'x'));
        QCOMPARE(statusOf(answer), 200);
        answer =
            exchange(server.port(),
                     "POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3000\r\n" +
                         QByteArray(0x3000, 'x') + "\r\n0\r\n\r\n",
                     "}");
        QCOMPARE(statusOf(answer), 413);
        // Who sends it all at once reads why, too: closed with a body unread, the connection is
        // reset and the answer lost. More than is thrown away is refused without.
        bool closed = false;
        answer = exchange(server.port(),
                          "POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 80000\r\n\r\n" +
                              QByteArray(80000, 'x'),
                          {}, &closed);
        QCOMPARE(statusOf(answer), 413);
        QVERIFY(answer.contains("payload_too_large") && answer.endsWith('}'));
        QVERIFY(closed);
        QCOMPARE(answer.count("HTTP/1.1 "), 1); // what was thrown away is no request
        // Headers: ours in the envelope, beyond our reach the library's.
        for (const int size : {20000, 33000, 60000}) {
            answer =
                exchange(server.port(),
                         "GET /x HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(size, 'x') + "\r\n\r\n");
            QCOMPARE(statusOf(answer), 431);
            QVERIFY2(answer.contains("\"result\":\"error\""), QByteArray::number(size));
            answer = exchange(server.port(),
                              "GET /" + QByteArray(size, 'x') + " HTTP/1.1\r\nHost: h\r\n\r\n");
            QCOMPARE(statusOf(answer), 414);
            QVERIFY2(answer.contains("\"result\":\"error\""), QByteArray::number(size));
        }
        answer = exchange(server.port(),
                          "GET /x HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(20000, 'x') + "\r\n\r\n",
                          "}");
        QCOMPARE(statusOf(answer), 431);
        QVERIFY(answer.contains("headers_too_large"));
        answer =
            exchange(server.port(),
                     "GET /x HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(200000, 'x') + "\r\n\r\n");
        QCOMPARE(statusOf(answer), 431);
        answer = exchange(server.port(),
                          "GET /" + QByteArray(200000, 'x') + " HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(statusOf(answer) == 414 || statusOf(answer) == 431);
    }

    void nonsenseDoesNotHurt()
    {
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        for (const QByteArray &bytes :
             {QByteArray("\r\n\r\n"), QByteArray("hello\r\n\r\n"), QByteArray(64, '\0'),
              QByteArray("GET  HTTP/1.1\r\n\r\n"), QByteArray("GET /x HTTP/9.9\r\nHost: h\r\n\r\n"),
              QByteArray("POST /x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
              QByteArray("\x16\x03\x01\x02\x00\x01", 6), QByteArray("GET /x HTTP/1.1\r\nbroken")}) {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
            QVERIFY(socket.waitForConnected(5000));
            socket.write(bytes);
            socket.waitForBytesWritten(5000);
            socket.abort(); // leaves early
        }
        QCOMPARE(statusOf(exchange(server.port(), "GET /x HTTP/1.1\r\nHost: h\r\n"
                                                  "Connection: close\r\n\r\n")),
                 200);
    }

    // Stopped while it refuses a request itself, the library would follow a null pointer. What it
    // logs before it refuses waits here for the stop, which waits for it: so for a moment only.
    void stopsWhileTheLibraryRefuses()
    {
        static std::atomic<bool> refuses;
        static QSemaphore stopped;
        refuses = false;
        api::HttpServer server(settings(), echo);
        QVERIFY(server.start());
        QLoggingCategory::setFilterRules(QStringLiteral("api.debug=true"));
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) {
                if (message.startsWith(QStringLiteral("Error processing request"))) {
                    refuses = true;
                    stopped.tryAcquire(1, 200);
                }
            });
        const auto after = qScopeGuard([&] {
            server.stop();
            qInstallMessageHandler(before);
            QLoggingCategory::setFilterRules(QString());
        });
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
        QVERIFY(socket.waitForConnected(5000));
        socket.write("GET /x HTTP/9.9\r\nHost: h\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten(5000));
        QTRY_VERIFY(refuses);
        server.stop();
        stopped.release();
        QCOMPARE(server.port(), 0);
    }

    void exceptionsEndOneRequestOnly()
    {
        api::HttpServer server(settings(), [](api::Request &request) -> api::Response {
            if (request.path == "/throw")
                throw std::bad_alloc();
            return echo(request);
        });
        QVERIFY(server.start());
        const QByteArray answer = exchange(server.port(), "GET /throw HTTP/1.1\r\nHost: h\r\n"
                                                          "Connection: close\r\n\r\n");
        QCOMPARE(statusOf(answer), 500);
        QVERIFY(answer.contains("internal_server_error"));
        QCOMPARE(statusOf(exchange(server.port(), "GET /x HTTP/1.1\r\nHost: h\r\n"
                                                  "Connection: close\r\n\r\n")),
                 200);
    }

    void connectionsPerAddress()
    {
        api::HttpSettings few = settings();
        few.connectionsPerAddress = 3;
        api::HttpServer server(few, echo);
        QVERIFY(server.start());
        QList<QSharedPointer<QTcpSocket>> sockets;
        int answered = 0;
        for (int i = 0; i < 6; ++i) {
            auto socket = QSharedPointer<QTcpSocket>::create();
            socket->connectToHost(QStringLiteral("127.0.0.1"), server.port());
            socket->waitForConnected(5000);
            socket->write("GET /x HTTP/1.1\r\nHost: h\r\n\r\n");
            if (socket->waitForReadyRead(1000) && socket->readAll().contains("200"))
                ++answered;
            sockets.append(socket);
        }
        QVERIFY(answered >= 1);
        QVERIFY(answered <= 3);
    }

    void idleConnectionsEnd()
    {
        api::HttpSettings brisk = settings();
        brisk.idleSeconds = 1;
        api::HttpServer server(brisk, echo);
        QVERIFY(server.start());
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
        QVERIFY(socket.waitForConnected(5000));
        socket.write("GET /x HTTP/1.1\r\n"); // and never more
        QVERIFY(socket.waitForDisconnected(15000) ||
                socket.state() == QAbstractSocket::UnconnectedState);
    }

    void addresses()
    {
        api::HttpSettings odd = settings();
        odd.address = QStringLiteral("localhost");
        api::HttpServer unknown(odd, echo);
        const auto no = unknown.start();
        QVERIFY(!no);
        QCOMPARE(no.error().kind, Error::Kind::Invalid);

        api::HttpServer first(settings(), echo);
        QVERIFY(first.start());
        api::HttpSettings taken = settings();
        taken.port = first.port();
        api::HttpServer second(taken, echo);
        const auto busy = second.start();
        QVERIFY(!busy);
        QCOMPARE(busy.error().kind, Error::Kind::Storage);
        QCOMPARE(second.port(), 0);
        first.stop();
        first.stop();
        QCOMPARE(first.port(), 0);
    }
};

QTEST_GUILESS_MAIN(Http)
#include "http.moc"
