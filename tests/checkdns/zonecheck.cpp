// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of records judged as a zone: every rule broken once, and everything that is no mistake.
#include "app/check/dns/zonecheck.h"

#include "app/check/dns/domaincheck.h"

#include <QTest>

class ZoneCheck : public QObject
{
    Q_OBJECT

    // A record a line: source, type, target; "@300" before the source gives it a TTL.
    static QList<mail::ZoneRecord> zone(const char *lines)
    {
        QList<mail::ZoneRecord> records;
        for (QString line : QString::fromUtf8(lines).split(u'\n', Qt::SkipEmptyParts)) {
            mail::ZoneRecord record;
            record.zone = u"example.org"_qs;
            record.id = records.size() + 1;
            record.ttl = 3600;
            line = line.trimmed();
            if (line.startsWith(u'@') && line.at(1).isDigit()) {
                record.ttl = line.section(u' ', 0, 0).mid(1).toInt();
                line = line.section(u' ', 1);
            }
            record.source = line.section(u' ', 0, 0);
            if (record.source == u"@")
                record.source.clear();
            record.type = line.section(u' ', 1, 1);
            record.target = line.section(u' ', 2);
            records.append(record);
        }
        return records;
    }

    static QStringList told(const QList<mail::Finding> &findings)
    {
        QStringList list;
        for (const mail::Finding &finding : findings)
            list.append((finding.severity == mail::Severity::Error ? u"! "_qs : u"? "_qs) +
                        finding.code.mid(5) + u' ' + finding.about.key);
        list.sort();
        return list;
    }

private slots:
    void rules_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QStringList>("findings"); // "! code record" an error, "? …" a warning
        const auto row = [](const char *name, const char *lines, QStringList findings = {}) {
            findings.sort();
            QTest::newRow(name) << QByteArray(lines) << findings;
        };

        row("nothing", "");
        row("a usual zone", R"(
            @ SOA ns1.example.org hostmaster.example.org 1 2 3 4 5
            @ NS ns1.example.org
            @ NS ns.elsewhere.example
            ns1 A 192.0.2.53
            @ A 192.0.2.1
            www CNAME example.org
            @ MX 10 mail.example.org
            @ MX 20 mx.elsewhere.example
            mail A 192.0.2.25
            mail AAAA 2001:db8::25
            _25._tcp.mail TLSA 3 1 0 aabb
            *._tcp.mail TLSA 3 1 0 aabb
            @ TXT v=spf1 mx -all
            @ TXT google-site-verification=x
            _dmarc TXT v=DMARC1; p=none
            s1._domainkey CNAME s1.dkim.elsewhere.example
            _imaps._tcp SRV 0 1 993 mail.example.org
            _pop3._tcp SRV 0 0 0 .
            @ CAA 0 issue "ca.example"
            _a_b A 192.0.2.7
            under_score A 192.0.2.7
            *.dev A 192.0.2.9
            x.dev2 CNAME y.dev.example.org)");
        row("no mail is taken", "@ MX 0 .");
        row("a wildcard answers", "* A 192.0.2.1\n@ MX 10 any.example.org");
        row("delegated", "sub NS ns.sub.example.org\nns.sub A 192.0.2.1\nsub DS 1 13 0 aa\n"
                         "@ MX 10 mail.sub.example.org");
        row("renamed", "old DNAME new.example.net\nold A 192.0.2.1\n@ MX 10 mail.old.example.org");
        row("an alias to nowhere of ours", "www CNAME site.elsewhere.example");
        row("in between", "a.b A 192.0.2.1\nx CNAME b.example.org");

