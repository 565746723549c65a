// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDKIM as the mail host runs it, without Postfix: what is signed, with which keys, and what
// happens when they change under somebody who is connected.
#include "app/check/dns/dkim.h"
#include "app/wire/dns/zoneresolver.h"
#include "server/host/milterclient.h"
#include "server/host/opendkim.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace host;
using mail::DkimAlgorithm;

class Signers : public QObject
{
    Q_OBJECT

    static constexpr auto limit = std::chrono::seconds(5);

    SigningKey makeKey(const char *domain, const char *selector, DkimAlgorithm algorithm)
    {
        const SigningKey key{QString::fromLatin1(domain), QString::fromLatin1(selector), algorithm};
        const auto record = m_dkim->makeKey(key);
        if (!record)
            qFatal("%s", qPrintable(record.error().detail));
        m_zone.add(QByteArray(selector) + "._domainkey." + domain, wire::RecordType::TXT,
                   '"' + record->left(200).toLatin1() + "\" \"" + record->mid(200).toLatin1() +
                       '"');
        return key;
    }

    Result<QByteArray> passed(const QByteArray &from, const QByteArray &more = {})
    {
        QByteArray message =
            "From: " + from +
            "\r\nTo: b@elsewhere.test\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n"
            "Date: Wed, 25 Nov 2026 10:00:00 +0000\r\nReply-To: <r@x.test>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: text/plain;\r\n\tcharset=utf-8\r\n" +
            more + "\r\nHello  there \r\n.\r\n\r\n\r\n";
        for (const QString &socket : m_dkim->sockets()) {
            auto next = throughMilter(socket, message, limit);
            if (!next)
                return next;
            message = std::move(*next);
        }
        return message;
    }

