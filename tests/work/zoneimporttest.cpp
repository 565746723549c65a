// SPDX-License-Identifier: GPL-3.0-or-later
// A zone file against a zone: what is new, what differs, what would go, and what is wrong in it.
#include "app/work/zoneimport.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTest>

using Kind = work::ImportRow::Kind;
using Mode = work::ImportMode;
using mail::ZoneRecord;

namespace {

mail::Zone zone()
{
    mail::Zone z;
    z.service = 7;
    z.name = u"xn--bcher-kva.example"_qs;
    z.nameIdn = u"bücher.example"_qs;
    return z;
}

ZoneRecord record(qint64 id, const QString &source, const QString &type, const QString &target,
                  int ttl = 3600)
{
    ZoneRecord r;
    r.service = 7;
    r.zone = zone().name;
    r.id = id;
    r.source = source;
    r.type = type;
    r.target = target;
    r.ttl = ttl;
    return r;
}

const QList<ZoneRecord> &present()
{
    static const QList<ZoneRecord> records{
        record(1, {}, u"SOA"_qs, u"ns1.example.net host.example.net 1 2 3 4 5"_qs),
        record(2, {}, u"NS"_qs, u"ns1.example.net"_qs),
        record(3, {}, u"MX"_qs, u"10 mail.example.org"_qs),
        record(4, {}, u"TXT"_qs, u"v=spf1 mx -all"_qs),
        record(5, u"www"_qs, u"A"_qs, u"192.0.2.1"_qs),
        record(6, u"www"_qs, u"A"_qs, u"192.0.2.2"_qs),
        record(7, u"old"_qs, u"CNAME"_qs, u"www.example.org"_qs)};
    return records;
}

QStringList told(const work::ZoneImport &import)
{
    static const QHash<Kind, QString> signs{
        {Kind::Added, u"+"_qs}, {Kind::Changed, u"~"_qs}, {Kind::Removed, u"-"_qs}};
    QStringList list;
    for (const work::ImportRow &row : import.rows) {
        const ZoneRecord &r = row.kind == Kind::Removed ? row.before : row.after;
        list.append(signs.value(row.kind) + r.source + u'|' + r.type + u'|' + r.target + u'|' +
                    QString::number(*r.ttl));
    }
    return list;
}

const QByteArray file = "$ORIGIN xn--bcher-kva.example.\n"
                        "$TTL 1h\n"
                        "@ IN SOA ns9.example.net. a.b. 1 2 3 4 5\n"
                        "@ NS ns9.example.net.\n"
                        "@ MX 10 mail.example.org.\n"
                        "@ 300 TXT \"v=spf1 mx \" \"-all\"\n"
                        "www A 192.0.2.2\n"
                        "    A 192.0.2.3\n"
                        "_dmarc TXT \"v=DMARC1; p=none\"\n";

} // namespace

class ZoneImportTest : public QObject
{
    Q_OBJECT

private slots:
    void addOnly()
    {
        const auto import = work::importZone(file, zone(), present(), Mode::AddOnly);
        QVERIFY(import.faults.isEmpty());
        QCOMPARE(told(import), (QStringList{u"+_dmarc|TXT|v=DMARC1; p=none|3600"_qs,
                                            u"+www|A|192.0.2.3|3600"_qs}));
        QCOMPARE(import.same, 3);
        QCOMPARE(import.leftOut.size(), 2); // the SOA and the name servers are the host's
        QCOMPARE(import.rows.first().line, 9);
        QCOMPARE(import.rows.last().line, 8);
    }

    void replaceAll()
    {
        const auto import = work::importZone(file, zone(), present(), Mode::ReplaceAll);
        QCOMPARE(
            told(import),
            (QStringList{u"~|TXT|v=spf1 mx -all|300"_qs, u"+_dmarc|TXT|v=DMARC1; p=none|3600"_qs,
                         u"-old|CNAME|www.example.org|3600"_qs, u"~www|A|192.0.2.3|3600"_qs}));
        QCOMPARE(import.same, 2);
        // a changed one keeps its number
        QCOMPARE(import.rows.last().change().object.key, u"5"_qs);
        QCOMPARE(import.rows.last().change().verb, mail::Verb::Update);
        QList<mail::Change> changes;
        for (const work::ImportRow &row : import.rows)
            changes.append(row.change());
        changes = work::inImportOrder(changes);
        QCOMPARE(changes.size(), 4);
        QCOMPARE(changes.first().verb, mail::Verb::Remove); // makes room first
        QCOMPARE(changes.last().verb, mail::Verb::Create);
    }

