// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody removes or damages lookup.db, all that the mail servers know: the daemon makes it anew,
// real Dovecot and Postfix read the new one, and nobody's session ends.
#include "tests/support/localhost.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

class LostLookup : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
        NEEDS_SERVERS(m_host, LocalHost::Server::Smtp);
        QVERIFY(m_host.createMailbox(QStringLiteral("ana")));
        m_phone = m_host.createDevice(QStringLiteral("ana"), QStringLiteral("Phone"));
        m_revoked = m_host.createDevice(QStringLiteral("ana"), QStringLiteral("Stolen"));
        QVERIFY(revoke(m_revoked));
        m_file = m_host.directory() + QStringLiteral("/lookup/lookup.db");
    }
    void init()
    {
        // Both servers have the file open when the harm is done, and somebody is at his mail.
        QVERIFY(m_host.imap(ana, m_phone.password));
        QVERIFY(m_host.deliver(outside, ana));
        m_session = std::make_unique<OpenImap>(m_host, ana, m_phone.password);
        QVERIFY(m_session->isLoggedIn());
    }
    void cleanup() { m_session.reset(); }
    void cleanupTestCase()
    {
        QCOMPARE(m_host.stop(), 0);
        QCOMPARE(m_host.processes(), QStringList());
    }

    // The answer to the change says that it is in effect, so nothing is waited for.
    void removedAndThenAChange()
    {
        const auto other = m_host.createDevice(QStringLiteral("ana"), QStringLiteral("Tablet"));
        OpenImap itsSession(m_host, ana, other.password);
        remove();
        QVERIFY(revoke(other));
        QVERIFY(itsSession.waitEnd(2000));
        QCOMPARE(m_host.imap(ana, other.password).exitCode, 67);
        asBefore();

        remove();
        QVERIFY(m_host.createMailbox(QStringLiteral("ben")));
        const auto ben = m_host.createDevice(QStringLiteral("ben"), QStringLiteral("Phone"));
        QVERIFY(m_host.imap(QStringLiteral("ben@example.test"), ben.password));
        QVERIFY(m_host.deliver(outside, QStringLiteral("ben@example.test")));
        asBefore();
        QVERIFY2(m_host.log().contains(QLatin1String("lookup.db has to be made anew: it was "
                                                     "removed or replaced")) &&
                     m_host.log().contains(QLatin1String("read it from now on")),
                 qPrintable(m_host.log()));
    }

    void removedAndNobodyChangesAnything()
    {
        remove();
        QVERIFY(LocalHost::waitUntil([this] { return QFile::exists(m_file); }, 20000));
        // Whoever finds the name there may be a moment too early for all that is in it.
        QVERIFY(LocalHost::waitUntil([this] { return bool(m_host.deliver(outside, ana)); }));
        asBefore();
    }

    void damaged()
    {
        const auto before = m_host.log().count(QLatin1String("read it from now on"));
        for (const char *suffix : {"", "-wal"}) {
            QFile file(m_file + QLatin1String(suffix));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.write(QByteArray(qMax<qint64>(file.size(), 30000), '\x5a'));
        }
        // Meanwhile nobody is told for good that there is no such address or password.
        const auto meanwhile = m_host.deliver(outside, ana, QStringLiteral("Meanwhile"));
        QVERIFY2(!meanwhile.text.contains(QLatin1String("<** 5")), qPrintable(meanwhile.text));
        QVERIFY(LocalHost::waitUntil(
            [&] { return m_host.log().count(QLatin1String("read it from now on")) > before; },
            20000));
        QVERIFY2(m_host.log().contains(QLatin1String("made anew: it is damaged")),
                 qPrintable(m_host.log()));
        asBefore();
    }

    // Somebody else writes to it and does not let go, as one example of a publication that fails.
    void cannotBeWritten()
    {
        const auto stolen = m_host.createDevice(QStringLiteral("ana"), QStringLiteral("Bag"));
        QVERIFY(m_host.createMailbox(QStringLiteral("cy")));
        const QString cy = QStringLiteral("cy@example.test");
        const auto his = m_host.createDevice(QStringLiteral("cy"), QStringLiteral("Phone"));
        OpenImap stolenSession(m_host, ana, stolen.password);
        OpenImap hisSession(m_host, cy, his.password);
        QVERIFY(stolenSession.isLoggedIn() && hisSession.isLoggedIn());
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
            db.setDatabaseName(m_file);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("BEGIN IMMEDIATE")));
            const auto answer = m_host.api(QStringLiteral("DELETE"), pathOf(stolen));
            QCOMPARE(answer.status, 500);
            QCOMPARE(answer.json.value(QLatin1String("error"))[QLatin1String("code")].toString(),
                     QStringLiteral("saved_not_in_effect"));
            QVERIFY(stolenSession.waitEnd(1000));
            // The password is still good for Dovecot, but for no session that lasts.
            OpenImap again(m_host, ana, stolen.password);
            QVERIFY(again.waitEnd(2000));
            const auto refused =
                m_host.submit(ana, stolen.password, {ana, {ana}, {}, QStringLiteral("Stolen"), {}});
            QVERIFY2(refused.text.contains(QLatin1String("421 4.7.0 This login has ended")),
                     qPrintable(refused.text));
            QCOMPARE(m_host.api(QStringLiteral("DELETE"), m_host.mailboxPath(QStringLiteral("cy")))
                         .status,
                     500);
            QVERIFY(hisSession.waitEnd(1000));
            QVERIFY(m_session->isAlive());
            QVERIFY(m_host.imap(ana, m_phone.password));
            db.close();
        }
        QSqlDatabase::removeDatabase(QLatin1String(QSqlDatabase::defaultConnection));
        QVERIFY(LocalHost::waitUntil(
            [&] { return m_host.imap(ana, stolen.password).exitCode == 67; }, 20000));
        QVERIFY(LocalHost::waitUntil(
            [&] { return m_host.deliver(outside, cy).text.contains(QLatin1String("550 5.1.1")); }));
        asBefore();
    }

    void goneAtTheStart_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::newRow("removed") << true;
        QTest::newRow("damaged") << false;
    }
    void goneAtTheStart()
    {
        QFETCH(bool, removed);
        QCOMPARE(m_host.stop(), 0);
        if (removed) {
            remove();
        } else {
            QFile file(m_file);
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.write(QByteArray(8000, '\x5a'));
        }
        QVERIFY2(m_host.start(), qPrintable(m_host.problem()));
        m_session = std::make_unique<OpenImap>(m_host, ana, m_phone.password);
        asBefore();
    }