        row("alias at the zone itself", "@ CNAME www.example.net", {u"! alias-at-apex 1"_qs});
        row("alias beside others", "www CNAME a.example.net\nwww A 192.0.2.1",
            {u"! alias-not-alone 1"_qs});
        row("two aliases", "www CNAME a.example.net\nWWW CNAME b.example.net",
            {u"! alias-not-alone 1"_qs, u"! alias-not-alone 2"_qs});
        row("two DNAME", "x DNAME a.example.net\nx DNAME b.example.net",
            {u"! dname-not-alone 1"_qs, u"! dname-not-alone 2"_qs});
        row("below DNAME", "x DNAME a.example.net\nb.c.x A 192.0.2.1", {u"! below-dname 2"_qs});
        row("DNAME at the zone itself", "@ DNAME example.net\n@ MX 0 .\nx A 192.0.2.1",
            {u"! below-dname 3"_qs});
        row("DS of the zone itself", "@ DS 1 13 0 aa", {u"! ds-at-apex 1"_qs});
        row("DS alone", "x DS 1 13 0 aa", {u"? ds-without-ns 1"_qs});
        row("twice", "a A 192.0.2.1\nA A 192.0.2.1\na A 192.0.2.2", {u"! duplicate 2"_qs});
        row("twice, written otherwise", "a AAAA 2001:db8::1\na AAAA 2001:db8:0::1",
            {u"! duplicate 2"_qs});
        row("texts twice", "a TXT \"a\" \"b\"\na TXT ab", {u"! duplicate 2"_qs});
        row("different TTLs", "@60 a A 192.0.2.1\n@120 a A 192.0.2.2\n@300 a TXT x",
            {u"? ttl-differs 1"_qs});
        row("TTL",
            "@59 a A 192.0.2.1\n@60 b A 192.0.2.1\n@86400 c A 192.0.2.1\n"
            "@86401 d A 192.0.2.1",
            {u"! ttl-out-of-range 1"_qs, u"! ttl-out-of-range 4"_qs});
        row("not valid", "a A x\nb..c A 192.0.2.1\nd HTTPS 1 .\ne SPF v=spf1",
            {u"! record-invalid 1"_qs, u"! record-invalid 2"_qs, u"! type-unsupported 3"_qs,
             u"! type-unsupported 4"_qs});
        row("MX to an alias", "@ MX 10 mail.example.org\nmail CNAME x.example.net",
            {u"? target-alias 1"_qs});
        row("MX to nowhere", "@ MX 10 mail.example.org", {u"? target-missing 1"_qs});
        row("MX without address", "@ MX 10 mail.example.org\nmail TXT x",
            {u"? target-no-address 1"_qs});
        row("SRV to an alias", "_imaps._tcp SRV 0 1 993 mail.example.org\nmail CNAME x.example.net",
            {u"? target-alias 1"_qs});
        row("NS to nowhere", "sub NS ns.example.org", {u"? target-missing 1"_qs});
        row("alias to nowhere", "a CNAME b.example.org", {u"? target-missing 1"_qs});
        row("alias to an alias", "a CNAME b.example.org\nb CNAME c.example.net");
        row("a wildcard that is an alias", "*.x CNAME y.example.net\n@ MX 10 a.x.example.org",
            {u"? target-alias 2"_qs});
        row("a name without a dot", "@ MX 10 mail\nmail A 192.0.2.1",
            {u"? target-without-dot 1"_qs});
        row("below a delegation", "sub NS ns.elsewhere.example\na.sub TXT x\nb.sub A 192.0.2.1",
            {u"? below-delegation 2"_qs});
        row("the zone's name twice", "www.example.org A 192.0.2.1\nexample.org TXT x",
            {u"? name-twice 1"_qs, u"? name-twice 2"_qs});
        row("SRV elsewhere", "imap SRV 0 1 993 mail.example.net", {u"? srv-name 1"_qs});
        row("TLSA elsewhere", "mail TLSA 3 1 0 aa\nmail A 192.0.2.1", {u"? tlsa-name 1"_qs});
        row("two SPF", "@ TXT v=spf1 -all\n@ TXT v=spf1 mx -all\nx TXT v=spf1 -all",
            {u"? spf-multiple 1"_qs});
        row("one SPF and one like it", "@ TXT v=spf1 -all\n@ TXT v=spf10 -all");
        row("two DMARC", "_dmarc TXT v=DMARC1; p=none\n_dmarc TXT v=DMARC1; p=reject",
            {u"? dmarc-multiple 1"_qs});
        row("a DMARC text elsewhere", "x TXT v=DMARC1; p=none\nx TXT v=DMARC1; p=reject");
        row("takes no mail and takes it", "@ MX 0 .\n@ MX 10 mail.elsewhere.example",
            {u"? null-mx-not-alone 1"_qs});
    }
    void rules()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QStringList, findings);
        const auto found = check::zoneFindings(u"example.org"_qs, zone(lines.constData()));
        QCOMPARE(told(found), findings);
        for (const mail::Finding &finding : found) { // each has its sentence, with all its facts
            const QString sentence = check::sentence(finding);
            QVERIFY2(!sentence.isEmpty(), qPrintable(finding.code));
            QVERIFY2(!sentence.contains(u'{') && !sentence.contains(u"  "), qPrintable(sentence));
        }
    }

    void sentences()
    {
        const auto said = [](const char *lines) {
            return check::sentence(
                check::zoneFindings(u"example.org"_qs, zone(lines)).constFirst());
        };
        QCOMPARE(said("bücher CNAME a.example.net\nbücher A 192.0.2.1"),
                 u"bücher.example.org is an alias (CNAME); there can be no other record of that "
                 "name."_qs);
        QCOMPARE(said("@ MX 70000 mail.example.net"),
                 u"example.org MX cannot be served: The priority must be a number from 0 to "
                 "65535."_qs);
        QCOMPARE(said("@ MX 10 mail\nmail A 192.0.2.1"),
                 u"example.org MX leads to \"mail\", a name without a dot; was mail.example.org "
                 "meant?"_qs);
    }

    void whatAChangeIsToBlameFor()
    {
        const char *before = "a CNAME b.example.net\na A 192.0.2.1\n@ MX 10 mail.example.org";
        const auto old = check::zoneFindings(u"example.org"_qs, zone(before));
        QCOMPARE(old.size(), 2);
        // Something else is added: nobody is told again of what was wrong before.
        const QByteArray more = QByteArray(before) + "\nb A 192.0.2.1";
        QCOMPARE(check::newFindings(old, check::zoneFindings(u"example.org"_qs, zone(more))),
                 QList<mail::Finding>());
        const QByteArray worse = QByteArray(before) + "\nb A 192.0.2.1\nb A 192.0.2.1";
        const auto found =
            check::newFindings(old, check::zoneFindings(u"example.org"_qs, zone(worse)));
        QCOMPARE(told(found), QStringList{u"! duplicate 5"_qs});
    }

    // A large zone is judged while somebody waits.
    void large()
    {
        QByteArray lines;
        for (int i = 0; i < 5000; ++i)
            lines += "h" + QByteArray::number(i) + " A 192.0.2.1\n";
        const auto records = zone(lines.constData());
        QBENCHMARK_ONCE { QVERIFY(check::zoneFindings(u"example.org"_qs, records).isEmpty()); }
    }
};

QTEST_GUILESS_MAIN(ZoneCheck)
#include "zonecheck.moc"
