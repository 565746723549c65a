// SPDX-License-Identifier: GPL-3.0-or-later
// If-Match: nothing is written over what somebody else did, whatever kind of object it is.
#include "tests/support/servedapi.h"

#include <QTest>

class Versions : public QObject
{
    Q_OBJECT

    static QByteArray tag(qint64 version) { return '"' + QByteArray::number(version) + '"'; }

    static QByteArray deviceTag(ServedApi &api)
    {
        return tag(api.get(boxes("/ana/accesses/devices")).list()[0][u"version"].toInteger());
    }

private slots:
    void preferences()
    {
        ServedApi api;
        const QByteArray path = hosting + QByteArray("/preferences");
        const QByteArray seen = api.get(path).header("ETag");
        QVERIFY(!seen.isEmpty());
        const Reply theirs = api.patch(path, R"({"spam_filter_enabled":false})", seen);
        QCOMPARE(theirs.status, 200);
        QVERIFY(theirs.header("ETag") != seen);
        QCOMPARE(theirs.header("ETag"), api.get(path).header("ETag"));
        const Reply ours = api.patch(path, R"({"promotion_filter_enabled":true})", seen);
        QCOMPARE(ours.status, 409);
        QCOMPARE(ours.code(), u"conflict"_qs);
        QCOMPARE(api.get(path).object().value(u"promotion_filter_enabled").toBool(), false);
        // What changes nothing has the version that is.
        QCOMPARE(api.patch(path, R"({"spam_filter_enabled":false})", theirs.header("ETag"))
                     .header("ETag"),
                 theirs.header("ETag"));
        QCOMPARE(api.misfits, QStringList());
    }

