// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM keys, jobs of the host and looks at a domain: what only our daemon has.
#include "tests/backend/farside.h"

#include <QTest>

using namespace backend;
using mail::DkimKey;
using Kind = Error::Kind;

class SecurityTest : public QObject
{
    Q_OBJECT

private:
    static constexpr const char *keys = "/1/mail_hostings/7/dkim_keys";

    static QByteArray keyJson(const char *state = "made", int version = 2)
    {
        return QByteArray("{\"id\":3,\"domain\":\"example.org\",\"selector\":\"mw20261125a\","
                          "\"algorithm\":\"rsa\",\"bits\":2048,\"state\":\"") +
               state +
               "\",\"record\":\"v=DKIM1; k=rsa; p=AAAA\",\"created_at\":1700000000,"
               "\"signs_since\":null,\"retires_at\":null,\"version\":" +
               QByteArray::number(version) + '}';
    }
    static QByteArray op(const char *method, const char *rest = "")
    {
        return QByteArray(method) + ' ' + keys + rest;
    }
    static mail::SecuritySnapshot look()
    {
        mail::SecuritySnapshot look;
        look.domain = QStringLiteral("example.org");
        look.at = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
        look.records = {{QStringLiteral("example.org"),
                         QStringLiteral("MX"),
                         {QStringLiteral("10 mail.example.org")}}};
        return look;
    }

private slots:
    void listOfKeys();
    void lifeOfAKey();
    void refusedSteps();
    void rotation();
    void signedMessage();
    void jobs();
    void looks();
    void providerHasNone();
};

void SecurityTest::listOfKeys()
{
    FarSide far;
    far.on(op("GET"), '[' + keyJson() +
                          R"(,{"id":4,"domain":"example.org","selector":"b",)"
                          R"("algorithm":"rsa-of-tomorrow","state":"signing"}])");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto list = api.dkimKeys(7, progress);
    QVERIFY(list && list->size() == 2);
    const DkimKey &key = list->first();
    QCOMPARE(key.selector, QStringLiteral("mw20261125a"));
    QCOMPARE(key.algorithm, mail::DkimAlgorithm::Rsa);
    QCOMPARE(key.state, mail::DkimState::Made);
    QCOMPARE(key.bits, 2048);
    QVERIFY(key.signsSince && !key.signsSince->isValid()); // never is known
    QCOMPARE(key.service, 7);
    QVERIFY(!list->last().algorithm); // a word from later is unknown, not an error
    QCOMPARE(list->last().state, mail::DkimState::Signing);
}

