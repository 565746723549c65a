// SPDX-License-Identifier: GPL-3.0-or-later
// Zones and records by the API: what is taken, what is refused with which word, who may.
#include "server/db/zones.h"
#include "app/mail/change.h"
#include "server/homezones.h"
#include "tests/support/servedapi.h"

#include <QTest>

class Zones : public QObject
{
    Q_OBJECT

    static QByteArray path(const QByteArray &rest = {}) { return "/2/zones/example.org" + rest; }

    static QByteArray record(const char *source, const char *type, const QString &target,
                             int ttl = 3600)
    {
        return QJsonDocument(QJsonObject{{u"source"_qs, QString::fromUtf8(source)},
                                         {u"type"_qs, QLatin1String(type)},
                                         {u"target"_qs, target},
                                         {u"ttl"_qs, ttl}})
            .toJson(QJsonDocument::Compact);
    }

    static QByteArray file(const char *member, const char *text)
    {
        return QJsonDocument(QJsonObject{{QLatin1String(member), QString::fromUtf8(text)}})
            .toJson(QJsonDocument::Compact);
    }

    // "source type target" of each.
    static QStringList lines(const QJsonArray &records)
    {
        QStringList list;
        for (const QJsonValue one : records)
            list.append(QStringLiteral("%1 %2 %3")
                            .arg(one[u"source"].toString(), one[u"type"].toString(),
                                 one[u"target"].toString()));
        return list;
    }

    static QByteArray idOf(const Reply &reply)
    {
        return QByteArray::number(reply.object().value(u"id").toInteger());
    }

private slots:
    void aZoneBeginsWithWhatMailNeeds()
    {
        ServedApi api;
        QCOMPARE(api.get(path()).status, 404);
        QCOMPARE(api.get(path()).code(), u"zone_does_not_exists"_qs);
        QCOMPARE(api.get(path("/exists")).data(), QJsonValue(false));
        QCOMPARE(api.get("/2/domains/example.org/zones").list().size(), 0);
        QCOMPARE(api.get("/1/mail_hostings/1/zones").list().size(), 0);

        const Reply made = api.send("POST", path("?with=records"));
        QCOMPARE(made.status, 200);
        QCOMPARE(made.object().value(u"fqdn").toString(), u"example.org"_qs);
        QCOMPARE(made.object().value(u"nameservers").toArray(), QJsonArray{u"ns1.example.org"_qs});
        QCOMPARE(made.object().value(u"mail_hosting_id").toInt(), 1);
        const QString serial = QString::number(made.object().value(u"serial").toInteger());
        QCOMPARE(serial, u"2027011500"_qs);
        QCOMPARE(lines(made.object().value(u"records").toArray()),
                 (QStringList{u" NS ns1.example.org"_qs,
                              u" SOA ns1.example.org hostmaster.example.org "_qs + serial +
                                  u" 10800 3600 604800 300"_qs,
                              u" MX 10 mail.example.org"_qs,
                              u"_imaps._tcp SRV 0 1 993 mail.example.org"_qs,
                              u"mail A 192.0.2.25"_qs, u"ns1 A 192.0.2.25"_qs}));
        // Served before it was answered.
        QCOMPARE(api.host.zoneServer.events(), QStringList{u"publish example.org "_qs + serial});
        QVERIFY(api.host.zoneServer.lines(u"example.org"_qs)
                    .contains(u"mail.example.org 3600 A 192.0.2.25"_qs));

        QCOMPARE(api.get(path("/exists")).data(), QJsonValue(true));
        QCOMPARE(api.get("/2/domains/EXAMPLE.org./zones").list().size(), 1);
        QCOMPARE(api.get("/2/domains/domains/example.org/zones").list().size(), 1);
        QCOMPARE(api.get("/1/mail_hostings/1/zones?page=1").json.value(u"total").toInt(), 1);
        const Reply again = api.post(path());
        QCOMPARE(again.status, 400);
        QCOMPARE(again.code(), u"zone_already_exists"_qs);
        QCOMPARE(api.post("/2/zones/elsewhere.example").status, 404);
        QCOMPARE(api.misfits, QStringList());
    }

