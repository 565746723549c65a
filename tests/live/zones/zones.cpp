// SPDX-License-Identifier: GPL-3.0-or-later
// What was answered over HTTP is what the world is told, at once.
#include "tests/live/zones/asked.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

class LiveZones : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
        NEEDS_SERVERS(m_host, LocalHost::Server::Dns);
        m_port = m_host.port(QStringLiteral("dns"));
    }

    // The domain has what mail needs, and nothing yet that says who may send.
    void theFirstZone()
    {
        const QJsonObject zone = ApiZone(m_host).now();
        const QString serial = QString::number(zone.value(QLatin1String("serial")).toInteger());
        QCOMPARE(dug(m_port, domain, u"SOA"_qs),
                 QStringList{
                     u"ns1.example.test. hostmaster.example.test. %1 10800 3600 604800 300"_qs.arg(
                         serial)});
        QCOMPARE(dug(m_port, domain, u"NS"_qs), QStringList{u"ns1.example.test."_qs});
        QCOMPARE(dug(m_port, u"ns1.example.test"_qs, u"A"_qs), QStringList{u"127.0.0.1"_qs});
        QCOMPARE(dug(m_port, domain, u"MX"_qs), QStringList{u"10 mail.example.test."_qs});
        QCOMPARE(dug(m_port, u"mail.example.test"_qs, u"A"_qs, {u"+tcp"_qs}),
                 QStringList{u"127.0.0.1"_qs});
        for (const char *name : {"imaps", "submissions", "pop3s", "sieve"})
            QCOMPARE(
                dug(m_port, u"_%1._tcp.example.test"_qs.arg(QLatin1String(name)), u"SRV"_qs),
                QStringList{u"0 1 %1 mail.example.test."_qs.arg(m_host.port(QLatin1String(name)))});
        QCOMPARE(dug(m_port, domain, u"TXT"_qs), QStringList());
        QCOMPARE(statusOf(m_port, u"_dmarc.example.test"_qs, u"TXT"_qs), u"NXDOMAIN"_qs);
        QCOMPARE(statusOf(m_port, u"_domainkey.example.test"_qs, u"TXT"_qs), u"NXDOMAIN"_qs);
        QCOMPARE(statusOf(m_port, u"elsewhere.example"_qs, u"A"_qs), u"REFUSED"_qs);

        const QJsonObject dns =
            m_host.api(u"GET"_qs, u"/1/mail_hostings/%1/capabilities"_qs.arg(m_host.serviceId()))
                .data()
                .toObject()
                .value(QLatin1String("dns"))
                .toObject();
        QCOMPARE(dns.value(QLatin1String("servers")).toArray(),
                 QJsonArray{u"127.0.0.1:%1"_qs.arg(m_port)});
        QCOMPARE(dns.value(QLatin1String("zones")).toArray(), QJsonArray{domain});
        QCOMPARE(dns.value(QLatin1String("spf")).toArray(), QJsonArray{u"mx"_qs});
    }

    void atOnce()
    {
        ApiZone zone(m_host);
        const QString www = u"www.example.test"_qs;
        QCOMPARE(statusOf(m_port, www, u"A"_qs), u"NXDOMAIN"_qs);
        const qint64 a = zone.add(u"www"_qs, u"A"_qs, u"192.0.2.1"_qs);
        QVERIFY(a > 0);
        QCOMPARE(dug(m_port, www, u"A"_qs), QStringList{u"192.0.2.1"_qs});
        QCOMPARE(dug(m_port, www, u"A"_qs, {u"+tcp"_qs}), QStringList{u"192.0.2.1"_qs});
        const qint64 text = zone.add(u"www"_qs, u"TXT"_qs, u"x"_qs);
        const qint64 second = zone.add(u"www"_qs, u"A"_qs, u"192.0.2.2"_qs);
        QCOMPARE(dug(m_port, www, u"A"_qs), (QStringList{u"192.0.2.1"_qs, u"192.0.2.2"_qs}));
        QCOMPARE(zone.send(u"PUT"_qs, u"/records/%1"_qs.arg(a), {{u"target"_qs, u"192.0.2.9"_qs}})
                     .status,
                 200);
        QCOMPARE(dug(m_port, www, u"A"_qs), (QStringList{u"192.0.2.2"_qs, u"192.0.2.9"_qs}));
        QVERIFY(zone.remove(a) && zone.remove(second));
        QCOMPARE(statusOf(m_port, www, u"A"_qs), u"NOERROR"_qs); // the name is there, no address
        QCOMPARE(dug(m_port, www, u"A"_qs), QStringList());
        QVERIFY(zone.remove(text));
        QCOMPARE(statusOf(m_port, www, u"A"_qs), u"NXDOMAIN"_qs);
        // An alias takes the place of an address in one step of two, and back.
        QVERIFY(zone.add(u"www"_qs, u"CNAME"_qs, u"mail.example.test"_qs));
        QCOMPARE(dug(m_port, www, u"CNAME"_qs), QStringList{u"mail.example.test."_qs});
        const QByteArray file = "www 300 A 192.0.2.7\n";
        QCOMPARE(zone.send(u"PUT"_qs, {}, {{u"skel"_qs, QString::fromLatin1(file)}}).status, 200);
        QCOMPARE(dug(m_port, www, u"CNAME"_qs), QStringList());
        QCOMPARE(dug(m_port, www, u"A"_qs), QStringList{u"192.0.2.7"_qs});
        QCOMPARE(statusOf(m_port, u"mail.example.test"_qs, u"A"_qs), u"NXDOMAIN"_qs);
        QCOMPARE(dug(m_port, domain, u"NS"_qs), QStringList{u"ns1.example.test."_qs}); // the host's
    }

    void longTexts()
    {
        ApiZone zone(m_host);
        QString text;
        for (int i = 0; i < 2000; ++i)
            text += QChar(u'a' + i % 26);
        QVERIFY2(zone.add(u"long"_qs, u"TXT"_qs, text) > 0,
                 QJsonDocument(zone.last.json).toJson().constData());
        const auto strings = [&](const QStringList &extra) {
            const QString line = dug(m_port, u"long.example.test"_qs, u"TXT"_qs, extra).value(0);
            QStringList list = line.split(u"\" \""_qs);
            for (QString &string : list)
                string.remove(u'"');
            return list;
        };
        for (const QStringList &way : {QStringList{u"+tcp"_qs}, QStringList()}) {
            const QStringList told = strings(way);
            QCOMPARE(told.size(), 8);
            for (qsizetype i = 0; i < 7; ++i)
                QCOMPARE(told[i].size(), 255);
            QCOMPARE(told.join(QString()), text);
        }
        const auto cut =
            LocalHost::run(u"dig"_qs, {u"@127.0.0.1"_qs, u"-p"_qs, QString::number(m_port),
                                       u"+ignore"_qs, u"long.example.test"_qs, u"TXT"_qs});
        QVERIFY2(cut.text.contains(u" tc"), qPrintable(cut.text)); // what UDP cannot carry
        // As much as a record takes, what a zone file must escape, what is no ASCII.
        QVERIFY(zone.add(u"most"_qs, u"TXT"_qs, QString(60'000, u'm')) > 0);
        QCOMPARE(dug(m_port, u"most.example.test"_qs, u"TXT"_qs, {u"+tcp"_qs}).value(0).count(u'm'),
                 60'000);
        QVERIFY(zone.add(u"odd"_qs, u"TXT"_qs, u"a\"b\\c;d (e) ä"_qs) > 0);
        QCOMPARE(dug(m_port, u"odd.example.test"_qs, u"TXT"_qs),
                 QStringList{u"\"a\\\"b\\\\c;d (e) \\195\\164\""_qs});
    }

    void allTypes_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("told"); // by dig
        const QString sha256(64, u'A');
        const auto row = [](const char *type, const QString &source, const QString &target,
                            const QString &told) {
            QTest::newRow(type) << source << target << told;
        };
        row("A", u"t-a"_qs, u"192.0.2.1"_qs, u"192.0.2.1"_qs);
        row("AAAA", u"t-aaaa"_qs, u"2001:db8::1"_qs, u"2001:db8::1"_qs);
        row("CAA", QString(), u"0 issue \"ca.example; x=y\""_qs, u"0 issue \"ca.example; x=y\""_qs);
        row("CNAME", u"t-cname"_qs, u"bücher.example"_qs, u"xn--bcher-kva.example."_qs);
        row("DNAME", u"t-dname"_qs, u"example.net"_qs, u"example.net."_qs);
        row("MX", u"t-mx"_qs, u"0 ."_qs, u"0 ."_qs);
        row("NS", u"t-ns"_qs, u"ns.example.net"_qs, QString());
        row("DS", u"t-ns"_qs, u"12345 13 2 "_qs + sha256,
            u"12345 13 2 "_qs + sha256.left(56) + u' ' + sha256.mid(56));
        row("SMIMEA", u"abc._smimecert"_qs, u"3 0 1 "_qs + sha256,
            u"3 0 1 "_qs + sha256.left(56) + u' ' + sha256.mid(56));
        row("SRV", u"_x._tcp"_qs, u"1 2 3 mail.example.net"_qs, u"1 2 3 mail.example.net."_qs);
        row("SSHFP", u"t-sshfp"_qs, u"4 2 "_qs + sha256,
            u"4 2 "_qs + sha256.left(56) + u' ' + sha256.mid(56));
        row("TLSA", u"_25._tcp.mail"_qs, u"3 1 1 "_qs + sha256,
            u"3 1 1 "_qs + sha256.left(56) + u' ' + sha256.mid(56));
        row("TXT", u"*.t-txt"_qs, u"any"_qs, u"\"any\""_qs);
    }
    void allTypes()
    {
        QFETCH(QString, source);
        QFETCH(QString, target);
        QFETCH(QString, told);
        const QString type = QString::fromLatin1(QTest::currentDataTag());
        ApiZone zone(m_host);
        const qint64 id = zone.add(source, type, target);
        QVERIFY2(id > 0, QJsonDocument(zone.last.json).toJson().constData());
        QString name = source.isEmpty() ? domain : source + u'.' + domain;
        QCOMPARE(dug(m_port, name.replace(u'*', u'x'), type),
                 told.isEmpty() ? QStringList() : QStringList{told});
        if (type == u"NS") // a referral: it stands in another section
            QVERIFY(LocalHost::run(u"dig"_qs, {u"@127.0.0.1"_qs, u"-p"_qs, QString::number(m_port),
                                               u"+norecurse"_qs, name, type})
                        .text.contains(u"ns.example.net."));
        QCOMPARE(zone.send(u"GET"_qs, u"/records/%1/check"_qs.arg(id)).data(), QJsonValue(true));
        if (type == u"DNAME")
            QCOMPARE(dug(m_port, u"a.t-dname.example.test"_qs, u"CNAME"_qs).value(0),
                     u"a.example.net."_qs);
    }

    void refusedIsNotServed()
    {
        ApiZone zone(m_host);
        const QJsonValue serial = zone.now().value(QLatin1String("serial"));
        QCOMPARE(zone.add(u"bad"_qs, u"MX"_qs, u"10 mail_1.example.net"_qs), 0);
        QCOMPARE(zone.last.status, 400);
        QCOMPARE(zone.add(u"t-cname"_qs, u"A"_qs, u"192.0.2.1"_qs), 0);
        QCOMPARE(zone.now().value(QLatin1String("serial")), serial);
        QCOMPARE(statusOf(m_port, u"bad.example.test"_qs, u"MX"_qs), u"NXDOMAIN"_qs);
    }

    void signedZone()
    {
        ApiZone zone(m_host);
        const qint64 id = zone.add(u"s"_qs, u"A"_qs, u"192.0.2.1"_qs);
        zone.add(u"s"_qs, u"TXT"_qs, QString(700, u'k'));
        const QString anchor = zone.setSigned(true);
        QCOMPARE(anchor.section(u' ', 1, 2), u"13 2"_qs);
        const auto judged = [&](const char *name, const char *type, const QString &with = {}) {
            return validated(m_port, domain, with.isEmpty() ? anchor : with, QLatin1String(name),
                             QLatin1String(type));
        };
        for (const auto &[name, type] :
             std::initializer_list<std::pair<const char *, const char *>>{
                 {"example.test", "SOA"},
                 {"example.test", "DNSKEY"},
                 {"s.example.test", "A"},
                 {"s.example.test", "TXT"},
                 {"y.t-txt.example.test", "TXT"}}) // of the wildcard
            QVERIFY2(judged(name, type).contains(u"; fully validated"),
                     qPrintable(judged(name, type)));
        // That something is not there is proven as well.
        for (const auto &[name, type] :
             std::initializer_list<std::pair<const char *, const char *>>{
                 {"no.example.test", "A"}, {"s.example.test", "AAAA"}})
            QVERIFY2(judged(name, type).contains(u"; negative response, fully validated"),
                     qPrintable(judged(name, type)));
        // With another anchor nothing of it counts.
        const QString wrong =
            anchor.chopped(4) + (anchor.endsWith(u"0000") ? u"1111"_qs : u"0000"_qs);
        QVERIFY2(judged("s.example.test", "A", wrong).contains(u"resolution failed"),
                 qPrintable(judged("s.example.test", "A", wrong)));
        // A change while it is signed, at once and signed.
        QCOMPARE(zone.send(u"PUT"_qs, u"/records/%1"_qs.arg(id), {{u"target"_qs, u"192.0.2.2"_qs}})
                     .status,
                 200);
        const QString changed = judged("s.example.test", "A");
        QVERIFY2(changed.contains(u"; fully validated") && changed.contains(u"192.0.2.2"),
                 qPrintable(changed));
        QVERIFY(zone.add(u"n.e.w"_qs, u"A"_qs, u"192.0.2.3"_qs) > 0);
        QVERIFY(judged("n.e.w.example.test", "A").contains(u"; fully validated"));
        QVERIFY(judged("e.w.example.test", "A").contains(u"; negative response, fully validated"));
        QVERIFY(zone.remove(id));
        QVERIFY(judged("s.example.test", "A").contains(u"; negative response, fully validated"));
        const QJsonObject dns =
            m_host.api(u"GET"_qs, u"/1/mail_hostings/%1/capabilities"_qs.arg(m_host.serviceId()))
                .data()[u"dns"]
                .toObject();
        QCOMPARE(dns.value(QLatin1String("trust_anchors")).toArray(),
                 QJsonArray{u"example.test. IN DS "_qs + anchor});

        // No more; and again with the same key, for which the zone above vouches.
        QCOMPARE(zone.setSigned(false), QString());
        QCOMPARE(dug(m_port, domain, u"DNSKEY"_qs), QStringList());
        QVERIFY(!dug(m_port, u"n.e.w.example.test"_qs, u"A"_qs, {u"+dnssec"_qs})
                     .join(u' ')
                     .contains(u" 13 "));
        QCOMPARE(zone.setSigned(true), anchor);
        QVERIFY(judged("n.e.w.example.test", "A").contains(u"; fully validated"));
        QVERIFY(judged("no.example.test", "A").contains(u"; negative response, fully validated"));
    }

    // Signed, deleted, made again: the same key, another zone.
    void deletedZone()
    {
        ApiZone zone(m_host);
        const QString anchor = zone.setSigned(true);
        QCOMPARE(zone.send(u"DELETE"_qs, {}).status, 200);
        QCOMPARE(statusOf(m_port, domain, u"SOA"_qs), u"REFUSED"_qs);
        QCOMPARE(zone.send(u"GET"_qs, {}).status, 404);
        // It stays away, also from the next start.
        QCOMPARE(m_host.stop(), 0);
        QCOMPARE(m_host.processes(), QStringList());
        QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
        QCOMPARE(statusOf(m_port, domain, u"SOA"_qs), u"REFUSED"_qs);
        QCOMPARE(zone.send(u"POST"_qs, {}).status, 200);
        QCOMPARE(dug(m_port, domain, u"MX"_qs), QStringList{u"10 mail.example.test."_qs});
        QCOMPARE(zone.setSigned(true), anchor);
    }

private:
    const QString domain = QStringLiteral("example.test");
    LocalHost m_host;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(LiveZones)
#include "zones.moc"
