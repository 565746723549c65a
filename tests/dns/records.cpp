// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses, names, records as text and in wire form, packets that were damaged.
#include "app/wire/dns/dnspacket.h"

#include <QTest>

#include <random>

using namespace wire;

class Records : public QObject
{
    Q_OBJECT

private slots:
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown"); // empty: refused
        for (const auto &[text, shown] :
             std::initializer_list<std::pair<const char *, const char *>>{
                 {"192.0.2.1", "192.0.2.1"},
                 {"0.0.0.0", "0.0.0.0"},
                 {"255.255.255.255", "255.255.255.255"},
                 {"256.0.0.1", ""},
                 {"1.2.3", ""},
                 {"1.2.3.4.5", ""},
                 {"01.2.3.4", ""},
                 {"1.2.3.4 ", ""},
                 {"1..2.3", ""},
                 {"", ""},
                 {"::", "::"},
                 {"::1", "::1"},
                 {"1::", "1::"},
                 {"2001:DB8::CB01", "2001:db8::cb01"},
                 {"2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"},
                 {"2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"},
                 {"1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"},
                 {"1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"},
                 {"::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"},
                 {"1:2:3:4::5:6:7:8", ""},
                 {"::ffff:192.0.2.1", "::ffff:192.0.2.1"},
                 {"::192.0.2.1", "::c000:201"},
                 {"1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"},
                 {"1:2:3:4:5:6:7:192.0.2.1", ""},
                 {"192.0.2.1::", ""},
                 {":::", ""},
                 {"1::2::3", ""},
                 {"1:", ""},
                 {":1", ""},
                 {"12345::", ""},
                 {"fe80::1%eth0", ""},
                 {"::g", ""}})
            QTest::newRow(text) << QByteArray(text) << QByteArray(shown);
    }
    void addresses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        const auto ip = IpAddress::parse(text);
        QCOMPARE(ip ? ip->text() : QByteArray(), shown);
    }
    void networks()
    {
        const auto ip = *IpAddress::parse("192.0.2.130");
        QVERIFY(ip.isIn(*IpAddress::parse("192.0.2.128"), 25));
        QVERIFY(!ip.isIn(*IpAddress::parse("192.0.2.1"), 25));
        QVERIFY(ip.isIn(*IpAddress::parse("10.0.0.0"), 0));
        QVERIFY(!ip.isIn(*IpAddress::parse("::"), 0));
        const auto six = *IpAddress::parse("2001:db8::cb01");
        QVERIFY(six.isIn(*IpAddress::parse("2001:db8::"), 32));
        QVERIFY(six.isIn(*IpAddress::parse("2001:db8::cb00"), 127));
        QVERIFY(!six.isIn(*IpAddress::parse("2001:db8::cb00"), 128));
        QCOMPARE(ip.reverseName(), "130.2.0.192.in-addr.arpa");
        QCOMPARE(six.reverseName(),
                 "1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2."
                 "ip6.arpa");
        QCOMPARE(IpAddress::parse("::ffff:192.0.2.130")->unmapped(), ip);
    }
    void names()
    {
        QVERIFY(isUsableName("example.com"));
        QVERIFY(isUsableName("example.com."));
        QVERIFY(isUsableName(QByteArray(63, 'a') + ".com"));
        QVERIFY(!isUsableName(QByteArray(64, 'a') + ".com"));
        QVERIFY(!isUsableName("a..b"));
        QVERIFY(!isUsableName(".a"));
        QVERIFY(!isUsableName(""));
        QVERIFY(!isUsableName("a.b.."));
        const QByteArray long253 = (QByteArray(62, 'a') + '.').repeated(4) + 'b';
        QCOMPARE(long253.size(), 253);
        QVERIFY(isUsableName(long253));
        QVERIFY(!isUsableName(long253 + 'b'));
        QCOMPARE(labelsOf("a\\.b.c"), (QList<QByteArray>{"a.b", "c"}));
        QCOMPARE(nameOf({"a.b", "c"}), "a\\.b.c");
        QVERIFY(isSameOrBelow("Mail.Example.com.", "example.COM"));
        QVERIFY(!isSameOrBelow("badexample.com", "example.com"));
    }
    void texts_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("shown"); // empty: refused
        const auto row = [](const char *type, const char *value, const char *shown) {
            QTest::addRow("%s %s", type, value)
                << QByteArray(type) << QByteArray(value) << QByteArray(shown);
        };
        row("A", "192.0.2.1", "192.0.2.1");
        row("A", "::1", "");
        row("AAAA", "2001:db8::1", "2001:db8::1");
        row("MX", "10 mail.example.com.", "10 mail.example.com.");
        row("MX", "0 .", "0 .");
        row("MX", "70000 a.b", "");
        row("MX", "10 a..b", "");
        row("TXT", "\"v=spf1\" \" -all\"", "\"v=spf1\" \" -all\"");
        row("TXT", "\"a\\\"b\\\\c\\009\"", "\"a\\\"b\\\\c\\009\"");
        row("TXT", "bare", "\"bare\"");
        row("TXT", "\"open", "");
        row("SRV", "0 1 993 imap.example.com", "0 1 993 imap.example.com.");
        row("TLSA", "3 1 1 0aFF", "3 1 1 0aff");
        row("TLSA", "3 1 1 0aF", "");
        row("CAA", "0 issue \"ca.example\"", "0 issue \"ca.example\"");
        row("SOA", "a. b. 1 2 3 4 5", "a. b. 1 2 3 4 5");
        row("DS", "1 13 2 ab cd", "1 13 2 abcd");
        row("DNSKEY", "257 3 13 QUJD", "257 3 13 QUJD");
        row("TYPE65280", "\\# 2 abcd", "\\# 2 abcd");
        row("TYPE65280", "\\# 3 abcd", "");
        row("CNAME", "x.example.", "x.example.");
        row("DNAME", "x.example.", "x.example.");
        row("SSHFP", "4 2 0aFF", "4 2 0aff");
        row("SSHFP", "4 2", "");
        row("SMIMEA", "3 1 1 0aFF", "3 1 1 0aff");
    }
    void texts()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, shown);
        const auto record = recordFromText("o.example", *typeFromWord(type), value);
        QCOMPARE(record ? record->dataText() : QByteArray(), shown);
        if (!record)
            return;
        // the same through the wire
        DnsPacket packet;
        packet.response = true;
        packet.questionName = "o.example";
        packet.questionType = record->type;
        packet.answers = {*record};
        const auto back = parsePacket(responsePacket(packet));
        QVERIFY(back);
        QCOMPARE(back->answers.size(), 1);
        QCOMPARE(back->answers.constFirst().dataText(), shown);
    }
    void compressedNames()
    {
        // "a.example" at 12, then "b" + pointer to "example"
        const QByteArray head = QByteArray::fromHex("000181800001000100000000");
        const QByteArray question =
            QByteArray("\1a\7example\0", 11) + QByteArray::fromHex("00050001");
        const QByteArray answer = QByteArray::fromHex("c00c00050001000000050004") +
                                  QByteArray("\1b") + QByteArray::fromHex("c00e");
        const auto packet = parsePacket(head + question + answer);
        QVERIFY(packet);
        QCOMPARE(*packet->answers.constFirst().as<NameData>(), "b.example");
        // a pointer to itself
        const QByteArray loop = QByteArray::fromHex("c01c00050001000000050002c01c");
        const auto looped =
            parsePacket(head + question.left(11) + QByteArray::fromHex("00050001") + loop);
        QVERIFY(!looped || !looped->answers.constFirst().as<NameData>());
    }
    void damaged()
    {
        // whatever happens to a packet, reading it ends and stays inside
        DnsPacket packet;
        packet.response = true;
        packet.questionName = "mail.example.com";
        packet.questionType = RecordType::TXT;
        for (const auto &[type, value] : std::initializer_list<std::pair<RecordType, const char *>>{
                 {RecordType::TXT, "\"v=spf1 -all\" \"x\""},
                 {RecordType::MX, "10 mail.example.com"},
                 {RecordType::SOA, "a.b c.d 1 2 3 4 5"},
                 {RecordType::SRV, "1 2 3 x.y"},
                 {RecordType::CAA, "0 issue \"ca\""},
                 {RecordType::TLSA, "3 1 1 abcd"},
                 {RecordType::AAAA, "::1"}})
            packet.answers.append(*recordFromText("mail.example.com", type, value));
        const QByteArray good = responsePacket(packet);
        std::mt19937 random(7);
        int read = 0;
        for (int i = 0; i < 20000; ++i) {
            QByteArray bytes = good;
            for (unsigned n = random() % 8 + 1; n > 0; --n)
                bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            if (random() % 4 == 0)
                bytes.truncate(qsizetype(random() % unsigned(bytes.size())));
            if (const auto parsed = parsePacket(bytes)) {
                ++read;
                for (const DnsRecord &record : parsed->answers)
                    (void)record.dataText();
            }
        }
        QVERIFY(read > 100);
        QVERIFY(!parsePacket(good.left(11)));
    }
};

QTEST_GUILESS_MAIN(Records)
#include "records.moc"