    void recordsComeAndGo()
    {
        ServedApi api;
        api.post(path());
        const qint64 serial = api.get(path()).object().value(u"serial").toInteger();
        const Reply made =
            api.post(path("/records"), record("WWW", "cname", u"Site.Example.NET."_qs));
        QCOMPARE(made.status, 200);
        QCOMPARE(lines({made.data()}), QStringList{u"www CNAME site.example.net"_qs});
        QCOMPARE(made.header("ETag"), QByteArray("\"1\""));
        const QByteArray at = path("/records/") + idOf(made);
        QCOMPARE(api.get(at).object(), made.object());
        QCOMPARE(api.get(path()).object().value(u"serial").toInteger(), serial + 1);
        QVERIFY(api.host.zoneServer.lines(u"example.org"_qs)
                    .contains(u"www.example.org 3600 CNAME site.example.net."_qs));
        QCOMPARE(api.get(at + "/check").data(), QJsonValue(true));

        api.clock.pass(60);
        const Reply changed =
            api.send("PUT", at, R"({"target":"other.example.net","ttl":60})", "\"1\"");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.object().value(u"ttl").toInt(), 60);
        QCOMPARE(changed.object().value(u"version").toInt(), 2);
        QCOMPARE(changed.object().value(u"updated_at").toInteger(),
                 api.clock.now().toSecsSinceEpoch());
        QVERIFY(api.host.zoneServer.lines(u"example.org"_qs)
                    .contains(u"www.example.org 60 CNAME other.example.net."_qs));
        QCOMPARE(api.send("PUT", at, R"({"ttl":120})", "\"1\"").status, 409); // somebody was faster
        QCOMPARE(api.remove(at, "\"1\"").status, 409);
        const int publications = int(api.host.zoneServer.events().size());
        QCOMPARE(api.send("PUT", at, R"({"ttl":60})").status, 200); // nothing to do
        QCOMPARE(api.host.zoneServer.events().size(), publications);
        QCOMPARE(api.remove(at, "\"2\"").status, 200);
        QCOMPARE(api.get(at).status, 404);
        QCOMPARE(api.remove(at).status, 404);
        QVERIFY(!api.host.zoneServer.lines(u"example.org"_qs).join(u' ').contains(u"www"));
        QCOMPARE(api.misfits, QStringList());
    }

    void values_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code"); // of a refusal; else the line that is stored
        QTest::addColumn<QString>("words");
        const auto row = [](const char *source, const char *type, const char *target,
                            const char *line, int ttl = 3600) {
            QTest::addRow("%s %s %.40s", source, type, target)
                << record(source, type, QString::fromUtf8(target), ttl) << 200
                << QString::fromUtf8(line) << QString();
        };
        const auto bad = [](const char *source, const char *type, const char *target, int status,
                            const char *code, const char *words, int ttl = 3600) {
            QTest::addRow("%s %s %.40s %d", source, type, target, ttl)
                << record(source, type, QString::fromUtf8(target), ttl) << status
                << QString::fromLatin1(code) << QString::fromUtf8(words);
        };
        row("@", "TXT", "v=spf1 mx -all", " TXT v=spf1 mx -all");
        row("", "TXT", "\"v=spf1 \" \"mx\"", " TXT v=spf1 mx");
        row(".", "AAAA", "2001:DB8::1", " AAAA 2001:db8::1");
        row("example.org.", "A", "192.0.2.1", " A 192.0.2.1", 60);
        row("a", "A", "192.0.2.1", "a A 192.0.2.1", 86400);
        row("_25._tcp.mail", "TLSA", "3 1 0 AABB", "_25._tcp.mail TLSA 3 1 0 aabb");
        row("bücher", "CNAME", "bücher.example", "xn--bcher-kva CNAME xn--bcher-kva.example");
        row("sub", "NS", "ns.example.net", "sub NS ns.example.net");
        row("sub", "DS", "1 13 0 aa", "sub DS 1 13 0 aa");
        row("x", "DNAME", "example.net", "x DNAME example.net");
        row("x", "SSHFP", "4 0 aa", "x SSHFP 4 0 aa");
        row("x", "SMIMEA", "3 1 0 aa", "x SMIMEA 3 1 0 aa");
        row("x", "CAA", "0 issue ca.example", "x CAA 0 issue \"ca.example\"");
        row("*", "A", "192.0.2.1", "* A 192.0.2.1");

        bad("a", "A", "192.0.2.300", 400, "invalid_dns_record", "IPv4 address");
        bad("a", "MX", "ten mail.example.org", 400, "invalid_dns_record",
            "The priority must be a number from 0 to 65535.");
        bad("a..b", "A", "192.0.2.1", 400, "invalid_dns_record", "two dots");
        bad("a.example.net.", "A", "192.0.2.1", 400, "invalid_dns_record", "does not lie");
        bad("a", "HTTPS", "1 .", 400, "unsupported_dns_record_type", "HTTPS");
        bad("a", "PTR", "a.example.net", 400, "unsupported_dns_record_type", "PTR");
        bad("", "SOA", "a b 1 2 3 4 5", 400, "unsupported_dns_record_type", "SOA");
        bad("", "NS", "ns.example.net", 400, "invalid_dns_record", "the host's");
        bad("", "DS", "1 13 0 aa", 400, "invalid_dns_record", "belongs into the zone above");
        bad("", "CNAME", "a.example.net", 400, "dns_record_mutual_exclusion", "the zone itself");
        bad("mail", "CNAME", "a.example.net", 400, "dns_record_mutual_exclusion", "is an alias");
        bad("mail", "A", "192.0.2.25", 400, "dns_record_already_exists", "is there already");
        bad("a", "A", "192.0.2.1", 422, "validation_failed", "TTL must be between", 59);
        bad("a", "A", "192.0.2.1", 422, "validation_failed", "TTL must be between", 86401);
        QTest::newRow("no ttl") << QByteArray(R"({"type":"A","target":"192.0.2.1"})") << 422
                                << u"validation_failed"_qs << u"values"_qs;
        QTest::newRow("stranger") << QByteArray(
                                         R"({"type":"A","target":"192.0.2.1","ttl":60,"x":1})")
                                  << 422 << u"validation_failed"_qs << u"values"_qs;
        QTest::newRow("null source")
            << QByteArray(R"({"source":null,"type":"A","target":"192.0.2.1","ttl":60})") << 200
            << u" A 192.0.2.1"_qs << QString();
    }
    void values()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, words);
        ServedApi api;
        api.post(path());
        const qint64 serial = api.get(path()).object().value(u"serial").toInteger();
        const Reply reply = api.post(path("/records"), body);
        QCOMPARE(reply.status, status);
        QCOMPARE(api.misfits, QStringList());
        if (status == 200) {
            QCOMPARE(lines({reply.data()}), QStringList{code});
            return;
        }
        QCOMPARE(reply.code(), code);
        const QString said = reply.error().value(u"description").toString();
        QVERIFY2(said.contains(words), qPrintable(said));
        QCOMPARE(api.get(path()).object().value(u"serial").toInteger(), serial); // nothing of it
    }

    void whatIsTheHosts()
    {
        ServedApi api;
        api.post(path());
        for (const QJsonValue one : api.get(path("/records?filter[types]=SOA,NS")).list()) {
            const QByteArray at = path("/records/") + QByteArray::number(one[u"id"].toInteger());
            for (const Reply &reply : {api.remove(at), api.send("PUT", at, R"({"ttl":60})")}) {
                QCOMPARE(reply.status, 400);
                QCOMPARE(reply.code(), u"invalid_dns_record"_qs);
            }
        }
    }

    // A zone that is wrong already can still be put right, one record at a time.
    void wrongBefore()
    {
        ServedApi api;
        api.post(path());
        QVERIFY(api.daemon.database().run(
            u"INSERT INTO zone_record (zone_id, source, type, target, ttl, search_text, "
            "updated_at) VALUES (1, 'mail', 'CNAME', 'a.example.net', 3600, '', 0)"_qs));
        QCOMPARE(api.post(path("/records"), record("b", "A", u"192.0.2.1"_qs)).status, 200);
        QCOMPARE(api.post(path("/records"), record("mail", "TXT", u"x"_qs)).status, 200);
        QCOMPARE(api.post(path("/records"), record("b", "CNAME", u"a.example.net"_qs)).code(),
                 u"dns_record_mutual_exclusion"_qs);
    }

    void lists()
    {
        ServedApi api;
        api.post(path());
        for (int i = 0; i < 7; ++i)
            api.post(path("/records"), record(("h" + QByteArray::number(i)).constData(), "A",
                                              u"192.0.2.%1"_qs.arg(100 - i), 60 + i));
        api.post(path("/records"), record("bücher", "TXT", u"Größe 100%"_qs));
        const auto found = [&](const QByteArray &query) {
            return lines(api.get(path("/records?") + query).list());
        };
        QCOMPARE(found("search=h3"), QStringList{u"h3 A 192.0.2.97"_qs});
        QCOMPARE(found("search=b%C3%BCcher").size(), 1); // as people write it
        QCOMPARE(found("search=GR%C3%96SSE").size(), 0);
        QCOMPARE(found("search=gr%C3%B6%C3%9Fe").size(), 1);
        QCOMPARE(found("search=100%25").size(), 1);
        QCOMPARE(found("search=192.0.2.9").size(), 6);
        QCOMPARE(found("filter[source]=h1"), QStringList{u"h1 A 192.0.2.99"_qs});
        QCOMPARE(found("filter[source]=b%C3%BCcher").size(), 1);
        QCOMPARE(found("filter[source]=").size(), 3);
        QCOMPARE(found("filter[source]=@").size(), 3);
        QCOMPARE(found("filter[types][]=TXT&filter[types][]=SRV").size(), 2);
        QCOMPARE(found("filter[types]=TXT,SRV").size(), 2);
        QCOMPARE(api.get(path("/records?filter[types]=WKS")).status, 422);
        QCOMPARE(found("filter[types]=A&search=h&order_by=ttl&order=desc&limit=2&skip=1"),
                 (QStringList{u"h5 A 192.0.2.95"_qs, u"h4 A 192.0.2.96"_qs}));
        QCOMPARE(found("filter[types]=A&order_by=ttl&search=h&per_page=1&page=2").constFirst(),
                 u"h1 A 192.0.2.99"_qs);
        QCOMPARE(api.get(path("/records?return=total&filter[types]=A")).data().toInt(), 9);
        QCOMPARE(api.get(path("/records?page=2&per_page=10")).json.value(u"pages").toInt(), 2);
        QCOMPARE(api.misfits, QStringList());
    }

    void partsOfValues()
    {
        ServedApi api;
        api.post(path());
        const QJsonObject srv = api.get(path("/records?filter[types]=SRV")).list()[0].toObject();
        QCOMPARE(srv[u"description"][u"port"][u"value"].toInt(), 993);
        QCOMPARE(srv[u"description"][u"priority"][u"value"].toInt(-1), 0);
        const QJsonObject soa = api.get(path("/records?filter[types]=SOA")).list()[0].toObject();
        QCOMPARE(soa[u"description"][u"minimum_ttl"][u"value"].toInt(), 300);
        QCOMPARE(soa[u"description"][u"mname"][u"value"].toString(), u"ns1.example.org"_qs);
    }

    void fromAFile()
    {
        ServedApi api;
        const Reply made = api.post(path("?with=records,skel"), file("skel", R"(
$TTL 300
@ SOA ns.elsewhere.example. a.b. 1 2 3 4 5
  NS  ns.elsewhere.example.
  RRSIG SOA 13 2 60 1 2 3 x. AA==
  MX  10 mail
  MX  10 mail
mail 600 A 192.0.2.7
)"));
        QCOMPARE(made.status, 200);
        QCOMPARE(lines(made.object().value(u"records").toArray()).filter(u"mail"_qs),
                 (QStringList{u" MX 10 mail.example.org"_qs, u"mail A 192.0.2.7"_qs}));
        QCOMPARE(
            made.object().value(u"left_out").toArray(),
            (QJsonArray{u"RRSIG example.org"_qs, u"SOA example.org"_qs, u"NS example.org"_qs}));
        // What it tells as a file can be given back and changes nothing.
        const QString text = made.object().value(u"skel").toString();
        QVERIFY(text.contains(u"ns1.example.org"));
        const qint64 serial = made.object().value(u"serial").toInteger();
        const Reply same = api.send("PUT", path(), file("skel", text.toUtf8().constData()));
        QCOMPARE(same.status, 200);
        QCOMPARE(same.object().value(u"serial").toInteger(), serial);

        const QJsonArray before = api.get(path("/records")).list();
        const Reply replaced = api.send("PUT", path("?with=records"), file("skel", R"(
@ 300 MX 10 mail
mail 60 A 192.0.2.7
www 300 A 192.0.2.8
)"));
        QCOMPARE(replaced.status, 200);
        QCOMPARE(replaced.object().value(u"serial").toInteger(), serial + 1); // one step
        const QJsonArray after = replaced.object().value(u"records").toArray();
        QCOMPARE(lines(after).filter(u" A "_qs),
                 (QStringList{u"mail A 192.0.2.7"_qs, u"www A 192.0.2.8"_qs}));
        // What stays is the same record.
        QCOMPARE(after[2][u"id"], before[2][u"id"]);
        QCOMPARE(after[3][u"id"], before[3][u"id"]);
        QCOMPARE(after[3][u"ttl"].toInt(), 60);

        const QByteArray stale =
            R"({"skel":"a 60 A 192.0.2.1","serial":)" + QByteArray::number(serial) + '}';
        QCOMPARE(api.send("PUT", path(), stale).status, 409);
        QCOMPARE(api.misfits, QStringList());
    }

    void wrongFiles()
    {
        ServedApi api;
        const auto descriptions = [](const Reply &reply) {
            QStringList list;
            for (const QJsonValue one : reply.error().value(u"errors").toArray())
                list.append(one[u"description"].toString());
            return list;
        };
        const Reply refused = api.post(path(), file("skel", "a A 192.0.2.1\nb MX ten x\n"
                                                            "c 30 A 192.0.2.1\nd PTR x.y.\n"
                                                            "$INCLUDE z\n"));
        QCOMPARE(refused.status, 422);
        QCOMPARE(
            descriptions(refused),
            (QStringList{u"Line 2, column 6: The priority must be a number from 0 to 65535."_qs,
                         u"Line 5, column 1: $INCLUDE cannot be used here; the records "
                         "themselves are needed."_qs,
                         u"Line 3: the TTL must be between 60 and 86400 seconds, not 30"_qs,
                         u"Line 4: records of type PTR cannot be kept here"_qs}));
        QCOMPARE(refused.attributes().constFirst(), u"skel"_qs);
        QCOMPARE(api.get(path("/exists")).data(), QJsonValue(false)); // nothing of it
        const Reply clash =
            api.post(path(), file("skel", "a A 192.0.2.1\na CNAME b.example.net.\n"));
        QCOMPARE(clash.status, 400);
        QCOMPARE(clash.code(), u"dns_record_mutual_exclusion"_qs);
        QCOMPARE(api.get(path("/exists")).data(), QJsonValue(false));
        QCOMPARE(api.misfits, QStringList());
    }

    void signedAndUnsigned()
    {
        ServedApi api;
        api.post(path());
        QCOMPARE(api.get(path()).object().value(u"delegation").toArray(), QJsonArray());
        const QByteArray seen = api.get(path()).header("ETag");
        const Reply done = api.patch(path(), R"({"dnssec":true})", seen);
        QCOMPARE(done.status, 200);
        QCOMPARE(done.object().value(u"dnssec")[u"is_enabled"].toBool(), true);
        QCOMPARE(done.object().value(u"delegation").toArray(), QJsonArray{u"12345 13 2 aa"_qs});
        QVERIFY(api.host.zoneServer.published().value(u"example.org"_qs).isSigned);
        QCOMPARE(api.patch(path(), R"({"dnssec":false})", seen).status, 409);
        const QJsonObject dns =
            api.get("/1/mail_hostings/1/capabilities").object().value(u"dns").toObject();
        QCOMPARE(dns.value(u"zones").toArray(), QJsonArray{u"example.org"_qs});
        QCOMPARE(dns.value(u"trust_anchors").toArray(),
                 QJsonArray{u"example.org. IN DS 12345 13 2 aa"_qs});
        QCOMPARE(api.patch(path(), R"({"dnssec":false})").status, 200);
        QCOMPARE(api.get(path()).object().value(u"delegation").toArray(), QJsonArray());
        QVERIFY(!api.host.zoneServer.published().value(u"example.org"_qs).isSigned);
        QCOMPARE(api.patch(path(), R"({})").status, 422);
        QCOMPARE(api.misfits, QStringList());
    }

    void deletedAndMadeAgain()
    {
        ServedApi api;
        api.post(path());
        api.post(path("/records"), record("www", "A", u"192.0.2.8"_qs));
        QCOMPARE(api.remove(path(), "\"7\"").status, 409);
        QCOMPARE(api.remove(path()).status, 200);
        QCOMPARE(api.get(path()).status, 404);
        QVERIFY(api.host.zoneServer.published().isEmpty());
        QCOMPARE(api.remove(path()).code(), u"zone_does_not_exists"_qs);
        // The audit has what it takes to bring it back.
        const QJsonObject row = api.get("/1/mail_hostings/1/audit").list()[0].toObject();
        QCOMPARE(row[u"object"][u"kind"].toString(), u"zone"_qs);
        const QByteArray text = row[u"before"][u"skel"].toString().toUtf8();
        const Reply again = api.post(path("?with=records"), file("skel", text.constData()));
        QCOMPARE(again.status, 200);
        QVERIFY(lines(again.object().value(u"records").toArray()).contains(u"www A 192.0.2.8"_qs));
        QCOMPARE(api.host.zoneServer.published().size(), 1);
        QCOMPARE(api.misfits, QStringList());
    }

    void history()
    {
        ServedApi api;
        api.post(path());
        const Reply made = api.post(path("/records"), record("www", "A", u"192.0.2.8"_qs, 60));
        api.send("PUT", path("/records/") + idOf(made), R"({"target":"192.0.2.9"})");
        api.remove(path("/records/") + idOf(made));
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QJsonArray rows = api.get(path("/history?per_page=3&page=1")).list();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0][u"verb"].toString(), u"remove"_qs);
        QCOMPARE(rows[0][u"object"][u"label"].toString(), u"A www.example.org"_qs);
        QCOMPARE(rows[1][u"before"].toObject(), (QJsonObject{{u"target"_qs, u"192.0.2.8"_qs}}));
        QCOMPARE(rows[2][u"verb"].toString(), u"create"_qs);
        // What was deleted comes back from its row.
        const auto change = mail::changeFromJson(rows[0].toObject());
        QVERIFY(change);
        const auto old = mail::read<mail::ZoneRecord>(change->before);
        QVERIFY(old);
        QCOMPARE(api.post(path("/records"),
                          record(old->source.toUtf8().constData(), old->type.toLatin1().constData(),
                                 old->target, *old->ttl))
                     .status,
                 200);
        QCOMPARE(api.misfits, QStringList());
    }

    void feed()
    {
        ServedApi api;
        api.post(path());
        const qint64 since =
            api.get("/1/mail_hostings/1/changes").object().value(u"last").toInteger();
        const Reply made = api.post(path("/records"), record("www", "A", u"192.0.2.8"_qs));
        api.patch(path(), R"({"dnssec":true})");
        api.remove(path("/records/") + idOf(made));
        const QJsonArray told =
            api.get("/1/mail_hostings/1/changes?since=" + QByteArray::number(since))
                .object()
                .value(u"changes")
                .toArray();
        QStringList list;
        for (const QJsonValue one : told)
            list.append(QStringLiteral("%1 %2 %3 %4 %5")
                            .arg(one[u"verb"].toString(), one[u"kind"].toString(),
                                 one[u"zone"].toString(), one[u"key"].toString(),
                                 one[u"object"].isNull() ? u"gone"_qs : u"there"_qs));
        const QString id = QString::fromLatin1(idOf(made));
        QCOMPARE(list, (QStringList{u"create record example.org %1 gone"_qs.arg(id),
                                    u"update zone example.org example.org there"_qs,
                                    u"update zone example.org example.org there"_qs, // its DS
                                    u"remove record example.org %1 gone"_qs.arg(id)}));
        QCOMPARE(told[1][u"object"][u"dnssec"][u"is_enabled"].toBool(), true);
        QCOMPARE(told[0][u"mailbox_name"].toString(), QString());
        // With the zone all of its records go, each with its row.
        api.remove(path());
        const QJsonArray all =
            api.get("/1/mail_hostings/1/changes?since=0&limit=500").object()[u"changes"].toArray();
        QCOMPARE(all.last()[u"kind"].toString(), u"zone"_qs);
        QCOMPARE(all.last()[u"verb"].toString(), u"remove"_qs);
        int removed = 0;
        for (const QJsonValue one : all)
            removed += one[u"kind"].toString() == u"record" && one[u"verb"].toString() == u"remove";
        QCOMPARE(removed, 5); // MX, SRV, two A, and www before
        QCOMPARE(api.misfits, QStringList());
    }

    // To a token that may not see the hosting there is no zone.
    void whoMay()
    {
        ServedApi api;
        api.post(path());
        const QByteArray id = QByteArray::number(
            api.get(path("/records?filter[types]=MX")).list()[0][u"id"].toInteger());
        const qint64 foreign = api.foreignService();
        const QList<QPair<QByteArray, QByteArray>> all{{"GET", path()},
                                                       {"PUT", path()},
                                                       {"PATCH", path()},
                                                       {"DELETE", path()},
                                                       {"GET", path("/history")},
                                                       {"GET", path("/records")},
                                                       {"POST", path("/records")},
                                                       {"GET", path("/records/") + id},
                                                       {"PUT", path("/records/") + id},
                                                       {"DELETE", path("/records/") + id},
                                                       {"GET", path("/records/") + id + "/check"}};
        api.useToken(1, db::Scope::Admin, {foreign}); // of the organisation, for another hosting
        for (const auto &[method, target] : all) {
            const Reply reply = api.send(method, target, "{}");
            QCOMPARE(reply.status, 404);
            QCOMPARE(reply.code(), u"zone_does_not_exists"_qs);
        }
        QCOMPARE(api.get(path("/exists")).data(), QJsonValue(false));
        QCOMPARE(api.post(path()).status, 404);
        QCOMPARE(api.get("/2/domains/example.org/zones").status, 404);
        QCOMPARE(api.get("/2/domains/other.example/zones").status, 404);
        QCOMPARE(api.post("/2/zones/other.example").status, 404); // another organisation's

        api.useToken(1, db::Scope::Read);
        for (const auto &[method, target] : all)
            QCOMPARE(api.send(method, target, "{}").status, method == "GET" ? 200 : 403);
        QCOMPARE(api.post(path()).status, 403);
        api.useToken(2, db::Scope::Admin); // no administrator
        QCOMPARE(api.get(path()).status, 403);
        api.token.clear();
        QCOMPARE(api.get(path("/exists")).status, 401);
        QCOMPARE(api.misfits, QStringList());
    }

    void namesInPaths()
    {
        ServedApi api;
        api.post(path());
        QCOMPARE(api.get("/2/zones/EXAMPLE.ORG.").status, 200);
        for (const char *wrong : {"/2/zones/a%20b", "/2/zones/example", "/2/zones/..",
                                  "/2/zones/b%C3%BCcher.example", "/2/zones/%00"})
            QCOMPARE(api.get(wrong).status, 404);
        QCOMPARE(api.get("/2/zones/a%20b/exists").data(), QJsonValue(false));
        QCOMPARE(api.get(path("/records/abc")).status, 404);
        QCOMPARE(api.get(path("/records/0")).status, 404);
    }

    void withoutANameServer()
    {
        ServedApi api;
        api.host.zoneServer.setMissing(u"PowerDNS is not installed"_qs);
        for (const Reply &reply :
             {api.post(path()), api.get(path("/exists")), api.get("/1/mail_hostings/1/zones"),
              api.get("/2/domains/example.org/zones")}) {
            QCOMPARE(reply.status, 501);
            QVERIFY(reply.error()
                        .value(u"description")
                        .toString()
                        .contains(u"PowerDNS is not installed"));
        }
        const QJsonObject can = api.get("/1/mail_hostings/1/capabilities").object();
        QVERIFY(!can.value(u"features").toArray().contains(u"zones"_qs));
        QCOMPARE(can.value(u"cannot")[u"create record"].toString(), u"no-name-server"_qs);
        QCOMPARE(can.value(u"dns")[u"mx"].toArray(), QJsonArray{u"10 mail.example.org"_qs});
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"ana"})").status, 201); // the rest goes on
        QCOMPARE(api.misfits, QStringList());
    }

    void whatIsPossible()
    {
        ServedApi api;
        api.post(path());
        QJsonObject can = api.get("/1/mail_hostings/1/capabilities").object();
        QVERIFY(can.value(u"features").toArray().contains(u"zones"_qs));
        for (const char *one : {"create zone", "remove zone", "update zone.is_signed",
                                "create record.target", "update record.ttl", "remove record"})
            QVERIFY2(can.value(u"can").toArray().contains(QLatin1String(one)), one);
        QVERIFY(!can.value(u"can").toArray().contains(u"update record.type"_qs));
        QCOMPARE(can.value(u"dns")[u"servers"].toArray(), QJsonArray{u"127.0.0.1:10053"_qs});
        QCOMPARE(can.value(u"dns")[u"zones"].toArray(), QJsonArray{u"example.org"_qs});
        api.useToken(1, db::Scope::Write);
        can = api.get("/1/mail_hostings/1/capabilities").object();
        QCOMPARE(can.value(u"cannot")[u"create record"].toString(), u"no-right"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    // Somebody else's zone on the name server is left alone.
    void notOurs()
    {
        ServedApi api;
        api.host.zoneServer.foreign = QStringList{u"example.org"_qs};
        const Reply reply = api.post(path());
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"zone_already_exists"_qs);
        QVERIFY(reply.error().value(u"description").toString().contains(u"somebody else"));
        QCOMPARE(api.get(path("/exists")).data(), QJsonValue(false));
    }

    // A private host gives its domain a zone, once, and keeps its ports right.
    void homeZones()
    {
        ServedApi api;
        db::Caller caller;
        caller.name = u"mailwrightd"_qs;
        caller.now = api.clock.now();
        const auto keep = [&] { return keepHomeZones(api.daemon.database(), api.host, caller); };
        api.host.zoneServer.setMissing(u"not installed"_qs);
        QVERIFY(keep());
        api.host.zoneServer.setMissing({});
        QCOMPARE(api.get(path()).status, 404); // later, when there is one
        QVERIFY(keep());
        api.clock.pass(5);
        QCOMPARE(lines(api.get(path("/records?filter[types]=SRV")).list()),
                 QStringList{u"_imaps._tcp SRV 0 1 993 mail.example.org"_qs});
        // Another port; what people changed stays as they left it.
        api.post(path("/records"), record("_imaps._tcp", "SRV", u"9 9 1 mail.example.net"_qs));
        api.host.facts.services = QStringList{u"SRV _imaps._tcp 0 1 1993 mail.example.org"_qs};
        QVERIFY(keep());
        api.clock.pass(5);
        QCOMPARE(lines(api.get(path("/records?filter[types]=SRV")).list()),
                 (QStringList{u"_imaps._tcp SRV 0 1 1993 mail.example.org"_qs,
                              u"_imaps._tcp SRV 9 9 1 mail.example.net"_qs}));
        const qint64 serial = api.get(path()).object().value(u"serial").toInteger();
        QVERIFY(keep());
        api.clock.pass(5);
        QCOMPARE(api.get(path()).object().value(u"serial").toInteger(), serial);
        QCOMPARE(api.remove(path()).status, 200);
        QVERIFY(keep());
        api.clock.pass(5);
        QCOMPARE(api.get(path()).status, 404); // who deleted it meant it
    }

    // For those who keep records rather than editing them.
    void keptRecords()
    {
        ServedApi api;
        api.post(path());
        db::Database &tables = api.daemon.database();
        db::Caller caller;
        caller.person = 1;
        caller.now = api.clock.now();
        const db::NewRecord key{u"s1._domainkey"_qs, u"TXT"_qs, u"v=DKIM1; p=AAAA"_qs, 300};
        const auto made = db::ensureRecord(tables, caller, u"example.org"_qs, key);
        QVERIFY(made && made->sequence > 0);
        const auto again = db::ensureRecord(tables, caller, u"example.org"_qs, key);
        QVERIFY(again && again->sequence == 0);
        QCOMPARE(again->change.object.key, made->change.object.key);
        // Part of another write, and taken back with it.
        const auto failed = tables.write([&]() -> Result<void> {
            if (auto done = db::dropRecord(tables, caller, u"example.org"_qs, key.source, key.type,
                                           key.target);
                !done)
                return done.error();
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        });
        QVERIFY(!failed);
        QCOMPARE(api.get(path("/records?filter[types]=TXT")).list().size(), 1);
        QVERIFY(db::dropRecord(tables, caller, u"example.org"_qs, key.source, key.type,
                               u"\"v=DKIM1; \" \"p=AAAA\""_qs));
        QCOMPARE(api.get(path("/records?filter[types]=TXT")).list().size(), 0);
        const auto gone =
            db::dropRecord(tables, caller, u"example.org"_qs, key.source, key.type, key.target);
        QVERIFY(gone && gone->sequence == 0);
    }
};

QTEST_GUILESS_MAIN(Zones)
#include "zones.moc"
