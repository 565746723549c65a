// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM: canonical forms, keys, every step of a verification, python3-dkim as the other end.
#include "tests/checkdns/dkimsigner.h"

#include "app/wire/dns/zoneresolver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <random>

using namespace check;

namespace {

const QByteArray message = "From: Joe <joe@a.example>\r\n"
                           "To: ann@b.example\r\n"
                           "Subject:  A  folded\r\n"
                           "\tsubject \r\n"
                           "Date: Mon, 20 Nov 2023 10:00:00 +0000\r\n"
                           "X-Other: 1\r\n"
                           "\r\n"
                           "Line one  with   space \r\n"
                           "\t\r\n"
                           "Line two\r\n"
                           "\r\n"
                           "\r\n";

} // namespace

class Dkim : public QObject
{
    Q_OBJECT

    static QList<DkimSignature> verify(const QByteArray &text, const QByteArray &record,
                                       const QByteArray &name = "sel._domainkey.a.example")
    {
        wire::ZoneResolver zone;
        if (!record.isEmpty())
            zone.add(wire::DnsRecord{name, wire::RecordType::TXT, 60, wire::TxtData{record}});
        Progress progress;
        const auto out = verifyDkim(text, zone, progress, 1700000000);
        return out ? *out : QList<DkimSignature>{};
    }
    static QByteArray told(const QList<DkimSignature> &signatures)
    {
        if (signatures.isEmpty())
            return "none";
        const DkimSignature &one = signatures.constFirst();
        QByteArray out = QByteArray(mail::word(one.result).latin1());
        if (one.result != DkimResult::Pass)
            out += ' ' + one.steps.constLast().what.toLatin1();
        return out;
    }
    const DkimSigner m_rsa{2048};
    const DkimSigner m_edwards{0};

private slots:
    void canonical()
    {
        // the examples of RFC 6376, 3.4.5
        const MailText mail =
            splitMail("A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n");
        QCOMPARE(canonicalField(mail.header[0].field, true), "a:X");
        QCOMPARE(canonicalField(mail.header[1].field, true), "b:Y Z");
        QCOMPARE(canonicalField(mail.header[1].field, false), "B : Y\t\r\n\tZ  ");
        QCOMPARE(canonicalBody(mail.body, true), " C\r\nD E\r\n");
        QCOMPARE(canonicalBody(mail.body, false), " C \r\nD \t E\r\n");
        QCOMPARE(canonicalBody("", false), "\r\n");
        QCOMPARE(canonicalBody("", true), "");
        QCOMPARE(canonicalBody("\r\n\r\n", true), "");
        QCOMPARE(canonicalBody("x", true), "x\r\n");
        QCOMPARE(canonicalBody("x", false), "x\r\n");
        QCOMPARE(canonicalBody(" \t\r\n", true), "");
    }
    void tags()
    {
        QCOMPARE(*parseTags("a=1; b = 2 ;c=;").value("b"), "2");
        QCOMPARE(*parseTags("a=1; c=").value("c"), "");
        QCOMPARE(*parseTags("n=x=y").value("n"), "x=y");
        QVERIFY(parseTags("a=1;b=2").problem.isEmpty());
        for (const char *wrong : {"a=1;;b=2", "a", "1a=2", "a=1; a=2", "=x", "a b=1", "", "a=\x01"})
            QVERIFY2(!parseTags(wrong).problem.isEmpty(), wrong);
    }
    void keys_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("codes");
        const QByteArray good = m_rsa.record();
        QTest::newRow("good") << good << QString();
        QTest::newRow("ed25519") << m_edwards.record() << QString();
        QTest::newRow("no version") << good.mid(9) << QString();
        QTest::newRow("version 2")
            << QByteArray("v=DKIM2; p=x") << QStringLiteral("dkim-key-syntax");
        QTest::newRow("version later")
            << QByteArray("k=rsa; v=DKIM1; p=") << QStringLiteral("dkim-key-syntax");
        QTest::newRow("revoked") << QByteArray("v=DKIM1; p=") << QStringLiteral("dkim-revoked");
        QTest::newRow("no p") << QByteArray("v=DKIM1; k=rsa") << QStringLiteral("dkim-key-syntax");
        QTest::newRow("not base64")
            << QByteArray("v=DKIM1; p=%%%") << QStringLiteral("dkim-key-syntax");
        QTest::newRow("not a key")
            << QByteArray("v=DKIM1; p=QUJD") << QStringLiteral("dkim-key-syntax");
        QTest::newRow("k=x") << QByteArray("v=DKIM1; k=x; p=QUJD")
                             << QStringLiteral("dkim-key-syntax");
        QTest::newRow("testing") << good + "; t=y:s" << QStringLiteral("dkim-testing");
        QTest::newRow("sha1") << good + "; h=sha1" << QStringLiteral("dkim-sha1-only");
        QTest::newRow("both") << good + "; h=sha1:sha256" << QString();
        QTest::newRow("service") << good + "; s=tlsrpt" << QStringLiteral("dkim-not-for-mail");
        QTest::newRow("1024") << DkimSigner(1024).record() << QStringLiteral("dkim-key-short");
        QTest::newRow("512") << DkimSigner(512).record() << QStringLiteral("dkim-key-too-short");
    }
    void keys()
    {
        QFETCH(QByteArray, record);
        QFETCH(QString, codes);
        wire::DnsAnswer answer;
        answer.records.append({"x", wire::RecordType::TXT, 60, wire::TxtData{record}});
        QStringList found;
        for (const mail::Finding &finding : dkimKeyFindings("a.example", "sel", answer))
            found.append(finding.code);
        QCOMPARE(found.join(u' '), codes);
    }
    void verifies_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<QByteArray>("canonical");
        for (const char *way : {"simple/simple", "simple/relaxed", "relaxed/simple",
                                "relaxed/relaxed", "relaxed", "simple"}) {
            QTest::addRow("rsa %s", way) << 2048 << QByteArray(way);
            QTest::addRow("ed25519 %s", way) << 0 << QByteArray(way);
        }
    }
    void verifies()
    {
        QFETCH(int, bits);
        QFETCH(QByteArray, canonical);
        const DkimSigner &signer = bits ? m_rsa : m_edwards;
        DkimSigner::Options o;
        o.canonical = canonical;
        const QByteArray text = signer.sign(message, o);
        const auto out = verify(text, signer.record());
        QCOMPARE(told(out), "pass");
        QCOMPARE(out[0].domain, "a.example");
        QCOMPARE(out[0].identity, "@a.example");
        // with the line ends of an editor
        QCOMPARE(told(verify(QByteArray(text).replace("\r\n", "\n"), signer.record())), "pass");
        QCOMPARE(told(verify(QByteArray(text).replace("Line two", "Line 2"), signer.record())),
                 "fail body hash");
        QCOMPARE(told(verify(QByteArray(text).replace("ann@", "eve@"), signer.record())),
                 "fail signature");
        QCOMPARE(
            told(verify(QByteArray(text).replace("X-Other: 1", "X-Other: 2"), signer.record())),
            "pass");
        QCOMPARE(told(verify(text, DkimSigner(bits).record())), "fail signature");
    }
    void steps_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QByteArray>("result");
        const QByteArray good = m_rsa.record();
        const auto row = [](const char *more, const QByteArray &record, const char *result) {
            QTest::addRow("%s %s", more, record.left(30).constData())
                << QByteArray(more) << record << QByteArray(result);
        };
        row("; t=1600000000; x=1800000000", good, "pass");
        row("; x=1600000000", good, "permerror time");
        row("; t=1600000000; x=1500000000", good, "permerror time");
        row("; t=soon", good, "permerror time");
        row("; i=joe@a.example", good, "pass");
        row("; i=@sub.a.example", good, "pass");
        row("; i=@sub.a.example", good + "; t=s", "permerror identity");
        row("; i=@b.example", good, "permerror identity");
        row("; q=dns/txt", good, "pass");
        row("; q=dns/txt:x", good, "pass");
        row("; q=http", good, "permerror query");
        row("; z=From:x|To:y", good, "pass");
        row("; d=a.example", good, "permerror syntax"); // twice
        row("; ;", good, "permerror syntax");
        row("", "", "permerror key");
        row("", "v=DKIM1; p=", "permerror key");
        row("", "hello", "permerror key");
        row("", good + "; h=sha1", "permerror key");
        row("", good + "; s=other", "permerror key");
        row("", good + "; t=y", "pass");
        row("", m_edwards.record(), "permerror key");
    }
    void steps()
    {
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, record);
        QFETCH(QByteArray, result);
        DkimSigner::Options o;
        o.more = more;
        QCOMPARE(told(verify(m_rsa.sign(message, o), record)), result);
    }
    void special()
    {
        DkimSigner::Options o;
        o.length = 10;
        auto out = verify(m_rsa.sign(message, o) + "added\r\n", m_rsa.record());
        QCOMPARE(told(out), "pass");
        QVERIFY(out[0].partial);
        o.length = 9999;
        QCOMPARE(told(verify(m_rsa.sign(message, o), m_rsa.record())), "permerror body length");
        o = {};
        o.fields = "to:subject";
        QCOMPARE(told(verify(m_rsa.sign(message, o), m_rsa.record())), "permerror fields");
        o.fields = "from:from:to:subject:x-not-there";
        const QByteArray oversigned = m_rsa.sign(message, o);
        QCOMPARE(told(verify(oversigned, m_rsa.record())), "pass");
        QCOMPARE(told(verify("From: eve@b.example\r\n" + oversigned, m_rsa.record())),
                 "fail signature");
        o = {};
        o.algorithm = "rsa-sha1";
        QCOMPARE(told(verify(m_rsa.sign(message, o), m_rsa.record())), "permerror algorithm");
        o.algorithm = "rsa-md5";
        QCOMPARE(told(verify(m_rsa.sign(message, o), m_rsa.record())), "permerror algorithm");
        o = {};
        o.canonical = "relaxed/other";
        QCOMPARE(told(verify(m_rsa.sign(message, o), m_rsa.record())),
                 "permerror canonicalization");
        const DkimSigner small(768);
        QCOMPARE(told(verify(small.sign(message, {}), small.record())), "permerror key");
        QCOMPARE(told(verify(message, m_rsa.record())), "none");
        // two signatures, judged each
        DkimSigner::Options second;
        second.selector = "other";
        const auto two =
            verify(m_rsa.sign(m_edwards.sign(message, {}), second), m_edwards.record());
        QCOMPARE(two.size(), 2);
        QCOMPARE(two[0].result, DkimResult::PermError);
        QCOMPARE(two[1].result, DkimResult::Pass);
    }
    void temporary()
    {
        const auto zone = *wire::ZoneResolver::fromJson(
            R"({"sel._domainkey.a.example": [{"type": "SERVFAIL"}]})");
        Progress progress;
        const auto out = verifyDkim(m_rsa.sign(message, {}), *zone, progress, 1700000000);
        QCOMPARE(out->at(0).result, DkimResult::TempError);
        progress.cancel();
        QVERIFY(!verifyDkim(m_rsa.sign(message, {}), *zone, progress, 1700000000));
    }
    void discovers()
    {
        wire::ZoneResolver zone;
        for (const char *selector : {"google", "s1"})
            zone.add(wire::DnsRecord{QByteArray(selector) + "._domainkey.a.example",
                                     wire::RecordType::TXT, 60, wire::TxtData{m_rsa.record()}});
        zone.add(wire::DnsRecord{"s2._domainkey.a.example", wire::RecordType::TXT, 60,
                                 wire::TxtData{"something else"}});
        Progress progress;
        QCOMPARE(*discoverSelectors("a.example", commonSelectors(), zone, progress),
                 (QList<QByteArray>{"google", "s1"}));
    }
    void otherEnd()
    {
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(DKIMPEER)});
        QVERIFY(python.waitForStarted());
        const auto ask = [&](const QJsonObject &job) -> QByteArray {
            python.write(QJsonDocument(job).toJson(QJsonDocument::Compact) + '\n');
            while (!python.canReadLine())
                if (!python.waitForReadyRead(20000))
                    return {};
            return python.readLine().trimmed();
        };
        const auto base64 = [](const QByteArray &bytes) {
            return QString::fromLatin1(bytes.toBase64());
        };
        for (const char *way :
             {"simple/simple", "relaxed/relaxed", "relaxed/simple", "simple/relaxed"})
            for (const DkimSigner *signer : {&m_rsa, &m_edwards}) {
                const char *algorithm = signer == &m_rsa ? "rsa-sha256" : "ed25519-sha256";
                const QByteArray theirs = QByteArray::fromBase64(
                    ask({{QStringLiteral("do"), QStringLiteral("sign")},
                         {QStringLiteral("message"), base64(message)},
                         {QStringLiteral("secret"), QString::fromLatin1(signer->secret())},
                         {QStringLiteral("canonical"), QLatin1String(way)},
                         {QStringLiteral("algorithm"), QLatin1String(algorithm)}}));
                if (theirs.isEmpty()) {
                    python.closeWriteChannel();
                    python.waitForFinished();
                    QFAIL(python.readAllStandardError()); // python3-dkim or python3-nacl is missing
                }
                QCOMPARE(told(verify(theirs, signer->record())), "pass");
                DkimSigner::Options o;
                o.canonical = way;
                const QByteArray ours = signer->sign(message, o);
                const auto check = [&](const QByteArray &text) {
                    return ask({{QStringLiteral("do"), QStringLiteral("verify")},
                                {QStringLiteral("message"), base64(text)},
                                {QStringLiteral("record"), QString::fromLatin1(signer->record())}});
                };
                QCOMPARE(check(ours), "true");
                QCOMPARE(check(QByteArray(ours).replace("Line two", "Line 2")), "false");
            }
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
    }
    void damaged()
    {
        const QByteArray good = m_rsa.sign(message, {});
        const QByteArray record = m_rsa.record();
        std::mt19937 random(5);
        for (int i = 0; i < 4000; ++i) {
            QByteArray text = good;
            QByteArray key = record;
            for (unsigned n = random() % 4 + 1; n > 0; --n) {
                text[qsizetype(random() % unsigned(text.size()))] = char(random());
                if (random() % 2)
                    key[qsizetype(random() % unsigned(key.size()))] = char(random());
            }
            if (random() % 5 == 0)
                text.truncate(qsizetype(random() % unsigned(text.size())));
            for (const DkimSignature &one : verify(text, key))
                QVERIFY(!one.steps.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(Dkim)
#include "dkim.moc"
