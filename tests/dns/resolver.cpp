// SPDX-License-Identifier: GPL-3.0-or-later
// Zone data as a resolver; libunbound against a scripted server on loopback.
#include "app/wire/dns/unboundresolver.h"
#include "app/wire/dns/zoneresolver.h"
#include "tests/dns/scriptedserver.h"
#include "tests/dns/signedzone.h"

#include <QElapsedTimer>
#include <QTest>

using namespace wire;

namespace {

std::shared_ptr<ZoneResolver> zone(const char *json)
{
    auto result = ZoneResolver::fromJson(json);
    return result ? *result : nullptr;
}

DnsRecord rr(const char *name, RecordType type, const char *value, quint32 ttl = 60)
{
    return *recordFromText(name, type, value, ttl);
}

std::shared_ptr<UnboundResolver> ask(const ScriptedServer &server, int timeoutMs = 5000,
                                     bool validate = false)
{
    DnsSettings settings;
    settings.way = DnsSettings::Way::Servers;
    settings.servers = {{"127.0.0.1", server.port()}};
    settings.validate = validate;
    settings.timeoutMs = timeoutMs;
    auto made = UnboundResolver::create(settings);
    return made ? *made : nullptr;
}

} // namespace

class ResolverTest : public QObject
{
    Q_OBJECT

private slots:
    void zoneData()
    {
        const auto z = zone(R"({
          "Example.com": [{"type": "TXT", "value": ["v=spf1 ", "-all"]}, {"type": "TXT", "value": "other"},
                          {"type": "MX", "value": [10, "mail.example.com"]}],
          "mail.example.com": [{"type": "A", "value": "192.0.2.1"}, {"type": "AAAA", "value": "2001:db8::1"}],
          "alias.example.com": [{"type": "CNAME", "value": "mail.example.com."}],
          "loop.example.com": [{"type": "CNAME", "value": "loop.example.com"}],
          "gone.example.com": [{"type": "CNAME", "value": "nowhere.example.com"}],
          "slow.example.com": [{"type": "TIMEOUT"}, {"type": "A", "value": "192.0.2.1"}],
          "half.example.com": [{"type": "A", "value": "TIMEOUT"}, {"type": "TXT", "value": "here"}],
          "fail.example.com": [{"type": "SERVFAIL"}],
          "part.example.com": [{"type": "MX", "value": "SERVFAIL"}],
          "1.2.0.192.in-addr.arpa": [{"type": "PTR", "value": "mail.example.com"}]
        })");
        QVERIFY(z);
        Progress p;
        auto a = z->query("EXAMPLE.com.", RecordType::TXT, p);
        QVERIFY(a);
        QCOMPARE(a->records.size(), 2);
        QCOMPARE(a->records[0].txt(), "v=spf1 -all");
        QCOMPARE(z->query("example.com", RecordType::MX, p)->records[0].as<MxData>()->host,
                 "mail.example.com");
        a = z->query("example.com", RecordType::A, p);
        QVERIFY(a && a->isVoid() && a->exists());
        a = z->query("nix.example.com", RecordType::A, p);
        QVERIFY(a && a->isVoid() && !a->exists());
        a = z->query("alias.example.com", RecordType::AAAA, p);
        QVERIFY(a);
        QCOMPARE(a->chain, QList<QByteArray>{"mail.example.com"});
        QCOMPARE(a->records[0].as<IpAddress>()->text(), "2001:db8::1");
        QVERIFY(!z->query("gone.example.com", RecordType::A, p)->exists());
        QCOMPARE(z->query("alias.example.com", RecordType::CNAME, p)->records.size(), 1);
        QCOMPARE(z->query("loop.example.com", RecordType::A, p).error().code, u"servfail");
        QCOMPARE(z->query("slow.example.com", RecordType::A, p).error().code, u"timeout");
        QCOMPARE(z->query("slow.example.com", RecordType::A, p).error().kind, Error::Kind::Offline);
        QCOMPARE(z->query("half.example.com", RecordType::A, p).error().code, u"timeout");
        QCOMPARE(z->query("half.example.com", RecordType::TXT, p)->records.size(), 1);
        QVERIFY(z->query("half.example.com", RecordType::AAAA, p)->isVoid());
        QCOMPARE(z->query("fail.example.com", RecordType::A, p).error().code, u"servfail");
        QCOMPARE(z->query("part.example.com", RecordType::MX, p).error().code, u"servfail");
        QVERIFY(z->query("part.example.com", RecordType::TXT, p)->isVoid());
        QCOMPARE(z->query("a..b", RecordType::A, p).error().kind, Error::Kind::Invalid);
    }
    void zoneDataOfOtherTypes()
    {
        const auto zone = ZoneResolver::fromJson(
            R"({"a": [{"type": "NAPTR", "value": "x"}, {"type": "A", "value": "192.0.2.1"}],
                "b": [{"type": "NAPTR", "value": "x"}]})");
        QVERIFY(zone);
        Progress p;
        QCOMPARE((*zone)->query("a", RecordType::A, p)->records.size(), 1);
        const auto there = (*zone)->query("b", RecordType::A, p);
        QVERIFY(there && there->exists() && there->records.isEmpty());
    }
    void zoneDataWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"", "[]", "{\"a\": {}}", "{\"a\": [{\"value\": \"x\"}]}",
                                 "{\"a\": [{\"type\": \"A\", \"value\": \"::1\"}]}",
                                 "{\"a\": [{\"type\": \"MX\", \"value\": [10]}]}",
                                 "{\"a\": [{\"type\": \"TXT\", \"value\": 3}]}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void zoneDataWrong()
    {
        QFETCH(QByteArray, json);
        const auto result = ZoneResolver::fromJson(json);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Invalid);
    }
    void servers()
    {
        QCOMPARE(*serverFromText("192.0.2.1"), (DnsServer{"192.0.2.1", 53}));
        QCOMPARE(*serverFromText("192.0.2.1:5353"), (DnsServer{"192.0.2.1", 5353}));
        QCOMPARE(*serverFromText("192.0.2.1@5353"), (DnsServer{"192.0.2.1", 5353}));
        QCOMPARE(*serverFromText("2001:db8::1"), (DnsServer{"2001:db8::1", 53}));
        QCOMPARE(*serverFromText("[2001:db8::1]:5353"), (DnsServer{"2001:db8::1", 5353}));
        for (const char *wrong :
             {"", "dns.example", "192.0.2.1:0", "192.0.2.1:99999", "[::1", "[::1]x"})
            QVERIFY2(!serverFromText(wrong), wrong);
    }
    void unboundAnswers()
    {
        const ScriptedServer server([](const DnsPacket &q, bool tcp) -> std::optional<QByteArray> {
            const QByteArray name = canonicalName(q.questionName);
            if (name == "mail.example.test" && q.questionType == RecordType::A)
                return responsePacket(ScriptedServer::reply(
                    q, {rr("mail.example.test", RecordType::A, "192.0.2.1")}));
            if (name == "alias.example.test")
                return responsePacket(ScriptedServer::reply(
                    q, {rr("alias.example.test", RecordType::CNAME, "mail.example.test"),
                        rr("mail.example.test", RecordType::A, "192.0.2.1")}));
            if (name == "big.example.test") {
                DnsPacket packet = ScriptedServer::reply(q);
                if (!tcp) {
                    packet.truncated = true;
                    return responsePacket(packet);
                }
                DnsRecord text{"big.example.test", RecordType::TXT, 60,
                               TxtData(200, QByteArray(255, 'x'))};
                packet.answers = {text};
                return responsePacket(packet);
            }
            if (name == "fail.example.test")
                return responsePacket(ScriptedServer::reply(q, {}, 2));
            if (name == "refused.example.test")
                return responsePacket(ScriptedServer::reply(q, {}, 5));
            if (name == "silent.example.test")
                return {};
            return responsePacket(ScriptedServer::reply(q, {}, 3));
        });
        const auto resolver = ask(server, 2000);
        QVERIFY(resolver);
        Progress p;
        auto a = resolver->query("Mail.example.test", RecordType::A, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QCOMPARE(a->records[0].as<IpAddress>()->text(), "192.0.2.1");
        QCOMPARE(a->security, DnsSecurity::Unchecked);
        QVERIFY(a->server.contains(u"127.0.0.1"));
        QVERIFY(a->ttl > 0 && a->ttl <= 60);
        a = resolver->query("alias.example.test", RecordType::A, p);
        QVERIFY(a);
        QCOMPARE(a->chain, QList<QByteArray>{"mail.example.test"});
        QCOMPARE(a->records.size(), 1);
        a = resolver->query("big.example.test", RecordType::TXT, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QCOMPARE(a->records[0].txt().size(), 200 * 255);
        a = resolver->query("nix.example.test", RecordType::MX, p);
        QVERIFY(a);
        QVERIFY(!a->exists());
        QCOMPARE(resolver->query("fail.example.test", RecordType::A, p).error().code, u"servfail");
        QCOMPARE(resolver->query("refused.example.test", RecordType::A, p).error().kind,
                 Error::Kind::Protocol);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(resolver->query("silent.example.test", RecordType::A, p).error().code, u"timeout");
        QVERIFY(timer.elapsed() < 8000);
    }
    void unboundParallelCachedCancelled()
    {
        std::atomic<bool> silent{false};
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            if (silent)
                return {};
            return responsePacket(ScriptedServer::reply(
                q, {rr(q.questionName.constData(), RecordType::A, "192.0.2.7", 300)}));
        });
        const auto resolver = ask(server);
        QVERIFY(resolver);
        Progress p;
        QList<DnsQuestion> questions;
        for (int i = 0; i < 200; ++i)
            questions.append({"h" + QByteArray::number(i) + ".example.test", RecordType::A});
        auto answers = resolver->queryAll(questions, p);
        QCOMPARE(answers.size(), 200);
        for (int i = 0; i < 200; ++i) {
            QVERIFY(answers[i]);
            QCOMPARE(answers[i]->name, questions[i].name);
        }
        const int asked = server.asked();
        answers = resolver->queryAll(questions, p); // from the cache
        QCOMPARE(server.asked(), asked);
        QVERIFY(answers[199]);

        silent = true;
        std::thread stop([&] {
            while (server.asked() == asked)
                std::this_thread::yield();
            p.cancel();
        });
        const auto cancelled = resolver->query("never.example.test", RecordType::A, p);
        stop.join();
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
    }
    void unboundBogus()
    {
        // an anchor above an unsigned answer: wrong, and it says why
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            return responsePacket(ScriptedServer::reply(
                q, {rr(q.questionName.constData(), RecordType::A, "192.0.2.7", 300)}));
        });
        DnsSettings settings;
        settings.way = DnsSettings::Way::Servers;
        settings.servers = {{"127.0.0.1", server.port()}};
        settings.trustAnchors = {
            "example.test. IN DS 1 13 2 "
            "0000000000000000000000000000000000000000000000000000000000000000"};
        const auto resolver = UnboundResolver::create(settings);
        QVERIFY(resolver);
        Progress p;
        const auto a = (*resolver)->query("www.example.test", RecordType::A, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QCOMPARE(a->security, DnsSecurity::Bogus);
        QVERIFY(!a->why.isEmpty());
        const auto outside = (*resolver)->query("www.other.test", RecordType::A, p);
        QVERIFY(outside);
        QCOMPARE(outside->security, DnsSecurity::Insecure);
    }
    // A router that knows addresses and has never heard of DNSSEC is no attack.
    void aServerThatPassesNoDnssecOn()
    {
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            if (q.questionType == RecordType::A)
                return responsePacket(ScriptedServer::reply(
                    q, {rr(q.questionName.constData(), RecordType::A, "192.0.2.7", 300)}));
            return responsePacket(ScriptedServer::reply(q));
        });
        const SignedZone zone("private.test");
        const ScriptedServer ours([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            if (q.questionType == RecordType::DNSKEY)
                return responsePacket(ScriptedServer::reply(q, zone.sign({zone.dnskey()})));
            return responsePacket(ScriptedServer::reply(
                q, zone.sign({rr("www.private.test", RecordType::A, "192.0.2.1")})));
        });
        DnsSettings settings;
        settings.way = DnsSettings::Way::Servers;
        settings.servers = {{"127.0.0.1", server.port()}};
        settings.stubs = {{"private.test", {{"127.0.0.1", ours.port()}}, {zone.anchor()}}};
        const auto resolver = UnboundResolver::create(settings);
        QVERIFY2(resolver, qPrintable(resolver ? QString() : resolver.error().detail));
        Progress p;
        const auto answers = (*resolver)->queryAll(
            {{"www.example.org", RecordType::A}, {"www.private.test", RecordType::A}}, p);
        QVERIFY2(answers[0], qPrintable(answers[0] ? QString() : answers[0].error().detail));
        QCOMPARE(answers[0]->security, DnsSecurity::Unchecked);
        QCOMPARE(answers[0]->records.size(), 1);
        // What is known otherwise is validated as ever.
        QVERIFY2(answers[1], qPrintable(answers[1] ? QString() : answers[1].error().detail));
        QVERIFY2(answers[1]->security == DnsSecurity::Secure, qPrintable(answers[1]->why));
    }
    void unboundSecure()
    {
        const SignedZone zone("example.test");
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            const QByteArray name = canonicalName(q.questionName);
            if (name == "example.test" && q.questionType == RecordType::DNSKEY)
                return responsePacket(ScriptedServer::reply(q, zone.sign({zone.dnskey()})));
            if (name == "www.example.test" && q.questionType == RecordType::A)
                return responsePacket(ScriptedServer::reply(
                    q, zone.sign({rr("www.example.test", RecordType::A, "192.0.2.1"),
                                  rr("www.example.test", RecordType::A, "192.0.2.2")})));
            if (name == "_25._tcp.www.example.test")
                return responsePacket(ScriptedServer::reply(
                    q,
                    zone.sign({rr("_25._tcp.www.example.test", RecordType::TLSA, "3 1 1 abcd")})));
            if (name == "forged.example.test" && q.questionType == RecordType::A) {
                auto records = zone.sign({rr("forged.example.test", RecordType::A, "192.0.2.1")});
                records[0].data = *IpAddress::parse("192.0.2.66");
                return responsePacket(ScriptedServer::reply(q, records));
            }
            if (name == "bare.example.test" && q.questionType == RecordType::A)
                return responsePacket(ScriptedServer::reply(
                    q, {rr("bare.example.test", RecordType::A, "192.0.2.1")}));
            return responsePacket(ScriptedServer::reply(q, {}, 3));
        });
        DnsSettings settings;
        settings.way = DnsSettings::Way::Servers;
        settings.servers = {{"127.0.0.1", server.port()}};
        settings.trustAnchors = {zone.anchor()};
        auto made = UnboundResolver::create(settings);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        Progress p;
        auto a = (*made)->query("www.example.test", RecordType::A, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QVERIFY2(a->security == DnsSecurity::Secure, qPrintable(a->why));
        QCOMPARE(a->records.size(), 2);
        a = (*made)->query("_25._tcp.www.example.test", RecordType::TLSA, p);
        QVERIFY(a);
        QCOMPARE(a->security, DnsSecurity::Secure);
        QCOMPARE(a->records[0].dataText(), "3 1 1 abcd");
        for (const char *wrong :
             {"forged.example.test", "bare.example.test", "gone.example.test"}) {
            a = (*made)->query(wrong, RecordType::A, p);
            QVERIFY2(a, wrong);
            QVERIFY2(a->security == DnsSecurity::Bogus, wrong);
            QVERIFY(!a->why.isEmpty());
        }
        // the same zone under another anchor
        settings.trustAnchors = {SignedZone("example.test").anchor()};
        made = UnboundResolver::create(settings);
        a = (*made)->query("www.example.test", RecordType::A, p);
        QVERIFY(a);
        QCOMPARE(a->security, DnsSecurity::Bogus);
    }
    void settingsRefused()
    {
        DnsSettings settings;
        settings.way = DnsSettings::Way::Servers;
        auto made = UnboundResolver::create(settings);
        QVERIFY(!made);
        QCOMPARE(made.error().kind, Error::Kind::Invalid);
        settings.servers = {{"127.0.0.1", 5353}};
        settings.trustAnchors = {"what is this"};
        made = UnboundResolver::create(settings);
        QVERIFY(!made);
        QCOMPARE(made.error().field, u"trustAnchors");
    }
};

QTEST_GUILESS_MAIN(ResolverTest)
#include "resolver.moc"
