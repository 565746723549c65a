// SPDX-License-Identifier: GPL-3.0-or-later
// Device passwords made, renewed and revoked from the desktop, and what mail programs meet then.
#include "tests/live/desk/desktop.h"

#include <QDir>
#include <QFile>

class DeskDevices : public DeskStory
{
    Q_OBJECT

private slots:
    void everyDoor()
    {
        for (const QString &port : {u"imaps"_qs, u"imap"_qs})
            QVERIFY2(m_host.imap(ana, m_phone.plain(), {}, {}, port), qPrintable(port));
        for (const QString &port : {u"pop3s"_qs, u"pop3"_qs})
            QVERIFY2(m_host.pop3(ana, m_phone.plain(), {}, port), qPrintable(port));
        for (const QString &port : {u"submissions"_qs, u"submission"_qs})
            QVERIFY2(maySend(m_phone.plain(), port), qPrintable(port));
        QCOMPARE(m_phone.device.label, u"Phone"_qs);
        QCOMPARE(m_phone.device.user.value_or(-1), 0);
        QVERIFY(!m_phone.device.password);
        QCOMPARE(m_desk->cache().mailbox(m_desk->scope(), u"ana"_qs)->deviceCount, 1);
    }

    void protocolChoice()
    {
        const auto onlyImap = m_desk->makeDevice(
            m_desk->newDevice(u"ana"_qs, u"Tablet"_qs, 0, mail::Protocols::Imap));
        const auto onlyPop =
            m_desk->makeDevice(m_desk->newDevice(u"ana"_qs, u"Old"_qs, 0, mail::Protocols::Pop3));
        QVERIFY(onlyImap && onlyPop);
        QCOMPARE(onlyImap->device.protocols, mail::Protocols::Imap);
        QVERIFY(m_host.imap(ana, onlyImap->plain()));
        QCOMPARE(m_host.pop3(ana, onlyImap->plain()).exitCode, refused);
        QVERIFY(m_host.pop3(ana, onlyPop->plain()));
        QCOMPARE(m_host.imap(ana, onlyPop->plain()).exitCode, refused);
        // Sending is always included.
        QVERIFY(maySend(onlyImap->plain()) && maySend(onlyPop->plain()));
    }

    void newPassword()
    {
        const auto made = m_desk->makeDevice(m_desk->newDevice(u"ana"_qs, u"Renewed"_qs));
        QVERIFY(made);
        OpenImap session(m_host, ana, made->plain());
        OpenImap other(m_host, ana, m_phone.plain());
        QVERIFY(session.isLoggedIn() && other.isLoggedIn());

        const auto report = m_desk->apply({m_desk->newPassword(made->device)});
        VERIFY_DONE(report);
        const Secret fresh = report->rows.first().password;
        QVERIFY(!fresh.isEmpty() && !(fresh == made->password));
        QVERIFY(session.waitEnd(5000));
        QVERIFY(other.isAlive());
        QCOMPARE(m_host.imap(ana, made->plain()).exitCode, refused);
        QCOMPARE(m_host.pop3(ana, made->plain()).exitCode, refused);
        QVERIFY(!maySend(made->plain()));
        const QString plain = QString::fromUtf8(fresh.reveal());
        QVERIFY(m_host.imap(ana, plain) && m_host.pop3(ana, plain) && maySend(plain));
        // Nobody can go back to a password.
        const auto entry = m_desk->journal().entry(report->entry);
        QCOMPARE(work::undoOf(*entry).impossible.size(), 1);
    }

    void disconnect()
    {
        const auto made = m_desk->makeDevice(m_desk->newDevice(u"ana"_qs, u"Lost"_qs));
        QVERIFY(made);
        OpenImap session(m_host, ana, made->plain());
        OpenImap other(m_host, ana, m_phone.plain());
        QVERIFY(session.isLoggedIn() && other.isLoggedIn());
        VERIFY_DONE(m_desk->apply({mail::removal(made->device)}));
        QVERIFY(session.waitEnd(5000));
        QVERIFY(other.isAlive());
        QCOMPARE(m_host.imap(ana, made->plain()).exitCode, refused);
        QVERIFY(!maySend(made->plain()));
        QVERIFY(!m_desk->device(u"ana"_qs, made->device.id));
        // The far side has the same list.
        const QList<mail::Device> kept = m_desk->cache().devices(m_desk->scope(), u"ana"_qs);
        QVERIFY(m_desk->read(u"ana"_qs));
        QCOMPARE(m_desk->cache().devices(m_desk->scope(), u"ana"_qs).size(), kept.size());
    }

