// SPDX-License-Identifier: GPL-3.0-or-later
// The tree behind an SPF record: counts, dead parts, findings, "what if", the merging proposal.
#include "app/check/dns/spftree.h"
#include "app/wire/dns/zoneresolver.h"

#include <QTest>

using namespace check;

class SpfTree : public QObject
{
    Q_OBJECT

    std::shared_ptr<wire::ZoneResolver>
    zone(std::initializer_list<std::array<const char *, 3>> rows)
    {
        auto out = std::make_shared<wire::ZoneResolver>();
        for (const auto &[name, type, value] : rows)
            if (QByteArray(type) == "TXT")
                out->add(wire::DnsRecord{name, wire::RecordType::TXT, 60, wire::TxtData{value}});
            else
                out->add(name, *wire::typeFromWord(type), value);
        return out;
    }
    static QStringList codes(const SpfNode &tree)
    {
        QStringList out;
        for (const mail::Finding &finding : spfFindings(tree)) {
            out.append(finding.code);
            if (!finding.facts.value(QStringLiteral("reference"))
                     .toString()
                     .startsWith(u"RFC 7208"))
                out.append(QStringLiteral("no reference"));
        }
        return out;
    }
    QStringList codesOf(const char *record)
    {
        const auto z =
            zone({{"a.example", "TXT", record},
                  {"a.example", "A", "192.0.2.1"},
                  {"a.example", "MX", "10 a.example"},
                  {"ok.example", "TXT", "v=spf1 ip4:198.51.100.0/24 -all"},
                  {"loop.example", "TXT", "v=spf1 include:loop.example -all"},
                  {"big.example", "TXT", "v=spf1 a:a.example a:a.example a:a.example -all"},
                  {"open.example", "TXT", "v=spf1 +all"},
                  {"bad.example", "TXT", "v=spf1 ipv4:1.2.3.4 -all"}});
        const auto tree = expandSpf("a.example", *z, m_progress);
        return tree ? codes(*tree) : QStringList{QStringLiteral("error")};
    }
    Progress m_progress;

private slots:
    void counts()
    {
        const auto z =
            zone({{"a.example", "TXT", "v=spf1 mx include:b.example include:c.example ~all"},
                  {"a.example", "MX", "10 m.example"},
                  {"m.example", "A", "192.0.2.1"},
                  {"m.example", "AAAA", "2001:db8::1"},
                  {"b.example", "TXT", "v=spf1 a:m.example a:none.example ip4:192.0.2.0/28 ?all"},
                  {"c.example", "TXT", "v=spf1 redirect=d.example"},
                  {"d.example", "TXT", "v=spf1 exists:%{i}.x.example -all"}});
        const auto tree = expandSpf("a.example", *z, m_progress);
        QVERIFY(tree);
        QCOMPARE(tree->lookups, 7);
        QCOMPARE(tree->voidLookups, 1);
        QCOMPARE(tree->branches[0].lookups, 1);
        QCOMPARE(tree->branches[1].lookups, 3);
        QCOMPARE(tree->branches[2].lookups, 3);
        QVERIFY(tree->branches[2].child->branches[0].child->branches[0].dynamic);
        QList<QByteArray> allowed;
        for (const SpfNetwork &network : tree->allowed())
            allowed.append(network.text());
        QCOMPARE(allowed, (QList<QByteArray>{"192.0.2.1", "2001:db8::1", "192.0.2.1", "2001:db8::1",
                                             "192.0.2.0/28"}));
    }
    void findings_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *record, const char *expected) {
            QTest::newRow(record) << QString::fromLatin1(expected);
        };
        row("v=spf1 -all", "");
        row("v=spf1 mx ~all", "");
        row("v=spf1 include:ok.example -all", "");
        row("v=spf1 redirect=ok.example", "");
        row("v=spf1 +all", "spf-lets-everyone");
        row("v=spf1 include:open.example -all", "spf-lets-everyone");
        row("v=spf1 mx ?all", "spf-neutral-end");
        row("v=spf1 mx", "spf-no-end");
        row("v=spf1 ptr ~all", "spf-ptr");
        row("v=spf1 -all ip4:192.0.2.9", "spf-dead-term");
        row("v=spf1 redirect=ok.example -all", "spf-dead-term");
        row("v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.77 -all", "spf-dead-term");
        row("v=spf1 include:ok.example ip4:198.51.100.7 -all", "spf-dead-term");
        row("v=spf1 ip4:198.51.100.7 include:ok.example -all", "spf-overlap");
        row("v=spf1 ip4:192.0.2.77 ip4:192.0.2.0/24 -all", "spf-overlap");
        row("v=spf1 ip4:1.2.3 -all", "spf-syntax");
        row("v=spf1 include:bad.example -all", "spf-syntax");
        row("v=spf1 include:none.example -all", "spf-include-broken");
        row("v=spf1 redirect=none.example", "spf-include-broken");
        row("v=spf1 include:loop.example -all", "spf-loop spf-too-many-lookups");
        row("v=spf1 include:a.example -all", "spf-loop spf-too-many-lookups");
        row("v=spf1 include:big.example include:big.example include:big.example -all",
            "spf-too-many-lookups");
        row("v=spf1 include:big.example include:big.example exists:a.example exists:a.example -all",
            "spf-many-lookups");
        row("v=spf1 a:x1.example a:x2.example a:x3.example -all", "spf-too-many-void");
    }
    void findings()
    {
        QFETCH(QString, expected);
        QCOMPARE(codesOf(QTest::currentDataTag()).join(u' '), expected);
    }
    void none()
    {
        const auto z = zone({{"a.example", "A", "192.0.2.1"}});
        QCOMPARE(codes(*expandSpf("a.example", *z, m_progress)),
                 QStringList{QStringLiteral("spf-none")});
        const auto two =
            zone({{"a.example", "TXT", "v=spf1 -all"}, {"a.example", "TXT", "v=spf1 mx"}});
        QVERIFY(codes(*expandSpf("a.example", *two, m_progress)).contains(u"spf-multiple"));
        const auto slow = *wire::ZoneResolver::fromJson(R"({"a.example": [{"type": "TIMEOUT"}]})");
        QCOMPARE(codes(*expandSpf("a.example", *slow, m_progress)),
                 QStringList{QStringLiteral("spf-lookup-failed")});
    }
    void cancelled()
    {
        Progress stopped;
        stopped.cancel();
        const auto z = zone({{"a.example", "TXT", "v=spf1 -all"}});
        QCOMPARE(expandSpf("a.example", *z, stopped).error().kind, Error::Kind::Cancelled);
    }
    void whatIf()
    {
        const auto z = zone({{"a.example", "TXT", "v=spf1 ip4:192.0.2.1 include:b.example -all"},
                             {"b.example", "TXT", "v=spf1 ip4:198.51.100.0/24 a:m.example -all"},
                             {"m.example", "A", "192.0.2.1"}});
        const QByteArray without =
            spfWithout("v=spf1 ip4:192.0.2.1 include:b.example -all", "include:b.example");
        QCOMPARE(without, "v=spf1 ip4:192.0.2.1 -all");
        const auto change = spfWhatIf(
            "a.example", without,
            {*wire::IpAddress::parse("192.0.2.1"), *wire::IpAddress::parse("198.51.100.9")}, *z,
            m_progress);
        QVERIFY(change);
        QCOMPARE(change->lookupsBefore, 2);
        QCOMPARE(change->lookupsAfter, 0);
        QCOMPARE(change->lost.size(), 1);
        QCOMPARE(change->lost[0].text(), "198.51.100.0/24");
        QVERIFY(change->gained.isEmpty());
        QCOMPARE(change->addresses[0].after.result, SpfResult::Pass);
        QCOMPARE(change->addresses[1].before.result, SpfResult::Pass);
        QCOMPARE(change->addresses[1].after.result, SpfResult::Fail);
    }
    void proposal_data()
    {
        QTest::addColumn<QList<QByteArray>>("published");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("record");
        using L = QList<QByteArray>;
        QTest::newRow("nothing there")
            << L{} << QByteArray("mx") << 0 << QByteArray("v=spf1 mx ~all");
        QTest::newRow("kept, put before the end")
            << L{"v=spf1 include:a.example -all"} << QByteArray("include:b.example") << 0
            << QByteArray("v=spf1 include:a.example include:b.example -all");
        QTest::newRow("already there")
            << L{"v=spf1 +MX -all"} << QByteArray("mx") << 0 << QByteArray("v=spf1 +MX -all");
        QTest::newRow("another end")
            << L{"v=spf1 mx ?all"} << QByteArray("mx") << int('-') << QByteArray("v=spf1 mx -all");
        QTest::newRow("two records") << L{"v=spf1 mx -all", "v=spf1 a mx ~all"} << QByteArray("mx")
                                     << 0 << QByteArray("v=spf1 mx a ~all");
        QTest::newRow("redirect stays") << L{"v=spf1 redirect=x.example"} << QByteArray("mx") << 0
                                        << QByteArray("v=spf1 mx redirect=x.example");
        QTest::newRow("redirect becomes an include")
            << L{"v=spf1 redirect=x.example"} << QByteArray("mx") << int('~')
            << QByteArray("v=spf1 mx include:x.example ~all");
        QTest::newRow("modifiers stay")
            << L{"v=spf1 exp=e.x.example a -all foo=bar"} << QByteArray("mx") << 0
            << QByteArray("v=spf1 a mx -all exp=e.x.example foo=bar");
        // and nobody is refused for what they may have meant
        QTest::newRow("wrong terms go") << L{"v=spf1 ipv4:1.2.3.4 a -all"} << QByteArray("mx") << 0
                                        << QByteArray("v=spf1 a mx ~all");
    }
    void proposal()
    {
        QFETCH(QList<QByteArray>, published);
        QFETCH(QByteArray, wanted);
        QFETCH(int, end);
        QFETCH(QByteArray, record);
        const SpfProposal made = spfProposal(published, {{wanted}, char(end)});
        QCOMPARE(made.record, record);
        QVERIFY(parseSpf(made.record).problems.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SpfTree)
#include "spftree.moc"
