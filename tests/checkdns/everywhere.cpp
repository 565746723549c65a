// SPDX-License-Identifier: GPL-3.0-or-later
// "Published but not yet seen everywhere" is told from "wrong": two name servers of one zone, and a
// resolver that remembers.
#include "app/check/dns/domaincheck.h"
#include "app/wire/dns/resolvers.h"
#include "app/wire/dns/zoneresolver.h"
#include "tests/dns/scriptedserver.h"

#include <QJsonArray>
#include <QTest>

#include <mutex>

using namespace check;

namespace {

using wire::RecordType;

// A name server whose zone a test can change.
class Server
{
public:
    explicit Server(quint32 serial)
        : m_server([this](const wire::DnsPacket &q, bool) { return answer(q); })
    {
        put("SOA", "ns.a.example h.a.example " + QByteArray::number(serial) + " 2 3 4 60");
        put("NS", "ns1.a.example");
        put("NS", "ns2.a.example");
    }
    void put(const char *type, const QByteArray &value, const QByteArray &name = "a.example")
    {
        const std::lock_guard lock(m_mutex);
        m_records.append(*wire::recordFromText(name, *wire::typeFromWord(type), value, 300));
    }
    void clear(const char *type, const QByteArray &name = "a.example")
    {
        const std::lock_guard lock(m_mutex);
        m_records.removeIf([&](const wire::DnsRecord &record) {
            return record.type == *wire::typeFromWord(type) && record.name == name;
        });
    }
    void refuse() { m_refuses = true; }
    wire::DnsServer address() const { return {"127.0.0.1", m_server.port()}; }

private:
    std::optional<QByteArray> answer(const wire::DnsPacket &q)
    {
        const std::lock_guard lock(m_mutex);
        wire::DnsPacket packet = ScriptedServer::reply(q);
        packet.authoritative = !m_refuses;
        if (m_refuses)
            return wire::responsePacket(packet);
        for (const wire::DnsRecord &record : m_records) {
            if (record.name == wire::canonicalName(q.questionName) && record.type == q.questionType)
                packet.answers.append(record);
            if (record.type == RecordType::SOA)
                packet.authority = {record};
        }
        if (!packet.answers.isEmpty())
            packet.authority.clear();
        return wire::responsePacket(packet);
    }

    std::mutex m_mutex;
    QList<wire::DnsRecord> m_records;
    std::atomic<bool> m_refuses{false};
    ScriptedServer m_server; // the last: it asks at once
};

void publish(Server &server)
{
    server.put("TXT", "\"v=spf1 mx -all\"");
    server.put("TXT", "\"v=DMARC1; p=reject; rua=mailto:d@a.example\"", "_dmarc.a.example");
    server.put("MX", "10 mx.a.example");
    server.put("A", "192.0.2.1", "mx.a.example");
}

wire::DnsSettings settingsFor(const QList<wire::DnsServer> &servers)
{
    wire::DnsSettings settings;
    settings.way = wire::DnsSettings::Way::Servers;
    settings.servers = servers; // nobody else
    settings.stubs = {{"example", servers, {}}};
    settings.timeoutMs = 2000;
    return settings;
}

} // namespace

class Everywhere : public QObject
{
    Q_OBJECT

    Progress m_progress;
    std::shared_ptr<wire::NameServers> m_servers;

