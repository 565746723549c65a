// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP against a server that does what the row says.
#include "app/wire/http.h"
#include "tests/support/scriptedpeer.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <thread>

using namespace wire;
using Kind = Error::Kind;

class HttpTest : public QObject
{
    Q_OBJECT

private:
    static HttpRequest get(const QString &url)
    {
        HttpRequest request;
        request.url = QUrl(url);
        return request;
    }

private slots:
    void answersAreValues();
    void sendsBodiesAndHeaders();
    void keepsTheConnection();
    void staleConnections_data();
    void staleConnections();
    void brokenAnswers_data();
    void brokenAnswers();
    void redirectsWithinTheOrigin();
    void redirectElsewhereNeverSeesTheToken();
    void tokenNeedsTls();
    void timeouts();
    void cancelDuringATransfer();
    void cancelBeforehand();
    void unreachable();
    void tls();
    void headerInjection();
    void severalAtOnce();
    void transcript();
};

void HttpTest::answersAreValues()
{
    HttpPeer peer([](const PeerRequest &request) {
        return PeerAnswer::json(request.target == "/404" ? 404 : 200, "{\"a\":1}",
                                {"X-Thing: one", "X-thing: two"});
    });
    Http http;
    Progress progress;
    const auto answer = http.send(get(peer.url() + QStringLiteral("/a%2Fb?x=1")), progress);
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
    QCOMPARE(answer->header("x-thing"), QByteArray("one"));
    QVERIFY(answer->header("x-none").isNull());
    QCOMPARE(peer.requests().first().target, QByteArray("/a%2Fb?x=1"));
    const auto missing = http.send(get(peer.url() + QStringLiteral("/404")), progress);
    QVERIFY(missing);
    QCOMPARE(missing->status, 404);
}

void HttpTest::sendsBodiesAndHeaders()
{
    HttpPeer peer([](const PeerRequest &) { return PeerAnswer::json(200, "{}"); });
    Http http;
    Progress progress;
    const QByteArray large(300'000, 'x');
    for (const char *method : {"POST", "PATCH", "PUT", "DELETE"}) {
        HttpRequest request = get(peer.url());
        request.method = method;
        request.body = large;
        request.headers = {{"If-Match", "\"3\""}};
        request.bearer = Secret(QByteArray("token"));
        QVERIFY(http.send(request, progress));
        const PeerRequest heard = peer.requests().last();
        QCOMPARE(heard.method, QByteArray(method));
        QCOMPARE(heard.body.size(), large.size());
        QCOMPARE(heard.headers.value("if-match"), QByteArray("\"3\""));
        QCOMPARE(heard.headers.value("authorization"), QByteArray("Bearer token"));
    }
    HttpRequest request = get(peer.url());
    request.method = "POST";
    QVERIFY(http.send(request, progress));
    QCOMPARE(peer.requests().last().headers.value("content-length"), QByteArray("0"));
    request.method = "DELETE";
    QVERIFY(http.send(request, progress));
    QCOMPARE(peer.requests().last().method, QByteArray("DELETE"));
}

void HttpTest::keepsTheConnection()
{
    HttpPeer peer([](const PeerRequest &) { return PeerAnswer::json(200, "{}"); });
    Http http;
    Progress progress;
    for (int i = 0; i < 5; ++i)
        QVERIFY(http.send(get(peer.url()), progress));
    QCOMPARE(peer.connections(), 1);
}

void HttpTest::staleConnections_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("works");
    QTest::newRow("a read is tried again") << QByteArray("GET") << true;
    QTest::newRow("a write is not") << QByteArray("POST") << false;
}

// The kept connection dies under the second request.
void HttpTest::staleConnections()
{
    QFETCH(QByteArray, method);
    QFETCH(bool, works);
    std::atomic<int> count = 0;
    HttpPeer peer([&](const PeerRequest &) {
        PeerAnswer answer = PeerAnswer::json(200, "{}");
        if (++count == 2)
            answer.cutAfter = 0;
        return answer;
    });
    Http http;
    Progress progress;
    QVERIFY(http.send(get(peer.url()), progress));
    HttpRequest request = get(peer.url());
    request.method = method;
    if (method == "POST")
        request.body = "{}";
    const auto second = http.send(request, progress);
    QCOMPARE(second.has_value(), works);
    if (!works) {
        QCOMPARE(kindName(second.error().kind), kindName(Kind::Offline));
        QCOMPARE(second.error().code, QStringLiteral("cut"));
        QCOMPARE(count.load(), 2);
    }
}

