// SPDX-License-Identifier: GPL-3.0-or-later
// Values and names as people write them: what comes back, and which part is said to be wrong.
#include "app/wire/dns/zonetext.h"

#include <QTest>

using namespace wire;

class ZoneText : public QObject
{
    Q_OBJECT

private slots:
    void targets_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("shown"); // "!part" = refused because of that part
        QTest::addColumn<QString>("words"); // of the sentence, when refused
        const auto row = [](const char *type, const char *target, const char *shown,
                            const char *words = "") {
            QTest::addRow("%s %s", type, target)
                << QByteArray(type) << QString::fromUtf8(target) << QString::fromUtf8(shown)
                << QString::fromUtf8(words);
        };
        const QByteArray sha256(64, 'a');
        const QByteArray sha512(128, 'b');

        row("A", "192.0.2.1", "192.0.2.1");
        row("A", "  192.0.2.1 ", "192.0.2.1");
        row("A", "", "!address", "IPv4 address such as");
        row("A", "192.0.2.256", "!address", "IPv4");
        row("A", "192.0.2.1 192.0.2.2", "!address", "\"192.0.2.2\" is too much");
        row("A", "2001:db8::1", "!address", "AAAA record");
        row("A", "mail.example.org", "!address");
        row("A", "\"192.0.2.1\"", "!address");
        row("AAAA", "2001:DB8:0:0::1", "2001:db8::1");
        row("AAAA", "192.0.2.1", "!address", "A record");
        row("AAAA", "fe80::1%eth0", "!address");

        row("CNAME", "www.example.org", "www.example.org");
        row("CNAME", "WWW.Example.Org.", "www.example.org");
        row("CNAME", "_x.dkim.example.net", "_x.dkim.example.net");
        row("CNAME", "0/25.2.0.192.in-addr.arpa", "0/25.2.0.192.in-addr.arpa");
        row("CNAME", "bücher.example", "xn--bcher-kva.example");
        row("CNAME", "BÜCHER.example.", "xn--bcher-kva.example");
        row("CNAME", "例え.テスト", "xn--r8jz45g.xn--zckzah");
        row("CNAME", "a。example。org", "a.example.org");
        row("CNAME", "mail", "mail");
        row("CNAME", "", "!host", "such as www.example.org");
        row("CNAME", ".", "!host");
        row("CNAME", "a..b", "!host", "two dots");
        row("CNAME", ".a.b", "!host", "two dots");
        row("CNAME", "a b.example.org", "!host", "too much");
        row("CNAME", "a@example.org", "!host", "\"@\"");
        row("CNAME", "*.example.org", "!host", "stand alone");
        row("CNAME", "192.0.2.1", "!host", "is an address");
        row("CNAME", "192.0.2.1.", "!host", "is an address");
        row("CNAME", "2001:db8::1", "!host", "is an address");
        row("CNAME", "a\\.b.example.org", "!host");
        row("CNAME", (QByteArray(64, 'x') + ".org").constData(), "!host", "63");
        row("CNAME", (QByteArray(60, 'x') + '.').repeated(5).append("org").constData(), "!host",
            "253");
        row("DNAME", "example.net", "example.net");
        row("PTR", "mail.example.org.", "mail.example.org");
        row("NS", "ns1.example.org.", "ns1.example.org");
        row("NS", "ns_1.example.org", "!host", "no host name");
        row("NS", ".", "!host");

        row("MX", "10 mail.example.org", "10 mail.example.org");
        row("MX", " 10\tmail.example.org. ", "10 mail.example.org");
        row("MX", "0 .", "0 .");
        row("MX", "65535 a", "65535 a");
        row("MX", "65536 a", "!priority", "The priority must be a number from 0 to 65535.");
        row("MX", "-1 a", "!priority");
        row("MX", "1e1 a", "!priority");
        row("MX", "mail.example.org", "!priority");
        row("MX", "", "!priority");
        row("MX", "10", "!host", "mail host");
        row("MX", "10 mail_1.example.org", "!host", "\"_\"");
        row("MX", "10 -mail.example.org", "!host", "hyphen");
        // too long even for a punycode to be made of it
        row("SRV", ("0 1 993 " + QString(70, QChar(0xe9)).toUtf8() + ".org").constData(), "!host");
        row("MX", "10 192.0.2.1", "!host", "is an address");
        row("MX", "10 mail.example.org 20", "!host", "\"20\" is too much");
        row("MX", "10 mail.bücher.example", "10 mail.xn--bcher-kva.example");