    void devices()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        const Reply made = api.post(base, R"({"protocols":"imap"})");
        QCOMPARE(made.header("ETag"), tag(made.object().value(u"version").toInteger()));
        QCOMPARE(made.header("ETag"), deviceTag(api));
        const QByteArray one = base + '/' + QByteArray::number(made.object().value(u"id").toInt());
        const Reply theirs = api.send("POST", one, {}, made.header("ETag"));
        QCOMPARE(theirs.status, 200);
        QCOMPARE(theirs.header("ETag"), deviceTag(api));
        const auto digest = [&] {
            return api.host.mailboxes().value(u"ana@example.org"_qs).devices.first().secretSha256;
        };
        const QByteArray before = digest();
        QCOMPARE(api.send("POST", one, {}, made.header("ETag")).code(), u"conflict"_qs);
        QCOMPARE(digest(), before); // no new password, and the other administrator's still works
        QCOMPARE(api.remove(one, made.header("ETag")).status, 409);
        QCOMPARE(api.get(base).list().size(), 1);
        QCOMPARE(api.remove(one, theirs.header("ETag")).status, 200);
        QCOMPARE(api.misfits, QStringList());
    }

    // The same name is not the same mailbox.
    void aMailboxMadeAgain()
    {
        ServedApi api;
        const QByteArray seen = api.post(boxes(), R"({"mailbox_name":"ana"})").header("ETag");
        QCOMPARE(api.remove(boxes("/ana")).status, 200);
        const Reply again = api.post(boxes(), R"({"mailbox_name":"ana"})");
        QVERIFY(again.header("ETag") != seen);
        QCOMPARE(api.remove(boxes("/ana"), seen).status, 409);
        QCOMPARE(api.patch(boxes("/ana"), R"({"note":"x"})", seen).status, 409);
        QCOMPARE(api.get(boxes("/ana")).header("ETag"), again.header("ETag"));
        QCOMPARE(api.remove(boxes("/ana"), again.header("ETag")).status, 200);
    }

    void anAccessGivenAgain()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray base = boxes("/ana/accesses/webmail");
        const QByteArray seen = api.post(base, R"({"user_id":2})").header("ETag");
        QCOMPARE(seen, tag(api.get(base).list()[0][u"user_access"][u"version"].toInteger()));
        QCOMPARE(api.remove(base + "/users/2").status, 200);
        QVERIFY(api.post(base, R"({"user_id":2})").header("ETag") != seen);
        QCOMPARE(api.remove(base + "/users/2", seen).status, 409);
        QCOMPARE(api.patch(base + "/users/2", R"({"permissions":{"can_send_emails":false}})", seen)
                     .status,
                 409);
        QCOMPARE(api.get(base).list().size(), 1);
    }

    // A zone is its records too: who deletes it deletes what others wrote into it.
    void zones()
    {
        ServedApi api;
        const QByteArray zone = "/2/zones/example.org";
        const QByteArray made = api.post(zone).header("ETag");
        QVERIFY(!made.isEmpty() || !api.get(zone).header("ETag").isEmpty());
        const QByteArray seen = api.get(zone).header("ETag");
        QCOMPARE(api.post(zone + "/records", R"({"source":"a","type":"A","target":"192.0.2.1",
                                                 "ttl":300})")
                     .status,
                 200);
        QCOMPARE(api.remove(zone, seen).status, 409);
        QCOMPARE(api.send("PUT", zone, R"({"skel":"@ 300 MX 0 ."})", seen).status, 409);
        QCOMPARE(api.patch(zone, R"({"dnssec":true})", seen).status, 409);
        const QByteArray now = api.get(zone).header("ETag");
        QCOMPARE(api.remove(zone, now).status, 200);
        QCOMPARE(api.post(zone).status, 200);
        QCOMPARE(api.remove(zone, now).status, 409);
        QCOMPARE(api.misfits, QStringList());
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("ifMatch");
        QTest::addColumn<int>("status");
        QTest::newRow("any") << QByteArray("*") << 200;
        QTest::newRow("a word") << QByteArray("yesterday") << 422;
        QTest::newRow("none") << QByteArray("\"0\"") << 422;
        QTest::newRow("below") << QByteArray("\"-1\"") << 422;
        QTest::newRow("huge") << QByteArray("\"99999999999999999999\"") << 422;
        QTest::newRow("weak") << QByteArray("W/\"1\"") << 422;
        QTest::newRow("two") << QByteArray("\"1\", \"2\"") << 422;
        QTest::newRow("another") << QByteArray("\"987654\"") << 409;
    }
    void malformed()
    {
        QFETCH(QByteArray, ifMatch);
        QFETCH(int, status);
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        const Reply made = api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap"})");
        const QByteArray device =
            boxes("/ana/accesses/devices/") + QByteArray::number(made.object()[u"id"].toInt());
        for (const Reply &reply :
             {api.patch(hosting + QByteArray("/preferences"), R"({"spam_filter_enabled":true})",
                        ifMatch),
              api.patch(boxes("/ana"), R"({"note":"x"})", ifMatch),
              api.patch(boxes("/ana/accesses/webmail/users/1"), R"({"permissions":{}})", ifMatch),
              api.send("POST", device, {}, ifMatch), api.remove(device, ifMatch),
              api.remove(boxes("/ana/accesses/webmail/users/1"), ifMatch),
              api.remove(boxes("/ana"), ifMatch)}) {
            QCOMPARE(reply.status, status);
            if (status == 422)
                QCOMPARE(reply.attributes(), QStringList{u"If-Match"_qs});
        }
        QCOMPARE(api.misfits, QStringList());
    }

    // A condition that nobody looks at would be taken as met.
    void whereNothingHasAVersion()
    {
        ServedApi api;
        QCOMPARE(api.send("POST", boxes(), R"({"mailbox_name":"ana"})", "\"1\"").attributes(),
                 QStringList{u"If-Match"_qs});
        QCOMPARE(api.get(boxes("/ana")).status, 404);
        QCOMPARE(api.send("POST", boxes(), R"({"mailbox_name":"ana"})", "*").status, 201);
        QCOMPARE(api.remove(boxes("/ana/accesses/devices"), "\"1\"").status, 422);
        QCOMPARE(api.send("GET", boxes("/ana"), {}, "\"77\"").status, 200);
        QCOMPARE(api.misfits, QStringList());
    }

    // Every route that says it compares a version does: in the description, too.
    void described()
    {
        int taking = 0;
        for (const api::Route &route : api::routes()) {
            const QJsonObject operation =
                api::openApiJson()
                    .value(u"paths")[QString::fromLatin1(route.path)]
                                    [QString::fromLatin1(route.method.toLower())]
                    .toObject();
            bool isDescribed = false;
            for (const QJsonValue parameter : operation.value(u"parameters").toArray())
                isDescribed = isDescribed || (parameter[u"name"].toString() == u"If-Match" &&
                                              parameter[u"in"].toString() == u"header");
            QCOMPARE(isDescribed, route.takesVersion);
            QCOMPARE(operation.value(u"responses").toObject().contains(u"409"),
                     route.takesVersion || route.mayConflict);
            taking += route.takesVersion;
        }
        QVERIFY(taking > 10);
    }
};

QTEST_GUILESS_MAIN(Versions)
#include "versions.moc"
