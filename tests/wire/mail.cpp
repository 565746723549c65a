// SPDX-License-Identifier: GPL-3.0-or-later
// IMAP, POP3 and SMTP against dialogues.
#include "app/wire/imap.h"
#include "app/wire/pop.h"
#include "app/wire/smtp.h"
#include "tests/support/scriptedpeer.h"

#include <QTest>

using namespace wire;
using Kind = Error::Kind;

class MailTest : public QObject
{
    Q_OBJECT

private:
    Login login(const Peer &peer, Tls tls = Tls::Implicit) const
    {
        Login login;
        login.host = QStringLiteral("127.0.0.1");
        login.port = peer.port();
        login.tls = tls;
        login.user = QStringLiteral("ana@example.org");
        login.password = Secret(QByteArray("sesame-open"));
        login.options.caFile = m_certificate.file();
        login.options.idleTimeout = 5000;
        return login;
    }

    TestCertificate m_certificate;

private slots:
    void initTestCase() { QVERIFY(m_certificate.isValid()); }
    void imap();
    void imapRefusals_data();
    void imapRefusals();
    void pop();
    void popRefused();
    void smtp();
    void smtpRefusals_data();
    void smtpRefusals();
    void startTlsIsInsistedOn();
    void aStrangerLooks();
    void aStrangerIsTurnedAway();
};

void MailTest::imap()
{
    const QByteArray message = "Subject: Hi\r\n\r\nBody\r\n";
    LinePeer peer({"S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready", "C: %T CAPABILITY",
                   "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n%T OK done",
                   "C: %T AUTHENTICATE PLAIN", "S: %T OK in", "C: %T LIST",
                   ("S: * LIST (\\HasNoChildren) \"/\" INBOX\r\n* LIST () \"/\" \"Sent "
                    "\\\"x\\\"\"\r\n%T OK done"),
                   "C: %T SELECT INBOX", "S: * 2 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n%T OK done",
                   "C: %T UID SEARCH SUBJECT \"Hi\"", "S: * SEARCH 4 11 7\r\n%T OK done",
                   "C: %T UID FETCH 11 BODY[]",
                   "S: * 2 FETCH (UID 11 BODY[] {" + QByteArray::number(message.size()) + "}\r\n" +
                       message + ")\r\n%T OK done"},
                  &m_certificate);
    Progress progress;
    Transcript transcript;
    const auto probe = imapLogin(login(peer), progress, &transcript, QStringLiteral("Hi"));
    QVERIFY2(probe.has_value(),
             qPrintable(transcript.text() + QString::fromLatin1(peer.surprise())));
    QCOMPARE(probe->folders, (QStringList{QStringLiteral("INBOX"), QStringLiteral("Sent \"x\"")}));
    QCOMPARE(probe->message, message);
    QVERIFY(!transcript.text().contains(u"sesame"));
    QVERIFY(!transcript.text().contains(
        QString::fromLatin1(QByteArray("\0ana@example.org\0sesame-open", 28).toBase64())));
    QVERIFY(transcript.text().contains(u"AUTHENTICATE PLAIN"));
}

void MailTest::imapRefusals_data()
{
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    QTest::newRow("wrong password")
        << QByteArray("%T NO [AUTHENTICATIONFAILED] Wrong password.") << int(Kind::Unauthorized)
        << QStringLiteral("AUTHENTICATIONFAILED");
    QTest::newRow("without code") << QByteArray("%T NO no") << int(Kind::Unauthorized) << QString();
    QTest::newRow("not now") << QByteArray("%T NO [UNAVAILABLE] later") << int(Kind::Limited)
                             << QStringLiteral("UNAVAILABLE");
}

void MailTest::imapRefusals()
{
    QFETCH(QByteArray, refusal);
    QFETCH(int, kind);
    QFETCH(QString, code);
    LinePeer peer({"S: * OK ready", "C: %T CAPABILITY",
                   "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n%T OK done",
                   "C: %T AUTHENTICATE PLAIN", "S: " + refusal},
                  &m_certificate);
    Progress progress;
    Transcript transcript;
    const auto probe = imapLogin(login(peer), progress, &transcript);
    QVERIFY(!probe);
    QVERIFY2(probe.error().kind == Kind(kind), qPrintable(transcript.text()));
    QCOMPARE(probe.error().code, code);
    QVERIFY(!probe.error().detail.isEmpty());
}

void MailTest::pop()
{
    LinePeer peer({"S: +OK ready", "C: CAPA", "S: +OK\r\nSASL PLAIN\r\nUSER\r\n.", "C: AUTH PLAIN",
                   "S: +", "C: ", "S: +OK in", "C: LIST", "S: +OK\r\n1 120\r\n2 200\r\n."},
                  &m_certificate);
    Progress progress;
    Transcript transcript;
    const auto probe = popLogin(login(peer), progress, &transcript);
    QVERIFY2(probe.has_value(), qPrintable(transcript.text()));
    QCOMPARE(probe->messages, 2);
    QVERIFY(!transcript.text().contains(
        QString::fromLatin1(QByteArray("\0ana@example.org\0sesame-open", 28).toBase64())));
}

