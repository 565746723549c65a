// SPDX-License-Identifier: GPL-3.0-or-later
// A rotation of DKIM keys from beginning to end, with a clock that stands still until it is told:
// what it waits for, what can come between, and that mail never leaves with a key that is not
// published.
#include "server/db/jobs.h"
#include "server/work/work.h"
#include "tests/support/servedapi.h"

#include <QTest>

namespace {

const QByteArray rotate = QByteArray(hosting) + "/diagnostic/dkim/rotate";
const QByteArray keys = QByteArray(hosting) + "/dkim_keys";
constexpr qint64 day = 86400;

QByteArray body(const QJsonObject &json) { return QJsonDocument(json).toJson(); }

} // namespace

class Rotation : public QObject
{
    Q_OBJECT

    static QJsonObject begin(ServedApi &api, int overlap)
    {
        return api.post(rotate, body({{u"domain"_qs, u"example.org"_qs}, {u"overlap"_qs, overlap}}))
            .object();
    }
    static QJsonObject job(ServedApi &api, qint64 id = 1)
    {
        return api.get(QByteArray(hosting) + "/jobs/" + QByteArray::number(id)).object();
    }
    // "mw20270115a signing" of each key.
    static QStringList states(ServedApi &api)
    {
        QStringList list;
        for (const QJsonValue key : api.get(keys).list())
            list.append(key[u"selector"].toString() + u' ' + key[u"state"].toString());
        return list;
    }
    static QStringList signs(ServedApi &api)
    {
        QStringList list;
        for (const host::SigningKey &key : api.host.signer.signing())
            list.append(key.selector);
        return list;
    }
    // Zone elsewhere: somebody publishes what is there to be published.
    static void publishAll(ServedApi &api)
    {
        for (const QJsonValue key : api.get(keys).list())
            api.world.publish(
                (key[u"selector"].toString() + u"._domainkey.example.org"_qs).toLatin1(),
                key[u"record"].toString().toLatin1());
    }
    static void serveZone(ServedApi &api)
    {
        QCOMPARE(api.post("/2/zones/example.org").status, 200);
    }
    static QStringList published(ServedApi &api)
    {
        QStringList selectors;
        for (const QString &line : api.host.zoneServer.lines(u"example.org"_qs))
            if (line.contains(u"._domainkey."))
                selectors.append(line.section(u'.', 0, 0));
        return selectors;
    }
    // The one that signs when the story begins.
    static void sign(ServedApi &api, const char *algorithm)
    {
        const QJsonObject key = api.post(keys, body({{u"domain"_qs, u"example.org"_qs},
                                                     {u"algorithm"_qs, QLatin1String(algorithm)}}))
                                    .object();
        publishAll(api);
        QCOMPARE(api.patch(keys + '/' + QByteArray::number(key.value(u"id").toInteger()),
                           R"({"state":"signing"})")
                     .status,
                 200);
    }

private slots:
    void inAZoneOfOurs()
    {
        ServedApi api;
        serveZone(api);
        sign(api, "rsa");
        QCOMPARE(published(api), QStringList{u"mw20270115a"_qs});
        QVERIFY(api.get(rotate).data().isNull());
        const QJsonObject begun = begin(api, 300);
        QCOMPARE(begun.value(u"work").toString(), u"dkim-rotation"_qs);
        QCOMPARE(begun.value(u"about").toString(), u"example.org"_qs);
        QCOMPARE(begun.value(u"state").toString(), u"waiting"_qs);
        QCOMPARE(begun.value(u"step").toString(), u"publish"_qs);
        QCOMPARE(begun.value(u"total").toInt(), 4);
        QCOMPARE(states(api), QStringList{u"mw20270115a signing"_qs});

        QCOMPARE(api.daemon.work().runDue(), 4);
        QCOMPARE(states(api), (QStringList{u"mw20270115a retiring"_qs, u"mw20270115b signing"_qs}));
        QCOMPARE(signs(api), QStringList{u"mw20270115b"_qs});
        QCOMPARE(published(api), (QStringList{u"mw20270115a"_qs, u"mw20270115b"_qs}));
        QCOMPARE(api.get(keys).list()[0][u"retires_at"].toInteger(),
                 api.clock.now().toSecsSinceEpoch() + 300);
        QJsonObject now = job(api);
        QCOMPARE(now.value(u"step").toString(), u"retire"_qs);
        QCOMPARE(now.value(u"state").toString(), u"waiting"_qs);
        QCOMPARE(now.value(u"done").toInt(), 3);
        QCOMPARE(now.value(u"next_at").toInteger(), api.clock.now().toSecsSinceEpoch() + 300);
        QVERIFY(now.value(u"note").toString().contains(u"mw20270115a"));

        api.clock.pass(299);
        QCOMPARE(api.daemon.work().runDue(), 0);
        QCOMPARE(published(api).size(), 2);
        api.clock.pass(1);
        QCOMPARE(api.daemon.work().runDue(), 1);
        QCOMPARE(states(api), (QStringList{u"mw20270115a retired"_qs, u"mw20270115b signing"_qs}));
        QCOMPARE(published(api), QStringList{u"mw20270115b"_qs});
        QCOMPARE(api.host.signer.keys().size(), 1);
        now = job(api);
        QCOMPARE(now.value(u"state").toString(), u"done"_qs);
        QCOMPARE(now.value(u"done").toInt(), 4);
        QVERIFY(now.value(u"next_at").isNull());
        QCOMPARE(now.value(u"ended_at").toInteger(), api.clock.now().toSecsSinceEpoch());
        QCOMPARE(api.get(rotate).object(), now);
        // In the name of who asked for it.
        for (const QJsonValue row : api.get(QByteArray(hosting) + "/audit").list())
            QCOMPARE(row[u"user"][u"display_name"].toString(), u"Ana Example"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    // Nothing is ever signed with what is not published, and nothing is left unsigned.
    void inAnOrderThatIsAlwaysGood()
    {
        ServedApi api;
        serveZone(api);
        sign(api, "rsa");
        sign(api, "ed25519");
        api.host.signer.takeEvents();
        begin(api, 0);
        for (int step = 0;; ++step) {
            QVERIFY(step < 10);
            api.daemon.work().limitSteps(1);
            const int done = api.daemon.work().runDue();
            const QStringList now = signs(api);
            QCOMPARE(now.size(), 2);
            for (const QString &selector : now)
                QVERIFY2(published(api).contains(selector), qPrintable(selector));
            if (done == 0)
                break;
        }
        QCOMPARE(api.host.signer.takeEvents(),
                 (QStringList{u"make mw20270115c"_qs, u"make mw20270115d"_qs,
                              u"sign with mw20270115c mw20270115d"_qs, u"drop mw20270115a"_qs,
                              u"drop mw20270115b"_qs}));
        QCOMPARE(published(api), (QStringList{u"mw20270115c"_qs, u"mw20270115d"_qs}));
        QCOMPARE(job(api).value(u"state").toString(), u"done"_qs);
    }

    void theFirstKeyOfADomain()
    {
        ServedApi api;
        serveZone(api);
        QCOMPARE(api.post(rotate).status, 200); // without a body: the main domain, seven days
        api.daemon.work().runDue();
        QCOMPARE(states(api), QStringList{u"mw20270115a signing"_qs});
        QCOMPARE(api.get(keys).list()[0][u"algorithm"].toString(), u"rsa"_qs);
        QCOMPARE(job(api).value(u"state").toString(), u"done"_qs); // nothing has to retire
    }

    void inAZoneElsewhere()
    {
        ServedApi api;
        sign(api, "rsa");
        begin(api, 60);
        api.daemon.work().runDue();
        QJsonObject now = job(api);
        QCOMPARE(now.value(u"step").toString(), u"seen"_qs);
        QVERIFY(now.value(u"note").toString().contains(u"Waits until the record of mw20270115b"));
        QVERIFY(now.value(u"note").toString().contains(u"ns1.elsewhere.example"));
        QCOMPARE(signs(api), QStringList{u"mw20270115a"_qs});
        // Asked again after 5, 10, 20 … seconds, never later than after a quarter of an hour.
        qint64 longest = 0;
        for (int i = 0; i < 12; ++i) {
            const qint64 wait =
                job(api).value(u"next_at").toInteger() - api.clock.now().toSecsSinceEpoch();
            QVERIFY(wait >= longest && wait <= 900);
            if (i == 0)
                QCOMPARE(wait, 5);
            longest = wait;
            const qsizetype asked = api.world.asked().size();
            api.clock.pass(wait - 1);
            api.daemon.work().runDue();
            QCOMPARE(api.world.asked().size(), asked);
            api.clock.pass(1);
            api.daemon.work().runDue();
            QCOMPARE(api.world.asked().size(), asked + 1);
        }
        QCOMPARE(longest, 900);
        // DNS is away: not a reason to give up.
        api.world.failWith(Error{Error::Kind::Offline, u"no name server answers"_qs, {}, {}, 0});
        api.clock.pass(900);
        api.daemon.work().runDue();
        QVERIFY(job(api).value(u"note").toString().contains(u"no name server answers"));
        api.world.failWith({});
        publishAll(api);
        api.clock.pass(900);
        api.daemon.work().runDue();
        QCOMPARE(signs(api), QStringList{u"mw20270115b"_qs});
        QCOMPARE(job(api).value(u"step").toString(), u"retire"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    void nobodyPublishesIt()
    {
        ServedApi api;
        sign(api, "ed25519");
        begin(api, 60);
        for (int i = 0; i < 7 * 8 + 2; ++i) {
            api.daemon.work().runDue();
            api.clock.pass(3 * 3600);
        }
        const QJsonObject now = job(api);
        QCOMPARE(now.value(u"state").toString(), u"failed"_qs);
        QVERIFY(now.value(u"note").toString().startsWith(u"After 7 days"));
        QVERIFY(now.value(u"note").toString().contains(u"ns1.elsewhere.example"));
        QCOMPARE(states(api), (QStringList{u"mw20270115a signing"_qs, u"mw20270115b made"_qs}));
        QCOMPARE(signs(api), QStringList{u"mw20270115a"_qs});
        // It can be tried again; the unused key can be deleted.
        QCOMPARE(api.remove(keys + "/2").status, 200);
        QCOMPARE(begin(api, 60).value(u"state").toString(), u"waiting"_qs);
    }

    void oneAtATime()
    {
        ServedApi api;
        begin(api, 60);
        const Reply second = api.post(rotate, body({{u"domain"_qs, u"Example.ORG"_qs}}));
        QCOMPARE(second.status, 409);
        QCOMPARE(second.code(), u"rotation_runs"_qs);
        QCOMPARE(api.post(rotate, body({{u"domain"_qs, u"other.example"_qs}})).attributes(),
                 QStringList{u"domain"_qs});
        for (const int overlap : {-1, 91 * int(day)})
            QCOMPARE(api.post(rotate, body({{u"overlap"_qs, overlap}})).attributes(),
                     QStringList{u"overlap"_qs});
        QCOMPARE(api.get(QByteArray(hosting) + "/jobs").list().size(), 1);
        QCOMPARE(api.misfits, QStringList());
    }

    void stoppedWhileItWaits()
    {
        ServedApi api;
        sign(api, "rsa");
        begin(api, 60);
        api.daemon.work().runDue();
        QCOMPARE(api.remove(QByteArray(hosting) + "/jobs/1").status, 200);
        QCOMPARE(job(api).value(u"state").toString(), u"cancelled"_qs);
        QVERIFY(!job(api).value(u"ended_at").isNull());
        publishAll(api);
        api.clock.pass(day);
        QCOMPARE(job(api).value(u"step").toString(), u"seen"_qs);
        api.daemon.work().runDue();
        QCOMPARE(signs(api), QStringList{u"mw20270115a"_qs});
        QCOMPARE(states(api), (QStringList{u"mw20270115a signing"_qs, u"mw20270115b made"_qs}));
        const Reply again = api.remove(QByteArray(hosting) + "/jobs/1");
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"job_is_over"_qs);
        QCOMPARE(api.remove(QByteArray(hosting) + "/jobs/9").status, 404);
        QCOMPARE(api.misfits, QStringList());
    }

    // What it did stays: the old key goes on being published until somebody says otherwise.
    void stoppedBeforeTheOldOneGoes()
    {
        ServedApi api;
        serveZone(api);
        sign(api, "rsa");
        begin(api, 60);
        api.daemon.work().runDue();
        QCOMPARE(api.remove(QByteArray(hosting) + "/jobs/1").status, 200);
        api.clock.pass(day);
        api.daemon.work().runDue();
        QCOMPARE(states(api), (QStringList{u"mw20270115a retiring"_qs, u"mw20270115b signing"_qs}));
        QCOMPARE(published(api).size(), 2);
        QCOMPARE(api.patch(keys + "/1", R"({"state":"retired"})").status, 200);
        QCOMPARE(published(api), QStringList{u"mw20270115b"_qs});
    }

    void somebodyElseDecides()
    {
        ServedApi api;
        serveZone(api);
        sign(api, "rsa");
        begin(api, 60);
        api.daemon.work().runDue();
        // The old one is taken into use again.
        QCOMPARE(api.patch(keys + "/1", R"({"state":"signing"})").status, 200);
        api.clock.pass(60);
        api.daemon.work().runDue();
        QCOMPARE(states(api), (QStringList{u"mw20270115a signing"_qs, u"mw20270115b signing"_qs}));
        QCOMPARE(job(api).value(u"state").toString(), u"done"_qs);
        QCOMPARE(published(api).size(), 2);

        // The new one is deleted while the rotation waits for its record.
        ServedApi other;
        sign(other, "rsa");
        begin(other, 60);
        other.daemon.work().runDue();
        QCOMPARE(other.remove(keys + "/2").status, 200);
        other.clock.pass(day);
        other.daemon.work().runDue();
        QCOMPARE(job(other).value(u"state").toString(), u"failed"_qs);
        QCOMPARE(signs(other), QStringList{u"mw20270115a"_qs});
    }

    // Until OpenDKIM signs with the new key the old one is not withdrawn.
    void openDkimIsAway()
    {
        ServedApi api;
        serveZone(api);
        sign(api, "rsa");
        begin(api, 0);
        api.daemon.work().limitSteps(2);
        api.daemon.work().runDue();
        api.daemon.work().limitSteps(-1);
        api.host.signer.failWith(Error{Error::Kind::Offline, u"away"_qs, {}, {}, 0});
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"could not be changed"_qs));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is tried again"_qs));
        api.daemon.work().runDue();
        QCOMPARE(states(api), (QStringList{u"mw20270115a retiring"_qs, u"mw20270115b signing"_qs}));
        QCOMPARE(signs(api), QStringList{u"mw20270115a"_qs});
        QCOMPARE(published(api).size(), 2);
        QCOMPARE(api.host.signer.keys().size(), 2);
        QVERIFY(job(api).value(u"note").toString().contains(u"OpenDKIM"));
        api.host.signer.failWith({});
        api.clock.pass(5);
        api.daemon.work().runDue();
        QCOMPARE(signs(api), QStringList{u"mw20270115b"_qs});
        QCOMPARE(published(api), QStringList{u"mw20270115b"_qs});
        QCOMPARE(job(api).value(u"state").toString(), u"done"_qs);
    }

    // The thread of the daemon takes it up when it is told, and at its start what an earlier one
    // left.
    void byItself()
    {
        ServedApi api;
        serveZone(api);
        begin(api, 3600);
        QVERIFY(api.daemon.work().start());
        QTRY_COMPARE(job(api).value(u"state").toString(), u"done"_qs); // no old key to wait for
        begin(api, 3600);
        QTRY_COMPARE(job(api, 2).value(u"step").toString(), u"retire"_qs);
        QTRY_COMPARE(job(api, 2).value(u"state").toString(), u"waiting"_qs);
        api.daemon.work().stop();
        api.clock.pass(3600);
        QVERIFY(api.daemon.work().start());
        QTRY_COMPARE(job(api, 2).value(u"state").toString(), u"done"_qs);
        QCOMPARE(published(api), QStringList{u"mw20270115b"_qs});
    }
};

QTEST_GUILESS_MAIN(Rotation)
#include "rotation.moc"
