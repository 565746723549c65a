// SPDX-License-Identifier: GPL-3.0-or-later
// Zones that only a private mail host serves, beside the rest of the world's DNS.
#include "app/wire/dns/resolvers.h"
#include "tests/dns/scriptedserver.h"
#include "tests/dns/signedzone.h"

#include <QTest>

using namespace wire;

namespace {

DnsRecord rr(const QByteArray &name, RecordType type, const char *value)
{
    return *recordFromText(name, type, value, 60);
}

QString at(const ScriptedServer &server)
{
    return QStringLiteral("127.0.0.1:%1").arg(server.port());
}

} // namespace

class Stubs : public QObject
{
    Q_OBJECT

private slots:
    void privateZonesBesideTheWorld()
    {
        const SignedZone zone("home.test");
        const ScriptedServer mine([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            const QByteArray name = canonicalName(q.questionName);
            DnsPacket packet;
            if (name == "home.test" && q.questionType == RecordType::DNSKEY)
                packet = ScriptedServer::reply(q, zone.sign({zone.dnskey()}));
            else if (name == "home.test" && q.questionType == RecordType::TXT)
                packet = ScriptedServer::reply(
                    q, zone.sign({rr("home.test", RecordType::TXT, "\"v=spf1 -all\"")}));
            else if (name == "plain.test" && q.questionType == RecordType::TXT)
                packet = ScriptedServer::reply(q, {rr("plain.test", RecordType::TXT, "\"here\"")});
            else if (name == "mail.localhost")
                packet = ScriptedServer::reply(q, {rr(name, RecordType::A, "127.0.0.9")});
            else
                packet = ScriptedServer::reply(q, {}, 3);
            packet.authoritative = true;
            return responsePacket(packet);
        });
        const ScriptedServer world([](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            if (q.questionType == RecordType::A)
                return responsePacket(
                    ScriptedServer::reply(q, {rr(q.questionName, RecordType::A, "192.0.2.1")}));
            return responsePacket(ScriptedServer::reply(q, {}, 3));
        });
        mail::DnsFacts facts;
        facts.servers = {at(mine)};
        facts.zones = {QStringLiteral("home.test"), QStringLiteral("plain.test"),
                       QStringLiteral("localhost")};
        facts.trustAnchors = {QString::fromUtf8(zone.anchor())};
        DnsSettings chosen;
        chosen.way = DnsSettings::Way::Servers;
        chosen.servers = {{"127.0.0.1", world.port()}};
        const auto settings = settingsFor(chosen, {mail::DnsFacts(), facts});
        QVERIFY(settings);
        QCOMPARE(settings->stubs.size(), 3);
        QCOMPARE(settings->stubs[0].trustAnchors.size(), 1);
        QVERIFY(settings->stubs[1].trustAnchors.isEmpty());
        QCOMPARE(settings->stubFor("a.b.home.test")->zone, "home.test");
        QVERIFY(!settings->stubFor("nothome.test"));

        const auto made = makeResolver(*settings);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
        Progress p;
        // signed with the anchor the service told
        auto a = (*made)->query("home.test", RecordType::TXT, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QVERIFY2(a->security == DnsSecurity::Secure, qPrintable(a->why));
        QCOMPARE(a->records[0].txt(), "v=spf1 -all");
        QVERIFY(a->server.contains(QString::number(mine.port())));
        // unsigned: what the root says about .test does not make it bogus
        a = (*made)->query("plain.test", RecordType::TXT, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QCOMPARE(a->security, DnsSecurity::Insecure);
        QCOMPARE(a->records[0].txt(), "here");
        // a name that libraries like to answer by themselves
        a = (*made)->query("mail.localhost", RecordType::A, p);
        QVERIFY(a);
        QCOMPARE(a->records.size(), 1);
        QCOMPARE(a->records[0].as<IpAddress>()->text(), "127.0.0.9");

        // everything else goes the chosen way
        DnsSettings unvalidated = *settings;
        unvalidated.validate = false;
        const auto other = makeResolver(unvalidated);
        QVERIFY(other);
        a = (*other)->query("www.example.test", RecordType::A, p);
        QVERIFY2(a, qPrintable(a ? QString() : a.error().detail));
        QCOMPARE(a->records[0].as<IpAddress>()->text(), "192.0.2.1");
        QVERIFY(a->server.contains(QString::number(world.port())));
    }
    void whatCannotBeUsedIsSaid()
    {
        mail::DnsFacts facts;
        facts.servers = {QStringLiteral("dns.example")};
        facts.zones = {QStringLiteral("home.test")};
        QCOMPARE(settingsFor({}, {facts}).error().field, u"servers");
        DnsSettings settings;
        settings.way = DnsSettings::Way::Servers;
        settings.servers = {{"127.0.0.1", 53}};
        settings.stubs = {{"home.test", {}, {}}};
        QCOMPARE(makeResolver(settings).error().field, u"stubs");
        settings.stubs = {{"home..test", {{"127.0.0.1", 53}}, {}}};
        QCOMPARE(makeResolver(settings).error().field, u"stubs");
        settings.stubs = {{"home.test", {{"nowhere", 53}}, {}}};
        QCOMPARE(makeResolver(settings).error().field, u"servers");
        settings.stubs = {{"home.test", {{"127.0.0.1", 53}}, {"home.test. IN DS what"}}};
        QCOMPARE(makeResolver(settings).error().field, u"trustAnchors");
    }
};

QTEST_GUILESS_MAIN(Stubs)
#include "stubs.moc"
