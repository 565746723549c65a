// SPDX-License-Identifier: GPL-3.0-or-later
// What lies between a question and the wire: servers asked without a detour, answers kept, many who
// ask the same at once.
#include "app/wire/dns/cachedresolver.h"
#include "app/wire/dns/directresolver.h"
#include "app/wire/dns/resolvers.h"
#include "tests/dns/scriptedserver.h"

#include <QTest>

using namespace wire;

namespace {

DnsRecord rr(const QByteArray &name, RecordType type, const char *value, quint32 ttl = 60)
{
    return *recordFromText(name, type, value, ttl);
}

// Counts, and holds its answers back until it is told.
class Counting final : public Resolver
{
public:
    Result<DnsAnswer> query(const QByteArray &name, RecordType type, Progress &) override
    {
        ++asked;
        while (held)
            std::this_thread::yield();
        if (name == "fails.test")
            return dnsTimeout(name, type);
        if (name == "cancelled.test" && asked == 1)
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        DnsAnswer answer;
        answer.name = canonicalName(name);
        answer.type = type;
        answer.ttl = name == "brief.test" ? 0 : 300;
        answer.security = name == "bogus.test" ? DnsSecurity::Bogus : DnsSecurity::Secure;
        return answer;
    }
    std::atomic<int> asked{0};
    std::atomic<bool> held{false};
};

// A server that holds a.test, delegates sub.a.test, and knows nothing else.
std::optional<QByteArray> authority(const DnsPacket &q, bool)
{
    const QByteArray name = canonicalName(q.questionName);
    DnsPacket packet = ScriptedServer::reply(q);
    packet.authoritative = true;
    if (name == "www.a.test")
        packet.answers = {rr(name, RecordType::A, "192.0.2.1", 120)};
    else if (name == "alias.a.test")
        packet.answers = {rr(name, RecordType::CNAME, "www.a.test", 30),
                          rr("www.a.test", RecordType::A, "192.0.2.1", 120)};
    else if (name == "out.a.test")
        packet.answers = {rr(name, RecordType::CNAME, "www.b.test", 30)};
    else if (name == "loop.a.test")
        packet.answers = {rr(name, RecordType::CNAME, "loop.b.test")};
    else if (isSameOrBelow(name, "sub.a.test")) {
        packet.authoritative = false;
        packet.authority = {rr("sub.a.test", RecordType::NS, "ns.sub.a.test")};
    } else if (isSameOrBelow(name, "a.test")) {
        packet.rcode = 3;
        packet.authority = {rr("a.test", RecordType::SOA, "ns.a.test h.a.test 1 2 3 4 40", 90)};
    } else {
        packet.authoritative = false;
    }
    return responsePacket(packet);
}

} // namespace