void HttpTest::brokenAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("cutAfter");
    QTest::addColumn<int>("kind"); // -1 = fine
    QTest::addColumn<QString>("code");
    const QByteArray good = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";
    const auto row = [](const char *name, const QByteArray &bytes, int cut, int kind,
                        const char *code) {
        QTest::newRow(name) << bytes << cut << kind << QString::fromLatin1(code);
    };
    row("good", good, -1, -1, "");
    row("nothing", good, 0, int(Kind::Offline), "cut");
    row("cut in the status line", good, 7, int(Kind::Offline), "cut");
    row("cut in the body", good, int(good.size()) - 3, int(Kind::Offline), "cut");
    row("garbage", "\x01\x02garbage\r\n\r\n", 1000, int(Kind::Protocol), "framing");
    row("another protocol", "220 mail ESMTP\r\n", 1000, int(Kind::Protocol), "framing");
    row("chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0123\r\n0\r\n\r\n",
        -1, -1, "");
    row("bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n0123\r\n", 1000,
        int(Kind::Protocol), "framing");
    row("cut chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n0123", 1000,
        int(Kind::Offline), "cut");
    row("body too large", "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + QByteArray(5000, 'x'),
        -1, int(Kind::Protocol), "too-large");
    row("endless body", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(100'000, 'x'), 1'000'000,
        int(Kind::Protocol), "too-large");
    row("endless head", "HTTP/1.1 200 OK\r\n" + QByteArray("X-A: b\r\n").repeated(60'000) + "\r\n",
        1'000'000, int(Kind::Protocol), "too-large");
    row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", 1000,
        int(Kind::Protocol), "framing");
    row("bad compression",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope", 1000,
        int(Kind::Protocol), "framing");
}

void HttpTest::brokenAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, cutAfter);
    QFETCH(int, kind);
    QFETCH(QString, code);
    HttpPeer peer([&](const PeerRequest &) { return PeerAnswer{bytes, cutAfter, false, false}; });
    Options options;
    options.maxBody = 1000;
    options.idleTimeout = 5000;
    Http http(options);
    Progress progress;
    const auto answer = http.send(get(peer.url()), progress);
    QCOMPARE(answer.has_value(), kind < 0);
    if (kind >= 0) {
        QVERIFY2(answer.error().kind == Kind(kind),
                 qPrintable(kindName(answer.error().kind) + u' ' + answer.error().detail));
        QCOMPARE(answer.error().code, code);
        QVERIFY(!answer.error().detail.isEmpty());
    }
}

void HttpTest::redirectsWithinTheOrigin()
{
    HttpPeer peer([](const PeerRequest &request) {
        if (request.target == "/old")
            return PeerAnswer::text(301, {}, "text/plain", {"Location: /new?a=b"});
        if (request.target == "/round")
            return PeerAnswer::text(302, {}, "text/plain", {"Location: /round"});
        if (request.target == "/nowhere")
            return PeerAnswer::text(302, {}, "text/plain", {});
        return PeerAnswer::text(200, "here");
    });
    Http http;
    Progress progress;
    HttpRequest request = get(peer.url() + QStringLiteral("/old"));
    request.bearer = Secret(QByteArray("token"));
    const auto answer = http.send(request, progress);
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("here"));
    QCOMPARE(peer.requests().last().target, QByteArray("/new?a=b"));
    QCOMPARE(peer.requests().last().headers.value("authorization"), QByteArray("Bearer token"));
    for (const char *path : {"/round", "/nowhere"}) {
        const auto lost = http.send(get(peer.url() + QLatin1String(path)), progress);
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, QStringLiteral("redirect"));
    }
    request.method = "POST"; // a write is never sent anywhere else
    const auto write = http.send(request, progress);
    QVERIFY(write);
    QCOMPARE(write->status, 301);
}