void MailTest::popRefused()
{
    LinePeer peer({"S: +OK ready", "C: CAPA", "S: +OK\r\nUSER\r\n.", "C: USER", "S: +OK", "C: PASS",
                   "S: -ERR [AUTH] Wrong password"},
                  &m_certificate);
    Progress progress;
    Transcript transcript;
    const auto probe = popLogin(login(peer), progress, &transcript);
    QVERIFY(!probe);
    QCOMPARE(kindName(probe.error().kind), kindName(Kind::Unauthorized));
    QCOMPARE(probe.error().code, QStringLiteral("AUTH"));
    QCOMPARE(probe.error().detail, QStringLiteral("Wrong password"));
    QVERIFY(!transcript.text().contains(u"sesame"));
    QVERIFY(transcript.text().contains(u"C: PASS ***"));
}

void MailTest::smtp()
{
    LinePeer peer({"S: 220 mail ESMTP", "C: EHLO", "S: 250-mail\r\n250 AUTH PLAIN LOGIN",
                   "C: AUTH PLAIN", "S: 334 ", "C: ", "S: 235 2.7.0 in",
                   "C: MAIL FROM:<ana@example.org>", "S: 250 ok",
                   "C: RCPT TO:<bo@xn--bcher-kva.example>", "S: 250 ok", "C: DATA", "S: 354 go",
                   "C: *DATA*", "S: 250 2.0.0 queued"},
                  &m_certificate);
    Progress progress;
    Transcript transcript;
    const auto sent = smtpSend(
        login(peer), {QStringLiteral("ana@example.org"), {QStringLiteral("bo@bücher.example")}},
        "Subject: x\r\n\r\nHello\r\n.dot\r\n", progress, &transcript);
    QVERIFY2(sent.has_value(),
             qPrintable(transcript.text() + QString::fromLatin1(peer.surprise())));
    QVERIFY(peer.heard().last().startsWith("Subject: x") || peer.heard().contains("QUIT"));
    QVERIFY(!transcript.text().contains(u"sesame"));
}

void MailTest::smtpRefusals_data()
{
    QTest::addColumn<int>("atStep"); // 0 login, 1 sender, 2 recipient, 3 message
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, int step, const char *refusal, Kind kind,
                        const char *code) {
        QTest::newRow(name) << step << QByteArray(refusal) << int(kind)
                            << QString::fromLatin1(code);
    };
    row("wrong password", 0, "535 5.7.8 Error: authentication failed", Kind::Unauthorized,
        "535 5.7.8");
    row("without status", 0, "535 no", Kind::Unauthorized, "535");
    row("later", 0, "454 4.7.0 Temporary failure", Kind::Limited, "454 4.7.0");
    row("foreign sender", 1, "553 5.7.1 Sender address rejected: not owned by user",
        Kind::Forbidden, "553 5.7.1");
    row("no such address", 2,
        "550-5.1.1 <x@y>: Recipient address rejected:\r\n550 5.1.1 User "
        "unknown",
        Kind::NotFound, "550 5.1.1");
    row("greylisted", 2, "450 4.2.0 Greylisted", Kind::Limited, "450 4.2.0");
    row("full", 3, "552 5.2.2 Over quota", Kind::Limited, "552 5.2.2");
    row("refused content", 3, "554 5.7.1 Spam", Kind::Forbidden, "554 5.7.1");
}

void MailTest::smtpRefusals()
{
    QFETCH(int, atStep);
    QFETCH(QByteArray, refusal);
    QFETCH(int, kind);
    QFETCH(QString, code);
    QList<QByteArray> rows{"S: 220 mail ESMTP", "C: EHLO", "S: 250-mail\r\n250 AUTH PLAIN",
                           "C: AUTH PLAIN",     "S: 334 ", "C: "};
    const QList<QList<QByteArray>> steps{{"S: 235 in", "C: MAIL"},
                                         {"S: 250 ok", "C: RCPT"},
                                         {"S: 250 ok", "C: DATA", "S: 354 go", "C: *DATA*"}};
    for (int i = 0; i < atStep; ++i)
        rows += steps.value(i);
    rows.append("S: " + refusal);
    if (atStep == 2) // curl takes its leave politely; the answer to that is not the refusal
        rows += {"C: QUIT", "S: 221 2.0.0 Bye"};
    LinePeer peer(rows, &m_certificate);
    Progress progress;
    Transcript transcript;
    const auto sent = smtpSend(
        login(peer), {QStringLiteral("ana@example.org"), {QStringLiteral("bo@example.org")}},
        "Subject: x\r\n\r\nHello\r\n", progress, &transcript);
    QVERIFY(!sent);
    QVERIFY2(sent.error().kind == Kind(kind),
             qPrintable(kindName(sent.error().kind) + u' ' + sent.error().detail + u'\n' +
                        transcript.text()));
    QCOMPARE(sent.error().code, code);
    if (atStep == 2 && code == u"550 5.1.1")
        QCOMPARE(sent.error().detail,
                 QStringLiteral("<x@y>: Recipient address rejected: User unknown"));
}

