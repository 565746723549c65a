// SPDX-License-Identifier: GPL-3.0-or-later
// From the wire's refusals to kinds of errors, and what the first start is told.
#include "app/backend/connection.h"
#include "tests/backend/farside.h"

#include <QTcpServer>
#include <QTest>

using namespace backend;
using Kind = Error::Kind;

class ErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void kinds_data();
    void kinds();
    void faults();
    void retryAfter_data();
    void retryAfter();
    void limitedReadIsTriedAgain();
    void limitedWriteIsNot();
    void asynchronous();
    void connection_data();
    void connection();
    void connectionLowerDown();
};

void ErrorsTest::kinds_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto coded = [](int status, const char *code, Kind kind) {
        QTest::addRow("%d %s", status, code)
            << status << FarSide::failure(status, code).bytes.split('\n').last() << int(kind);
    };
    const auto raw = [](int status, const char *body, Kind kind) {
        QTest::addRow("%d %.20s", status, body) << status << QByteArray(body) << int(kind);
    };
    coded(401, "not_authorized", Kind::Unauthorized);
    coded(403, "not_authorized", Kind::Forbidden);
    coded(403, "access_denied", Kind::Forbidden);
    coded(404, "object_not_found", Kind::NotFound);
    coded(404, "method_not_found", Kind::Unsupported);
    coded(409, "user_already_has_access_to_mailbox", Kind::Conflict);
    coded(422, "validation_failed", Kind::Invalid);
    coded(429, "rate_limit", Kind::Limited);
    coded(400, "error", Kind::Invalid);
    coded(400, "mailbox_is_ldap_locked", Kind::Forbidden);
    coded(400, "alias_does_not_exist", Kind::NotFound);
    coded(400, "mailbox_already_exists", Kind::Conflict);
    coded(400, "too_many_attempts_try_again_in_1_minute", Kind::Limited);
    coded(500, "cannot_create_object", Kind::Forbidden);
    coded(500, "cannot_update_object", Kind::Forbidden);
    coded(500, "cannot_delete_object", Kind::Forbidden);
    coded(500, "unexpected_error", Kind::Internal);
    coded(500, "internal_server_error", Kind::Internal);
    coded(501, "error", Kind::Unsupported);
    coded(502, "error", Kind::Offline);
    coded(503, "service_unavailable", Kind::Offline);
    coded(200, "not_authorized", Kind::Unauthorized);
    coded(200, "object_not_found", Kind::NotFound);
    coded(200, "validation_failed", Kind::Invalid);
    coded(200, "error", Kind::Protocol);
    coded(200, "mailbox_is_smtpban", Kind::Forbidden);
    raw(200, "<html>hello</html>", Kind::Protocol);
    raw(200, "", Kind::Protocol);
    raw(200, "[]", Kind::Protocol);
    raw(200, "{}", Kind::Protocol);
    raw(200, "{\"result\":\"maybe\"}", Kind::Protocol);
    raw(200, "{\"result\":7}", Kind::Protocol);
    raw(200, "{\"result\":\"error\"}", Kind::Protocol);
    raw(200, "{\"result\":\"error\",\"error\":\"text\"}", Kind::Protocol);
    raw(401, "<html>", Kind::Unauthorized);
    raw(403, "", Kind::Forbidden);
    raw(404, "<html>", Kind::Protocol);
    raw(429, "slow", Kind::Limited);
    raw(501, "", Kind::Unsupported);
    raw(502, "<html>", Kind::Offline);
    raw(500, "{\"result\":\"success\",\"data\":1}", Kind::Internal);
    raw(302, "", Kind::Protocol);
}

void ErrorsTest::kinds()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const auto answer = answerFrom({status, {{"content-type", "x"}}, body});
    QVERIFY(!answer);
    QVERIFY2(answer.error().kind == Kind(kind), kindName(answer.error().kind).latin1());
    QVERIFY(!answer.error().detail.isEmpty());
    if (answer.error().kind == Kind::Limited)
        QVERIFY(answer.error().retryAfter > 0);
}

