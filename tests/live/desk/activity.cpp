// SPDX-License-Identifier: GPL-3.0-or-later
// Mail comes, somebody reads it and throws it away: the list of addresses follows with the next
// refresh, which asks for what is new only.
#include "tests/live/desk/desktop.h"

class DeskActivity : public DeskStory
{
    Q_OBJECT

    void prepare() override
    {
        for (const QString &name : {u"ana"_qs, u"ben"_qs})
            VERIFY_DONE(m_desk->apply({mail::creation(m_desk->newMailbox(name))}));
        m_phone = m_desk->makeDevice(m_desk->newDevice(u"ana"_qs, u"Phone"_qs));
        QVERIFY(m_phone);
        QVERIFY(m_desk->sync());
    }

    mail::Mailbox row(const QString &name)
    {
        return m_desk->cache().mailbox(m_desk->scope(), name).value_or(mail::Mailbox());
    }
    // After how many refreshes it is so; each has to be one of the short kind. 0: never.
    template <class Is>
    int refreshesUntil(Is is)
    {
        int count = 0;
        bool isShort = true;
        const auto isEnough = [&] {
            ++count;
            const auto report = m_desk->sync();
            isShort = report && !report->full;
            return !isShort || is();
        };
        return LocalHost::waitUntil(isEnough, 20'000) && isShort ? count : 0;
    }

private slots:
    void delivered()
    {
        QCOMPARE(row(u"ana"_qs).size.value_or(0), 0);
        const QString version = QString::number(row(u"ana"_qs).version.value_or(0));
        QVERIFY(m_host.deliver(outside, ana, u"One"_qs));
        QVERIFY(refreshesUntil([&] { return row(u"ana"_qs).size.value_or(0) > 0; }));
        QVERIFY(row(u"ana"_qs).sizeCheckedAt);
        QCOMPARE(QString::number(row(u"ana"_qs).version.value_or(0)), version);
        QCOMPARE(row(u"ben"_qs).size.value_or(0), 0);

        const qint64 one = *row(u"ana"_qs).size;
        QVERIFY(m_host.deliver(outside, ana, u"Two"_qs));
        QVERIFY(refreshesUntil([&] { return row(u"ana"_qs).size.value_or(0) > one; }));
        const auto quiet = m_desk->sync(); // and then there is nothing more to tell
        QVERIFY(quiet);
        QCOMPARE(quiet->loaded, 0);
    }

    void loggedIn()
    {
        QVERIFY(!row(u"ana"_qs).imapLastLogin || !row(u"ana"_qs).imapLastLogin->isValid());
        const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
        QVERIFY(m_host.imap(ana, m_phone->plain()));
        QVERIFY(refreshesUntil([&] {
            const auto at = row(u"ana"_qs).imapLastLogin;
            return at && at->isValid() && *at >= before;
        }));
        QVERIFY(!row(u"ana"_qs).pop3LastLogin || !row(u"ana"_qs).pop3LastLogin->isValid());
        QVERIFY(m_host.pop3(ana, m_phone->plain()));
        QVERIFY(refreshesUntil([&] {
            const auto at = row(u"ana"_qs).pop3LastLogin;
            return at && at->isValid() && *at >= before;
        }));
    }

    void thrownAway()
    {
        const auto imap = [&](const QString &request) {
            return m_host.imap(ana, m_phone->plain(), u"INBOX"_qs, request);
        };
        QVERIFY(row(u"ana"_qs).size.value_or(0) > 0);
        QVERIFY(imap(u"STORE 1:* +FLAGS.SILENT \\Deleted"_qs));
        QVERIFY(imap(u"EXPUNGE"_qs));
        QVERIFY(refreshesUntil([&] { return row(u"ana"_qs).size == 0; }));
    }

private:
    const QString ana = u"ana@example.test"_qs;
    const QString outside = u"writer@elsewhere.test"_qs;
    std::optional<Desktop::Made> m_phone;
};

QTEST_GUILESS_MAIN(DeskActivity)
#include "activity.moc"