private:
    bool revoke(const LocalHost::Device &device)
    {
        return m_host.api(QStringLiteral("DELETE"), pathOf(device)).status == 200;
    }
    QString pathOf(const LocalHost::Device &device) // one of Ana's
    {
        return m_host.mailboxPath(QStringLiteral("ana")) +
               QStringLiteral("/accesses/devices/%1").arg(device.id);
    }
    void remove()
    {
        const QDir dir(QFileInfo(m_file).path());
        for (const QString &name : dir.entryList(QDir::Files))
            QVERIFY(QFile::remove(dir.filePath(name)));
    }
    void asBefore()
    {
        QVERIFY(m_host.imap(ana, m_phone.password));
        QVERIFY(m_host.pop3(ana, m_phone.password));
        QCOMPARE(m_host.imap(ana, m_revoked.password).exitCode, 67);
        QVERIFY(m_host.submit(ana, m_phone.password,
                              {ana, {ana}, {}, QStringLiteral("Number%1").arg(++m_letters), {}}));
        QVERIFY(m_host.hasMail(ana, m_phone.password, QStringLiteral("Number%1").arg(m_letters)));
        const auto refused =
            m_host.submit(ana, m_revoked.password, {ana, {ana}, {}, QStringLiteral("Stolen"), {}});
        QVERIFY2(refused.text.contains(QLatin1String("535 5.7.8")), qPrintable(refused.text));
        const auto taken = m_host.deliver(outside, ana);
        QVERIFY2(taken, qPrintable(taken.text));
        const auto unknown = m_host.deliver(outside, QStringLiteral("nobody@example.test"));
        QVERIFY2(unknown.text.contains(QLatin1String("550 5.1.1")), qPrintable(unknown.text));
        QVERIFY(m_session->isAlive());
    }

    const QString ana = QStringLiteral("ana@example.test");
    const QString outside = QStringLiteral("writer@elsewhere.test");
    LocalHost m_host;
    LocalHost::Device m_phone;
    LocalHost::Device m_revoked;
    QString m_file;
    std::unique_ptr<OpenImap> m_session;
    int m_letters = 0;
};

QTEST_GUILESS_MAIN(LostLookup)
#include "lostlookup.moc"
