// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon in process, spoken to over its port as a client would.
#include "server/daemon.h"

#include "server/db/seed.h"
#include "tests/support/recordinghost.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

class DaemonTest : public QObject
{
    Q_OBJECT

    struct Answer
    {
        int status = 0;
        QJsonObject json;
    };

    QNetworkAccessManager m_network;

    Answer ask(const QByteArray &method, const QString &url, const QByteArray &token,
               const QByteArray &body = {}, const QSslConfiguration &tls = {})
    {
        QNetworkRequest request{QUrl(url)};
        request.setRawHeader("Authorization", "Bearer " + token);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        if (!tls.isNull())
            request.setSslConfiguration(tls);
        QScopedPointer<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20000))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QJsonDocument::fromJson(reply->readAll()).object()};
    }

private slots:
    void serves()
    {
        QTemporaryDir directory;
        host::RecordingHost host;
        SystemClock clock;
        DaemonSettings settings{.databasePath = directory.filePath(QStringLiteral("main.db")),
                                .http = {}};
        settings.http.accessLog = false;
        Daemon daemon(host, clock, settings);
        QVERIFY(daemon.url().isEmpty());
        QVERIFY(daemon.start());
        const auto token =
            db::seed(daemon.database(), QStringLiteral("bücher.example"),
                     QStringLiteral("Ana Maria Example"), QStringLiteral("ana@example.net"));
        QVERIFY(token);
        const QString url = daemon.url();
        const Answer made = ask("POST", url + QStringLiteral("/1/mail_hostings/1/mailboxes"),
                                token->reveal(), R"({"mailbox_name":"ana"})");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json.value(u"data")[u"mailbox"].toString(),
                 QStringLiteral("ana@xn--bcher-kva.example"));
        const Answer read =
            ask("GET", url + QStringLiteral("/1/mail_hostings/1/mailboxes/ana"), token->reveal());
        QCOMPARE(read.json.value(u"data")[u"mailbox_idn"].toString(),
                 QStringLiteral("ana@bücher.example"));
        QVERIFY(host.mailboxes().contains(QStringLiteral("ana@xn--bcher-kva.example")));
        QCOMPARE(ask("GET", url + QStringLiteral("/2/profile"), "wrong").status, 401);
        QCOMPARE(
            ask("DELETE", url + QStringLiteral("/1/mail_hostings/1/mailboxes/ana"), token->reveal())
                .status,
            200);
        daemon.stop();
        daemon.stop();
        QVERIFY(daemon.url().isEmpty());

        // Again, on what is there.
        Daemon next(host, clock, settings);
        QVERIFY(next.start());
        const Answer profile =
            ask("GET", next.url() + QStringLiteral("/2/profile"), token->reveal());
        QCOMPARE(profile.json.value(u"data")[u"last_name"].toString(),
                 QStringLiteral("Maria Example"));
    }

    void servesTls()
    {
        QTemporaryDir directory;
        const QString key = directory.filePath(QStringLiteral("key.pem"));
        const QString certificate = directory.filePath(QStringLiteral("certificate.pem"));
        QCOMPARE(QProcess::execute(
                     QStringLiteral("openssl"),
                     {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                      QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                      QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                      QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                      QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
                      QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}),
                 0);
        const auto contents = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        host::RecordingHost host;
        SystemClock clock;
        DaemonSettings settings{.databasePath = directory.filePath(QStringLiteral("main.db")),
                                .http = {}};
        settings.http.certificate = contents(certificate);
        settings.http.key = contents(key);
        settings.http.accessLog = false;
        Daemon daemon(host, clock, settings);
        QVERIFY(daemon.start());
        QVERIFY(daemon.url().startsWith(QStringLiteral("https://")));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(certificate));
        const Answer answer =
            ask("GET", daemon.url() + QStringLiteral("/openapi.json"), {}, {}, tls);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json.contains(u"paths"));
        // Without trust there is no answer.
        m_network.clearConnectionCache();
        QCOMPARE(ask("GET", daemon.url() + QStringLiteral("/openapi.json"), {}).status, 0);
    }

    void doesNotStartHalf()
    {
        QTemporaryDir directory;
        host::RecordingHost host;
        SystemClock clock;
        DaemonSettings settings{.databasePath = directory.filePath(QStringLiteral("main.db")),
                                .http = {}};
        settings.http.address = QStringLiteral("nowhere");
        Daemon daemon(host, clock, settings);
        QVERIFY(!daemon.start());
        QCOMPARE(daemon.port(), 0);
        settings.databasePath = directory.filePath(QStringLiteral("no/such/main.db"));
        Daemon without(host, clock, settings);
        QCOMPARE(without.start().error().kind, Error::Kind::Storage);
        settings.databasePath = directory.filePath(QStringLiteral("other.db"));
        settings.http.address = QStringLiteral("127.0.0.1");
        host.failWith(Error{Error::Kind::Storage, QStringLiteral("disk"), {}, {}, 0});
        Daemon deaf(host, clock, settings);
        QVERIFY(!deaf.start());
        QCOMPARE(deaf.port(), 0);
    }
};

QTEST_GUILESS_MAIN(DaemonTest)
#include "daemon.moc"
