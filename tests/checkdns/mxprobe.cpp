// SPDX-License-Identifier: GPL-3.0-or-later
// Mail hosts asked by SMTP: what they show against what TLSA names, and what cannot be asked.
#include "app/check/dns/certificate.h"
#include "app/check/dns/repair.h"
#include "app/wire/dns/zoneresolver.h"
#include "tests/support/scriptedpeer.h"

#include <QSslCertificate>
#include <QTest>

using namespace check;

namespace {

using wire::RecordType;

QList<QByteArray> encrypting()
{
    return {"S: 220 mx.a.example ESMTP",
            "C: EHLO",
            "S: 250-mx.a.example\r\n250 STARTTLS",
            "C: STARTTLS",
            "S: 220 go",
            "TLS",
            "C: EHLO",
            "S: 250 mx.a.example",
            "C: NOOP",
            "S: 250 ok",
            "C: QUIT",
            "S: 221 bye"};
}

QList<QByteArray> plain()
{
    return {"S: 220 mx.a.example ESMTP",
            "C: EHLO",
            "S: 250-mx.a.example\r\n250 SIZE 1000",
            "C: NOOP",
            "S: 250 ok",
            "C: QUIT",
            "S: 221 bye"};
}

} // namespace

class MxProbe : public QObject
{
    Q_OBJECT

    TestCertificate m_certificate;
    QByteArray m_der;
    Progress m_progress;

