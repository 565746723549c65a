// SPDX-License-Identifier: GPL-3.0-or-later
// An address from its creation to its end, and two administrators at the same one.
#include "tests/live/desk/desktop.h"

using State = store::JournalEntry::State;

class DeskAddresses : public DeskStory
{
    Q_OBJECT

private slots:
    void create()
    {
        QVERIFY(isUnknown(u"new"_qs));
        const auto report = m_desk->apply({mail::creation(m_desk->newMailbox(u"new"_qs))});
        VERIFY_DONE(report);
        QCOMPARE(m_desk->cache().mailbox(m_desk->scope(), u"new"_qs)->address, at(u"new"_qs));
        QVERIFY(m_desk->listed().contains(u"new"_qs));
        QCOMPARE(m_desk->journal().entry(report->entry)->state, State::Applied);
        QCOMPARE(m_desk->journal().entry(report->entry)->by, u"Ana"_qs);

        const auto phone = m_desk->makeDevice(m_desk->newDevice(u"new"_qs, u"Phone"_qs));
        QVERIFY(phone);
        const auto taken = m_host.deliver(outside, at(u"new"_qs), u"FirstLetter"_qs);
        QVERIFY2(taken, qPrintable(taken.text));
        QVERIFY(m_host.hasMail(at(u"new"_qs), phone->plain(), u"FirstLetter"_qs));
        const auto read = m_host.imap(at(u"new"_qs), phone->plain(), u"INBOX;MAILINDEX=1"_qs);
        QVERIFY2(read && read.text.contains(u"Subject: FirstLetter"_qs), qPrintable(read.text));
    }

    void whatIsWrongIsRefusedRowByRow()
    {
        const auto report = m_desk->apply({mail::creation(m_desk->newMailbox(u"one"_qs)),
                                           mail::creation(m_desk->newMailbox(u"one"_qs)),
                                           mail::creation(m_desk->newMailbox(u"two"_qs))});
        QVERIFY(report);
        QCOMPARE(report->done, 2);
        QCOMPARE(report->rows.at(1).error.kind, Error::Kind::Conflict);
        QCOMPARE(m_desk->journal().entry(report->entry)->state, State::Partial);
        for (const QString &name : {u"one"_qs, u"two"_qs})
            QVERIFY(m_host.deliver(outside, at(name)));
        // The other desktop hears of them from the change feed, and of nothing else.
        const auto heard = m_other->sync();
        QVERIFY(heard && !heard->full);
        QCOMPARE(m_other->listed(), m_desk->listed());
    }

    void removal()
    {
        VERIFY_DONE(m_desk->apply({mail::creation(m_desk->newMailbox(u"gone"_qs))}));
        const auto phone = m_desk->makeDevice(m_desk->newDevice(u"gone"_qs, u"Phone"_qs));
        QVERIFY(phone);
        OpenImap session(m_host, at(u"gone"_qs), phone->plain());
        QVERIFY(session.isLoggedIn());
        QVERIFY(m_desk->read(u"gone"_qs));

        const auto known = m_desk->cache().mailbox(m_desk->scope(), u"gone"_qs);
        const auto report = m_desk->apply({mail::removal(*known)});
        VERIFY_DONE(report);
        QVERIFY(isUnknown(u"gone"_qs));
        QVERIFY(session.waitEnd(5000));
        QCOMPARE(m_host.imap(at(u"gone"_qs), phone->plain()).exitCode, 67);

        // Cache, list and journal say the same.
        QVERIFY(!m_desk->cache().mailbox(m_desk->scope(), u"gone"_qs));
        QVERIFY(m_desk->cache().devices(m_desk->scope(), u"gone"_qs).isEmpty());
        QVERIFY(!m_desk->listed().contains(u"gone"_qs));
        const auto entry = m_desk->journal().entry(report->entry);
        QCOMPARE(entry->state, State::Applied);
        QCOMPARE(entry->rows.first().effective.verb, mail::Verb::Remove);
        QCOMPARE(entry->rows.first().effective.object, mail::refOf(*known));
        const work::Undo undo = work::undoOf(*entry);
        QVERIFY(undo.set.changes.isEmpty());
        QCOMPARE(undo.impossible.size(), 1);
        QVERIFY(m_desk->sync());
        QVERIFY(!m_desk->listed().contains(u"gone"_qs));
    }