        row("SRV", "0 1 993 imap.example.org", "0 1 993 imap.example.org");
        row("SRV", "0 0 0 .", "0 0 0 .");
        row("SRV", "0 1 imap.example.org", "!port", "The port must be");
        row("SRV", "0 x 993 imap.example.org", "!weight", "The weight must be");
        row("SRV", "x 1 993 imap.example.org", "!priority");
        row("SRV", "0 1 70000 imap.example.org", "!port");
        row("SRV", "0 1 993", "!host", "or a dot");

        row("CAA", "0 issue \"letsencrypt.org\"", "0 issue \"letsencrypt.org\"");
        row("CAA", "0 issue letsencrypt.org", "0 issue \"letsencrypt.org\"");
        row("CAA", "128 IODEF \"mailto:a@b.example\"", "128 iodef \"mailto:a@b.example\"");
        row("CAA", "0 issue \";\"", "0 issue \";\"");
        row("CAA", "0 issue \"a\\\"b\"", "0 issue \"a\\\"b\"");
        row("CAA", "256 issue \"a\"", "!flags", "The flags must be");
        row("CAA", "0 is-sue \"a\"", "!tag", "The tag has letters");
        row("CAA", "0 issue", "!value", "is missing");
        row("CAA", "0 issue \"a", "!text", "quotation mark begins");

        row("TLSA", ("3 1 1 " + sha256).constData(), ("3 1 1 " + sha256).constData());
        row("TLSA", "3 1 1 aabb", "!digest", "64 hexadecimal digits; there are 4");
        row("TLSA", ("3 1 2 " + sha256).constData(), "!digest", "128");
        row("TLSA", ("3 1 2 " + sha512).constData(), ("3 1 2 " + sha512).constData());
        row("TLSA", "3 1 0 AABB", "3 1 0 aabb");
        row("TLSA", ("3 1 1 " + sha256.left(32) + ' ' + sha256.mid(32)).constData(),
            ("3 1 1 " + sha256).constData());
        row("TLSA", "3 1 0 aab", "!digest", "two for each byte");
        row("TLSA", "3 1 0 xy", "!digest");
        row("TLSA", "3 1 0", "!digest");
        row("TLSA", "x 1 0 aa", "!usage", "The usage");
        row("TLSA", "3 x 0 aa", "!selector", "The selector");
        row("TLSA", "3 1 256 aa", "!matching_type", "The matching type");
        row("SMIMEA", "3 0 0 AA", "3 0 0 aa");
        row("DS", ("12345 13 2 " + sha256).constData(), ("12345 13 2 " + sha256).constData());
        row("DS", "12345 13 2 aa", "!digest", "64");
        row("DS", "99999 13 2 aa", "!key_tag", "The key tag");
        row("DS", "1 300 2 aa", "!algorithm", "The algorithm");
        row("DS", "1 13 x aa", "!digest_type", "The digest type");
        row("SSHFP", ("4 2 " + sha256).constData(), ("4 2 " + sha256).constData());
        row("SSHFP", "4 1 aa", "!digest", "40");
        row("SSHFP", "4 x aa", "!digest_type", "fingerprint type");
        row("DNSKEY", "257 3 13 QUJD", "257 3 13 QUJD");
        row("DNSKEY", "257 3 13 ***", "!key", "Base64");
        row("SOA", "ns1.example.org hostmaster.example.org 1 2 3 4 5",
            "ns1.example.org hostmaster.example.org 1 2 3 4 5");
        row("SOA", "ns1.example.org hostmaster.example.org 1 3h 15m 1w 1d",
            "ns1.example.org hostmaster.example.org 1 10800 900 604800 86400");
        row("SOA", "ns1.example.org hostmaster.example.org 4294967296 2 3 4 5", "!serial");
        row("SOA", "ns1.example.org hostmaster.example.org 1 2 3 4", "!minimum_ttl");
        row("RRSIG", "x", "!type", "RRSIG");

