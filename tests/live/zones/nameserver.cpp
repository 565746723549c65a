// SPDX-License-Identifier: GPL-3.0-or-later
// A PowerDNS that is there already, with its usual caches and with zones of others.
#include "server/host/layout.h"
#include "server/host/pdnszones.h"
#include "server/host/process.h"
#include "tests/live/zones/asked.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace host;

class LiveNameServer : public QObject
{
    Q_OBJECT

    static constexpr char key[] = "a-key-of-this-test";
    QTemporaryDir m_files;
    QProcess m_server;
    int m_dns = 0;
    int m_api = 0;

    QString file(const char *name) const { return m_files.filePath(QLatin1String(name)); }

    // The API by curl, for what others do.
    QJsonDocument call(const QString &method, const QString &path, const QJsonObject &body = {})
    {
        const auto said = LocalHost::run(
            QStringLiteral("curl"),
            {QStringLiteral("-sS"), QStringLiteral("-X"), method, QStringLiteral("-H"),
             QStringLiteral("X-API-Key: ") + QLatin1String(key), QStringLiteral("-d"),
             QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)),
             QStringLiteral("http://127.0.0.1:%1/api/v1/servers/localhost%2")
                 .arg(m_api)
                 .arg(path)});
        return QJsonDocument::fromJson(said.text.toUtf8());
    }

    PowerDnsPlace place(const char *withKey = key) const
    {
        PowerDnsPlace place;
        place.api = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_api));
        place.key = Secret(QByteArray(withKey));
        place.names = QStringList{QStringLiteral("ns1.example.org")};
        place.server = {"127.0.0.1", quint16(m_dns)};
        place.isPrivate = true;
        return place;
    }

    static ZonePublication zone(quint32 serial, const QList<QPair<QByteArray, QByteArray>> &more,
                                bool isSigned = false)
    {
        ZonePublication zone{QStringLiteral("example.org"), serial, isSigned, {}};
        const auto add = [&](const char *name, const QByteArray &value) {
            const qsizetype blank = value.indexOf(' ');
            const auto record = wire::recordFromText(name, *wire::typeFromWord(value.left(blank)),
                                                     value.mid(blank + 1), 300);
            if (record)
                zone.records.append(*record);
        };
        add("example.org", "SOA ns1.example.org hostmaster.example.org " +
                               QByteArray::number(serial) + " 10800 3600 604800 300");
        add("example.org", "NS ns1.example.org");
        for (const auto &[name, value] : more)
            add(name.constData(), value);
        return zone;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(!findProgram(QStringLiteral("pdns_server")).isEmpty(), "PowerDNS is missing");
        const QString schema =
            QStringLiteral("/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql");
        QVERIFY(LocalHost::run(QStringLiteral("sqlite3"),
                               {file("pdns.db"), QStringLiteral(".read ") + schema}));
        PortReservation ports;
        m_dns = ports.takeAny(QStringLiteral("127.0.0.1"), true);
        m_api = ports.takeAny(QStringLiteral("127.0.0.1"));
        QFile conf(file("pdns.conf"));
        QVERIFY(conf.open(QIODevice::WriteOnly));
        conf.write(QStringLiteral("launch=gsqlite3\ngsqlite3-database=%1\ngsqlite3-dnssec=yes\n"
                                  "local-address=127.0.0.1\nlocal-port=%2\napi=yes\napi-key=%3\n"
                                  "webserver=yes\nwebserver-port=%4\nsocket-dir=%5\ndaemon=no\n"
                                  "guardian=no\nsecurity-poll-suffix=\n"
                                  "default-soa-edit=INCEPTION-INCREMENT\n")
                       .arg(file("pdns.db"))
                       .arg(m_dns)
                       .arg(QLatin1String(key))
                       .arg(m_api)
                       .arg(m_files.path())
                       .toUtf8());
        conf.close();
        ports.release();
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(findProgram(QStringLiteral("pdns_server")),
                       {QStringLiteral("--config-dir=") + m_files.path()});
        QVERIFY(LocalHost::waitUntil(
            [&] { return call(QStringLiteral("GET"), QStringLiteral("/zones")).isArray(); }));
    }

    void cleanupTestCase()
    {
        m_server.terminate();
        m_server.waitForFinished(5000);
        m_server.kill();
        m_server.waitForFinished(1000);
    }

    void publishesWholeZones()
    {
        ZoneKeys keys(file("keys"));
        PdnsZones zones(keys);
        zones.setPlace(place());
        QCOMPARE(zones.served()->size(), 0);
        QVERIFY(zones.mayPublish(QStringLiteral("example.org")));
        // Asked before: that it is not there must not be remembered.
        QCOMPARE(dug(m_dns, QStringLiteral("www.example.org"), QStringLiteral("A")), QStringList());
        const auto first = zones.publish(
            zone(7, {{"www.example.org", "A 192.0.2.1"}, {"old.example.org", "TXT x"}}));
        QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
        QCOMPARE(*first, QStringList());
        QCOMPARE(zones.served()->value(QStringLiteral("example.org")), quint32(7));
        QCOMPARE(dug(m_dns, QStringLiteral("www.example.org"), QStringLiteral("A")),
                 QStringList{QStringLiteral("192.0.2.1")});

        // An alias in the place of an address, a name less: one transaction.
        QVERIFY(zones.publish(zone(8, {{"www.example.org", "CNAME example.net"}})));
        QCOMPARE(dug(m_dns, QStringLiteral("www.example.org"), QStringLiteral("A")),
                 QStringList{QStringLiteral("example.net.")});
        QCOMPARE(statusOf(m_dns, QStringLiteral("old.example.org"), QStringLiteral("TXT")),
                 QStringLiteral("NXDOMAIN"));
        QVERIFY(zones.publish(zone(9, {{"www.example.org", "A 192.0.2.2"}})));
        QCOMPARE(dug(m_dns, QStringLiteral("www.example.org"), QStringLiteral("A")),
                 QStringList{QStringLiteral("192.0.2.2")});

        // What somebody changed there in the meantime is put right, under the same serial too.
        call(
            QStringLiteral("PATCH"), QStringLiteral("/zones/example.org."),
            {{QStringLiteral("rrsets"),
              QJsonArray{QJsonObject{
                  {QStringLiteral("name"), QStringLiteral("www.example.org.")},
                  {QStringLiteral("type"), QStringLiteral("A")},
                  {QStringLiteral("ttl"), 60},
                  {QStringLiteral("changetype"), QStringLiteral("REPLACE")},
                  {QStringLiteral("records"),
                   QJsonArray{QJsonObject{{QStringLiteral("content"), QStringLiteral("192.0.2.66")},
                                          {QStringLiteral("disabled"), false}}}}}}}});
        QCOMPARE(dug(m_dns, QStringLiteral("www.example.org"), QStringLiteral("A")),
                 QStringList{QStringLiteral("192.0.2.66")});
        QVERIFY(zones.publish(zone(9, {{"www.example.org", "A 192.0.2.2"}})));
        QCOMPARE(dug(m_dns, QStringLiteral("www.example.org"), QStringLiteral("A")),
                 QStringList{QStringLiteral("192.0.2.2")});

        // What PowerDNS refuses changes nothing at all.
        const auto refused = zones.publish(
            zone(10, {{"www.example.org", "A 192.0.2.3"}, {"m.example.org", "MX 10 a_b.example"}}));
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains(QLatin1String("a_b")),
                 qPrintable(refused.error().detail));
        QCOMPARE(zones.served()->value(QStringLiteral("example.org")), quint32(9));
        QCOMPARE(dug(m_dns, QStringLiteral("www.example.org"), QStringLiteral("A")),
                 QStringList{QStringLiteral("192.0.2.2")});

        Progress progress;
        const auto live = [&](const char *value) {
            return zones.isLive(
                QStringLiteral("example.org"),
                *wire::recordFromText("www.example.org", wire::RecordType::A, value), progress);
        };
        QVERIFY(*live("192.0.2.2"));
        QVERIFY(!*live("192.0.2.3"));
        QVERIFY(zones.withdraw(QStringLiteral("example.org")));
        QVERIFY(!*live("192.0.2.2"));
        QCOMPARE(zones.served()->size(), 0);
        QVERIFY(zones.withdraw(QStringLiteral("example.org"))); // again does no harm
    }

    void signs()
    {
        ZoneKeys keys(file("keys"));
        PdnsZones zones(keys);
        zones.setPlace(place());
        const auto ds = zones.publish(zone(20, {{"www.example.org", "A 192.0.2.1"}}, true));
        QVERIFY2(ds, ds ? "" : qPrintable(ds.error().detail));
        // PowerDNS reckons the same from the key.
        const QJsonValue theirs =
            call(QStringLiteral("GET"), QStringLiteral("/zones/example.org./cryptokeys"))[0];
        QCOMPARE(theirs[u"keytype"].toString(), QStringLiteral("csk"));
        QVERIFY(theirs[u"ds"].toArray().contains(ds->first()));
        const auto judged = [&] {
            return validated(m_dns, QStringLiteral("example.org"), ds->first(),
                             QStringLiteral("www.example.org"), QStringLiteral("A"));
        };
        QVERIFY2(judged().contains(QLatin1String("; fully validated")), qPrintable(judged()));
        // A key that somebody added there goes, ours stays.
        call(
            QStringLiteral("POST"), QStringLiteral("/zones/example.org./cryptokeys"),
            {{QStringLiteral("keytype"), QStringLiteral("csk")}, {QStringLiteral("active"), true}});
        QCOMPARE(zones.publish(zone(21, {{"www.example.org", "A 192.0.2.1"}}, true)).value(), *ds);
        QCOMPARE(call(QStringLiteral("GET"), QStringLiteral("/zones/example.org./cryptokeys"))
                     .array()
                     .size(),
                 1);
        // Another name server with the same keys signs alike.
        QVERIFY(zones.withdraw(QStringLiteral("example.org")));
        QCOMPARE(zones.publish(zone(22, {{"www.example.org", "A 192.0.2.1"}}, true)).value(), *ds);
        QVERIFY(judged().contains(QLatin1String("; fully validated")));
        // A key that cannot be read is no reason to take another one in silence.
        QFile broken(file("keys/example.org.private"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("nonsense\n");
        broken.close();
        const auto refused = zones.publish(zone(23, {}, true));
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(QLatin1String("example.org.private")));
        QVERIFY(zones.publish(zone(24, {})));
        QVERIFY(zones.withdraw(QStringLiteral("example.org")));
    }

    void zonesOfOthers()
    {
        ZoneKeys keys(file("keys"));
        PdnsZones zones(keys);
        zones.setPlace(place());
        const QJsonDocument made =
            call(QStringLiteral("POST"), QStringLiteral("/zones"),
                 {{QStringLiteral("name"), QStringLiteral("example.org.")},
                  {QStringLiteral("kind"), QStringLiteral("Native")},
                  {QStringLiteral("nameservers"), QJsonArray{QStringLiteral("ns.example.net.")}}});
        QCOMPARE(made[u"name"].toString(), QStringLiteral("example.org."));
        QCOMPARE(zones.served()->size(), 0);
        const auto may = zones.mayPublish(QStringLiteral("example.org"));
        QVERIFY(!may);
        QCOMPARE(may.error().code, QStringLiteral("zone_not_ours"));
        const auto refused = zones.publish(zone(30, {}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(zones.withdraw(QStringLiteral("example.org")));
        QCOMPARE(dug(m_dns, QStringLiteral("example.org"), QStringLiteral("NS")),
                 QStringList{QStringLiteral("ns.example.net.")}); // as it was
    }

    void faults()
    {
        ZoneKeys keys(file("keys"));
        PdnsZones zones(keys);
        zones.setPlace(place("another"));
        QCOMPARE(zones.served().error().kind, Error::Kind::Unauthorized);
        QVERIFY(!zones.served().error().detail.contains(QLatin1String("another")));
        PortReservation free;
        PowerDnsPlace nobody = place();
        nobody.api.setPort(free.takeAny(QStringLiteral("127.0.0.1")));
        free.release();
        zones.setPlace(nobody);
        QCOMPARE(zones.served().error().kind, Error::Kind::Offline);
        QVERIFY(zones.mayPublish(QStringLiteral("new.example"))); // published when it is back
        const auto away = zones.publish(zone(40, {}));
        QVERIFY(!away);
        QCOMPARE(away.error().kind, Error::Kind::Offline);
    }

    void keys()
    {
        // RFC 6605 6.1: a key and what is reckoned from it.
        const Secret text(QByteArray("Private-key-format: v1.2\nAlgorithm: 13 (ECDSAP256SHA256)\n"
                                     "PrivateKey: GU6SnQ/Ou+xC5RumuIUIuJZteXT2z0O/ok1s38Et6mQ=\n"));
        const auto key = ZoneKeys::fromText(text);
        QVERIFY(key);
        QCOMPARE(key->dnskey(),
                 QByteArray("257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wN"
                            "cP+e+MAnLr+Wi9xMWyQLc8NAA=="));
        QCOMPARE(
            key->delegation("example.net"),
            QStringLiteral("55648 13 2 "
                           "b4c8c1fe2e7477127b27115656ad6256f424625bf5c1e2770ce6d6e37df61d17"));
        for (const char *wrong : {"", "PrivateKey: AAAA\n",
                                  ("Algorithm: 8 (RSASHA256)\nPrivateKey: "
                                   "GU6SnQ/Ou+xC5RumuIUIuJZteXT2z0O/ok1s38Et6mQ=\n"),
                                  "PrivateKey: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                                  "PrivateKey: //////////////////////////////////////////8=\n"})
            QVERIFY2(!ZoneKeys::fromText(Secret(QByteArray(wrong))), wrong);
        ZoneKeys kept(file("kept"));
        const auto first = kept.keyOf(QStringLiteral("a.example"));
        QVERIFY(first);
        QCOMPARE(kept.keyOf(QStringLiteral("a.example"))->publicKey, first->publicKey);
        QVERIFY(kept.keyOf(QStringLiteral("b.example"))->publicKey != first->publicKey);
        QCOMPARE(kept.keyOf(QStringLiteral("c.example"), text)->publicKey, key->publicKey);
    }
};

QTEST_GUILESS_MAIN(LiveNameServer)
#include "nameserver.moc"