void ErrorsTest::faults()
{
    const auto answer = answerFrom(
        {422,
         {},
         R"({"result":"error","error":{"code":"validation_failed","description":"Wrong","errors":[)"
         R"({"code":"validation_rule_max","description":"Too long","context":{"attribute":"mailbox_name"}},)"
         R"({"code":"x","description":"","context":{"attribute":"permissions.can_send_emails"}},)"
         R"({"code":"y","errors":[{"code":"z","description":"Deep","context":{"attribute":"note"}}]}]}})"});
    QVERIFY(!answer);
    QCOMPARE(answer.error().field, QStringLiteral("name"));
    QCOMPARE(answer.error().code, QStringLiteral("validation_failed"));
    QCOMPARE(answer.error().detail, QStringLiteral("name: Too long\nrights: x\nnote: Deep"));
    const auto user = answerFrom(
        {422, {}, R"({"result":"error","error":{"code":"user_not_attached_to_account"}})"});
    QCOMPARE(user.error().field, QStringLiteral("user"));
    const auto filter = answerFrom(
        {422,
         {},
         R"({"result":"error","error":{"code":"q","context":{"attribute":"has_move_spam"}}})"});
    QCOMPARE(filter.error().field, QStringLiteral("has_spam_filter"));
}

void ErrorsTest::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("none") << QByteArray() << 60 << 60;
    QTest::newRow("seconds") << QByteArray("7") << 7 << 7;
    QTest::newRow("nonsense") << QByteArray("soon") << 60 << 60;
    QTest::newRow("negative") << QByteArray("-5") << 60 << 60;
    QTest::newRow("huge") << QByteArray("99999999") << 86400 << 86400;
    QTest::newRow("date gone by") << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << 1 << 1;
}

void ErrorsTest::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(int, least);
    QFETCH(int, most);
    wire::Headers headers;
    if (!header.isEmpty())
        headers.emplaceBack("retry-after", header);
    const auto answer =
        answerFrom({429, headers, R"({"result":"error","error":{"code":"rate_limit"}})"});
    QVERIFY(!answer);
    QVERIFY(answer.error().retryAfter >= least && answer.error().retryAfter <= most);
}

void ErrorsTest::limitedReadIsTriedAgain()
{
    FarSide far;
    HandClock clock;
    HostingApi::Options options;
    options.stopwatch = clock.stopwatch();
    HostingApi api(far.account(), far.token(), options);
    far.on("GET /2/profile",
           {PeerAnswer::json(429, R"({"result":"error","error":{"code":"rate_limit"}})",
                             {"Retry-After: 7"}),
            FarSide::failure(429, "rate_limit"), FarSide::success(R"({"id":3})")});
    QStringList notes;
    Progress progress([&](qint64, qint64, const QString &note) { notes.append(note); });
    QVERIFY(api.me(progress));
    QVERIFY(*clock.ms >= 67'000 && *clock.ms < 70'000);
    QVERIFY(!notes.isEmpty() && !notes.first().isEmpty());
    far.on("GET /2/profile", {FarSide::failure(429, "rate_limit")});
    const auto never = api.me(progress); // not for ever
    QVERIFY(!never);
    QCOMPARE(kindName(never.error().kind), kindName(Kind::Limited));
    QCOMPARE(never.error().retryAfter, 60);
}

void ErrorsTest::limitedWriteIsNot()
{
    FarSide far;
    HandClock clock;
    HostingApi::Options options;
    options.stopwatch = clock.stopwatch();
    HostingApi api(far.account(), far.token(), options);
    far.on("DELETE /1/mail_hostings/7/mailboxes/ana/accesses/devices",
           {FarSide::failure(429, "rate_limit")});
    Progress progress;
    const auto refused =
        api.apply({mail::Verb::Remove,
                   {QStringLiteral("device"), 7, QStringLiteral("ana"), QStringLiteral("*"), {}, 0},
                   {},
                   {}},
                  progress);
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(Kind::Limited));
    QCOMPARE(far.peer().requests().size(), 1);
}

void ErrorsTest::asynchronous()
{
    FarSide far;
    HandClock clock;
    HostingApi::Options options;
    options.stopwatch = clock.stopwatch();
    HostingApi api(far.account(), far.token(), options);
    far.on("GET /2/profile", {PeerAnswer::json(200, R"({"result":"asynchronous","data":"u-1"})")});
    far.on("GET /1/async/tasks/u-1",
           {FarSide::success(R"({"status":"spooled"})"),
            FarSide::success(R"({"status":"running"})"),
            FarSide::success(R"({"status":"executed","response":{"id":5}})")});
    Progress progress;
    const auto me = api.me(progress);
    QVERIFY(me);
    QCOMPARE(me->id, 5);
    far.on("GET /1/async/tasks/u-1",
           {FarSide::success(R"({"status":"failed","error":{"code":"cannot_update_object",)"
                             R"("description":"No"}})")});
    const auto failed = api.me(progress);
    QVERIFY(!failed);
    QCOMPARE(kindName(failed.error().kind), kindName(Kind::Forbidden));
    QCOMPARE(failed.error().detail, QStringLiteral("No"));
}

