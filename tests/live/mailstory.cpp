// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail program meets: logins, delivery, rights, refusals; asked with curl, swaks, openssl.
#include "tests/support/localhost.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

class MailStory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_host = std::make_unique<LocalHost>();
        QVERIFY2(m_host->start(), qPrintable(m_host->problem()));
        NEEDS_SERVERS(*m_host, LocalHost::Server::Smtp);
        QVERIFY(m_host->serviceId() > 0);
        for (const char *name : {"ana", "ben"})
            QVERIFY(m_host->createMailbox(QString::fromLatin1(name)));
        m_phone = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        m_ben = m_host->createDevice(QStringLiteral("ben"), QStringLiteral("Laptop"));
        QVERIFY(m_phone.id > 0 && m_phone.password.size() >= 20);
        QVERIFY(m_ben.id > 0);
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_host->stop(), 0);
        QCOMPARE(m_host->processes(), QStringList());
    }

    void logins()
    {
        for (const char *port : {"imaps", "imap", "webmail_imap"}) {
            const auto said =
                m_host->imap(ana, m_phone.password, {}, {}, QString::fromLatin1(port));
            QVERIFY2(said, qPrintable(QString::fromLatin1(port) + said.text));
        }
        for (const char *port : {"pop3s", "pop3"})
            QVERIFY(m_host->pop3(ana, m_phone.password, {}, QString::fromLatin1(port)));
        for (const char *port : {"submissions", "submission"})
            QVERIFY(m_host->submit(ana, m_phone.password, letter(QStringLiteral("Hello")),
                                   QString::fromLatin1(port)));
        // Case of the login does not matter, its password's does.
        QVERIFY(m_host->imap(ana.toUpper(), m_phone.password));
        QCOMPARE(m_host->imap(ana, m_phone.password.toUpper()).exitCode, 67);
        QCOMPARE(m_host->imap(ana, QStringLiteral("' OR 'a'='a")).exitCode, 67);
        QCOMPARE(m_host->imap(QStringLiteral("nobody@example.test"), m_phone.password).exitCode,
                 67);
        QCOMPARE(m_host->pop3(ana, m_ben.password).exitCode, 67);
        const auto refused = m_host->submit(ana, m_ben.password, letter(QStringLiteral("No")));
        QVERIFY2(refused.text.contains(QLatin1String("535 5.7.8")), qPrintable(refused.text));
    }

    void plainTextIsRefused()
    {
        // Even from the machine itself: nothing may get used to it.
        const auto imap = LocalHost::run(
            QStringLiteral("curl"),
            {QStringLiteral("--config"), QStringLiteral("-"), QStringLiteral("-sS"),
             QStringLiteral("imap://127.0.0.1:%1/").arg(m_host->port(QStringLiteral("imap")))},
            "user = \"" + ana.toUtf8() + ':' + m_phone.password.toUtf8() + "\"\n");
        QCOMPARE(imap.exitCode, 67);
        const auto smtp = LocalHost::run(
            QStringLiteral("swaks"),
            {QStringLiteral("--server"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"),
             QString::number(m_host->port(QStringLiteral("submission"))), QStringLiteral("--from"),
             ana, QStringLiteral("--to"), ben});
        QVERIFY2(smtp.text.contains(QLatin1String("530 5.7.0")), qPrintable(smtp.text));
        QVERIFY(!smtp.text.contains(QLatin1String("250-AUTH")));
    }

    void deliveryFromOutside()
    {
        const auto taken = m_host->deliver(outside, ben, QStringLiteral("FromOutside"));
        QVERIFY2(taken, qPrintable(taken.text));
        QVERIFY(m_host->hasMail(ben, m_ben.password, QStringLiteral("FromOutside")));
        const auto unknown = m_host->deliver(outside, QStringLiteral("nobody@example.test"));
        QVERIFY2(unknown.text.contains(QLatin1String("550 5.1.1")), qPrintable(unknown.text));
        const auto relay = m_host->deliver(outside, QStringLiteral("x@elsewhere.test"));
        QVERIFY2(relay.text.contains(QLatin1String("554 5.7.1")), qPrintable(relay.text));
    }

    // For people of the house too: nothing that names no mailbox is handed on.
    void recipientsWithoutADomain()
    {
        OpenSmtp session(*m_host, ana, m_phone.password);
        QVERIFY(session.isLoggedIn());
        const QByteArray begin = "MAIL FROM:<" + ana.toLatin1() + '>';
        QVERIFY(session.say(begin).startsWith("250"));
        const auto answer = [&](const char *to) {
            return session.say(QByteArray("RCPT TO:<") + to + '>').left(9);
        };
        QCOMPARE(answer("nobody"), "550 5.1.1");
        QCOMPARE(answer("ben"), "550 5.1.1");
        QCOMPARE(answer("postmaster@mail.example.test"), "550 5.1.1");
        QCOMPARE(answer("ben@mail.example.test"), "550 5.1.1");
        QCOMPARE(answer("ben@MAIL.example.test"), "550 5.1.1");
        QCOMPARE(answer("ben@[127.0.0.1]"), "550 5.1.1");
        QCOMPARE(answer("ben@[192.0.2.1]"), "550 5.1.2");
        QCOMPARE(answer("ben@[IPv6:2001:db8::1]"), "550 5.1.2");
        QCOMPARE(answer("ben@elsewhere"), "504 5.5.2");
        QCOMPARE(answer("@elsewhere.test:ben"), "550 5.1.1");
        QCOMPARE(answer("ben%elsewhere.test@example.test"), "550 5.1.1");
        QCOMPARE(answer("ben@elsewhere.test").left(3), "250");
        QCOMPARE(answer("ben@example.test").left(3), "250");
        for (const char *to : {"ben@mail.example.test", "ben@[127.0.0.1]"})
            QVERIFY(m_host->deliver(outside, QLatin1String(to)).text.contains(u"550 5.1.1"));

        // But for the one that each host has to know; with a mailbox of that name it is the one.
        QVERIFY(m_host->createMailbox(QStringLiteral("postmaster")));
        const auto his = m_host->createDevice(QStringLiteral("postmaster"), QStringLiteral("PC"));
        QVERIFY(m_host->deliver(outside, QStringLiteral("postmaster"), QStringLiteral("Bare")));
        QVERIFY(m_host->hasMail(QStringLiteral("postmaster@example.test"), his.password,
                                QStringLiteral("Bare")));
    }

    void betweenAddresses()
    {
        QVERIFY(m_host->submit(ana, m_phone.password, letter(QStringLiteral("BetweenUs"))));
        QVERIFY(m_host->hasMail(ben, m_ben.password, QStringLiteral("BetweenUs")));
        // It counts.
        QVERIFY(LocalHost::waitUntil([this] {
            return m_host
                       ->api(QStringLiteral("GET"), m_host->mailboxPath(QStringLiteral("ben")) +
                                                        QStringLiteral("?with=size"))
                       .data()
                       .toObject()
                       .value(QLatin1String("size"))
                       .toInteger() > 0;
        }));
    }

    void nothingLeavesTheMachine()
    {
        LocalHost::Letter out = letter(QStringLiteral("FarAway"));
        out.to = {QStringLiteral("someone@elsewhere.test")};
        QVERIFY(m_host->submit(ana, m_phone.password, out));
        const QDir kept(m_host->directory() + QStringLiteral("/out"));
        QVERIFY(LocalHost::waitUntil([&] {
            const QStringList names = QDir(kept.path()).entryList(QDir::Files);
            for (const QString &name : names)
                if (QFile file(kept.filePath(name));
                    file.open(QIODevice::ReadOnly) && file.readAll().contains("FarAway"))
                    return true;
            return false;
        }));
    }

    void foreignSenders()
    {
        LocalHost::Letter l = letter(QStringLiteral("Forged"));
        l.envelopeFrom = ben;
        auto said = m_host->submit(ana, m_phone.password, l);
        QVERIFY2(said.text.contains(QLatin1String("553 5.7.1")), qPrintable(said.text));

        const auto refused = [&](const QString &from, const QString &extra = {}) {
            LocalHost::Letter f = letter(QStringLiteral("Forged"));
            f.from = from;
            f.extra = extra;
            const auto answer = m_host->submit(ana, m_phone.password, f);
            return answer.text.contains(QLatin1String("550 5.7.1 The "));
        };
        QVERIFY(refused(ben));
        QVERIFY(refused(QStringLiteral("Ana <boss@elsewhere.test>")));
        QVERIFY(refused(ana + QStringLiteral(", ") + ben));
        QVERIFY(refused(ana, QStringLiteral("From: %1\r\n").arg(ben)));
        QVERIFY(refused(ana, QStringLiteral("Sender: %1\r\n").arg(ben)));
        QVERIFY(refused(QStringLiteral("Ana")));
        // Other programs would show the first of these addresses as the sender.
        for (const char *form : {"boss@elsewhere.test <%1>", "boss @elsewhere.test <%1>",
                                 "boss@[192.0.2.1] <%1>", "boss@elsewhere.test:%1;"}) {
            const QString line = QString::fromLatin1(form).arg(ana);
            QVERIFY2(refused(line), form);
            QVERIFY2(refused(ana, QStringLiteral("Sender: %1\r\n").arg(line)), form);
        }
        QVERIFY(!refused(QStringLiteral("\"Ana, at home\" <ANA@example.test>")));
        QVERIFY(!m_host
                     ->imap(ben, m_ben.password, QStringLiteral("INBOX"),
                            QStringLiteral("SEARCH SUBJECT \"Forged\""))
                     .text.contains(QLatin1String("SEARCH 1 2")));
    }

    void protocolChoice()
    {
        const auto onlyImap = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Tablet"),
                                                   QStringLiteral("imap"));
        const auto onlyPop = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Old"),
                                                  QStringLiteral("pop3"));
        QVERIFY(m_host->imap(ana, onlyImap.password));
        QCOMPARE(m_host->pop3(ana, onlyImap.password).exitCode, 67);
        QVERIFY(m_host->pop3(ana, onlyPop.password));
        QCOMPARE(m_host->imap(ana, onlyPop.password).exitCode, 67);
    }

    void theRightToSend()
    {
        const qint64 robin = m_host->personId(QStringLiteral("Robin"));
        QVERIFY(robin > 0);
        QVERIFY(m_host->allow(QStringLiteral("ana"), robin));
        const auto his = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("His phone"),
                                              QStringLiteral("pop3-imap"), robin);
        QVERIFY(m_host->submit(ana, his.password, letter(QStringLiteral("May"))));
        OpenImap session(*m_host, ana, his.password);
        QVERIFY(session.isLoggedIn());

        const QString access = m_host->mailboxPath(QStringLiteral("ana")) +
                               QStringLiteral("/accesses/webmail/users/%1").arg(robin);
        const auto set = [&](bool may) {
            return m_host
                ->api(QStringLiteral("PATCH"), access,
                      {{QStringLiteral("permissions"),
                        QJsonObject{{QStringLiteral("can_send_emails"), may}}}})
                .status;
        };
        QCOMPARE(set(false), 200);
        const auto refused = m_host->submit(ana, his.password, letter(QStringLiteral("MayNot")));
        QVERIFY2(refused.text.contains(QLatin1String("535 5.7.8")), qPrintable(refused.text));
        QVERIFY(m_host->imap(ana, his.password));
        QVERIFY(session.isAlive());
        QVERIFY(m_host->submit(ana, m_phone.password, letter(QStringLiteral("NoUser"))));
        QCOMPARE(set(true), 200);
        QVERIFY(m_host->submit(ana, his.password, letter(QStringLiteral("MayAgain"))));
    }

    // A script sorts, filters, answers and redirects: whoever loses one of these rights loses the
    // session that could still say it.
    void theRightToFilter()
    {
        const qint64 sam = m_host->personId(QStringLiteral("Sam"));
        QVERIFY(m_host->allow(QStringLiteral("ana"), sam));
        const auto hers = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Her phone"),
                                               QStringLiteral("pop3-imap"), sam);
        const QString access = m_host->mailboxPath(QStringLiteral("ana")) +
                               QStringLiteral("/accesses/webmail/users/%1").arg(sam);
        const auto set = [&](const char *right, bool may) {
            return m_host
                ->api(QStringLiteral("PATCH"), access,
                      {{QStringLiteral("permissions"), QJsonObject{{QLatin1String(right), may}}}})
                .status;
        };
        OpenImap imap(*m_host, ana, hers.password);
        OpenSieve others(*m_host, ana, m_phone.password);
        QVERIFY(imap.isLoggedIn() && others.isLoggedIn());
        for (const char *right : {"can_manage_filters", "can_manage_rules",
                                  "can_manage_redirections", "can_manage_auto_reply"}) {
            OpenSieve session(*m_host, ana, hers.password);
            QVERIFY2(session.isLoggedIn() && session.say("LISTSCRIPTS").contains("OK"), right);
            QCOMPARE(set("can_manage_aliases", false), 200); // not one of them
            QVERIFY(session.say("LISTSCRIPTS").contains("OK"));
            QCOMPARE(set(right, false), 200);
            QVERIFY2(session.waitEnd(1000), right);
            QVERIFY(!OpenSieve(*m_host, ana, hers.password).isLoggedIn());
            QCOMPARE(set(right, true), 200);
            QCOMPARE(set("can_manage_aliases", true), 200);
        }
        QVERIFY(imap.isAlive());
        QVERIFY(others.say("LISTSCRIPTS").contains("OK"));
    }

    void newPassword()
    {
        const auto device = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Renewed"));
        const QString path = m_host->mailboxPath(QStringLiteral("ana")) +
                             QStringLiteral("/accesses/devices/%1").arg(device.id);
        OpenImap session(*m_host, ana, device.password);
        OpenImap other(*m_host, ana, m_phone.password);
        QVERIFY(session.isLoggedIn() && other.isLoggedIn());
        // One that writes nothing at the moment, one at the recipients, one in the message.
        OpenSmtp idle(*m_host, ana, device.password);
        OpenSmtp addressing(*m_host, ana, device.password);
        OpenSmtp writing(*m_host, ana, device.password);
        OpenSmtp others(*m_host, ana, m_phone.password);
        QVERIFY(idle.isLoggedIn() && others.isLoggedIn());
        const QByteArray begin = "MAIL FROM:<" + ana.toLatin1() + '>';
        const QByteArray to = "RCPT TO:<" + ben.toLatin1() + '>';
        const QByteArray text = "From: " + ana.toLatin1() + "\r\nSubject: Renewed\r\n\r\nText\r\n.";
        QVERIFY(addressing.say(begin).startsWith("250"));
        QVERIFY(writing.say(begin).startsWith("250") && writing.say(to).startsWith("250") &&
                writing.say("DATA").startsWith("354"));
        const QString fresh = m_host->api(QStringLiteral("POST"), path)
                                  .data()
                                  .toObject()
                                  .value(QLatin1String("password"))
                                  .toString();
        QVERIFY(!fresh.isEmpty() && fresh != device.password);
        QVERIFY(session.waitEnd(1000));
        QVERIFY(other.isAlive());
        QCOMPARE(m_host->imap(ana, device.password).exitCode, 67);
        QVERIFY(m_host->imap(ana, fresh));
        QCOMPARE(idle.say(begin).left(9), "421 4.7.0");
        QVERIFY(idle.waitEnd(1000));
        QCOMPARE(addressing.say(to).left(9), "553 5.7.1");
        QCOMPARE(writing.say(text).left(9), "550 5.7.1");
        QVERIFY(others.say(begin).startsWith("250") && others.say(to).startsWith("250"));
        QVERIFY(m_host->submit(ana, fresh, letter(QStringLiteral("Fresh"))));
    }

    void disconnect()
    {
        const auto device = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Lost"));
        OpenImap session(*m_host, ana, device.password);
        QVERIFY(session.isLoggedIn());
        QCOMPARE(m_host
                     ->api(QStringLiteral("DELETE"),
                           m_host->mailboxPath(QStringLiteral("ana")) +
                               QStringLiteral("/accesses/devices/%1").arg(device.id))
                     .status,
                 200);
        QVERIFY(session.waitEnd(1000));
        QCOMPARE(m_host->imap(ana, device.password).exitCode, 67);
    }

    void lastUse()
    {
        const QString path =
            m_host->mailboxPath(QStringLiteral("ben")) + QStringLiteral("/accesses/devices");
        QVERIFY(m_host->imap(ben, m_ben.password));
        QVERIFY(LocalHost::waitUntil([&] {
            const QByteArray all =
                QJsonDocument(m_host->api(QStringLiteral("GET"), path).json).toJson();
            return !all.contains("\"last_connection\": null") &&
                   !all.contains("\"last_connected_at\": null");
        }));
    }

    void hundredRecipients()
    {
        LocalHost::Letter l = letter(QStringLiteral("Many"));
        l.to.clear();
        for (int i = 0; i < 100; ++i)
            l.to.append(QStringLiteral("r%1@elsewhere.test").arg(i));
        QVERIFY(m_host->submit(ana, m_phone.password, l));
        l.to.append(QStringLiteral("r100@elsewhere.test"));
        const auto said = m_host->submit(ana, m_phone.password, l);
        QVERIFY2(said.text.contains(QLatin1String("452 4.5.3")), qPrintable(said.text));
    }

    void removal()
    {
        QVERIFY(m_host->createMailbox(QStringLiteral("gone")));
        const QString gone = QStringLiteral("gone@example.test");
        const auto device = m_host->createDevice(QStringLiteral("gone"), QStringLiteral("Phone"));
        QVERIFY(m_host->deliver(outside, gone, QStringLiteral("Farewell")));
        QVERIFY(m_host->hasMail(gone, device.password, QStringLiteral("Farewell")));
        OpenImap session(*m_host, gone, device.password);
        QCOMPARE(m_host->api(QStringLiteral("DELETE"), m_host->mailboxPath(QStringLiteral("gone")))
                     .status,
                 200);
        QVERIFY(session.waitEnd(1000));
        QVERIFY(m_host->deliver(outside, gone).text.contains(QLatin1String("550 5.1.1")));
        QCOMPARE(m_host->imap(gone, device.password).exitCode, 67);
        QVERIFY(!QDir(m_host->directory() + QStringLiteral("/mail/example.test/gone")).exists());
        // A new one of the same name begins empty.
        QVERIFY(m_host->createMailbox(QStringLiteral("gone")));
        const auto again = m_host->createDevice(QStringLiteral("gone"), QStringLiteral("Phone"));
        QVERIFY(m_host
                    ->imap(gone, again.password, QStringLiteral("INBOX"),
                           QStringLiteral("STATUS INBOX (MESSAGES)"))
                    .text.contains(QLatin1String("MESSAGES 0")));
    }

    void noSecretIsWritten()
    {
        // Neither passwords nor the token, in no log.
        const QDir logs(m_host->directory() + QStringLiteral("/log"));
        const QStringList names = logs.entryList(QDir::Files);
        QVERIFY(names.contains(QStringLiteral("dovecot.log")));
        for (const QString &name : names) {
            QFile file(logs.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY(!text.contains(m_phone.password.toUtf8()));
            QVERIFY(!text.contains(m_host->token().toUtf8()));
        }
    }

private:
    LocalHost::Letter letter(const QString &subject) const { return {ana, {ben}, {}, subject, {}}; }

    const QString ana = QStringLiteral("ana@example.test");
    const QString ben = QStringLiteral("ben@example.test");
    const QString outside = QStringLiteral("writer@elsewhere.test");
    std::unique_ptr<LocalHost> m_host;
    LocalHost::Device m_phone;
    LocalHost::Device m_ben;
};

QTEST_GUILESS_MAIN(MailStory)
#include "mailstory.moc"
