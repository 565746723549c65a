// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of DNSSEC link by link: on a real signed zone, and with everything that can break.
#include "app/check/dns/domaincheck.h"
#include "app/wire/dns/resolvers.h"
#include "tests/dns/powerdns.h"
#include "tests/dns/scriptedserver.h"
#include "tests/dns/signedzone.h"

#include <QTest>

using namespace check;

namespace {

using wire::RecordType;

wire::DnsRecord rr(const QByteArray &name, RecordType type, const QByteArray &value)
{
    return *wire::recordFromText(name, type, value, 300);
}

// "test" is anchored and vouches for "a.test"; a case spoils some of it.
struct Story
{
    SignedZone parent{"test"};
    SignedZone child{"a.test"};
    QList<wire::DnsRecord> ds{{"a.test", RecordType::DS, 300, child.ds()}};
    std::function<QList<wire::DnsRecord>(const QList<wire::DnsRecord> &)> signsDs =
        [this](const auto &set) { return parent.sign(set); };
    std::function<QList<wire::DnsRecord>(const QList<wire::DnsRecord> &)> signsKeys =
        [this](const auto &set) { return child.sign(set); };
    std::function<QList<wire::DnsRecord>(const QList<wire::DnsRecord> &)> signsData =
        [this](const auto &set) { return child.sign(set); };
    bool keys = true;
    bool silent = false;

    std::optional<QByteArray> answer(const wire::DnsPacket &q) const
    {
        const QByteArray name = wire::canonicalName(q.questionName);
        wire::DnsPacket packet = ScriptedServer::reply(q);
        packet.authoritative = true;
        const RecordType type = q.questionType;
        const auto soa = [](const QByteArray &zone) {
            return rr(zone, RecordType::SOA, "ns.test h.test 1 2 3 4 60");
        };
        if (name == "test" && type == RecordType::DNSKEY)
            packet.answers = parent.sign({parent.dnskey()});
        else if (name == "test" && type == RecordType::SOA)
            packet.answers = parent.sign({soa("test")});
        else if (name == "a.test" && type == RecordType::DS && !ds.isEmpty())
            packet.answers = signsDs(ds);
        else if (name == "a.test" && type == RecordType::DNSKEY && silent)
            return {};
        else if (name == "a.test" && type == RecordType::DNSKEY && keys)
            packet.answers = signsKeys({child.dnskey()});
        else if (name == "a.test" && type == RecordType::SOA)
            packet.answers = signsData({soa("a.test")});
        else
            packet.authority = {soa("test")};
        return wire::responsePacket(packet);
    }
};

using Edit = std::function<void(Story &)>;

} // namespace

Q_DECLARE_METATYPE(Edit)

class Chain : public QObject
{
    Q_OBJECT

    Progress m_progress;
    const qint64 m_now = QDateTime::currentSecsSinceEpoch();

    static std::shared_ptr<wire::NameServers> servers(const wire::DnsServer &server,
                                                      const QList<QByteArray> &anchors)
    {
        wire::DnsSettings settings;
        settings.way = wire::DnsSettings::Way::Servers;
        settings.servers = {server};
        settings.stubs = {{"test", {server}, anchors}};
        settings.timeoutMs = 1500;
        const auto made = wire::NameServers::create(settings);
        return made ? *made : nullptr;
    }

private slots:
    // Behind a router that knows nothing of DNSSEC no domain is wrong for that.
    void rootKeysThatDoNotComeThrough()
    {
        const ScriptedServer deaf([](const wire::DnsPacket &q, bool) {
            wire::DnsPacket packet = ScriptedServer::reply(q);
            if (q.questionType == RecordType::SOA)
                packet.answers = {rr(q.questionName, RecordType::SOA, "ns.org h.org 1 2 3 4 60")};
            return std::optional(wire::responsePacket(packet));
        });
        wire::DnsSettings settings;
        settings.way = wire::DnsSettings::Way::Servers;
        settings.servers = {{"127.0.0.1", deaf.port()}};
        const auto names = wire::NameServers::create(settings);
        QVERIFY(names);
        const auto chain = dnssecChain("a.org", **names, m_now, m_progress);
        QVERIFY(chain);
        QVERIFY(!chain->links.isEmpty());
        QCOMPARE(chain->links.constFirst().why, ChainBreak::NoAnswer);
        QCOMPARE(chain->security, wire::DnsSecurity::Unchecked);
        QVERIFY(chainFindings(*chain, m_now).isEmpty());
    }