        row("TXT", "v=spf1 mx -all", "v=spf1 mx -all");
        row("TXT", "\"v=spf1 mx -all\"", "v=spf1 mx -all");
        row("TXT", "\"v=spf1 \" \"mx -all\"", "v=spf1 mx -all");
        row("TXT", "\"a\\\"b\"", "a\"b");
        row("TXT", "\"a\\\\b\"", "a\\b");
        row("TXT", "a\\b", "a\\b"); // as it is
        row("TXT", "\"\\195\\164\"", "ä");
        row("TXT", "ä", "ä");
        row("TXT", "\"\\255\"", "\"\\255\""); // no UTF-8
        row("TXT", "\"\\009x\"", "\"\\009x\"");
        row("TXT", "\"\\\"quoted\\\"\"", "\"\\\"quoted\\\"\"");
        row("TXT", "\" blank \"", "\" blank \"");
        row("TXT", "\"\"", "\"\"");
        row("TXT", "a;b", "a;b");
        row("TXT", "", "!text", "missing");
        row("TXT", "  ", "!text", "missing");
        row("TXT", "\"a", "!text", "does not end");
        row("TXT", "\"a\" b", "!text", "\"b\" stands outside");
        row("TXT", "\"a\\", "!text", "does not end");
        row("TXT", "\"a\\25\"", "!text", "three digits");
        row("TXT", "\"a\\256\"", "!text", "three digits");
        row("TXT", "a\nb", "!text", "line break");
        row("MX", "10 mail\n.example.org", "!value", "line break");
    }
    void targets()
    {
        QFETCH(QByteArray, type);
        QFETCH(QString, target);
        QFETCH(QString, shown);
        QFETCH(QString, words);
        const auto data = dataFrom(*typeFromWord(type), target);
        if (shown.startsWith(u'!')) {
            QVERIFY(!data);
            QCOMPARE(data.error().kind, Error::Kind::Invalid);
            QCOMPARE(data.error().field, shown.mid(1));
            QVERIFY2(data.error().detail.contains(words), qPrintable(data.error().detail));
            return;
        }
        QVERIFY2(data, data ? "" : qPrintable(data.error().detail));
        const DnsRecord record{"o.example.org", *typeFromWord(type), 60, *data};
        QCOMPARE(targetOf(record), shown);
        // There and back, by hand and by a zone file's own form.
        const auto again = dataFrom(record.type, targetOf(record));
        QVERIFY(again);
        QVERIFY(*again == *data);
        const auto file = recordFromText(record.name, record.type, record.dataText(), 60);
        QVERIFY(file);
        QVERIFY(*file == record);
    }

    void longTexts()
    {
        for (const int size : {254, 255, 256, 510, 511, 2000, int(longestText)}) {
            QString text;
            for (int i = 0; i < size; ++i)
                text += QChar(u'a' + i % 26);
            const auto data = dataFrom(RecordType::TXT, text);
            QVERIFY(data);
            const auto strings = std::get<TxtData>(*data);
            QCOMPARE(strings.size(), (size + 254) / 255);
            for (qsizetype i = 0; i + 1 < strings.size(); ++i)
                QCOMPARE(strings[i].size(), 255);
            const DnsRecord record{"o.example.org", RecordType::TXT, 60, *data};
            QCOMPARE(targetOf(record), text);
            // Another's split is joined and made anew.
            const auto other =
                dataFrom(RecordType::TXT, u"\"%1\" \"%2\""_qs.arg(text.left(100), text.mid(100)));
            QVERIFY(other);
            QVERIFY(*other == *data);
        }
        // Split between the bytes of one character, joined without harm.
        const QString umlauts(300, QChar(u'ä'));
        const auto data = dataFrom(RecordType::TXT, umlauts);
        QVERIFY(data);
        QCOMPARE(targetOf({"o.example.org", RecordType::TXT, 60, *data}), umlauts);
        const auto tooLong = dataFrom(RecordType::TXT, QString(longestText + 1, u'x'));
        QVERIFY(!tooLong && tooLong.error().detail.contains(u"60000"));
        const auto quoted = dataFrom(RecordType::TXT, u'"' + QString(longestText + 1, u'x') + u'"');
        QVERIFY(!quoted && quoted.error().detail.contains(u"60000"));
    }

    void owners_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QByteArray>("owner"); // "!" + words of the sentence
        QTest::addColumn<QString>("back");
        const auto row = [](const char *source, const char *owner, const char *back = "") {
            QTest::newRow(source) << QString::fromUtf8(source) << QByteArray(owner)
                                  << QString::fromUtf8(back);
        };
        row("", "example.org");
        row("@", "example.org");
        row(".", "example.org");
        row("www", "www.example.org", "www");
        row("WWW", "www.example.org", "www");
        row("_dmarc", "_dmarc.example.org", "_dmarc");
        row("_25._tcp.mail", "_25._tcp.mail.example.org", "_25._tcp.mail");
        row("*", "*.example.org", "*");
        row("*.dev", "*.dev.example.org", "*.dev");
        row("bücher", "xn--bcher-kva.example.org", "xn--bcher-kva");
        row("www.example.org.", "www.example.org", "www");
        row("example.org.", "example.org", "");
        row("www.example.org", "www.example.org.example.org", "www.example.org");
        row("www.example.net.", "!does not lie in the zone example.org");
        row("badexample.org.", "!does not lie in the zone");
        row("a.*", "!stand alone");
        row("a*", "!stand alone");
        row("a b", "!\" \"");
        row("a..b", "!two dots");
        row("a@b", "!\"@\"");
        row("+x", "!\"+\"");
        row("\xf0\x9f\x92\xa9\xef\xbf\xbf", "!character that no name");
    }
    void owners()
    {
        QFETCH(QString, source);
        QFETCH(QByteArray, owner);
        QFETCH(QString, back);
        const auto read = ownerFrom(source, "example.org");
        if (owner.startsWith('!')) {
            QVERIFY(!read);
            QCOMPARE(read.error().field, u"source"_qs);
            QVERIFY2(read.error().detail.contains(QString::fromUtf8(owner.mid(1))),
                     qPrintable(read.error().detail));
            return;
        }
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, owner);
        QCOMPARE(sourceOf(*read, "example.org"), back);
    }

    void shownNames()
    {
        QCOMPARE(nameForPeople("mail.xn--bcher-kva.example"), u"mail.bücher.example"_qs);
        QCOMPARE(nameForPeople("_dmarc.xn--bcher-kva.example"), u"_dmarc.bücher.example"_qs);
        QCOMPARE(nameForPeople("xn--nonsense-.example"), u"xn--nonsense-.example"_qs);
        QCOMPARE(nameForPeople(""), QString());
    }

    void parts()
    {
        const auto text = [](const char *type, const char *target) {
            const auto data = dataFrom(*typeFromWord(type), QString::fromUtf8(target));
            QStringList list;
            if (data)
                for (const ValuePart &part : partsOf({"o", *typeFromWord(type), 60, *data}))
                    list.append(QString::fromLatin1(part.name) + u'=' + part.value);
            return list.join(u' ');
        };
        QCOMPARE(text("MX", "10 mail.example.org"), u"priority=10 host=mail.example.org"_qs);
        QCOMPARE(text("MX", "0 ."), u"priority=0 host=."_qs);
        QCOMPARE(text("SRV", "1 2 3 a.b"), u"priority=1 weight=2 port=3 host=a.b"_qs);
        QCOMPARE(text("CAA", "0 issue \"a b\""), u"flags=0 tag=issue value=a b"_qs);
        QCOMPARE(text("TLSA", "3 1 0 aa"), u"usage=3 selector=1 matching_type=0 digest=aa"_qs);
        QCOMPARE(text("A", "192.0.2.1"), u"address=192.0.2.1"_qs);
        QCOMPARE(text("TXT", "a b"), u"text=a b"_qs);
        QCOMPARE(text("NS", "a.b."), u"host=a.b"_qs);
    }
};

QTEST_GUILESS_MAIN(ZoneText)
#include "zonetext.moc"
