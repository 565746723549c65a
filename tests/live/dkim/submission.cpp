// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the mail host is signed, and what passes through is not: real Postfix, OpenDKIM and
// PowerDNS, verified by python3-dkim and by ours.
#include "tests/live/dkim/signedhost.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <csignal>

class Submission : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_host = std::make_unique<SignedHost>();
        QVERIFY2(m_host->start(), qPrintable(m_host->problem()));
        NEEDS_SERVERS(*m_host, SignedHost::all);
        for (const char *name : {"ana", "ben"})
            QVERIFY(m_host->createMailbox(QString::fromLatin1(name)));
        m_ana = m_host->createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        m_ben = m_host->createDevice(QStringLiteral("ben"), QStringLiteral("Laptop"));
        QVERIFY(m_ana.id > 0 && m_ben.id > 0);
    }
    void cleanupTestCase()
    {
        QCOMPARE(m_host->stop(), 0);
        QCOMPARE(m_host->processes(), QStringList());
    }

    void withoutAKeyItLeavesUnsigned()
    {
        QVERIFY(submit(QStringLiteral("Unsigned")));
        QCOMPARE(m_host->byPython(m_host->sent(QStringLiteral("Unsigned"))),
                 QStringList{QStringLiteral("none")});
        QCOMPARE(m_host
                     ->api(QStringLiteral("GET"),
                           m_host->path("/dkim_keys/signed_message?domain=example.test"))
                     .status,
                 409);
    }

    void signedWithBothAlgorithms()
    {
        const QJsonObject rsa = m_host->signWith(QStringLiteral("rsa"));
        QVERIFY(!rsa.isEmpty());
        QVERIFY(submit(QStringLiteral("Rsa")));
        QByteArray message = m_host->sent(QStringLiteral("Rsa"));
        const QString first = rsa.value(u"selector").toString();
        m_all = {QStringLiteral("pass %1 rsa-sha256").arg(first)};
        QCOMPARE(m_host->byPython(message), m_all);
        QCOMPARE(m_host->byUs(message), m_all);

        const QJsonObject edwards = m_host->signWith(QStringLiteral("ed25519"));
        QVERIFY(!edwards.isEmpty());
        m_all.append(
            QStringLiteral("pass %1 ed25519-sha256").arg(edwards.value(u"selector").toString()));
        m_all.sort();
        QVERIFY(submit(QStringLiteral("Both")));
        message = m_host->sent(QStringLiteral("Both"));
        QCOMPARE(m_host->byPython(message), m_all);
        QCOMPARE(m_host->byUs(message), m_all);

        QByteArray tampered = message;
        tampered.replace("Both\r\n\r\n", "Both\r\n\r\nand more");
        if (tampered == message)
            tampered += "and more\r\n";
        QVERIFY(m_host->byPython(tampered).filter(QStringLiteral("pass")).isEmpty());
        QVERIFY(m_host->byUs(tampered).filter(QStringLiteral("pass")).isEmpty());
        tampered = message;
        tampered.replace("Subject: Both", "Subject: Boat");
        QVERIFY(m_host->byPython(tampered).filter(QStringLiteral("pass")).isEmpty());
        QVERIFY(m_host->byUs(tampered).filter(QStringLiteral("pass")).isEmpty());
    }

    // Also what stays on the host, and on the other port.
    void betweenOurOwn()
    {
        LocalHost::Letter letter{ana, {ben}, {}, QStringLiteral("Neighbour"), {}};
        QVERIFY(m_host->submit(ana, m_ana.password, letter, QStringLiteral("submission")));
        const QByteArray message =
            m_host->received(ben, m_ben.password, QStringLiteral("Neighbour"));
        QCOMPARE(m_host->byPython(message), m_all);
        QCOMPARE(m_host->byUs(message), m_all);
    }

    void theHostShowsHowItSigns()
    {
        const QByteArray message =
            m_host
                ->api(QStringLiteral("GET"),
                      m_host->path("/dkim_keys/signed_message?domain=example.test"))
                .data()
                .toObject()
                .value(u"message")
                .toString()
                .toUtf8();
        QCOMPARE(m_host->byPython(message), m_all);
        QCOMPARE(m_host->byUs(message), m_all);
    }

    // What the host itself says is signed: a report of a delivery, from its own name.
    void whatTheHostItselfSends()
    {
        const auto said =
            LocalHost::run(QStringLiteral("/usr/bin/python3"),
                           {QStringLiteral(PEER), QStringLiteral("submit"),
                            QString::number(m_host->port(QStringLiteral("submissions"))),
                            m_host->caFile(), ana, ben},
                           m_ana.password.toUtf8());
        QVERIFY2(said, qPrintable(said.text));
        const QByteArray report =
            m_host->received(ana, m_ana.password, QStringLiteral("Successful Mail Delivery"));
        QVERIFY2(report.contains("From: Mail Delivery System <MAILER-DAEMON@mail.example.test>"),
                 report.constData());
        QCOMPARE(m_host->byPython(report), m_all);
        QCOMPARE(m_host->byUs(report), m_all);
    }

    // Nothing that comes from outside gets our signature, whatever it says of itself.
    void whatComesFromOutside()
    {
        QVERIFY(m_host->deliver(QStringLiteral("writer@elsewhere.test"), ben,
                                QStringLiteral("Foreign")));
        QCOMPARE(m_host->byPython(m_host->received(ben, m_ben.password, QStringLiteral("Foreign"))),
                 QStringList{QStringLiteral("none")});
        QVERIFY(m_host->deliver(ana, ben, QStringLiteral("Forged")));
        const QByteArray forged = m_host->received(ben, m_ben.password, QStringLiteral("Forged"));
        QVERIFY(forged.contains("From: " + ana.toUtf8()));
        QCOMPARE(m_host->byPython(forged), QStringList{QStringLiteral("none")});
    }

    void aForeignAuthor()
    {
        LocalHost::Letter letter{
            ana, {far}, QStringLiteral("boss@elsewhere.test"), QStringLiteral("Boss"), {}};
        const auto said = m_host->submit(ana, m_ana.password, letter);
        QVERIFY2(said.text.contains(QLatin1String("550 5.7.1")), qPrintable(said.text));
    }

    // With the one that signs away, mail waits; it is started again, and mail flows.
    void openDkimIsKilled()
    {
        const QString opendkim = QStringLiteral("rsa.conf");
        const auto pidOf = [&]() -> qint64 {
            for (const QString &line : m_host->processes())
                if (line.contains(opendkim))
                    return line.section(u':', 0, 0).toLongLong();
            return 0;
        };
        const qint64 before = pidOf();
        QVERIFY2(before > 0, qPrintable(m_host->processes().join(u'\n')));
        ::kill(pid_t(before), SIGKILL);
        QVERIFY(LocalHost::waitUntil([&] { return pidOf() != before; }));
        int refused = 0;
        QVERIFY(LocalHost::waitUntil([&] {
            const auto said =
                m_host->submit(ana, m_ana.password, {ana, {far}, {}, QStringLiteral("After"), {}});
            // For a while, and never for good.
            if (!said && !said.text.contains(QLatin1String("454 4.")) &&
                !said.text.contains(QLatin1String("451 4.")))
                qWarning("%s", qPrintable(said.text));
            refused += !said;
            return bool(said);
        }));
        QCOMPARE(m_host->byPython(m_host->sent(QStringLiteral("After"))), m_all);
        qInfo("%d messages were told to wait", refused);
    }

    void privateHalvesAreClosed()
    {
        const QString keys = m_host->directory() + QStringLiteral("/dkim/keys/example.test");
        const QStringList names = QDir(keys).entryList(QDir::Files);
        QCOMPARE(names.size(), 2);
        for (const QString &name : names) {
            const auto permissions = QFileInfo(keys + u'/' + name).permissions();
            QVERIFY(!(permissions & (QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup)));
            QFile file(keys + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray secret = file.readAll().split('\n').value(1);
            QVERIFY(secret.size() > 40);
            // Neither in the database nor in a log.
            const QString root = m_host->directory();
            for (const QString &place :
                 {root + QStringLiteral("/data"), root + QStringLiteral("/log")})
                for (const QFileInfo &entry : QDir(place).entryInfoList(QDir::Files)) {
                    QFile other(entry.filePath());
                    QVERIFY(other.open(QIODevice::ReadOnly));
                    QVERIFY(!other.readAll().contains(secret));
                }
        }
    }

    void aKeyThatIsKnownToOthers()
    {
        for (const QJsonValue key :
             m_host->api(QStringLiteral("GET"), m_host->path("/dkim_keys")).data().toArray())
            QCOMPARE(m_host->setState(key.toObject(), QStringLiteral("retired")), 200);
        QVERIFY(submit(QStringLiteral("Later")));
        QCOMPARE(m_host->byPython(m_host->sent(QStringLiteral("Later"))),
                 QStringList{QStringLiteral("none")});
        // What was signed with it is not believed any more.
        const QByteArray earlier = m_host->sent(QStringLiteral("Both"));
        QVERIFY(m_host->byPython(earlier).filter(QStringLiteral("pass")).isEmpty());
        QVERIFY(QDir(m_host->directory() + QStringLiteral("/dkim/keys"))
                    .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                    .isEmpty());
    }

private:
    LocalHost::Said submit(const QString &subject)
    {
        return m_host->submit(ana, m_ana.password, {ana, {far}, {}, subject, {}});
    }

    const QString ana = QStringLiteral("ana@example.test");
    const QString ben = QStringLiteral("ben@example.test");
    const QString far = QStringLiteral("someone@elsewhere.test");
    std::unique_ptr<SignedHost> m_host;
    LocalHost::Device m_ana;
    LocalHost::Device m_ben;
    QStringList m_all; // what a signed message has
};

QTEST_GUILESS_MAIN(Submission)
#include "submission.moc"
