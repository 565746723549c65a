// SPDX-License-Identifier: GPL-3.0-or-later
// The name server follows the tables, whatever happens to either.
#include "server/zoneprojection.h"
#include "server/db/zones.h"
#include "tests/support/servedapi.h"

#include <QTest>

class ZoneProjectionTest : public QObject
{
    Q_OBJECT

    static QByteArray a(const char *source, const char *target, int ttl = 300)
    {
        return QJsonDocument(QJsonObject{{u"source"_qs, QLatin1String(source)},
                                         {u"type"_qs, u"A"_qs},
                                         {u"target"_qs, QLatin1String(target)},
                                         {u"ttl"_qs, ttl}})
            .toJson(QJsonDocument::Compact);
    }
    static bool serves(const ServedApi &api, const char *line)
    {
        return api.host.zoneServer.lines(u"example.org"_qs).contains(QLatin1String(line));
    }
    static Error away() { return {Error::Kind::Offline, u"nobody answers"_qs, {}, {}, 0}; }
    static constexpr char zone[] = "/2/zones/example.org";
    static constexpr char records[] = "/2/zones/example.org/records";

private slots:
    void startPublishesWhatIsMissing()
    {
        ServedApi api;
        api.post(zone);
        api.host.zoneServer.restart(true); // a name server that knows nothing
        QVERIFY(api.host.zoneServer.published().isEmpty());
        api.daemon.zones().start();
        QCOMPARE(api.host.zoneServer.published().size(), 1);
        QVERIFY(serves(api, "mail.example.org 3600 A 192.0.2.25"));
        api.daemon.zones().stop();
    }

