// SPDX-License-Identifier: GPL-3.0-or-later
// DMARC: the record, the tree walk, reports elsewhere, what happens to a message.
#include "app/check/dns/dmarc.h"
#include "app/wire/dns/zoneresolver.h"

#include <QTest>

#include <random>

using namespace check;

namespace {

using Rows = std::initializer_list<std::pair<const char *, const char *>>; // name, TXT

std::shared_ptr<wire::ZoneResolver> zone(Rows rows)
{
    auto out = std::make_shared<wire::ZoneResolver>();
    for (const auto &[name, text] : rows)
        out->add(wire::DnsRecord{name, wire::RecordType::TXT, 60, wire::TxtData{text}});
    return out;
}

} // namespace

class Dmarc : public QObject
{
    Q_OBJECT

    Progress m_progress;

private slots:
    void records_data()
    {
        QTest::addColumn<bool>("usable");
        QTest::addColumn<int>("problems");
        const auto row = [](const char *text, bool usable, int problems) {
            QTest::newRow(text) << usable << problems;
        };
        row("v=DMARC1; p=none", true, 0);
        row("v=DMARC1;p=reject;", true, 0);
        row("v = DMARC1 ; p = Quarantine", true, 0);
        row("v=DMARC1; p=reject; sp=none; np=reject; adkim=s; aspf=r; pct=50; fo=1:d:s; rf=afrf; "
            "ri=3600; psd=n; t=y; rua=mailto:a@b.example!10m,mailto:c@d.example; "
            "ruf=mailto:e@f.example; unknown=x",
            true, 0);
        row("v=DMARC2; p=none", false, 1);
        row("v=dmarc1; p=none", false, 1);
        row("p=none; v=DMARC1", false, 1);
        row("v=DMARC1", false, 1);
        row("v=DMARC1; p=drop", false, 1);
        row("v=DMARC1; p=drop; rua=mailto:a@b.example", true, 1);
        row("v=DMARC1; rua=mailto:a@b.example", true, 1);
        row("v=DMARC1; p=none; sp=x", false, 1);
        row("v=DMARC1; p=none; pct=200", true, 1);
        row("v=DMARC1; p=none; adkim=x", true, 1);
        row("v=DMARC1; p=none; rua=a@b.example", true, 1);
        row("v=DMARC1; p=none; rua=mailto:b.example", true, 1);
        row("v=DMARC1; p=none; rua=mailto:a@b.example!x", true, 1);
        row("v=DMARC1; p=none; rua=https://b.example/x", true, 0);
        row("v=DMARC1; p=none; fo=2", true, 1);
        row("v=DMARC1; p=none; p=reject", true, 1);
        row("v=DMARC1; p=none p=x", false, 1);
        row("v=spf1 -all", false, 1);
    }
    void records()
    {
        QFETCH(bool, usable);
        QFETCH(int, problems);
        const DmarcRecord record = parseDmarc(QTest::currentDataTag());
        QCOMPARE(record.usable, usable);
        QCOMPARE(record.problems.size(), problems);
    }
    void suffixes()
    {
        const auto list = PublicSuffixes::fromText(
            "// a comment\ncom\nuk\nco.uk\n*.ck\n!www.ck\ngithub.io\n\xd8\xa7\xd9\x84\n");
        const std::pair<const char *, const char *> rows[] = {
            {"example.com", "example.com"},
            {"a.b.example.com", "example.com"},
            {"a.b.example.co.uk", "example.co.uk"},
            {"co.uk", "co.uk"},
            {"com", "com"},
            {"x.y.z.ck", "y.z.ck"},
            {"a.www.ck", "www.ck"},
            {"www.ck", "www.ck"},
            {"me.github.io", "me.github.io"},
            {"a.b.unknown", "b.unknown"},
            {"A.Example.COM.", "example.com"}};
        for (const auto &[name, organisation] : rows)
            QCOMPARE(list.organisational(name), organisation);
        if (const auto system = PublicSuffixes::load())
            QCOMPARE(system->organisational("mail.example.co.uk"), "example.co.uk");
        QVERIFY(!PublicSuffixes::load(QStringLiteral("/nowhere")));
    }
    void walk()
    {
        const auto z = zone({{"_dmarc.example.com", "v=DMARC1; p=reject; sp=quarantine"},
                             {"_dmarc.own.example.com", "v=DMARC1; p=none"},
                             {"_dmarc.bank", "v=DMARC1; p=reject; psd=y"},
                             {"_dmarc.split.example.org", "v=DMARC1; p=none; psd=n"},
                             {"_dmarc.example.org", "v=DMARC1; p=reject"},
                             {"_dmarc.example.net", "v=DMARC1; p=none"},
                             {"_dmarc.example.net", "v=DMARC1; p=reject"}});
        const auto find = [&](const char *name) { return *findDmarc(name, *z, m_progress); };
        DmarcFound f = find("a.b.example.com");
        QCOMPARE(f.at, "example.com");
        QCOMPARE(f.organisational, "example.com");
        f = find("own.example.com");
        QCOMPARE(f.at, "own.example.com");
        QCOMPARE(f.organisational, "example.com");
        f = find("x.mybank.bank");
        QCOMPARE(f.at, "bank");
        QCOMPARE(f.organisational, "mybank.bank");
        f = find("a.split.example.org");
        QCOMPARE(f.at, "split.example.org");
        QCOMPARE(f.organisational, "split.example.org");
        QVERIFY(find("nothing.here").at.isEmpty());
        QCOMPARE(find("nothing.here").organisational, "nothing.here");
        f = find("example.net");
        QCOMPARE(f.texts.size(), 2);
        QVERIFY(!f.record);
        // of a name with many labels the middle is left out: eight questions
        const int before = z->queries();
        f = find("a.b.c.d.e.f.g.h.i.j.k.example.com");
        QCOMPARE(f.at, "example.com");
        QCOMPARE(z->queries() - before, 8);
    }
    void findings_data()
    {
        QTest::addColumn<QString>("codes");
        const auto row = [](const char *text, const char *codes) {
            QTest::newRow(text) << QString::fromLatin1(codes);
        };
        row("v=DMARC1; p=reject; rua=mailto:d@a.example", "");
        row("v=DMARC1; p=reject; rua=mailto:d@sub.a.example", "");
        row("v=DMARC1; p=reject; rua=mailto:d@agreed.example", "");
        row("v=DMARC1; p=reject; rua=mailto:d@other.example", "dmarc-report-not-authorised");
        row("v=DMARC1; p=reject; rua=mailto:d@slow.example", "dmarc-lookup-failed");
        row("v=DMARC1; p=reject", "dmarc-no-reports");
        row("v=DMARC1; p=none; rua=mailto:d@a.example", "dmarc-policy-none");
        row("v=DMARC1; p=reject; sp=none; rua=mailto:d@a.example", "dmarc-subdomains-weaker");
        row("v=DMARC1; p=reject; pct=20; rua=mailto:d@a.example", "dmarc-partial");
        row("v=DMARC1; p=reject; t=y; rua=mailto:d@a.example", "dmarc-testing");
        row("v=DMARC1; p=wrong", "dmarc-syntax");
        row("something", "dmarc-none");
    }
    void findings()
    {
        QFETCH(QString, codes);
        const auto z = *wire::ZoneResolver::fromJson(
            R"({"a.example._report._dmarc.slow.example": [{"type": "SERVFAIL"}]})");
        for (const auto &[name, text] :
             Rows{{"_dmarc.a.example", QTest::currentDataTag()},
                  {"a.example._report._dmarc.agreed.example", "v=DMARC1"}})
            z->add(wire::DnsRecord{name, wire::RecordType::TXT, 60, wire::TxtData{text}});
        const auto found = findDmarc("a.example", *z, m_progress);
        QVERIFY(found);
        const auto list = dmarcFindings(*found, *z, m_progress);
        QVERIFY(list);
        QStringList seen;
        for (const mail::Finding &finding : *list)
            seen.append(finding.code);
        QCOMPARE(seen.join(u' '), codes);
    }
    void effect_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("spf");  // domain that passed
        QTest::addColumn<QByteArray>("dkim"); // likewise
        QTest::addColumn<bool>("exists");
        QTest::addColumn<QString>("expected"); // "pass" or tag and disposition
        const auto row = [](const char *record, const char *from, const char *spf, const char *dkim,
                            const char *expected, bool exists = true) {
            QTest::addRow("%s %s %s %s", record, from, spf, dkim)
                << QByteArray(record) << QByteArray(from) << QByteArray(spf) << QByteArray(dkim)
                << exists << QString::fromLatin1(expected);
        };
        row("v=DMARC1; p=reject", "a.example", "a.example", "", "pass");
        row("v=DMARC1; p=reject", "a.example", "", "a.example", "pass");
        row("v=DMARC1; p=reject", "a.example", "bounce.a.example", "", "pass");
        row("v=DMARC1; p=reject; aspf=s", "a.example", "bounce.a.example", "", "p reject");
        row("v=DMARC1; p=reject; adkim=s", "a.example", "", "mail.a.example", "p reject");
        row("v=DMARC1; p=reject; adkim=s", "a.example", "", "a.example", "pass");
        row("v=DMARC1; p=reject", "a.example", "b.example", "c.example", "p reject");
        row("v=DMARC1; p=none", "a.example", "b.example", "", "p none");
        row("v=DMARC1; p=reject; t=y", "a.example", "", "", "p quarantine");
        row("v=DMARC1; p=quarantine; t=y", "a.example", "", "", "p none");
        row("v=DMARC1; p=reject; sp=quarantine", "s.a.example", "", "", "sp quarantine");
        row("v=DMARC1; p=reject", "s.a.example", "", "", "p reject");
        row("v=DMARC1; p=none; sp=none; np=reject", "s.a.example", "", "", "np reject", false);
        row("v=DMARC1; p=none; sp=none; np=reject", "s.a.example", "", "", "sp none");
        row("v=DMARC1; p=bad", "a.example", "", "", "no record");
    }
    void effect()
    {
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, spf);
        QFETCH(QByteArray, dkim);
        QFETCH(bool, exists);
        QFETCH(QString, expected);
        const auto z = zone({{"_dmarc.a.example", record.constData()}});
        const auto found = findDmarc(from, *z, m_progress);
        QVERIFY(found);
        DmarcMessage message;
        message.fromDomain = from;
        message.spf = spf.isEmpty() ? SpfResult::Fail : SpfResult::Pass;
        message.spfDomain = spf.isEmpty() ? QByteArray("a.example") : spf;
        if (!dkim.isEmpty())
            message.dkim = {{"x.example", true}, {dkim, true}};
        message.fromExists = exists;
        const DmarcEffect effect = dmarcEffect(*found, message, [&](const QByteArray &name) {
            return findDmarc(name, *z, m_progress)->organisational;
        });
        QCOMPARE(!effect.applies ? QStringLiteral("no record")
                 : effect.pass
                     ? QStringLiteral("pass")
                     : QString::fromLatin1(effect.tag) + u' ' + mail::word(effect.disposition),
                 expected);
    }
    void damaged()
    {
        const QByteArray good =
            "v=DMARC1; p=reject; sp=none; rua=mailto:a@b.example!10m,mailto:c@d; pct=10; fo=1:d";
        std::mt19937 random(3);
        for (int i = 0; i < 20000; ++i) {
            QByteArray text = good;
            for (unsigned n = random() % 5 + 1; n > 0; --n)
                text[qsizetype(random() % unsigned(text.size()))] =
                    random() % 3 ? ";=,:!@ "[random() % 7] : char(random());
            const DmarcRecord record = parseDmarc(text);
            QVERIFY(record.usable || !record.problems.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(Dmarc)
#include "dmarc.moc"
