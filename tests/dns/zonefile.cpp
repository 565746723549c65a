// SPDX-License-Identifier: GPL-3.0-or-later
// Zone files of others read, ours written and read again, and where it is said that one is wrong.
#include "app/wire/dns/zonefile.h"
#include "app/wire/dns/zonetext.h"

#include <QTest>

#include <random>

using namespace wire;

class ZoneFiles : public QObject
{
    Q_OBJECT

    static QStringList lines(const ZoneFile &file)
    {
        QStringList list;
        for (const DnsRecord &record : file.records())
            list.append(QStringLiteral("%1 %2 %3 %4")
                            .arg(QString::fromUtf8(record.name))
                            .arg(record.ttl)
                            .arg(QString::fromLatin1(typeWord(record.type)), targetOf(record)));
        return list;
    }

private slots:
    // RFC 1035 5.3's own example, as far as its types are ours, and then some.
    void reads()
    {
        const ZoneFile file = readZoneFile(R"(; a remark
$TTL 1d
@   IN  SOA     VENERA      Action\.domains (
                                 20     ; SERIAL
                                 7200   ; REFRESH
                                 600    ; RETRY
                                 3600000; EXPIRE
                                 60)    ; MINIMUM

        NS      A.ISI.EDU.
        NS      VENERA
        MX      10      VENERA
        MX      20      VAXA

A  300  IN     A       26.3.0.103
VENERA IN  1h A       10.1.0.52
        AAAA    2001:db8::52
_dmarc  TXT "v=DMARC1; p=none"
long    TXT ( "one;two" ; not a part
              "three" )
bare    TXT v=spf1 -all
$ORIGIN sub.isi.edu.
@       MX 0 .
x       CNAME y
$ORIGIN deep
z       CNAME @
full.isi.edu. A 192.0.2.1
)",
                                           "isi.edu");
        for (const ZoneFileFault &fault : file.faults)
            qWarning("%s", qPrintable(fault.text()));
        QVERIFY(file.faults.isEmpty());
        QCOMPARE(
            lines(file),
            (QStringList{
                u"isi.edu 86400 SOA venera.isi.edu action\\.domains.isi.edu 20 7200 600 3600000 60"_qs,
                u"isi.edu 86400 NS a.isi.edu"_qs, u"isi.edu 86400 NS venera.isi.edu"_qs,
                u"isi.edu 86400 MX 10 venera.isi.edu"_qs, u"isi.edu 86400 MX 20 vaxa.isi.edu"_qs,
                u"a.isi.edu 300 A 26.3.0.103"_qs, u"venera.isi.edu 3600 A 10.1.0.52"_qs,
                u"venera.isi.edu 86400 AAAA 2001:db8::52"_qs,
                u"_dmarc.isi.edu 86400 TXT v=DMARC1; p=none"_qs,
                u"long.isi.edu 86400 TXT one;twothree"_qs,
                u"bare.isi.edu 86400 TXT v=spf1-all"_qs, // two strings, as it was written
                u"sub.isi.edu 86400 MX 0 ."_qs, u"x.sub.isi.edu 86400 CNAME y.sub.isi.edu"_qs,
                u"z.deep.sub.isi.edu 86400 CNAME deep.sub.isi.edu"_qs,
                u"full.isi.edu 86400 A 192.0.2.1"_qs}));
        QCOMPARE(file.entries[0].line, 3);
        QCOMPARE(file.entries[1].line, 10);
    }

    void timesToLive()
    {
        const ZoneFile file = readZoneFile("a A 192.0.2.1\nb 60 A 192.0.2.1\nc A 192.0.2.1\n"
                                           "$TTL 120\nd A 192.0.2.1\ne IN 1h30m A 192.0.2.1\n"
                                           "f A 192.0.2.1\n",
                                           "x.example", 900);
        QVERIFY(file.faults.isEmpty());
        QList<quint32> times;
        for (const DnsRecord &record : file.records())
            times.append(record.ttl);
        QCOMPARE(times, (QList<quint32>{900, 60, 60, 120, 5400, 120}));
    }

    void whatSigningMakes()
    {
        const ZoneFile file = readZoneFile(
            "@ 60 IN RRSIG A 13 2 60 20261203000000 20261112000000 1 x.example. AAAA==\n"
            "@ 60 IN NSEC a.x.example. A RRSIG NSEC\n@ 0 IN NSEC3PARAM 1 0 0 -\n"
            "@ 60 IN DNSKEY 257 3 13 QUJD\na 60 A 192.0.2.1\n",
            "x.example");
        QVERIFY(file.faults.isEmpty());
        QCOMPARE(file.leftOut, (QStringList{u"RRSIG x.example"_qs, u"NSEC x.example"_qs,
                                            u"NSEC3PARAM x.example"_qs}));
        QCOMPARE(file.records().size(), 2);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place"); // "line:column"
        QTest::addColumn<QString>("words");
        const auto row = [](const char *text, const char *place, const char *words) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(place)
                                << QString::fromUtf8(words);
        };
        row("a A 192.0.2.1\nb MX ten mail\n", "2:6", "The priority must be");
        row("b MX 10\n", "1:8", "mail host");
        row("b MX 10 a b\n", "1:11", "\"b\" is too much");
        row("\n\n$INCLUDE other.zone\n", "3:1", "$INCLUDE cannot be used here");
        row("$generate 1-9 a$ A 192.0.2.$\n", "1:1", "$GENERATE cannot be used");
        row("$FOO x\n", "1:1", "$FOO is not known");
        row("$TTL never\n", "1:6", "number of seconds");
        row("$TTL\n", "1:1", "one word");
        row("$ORIGIN a..b.\n", "1:9", "two dots");
        row("a TXT \"open\nb A 192.0.2.1\n", "1:7", "does not end");
        row("a TXT ( \"x\"\n b\n", "1:7", "parenthesis begins here");
        row("a TXT x )\n", "1:9", "did not begin");
        row("  A 192.0.2.1\n", "1:3", "no name");
        row("a\n", "1:1", "type of the record is missing");
        row("a 60 IN\n", "1:6", "type of the record is missing");
        row("a CH A 192.0.2.1\n", "1:3", "Only the class IN");
        row("a 5x A 192.0.2.1\n", "1:3", "number of seconds");
        row("a HTTPS 1 .\n", "1:3", "\"HTTPS\" is no type");
        row("a TYPE65280 \\# 1 aa\n", "1:3", "no type");
        row("www.example.net. A 192.0.2.1\n", "1:1", "does not lie in the zone x.example");
        row("a* A 192.0.2.1\n", "1:1", "stand alone");
        row("\"a\" A 192.0.2.1\n", "1:1", "without quotation marks");
        row("a NS _x\n", "1:6", "no host name");
        row("a TXT \"\\300\"\n", "1:7", "three digits");
        row("a A (\n192.0.2.1\n  x )\n", "3:3", "too much");
        row("a A 192.0.2.1\n \xff A 192.0.2.1\n", "2:2", "no type");
    }
    void faults()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        QFETCH(QString, words);
        const ZoneFile file = readZoneFile(text, "x.example");
        QCOMPARE(file.faults.size(), 1);
        const ZoneFileFault &fault = file.faults.first();
        QCOMPARE(QStringLiteral("%1:%2").arg(fault.line).arg(fault.column), place);
        QVERIFY2(fault.sentence.contains(words), qPrintable(fault.sentence));
        QVERIFY(fault.text().startsWith(QStringLiteral("Line %1, column").arg(fault.line)));
    }

    // The rest of the file is read, each fault is told, what hangs on a broken name is passed over.
    void allFaultsAtOnce()
    {
        const ZoneFile file = readZoneFile("a..b A 192.0.2.1\n  MX 10 mail\nc A 192.0.2.2\n"
                                           "d A 300.0.2.2\n",
                                           "x.example");
        QCOMPARE(file.faults.size(), 2);
        QCOMPARE(lines(file), QStringList{u"c.x.example 3600 A 192.0.2.2"_qs});
        QCOMPARE(readZoneFile(QByteArray("d A x\n").repeated(500), "x.example").faults.size(), 100);
        const ZoneFile zero = readZoneFile(QByteArray("a A 192.0.2.1\n\0b", 16), "x.example");
        QCOMPARE(zero.faults.size(), 1);
        QVERIFY(zero.faults.first().sentence.contains(u"zero byte"));
    }

    void ofOtherSystems()
    {
        const ZoneFile file = readZoneFile("\xef\xbb\xbf"
                                           "a A 192.0.2.1\r\n\tTXT \"x\"\r\n"
                                           "b\xc3\xbc"
                                           "cher A 192.0.2.3",
                                           "x.example");
        QVERIFY(file.faults.isEmpty());
        QCOMPARE(lines(file),
                 (QStringList{u"a.x.example 3600 A 192.0.2.1"_qs, u"a.x.example 3600 TXT x"_qs,
                              u"xn--bcher-kva.x.example 3600 A 192.0.2.3"_qs}));
    }

    void writes()
    {
        QList<DnsRecord> records;
        const auto add = [&](const char *owner, const char *type, const QString &target,
                             quint32 ttl = 3600) {
            const auto data = dataFrom(*typeFromWord(type), target);
            QVERIFY2(data, qPrintable(target));
            records.append({owner, *typeFromWord(type), ttl, *data});
        };
        add("www.example.org", "CNAME", u"example.org"_qs);
        add("b.www.example.org", "A", u"192.0.2.7"_qs);
        add("example.org", "TXT", u"v=spf1 mx -all"_qs, 300);
        add("example.org", "MX", u"10 mail.example.org"_qs);
        add("example.org", "SOA", u"ns1.example.org hostmaster.example.org 1 2 3 4 5"_qs);
        add("a.example.org", "A", u"192.0.2.1"_qs);
        add("s._domainkey.example.org", "TXT", u"v=DKIM1; p="_qs + QString(392, u'A'));
        const QByteArray text = zoneFileText("example.org", records);
        QCOMPARE(text, QByteArray("$ORIGIN example.org.\n$TTL 3600\n\n"
                                  "@                IN SOA   ns1.example.org. "
                                  "hostmaster.example.org. 1 2 3 4 5\n"
                                  "                 IN MX    10 mail.example.org.\n"
                                  "             300 IN TXT   \"v=spf1 mx -all\"\n\n"
                                  "s._domainkey     IN TXT   ( \"v=DKIM1; p=" +
                                  QByteArray(244, 'A') + "\"\n" + QByteArray(28, ' ') + "\"" +
                                  QByteArray(148, 'A') +
                                  "\" )\n"
                                  "a                IN A     192.0.2.1\n"
                                  "www              IN CNAME example.org.\n"
                                  "b.www            IN A     192.0.2.7\n"));
        const ZoneFile again = readZoneFile(text, "example.org");
        QVERIFY(again.faults.isEmpty());
        QCOMPARE(again.records().size(), records.size());
        for (const DnsRecord &record : records)
            QVERIFY(again.records().contains(record));
    }

    // Any text at all comes back, and any damage ends in faults, not in a crash.
    void roundTrip()
    {
        std::mt19937 random(11);
        QList<DnsRecord> records;
        for (int i = 0; i < 300; ++i) {
            QByteArray text;
            for (unsigned n = random() % 700; n > 0; --n)
                text += char(random());
            records.append({"t" + QByteArray::number(i) + ".example.org", RecordType::TXT,
                            quint32(60 + random() % 1000), txtFrom(text)});
        }
        const QByteArray text = zoneFileText("example.org", records);
        const ZoneFile again = readZoneFile(text, "example.org");
        QVERIFY(again.faults.isEmpty());
        for (const DnsRecord &record : records)
            QVERIFY(again.records().contains(record));
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes = text.left(4000);
            for (unsigned n = random() % 20 + 1; n > 0; --n)
                bytes[qsizetype(random() % unsigned(bytes.size()))] = char(random());
            (void)readZoneFile(bytes, "example.org");
        }
    }
};

QTEST_GUILESS_MAIN(ZoneFiles)
#include "zonefile.moc"
