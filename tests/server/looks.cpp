// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon looks at its domains every day, keeps what is new, and knows what was accepted.
#include "server/db/looks.h"
#include "server/work/work.h"
#include "tests/support/servedapi.h"

#include <QTest>

using mail::Published;

namespace {

constexpr qint64 day = 86400;
const QByteArray security = QByteArray(hosting) + "/security";
const QByteArray jobs = QByteArray(hosting) + "/jobs";

QByteArray body(const QJsonObject &json) { return QJsonDocument(json).toJson(); }

QList<Published> dmarc(const QString &policy)
{
    return {{u"_dmarc.example.org"_qs, u"TXT"_qs, {u"v=DMARC1; p="_qs + policy}}};
}

} // namespace

class Looks : public QObject
{
    Q_OBJECT

    static QJsonObject history(ServedApi &api)
    {
        return api.get(security + "?domain=example.org").object();
    }
    static Reply look(ServedApi &api)
    {
        return api.post(security + "/check", R"({"domain":"example.org"})");
    }

private slots:
    void onceADay()
    {
        ServedApi api;
        QVERIFY(history(api).value(u"last_look_at").isNull());
        QVERIFY(history(api).value(u"accepted").isNull());
        QCOMPARE(api.daemon.work().runDue(), 0); // a host that was just made is let alone
        api.clock.pass(600);
        QCOMPARE(api.daemon.work().runDue(), 1);
        const qint64 first = api.clock.now().toSecsSinceEpoch();
        QCOMPARE(history(api).value(u"last_look_at").toInteger(), first);
        QCOMPARE(history(api).value(u"looks").toArray().size(), 1);
        QCOMPARE(api.daemon.work().runDue(), 0);
        api.clock.pass(day - 1);
        QCOMPARE(api.daemon.work().runDue(), 0);
        api.clock.pass(1);
        QCOMPARE(api.daemon.work().runDue(), 1);
        // The same again: known, and not kept twice.
        QCOMPARE(history(api).value(u"last_look_at").toInteger(), first + day);
        QCOMPARE(history(api).value(u"looks").toArray().size(), 1);
        api.world.show(u"dmarc-none"_qs, dmarc(u"none"_qs));
        api.clock.pass(day);
        QCOMPARE(api.daemon.work().runDue(), 1);
        const QJsonArray looks = history(api).value(u"looks").toArray();
        QCOMPARE(looks.size(), 2);
        QCOMPARE(looks[1][u"at"].toInteger(), first + 2 * day);
        QCOMPARE(looks[1][u"records"][0][u"values"][0].toString(), u"v=DMARC1; p=none"_qs);
        QCOMPARE(looks[1][u"findings"][0][u"code"].toString(), u"dmarc-none"_qs);
        // One line for it in the list of jobs, however many days pass.
        const QJsonArray list = api.get(jobs).list();
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0][u"work"].toString(), u"security-check"_qs);
        QCOMPARE(list[0][u"state"].toString(), u"done"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    void everyDomain()
    {
        ServedApi api;
        api.foreignService();
        api.clock.pass(600);
        QCOMPARE(api.daemon.work().runDue(), 2);
        QStringList domains;
        for (const auto &request : api.world.requests())
            domains.append(request.domain);
        domains.sort();
        QCOMPARE(domains, (QStringList{u"example.org"_qs, u"other.example"_qs}));
    }

    void withWhatTheHostKnows()
    {
        ServedApi api;
        QCOMPARE(api.post("/2/zones/example.org").status, 200);
        api.post(QByteArray(hosting) + "/dkim_keys", R"({"domain":"example.org"})");
        QCOMPARE(look(api).status, 200);
        QCOMPARE(look(api).status, 200);
        const hostwork::LookRequest request = api.world.requests().last();
        QCOMPARE(request.keys.size(), 1);
        QVERIFY(request.signs);
        QVERIFY(request.before);
        QCOMPARE(request.facts.mx, api.host.facts.mx);
        QCOMPARE(request.facts.zones, QStringList{u"example.org"_qs});
    }

    void askedForNow()
    {
        ServedApi api;
        api.world.show(u"spf-none"_qs, dmarc(u"reject"_qs));
        const Reply reply = look(api);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object().value(u"domain").toString(), u"example.org"_qs);
        QCOMPARE(reply.object(), history(api).value(u"looks")[0].toObject());
        QCOMPARE(api.post(security + "/check", R"({"domain":"Example.ORG"})").status, 200);
        for (const char *domain : {"other.example", "no name"}) {
            QCOMPARE(api.post(security + "/check", body({{u"domain"_qs, QLatin1String(domain)}}))
                         .attributes(),
                     QStringList{u"domain"_qs});
            QCOMPARE(api.get(security + "?domain=" + QByteArray(domain).replace(' ', "%20"))
                         .attributes(),
                     QStringList{u"domain"_qs});
        }
        api.world.failWith(Error{Error::Kind::Offline, u"no DNS"_qs, {}, {}, 0});
        QCOMPARE(look(api).status, 503);
        QCOMPARE(api.misfits, QStringList());
    }

    // A look that fails is not a look: it is tried again.
    void dnsIsAway()
    {
        ServedApi api;
        api.world.failWith(Error{Error::Kind::Offline, u"no DNS"_qs, {}, {}, 0});
        api.clock.pass(600);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is tried again"_qs));
        api.daemon.work().runDue();
        QVERIFY(history(api).value(u"last_look_at").isNull());
        QCOMPARE(api.get(jobs).list()[0][u"note"].toString(), u"no DNS"_qs);
        api.world.failWith({});
        api.clock.pass(5);
        QCOMPARE(api.daemon.work().runDue(), 1);
        QVERIFY(!history(api).value(u"last_look_at").isNull());
        QCOMPARE(api.get(jobs).list().size(), 1);
    }

    void theBaseline()
    {
        ServedApi api;
        api.world.show(u"spf-none"_qs, dmarc(u"reject"_qs));
        const QJsonObject seen = look(api).object();
        const QByteArray accepted = security + "/accepted";
        QCOMPARE(
            api.send("PUT", accepted, body({{u"domain"_qs, u"example.org"_qs}, {u"look"_qs, seen}}))
                .status,
            200);
        QCOMPARE(history(api).value(u"accepted").toObject(), seen);
        const QJsonObject audit = api.get(QByteArray(hosting) + "/audit").list()[0].toObject();
        QCOMPARE(audit.value(u"object")[u"kind"].toString(), u"security"_qs);
        QCOMPARE(audit.value(u"object")[u"key"].toString(), u"example.org"_qs);
        QCOMPARE(api.get(QByteArray(hosting) + "/changes?since=0")
                     .object()
                     .value(u"changes")[0][u"kind"]
                     .toString(),
                 u"security"_qs);
        // A later one, and it stays accepted while the looks go on.
        api.world.show(u"dmarc-none"_qs, dmarc(u"none"_qs));
        api.clock.pass(day);
        const QJsonObject later = look(api).object();
        QCOMPARE(history(api).value(u"accepted").toObject(), seen);
        QCOMPARE(history(api).value(u"looks").toArray().size(), 2);
        QCOMPARE(api.send("PUT", accepted,
                          body({{u"domain"_qs, u"example.org"_qs}, {u"look"_qs, later}}))
                     .status,
                 200);
        QCOMPARE(history(api).value(u"accepted").toObject(), later);

        QJsonObject foreign = seen;
        foreign.insert(u"domain"_qs, u"other.example"_qs);
        QCOMPARE(api.send("PUT", accepted,
                          body({{u"domain"_qs, u"example.org"_qs}, {u"look"_qs, foreign}}))
                     .attributes(),
                 QStringList{u"look"_qs});
        QCOMPARE(api.send("PUT", accepted,
                          body({{u"domain"_qs, u"other.example"_qs}, {u"look"_qs, foreign}}))
                     .attributes(),
                 QStringList{u"domain"_qs});
        QCOMPARE(api.send("PUT", accepted, body({{u"domain"_qs, u"example.org"_qs}})).status, 422);
        api.useToken(1, db::Scope::Read);
        QCOMPARE(look(api).status, 403);
        QCOMPARE(api.get(security + "?domain=example.org").status, 200);
        api.useToken(1, db::Scope::Write);
        QCOMPARE(look(api).status, 200);
        QCOMPARE(
            api.send("PUT", accepted, body({{u"domain"_qs, u"example.org"_qs}, {u"look"_qs, seen}}))
                .status,
            403);
        QCOMPARE(api.misfits, QStringList());
    }

    void twoYears()
    {
        ServedApi api;
        for (int i = 0; i < 30; ++i) {
            api.world.show(u"a"_qs, dmarc(QString::number(i)));
            QCOMPARE(look(api).status, 200);
            api.clock.pass(30 * day);
        }
        const QJsonArray looks = history(api).value(u"looks").toArray();
        QVERIFY(looks.size() >= 24 && looks.size() <= 26);
        QCOMPARE(looks.last()[u"records"][0][u"values"][0].toString(), u"v=DMARC1; p=29"_qs);
        // The last one stays, however old it is.
        api.clock.pass(1200 * day);
        QCOMPARE(look(api).status, 200);
        QCOMPARE(history(api).value(u"looks").toArray().size(), 1);
        QCOMPARE(history(api).value(u"looks")[0][u"at"], looks.last()[u"at"]);
    }

    // What people wait for comes before what the host does by itself.
    void peopleFirst()
    {
        ServedApi api;
        api.clock.pass(600);
        api.daemon.work().limitSteps(0);
        api.daemon.work().runDue(); // plans the look
        QCOMPARE(api.post(QByteArray(hosting) + "/diagnostic/dkim/rotate").status, 200);
        api.daemon.work().limitSteps(1);
        QCOMPARE(api.daemon.work().runDue(), 1);
        QVERIFY(api.world.requests().isEmpty());
        QCOMPARE(api.host.signer.keys().size(), 1);
    }
};

QTEST_GUILESS_MAIN(Looks)
#include "looks.moc"