void SecurityTest::lifeOfAKey()
{
    FarSide far;
    far.on(op("POST"), keyJson());
    far.on(op("PATCH", "/3"), keyJson("signing", 3));
    far.on(op("DELETE", "/3"), "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    DkimKey wish;
    wish.service = 7;
    wish.domain = QStringLiteral("example.org");
    wish.algorithm = mail::DkimAlgorithm::Rsa;
    const auto made = api.apply(mail::creation(wish), progress);
    QVERIFY(made && !made->shortfall);
    QCOMPARE(far.lastBody(op("POST")),
             (QJsonObject{{QStringLiteral("domain"), QStringLiteral("example.org")},
                          {QStringLiteral("algorithm"), QStringLiteral("rsa")}}));
    QCOMPARE(made->effective.object.label, QStringLiteral("mw20261125a._domainkey.example.org"));
    auto key = mail::read<DkimKey>(made->effective.after);
    QVERIFY(key);
    DkimKey signing = *key;
    signing.state = mail::DkimState::Signing;
    const auto done = api.apply(mail::difference(*key, signing), progress);
    QVERIFY(done && !done->shortfall);
    QCOMPARE(far.heard(op("PATCH", "/3")).first().headers.value("if-match"), QByteArray("\"2\""));
    QCOMPARE(done->effective.after.value(u"state").toString(), QStringLiteral("signing"));
    QCOMPARE(done->effective.object.version, 3);
    QVERIFY(api.apply(mail::removal(*key), progress));
    DkimKey other = *key;
    other.selector = QStringLiteral("other");
    QCOMPARE(kindName(api.apply(mail::difference(*key, other), progress).error().kind),
             kindName(Kind::Unsupported));
}

// 409 for another reason than a version: said as it is, and not sent again.
void SecurityTest::refusedSteps()
{
    FarSide far;
    far.on(op("GET"), '[' + keyJson() + ']');
    far.on(op("PATCH", "/3"), {FarSide::failure(409, "not_published")});
    far.on(op("DELETE", "/3"), {FarSide::failure(409, "key_signs")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto list = api.dkimKeys(7, progress);
    QVERIFY(list);
    DkimKey signing = list->first();
    signing.state = mail::DkimState::Signing;
    const auto early = api.apply(mail::difference(list->first(), signing), progress);
    QVERIFY(!early);
    QCOMPARE(early.error().code, QStringLiteral("not_published"));
    QCOMPARE(far.heard(op("PATCH", "/3")).size(), 1);
    QCOMPARE(api.apply(mail::removal(list->first()), progress).error().code,
             QStringLiteral("key_signs"));
    QCOMPARE(far.heard(op("DELETE", "/3")).size(), 1);
}

void SecurityTest::rotation()
{
    const QByteArray rotate = "POST /1/mail_hostings/7/diagnostic/dkim/rotate";
    FarSide far;
    far.on(rotate, R"({"id":8,"work":"dkim-rotation","about":"example.org","state":"waiting",)"
                   R"("step":"seen","done":1,"total":4,"note":"Two of three name servers have it",)"
                   R"("started_at":1700000000,"next_at":1700000060,"ended_at":null})");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto job = api.rotateDkim(7, QStringLiteral("example.org"), 604'800, progress);
    QVERIFY(job);
    QCOMPARE(far.lastBody(rotate),
             (QJsonObject{{QStringLiteral("domain"), QStringLiteral("example.org")},
                          {QStringLiteral("overlap"), 604'800}}));
    QCOMPARE(job->state, mail::HostJobState::Waiting);
    QVERIFY(!job->isOver());
    QCOMPARE(job->step, QStringLiteral("seen"));
    QCOMPARE(job->nextAt->toSecsSinceEpoch(), 1'700'000'060);
    QVERIFY(job->endedAt && !job->endedAt->isValid());
}

void SecurityTest::signedMessage()
{
    FarSide far;
    far.on(op("GET", "/signed_message"),
           {FarSide::success(R"({"message":"From: a@example.org\r\n\r\nHi\r\n"})"),
            FarSide::success("{}")});
    HostingApi api(far.account(), far.token());
    Progress progress;
    QCOMPARE(api.signedMessage(7, QStringLiteral("example.org"), progress).value_or({}),
             QByteArray("From: a@example.org\r\n\r\nHi\r\n"));
    QVERIFY(far.heard(op("GET", "/signed_message")).first().target.endsWith("?domain=example.org"));
    QCOMPARE(kindName(api.signedMessage(7, QStringLiteral("example.org"), progress).error().kind),
             kindName(Kind::Protocol));
}

void SecurityTest::jobs()
{
    FarSide far;
    far.on("GET /1/mail_hostings/7/jobs",
           R"([{"id":9,"work":"a","state":"done"},{"id":8,"work":"b"}])");
    far.on("GET /1/mail_hostings/7/jobs/9", R"({"id":9,"work":"a","state":"failed","note":"Why"})");
    far.on("DELETE /1/mail_hostings/7/jobs/9", "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const auto list = api.hostJobs(7, progress);
    QVERIFY(list && list->size() == 2);
    QVERIFY(list->first().isOver());
    const auto one = api.hostJob(7, 9, progress);
    QVERIFY(one && one->note == QStringLiteral("Why"));
    QVERIFY(api.cancelHostJob(7, 9, progress));
    QCOMPARE(far.heard("DELETE /1/mail_hostings/7/jobs/9").size(), 1);
}

void SecurityTest::looks()
{
    const QByteArray json = QJsonDocument(mail::toJson(look())).toJson(QJsonDocument::Compact);
    FarSide far;
    far.on("GET /1/mail_hostings/7/security",
           {FarSide::success("{\"accepted\":" + json + ",\"looks\":[" + json +
                             "],\"last_look_at\":1700000100}"),
            FarSide::success(R"({"accepted":null,"looks":[],"last_look_at":null})"),
            FarSide::success(R"({"looks":[{"domain":"example.org"}]})")});
    far.on("POST /1/mail_hostings/7/security/check", json);
    far.on("PUT /1/mail_hostings/7/security/accepted", "true");
    HostingApi api(far.account(), far.token());
    Progress progress;
    const QString domain = QStringLiteral("example.org");
    const auto history = api.securityHistory(7, domain, progress);
    QVERIFY(history);
    QCOMPARE(history->accepted, look());
    QCOMPARE(history->looks, QList<mail::SecuritySnapshot>{look()});
    QCOMPARE(history->lastLook.toSecsSinceEpoch(), 1'700'000'100);
    const auto none = api.securityHistory(7, domain, progress);
    QVERIFY(none && !none->accepted && none->looks.isEmpty() && !none->lastLook.isValid());
    QCOMPARE(kindName(api.securityHistory(7, domain, progress).error().kind),
             kindName(Kind::Protocol));
    const auto now = api.lookNow(7, domain, progress);
    QVERIFY(now && *now == look());
    QVERIFY(api.acceptSecurity(7, look(), progress));
    const QJsonObject body = far.lastBody("PUT /1/mail_hostings/7/security/accepted");
    QCOMPARE(body.value(u"domain").toString(), domain);
    QCOMPARE(body.value(u"look").toObject(), mail::toJson(look()));
}

void SecurityTest::providerHasNone()
{
    FarSide far;
    HostingApi api(far.account(mail::AccountKind::Infomaniak), far.token());
    Progress progress;
    const auto unsupported = [](const auto &result) {
        return !result && result.error().kind == Kind::Unsupported;
    };
    const QString domain = QStringLiteral("example.org");
    QVERIFY(unsupported(api.dkimKeys(7, progress)));
    QVERIFY(unsupported(api.rotateDkim(7, domain, 60, progress)));
    QVERIFY(unsupported(api.signedMessage(7, domain, progress)));
    QVERIFY(unsupported(api.hostJobs(7, progress)));
    QVERIFY(unsupported(api.hostJob(7, 1, progress)));
    QVERIFY(unsupported(api.cancelHostJob(7, 1, progress)));
    QVERIFY(unsupported(api.securityHistory(7, domain, progress)));
    QVERIFY(unsupported(api.lookNow(7, domain, progress)));
    QVERIFY(unsupported(api.acceptSecurity(7, look(), progress)));
    DkimKey wish;
    wish.service = 7;
    wish.domain = domain;
    QVERIFY(unsupported(api.apply(mail::creation(wish), progress)));
    QVERIFY(far.peer().requests().isEmpty()); // nothing was sent to find that out
}

QTEST_GUILESS_MAIN(SecurityTest)
#include "security.moc"