void ErrorsTest::connection_data()
{
    QTest::addColumn<QByteArray>("profile"); // status and body
    QTest::addColumn<QByteArray>("accounts");
    QTest::addColumn<QString>("code");
    const QByteArray me = FarSide::success(R"({"id":3})").bytes;
    const QByteArray one = FarSide::success(R"([{"id":1}])").bytes;
    QTest::newRow("good") << me << one << QString();
    QTest::newRow("token") << FarSide::failure(401, "not_authorized").bytes << one
                           << QStringLiteral("token");
    QTest::newRow("scope") << FarSide::failure(403, "not_authorized").bytes << one
                           << QStringLiteral("rights");
    QTest::newRow("accounts forbidden")
        << me << FarSide::failure(403, "forbidden").bytes << QStringLiteral("rights");
    QTest::newRow("no service") << me << FarSide::success("[]").bytes << QStringLiteral("rights");
    QTest::newRow("a web page") << PeerAnswer::text(200, "<html>", "text/html").bytes << one
                                << QStringLiteral("not-mailwright");
    QTest::newRow("a web server") << PeerAnswer::text(404, "<html>", "text/html").bytes << one
                                  << QStringLiteral("not-mailwright");
    QTest::newRow("another API") << PeerAnswer::json(200, "{\"ok\":true}").bytes << one
                                 << QStringLiteral("not-mailwright");
    QTest::newRow("mail server") << QByteArray("220 mail ESMTP\r\n\r\n") << one
                                 << QStringLiteral("not-mailwright");
}

void ErrorsTest::connection()
{
    QFETCH(QByteArray, profile);
    QFETCH(QByteArray, accounts);
    QFETCH(QString, code);
    FarSide far;
    far.on("GET /2/profile", {PeerAnswer{profile, -1, !profile.startsWith("HTTP"), false}});
    far.on("GET /1/accounts", {PeerAnswer{accounts, -1, false, false}});
    far.on("GET /1/mail_hostings", R"([{"id":7,"main_fqdn":"example.org"}])");
    Progress progress;
    const auto user = testConnection(far.account(), far.token(), progress);
    QCOMPARE(user.has_value(), code.isEmpty());
    if (!code.isEmpty())
        QCOMPARE(user.error().code, code);
}

void ErrorsTest::connectionLowerDown()
{
    Progress progress;
    mail::Account account;
    account.kind = mail::AccountKind::Server;
    const auto codeOf = [&](const QString &url) {
        account.url = url;
        const auto user = testConnection(account, FarSide::token(), progress);
        return user ? QStringLiteral("fine") : user.error().code;
    };
    QCOMPARE(codeOf(QStringLiteral("https://no-such-host.invalid")), QStringLiteral("name"));
    QCOMPARE(codeOf(QString()), QStringLiteral("name"));
    QCOMPARE(codeOf(QStringLiteral("not an address")), QStringLiteral("name"));
    QCOMPARE(codeOf(QStringLiteral("http://example.org")), QStringLiteral("tls"));
    quint16 port = 0;
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        port = gone.serverPort();
    }
    QCOMPARE(codeOf(QStringLiteral("https://127.0.0.1:%1").arg(port)), QStringLiteral("connect"));
    TestCertificate certificate;
    HttpPeer secure([](const PeerRequest &) { return FarSide::success("{}"); }, &certificate);
    QCOMPARE(codeOf(secure.url()), QStringLiteral("tls"));
    account.caFile = certificate.file();
    QCOMPARE(codeOf(secure.url()), QStringLiteral("not-mailwright"));
    const auto none = testConnection(account, Secret(), progress);
    QVERIFY(!none);
    QCOMPARE(none.error().code, QStringLiteral("token"));
}

QTEST_GUILESS_MAIN(ErrorsTest)
#include "errors.moc"
