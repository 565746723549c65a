// SPDX-License-Identifier: GPL-3.0-or-later
// mailwright-check as a program: what it prints, how it ends.
#include "tests/checkdns/dkimsigner.h"
#include "tests/dns/powerdns.h"
#include "tests/support/scriptedpeer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class Command : public QObject
{
    Q_OBJECT

    struct Ran
    {
        int code = -1;
        QByteArray out, err;
    };
    static Ran run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(COMMAND), arguments);
        if (!process.waitForFinished(20000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QString write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    QTemporaryDir m_folder;

private slots:
    void spf()
    {
        const QString zone = write("zone.json", R"({
          "a.example": [{"type": "TXT", "value": ["v=spf1 ip4:192.0.2.1", " -all exp=why.a.example"]}],
          "why.a.example": [{"type": "TXT", "value": "%{i} may not send for %{d}"}],
          "b.example": [{"type": "TXT", "value": "v=spf1 -all"}],
          "slow.example": [{"type": "TIMEOUT"}],
          "mail.h.example": [{"type": "TXT", "value": "v=spf1 ~all"}]
        })");
        const auto ask = [&](const char *ip, const char *helo, const char *from,
                             const QStringList &more = {}) {
            return run(QStringList{QStringLiteral("spf"), QStringLiteral("--zone"), zone,
                                   QStringLiteral("--ip"), QLatin1String(ip),
                                   QStringLiteral("--helo"), QLatin1String(helo),
                                   QStringLiteral("--mailfrom"), QLatin1String(from)} +
                       more);
        };
        Ran r = ask("192.0.2.1", "mail.h.example", "joe@a.example");
        QCOMPARE(r.out, "pass\n");
        QCOMPARE(r.code, 0);
        r = ask("192.0.2.2", "mail.h.example", "<joe@a.example>");
        QCOMPARE(r.out, "fail\n192.0.2.2 may not send for a.example\n");
        QCOMPARE(r.code, 0);
        QCOMPARE(ask("192.0.2.2", "mail.h.example", "joe@b.example").out, "fail\n");
        QCOMPARE(ask("192.0.2.2", "mail.h.example", "").out, "softfail\n");
        QCOMPARE(ask("192.0.2.2", "mail.h.example", "<>").out, "softfail\n");
        QCOMPARE(ask("192.0.2.2", "x", "joe@slow.example").out, "temperror\n");
        QCOMPARE(ask("192.0.2.2", "x", "joe@none.example").out, "none\n");
        r = ask("192.0.2.2", "x", "joe@b.example", {QStringLiteral("--exit-code")});
        QCOMPARE(r.code, 10);
        r = ask("192.0.2.2", "x", "joe@b.example", {QStringLiteral("--verbose")});
        QVERIFY(r.err.contains("b.example: -all"));
        r = ask("192.0.2.2", "x", "joe@b.example", {QStringLiteral("--json")});
        QVERIFY(r.out.contains("\"term\": \"-all\""));
    }
    void domains()
    {
        const QString zone = write("domains.json", R"({
          "good.example": [{"type": "MX", "value": [10, "mx.good.example"]},
                           {"type": "TXT", "value": "v=spf1 mx -all"}],
          "_dmarc.good.example": [{"type": "TXT", "value": "v=DMARC1; p=reject; rua=mailto:d@good.example"}],
          "mx.good.example": [{"type": "A", "value": "192.0.2.1"}],
          "1.2.0.192.in-addr.arpa": [{"type": "PTR", "value": "mx.good.example"}],
          "weak.example": [{"type": "MX", "value": [10, "mx.good.example"]},
                           {"type": "TXT", "value": "v=spf1 mx ?all"}],
          "_dmarc.weak.example": [{"type": "TXT", "value": "v=DMARC1; p=none; rua=mailto:d@weak.example"}]
        })");
        const auto ask = [&](QStringList arguments) {
            return run(arguments << QStringLiteral("--zone") << zone);
        };
        Ran r = ask({QStringLiteral("good.example")});
        QVERIFY2(r.out.startsWith("good.example\n"), r.out);
        QVERIFY(r.out.contains("  fine: "));
        QCOMPARE(r.code, 0);
        r = ask({QStringLiteral("weak.example"), QStringLiteral("good.example")});
        QCOMPARE(r.code, 1);
        QVERIFY(r.out.startsWith("weak.example\n  warning: "));
        QVERIFY(r.out.contains("\ngood.example\n"));
        r = ask({QStringLiteral("none.example")});
        QCOMPARE(r.code, 2);
        QVERIFY(r.out.contains("  error: none.example does not exist in DNS. ["));
        r = ask({QStringLiteral("weak.example"), QStringLiteral("--json")});
        QVERIFY(r.out.contains("\"code\": \"spf-neutral-end\""));
        QVERIFY(r.out.contains("\"worst\": \"warning\""));
    }
    void dkim()
    {
        const DkimSigner signer(2048);
        const QByteArray message = signer.sign(
            "From: joe@a.example\r\nTo: x@b.example\r\nSubject: x\r\nDate: x\r\n\r\nHello\r\n", {});
        const QString zone =
            write("dkim.json", "{\"sel._domainkey.a.example\": [{\"type\": \"TXT\", \"value\": \"" +
                                   signer.record() + "\"}]}");
        const auto ask = [&](const QString &file, const QStringList &more = {}) {
            return run(QStringList{QStringLiteral("dkim"), file, QStringLiteral("--zone"), zone} +
                       more);
        };
        Ran r = ask(write("good.eml", message));
        QVERIFY2(r.out.startsWith("pass d=a.example s=sel a=rsa-sha256\n"), r.out);
        QCOMPARE(r.code, 0);
        r = ask(write("lf.eml", QByteArray(message).replace("\r\n", "\n")));
        QCOMPARE(r.code, 0);
        r = ask(write("bad.eml", QByteArray(message).replace("Hello", "Hallo")));
        QVERIFY(r.out.startsWith("fail "));
        QVERIFY(r.out.contains("  - The body was changed"));
        QCOMPARE(r.code, 1);
        r = ask(write("none.eml", "From: a@b.example\r\n\r\nx"));
        QCOMPARE(r.out, "none\n");
        QCOMPARE(r.code, 1);
        r = ask(m_folder.filePath(QStringLiteral("good.eml")), {QStringLiteral("--json")});
        QVERIFY(r.out.contains("\"result\": \"pass\""));
        QCOMPARE(ask(QStringLiteral("/nowhere.eml")).code, 64);
    }
    void message()
    {
        const DkimSigner signer(2048);
        const QByteArray message =
            signer.sign("From: joe@a.example\r\nTo: x@b.example\r\nSubject: x\r\nDate: "
                        "x\r\n\r\nHello\r\n",
                        {});
        const QString zone = write(
            "policy.json",
            "{\"sel._domainkey.a.example\": [{\"type\": \"TXT\", \"value\": \"" + signer.record() +
                "\"}], \"_dmarc.a.example\": [{\"type\": \"TXT\", \"value\": \"v=DMARC1; "
                "p=reject\"}], \"a.example\": [{\"type\": \"TXT\", \"value\": \"v=spf1 "
                "ip4:192.0.2.1 -all\"}]}");
        const auto ask = [&](const QString &file, const QStringList &more = {}) {
            return run(QStringList{QStringLiteral("dkim"), file, QStringLiteral("--zone"), zone,
                                   QStringLiteral("--dmarc")} +
                       more);
        };
        Ran r = ask(write("signed.eml", message));
        QVERIFY2(r.out.endsWith("\ndmarc: pass for a.example by dkim\n"), r.out);
        const QString forged = write("forged.eml", QByteArray(message).replace("Hello", "Hallo"));
        r = ask(forged);
        QVERIFY2(r.out.endsWith("\ndmarc: fail for a.example, asked is reject\n"), r.out);
        r = ask(forged, {QStringLiteral("--ip"), QStringLiteral("192.0.2.1"),
                         QStringLiteral("--mailfrom"), QStringLiteral("<joe@a.example>")});
        QVERIFY2(r.out.endsWith("\nspf: pass for a.example\ndmarc: pass for a.example by spf\n"),
                 r.out);
        r = ask(forged, {QStringLiteral("--json")});
        const QJsonObject json = QJsonDocument::fromJson(r.out).object();
        QCOMPARE(json[QLatin1String("dmarc")][QLatin1String("asked")].toString(), u"reject");
    }
    void everything()
    {
        QVERIFY2(PowerDns::isInstalled(), "PowerDNS is missing");
        const TestCertificate certificate;
        LinePeer host({"S: 220 mx.a.test ESMTP", "C: EHLO", "S: 250-mx.a.test\r\n250 STARTTLS",
                       "C: STARTTLS", "S: 220 go", "TLS", "C: EHLO", "S: 250 mx.a.test", "C: NOOP",
                       "S: 250 ok", "C: QUIT", "S: 221 bye"},
                      &certificate);
        PowerDns dns;
        const QByteArray soa = "@ SOA ns.a.test. h.a.test. 1 3600 600 86400 60\n@ NS ns.a.test.\n";
        QVERIFY(dns.add("a.test", soa +
                                      "ns A 127.0.0.1\n@ TXT \"v=spf1 mx -all\"\n@ MX 10 mx\n"
                                      "mx A 127.0.0.1\n_dmarc TXT \"v=DMARC1; p=reject; pct=50\"\n"
                                      "_25._tcp.mx TLSA 3 1 1 " +
                                      QByteArray(64, 'a') + '\n'));
        QVERIFY(dns.add("b.test", soa));
        QVERIFY(dns.secure("a.test"));
        QVERIFY2(dns.start(), dns.log());
        const QString server = QStringLiteral("127.0.0.1:%1").arg(dns.server().port);
        const QStringList asking{
            QStringLiteral("--resolver"),     server,
            QStringLiteral("--stub"),         QStringLiteral("a.test@") + server,
            QStringLiteral("--trust-anchor"), QString::fromUtf8(dns.anchor("a.test")),
            QStringLiteral("--smtp-port"),    QString::number(host.port())};
        Ran r = run(QStringList{QStringLiteral("a.test"), QStringLiteral("--verbose")} + asking);
        for (const char *line :
             {"\n  error: The mail host mx.a.test shows a certificate that none of its TLSA",
              "\n  SPF, 1 lookups: v=spf1 mx -all\n    mx (1): 127.0.0.1\n    -all\n",
              "\n    SPF failed, DKIM failed: reject for 50 %, quarantine for the rest\n",
              "\n  MX 10 mx.a.test 127.0.0.1\n    TLSA: the mail host's own certificate, by the",
              "\n  DNSSEC\n    a.test: secure\n",
              "ECDSAP256SHA256 SHA-256 matches (trust anchor)\n", "\n      SOA signed by "})
            QVERIFY2(r.out.contains(line), line + ("\n" + r.out));
        QCOMPARE(r.code, 2);
        r = run(QStringList{QStringLiteral("a.test"), QStringLiteral("--json")} + asking);
        const QJsonObject json = QJsonDocument::fromJson(r.out).array().at(0).toObject();
        QCOMPARE(json[QLatin1String("dnssec")].toString(), u"secure");
        QCOMPARE(json[QLatin1String("zone")].toString(), u"a.test");
        QCOMPARE(json[QLatin1String("chain")][QLatin1String("security")].toString(), u"secure");
        QCOMPARE(json[QLatin1String("nameServers")].toArray().size(), 1);
        QCOMPARE(json[QLatin1String("dmarc")][QLatin1String("effect")].toArray().size(), 9);
        const QJsonObject smtp =
            json[QLatin1String("mailHosts")][0][QLatin1String("smtp")].toObject();
        QVERIFY(smtp[QLatin1String("tls")].toString().startsWith(u"TLSv1."));
        QCOMPARE(smtp[QLatin1String("certificates")].toArray().size(), 1);
        QVERIFY(json[QLatin1String("records")].toArray().size() > 5);

        // under another anchor: broken, and where
        QStringList wrongly = asking;
        wrongly[5] = QString::fromUtf8(dns.anchor("a.test"))
                         .replace(QStringLiteral(" 13 2 "), QStringLiteral(" 13 2 00"));
        wrongly[5].chop(2);
        r = run(QStringList{QStringLiteral("a.test"), QStringLiteral("--no-smtp")} + wrongly);
        QCOMPARE(r.code, 2);
        QVERIFY2(r.out.contains("error: None of the keys of a.test is the one"), r.out);
        QVERIFY2(r.out.contains("error: The DNSSEC signatures of a.test are wrong"), r.out);

        // what a service says of itself: its private zones, and what its domains must publish
        const QString facts = write(
            "facts.json",
            "{\"dns\": {\"mx\": [\"10 mx.a.test\"], \"spf\": [\"a:mx.a.test\"], \"addresses\": "
            "[\"127.0.0.1\"], \"services\": [\"SRV _imaps._tcp 0 1 993 mx.a.test\"], "
            "\"servers\": [\"" +
                server.toUtf8() + "\"], \"zones\": [\"a.test\", \"b.test\"], \"mx_port\": " +
                QByteArray::number(host.port()) + "}}");
        r = run({QStringLiteral("b.test"), QStringLiteral("--repair"), QStringLiteral("--resolver"),
                 server, QStringLiteral("--service"), facts});
        for (const char *line : {"\n  publish: b.test TXT \"v=spf1 a:mx.a.test ~all\"\n",
                                 "\n  publish: _dmarc.b.test TXT \"v=DMARC1; p=none\"\n",
                                 "\n  publish: b.test MX 10 mx.a.test.\n",
                                 "\n  publish: _imaps._tcp.b.test SRV 0 1 993 mx.a.test.\n"})
            QVERIFY2(r.out.contains(line), line + ("\n" + r.out));

        // many, from a file
        const QString list = write("list.txt", "a.test\n\nb.test\n");
        r = run(QStringList{u'@' + list, QStringLiteral("--no-smtp")} + asking);
        QVERIFY(r.out.startsWith("a.test\n"));
        QVERIFY(r.out.contains("\nb.test\n"));
    }
    void wrong()
    {
        const QString bad = write("bad.json", "{");
        const QString ip = QStringLiteral("192.0.2.1");
        const QStringList base{QStringLiteral("spf"), QStringLiteral("--mailfrom"),
                               QStringLiteral("a@b.c"), QStringLiteral("--ip")};
        for (const QStringList &arguments :
             {QStringList{},
              {QStringLiteral("a.example"), QStringLiteral("--jobs"), QStringLiteral("0")},
              {QStringLiteral("spf")},
              base + QStringList{QStringLiteral("1.2.3")},
              base + QStringList{ip, QStringLiteral("--zone"), QStringLiteral("/nowhere")},
              base + QStringList{ip, QStringLiteral("--zone"), bad},
              base + QStringList{ip, QStringLiteral("--resolver"), QStringLiteral("x")},
              base + QStringList{ip, QStringLiteral("--trust-anchor"), QStringLiteral("x")},
              base + QStringList{ip, QStringLiteral("--timeout"), QStringLiteral("x")},
              base + QStringList{ip, QStringLiteral("--stub"), QStringLiteral("a.test")},
              base + QStringList{ip, QStringLiteral("--stub"), QStringLiteral("a.test@x")},
              base + QStringList{ip, QStringLiteral("--service"), bad},
              {QStringLiteral("a.example"), QStringLiteral("--smtp-port"), QStringLiteral("x")},
              {QStringLiteral("@/nowhere")},
              {QStringLiteral("dkim"), bad, QStringLiteral("--ip"), QStringLiteral("x")},
              base + QStringList{ip, QStringLiteral("extra")}}) {
            const Ran r = run(arguments);
            QCOMPARE(r.code, 64);
            QVERIFY(r.out.isEmpty());
            QVERIFY(!r.err.isEmpty());
        }
    }
    void help()
    {
        QVERIFY(run({QStringLiteral("--version")}).out.startsWith("mailwright-check "));
        QVERIFY(run({QStringLiteral("spf"), QStringLiteral("--help")}).out.contains("--zone"));
        QCOMPARE(run({QStringLiteral("--help")}).code, 0);
    }
};

QTEST_GUILESS_MAIN(Command)
#include "command.moc"