void HttpTest::redirectElsewhereNeverSeesTheToken()
{
    HttpPeer other([](const PeerRequest &) { return PeerAnswer::text(200, "mine"); });
    HttpPeer peer([&](const PeerRequest &) {
        return PeerAnswer::text(302, {}, "text/plain",
                                {"Location: " + other.url().toLatin1() + "/steal"});
    });
    Http http;
    Progress progress;
    HttpRequest request = get(peer.url());
    request.bearer = Secret(QByteArray("token"));
    const auto answer = http.send(request, progress);
    QVERIFY(!answer);
    QCOMPARE(kindName(answer.error().kind), kindName(Kind::Protocol));
    QCOMPARE(answer.error().code, QStringLiteral("redirect"));
    QCOMPARE(other.connections(), 0);
}

void HttpTest::tokenNeedsTls()
{
    Http http;
    Progress progress;
    HttpRequest request = get(QStringLiteral("http://host.invalid/"));
    request.bearer = Secret(QByteArray("token"));
    const auto answer = http.send(request, progress);
    QVERIFY(!answer);
    QCOMPARE(kindName(answer.error().kind), kindName(Kind::Invalid));
    QCOMPARE(answer.error().code, QStringLiteral("tls"));
    for (const char *url : {"", "ftp://host/", "file:///etc/passwd", "https://"})
        QVERIFY(!http.send(get(QLatin1String(url)), progress));
}

void HttpTest::timeouts()
{
    HttpPeer peer([](const PeerRequest &request) {
        if (request.target == "/half")
            return PeerAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n012", -1, false, true};
        return PeerAnswer::silence();
    });
    Options options;
    options.idleTimeout = 200;
    Http http(options);
    Progress progress;
    for (const char *path : {"/never", "/half"}) {
        QElapsedTimer timer;
        timer.start();
        const auto answer = http.send(get(peer.url() + QLatin1String(path)), progress);
        QVERIFY(!answer);
        QCOMPARE(kindName(answer.error().kind), kindName(Kind::Offline));
        QCOMPARE(answer.error().code, QStringLiteral("timeout"));
        QVERIFY(timer.elapsed() < 5000);
    }
    options.idleTimeout = 60'000;
    options.totalTimeout = 200;
    Http hasty(options);
    const auto answer = hasty.send(get(peer.url()), progress);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, QStringLiteral("timeout"));
}

void HttpTest::cancelDuringATransfer()
{
    std::mutex mutex;
    std::condition_variable asked;
    bool isAsked = false;
    HttpPeer peer([&](const PeerRequest &) {
        const std::lock_guard lock(mutex);
        isAsked = true;
        asked.notify_one();
        return PeerAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n012", -1, false, true};
    });
    Http http;
    Progress progress;
    QElapsedTimer timer;
    std::thread canceller([&] {
        std::unique_lock lock(mutex);
        asked.wait(lock, [&] { return isAsked; });
        timer.start();
        progress.cancel();
    });
    const auto answer = http.send(get(peer.url()), progress);
    canceller.join();
    QVERIFY(!answer);
    QCOMPARE(kindName(answer.error().kind), kindName(Kind::Cancelled));
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
}

void HttpTest::cancelBeforehand()
{
    HttpPeer peer([](const PeerRequest &) { return PeerAnswer::text(200, "x"); });
    Http http;
    Progress progress;
    progress.cancel();
    const auto answer = http.send(get(peer.url()), progress);
    QVERIFY(!answer);
    QCOMPARE(kindName(answer.error().kind), kindName(Kind::Cancelled));
    QCOMPARE(peer.connections(), 0);
}

void HttpTest::unreachable()
{
    quint16 port = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        port = gone.serverPort();
    }
    Http http;
    Progress progress;
    const auto refused = http.send(get(QStringLiteral("http://127.0.0.1:%1/").arg(port)), progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Offline));
    QCOMPARE(refused.error().code, QStringLiteral("connect"));
    const auto nameless = http.send(get(QStringLiteral("https://no-such-host.invalid/")), progress);
    QVERIFY(!nameless);
    QCOMPARE(kindName(nameless.error().kind), kindName(Kind::Offline));
    QCOMPARE(nameless.error().code, QStringLiteral("name"));
}

