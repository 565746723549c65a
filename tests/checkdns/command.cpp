// SPDX-License-Identifier: GPL-3.0-or-later
// mailwright-check as a program: what it prints, how it ends.
#include "tests/checkdns/dkimsigner.h"

#include <QFile>
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