// A server that offers no encryption does not get the password.
void MailTest::startTlsIsInsistedOn()
{
    LinePeer smtp({"S: 220 mail ESMTP", "C: EHLO", "S: 250-mail\r\n250 AUTH PLAIN", "C: QUIT"});
    LinePeer imap({"S: * OK ready", "C: %T CAPABILITY",
                   "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%T OK done", "C: %T LOGOUT"});
    LinePeer pop({"S: +OK ready", "C: CAPA", "S: +OK\r\nUSER\r\nSASL PLAIN\r\n.", "C: QUIT"});
    Progress progress;
    const auto a = smtpSend(login(smtp, Tls::StartTls), {}, {}, progress);
    const auto b = imapLogin(login(imap, Tls::StartTls), progress);
    const auto c = popLogin(login(pop, Tls::StartTls), progress);
    for (const Error &error : {a.error(), b.error(), c.error()}) {
        QCOMPARE(kindName(error.kind), kindName(Kind::Offline));
        QCOMPARE(error.code, QStringLiteral("tls"));
    }
    for (const LinePeer *peer : {&smtp, &imap, &pop})
        for (const QByteArray &line : peer->heard())
            QVERIFY(!line.toUpper().contains("AUTH") && !line.contains("sesame"));
}

// What a mail host shows to whoever asks.
void MailTest::aStrangerLooks()
{
    const QList<QByteArray> hello{
        "S: 220-mail.example.org ESMTP\r\n220 be welcome", "C: EHLO",
        "S: 250-mail.example.org\r\n250-SIZE 1000\r\n250-STARTTLS\r\n250 8BITMIME"};
    LinePeer peer(hello + QList<QByteArray>{"C: STARTTLS", "S: 220 go", "TLS", "C: EHLO",
                                            "S: 250-mail.example.org\r\n250 AUTH PLAIN", "C: NOOP",
                                            "S: 250 ok", "C: QUIT", "S: 221 bye"},
                  &m_certificate);
    Progress progress;
    Options options;
    options.idleTimeout = 3000;
    SmtpHost host{"mail.example.org", {"127.0.0.1"}, peer.port()};
    const auto greeting = smtpGreeting(host, options, progress);
    QVERIFY2(greeting, qPrintable(greeting ? QString() : greeting.error().detail));
    QCOMPARE(peer.surprise(), QByteArray());
    QCOMPARE(greeting->code, 220);
    QCOMPARE(greeting->banner, u"mail.example.org ESMTP be welcome");
    QCOMPARE(greeting->extensions,
             (QStringList{QStringLiteral("SIZE 1000"), QStringLiteral("STARTTLS"),
                          QStringLiteral("8BITMIME")}));
    QVERIFY(greeting->offersTls && greeting->isEncrypted && greeting->tlsProblem.isEmpty());
    QVERIFY(greeting->tlsVersion.startsWith(u"TLSv1."));
    QVERIFY(!greeting->cipher.isEmpty());
    QCOMPARE(greeting->address, u"127.0.0.1");
    QCOMPARE(greeting->certificates.size(), 1);
    // no TLS
    LinePeer plain({"S: 220 mail", "C: EHLO", "S: 250-mail\r\n250 SIZE 1000", "C: NOOP",
                    "S: 250 ok", "C: QUIT", "S: 221 bye"});
    host.port = plain.port();
    const auto bare = smtpGreeting(host, options, progress);
    QVERIFY(bare);
    QVERIFY(!bare->offersTls && !bare->isEncrypted && bare->certificates.isEmpty());
    // offered, and broken off in the middle
    LinePeer broken(hello + QList<QByteArray>{"C: STARTTLS", "S: 220 go", "CUT"});
    host.port = broken.port();
    const auto cut = smtpGreeting(host, options, progress);
    QVERIFY(cut);
    QVERIFY(cut->offersTls && !cut->isEncrypted && !cut->tlsProblem.isEmpty());
    QCOMPARE(cut->code, 220);
}

void MailTest::aStrangerIsTurnedAway()
{
    Progress progress;
    Options options;
    options.idleTimeout = 1000;
    LinePeer busy({"S: 554 no mail today", "C: QUIT"});
    SmtpHost host{"mail.example.org", {"127.0.0.1"}, busy.port()};
    const auto greeting = smtpGreeting(host, options, progress);
    QVERIFY(greeting);
    QCOMPARE(greeting->code, 554);
    QCOMPARE(greeting->banner, u"no mail today");
    {
        LinePeer gone({"S: 220 mail"});
        host.port = gone.port();
    }
    QCOMPARE(smtpGreeting(host, options, progress).error().code, u"connect");
    LinePeer silent({"C: EHLO"});
    host.port = silent.port();
    QCOMPARE(smtpGreeting(host, options, progress).error().code, u"timeout");
    Progress stopped;
    stopped.cancel();
    QCOMPARE(smtpGreeting(host, options, stopped).error().kind, Kind::Cancelled);
}

QTEST_GUILESS_MAIN(MailTest)
#include "mail.moc"