    void whileItIsAway()
    {
        ServedApi api;
        api.daemon.zones().start();
        api.post(zone);
        api.host.zoneServer.failWith(away());
        const Reply reply = api.post(records, a("www", "192.0.2.1"));
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.code(), u"saved_not_in_effect"_qs);
        QCOMPARE(api.get(QByteArray(records) + "?filter[source]=www").list().size(), 1); // saved
        QVERIFY(!serves(api, "www.example.org 300 A 192.0.2.1"));
        // Mail does not wait for it.
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"ana"})").status, 201);
        api.host.zoneServer.failWith({});
        QTRY_VERIFY_WITH_TIMEOUT(serves(api, "www.example.org 300 A 192.0.2.1"), 20000);
    }

    void aZoneThatIsGoneGoes()
    {
        ServedApi api;
        api.daemon.zones().start();
        api.post(zone);
        api.host.zoneServer.failWith(away());
        QCOMPARE(api.remove(zone).code(), u"saved_not_in_effect"_qs);
        QCOMPARE(api.get(zone).status, 404);
        QCOMPARE(api.host.zoneServer.published().size(), 1);
        api.host.zoneServer.failWith({});
        QTRY_VERIFY_WITH_TIMEOUT(api.host.zoneServer.published().isEmpty(), 20000);
        // Once, and not again with a new zone of that name.
        QCOMPARE(*db::pendingZoneRemovals(api.daemon.database()), QStringList());
        QCOMPARE(api.post(zone).status, 200);
        api.daemon.zones().stop();
        api.daemon.zones().start();
        QCOMPARE(api.host.zoneServer.published().size(), 1);
    }

    // Deleted while the name server was away, and made again before it came back.
    void deletedAndMadeAgain()
    {
        ServedApi api;
        api.post(zone);
        api.host.zoneServer.failWith(away());
        api.remove(zone);
        api.post(zone, R"({"skel":"www 300 A 192.0.2.7"})");
        api.host.zoneServer.failWith({});
        api.daemon.zones().start();
        QVERIFY(serves(api, "www.example.org 300 A 192.0.2.7"));
        QVERIFY(!serves(api, "mail.example.org 3600 A 192.0.2.25"));
    }

    void aNameServerThatLostItAll()
    {
        ServedApi api;
        api.daemon.zones().start();
        api.post(zone);
        api.host.zoneServer.restart(true);
        QTRY_VERIFY_WITH_TIMEOUT(api.host.zoneServer.published().size() == 1, 20000);
    }

    // A copy of the tables that was put back: the same serial, other records.
    void theSameSerialWithOtherRecords()
    {
        ServedApi api;
        api.post(zone);
        QVERIFY(api.daemon.database().run(
            u"UPDATE zone_record SET target = '192.0.2.99' WHERE source = 'mail'"_qs));
        QVERIFY(!serves(api, "mail.example.org 3600 A 192.0.2.99"));
        api.daemon.zones().start();
        QTRY_VERIFY_WITH_TIMEOUT(serves(api, "mail.example.org 3600 A 192.0.2.99"), 20000);
    }

    void oneTtlForAll()
    {
        ServedApi api;
        api.post(zone);
        api.post(records, a("www", "192.0.2.1", 600));
        api.post(records, a("www", "192.0.2.2", 60));
        QVERIFY(serves(api, "www.example.org 60 A 192.0.2.1"));
        QVERIFY(serves(api, "www.example.org 60 A 192.0.2.2"));
    }

    // A new key is told to whoever has to tell the zone above.
    void anotherKey()
    {
        ServedApi api;
        api.daemon.zones().start();
        api.post(zone);
        api.patch(zone, R"({"dnssec":true})");
        const qint64 since =
            api.get("/1/mail_hostings/1/changes").object().value(u"last").toInteger();
        api.host.zoneServer.key = u"bb"_qs;
        api.host.zoneServer.restart(false);
        const auto delegation = [&] {
            return api.get(zone).object().value(u"delegation")[0].toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(delegation(), u"12345 13 2 bb"_qs, 20000);
        const QJsonObject told =
            api.get("/1/mail_hostings/1/changes?since=" + QByteArray::number(since)).object();
        QCOMPARE(told[u"changes"].toArray().size(), 1);
        QCOMPARE(told[u"changes"][0][u"object"][u"delegation"][0].toString(), u"12345 13 2 bb"_qs);
        const QJsonObject row = api.get("/1/mail_hostings/1/audit").list()[0].toObject();
        QCOMPARE(row[u"user"][u"display_name"].toString(), u"mailwrightd"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    void otherNameServers()
    {
        ServedApi api;
        api.post(zone);
        QVERIFY(serves(api, "example.org 3600 NS ns1.example.org."));
        const qint64 serial = api.get(zone).object().value(u"serial").toInteger();
        db::Caller caller;
        caller.now = api.clock.now();
        QVERIFY(db::keepNameServers(api.daemon.database(), caller,
                                    {u"ns1.other.example"_qs, u"ns2.other.example"_qs}));
        api.clock.pass(5);
        QCOMPARE(api.get(zone).object().value(u"serial").toInteger(), serial + 1);
        QVERIFY(db::keepNameServers(api.daemon.database(), caller,
                                    {u"ns1.other.example"_qs, u"ns2.other.example"_qs}));
        QCOMPARE(db::zone(api.daemon.database(), u"example.org"_qs)->serial, quint32(serial + 1));
        const auto soa = api.get(QByteArray(records) + "?filter[types]=SOA").list();
        QVERIFY(soa[0][u"target"].toString().startsWith(
            u"ns1.other.example hostmaster.example.org %1 "_qs.arg(serial + 1)));
        api.daemon.zones().start(); // the host's own again
        QVERIFY(serves(api, "example.org 3600 NS ns1.example.org."));
        QVERIFY(!serves(api, "example.org 3600 NS ns2.other.example."));
    }

    void manyAtOnce()
    {
        ServedApi api;
        api.post(zone);
        std::atomic<int> made = 0;
        std::vector<std::thread> writers;
        writers.reserve(4);
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([&, writer] {
                db::Caller caller;
                caller.person = 1;
                caller.now = api.clock.now();
                for (int i = 0; i < 20; ++i) {
                    const QString name = u"w%1-%2"_qs.arg(writer).arg(i);
                    const auto done =
                        db::createRecord(api.daemon.database(), caller, u"example.org"_qs,
                                         {name, u"A"_qs, u"192.0.2.1"_qs, 300});
                    // In effect for the one who was told so, whoever did it.
                    if (done && api.daemon.zones().bringInto(u"example.org"_qs) &&
                        serves(api,
                               (name + u".example.org 300 A 192.0.2.1"_qs).toLatin1().constData()))
                        ++made;
                }
            });
        for (std::thread &writer : writers)
            writer.join();
        QCOMPARE(made.load(), 80);
        const auto published = api.host.zoneServer.published().value(u"example.org"_qs);
        QCOMPARE(published.serial, db::zone(api.daemon.database(), u"example.org"_qs)->serial);
    }
};

QTEST_GUILESS_MAIN(ZoneProjectionTest)
#include "zoneprojection.moc"
