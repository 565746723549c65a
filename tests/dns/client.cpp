// SPDX-License-Identifier: GPL-3.0-or-later
// One server asked directly: everything that can come back, and everything that can fail to.
#include "app/wire/dns/dnsclient.h"
#include "tests/dns/scriptedserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace wire;

namespace {

DnsRecord rr(const QByteArray &name, RecordType type, const char *value)
{
    return *recordFromText(name, type, value, 60);
}

QByteArray said(const DnsPacket &question, const char *address = "192.0.2.1")
{
    return responsePacket(
        ScriptedServer::reply(question, {rr(question.questionName, RecordType::A, address)}));
}

Result<DnsPacket> ask(const ScriptedServer &server, const QByteArray &name,
                      RecordType type = RecordType::A, ClientSettings settings = {})
{
    settings.timeoutMs = 1500;
    DnsClient client({"127.0.0.1", server.port()}, settings);
    Progress p;
    return client.ask({{name, type}}, p).constFirst();
}

} // namespace

class Client : public QObject
{
    Q_OBJECT

private slots:
    void manyAtOnce()
    {
        std::atomic<int> mixed{0};
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            if (q.questionName != q.questionName.toLower())
                ++mixed;
            return said(q);
        });
        ClientSettings settings;
        settings.window = 7; // fewer than questions
        DnsClient client({"127.0.0.1", server.port()}, settings);
        QList<DnsQuestion> questions;
        for (int i = 0; i < 100; ++i)
            questions.append({"host" + QByteArray::number(i) + ".example.test", RecordType::A});
        // several callers share the window
        std::vector<std::thread> callers;
        callers.reserve(4);
        std::atomic<int> right{0};
        for (int c = 0; c < 4; ++c)
            callers.emplace_back([&] {
                Progress p;
                const auto answers = client.ask(questions, p);
                for (qsizetype i = 0; i < answers.size(); ++i)
                    if (answers[i] &&
                        canonicalName(answers[i]->questionName) == questions[i].name &&
                        answers[i]->answers.size() == 1)
                        ++right;
            });
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(right.load(), 400);
        QVERIFY(mixed > 300); // 0x20
    }
    void rcodesAreAnswers()
    {
        const ScriptedServer server([](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            return responsePacket(ScriptedServer::reply(q, {}, q.questionName.size() % 16));
        });
        QCOMPARE(ask(server, "a.b")->rcode, 3);
        QCOMPARE(ask(server, "ab")->rcode, 2);
        QCOMPARE(ask(server, "a.bcd")->rcode, 5);
        QVERIFY(ask(server, ".")); // the root has a name, too
        QCOMPARE(ask(server, "a..b").error().kind, Error::Kind::Invalid);
    }
    void truncatedGoesOverTcp()
    {
        // as much as one packet can hold
        const TxtData strings(250, QByteArray(255, 'x'));
        const ScriptedServer server([&](const DnsPacket &q, bool tcp) -> std::optional<QByteArray> {
            DnsPacket packet = ScriptedServer::reply(q);
            packet.truncated = !tcp;
            if (tcp)
                packet.answers = {{q.questionName, RecordType::TXT, 60, strings}};
            return responsePacket(packet);
        });
        const auto packet = ask(server, "big.example.test", RecordType::TXT);
        QVERIFY2(packet, qPrintable(packet ? QString() : packet.error().detail));
        QCOMPARE(packet->answers[0].txt().size(), 250 * 255);
        QCOMPARE(*packet->answers[0].as<TxtData>(), strings);
    }
    void aServerThatLosesTheSpelling()
    {
        std::atomic<int> overTcp{0};
        const ScriptedServer server([&](DnsPacket q, bool tcp) -> std::optional<QByteArray> {
            overTcp += tcp ? 1 : 0;
            q.questionName = q.questionName.toLower();
            return said(q);
        });
        QVERIFY(ask(server, "abcdefghijklmnopqrstuvwxyz.example.test"));
        QCOMPARE(overTcp.load(), 1);
    }
    void whatIsNotTheAnswer()
    {
        std::atomic<int> asked{0};
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            DnsPacket other = q;
            switch (asked++) {
            case 0: // somebody's guess at the id
                other.id = quint16(q.id ^ 1);
                return said(other, "192.0.2.66");
            case 1:
                other.questionName = "other.example.test";
                return said(other, "192.0.2.66");
            default:
                return said(q);
            }
        });
        const auto packet = ask(server, "www.example.test");
        QVERIFY2(packet, qPrintable(packet ? QString() : packet.error().detail));
        QCOMPARE(packet->answers[0].as<IpAddress>()->text(), "192.0.2.1");
        QCOMPARE(asked.load(), 3); // it was asked again each time
    }
    void oneThatIsOnlyAGuess()
    {
        const ScriptedServer server([](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            DnsPacket other = q;
            other.id = quint16(q.id + 1);
            return said(other);
        });
        QCOMPARE(ask(server, "www.example.test").error().code, u"timeout");
    }
    void unreadable()
    {
        const ScriptedServer server([](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            QByteArray bytes = said(q);
            bytes.truncate(bytes.size() - 2);
            return bytes;
        });
        const auto packet = ask(server, "www.example.test");
        QCOMPARE(packet.error().kind, Error::Kind::Protocol);
        QCOMPARE(packet.error().code, u"malformed");
        const ScriptedServer overTcp([](const DnsPacket &q, bool tcp) -> std::optional<QByteArray> {
            DnsPacket cut = ScriptedServer::reply(q);
            cut.truncated = true;
            return tcp ? QByteArray("rubbish, and not even long enough") : responsePacket(cut);
        });
        QCOMPARE(ask(overTcp, "www.example.test").error().code, u"malformed");
        const ScriptedServer hangsUp([](const DnsPacket &q, bool tcp) -> std::optional<QByteArray> {
            DnsPacket cut = ScriptedServer::reply(q);
            cut.truncated = true;
            return tcp ? std::optional<QByteArray>() : responsePacket(cut);
        });
        QCOMPARE(ask(hangsUp, "www.example.test").error().code, u"unreachable");
    }
    void silenceAndLoss()
    {
        std::atomic<int> asked{0};
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            if (canonicalName(q.questionName).startsWith("lost") && asked++ > 0)
                return said(q);
            return {};
        });
        QVERIFY(ask(server, "lost.example.test"));
        QElapsedTimer timer;
        timer.start();
        const auto packet = ask(server, "silent.example.test");
        QCOMPARE(packet.error().kind, Error::Kind::Offline);
        QCOMPARE(packet.error().code, u"timeout");
        QVERIFY(timer.elapsed() < 6000);
    }
    void nobodyThere()
    {
        quint16 port = 0;
        {
            const ScriptedServer gone(
                [](const DnsPacket &, bool) -> std::optional<QByteArray> { return {}; });
            port = gone.port();
        }
        DnsClient client({"127.0.0.1", port});
        Progress p;
        const auto answers = client.ask({{"a.test", RecordType::A}, {"b.test", RecordType::A}}, p);
        for (const auto &answer : answers) {
            QCOMPARE(answer.error().kind, Error::Kind::Offline);
            QCOMPARE(answer.error().code, u"unreachable");
        }
    }
    void oldServersKnowNoEdns()
    {
        std::atomic<int> asked{0};
        const ScriptedServer server([&](const DnsPacket &q, bool) -> std::optional<QByteArray> {
            if (asked++ == 0)
                return responsePacket(ScriptedServer::reply(q, {}, 1));
            return said(q);
        });
        const auto packet = ask(server, "www.example.test");
        QVERIFY(packet);
        QCOMPARE(packet->rcode, 0);
    }
    void cancelledInBetween()
    {
        Progress p;
        const ScriptedServer server([&](const DnsPacket &, bool) -> std::optional<QByteArray> {
            p.cancel();
            return {};
        });
        ClientSettings settings;
        settings.timeoutMs = 300;
        settings.window = 1;
        DnsClient client({"127.0.0.1", server.port()}, settings);
        QCOMPARE(client.ask({{"a.test", RecordType::A}}, p).constFirst().error().kind,
                 Error::Kind::Cancelled);
        Progress other; // its place is free again
        QCOMPARE(client.ask({{"a.test", RecordType::A}}, other).constFirst().error().code,
                 u"timeout");
    }
};

QTEST_GUILESS_MAIN(Client)
#include "client.moc"
