// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the world shows a key: every name server of its zone is asked, each by itself.
#include "server/work/dnsworld.h"

#include "tests/dns/scriptedserver.h"

#include <QTest>

#include <mutex>

namespace {

const QByteArray name = "mw20261125a._domainkey.a.example";
const QByteArray text = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

// One name server of a.example.
class Server
{
public:
    Server()
        : m_server([this](const wire::DnsPacket &q, bool) { return answer(q); })
    {
        put("a.example", "SOA", "ns.a.example h.a.example 1 2 3 4 60");
        put("a.example", "NS", "ns1.a.example");
    }
    void put(const QByteArray &owner, const char *type, const QByteArray &value)
    {
        const std::lock_guard lock(m_mutex);
        m_records.append(*wire::recordFromText(owner, *wire::typeFromWord(type), value, 300));
    }
    void silence() { m_isSilent = true; }
    wire::DnsServer address() const { return {"127.0.0.1", m_server.port()}; }

private:
    std::optional<QByteArray> answer(const wire::DnsPacket &q)
    {
        if (m_isSilent)
            return {};
        const std::lock_guard lock(m_mutex);
        wire::DnsPacket packet = ScriptedServer::reply(q);
        packet.authoritative = true;
        bool exists = false;
        for (const wire::DnsRecord &record : m_records) {
            const bool isIt = record.name == wire::canonicalName(q.questionName);
            exists = exists || isIt;
            if (isIt && record.type == q.questionType)
                packet.answers.append(record);
        }
        if (packet.answers.isEmpty())
            packet.authority = {m_records.constFirst()};
        if (!exists)
            packet.rcode = 3;
        return wire::responsePacket(packet);
    }

    std::mutex m_mutex;
    QList<wire::DnsRecord> m_records;
    std::atomic<bool> m_isSilent{false};
    ScriptedServer m_server; // the last: it asks at once
};

// Long texts come in parts.
QByteArray quoted(const QByteArray &whole)
{
    return '"' + whole.left(20) + "\" \"" + whole.mid(20) + '"';
}

} // namespace

class World : public QObject
{
    Q_OBJECT

    Progress m_progress;

    static wire::DnsSettings asking(const QList<wire::DnsServer> &servers)
    {
        wire::DnsSettings settings;
        settings.way = wire::DnsSettings::Way::Servers;
        settings.servers = servers; // nobody else
        settings.stubs = {{"a.example", servers, {}}};
        settings.timeoutMs = 1000;
        return settings;
    }

private slots:
    void seenOnEveryNameServer()
    {
        Server one;
        Server two;
        hostwork::DnsWorld world(asking({one.address(), two.address()}));
        auto lacking = world.lacking(name, text, m_progress);
        QVERIFY(lacking);
        QCOMPARE(lacking->size(), 2);
        QVERIFY(lacking->at(0).endsWith(QStringLiteral("does not have it")));
        one.put(name, "TXT", quoted(text));
        lacking = world.lacking(name, text, m_progress);
        QCOMPARE(lacking->size(), 1);
        QVERIFY(lacking->at(0).contains(QString::number(two.address().port)));
        two.put(name, "TXT", quoted("v=DKIM1; k=ed25519; p=another"));
        lacking = world.lacking(name, text, m_progress);
        QCOMPARE(lacking->size(), 1);
        QVERIFY(lacking->at(0).endsWith(QStringLiteral("has another record")));
        two.put(name, "TXT", quoted(text));
        lacking = world.lacking(name, text, m_progress);
        QVERIFY(lacking && lacking->isEmpty());
    }

    void onesThatDoNotAnswer()
    {
        Server one;
        Server two;
        one.put(name, "TXT", quoted(text));
        two.silence();
        hostwork::DnsWorld world(asking({one.address(), two.address()}));
        const auto lacking = world.lacking(name, text, m_progress);
        QVERIFY(lacking);
        QCOMPARE(lacking->size(), 1);
        QVERIFY(lacking->at(0).contains(QStringLiteral("does not answer")));
    }

    void nobodyKnowsTheZone()
    {
        Server one;
        hostwork::DnsWorld world(asking({one.address()}));
        const auto lacking = world.lacking("mw._domainkey.elsewhere.example", text, m_progress);
        QVERIFY(!lacking);
        QVERIFY(lacking.error().kind != Error::Kind::Internal);
    }

    void stopped()
    {
        Server one;
        one.silence();
        hostwork::DnsWorld world(asking({one.address()}));
        Progress progress;
        progress.cancel();
        QCOMPARE(world.lacking(name, text, progress).error().kind, Error::Kind::Cancelled);
        hostwork::LookRequest request;
        request.domain = QStringLiteral("a.example");
        QCOMPARE(world.look(request, progress).error().kind, Error::Kind::Cancelled);
    }

    void aLook()
    {
        Server one;
        one.put(name, "TXT", quoted(text));
        one.put("a.example", "TXT", "\"v=spf1 -all\"");
        hostwork::DnsWorld world(asking({one.address()}));
        hostwork::LookRequest request;
        request.domain = QStringLiteral("a.example");
        request.at = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        mail::DkimKey key;
        key.domain = request.domain;
        key.selector = QStringLiteral("mw20261125a");
        key.state = mail::DkimState::Signing;
        key.record = QString::fromLatin1(text);
        request.keys = {key};
        const auto look = world.look(request, m_progress);
        QVERIFY(look);
        QCOMPARE(look->domain, request.domain);
        QCOMPARE(look->at, request.at);
        QHash<QString, QStringList> values;
        for (const mail::Published &record : look->records)
            values.insert(record.name + u' ' + record.type, record.values);
        QCOMPARE(values.value(QString::fromLatin1(name) + QStringLiteral(" TXT")),
                 QStringList{QString::fromLatin1(text)});
        QCOMPARE(values.value(QStringLiteral("a.example TXT")),
                 QStringList{QStringLiteral("v=spf1 -all")});
    }

    // A private host under a name that the world does not have: nobody is asked about the rest.
    void besideTheWorld()
    {
        Server one;
        Server world;
        world.silence();
        hostwork::DnsWorld dns(asking({world.address()}));
        hostwork::LookRequest request;
        request.domain = QStringLiteral("home.test");
        request.facts.servers = {QStringLiteral("127.0.0.1:%1").arg(one.address().port)};
        request.facts.zones = {request.domain};
        one.put("home.test", "SOA", "ns.home.test h.home.test 1 2 3 4 60");
        const auto look = dns.look(request, m_progress);
        QVERIFY(look);
        for (const mail::Finding &finding : look->findings)
            QVERIFY2(!finding.code.endsWith(QStringLiteral("lookup-failed")) &&
                         !finding.code.endsWith(QStringLiteral("bogus")),
                     qPrintable(finding.code));
    }
};

QTEST_GUILESS_MAIN(World)
#include "dnsworld.moc"