    // "pass example.test/r1 rsa-sha256" of each signature.
    QStringList verified(const QByteArray &message)
    {
        Progress progress;
        const auto signatures =
            check::verifyDkim(message, m_zone, progress, QDateTime::currentSecsSinceEpoch());
        QStringList words;
        for (const check::DkimSignature &s : *signatures)
            words.append(QString(mail::word(s.result)) + u' ' + QString::fromLatin1(s.domain) +
                         u'/' + QString::fromLatin1(s.selector) + u' ' +
                         QString::fromLatin1(s.algorithm));
        words.sort();
        return words;
    }
    QStringList verifiedFrom(const QByteArray &from)
    {
        const auto message = passed(from);
        return message ? verified(*message) : QStringList{message.error().detail};
    }

private slots:
    void initTestCase()
    {
        QFile::setPermissions(m_dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                QFile::ExeOther);
        const auto layout = localLayout(m_dir.filePath(QStringLiteral("h:o@s+t")), {});
        QVERIFY(layout);
        m_layout = *layout;
        QVERIFY(makeDirectories(m_layout));
        m_supervisor = std::make_unique<Supervisor>(m_layout.state, m_layout.log);
        m_dkim = std::make_unique<OpenDkim>(m_layout, *m_supervisor);
        const auto good = m_dkim->check();
        QVERIFY2(good, qPrintable(good ? QString() : good.error().detail));
        QVERIFY(m_dkim->configure());
        QVERIFY(m_supervisor->start(m_dkim->services()));
        for (const QString &socket : m_dkim->sockets())
            QTRY_VERIFY(listensOn(socket));
    }
    void cleanupTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        m_supervisor->stop();
        QVERIFY(timer.elapsed() < 3000); // SIGTERM alone would take five seconds and more
        for (const QString &socket : m_dkim->sockets())
            QVERIFY(!listensOn(socket));
    }

    void nobodySigns()
    {
        QVERIFY(m_dkim->missing().isEmpty());
        QVERIFY(m_dkim->signWith({}));
        QCOMPARE(verifiedFrom("ana@example.test"), QStringList());
        QCOMPARE(m_dkim->signedMessage(QStringLiteral("example.test")).error().code,
                 QStringLiteral("not_signed"));
    }

    void bothAlgorithms()
    {
        const auto rsa = makeKey("example.test", "r1", DkimAlgorithm::Rsa);
        const auto edwards = makeKey("example.test", "e.1", DkimAlgorithm::Ed25519);
        QVERIFY(m_dkim->signWith({rsa}));
        QCOMPARE(verifiedFrom("Ana <ana@example.test>"),
                 QStringList{QStringLiteral("pass example.test/r1 rsa-sha256")});
        QVERIFY(m_dkim->signWith({rsa, edwards}));
        const QStringList both{QStringLiteral("pass example.test/e.1 ed25519-sha256"),
                               QStringLiteral("pass example.test/r1 rsa-sha256")};
        QCOMPARE(verifiedFrom("Ana <ana@example.test>"), both);
        QCOMPARE(verifiedFrom("ANA@EXAMPLE.Test"), both);
        const auto message = m_dkim->signedMessage(QStringLiteral("example.test"));
        QVERIFY(message);
        QCOMPARE(verified(*message), both);
        // Bounces come from the host's own name.
        QCOMPARE(verifiedFrom("MAILER-DAEMON@mail.example.test (Mail Delivery System)"), both);
        QCOMPARE(m_dkim->makeKey(rsa).error().kind, Error::Kind::Conflict);
    }

    void whatIsSigned()
    {
        const auto message = passed("Ana <ana@example.test>", "Sender: ana@example.test\r\n");
        QVERIFY(message);
        Progress progress;
        const auto signatures =
            check::verifyDkim(*message, m_zone, progress, QDateTime::currentSecsSinceEpoch());
        QCOMPARE(signatures->size(), 2);
        for (const check::DkimSignature &s : *signatures) {
            QByteArrayList names;
            for (const QByteArray &name : s.signedFields)
                names.append(name.toLower());
            for (const char *once : {"sender", "reply-to"})
                QCOMPARE(names.count(once), 1);
            // Once more than it is there: nobody can add another.
            for (const char *twice :
                 {"from", "subject", "date", "to", "mime-version", "content-type"})
                QCOMPARE(names.count(twice), 2);
            QCOMPARE(names.count("cc"), 1);
            QVERIFY(!s.partial);
        }
        QVERIFY(message->endsWith("\r\n\r\nHello  there \r\n.\r\n\r\n\r\n"));
        QByteArray tampered = *message;
        QCOMPARE(
            verified(tampered.replace("Hello", "Hallo")).filter(QStringLiteral("fail ")).size(), 2);
        tampered = "Subject: Another\r\n" + *message;
        QCOMPARE(verified(tampered).filter(QStringLiteral("fail ")).size(), 2);
        tampered = "Cc: x@elsewhere.test\r\n" + *message;
        QCOMPARE(verified(tampered).filter(QStringLiteral("fail ")).size(), 2);
    }

    void foreignNamesAreNotSigned()
    {
        for (const char *from :
             {"x@other.test", "x@notexample.test", "x@example.test.evil.test", "x@sub.example.test",
              "\"ana@example.test\" <x@other.test>", "x@exampleXtest"})
            QCOMPARE(verifiedFrom(from), QStringList());
    }

    void namesOfTheWorld()
    {
        const auto key = makeKey("xn--bcher-kva.example", "s", DkimAlgorithm::Rsa);
        const auto dash = makeKey("a-b.example", "s", DkimAlgorithm::Ed25519);
        QVERIFY(m_dkim->signWith({key, dash}));
        const QStringList pass{QStringLiteral("pass xn--bcher-kva.example/s rsa-sha256")};
        QCOMPARE(verifiedFrom("ana@xn--bcher-kva.example"), pass);
        QCOMPARE(verifiedFrom("ana@b\xc3\xbc"
                              "cher.example"),
                 pass);
        QCOMPARE(verifiedFrom("ana@a-b.example"),
                 QStringList{QStringLiteral("pass a-b.example/s ed25519-sha256")});
        QCOMPARE(verifiedFrom("ana@axb.example"), QStringList());
        QCOMPARE(verifiedFrom("ana@example.test"), QStringList()); // not any more
    }

    void severalOfOneAlgorithm()
    {
        const auto one = makeKey("two.example", "one", DkimAlgorithm::Rsa);
        const auto two = makeKey("two.example", "two", DkimAlgorithm::Rsa);
        QVERIFY(m_dkim->signWith({one, two}));
        QCOMPARE(verifiedFrom("a@two.example").size(), 2);
        QVERIFY(m_dkim->signWith({two}));
        QCOMPARE(verifiedFrom("a@two.example"),
                 QStringList{QStringLiteral("pass two.example/two rsa-sha256")});
    }

    void privateHalves()
    {
        const SigningKey key{QStringLiteral("secret.example"), QStringLiteral("s"),
                             DkimAlgorithm::Ed25519};
        QVERIFY(m_dkim->makeKey(key));
        QVERIFY(m_dkim->hasKey(key));
        const QString path = m_layout.dkim + QStringLiteral("/keys/secret.example/s.pem");
        const auto forbidden = QFile::ReadOther | QFile::WriteOther | QFile::WriteGroup;
        QVERIFY(!(QFile::permissions(path) & forbidden));
        QVERIFY(!(QFile::permissions(QFileInfo(path).path()) & (forbidden | QFile::ExeOther)));
        const auto kept = makeKey("secret.example", "t", DkimAlgorithm::Rsa);
        QVERIFY(m_dkim->keepOnly({kept}));
        QVERIFY(!m_dkim->hasKey(key));
        QVERIFY(m_dkim->hasKey(kept));
        QVERIFY(m_dkim->dropKey(kept));
        QVERIFY(m_dkim->dropKey(kept));
        QVERIFY(!m_dkim->hasKey(kept));
        QVERIFY(!QFile::exists(QFileInfo(path).path()));
    }

    // A table never names a key that is not there: that would hold up the domain's mail.
    void lostPrivateHalf()
    {
        const auto one = makeKey("lost.example", "one", DkimAlgorithm::Rsa);
        const auto two = makeKey("lost.example", "two", DkimAlgorithm::Ed25519);
        QVERIFY(m_dkim->dropKey(one));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("one._domainkey")));
        QVERIFY(m_dkim->signWith({one, two}));
        QCOMPARE(verifiedFrom("a@lost.example"),
                 QStringList{QStringLiteral("pass lost.example/two ed25519-sha256")});
        // Dropped while it signs: mail waits, none leaves unsigned.
        QVERIFY(m_dkim->dropKey(two));
        QCOMPARE(passed("a@lost.example").error().kind, Error::Kind::Limited);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("two._domainkey")));
        QVERIFY(m_dkim->signWith({two}));
        QCOMPARE(verifiedFrom("a@lost.example"), QStringList());
    }

    void killed()
    {
        const auto key = makeKey("killed.example", "one", DkimAlgorithm::Rsa);
        const auto next = makeKey("killed.example", "two", DkimAlgorithm::Rsa);
        QVERIFY(m_dkim->signWith({key}));
        const QString name = QStringLiteral("opendkim-rsa");
        const pid_t before = m_supervisor->pid(name);
        QVERIFY(before > 0);
        ::kill(before, SIGKILL);
        QTRY_VERIFY(!listensOn(m_dkim->sockets().first()));
        QCOMPARE(passed("a@killed.example").error().kind, Error::Kind::Offline);
        // A change while it is away is in effect when this returns: it was started again.
        QVERIFY(m_dkim->signWith({next}));
        QVERIFY(m_supervisor->pid(name) != before);
        QCOMPARE(verifiedFrom("a@killed.example"),
                 QStringList{QStringLiteral("pass killed.example/two rsa-sha256")});
    }

private:
    QTemporaryDir m_dir;
    Layout m_layout;
    wire::ZoneResolver m_zone;
    std::unique_ptr<Supervisor> m_supervisor;
    std::unique_ptr<OpenDkim> m_dkim;
};

QTEST_GUILESS_MAIN(Signers)
#include "signers.moc"