void HttpTest::tls()
{
    TestCertificate certificate;
    QVERIFY(certificate.isValid());
    HttpPeer peer([](const PeerRequest &) { return PeerAnswer::text(200, "x"); }, &certificate);
    Progress progress;
    {
        Http http; // does not know the certificate
        const auto answer = http.send(get(peer.url()), progress);
        QVERIFY(!answer);
        QCOMPARE(kindName(answer.error().kind), kindName(Kind::Offline));
        QCOMPARE(answer.error().code, QStringLiteral("tls"));
        QVERIFY(answer.error().detail.contains(u"certificate"));
    }
    Options options;
    options.caFile = certificate.file();
    Http http(options);
    HttpRequest request = get(peer.url());
    request.bearer = Secret(QByteArray("token"));
    const auto answer = http.send(request, progress);
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(answer->body, QByteArray("x"));
    // the name counts, not only the signature
    QString otherName = peer.url();
    otherName.replace(QStringLiteral("127.0.0.1"), QStringLiteral("localhost"));
    const auto wrongName = http.send(get(otherName), progress);
    QVERIFY(!wrongName);
    QCOMPARE(wrongName.error().code, QStringLiteral("tls"));
    // no TLS at the other end
    HttpPeer plain([](const PeerRequest &) { return PeerAnswer::text(200, "x"); });
    QString secure = plain.url();
    secure.replace(QStringLiteral("http:"), QStringLiteral("https:"));
    options.idleTimeout = 1000;
    options.connectTimeout = 1000;
    const auto notSecure = Http(options).send(get(secure), progress);
    QVERIFY(!notSecure);
    QCOMPARE(kindName(notSecure.error().kind), kindName(Kind::Offline));
    // a certificate file that is none
    options.caFile = QStringLiteral("/dev/null");
    const auto nothing = Http(options).send(get(peer.url()), progress);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().field, QStringLiteral("ca_file"));
}

void HttpTest::headerInjection()
{
    HttpPeer peer([](const PeerRequest &) { return PeerAnswer::text(200, "x"); });
    Http http;
    Progress progress;
    HttpRequest request = get(peer.url());
    request.headers = {{"X-A", "b\r\nX-Evil: 1"}};
    QVERIFY(!http.send(request, progress));
    request.headers.clear();
    request.bearer = Secret(QByteArray("a\nX-Evil: 1"));
    QVERIFY(!http.send(request, progress));
    QCOMPARE(peer.connections(), 0);
}

void HttpTest::severalAtOnce()
{
    HttpPeer peer([](const PeerRequest &request) { return PeerAnswer::text(200, request.target); });
    Http http;
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&, t] {
            Progress progress;
            for (int i = 0; i < 10; ++i) {
                const QString path = QStringLiteral("/%1/%2").arg(t).arg(i);
                const auto answer = http.send(get(peer.url() + path), progress);
                if (answer && answer->body == path.toLatin1())
                    ++right;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(right.load(), 40);
    QVERIFY(peer.connections() <= 8);
}

void HttpTest::transcript()
{
    HttpPeer peer([](const PeerRequest &) {
        return PeerAnswer::json(200, "{\"password\":\"horse-battery\"}",
                                {"Set-Cookie: session=verysecret"});
    });
    Http http;
    Progress progress;
    Transcript transcript;
    HttpRequest request = get(peer.url() + QStringLiteral("/path?token=tok-en-value"));
    request.method = "POST";
    request.body = "{\"password\":\"horse-battery\"}";
    request.bearer = Secret(QByteArray("tok-en-value"));
    QVERIFY(http.send(request, progress, &transcript));
    const QString text = transcript.text();
    QVERIFY(text.contains(u"C: POST /path"));
    QVERIFY(text.contains(u"S: HTTP/1.1 200"));
    for (const char *secret : {"tok-en-value", "horse-battery", "verysecret"})
        QVERIFY2(!text.contains(QLatin1String(secret)), qPrintable(text));
}

QTEST_GUILESS_MAIN(HttpTest)
#include "http.moc"