    void disconnectAll()
    {
        VERIFY_DONE(m_desk->apply({mail::creation(m_desk->newMailbox(u"ben"_qs))}));
        QVERIFY(m_desk->read(u"ben"_qs));
        const QString ben = QStringLiteral("ben@example.test");
        const auto one = m_desk->makeDevice(m_desk->newDevice(u"ben"_qs, u"One"_qs));
        const auto two = m_desk->makeDevice(m_desk->newDevice(u"ben"_qs, u"Two"_qs));
        QVERIFY(one && two);
        OpenImap first(m_host, ben, one->plain());
        OpenImap second(m_host, ben, two->plain());
        QVERIFY(first.isLoggedIn() && second.isLoggedIn());
        mail::Ref all = mail::refOf(one->device);
        all.key = QStringLiteral("*");
        VERIFY_DONE(m_desk->apply({{mail::Verb::Remove, all, {}, {}}}));
        QVERIFY(first.waitEnd(5000) && second.waitEnd(5000));
        QVERIFY(m_desk->cache().devices(m_desk->scope(), u"ben"_qs).isEmpty());
        QVERIFY(m_host.imap(ana, m_phone.plain()));
    }

    // With the user go their passwords; undone, the user is back and no old password is.
    void aRemovedUser()
    {
        const qint64 robin = m_host.personId(QStringLiteral("Robin"));
        QVERIFY(robin > 0);
        mail::Access access;
        access.service = m_desk->scope().service;
        access.mailbox = QStringLiteral("ana");
        access.user = robin;
        access.rights = mail::Rights::all();
        VERIFY_DONE(m_desk->apply({mail::creation(access)}));
        mail::Device wish = m_desk->newDevice(u"ana"_qs, u"Robin's phone"_qs);
        wish.user = robin;
        const auto made = m_desk->makeDevice(wish);
        QVERIFY(made);
        QVERIFY(m_desk->read(u"ana"_qs));
        OpenImap session(m_host, ana, made->plain());
        QVERIFY(session.isLoggedIn() && maySend(made->plain()));
        const auto accesses = m_desk->cache().accesses(m_desk->scope(), u"ana"_qs);
        const auto seen = std::find_if(accesses.begin(), accesses.end(),
                                       [&](const auto &one) { return one.user == robin; });
        QVERIFY(seen != accesses.end());
        const auto report = m_desk->apply({mail::removal(*seen)});
        VERIFY_DONE(report);
        QVERIFY(session.waitEnd(5000));
        QCOMPARE(m_host.imap(ana, made->plain()).exitCode, refused);
        QVERIFY(!m_desk->device(u"ana"_qs, made->device.id));
        QVERIFY(m_host.imap(ana, m_phone.plain()));

        const auto entry = m_desk->journal().entry(report->entry);
        VERIFY_DONE(m_desk->apply(work::undoOf(*entry).set.changes));
        QCOMPARE(m_host.imap(ana, made->plain()).exitCode, refused);
        QVERIFY(!maySend(made->plain()));
        QVERIFY(m_desk->read(u"ana"_qs));
        QVERIFY(!m_desk->device(u"ana"_qs, made->device.id));
    }

    // Neither the password nor the token, in no file of the desktop.
    void noSecretIsWritten()
    {
        const QDir folder(m_desk->folder());
        const QStringList names = folder.entryList(QDir::Files);
        QVERIFY(names.contains(u"journal.db"_qs) && names.contains(u"cache.db"_qs));
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains(m_phone.password.reveal()), qPrintable(name));
            QVERIFY2(!bytes.contains(m_host.token().toUtf8()), qPrintable(name));
        }
    }

private:
    void prepare() override
    {
        VERIFY_DONE(m_desk->apply({mail::creation(m_desk->newMailbox(u"ana"_qs))}));
        QVERIFY(m_desk->read(u"ana"_qs));
        const auto made = m_desk->makeDevice(m_desk->newDevice(u"ana"_qs, u"Phone"_qs));
        QVERIFY(made);
        m_phone = *made;
    }
    bool maySend(const QString &password, const QString &port = QStringLiteral("submissions"))
    {
        return bool(m_host.submit(ana, password, {ana, {ana}, {}, u"To myself"_qs, {}}, port));
    }

    static constexpr int refused = 67; // curl's word for a login that was refused
    const QString ana = QStringLiteral("ana@example.test");
    Desktop::Made m_phone;
};

QTEST_GUILESS_MAIN(DeskDevices)
#include "devices.moc"