    // Whoever comes second is told, and what the first one did stays.
    void anotherNoteInBetween()
    {
        makeShared(u"noted"_qs);
        const mail::Change late = m_desk->note(u"noted"_qs, u"Ana's"_qs);
        VERIFY_DONE(m_other->apply({m_other->note(u"noted"_qs, u"Ben's"_qs)}));

        const auto report = m_desk->apply({late});
        QVERIFY(report);
        QCOMPARE(report->failed, 1);
        QCOMPARE(report->rows.first().error.kind, Error::Kind::Conflict);
        QCOMPARE(noteOf(u"noted"_qs), u"Ben's"_qs);
        // Shown as it is now; seen, it may be changed.
        QCOMPARE(m_desk->cache().mailbox(m_desk->scope(), u"noted"_qs)->note, u"Ben's"_qs);
        QCOMPARE(m_desk->journal().entry(report->entry)->state, State::Failed);
        VERIFY_DONE(m_desk->apply({m_desk->note(u"noted"_qs, u"Ana's"_qs)}));
        QCOMPARE(noteOf(u"noted"_qs), u"Ana's"_qs);
    }

    void anotherRightInBetween()
    {
        const qint64 robin = m_desk->person(u"Robin"_qs);
        makeShared(u"rights"_qs);
        VERIFY_DONE(m_other->apply({mail::creation(m_other->newAccess(u"rights"_qs, robin))}));
        const auto his = m_other->makeDevice(m_other->newDevice(u"rights"_qs, u"His"_qs, robin));
        QVERIFY(his);
        QVERIFY(m_desk->read(u"rights"_qs) && m_other->read(u"rights"_qs));
        const mail::Change late =
            m_desk->allowing(u"rights"_qs, robin, mail::Right::ManageRules, false);
        QVERIFY(!late.isEmpty());
        VERIFY_DONE(m_other->apply(
            {m_other->allowing(u"rights"_qs, robin, mail::Right::SendEmails, false)}));

        const auto report = m_desk->apply({late});
        QVERIFY(report);
        QCOMPARE(report->rows.first().error.kind, Error::Kind::Conflict);
        const auto refused = m_host.submit(at(u"rights"_qs), his->plain(),
                                           {at(u"rights"_qs), {at(u"new"_qs)}, {}, u"No"_qs, {}});
        QVERIFY2(refused.text.contains(u"535 5.7.8"_qs), qPrintable(refused.text));
        const auto now = m_desk->access(u"rights"_qs, robin);
        QVERIFY(now && !now->rights->allows(mail::Right::SendEmails));
        QVERIFY(now->rights->allows(mail::Right::ManageRules));
    }

    void changedBeforeItWasDeleted()
    {
        makeShared(u"kept"_qs);
        const auto seen = m_desk->cache().mailbox(m_desk->scope(), u"kept"_qs);
        VERIFY_DONE(m_other->apply({m_other->note(u"kept"_qs, u"Still in use"_qs)}));
        const auto report = m_desk->apply({mail::removal(*seen)});
        QVERIFY(report);
        QCOMPARE(report->rows.first().error.kind, Error::Kind::Conflict);
        QVERIFY(m_host.deliver(outside, at(u"kept"_qs)));
        QVERIFY(m_desk->listed().contains(u"kept"_qs));
    }

    void deletedBeforeItWasChanged()
    {
        makeShared(u"lost"_qs);
        const mail::Change late = m_desk->note(u"lost"_qs, u"Ana's"_qs);
        VERIFY_DONE(m_other->apply(
            {mail::removal(*m_other->cache().mailbox(m_other->scope(), u"lost"_qs))}));
        const auto report = m_desk->apply({late});
        QVERIFY(report);
        QCOMPARE(report->rows.first().error.kind, Error::Kind::NotFound);
        QVERIFY(isUnknown(u"lost"_qs));
        QVERIFY(!m_desk->listed().contains(u"lost"_qs));
    }

private:
    void prepare() override
    {
        m_other = std::make_unique<Desktop>(m_host, QStringLiteral("Ben"));
        QVERIFY(m_other->sync());
    }
    QString at(const QString &name) const { return name + u"@example.test"_qs; }
    bool isUnknown(const QString &name)
    {
        return m_host.deliver(outside, at(name)).text.contains(u"550 5.1.1"_qs);
    }
    // Made by one, seen by both.
    void makeShared(const QString &name)
    {
        VERIFY_DONE(m_other->apply({mail::creation(m_other->newMailbox(name))}));
        QVERIFY(m_desk->sync() && m_desk->read(name));
        QVERIFY(m_desk->listed().contains(name));
    }
    QString noteOf(const QString &name)
    {
        return m_host.api(u"GET"_qs, m_host.mailboxPath(name))
            .data()
            .toObject()
            .value(u"note")
            .toString();
    }

    const QString outside = QStringLiteral("writer@elsewhere.test");
    std::unique_ptr<Desktop> m_other;
};

QTEST_GUILESS_MAIN(DeskAddresses)
#include "addresses.moc"
