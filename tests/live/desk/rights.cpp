// SPDX-License-Identifier: GPL-3.0-or-later
// The right to send, taken and given back from the desktop: whom it meets, and whom it does not.
#include "tests/live/desk/desktop.h"

class DeskRights : public DeskStory
{
    Q_OBJECT

private slots:
    void takenAndGivenBack()
    {
        onlyOthersMaySend(false);
        OpenImap session(m_host, team, m_devices.first().plain());
        QVERIFY(session.isLoggedIn());

        const mail::Change wish =
            m_desk->allowing(u"team"_qs, m_robin, mail::Right::SendEmails, false);
        QCOMPARE(wish.after.keys(), QStringList{u"rights"_qs});
        const auto taken = m_desk->apply({wish});
        VERIFY_DONE(taken);
        onlyOthersMaySend(true);
        QVERIFY(session.isAlive());
        for (const auto &device : std::as_const(m_devices))
            QVERIFY(m_host.imap(team, device.plain()) && m_host.pop3(team, device.plain()));
        const auto now = m_desk->access(u"team"_qs, m_robin);
        QVERIFY(now && !now->rights->allows(mail::Right::SendEmails));
        QVERIFY(now->rights->allows(mail::Right::ManageRules));

        const auto undone = m_desk->undo(taken->entry);
        VERIFY_DONE(undone);
        onlyOthersMaySend(false);
        QVERIFY(m_desk->access(u"team"_qs, m_robin)->rights->allows(mail::Right::SendEmails));
        QCOMPARE(m_desk->journal().entry(taken->entry)->undoneBy, undone->entry);

        VERIFY_DONE(m_desk->undo(undone->entry)); // Redo
        onlyOthersMaySend(true);
        QCOMPARE(m_desk->journal().entry(taken->entry)->undoneBy, 0);
    }

private:
    void prepare() override
    {
        m_robin = m_desk->person(QStringLiteral("Robin"));
        const qint64 sam = m_desk->person(QStringLiteral("Sam"));
        QVERIFY(m_robin > 0 && sam > 0);
        // One set, as the wizard of a new address ends: the address, then its people.
        VERIFY_DONE(m_desk->apply({mail::creation(m_desk->newMailbox(u"team"_qs)),
                                   mail::creation(m_desk->newAccess(u"team"_qs, m_robin)),
                                   mail::creation(m_desk->newAccess(u"team"_qs, sam))}));
        QVERIFY(m_desk->read(u"team"_qs));
        const std::pair<QString, qint64> wishes[] = {{u"Phone"_qs, m_robin},
                                                     {u"Laptop"_qs, m_robin},
                                                     {u"Her phone"_qs, sam},
                                                     {u"Scanner"_qs, 0}};
        for (const auto &[label, user] : wishes) {
            const auto made = m_desk->makeDevice(m_desk->newDevice(u"team"_qs, label, user));
            QVERIFY(made);
            QCOMPARE(made->device.user.value_or(-1), user);
            m_devices.append(*made);
            m_mine.append(user == m_robin);
        }
    }
    // At the first question, without waiting for anything.
    void onlyOthersMaySend(bool only)
    {
        for (qsizetype i = 0; i < m_devices.size(); ++i) {
            const QString label = *m_devices.at(i).device.label;
            const auto said = m_host.submit(team, m_devices.at(i).plain(),
                                            {team, {team}, {}, u"From "_qs + label, {}});
            if (only && m_mine.at(i))
                QVERIFY2(said.text.contains(u"535 5.7.8"_qs), qPrintable(label + said.text));
            else
                QVERIFY2(said, qPrintable(label + said.text));
        }
    }

    const QString team = QStringLiteral("team@example.test");
    qint64 m_robin = 0;
    QList<Desktop::Made> m_devices;
    QList<bool> m_mine; // Robin's
};

QTEST_GUILESS_MAIN(DeskRights)
#include "rights.moc"
