// SPDX-License-Identifier: GPL-3.0-or-later
// A message as its receiver judges it: signatures, sender, policy.
#include "app/check/dns/message.h"
#include "app/wire/dns/zoneresolver.h"
#include "tests/checkdns/dkimsigner.h"

#include <QTest>

using namespace check;

class Message : public QObject
{
    Q_OBJECT

    Progress m_progress;
    DkimSigner m_signer{2048};

    std::shared_ptr<wire::ZoneResolver> zone(const char *policy = "v=DMARC1; p=reject; sp=none")
    {
        auto out = std::make_shared<wire::ZoneResolver>();
        const auto text = [&](const char *name, const QByteArray &value) {
            out->add(wire::DnsRecord{name, wire::RecordType::TXT, 60, wire::TxtData{value}});
        };
        text("sel._domainkey.a.example", m_signer.record());
        text("_dmarc.a.example", policy);
        text("a.example", "v=spf1 ip4:192.0.2.1 -all");
        text("bounce.a.example", "v=spf1 ip4:192.0.2.1 -all");
        text("list.example", "v=spf1 ip4:192.0.2.1 -all");
        return out;
    }
    QByteArray message(const QByteArray &from = "Joe <joe@a.example>")
    {
        return "From: " + from + "\r\nTo: x@b.example\r\nSubject: x\r\nDate: x\r\n\r\nHello\r\n";
    }
    QByteArray isSigned(const QByteArray &text) { return m_signer.sign(text, {}); }
    MessageReport judge(const QByteArray &text, const MessageOrigin &origin = {},
                        const char *policy = "v=DMARC1; p=reject; sp=none")
    {
        const auto report = judgeMessage(text, origin, *zone(policy), m_progress,
                                         QDateTime::currentSecsSinceEpoch());
        return report ? *report : MessageReport();
    }
    static MessageOrigin from(const char *ip, const char *mailFrom)
    {
        return {wire::IpAddress::parse(ip), "mail.a.example", mailFrom};
    }

private slots:
    void signedByItsDomain()
    {
        MessageReport r = judge(isSigned(message()));
        QCOMPARE(r.signatures.size(), 1);
        QCOMPARE(r.signatures[0].result, DkimResult::Pass);
        QCOMPARE(r.fromDomains, QList<QByteArray>{"a.example"});
        QVERIFY(r.effect.applies && r.effect.pass && r.effect.dkimAligned);
        QVERIFY(!r.spf);
        // saved by an editor with bare line feeds
        r = judge(isSigned(message()).replace("\r\n", "\n"));
        QVERIFY(r.effect.pass);
        // forged
        r = judge(isSigned(message()).replace("Hello", "Hallo"));
        QVERIFY(!r.effect.pass);
        QCOMPARE(r.effect.disposition, DmarcPolicy::Reject);
        // from a subdomain the signature is aligned unless the policy is strict
        r = judge(isSigned(message("joe@mail.a.example")));
        QVERIFY(r.effect.pass);
        r = judge(isSigned(message("joe@mail.a.example")), {}, "v=DMARC1; p=reject; adkim=s");
        QVERIFY(!r.effect.pass);
    }
    void handedInByAHost()
    {
        MessageReport r = judge(message(), from("192.0.2.1", "bounce@a.example"));
        QCOMPARE(r.spf->result, SpfResult::Pass);
        QVERIFY(r.effect.pass && r.effect.spfAligned && !r.effect.dkimAligned);
        r = judge(message(), from("192.0.2.1", "x@bounce.a.example")); // relaxed
        QVERIFY(r.effect.pass);
        r = judge(message(), from("192.0.2.1", "x@bounce.a.example"), "v=DMARC1; p=reject; aspf=s");
        QVERIFY(!r.effect.pass);
        r = judge(message(), from("192.0.2.1", "owner@list.example")); // passes for another
        QCOMPARE(r.spf->result, SpfResult::Pass);
        QVERIFY(!r.effect.pass);
        r = judge(message(), from("192.0.2.9", "bounce@a.example"));
        QCOMPARE(r.spf->result, SpfResult::Fail);
        QVERIFY(!r.effect.pass);
    }
    void whoItIsFrom_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("domains");
        const auto row = [](const char *value, const char *domains) {
            QTest::newRow(value) << QByteArray(value) << QByteArray(domains);
        };
        row("joe@a.example", "a.example");
        row(" Joe <joe@A.example> ", "a.example");
        row("\"x@evil.example\" <joe@a.example>", "a.example");
        row("Joe (x@evil.example) <joe@a.example>", "a.example");
        row("\"a, b\" <joe@a.example>, jim@a.example", "a.example");
        row("joe@a.example, jim@b.example", "a.example b.example");
        row("\"j@x\"@a.example", "a.example");
        row("joe@b\xc3\xbc"
            "cher.example",
            "xn--bcher-kva.example");
        row("team: joe@a.example, jim@b.example;", "a.example b.example");
        row("(\\) x@evil.example) joe@a.example", "a.example");
        row("nobody", "");
        row("", "");
        row("<joe@a.example", "a.example");
    }
    void whoItIsFrom()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, domains);
        QCOMPARE(fromDomains(value).join(' '), domains);
        const MessageReport r = judge(message(value));
        QCOMPARE(r.dmarc.has_value(), domains.count(' ') == 0 && !domains.isEmpty());
    }
    void twoFromFields()
    {
        const MessageReport r = judge("From: joe@a.example\r\nFrom: jim@b.example\r\n\r\nx\r\n");
        QCOMPARE(r.fromDomains.size(), 2);
        QVERIFY(!r.dmarc);
        Progress stopped;
        stopped.cancel();
        QCOMPARE(judgeMessage(isSigned(message()), {}, *zone(), stopped, 0).error().kind,
                 Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(Message)
#include "message.moc"