    void breaks_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QByteArray>("why");
        QTest::addColumn<QByteArray>("security");
        QTest::addColumn<QString>("codes");
        const auto row = [](const char *name, const char *why, const char *security,
                            const char *codes, const Edit &edit) {
            QTest::newRow(name) << edit << QByteArray(why) << QByteArray(security)
                                << QString::fromLatin1(codes);
        };
        row("all right", "none", "secure", "dnssec-expires", [](Story &) {});
        row("long enough", "none", "secure", "", [](Story &s) {
            s.signsData =
                s.signsKeys = [&s](const auto &set) { return s.child.sign(set, -3600, 86400); };
        });
        row("no DS", "no-ds", "insecure", "dnssec-parent-silent", [](Story &s) { s.ds.clear(); });
        row("no DS, not signed", "no-ds", "insecure", "", [](Story &s) {
            s.ds.clear();
            s.keys = false;
        });
        row("no key", "no-keys", "bogus", "dnssec-no-keys", [](Story &s) { s.keys = false; });
        row("another key", "no-match", "bogus", "dnssec-no-match", [](Story &s) {
            s.ds = {{"a.test", RecordType::DS, 300, SignedZone("a.test").ds()}};
        });
        row("another digest", "no-match", "bogus", "dnssec-no-match", [](Story &s) {
            auto ds = s.child.ds();
            ds.digest[0] = char(ds.digest[0] ^ 1);
            s.ds = {{"a.test", RecordType::DS, 300, ds}};
        });
        row("an old DS beside the right one", "none", "secure", "dnssec-expires", [](Story &s) {
            s.ds.append({"a.test", RecordType::DS, 300, SignedZone("a.test").ds()});
        });
        row("unknown digest", "unsupported", "insecure", "dnssec-unsupported", [](Story &s) {
            auto ds = s.child.ds();
            ds.digestType = 99;
            s.ds = {{"a.test", RecordType::DS, 300, ds}};
        });
        row("DS not signed", "ds-not-signed", "bogus", "dnssec-ds-not-signed",
            [](Story &s) { s.signsDs = [](const auto &set) { return set; }; });
        row("DS signed by the child", "ds-not-signed", "bogus", "dnssec-ds-not-signed",
            [](Story &s) { s.signsDs = [&s](const auto &set) { return s.child.sign(set); }; });
        row("DS signature over another one", "wrong-signature", "bogus", "dnssec-wrong-signature",
            [](Story &s) {
                s.signsDs = [&s](const auto &set) {
                    auto out = s.parent.sign(
                        {rr("a.test", RecordType::DS, "1 13 2 " + QByteArray(64, 'a'))});
                    out[0] = set[0];
                    return out;
                };
            });
        row("keys not signed", "unsigned", "bogus", "dnssec-unsigned",
            [](Story &s) { s.signsKeys = [](const auto &set) { return set; }; });
        row("keys expired", "expired", "bogus", "dnssec-expired", [](Story &s) {
            s.signsKeys = [&s](const auto &set) { return s.child.sign(set, -7200, -3600); };
        });
        row("keys not yet", "not-yet", "bogus", "dnssec-not-yet", [](Story &s) {
            s.signsKeys = [&s](const auto &set) { return s.child.sign(set, 3600, 7200); };
        });
        row("data expired", "expired", "bogus", "dnssec-expired", [](Story &s) {
            s.signsData = [&s](const auto &set) { return s.child.sign(set, -7200, -3600); };
        });
        row("data not signed", "data-not-signed", "bogus", "dnssec-data-not-signed",
            [](Story &s) { s.signsData = [](const auto &set) { return set; }; });
        row("no answer", "no-answer", "unchecked", "", [](Story &s) { s.silent = true; });
    }
    void breaks()
    {
        QFETCH(Edit, edit);
        QFETCH(QByteArray, why);
        QFETCH(QByteArray, security);
        QFETCH(QString, codes);
        Story story;
        edit(story);
        const ScriptedServer server(
            [&](const wire::DnsPacket &q, bool) { return story.answer(q); });
        const auto chain =
            dnssecChain("a.test", *servers({"127.0.0.1", server.port()}, {story.parent.anchor()}),
                        m_now, m_progress);
        QVERIFY(chain);
        QCOMPARE(chain->links.size(), 2);
        QCOMPARE(chain->links[0].zone, "test");
        QVERIFY(chain->links[0].anchored);
        QCOMPARE(chain->links[0].security, wire::DnsSecurity::Secure);
        QVERIFY(chain->links[0].keys[0].named && chain->links[0].keys[0].signs);
        QCOMPARE(chain->links[0].keys[0].bits, 256);
        QCOMPARE(chain->links[1].zone, "a.test");
        QCOMPARE(QByteArray(mail::word(chain->links[1].why).latin1()), why);
        QCOMPARE(QByteArray(mail::word(chain->links[1].security).latin1()), security);
        QCOMPARE(chain->security, chain->links[1].security);
        QCOMPARE(chain->broken() != nullptr, why != "none");
        QStringList found;
        for (const mail::Finding &finding : chainFindings(*chain, m_now)) {
            found.append(finding.code);
            const QString text = sentence(finding);
            QVERIFY2(!text.isEmpty() && !text.contains(u'{'), qPrintable(text));
        }
        QCOMPARE(found.join(u' '), codes);
    }
    void theAnchorIsWrong()
    {
        Story story;
        const ScriptedServer server(
            [&](const wire::DnsPacket &q, bool) { return story.answer(q); });
        const wire::DnsServer address{"127.0.0.1", server.port()};
        auto chain = dnssecChain("a.test", *servers(address, {SignedZone("test").anchor()}), m_now,
                                 m_progress);
        QCOMPARE(chain->links[0].why, ChainBreak::NoMatch);
        QCOMPARE(chain->links[1].why, ChainBreak::Above);
        QCOMPARE(chain->security, wire::DnsSecurity::Bogus);
        QVERIFY(!chain->links[1].signatures.isEmpty()); // told all the same
        // an anchor may be the key itself
        const auto key = story.parent.dnskey();
        chain = dnssecChain("a.test", *servers(address, {"test. IN DNSKEY " + key.dataText()}),
                            m_now, m_progress);
        QCOMPARE(chain->security, wire::DnsSecurity::Secure);
        // a private zone without one has no chain
        chain = dnssecChain("a.test", *servers(address, {}), m_now, m_progress);
        QVERIFY(chain->links.isEmpty());
        QCOMPARE(chain->security, wire::DnsSecurity::Insecure);
        Progress stopped;
        stopped.cancel();
        QCOMPARE(dnssecChain("a.test", *servers(address, {story.parent.anchor()}), m_now, stopped)
                     .error()
                     .kind,
                 Error::Kind::Cancelled);
    }
    void arithmetic()
    {
        // RFC 4034, 5.4 and RFC 4509, 2.3: the same key, SHA-1 and SHA-256
        const auto key = wire::recordFromText(
            "dskey.example.com", RecordType::DNSKEY,
            "256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZ"
            "DRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbt"
            "G9DMBmADjFDc2w/rljwvFw==");
        QVERIFY(key);
        const auto *data = key->as<wire::DnskeyData>();
        QCOMPARE(keyTag(*data), quint16(60485));
        QCOMPARE(dsDigest("dskey.example.com", *data, 1).toHex(),
                 "2bb183af5f22588179a53b0a98631fad1a292118");
        QCOMPARE(dsDigest("DSKEY.example.com.", *data, 2).toHex(),
                 "d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a");
        QCOMPARE(keyBits(*data), 1024);
        QVERIFY(dsDigest("dskey.example.com", *data, 3).isEmpty());
        // RFC 8080, 6.1 with erratum 4935: Ed25519
        const auto ed =
            wire::recordFromText("example.com", RecordType::DNSKEY,
                                 "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=");
        QCOMPARE(keyTag(*ed->as<wire::DnskeyData>()), quint16(3613));
        QCOMPARE(dsDigest("example.com", *ed->as<wire::DnskeyData>(), 2).toHex(),
                 "3aa5ab37efce57f737fc1627013fee07bdf241bd10f3b1964ab55c78e79a304b");
        wire::RrsigData signature;
        signature.covered = RecordType::MX;
        signature.algorithm = 15;
        signature.labels = 2;
        signature.ttl = 3600;
        signature.expiration = 1440021600;
        signature.inception = 1438207200;
        signature.tag = 3613;
        signature.signer = "example.com";
        signature.signature = QByteArray::fromBase64(
            "oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx8A4M3e23mRZ9VrbpMngw"
            "crqNAg==");
        const QList<wire::DnsRecord> mx{rr("Example.com", RecordType::MX, "10 MAIL.example.com")};
        QVERIFY(isSignedBy(mx, signature, *ed->as<wire::DnskeyData>()));
        QVERIFY(!isSignedBy({rr("example.com", RecordType::MX, "20 mail.example.com")}, signature,
                            *ed->as<wire::DnskeyData>()));
        QCOMPARE(algorithmName(13), u"ECDSAP256SHA256");
        QCOMPARE(algorithmStrength(5), Strength::Weak);
        QCOMPARE(algorithmStrength(1), Strength::Forbidden);
    }
    void onPowerDns()
    {
        QVERIFY2(PowerDns::isInstalled(), "PowerDNS is missing");
        PowerDns dns;
        QVERIFY(dns.add("test", "@ SOA ns.test. h.test. 1 3600 600 86400 60\n@ NS ns.test.\n"
                                "ns A 127.0.0.1\na NS ns.test.\nplain NS ns.test.\n"));
        QVERIFY(dns.add("a.test", "@ SOA ns.test. h.test. 1 3600 600 86400 60\n@ NS ns.test.\n"
                                  "@ TXT \"v=spf1 mx -all\"\n@ MX 10 mx\nmx A 192.0.2.1\n"));
        QVERIFY(dns.add("plain.test", "@ SOA ns.test. h.test. 1 3600 600 86400 60\n"
                                      "@ NS ns.test.\n@ MX 10 mx.a.test.\n"));
        QVERIFY(dns.secure("a.test"));
        const QByteArray ds = dns.anchor("a.test");
        QVERIFY2(!ds.isEmpty(), dns.log());
        // the parent vouches for one of them
        QVERIFY(dns.add("test", "@ SOA ns.test. h.test. 2 3600 600 86400 60\n@ NS ns.test.\n"
                                "ns A 127.0.0.1\na NS ns.test.\nplain NS ns.test.\n" +
                                    ds + '\n'));
        QVERIFY(dns.secure("test"));
        QVERIFY2(dns.start(), dns.log());
        const auto names = servers(dns.server(), {dns.anchor("test")});
        auto chain = dnssecChain("a.test", *names, m_now, m_progress);
        QVERIFY(chain);
        QCOMPARE(chain->links.size(), 2);
        QVERIFY2(chain->security == wire::DnsSecurity::Secure,
                 mail::word(chain->links[1].why).latin1());
        QCOMPARE(chain->links[1].ds.size(), 1);
        QCOMPARE(chain->links[1].ds[0].fit, ChainDs::Fit::Matches);
        QVERIFY(chainFindings(*chain, m_now).isEmpty());
        for (const ChainSignature &signature : chain->links[1].signatures) {
            QCOMPARE(signature.verdict, ChainSignature::Verdict::Good);
            QVERIFY(signature.expiration.toSecsSinceEpoch() > m_now);
        }
        chain = dnssecChain("plain.test", *names, m_now, m_progress);
        QCOMPARE(chain->links.constLast().why, ChainBreak::NoDs);
        QCOMPARE(chain->security, wire::DnsSecurity::Insecure);
        // a name that is no zone is in its zone
        chain = dnssecChain("mx.a.test", *names, m_now, m_progress);
        QCOMPARE(chain->links.constLast().zone, "a.test");

        // libunbound judges the same, and the look has it all
        const auto resolver = wire::makeResolver(names->settings());
        QVERIFY(resolver);
        DomainCheck what;
        what.domain = "a.test";
        what.nameServers = names;
        const auto report = checkDomain(what, **resolver, m_progress);
        QVERIFY(report);
        QCOMPARE(report->security, wire::DnsSecurity::Secure);
        QVERIFY(report->chain && report->chain->security == wire::DnsSecurity::Secure);
        QCOMPARE(report->zone, "a.test");
        QCOMPARE(report->spf.answer.security, wire::DnsSecurity::Secure);
        const auto gone = (*resolver)->query("nothing.a.test", RecordType::A, m_progress);
        QVERIFY(gone && !gone->exists());
        QCOMPARE(gone->security, wire::DnsSecurity::Secure); // proven
        const auto insecure = (*resolver)->query("plain.test", RecordType::MX, m_progress);
        QCOMPARE(insecure->security, wire::DnsSecurity::Insecure);
        // under another anchor all of it is bogus, and the reason is told
        const auto wrong =
            wire::makeResolver(servers(dns.server(), {SignedZone("test").anchor()})->settings());
        const auto bogus = (*wrong)->query("a.test", RecordType::TXT, m_progress);
        QVERIFY(bogus);
        QCOMPARE(bogus->security, wire::DnsSecurity::Bogus);
        QVERIFY(!bogus->why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(Chain)
#include "chain.moc"