class Layers : public QObject
{
    Q_OBJECT

private slots:
    void serversThatHoldTheZone()
    {
        const ScriptedServer server(authority);
        quint16 gone = 0;
        {
            const ScriptedServer briefly(authority);
            gone = briefly.port();
        }
        // the first does not answer, so the second is asked
        DirectResolver resolver({{"127.0.0.1", gone}, {"127.0.0.1", server.port()}}, {},
                                DnsSecurity::Insecure);
        Progress p;
        auto a = resolver.query("WWW.a.test", RecordType::A, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QCOMPARE(a->name, "www.a.test");
        QCOMPARE(a->ttl, 120u);
        QCOMPARE(a->security, DnsSecurity::Insecure);
        QCOMPARE(a->server, QStringLiteral("127.0.0.1@%1").arg(server.port()));
        a = resolver.query("alias.a.test", RecordType::A, p);
        QCOMPARE(a->chain, QList<QByteArray>{"www.a.test"});
        QCOMPARE(a->records.size(), 1);
        QCOMPARE(a->ttl, 30u); // of the whole chain the least
        a = resolver.query("nothing.a.test", RecordType::A, p);
        QVERIFY(a && !a->exists());
        QCOMPARE(a->ttl, 40u); // RFC 2308
        QCOMPARE(resolver.query("x.sub.a.test", RecordType::A, p).error().code, u"referral");
        QCOMPARE(resolver.query("other.test", RecordType::A, p).error().code, u"lame");
    }
    void unsignedStubsWithoutADetour()
    {
        const ScriptedServer a(authority);
        const ScriptedServer b([](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            DnsPacket packet = ScriptedServer::reply(q);
            packet.authoritative = true;
            if (canonicalName(q.questionName) == "loop.b.test")
                packet.answers = {rr("loop.b.test", RecordType::CNAME, "loop.a.test")};
            else
                packet.answers = {rr(q.questionName, RecordType::A, "192.0.2.2", 10)};
            return responsePacket(packet);
        });
        DnsSettings settings;
        settings.way = DnsSettings::Way::Servers;
        settings.servers = {{"127.0.0.1", b.port()}};
        settings.stubs = {{"a.test", {{"127.0.0.1", a.port()}}, {}},
                          {"b.test", {{"127.0.0.1", b.port()}}, {}}};
        const auto made = makeResolver(settings);
        QVERIFY(made);
        Progress p;
        auto answers = (*made)->queryAll({{"www.a.test", RecordType::A},
                                          {"out.a.test", RecordType::A},
                                          {"www.b.test", RecordType::A},
                                          {"loop.a.test", RecordType::A},
                                          {"a..test", RecordType::A}},
                                         p);
        QCOMPARE(answers[0]->records[0].as<IpAddress>()->text(), "192.0.2.1");
        QCOMPARE(answers[0]->security, DnsSecurity::Insecure);
        // an alias that leads from one zone to the other
        QCOMPARE(answers[1]->records[0].as<IpAddress>()->text(), "192.0.2.2");
        QCOMPARE(answers[1]->chain, QList<QByteArray>{"www.b.test"});
        QCOMPARE(answers[1]->ttl, 10u);
        QCOMPARE(answers[2]->records[0].as<IpAddress>()->text(), "192.0.2.2");
        QCOMPARE(answers[3].error().code, u"servfail"); // a circle ends
        QCOMPARE(answers[4].error().kind, Error::Kind::Invalid);
        const int asked = a.asked();
        QVERIFY((*made)->query("www.a.test", RecordType::A, p)); // kept
        QCOMPARE(a.asked(), asked);
        QVERIFY(!settings.isValidated(settings.stubs[0]));
        settings.trustAnchors = {
            ". IN DS 20326 8 2 e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d"};
        QVERIFY(!settings.isValidated(settings.stubs[0])); // the root is not above a private zone
        settings.trustAnchors.append("test. IN DS 1 13 2 " + QByteArray(64, '0'));
        QVERIFY(settings.isValidated(settings.stubs[0]));
    }
    void keepsWhatMayBeKept()
    {
        const auto counting = std::make_shared<Counting>();
        CachedResolver resolver(counting);
        Progress p;
        for (int i = 0; i < 3; ++i)
            QVERIFY(resolver.query(i % 2 ? "WWW.test." : "www.test", RecordType::A, p));
        QCOMPARE(counting->asked.load(), 1);
        QVERIFY(resolver.query("www.test", RecordType::AAAA, p));
        QCOMPARE(counting->asked.load(), 2);
        for (const char *never : {"brief.test", "bogus.test", "fails.test"}) {
            const int before = counting->asked;
            (void)resolver.query(never, RecordType::A, p);
            (void)resolver.query(never, RecordType::A, p);
            QCOMPARE(counting->asked.load(), before + 2);
        }
        // the same twice in one breath
        const int before = counting->asked;
        const auto both =
            resolver.queryAll({{"twice.test", RecordType::A}, {"Twice.test", RecordType::A}}, p);
        QVERIFY(both[0] && both[1]);
        QCOMPARE(counting->asked.load(), before + 1);
    }
    void asksOnceForMany()
    {
        for (const QByteArray name : {"www.test", "fails.test"}) {
            const auto counting = std::make_shared<Counting>();
            counting->held = true;
            CachedResolver resolver(counting);
            std::atomic<int> begun{0};
            std::atomic<int> ended{0};
            std::vector<std::thread> callers;
            callers.reserve(8);
            for (int i = 0; i < 8; ++i)
                callers.emplace_back([&] {
                    ++begun;
                    Progress p;
                    const auto answer = resolver.query(name, RecordType::A, p);
                    ended += bool(answer) == (name == "www.test") ? 1 : 0;
                });
            while (begun < 8 || counting->asked == 0)
                std::this_thread::yield();
            QCOMPARE(counting->asked.load(), 1);
            counting->held = false;
            for (std::thread &caller : callers)
                caller.join();
            QCOMPARE(ended.load(), 8);
            if (name == "www.test")
                QCOMPARE(counting->asked.load(), 1);
        }
    }
    void whoAskedGivesUp()
    {
        // The one who asked is cancelled; the other still wants to know.
        const auto counting = std::make_shared<Counting>();
        counting->held = true;
        CachedResolver resolver(counting);
        Progress p;
        std::thread first([&] { (void)resolver.query("cancelled.test", RecordType::A, p); });
        while (counting->asked == 0)
            std::this_thread::yield();
        std::thread second([&] {
            const auto answer = resolver.query("cancelled.test", RecordType::A, p);
            QVERIFY(answer);
        });
        // One who waits for another's answer can be cancelled, too.
        Progress gone;
        gone.cancel();
        QCOMPARE(resolver.query("cancelled.test", RecordType::A, gone).error().kind,
                 Error::Kind::Cancelled);
        counting->held = false;
        first.join();
        second.join();
        QCOMPARE(counting->asked.load(), 2);
    }
};

QTEST_GUILESS_MAIN(Layers)
#include "layers.moc"