    void nothingToDo()
    {
        const QByteArray text = work::zoneFileOf(zone(), present());
        const auto import = work::importZone(text, zone(), present(), Mode::ReplaceAll);
        QVERIFY2(import.faults.isEmpty(), text);
        QVERIFY2(import.rows.isEmpty(), text);
        QCOMPARE(import.same, 5);
    }

    void wrongLines()
    {
        const auto import = work::importZone("www A 192.0.2.999\n"
                                             "ftp A 192.0.2.7\n"
                                             "x.example.net. A 192.0.2.7\n"
                                             "@ PTR host.example.net.\n",
                                             zone(), present(), Mode::AddOnly);
        QCOMPARE(told(import), QStringList{u"+ftp|A|192.0.2.7|3600"_qs}); // the good line comes
        QCOMPARE(import.faults.size(), 3);
        QCOMPARE(import.faults.at(0).line, 1);
        QCOMPARE(import.faults.at(1).line, 3);
        QCOMPARE(import.faults.at(2).line, 4);
        for (const auto &fault : import.faults)
            QVERIFY(!fault.sentence.isEmpty());
    }

    void notTheSameTwice()
    {
        const auto import =
            work::importZone("a A 192.0.2.7\nA 60 A 192.0.2.7\n", zone(), present(), Mode::AddOnly);
        QCOMPARE(import.rows.size(), 1);
    }

    void timesWithinBounds()
    {
        const auto import = work::importZone("a 1w A 192.0.2.7\nb 5 A 192.0.2.7\n", zone(),
                                             present(), Mode::AddOnly);
        QCOMPARE(told(import), (QStringList{u"+a|A|192.0.2.7|86400"_qs, u"+b|A|192.0.2.7|60"_qs}));
        QCOMPARE(import.boundTtls, 2);
    }

    void unicodeNames()
    {
        const auto import = work::importZone("bücher.example. A 192.0.2.7\nträger A 192.0.2.8\n",
                                             zone(), {}, Mode::AddOnly);
        QVERIFY(import.faults.isEmpty());
        QCOMPARE(told(import),
                 (QStringList{u"+|A|192.0.2.7|3600"_qs, u"+xn--trger-hra|A|192.0.2.8|3600"_qs}));
    }

    void longTextComesBack()
    {
        const QList<ZoneRecord> records{
            record(9, u"big"_qs, u"TXT"_qs, QString(700, u'x') + u" \"quoted\" \\ end"_qs),
            record(10, u"caa"_qs, u"CAA"_qs, u"0 issue \"ca.example; x=1\""_qs)};
        const auto import =
            work::importZone(work::zoneFileOf(zone(), records), zone(), records, Mode::ReplaceAll);
        QVERIFY(import.faults.isEmpty());
        QVERIFY(import.rows.isEmpty());
        QCOMPARE(import.same, 2);
    }

    void csv()
    {
        const QList<QByteArray> lines =
            work::csvOf(zone(), {record(3, {}, u"MX"_qs, u"10 mail.example.org"_qs),
                                 record(4, u"*"_qs, u"TXT"_qs, u"=cmd(), \"a\""_qs)})
                .split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).endsWith("name,type,ttl,value\r"));
        QCOMPARE(lines.at(1), QByteArray("bücher.example,MX,3600,10 mail.example.org\r"));
        QCOMPARE(lines.at(2),
                 QByteArray("*.bücher.example,TXT,3600,\"'=cmd(), \"\"a\"\"\"\r")); // no formula
    }

    void many()
    {
        QByteArray text;
        QList<ZoneRecord> records;
        for (int i = 0; i < 5000; ++i) {
            text += "h" + QByteArray::number(i) + " A 192.0.2.1\n";
            records.append(record(i + 1, u"h%1"_qs.arg(i), u"A"_qs, u"192.0.2.2"_qs));
        }
        QElapsedTimer timer;
        timer.start();
        const auto import = work::importZone(text, zone(), records, Mode::ReplaceAll);
        qInfo("5,000 lines compared in %lld ms", timer.elapsed());
        QCOMPARE(import.rows.size(), 5000);
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(ZoneImportTest)
#include "zoneimporttest.moc"
