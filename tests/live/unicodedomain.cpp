// SPDX-License-Identifier: GPL-3.0-or-later
// A domain with letters beyond ASCII: in Unicode and in punycode, large and small, it is the same
// one for logins, senders and recipients.
#include "tests/support/localhost.h"

#include <QDir>
#include <QTest>

class UnicodeDomain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_host.start({QStringLiteral("--domain"), QString::fromUtf8("B\xc3\xbc"
                                                                             "cher.example")}),
                 qPrintable(m_host.problem()));
        NEEDS_SERVERS(m_host, LocalHost::Server::Smtp);
        for (const char *name : {"ana", "ben"})
            QVERIFY(m_host.createMailbox(QString::fromLatin1(name)));
        m_phone = m_host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        m_ben = m_host.createDevice(QStringLiteral("ben"), QStringLiteral("Phone"));
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_host.stop(), 0);
        QCOMPARE(m_host.processes(), QStringList());
    }

    void logins_data() { forms(); }
    void logins()
    {
        QFETCH(QString, domain);
        const QString ana = QStringLiteral("ana@") + domain;
        QVERIFY(m_host.imap(ana, m_phone.password));
        QVERIFY(m_host.pop3(ana, m_phone.password));
        OpenImap session(m_host, ana, m_phone.password); // by LOGIN, not AUTHENTICATE
        QVERIFY(session.isLoggedIn());
        QVERIFY(OpenSmtp(m_host, ana, m_phone.password).isLoggedIn());
        QVERIFY(OpenSieve(m_host, ana, m_phone.password).isLoggedIn());
        QCOMPARE(m_host.imap(ana, m_ben.password).exitCode, 67);
        QCOMPARE(m_host.imap(QStringLiteral("cy@") + domain, m_phone.password).exitCode, 67);
    }

    // What ends a session finds it by the address, however that was written.
    void cut()
    {
        const auto device = m_host.createDevice(QStringLiteral("ana"), QStringLiteral("Lost"));
        OpenImap session(m_host, QStringLiteral("ana@") + unicode, device.password);
        QVERIFY(session.isLoggedIn());
        QCOMPARE(m_host
                     .api(QStringLiteral("DELETE"),
                          m_host.mailboxPath(QStringLiteral("ana")) +
                              QStringLiteral("/accesses/devices/%1").arg(device.id))
                     .status,
                 200);
        QVERIFY(session.waitEnd(1000));
    }

    void mail_data() { forms(); }
    void mail()
    {
        QFETCH(QString, domain);
        const QByteArray tag = QByteArray(QTest::currentDataTag());
        const QByteArray ana = "ana@" + domain.toUtf8();
        const QByteArray ben = "ben@" + domain.toUtf8();
        // From outside.
        for (const char *name : {"ana", "ana+shop"}) {
            const QString to = QLatin1String(name) + QStringLiteral("@") + domain;
            const auto said = m_host.deliver(QStringLiteral("writer@elsewhere.test"), to,
                                             QStringLiteral("Outside-") + QLatin1String(tag));
            QVERIFY2(said, qPrintable(said.text));
        }
        QVERIFY(m_host.hasMail(QStringLiteral("ana@") + punycode, m_phone.password,
                               QStringLiteral("Outside-") + QLatin1String(tag)));
        QVERIFY(m_host
                    .deliver(QStringLiteral("writer@elsewhere.test"),
                             QStringLiteral("nobody@") + domain)
                    .text.contains(QLatin1String("550 5.1.1")));

        // Among themselves; and to somebody outside, who is not told the Unicode form.
        OpenSmtp session(m_host, QString::fromUtf8(ana), m_phone.password);
        QVERIFY(session.isLoggedIn());
        QVERIFY(!session.say("EHLO client.test").contains("SMTPUTF8"));
        QCOMPARE(session.say("MAIL FROM:<" + ana + ">").left(3), "250");
        QCOMPARE(session.say("RCPT TO:<" + ben + ">").left(3), "250");
        QCOMPARE(session.say("RCPT TO:<x@elsewhere.test>").left(3), "250");
        QCOMPARE(session.say("RCPT TO:<nobody@" + domain.toUtf8() + ">").left(9), "550 5.1.1");
        QCOMPARE(session.say("RCPT TO:<b\xc3\xbc@elsewhere.test>").left(9), "553 5.6.7");
        QCOMPARE(session.say("RCPT TO:<x@b\xc3\xbc.test>").left(9), "501 5.1.3");
        QCOMPARE(session.say("DATA").left(3), "354");
        QCOMPARE(session
                     .say("From: Anna M\xc3\xbcller <" + ana + ">\r\nTo: " + ben +
                          "\r\nSubject: Among-" + tag +
                          "\r\n\r\nGr\xc3\xbc\xc3\x9f"
                          "e\r\n.")
                     .left(3),
                 "250");
        QVERIFY(m_host.hasMail(QStringLiteral("ben@") + punycode, m_ben.password,
                               QStringLiteral("Among-") + QLatin1String(tag)));
        QVERIFY(LocalHost::waitUntil([&] {
            const QDir out(m_host.directory() + QStringLiteral("/out"));
            for (const QString &name : out.entryList(QDir::Files))
                if (QFile file(out.filePath(name)); file.open(QIODevice::ReadOnly))
                    if (const QByteArray text = file.readAll(); text.contains("Among-" + tag))
                        return text.toLower().contains("ana@" + punycode.toLatin1());
            return false;
        }));

        // Whoever asks for what is not offered gets it where nothing of it is needed.
        const QByteArray with = session.say("MAIL FROM:<" + ana + "> SMTPUTF8").left(3);
        QCOMPARE(with,
                 QByteArray(domain == punycode || domain == punycode.toUpper() ? "555" : "250"));

        // Nobody else's.
        OpenSmtp other(m_host, QStringLiteral("ben@") + punycode, m_ben.password);
        QCOMPARE(other.say("MAIL FROM:<" + ana + ">").left(3), "250");
        QCOMPARE(other.say("RCPT TO:<" + ben + ">").left(9), "553 5.7.1");
    }

private:
    static void forms()
    {
        QTest::addColumn<QString>("domain");
        QTest::newRow("punycode") << punycode;
        QTest::newRow("large-punycode") << punycode.toUpper();
        QTest::newRow("unicode") << unicode;
        QTest::newRow("large-unicode") << unicode.toUpper();
    }

    static inline const QString punycode = QStringLiteral("xn--bcher-kva.example");
    static inline const QString unicode = QString::fromUtf8("b\xc3\xbc"
                                                            "cher.example");
    LocalHost m_host;
    LocalHost::Device m_phone;
    LocalHost::Device m_ben;
};

QTEST_GUILESS_MAIN(UnicodeDomain)
#include "unicodedomain.moc"