    std::shared_ptr<wire::ZoneResolver> zone(const QList<QByteArray> &tlsa, bool isSigned = true,
                                             const char *second = nullptr)
    {
        QByteArray json =
            "{'a.example': [%, {'type': 'MX', 'value': [10, 'mx.a.example']},"
            "               {'type': 'SOA', 'value': 'ns.a.example h.a.example 1 2 3 4 5'}],"
            " 'mx.a.example': [%, {'type': 'A', 'value': '127.0.0.1'}],"
            " '_25._tcp.mx.a.example': [%]}";
        json.replace('%', QByteArray("{'type': 'SECURITY', 'value': '") +
                              (isSigned ? "secure" : "insecure") + "'}");
        auto out = *wire::ZoneResolver::fromJson(json.replace('\'', '"'));
        for (const QByteArray &value : tlsa)
            out->add("_25._tcp.mx.a.example", RecordType::TLSA, value);
        if (second) {
            out->add("a.example", RecordType::MX, "20 mx2.a.example");
            out->add("mx2.a.example", RecordType::A, second);
        }
        return out;
    }
    QByteArray tlsa(quint8 usage = 3) const
    {
        auto data = *tlsaFor(m_der);
        data.usage = usage;
        return wire::DnsRecord{{}, RecordType::TLSA, 0, data}.dataText();
    }
    DomainReport look(wire::Resolver &resolver, quint16 port, bool told = false, qint64 now = 0)
    {
        MxProbeSettings settings;
        settings.port = port;
        settings.portIsTold = told;
        settings.options.idleTimeout = 1000;
        DomainCheck what;
        what.domain = "a.example";
        what.prober = std::make_shared<MxProber>(settings);
        what.now = now;
        const auto report = checkDomain(what, resolver, m_progress);
        return report ? *report : DomainReport();
    }
    static QString codes(const DomainReport &report)
    {
        QStringList out;
        for (const mail::Finding &finding : report.findings) {
            const bool mine = finding.code.startsWith(u"mx") || finding.code.startsWith(u"tlsa");
            if (!mine)
                continue;
            if (const QString text = sentence(finding); text.isEmpty() || text.contains(u'{'))
                out.append(QStringLiteral("no sentence"));
            out.append(QString(mail::word(finding.severity))[0] + u':' + finding.code);
        }
        return out.join(u' ');
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_certificate.isValid());
        m_der = QSslCertificate(m_certificate.certificate()).toDer();
    }
    void daneFits()
    {
        LinePeer peer(encrypting(), &m_certificate);
        const DomainReport report =
            look(*zone({tlsa(), "3 1 1 " + QByteArray(64, 'a')}), peer.port());
        QCOMPARE(peer.surprise(), QByteArray());
        // names, dates and authorities say nothing then
        QCOMPARE(codes(report), u"i:tlsa-match i:mx-encrypts");
        QVERIFY(report.hosts[0].tlsaSecure);
        QVERIFY((*report.hosts[0].greeting)->isEncrypted);
    }
    void daneAlone()
    {
        LinePeer peer(encrypting(), &m_certificate);
        QCOMPARE(codes(look(*zone({tlsa()}), peer.port())),
                 u"i:tlsa-match i:tlsa-rollover i:mx-encrypts");
    }
    void daneDoesNotFit()
    {
        LinePeer peer(encrypting(), &m_certificate);
        const DomainReport report = look(*zone({"3 1 1 " + QByteArray(64, 'a')}), peer.port());
        QCOMPARE(codes(report), u"e:tlsa-mismatch i:mx-encrypts i:mx-certificate-expires "
                                u"i:mx-certificate-name i:mx-certificate-untrusted");
        // and the record that would
        RepairBasis basis;
        basis.zone.emplace();
        basis.zone->name = QStringLiteral("a.example");
        const Proposal proposal = daneRepair(report, basis);
        QCOMPARE(proposal.changes.changes.size(), 1);
        QCOMPARE(proposal.changes.changes[0].after.value(u"target").toString().toUtf8(), tlsa());
        QCOMPARE(proposal.changes.changes[0].after.value(u"source").toString(), u"_25._tcp.mx");
        QVERIFY(daneRepair(report, {}).isEmpty()); // somebody else's zone
    }
    void withoutDane()
    {
        const auto facts = certificateFacts(m_der);
        QVERIFY(facts && facts->isSelfSigned);
        QVERIFY(facts->until > facts->from);
        QVERIFY(!certificateFacts("nothing"));
        QVERIFY(!isForHost(m_der, "mx.a.example"));
        const qint64 later = facts->until.toSecsSinceEpoch() + 10;
        QCOMPARE(*isTrusted({m_der}, m_certificate.file(), later - 20), true);
        QCOMPARE(*isTrusted({m_der}, {}, later - 20), false);
        QCOMPARE(*isTrusted({m_der}, m_certificate.file(), later), false);
        {
            LinePeer peer(encrypting(), &m_certificate);
            QCOMPARE(codes(look(*zone({}, false), peer.port(), false, later)),
                     u"i:mx-encrypts w:mx-certificate-expired i:mx-certificate-name");
        }
        {
            LinePeer peer(plain());
            QCOMPARE(codes(look(*zone({}, false), peer.port())), u"w:mx-no-encryption");
        }
        LinePeer peer(plain());
        QCOMPARE(codes(look(*zone({tlsa()}), peer.port())), u"e:tlsa-no-encryption");
    }
    void unsignedDaneDoesNotCount()
    {
        LinePeer peer(encrypting(), &m_certificate);
        QCOMPARE(codes(look(*zone({tlsa()}, false), peer.port())),
                 u"w:tlsa-not-signed i:mx-encrypts i:mx-certificate-expires "
                 u"i:mx-certificate-name i:mx-certificate-untrusted");
    }
    void silence()
    {
        quint16 port = 0;
        {
            LinePeer gone({"S: 220 x"});
            port = gone.port();
        }
        // nobody knows whether the network lets us
        QCOMPARE(codes(look(*zone({}, false), port)), u"i:mx-not-asked");
        // the service said that it is this port
        QCOMPARE(codes(look(*zone({}, false), port, true)), u"e:mx-unreachable");
        // one answers, so the network does, and the other is down
        LinePeer peer(encrypting(), &m_certificate);
        const DomainReport report = look(*zone({}, false, "127.0.0.77"), peer.port());
        QVERIFY2(codes(report).endsWith(u"w:mx-unreachable"), qPrintable(codes(report)));
        LinePeer busy({"S: 554 no mail today", "C: QUIT"});
        QCOMPARE(codes(look(*zone({}, false), busy.port())), u"e:mx-refuses");
    }
    void eachHostOnce()
    {
        LinePeer peer(encrypting(), &m_certificate);
        MxProbeSettings settings;
        settings.port = peer.port();
        MxProber prober(settings);
        std::vector<std::thread> callers;
        callers.reserve(6);
        std::atomic<int> reached{0};
        for (int i = 0; i < 6; ++i)
            callers.emplace_back([&] {
                Progress p;
                reached += prober.probe("MX.a.example", {"127.0.0.1"}, p).has_value() ? 1 : 0;
            });
        for (std::thread &caller : callers)
            caller.join();
        QCOMPARE(reached.load(), 6);
        QCOMPARE(peer.connections(), 1);
        QVERIFY(prober.reachedAny());
        Progress stopped;
        stopped.cancel();
        QCOMPARE(prober.probe("other.example", {"127.0.0.1"}, stopped).error().kind,
                 Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(MxProbe)
#include "mxprobe.moc"