    QList<mail::Finding> look(wire::Resolver &resolver)
    {
        DomainCheck what;
        what.domain = "a.example";
        what.nameServers = m_servers;
        const auto report = checkDomain(what, resolver, m_progress);
        if (!report)
            return {};
        QList<mail::Finding> out;
        for (const mail::Finding &finding : report->findings)
            if (finding.code.startsWith(u"spf") || finding.code.startsWith(u"dmarc") ||
                finding.code.startsWith(u"mx") || finding.code.startsWith(u"ns"))
                out.append(finding);
        return out;
    }
    static QString codes(const QList<mail::Finding> &findings)
    {
        QStringList out;
        for (const mail::Finding &finding : findings) {
            if (const QString text = sentence(finding); text.isEmpty() || text.contains(u'{'))
                out.append(QStringLiteral("no sentence"));
            out.append(finding.code);
        }
        return out.join(u' ');
    }

private slots:
    void agreed()
    {
        Server one(7);
        Server two(7);
        publish(one);
        publish(two);
        const wire::DnsSettings settings = settingsFor({one.address(), two.address()});
        m_servers = *wire::NameServers::create(settings);
        const auto resolver = wire::makeResolver(settings);
        QCOMPARE(codes(look(**resolver)), u"");
        DomainCheck what;
        what.domain = "a.example";
        what.nameServers = m_servers;
        const auto report = checkDomain(what, **resolver, m_progress);
        QCOMPARE(report->zone, "a.example");
        QCOMPARE(report->nameServers, (QList<QByteArray>{"ns1.a.example", "ns2.a.example"}));
        const auto zone = m_servers->of("x.y.a.example", m_progress);
        QCOMPARE(zone->zone, "a.example");
        QCOMPARE(zone->servers.size(), 2);
    }
    void theResolverRemembers()
    {
        Server server(7);
        publish(server);
        const wire::DnsSettings settings = settingsFor({server.address()});
        m_servers = *wire::NameServers::create(settings);
        const auto resolver = wire::makeResolver(settings);
        server.clear("TXT");
        QCOMPARE(codes(look(**resolver)), u"spf-none"); // nobody has one: wrong
        server.put("TXT", "\"v=spf1 mx -all\"");
        QList<mail::Finding> findings = look(**resolver); // still keeps that there is none
        QCOMPARE(codes(findings), u"spf-not-everywhere");
        QCOMPARE(findings[0].severity, mail::Severity::Warning);
        QCOMPARE(findings[0].facts.value(u"record").toString(), u"v=spf1 mx -all");
        QCOMPARE(findings[0].facts.value(u"old").toString(), u"–");
        QVERIFY(findings[0].facts.value(u"ttl").toInt() > 0);
        QVERIFY(findings[0].facts.value(u"ttl").toInt() <= 60);
        QCOMPARE(findings[0].facts.value(u"minutes").toInt(), 1);
        QCOMPARE(findings[0].facts.value(u"servers").toArray().size(), 2);

        // a change from one good record to another is only worth knowing
        QVERIFY((*resolver)->query("_dmarc.a.example", RecordType::TXT, m_progress));
        server.clear("TXT", "_dmarc.a.example");
        server.put("TXT", "\"v=DMARC1; p=quarantine; rua=mailto:d@a.example\"", "_dmarc.a.example");
        findings = look(**resolver);
        QCOMPARE(codes(findings), u"spf-not-everywhere dmarc-not-everywhere");
        QCOMPARE(findings[1].severity, mail::Severity::Information);
        // what is published is judged, not what is remembered
        server.clear("TXT");
        server.put("TXT", "\"v=spf1 +all\"");
        findings = look(**resolver);
        QVERIFY(codes(findings).contains(u"spf-lets-everyone"));
    }
    void serversThatLag()
    {
        Server fresh(5);
        Server stale(0xffffff00); // older: the count went round (RFC 1982)
        publish(fresh);
        publish(stale);
        stale.clear("MX");
        stale.put("MX", "10 old.example");
        const wire::DnsSettings settings = settingsFor({stale.address(), fresh.address()});
        m_servers = *wire::NameServers::create(settings);
        const auto resolver = wire::makeResolver(settings);
        const QList<mail::Finding> findings = look(**resolver);
        QCOMPARE(codes(findings), u"mx-servers-differ");
        QCOMPARE(findings[0].severity, mail::Severity::Warning);
        QCOMPARE(findings[0].facts.value(u"record").toString(), u"10 mx.a.example");
        QCOMPARE(findings[0].facts.value(u"old").toString(), u"10 old.example");
        QVERIFY(findings[0].facts.value(u"where").toString().contains(
            QString::number(stale.address().port)));
    }
    void serversThatDoNotKnowTheZone()
    {
        Server good(7);
        Server lame(7);
        publish(good);
        lame.refuse();
        quint16 gone = 0;
        {
            const Server briefly(7);
            gone = briefly.address().port;
        }
        wire::DnsSettings settings =
            settingsFor({good.address(), lame.address(), {"127.0.0.1", gone}});
        m_servers = *wire::NameServers::create(settings);
        auto resolver = wire::makeResolver(settings);
        QCOMPARE(codes(look(**resolver)), u"ns-lame ns-silent");
        // none can be asked: then nothing is said about them
        const auto view = wire::ZoneResolver::fromJson(R"({
          "a.example": [{"type": "SOA", "value": "ns.a.example h.a.example 7 2 3 4 60"},
                        {"type": "TXT", "value": "v=spf1 -all"}, {"type": "MX", "value": [0, ""]}],
          "_dmarc.a.example": [{"type": "TXT", "value": "v=DMARC1; p=reject; rua=mailto:d@a.example"}]})");
        QVERIFY(view);
        settings = settingsFor({lame.address()});
        m_servers = *wire::NameServers::create(settings);
        QCOMPARE(codes(look(**view)), u"mx-null"); // the zone is not even found by them
    }
};

QTEST_GUILESS_MAIN(Everywhere)
#include "everywhere.moc"
