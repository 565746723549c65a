// SPDX-License-Identifier: GPL-3.0-or-later
// Change sets against a service in memory: effective values, failures of one row and of all, the
// network lost between two rows, retry, undo.
#include "app/work/apply.h"
#include "app/work/sync.h"
#include "tests/support/fakebackend.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using Row = store::JournalRow::State;
using State = store::JournalEntry::State;

class ApplyTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<store::Cache>(m_dir->filePath(u"cache.db"_qs));
        m_journal = std::make_unique<store::Journal>(m_dir->filePath(u"journal.db"_qs));
        m_backend = std::make_unique<test::FakeBackend>();
        QVERIFY(m_cache->open());
        QVERIFY(m_journal->open());
        for (const QString &name : {u"a"_qs, u"b"_qs, u"c"_qs, u"d"_qs, u"e"_qs})
            m_backend->addMailbox(name);
        Progress progress;
        QVERIFY(work::syncAccount(*m_backend, *m_cache, progress));
        QVERIFY(work::syncMailboxes(*m_backend, *m_cache, 7, m_clock, progress));
    }

    void keepsWhatCameOfIt()
    {
        const auto report = apply({note(u"a"_qs, u"  Front  "_qs)});
        QVERIFY(report);
        QCOMPARE(report->done, 1);
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->note, u"Front"_qs); // not what was wished
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->version, 2);
        const auto entry = m_journal->entry(report->entry);
        QCOMPARE(entry->state, State::Applied);
        QCOMPARE(entry->by, u"Ana"_qs);
        QCOMPARE(entry->rows.first().effective.after.value(u"note").toString(), u"Front"_qs);
        QVERIFY(m_journal->staged(scope).isEmpty());
    }

    void countsWhatIsUsedOfTheQuota()
    {
        const auto used = [this] { return m_cache->service(scope)->addressesUsed; };
        m_backend->service().addressQuota = 10;
        m_backend->service().addressesUsed = 5;
        Progress progress;
        QVERIFY(work::syncAccount(*m_backend, *m_cache, progress));
        mail::Mailbox fresh;
        fresh.service = 7;
        fresh.name = u"fresh"_qs;
        const auto report = apply({mail::creation(fresh), note(u"a"_qs, u"the same"_qs)});
        QVERIFY(report && report->done == 2);
        QCOMPARE(used(), 6);
        QVERIFY(apply({mail::removal(*m_cache->mailbox(scope, u"b"_qs)),
                       mail::removal(*m_cache->mailbox(scope, u"fresh"_qs))}));
        QCOMPARE(used(), 4);
    }

    // The passwords of a user go with the access, and no undo brings them back.
    void aRemovedUserTakesTheirDevicesAlong()
    {
        m_backend->addUser(2, u"Ben"_qs);
        mail::Access ben;
        ben.service = 7;
        ben.mailbox = u"a"_qs;
        ben.user = 2;
        ben.rights = mail::Rights::all();
        mail::Device phone;
        phone.service = 7;
        phone.mailbox = u"a"_qs;
        phone.label = u"Phone"_qs;
        phone.user = 2;
        mail::Device scanner = phone;
        scanner.label = u"Scanner"_qs;
        scanner.user = 0;
        QVERIFY(apply({mail::creation(ben), mail::creation(phone), mail::creation(scanner)}));
        Progress progress;
        QVERIFY(work::syncMailbox(*m_backend, *m_cache, 7, u"a"_qs, progress));
        QCOMPARE(m_cache->devices(scope, u"a"_qs).size(), 2);
        const auto accesses = m_cache->accesses(scope, u"a"_qs);
        const auto report = apply({mail::removal(accesses.last())});
        QVERIFY(report && report->done == 1);
        const auto left = m_cache->devices(scope, u"a"_qs);
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().label, u"Scanner"_qs);
        const work::Undo undo = work::undoOf(*m_journal->entry(report->entry));
        QVERIFY(apply(undo.set.changes));
        QCOMPARE(m_cache->devices(scope, u"a"_qs).size(), 1);
    }

    void nothingIsRefused() { QCOMPARE(apply({}).error().kind, Error::Kind::Invalid); }

    void goesOnAfterARowsOwnFailure()
    {
        m_backend->changeNote(u"b"_qs, u"meanwhile"_qs); // behind our back
        auto second = note(u"b"_qs, u"2"_qs);
        const auto report = apply({note(u"a"_qs, u"1"_qs), second, note(u"c"_qs, u"3"_qs)});
        QVERIFY(report);
        QCOMPARE(report->done, 2);
        QCOMPARE(report->failed, 1);
        QCOMPARE(report->rows.at(1).error.kind, Error::Kind::Conflict);
        QCOMPARE(report->left(), QList<mail::Change>{second});
        QCOMPARE(m_journal->entry(report->entry)->state, State::Partial);
        // What was refused is shown as it is now.
        QCOMPARE(m_cache->mailbox(scope, u"b"_qs)->note, u"meanwhile"_qs);
    }

    // Somebody else has the name by then: the people are not for them.
    void whatWasForANewAddressNeverReachesItsNamesake()
    {
        m_backend->addUser(2, u"Ben"_qs);
        m_backend->addMailbox(u"team"_qs); // behind our back
        mail::Mailbox team;
        team.service = 7;
        team.name = u"team"_qs;
        mail::Access ben;
        ben.service = 7;
        ben.mailbox = u"Team"_qs; // the same to every mail server
        ben.user = 2;
        ben.userName = u"Ben"_qs;
        ben.rights = mail::Rights::all();
        mail::Device phone;
        phone.service = 7;
        phone.mailbox = u"team"_qs;
        phone.label = u"Phone"_qs;
        mail::Change renamed{mail::Verb::Update,
                             {u"mailbox"_qs, 7, {}, u"team"_qs, {}, 0},
                             {{u"note"_qs, u""_qs}},
                             {{u"note"_qs, u"Ours"_qs}}};
        int sent = 0;
        m_backend->beforeApply = [&] { ++sent; };
        const auto report = apply({mail::creation(team), mail::creation(ben), mail::creation(phone),
                                   renamed, note(u"a"_qs, u"1"_qs)});
        QVERIFY(report);
        QCOMPARE(sent, 2); // the creation, and what has nothing to do with it
        QCOMPARE(report->done, 1);
        QCOMPARE(report->rows.at(0).error.kind, Error::Kind::Conflict);
        for (int row = 1; row <= 3; ++row) {
            QCOMPARE(report->rows.at(row).error.code, u"address-not-created"_qs);
            QCOMPARE(m_journal->entry(report->entry)->rows.at(row).state, Row::Failed);
        }
        Progress progress;
        QVERIFY(m_backend->accesses(7, u"Team"_qs, progress)->isEmpty());
        QVERIFY(m_backend->devices(7, u"team"_qs, progress)->isEmpty());
        QCOMPARE(m_backend->at(u"team"_qs).note, QString());

        // Tried again when the name is free, it goes through.
        m_backend->removeMailbox(u"team"_qs);
        const auto again =
            work::applyEntry(report->entry, *m_backend, *m_cache, *m_journal, progress);
        QVERIFY(again);
        QCOMPARE(again->done, 3); // a password is asked for anew
    }

    void stopsWhenTheNetworkGoes()
    {
        m_backend->cutAfter = 2;
        const auto report =
            apply({note(u"a"_qs, u"1"_qs), note(u"b"_qs, u"2"_qs), note(u"c"_qs, u"3"_qs),
                   note(u"d"_qs, u"4"_qs), note(u"e"_qs, u"5"_qs)});
        QVERIFY(report);
        QCOMPARE(report->done, 2);
        for (int row = 2; row < 5; ++row)
            QCOMPARE(report->rows.at(row).error.kind, Error::Kind::Offline);
        const int asked = m_backend->requests;
        QCOMPARE(m_journal->entry(report->entry)->state, State::Partial);
        QCOMPARE(m_cache->mailbox(scope, u"c"_qs)->note, QString());

        // Only what is left is tried again.
        m_backend->isOffline = false;
        m_backend->cutAfter = -1;
        Progress progress;
        const auto retry =
            work::applyEntry(report->entry, *m_backend, *m_cache, *m_journal, progress);
        QVERIFY(retry);
        QCOMPARE(retry->rows.size(), 3);
        QCOMPARE(retry->done, 3);
        QCOMPARE(m_backend->requests - asked, 3);
        QCOMPARE(m_journal->entry(report->entry)->state, State::Applied);
        QCOMPARE(m_cache->mailbox(scope, u"e"_qs)->note, u"5"_qs);
        QVERIFY(!work::applyEntry(report->entry, *m_backend, *m_cache, *m_journal, progress));
    }

    void cancelLeavesTheRest()
    {
        Progress progress;
        int calls = 0;
        m_backend->beforeApply = [&] {
            if (++calls == 2)
                progress.cancel();
        };
        const auto report = work::apply(
            {u"x"_qs, {note(u"a"_qs, u"1"_qs), note(u"b"_qs, u"2"_qs), note(u"c"_qs, u"3"_qs)}},
            *m_backend, *m_cache, *m_journal, scope, {}, progress);
        QVERIFY(report);
        QCOMPARE(report->done, 1);
        QCOMPARE(calls, 2);
        QCOMPARE(report->rows.at(1).error.kind, Error::Kind::Cancelled);
        QCOMPARE(report->rows.at(2).error.kind, Error::Kind::Cancelled);
        QCOMPARE(m_journal->entry(report->entry)->rows.at(2).error.kind, Error::Kind::Cancelled);
    }

    void eachRowIsWrittenBeforeTheNextGoesOut()
    {
        QList<Row> seen;
        m_backend->beforeApply = [&] {
            const auto entry = m_journal->entries(1).value(0);
            QCOMPARE(entry.state, State::Running);
            QVERIFY(m_journal->isUnderWay(entry.id));
            if (m_backend->at(u"a"_qs).note == u"1"_qs)
                seen.append(entry.rows.at(0).state);
        };
        QVERIFY(apply({note(u"a"_qs, u"1"_qs), note(u"b"_qs, u"2"_qs)}));
        QCOMPARE(seen, QList<Row>{Row::Done});
    }

    void stagedIsAppliedLater()
    {
        const auto id = m_journal->stage(scope, {u"x"_qs, {note(u"a"_qs, u"1"_qs)}}, u"Ana"_qs);
        Progress progress;
        const auto report = work::applyEntry(*id, *m_backend, *m_cache, *m_journal, progress);
        QVERIFY(report);
        QCOMPARE(report->done, 1);
        QVERIFY(m_journal->staged(scope).isEmpty());
    }

    void aDevicePasswordComesOnce()
    {
        Progress progress;
        QVERIFY(work::syncMailbox(*m_backend, *m_cache, 7, u"a"_qs, progress));
        mail::Device device;
        device.service = 7;
        device.mailbox = u"a"_qs;
        device.label = u"Phone"_qs;
        device.user = 0;
        device.password = u"set"_qs;
        const auto report = apply({mail::creation(device)});
        QVERIFY(report);
        QVERIFY(!report->rows.first().password.isEmpty());
        QCOMPARE(m_cache->devices(scope, u"a"_qs).size(), 1);
        QVERIFY(!m_cache->devices(scope, u"a"_qs).first().password);
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->deviceCount, 1);
        const auto all =
            apply({{mail::Verb::Remove, {u"device"_qs, 7, u"a"_qs, u"*"_qs, {}, 0}, {}, {}}});
        QCOMPARE(all->done, 1);
        QVERIFY(m_cache->devices(scope, u"a"_qs).isEmpty());
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->deviceCount, 0);
    }

    // Nobody would see it.
    void aPasswordIsNeverMadeFromTheJournal()
    {
        mail::Device phone;
        phone.service = 7;
        phone.mailbox = u"a"_qs;
        phone.label = u"Phone"_qs;
        const mail::Device laptop = m_backend->addDevice(u"a"_qs, u"Laptop"_qs, 0);
        mail::Device renewed = laptop;
        renewed.password = u"set"_qs;
        const mail::Change change = mail::difference(laptop, renewed);
        QVERIFY(!work::canRetry(mail::creation(phone)));
        QVERIFY(!work::canRetry(change));
        QVERIFY(work::canRetry(mail::removal(laptop)));
        QVERIFY(work::canRetry(note(u"a"_qs, u"1"_qs)));

        m_backend->isOffline = true;
        const auto tried = apply({mail::creation(phone), change, note(u"a"_qs, u"1"_qs)});
        QCOMPARE(tried->failed, 3);
        m_backend->isOffline = false;
        int sent = 0;
        m_backend->beforeApply = [&] { ++sent; };
        Progress progress;
        const auto again =
            work::applyEntry(tried->entry, *m_backend, *m_cache, *m_journal, progress);
        QVERIFY(again);
        QCOMPARE(sent, 1);
        QCOMPARE(again->done, 1);
        QCOMPARE(again->rows.size(), 1);
        QCOMPARE(m_backend->at(u"a"_qs).note, u"1"_qs);
        QCOMPARE(m_journal->entry(tried->entry)->state, State::Partial);
        QCOMPARE(m_journal->entry(tried->entry)->rows.first().error.kind, Error::Kind::Offline);
        QVERIFY(!work::applyEntry(tried->entry, *m_backend, *m_cache, *m_journal, progress));

        // What is staged says why.
        const auto staged = m_journal->stage(scope, {u"x"_qs, {mail::creation(phone)}}, u"Ana"_qs);
        const auto later = work::applyEntry(*staged, *m_backend, *m_cache, *m_journal, progress);
        QVERIFY(later);
        QCOMPARE(later->failed, 1);
        QCOMPARE(later->rows.first().error.code, u"password-unseen"_qs);
        QCOMPARE(m_journal->entry(*staged)->rows.first().error.code, u"password-unseen"_qs);
        QVERIFY(m_journal->staged(scope).isEmpty());
        QCOMPARE(sent, 1);
    }

    void aListThatWasNeverReadStaysUnread()
    {
        mail::Device device;
        device.service = 7;
        device.mailbox = u"a"_qs;
        device.label = u"Phone"_qs;
        QVERIFY(apply({mail::creation(device)}));
        QVERIFY(!m_cache->knownSince(scope, u"a"_qs).isValid());
        QVERIFY(m_cache->devices(scope, u"a"_qs).isEmpty());
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->deviceCount, 1);
    }

    void createAndDelete()
    {
        mail::Mailbox wish;
        wish.service = 7;
        wish.name = u"new"_qs;
        auto report = apply({mail::creation(wish)});
        QCOMPARE(report->done, 1);
        QVERIFY(m_cache->rowOf(scope, u"new"_qs));
        QCOMPARE(m_cache->mailbox(scope, u"new"_qs)->address, u"new@example.org"_qs);
        report = apply({mail::removal(*m_cache->mailbox(scope, u"new"_qs))});
        QCOMPARE(report->done, 1);
        QVERIFY(!m_cache->rowOf(scope, u"new"_qs));
        QVERIFY(!work::canUndo(*report->rows.first().effective));
    }

    // The right to send taken from two, then given back to both, then taken again.
    void undoAndRedo()
    {
        m_backend->addUser(2, u"Ben"_qs);
        m_backend->addAccess(u"a"_qs, 2, mail::Rights::all());
        m_backend->addAccess(u"b"_qs, 2, mail::Rights::all());
        Progress progress;
        QList<mail::Change> changes;
        for (const QString &name : {u"a"_qs, u"b"_qs}) {
            QVERIFY(work::syncMailbox(*m_backend, *m_cache, 7, name, progress));
            const mail::Access before = m_cache->accesses(scope, name).first();
            mail::Access after = before;
            after.rights->set(mail::Right::SendEmails, false);
            changes.append(mail::difference(before, after));
        }
        const auto maySend = [&](const QString &name) {
            return m_cache->accesses(scope, name).first().rights->allows(mail::Right::SendEmails);
        };
        const auto first = apply(changes);
        QVERIFY(!maySend(u"a"_qs) && !maySend(u"b"_qs));

        const work::Undo undo = work::undoOf(*m_journal->entry(first->entry));
        QVERIFY(undo.impossible.isEmpty());
        QCOMPARE(undo.set.changes.size(), 2);
        QCOMPARE(undo.set.changes.first().object.parent, u"b"_qs); // newest first
        const auto undone = work::apply(undo.set, *m_backend, *m_cache, *m_journal, scope, {},
                                        progress, first->entry);
        QCOMPARE(undone->done, 2);
        QVERIFY(maySend(u"a"_qs) && maySend(u"b"_qs));
        QCOMPARE(m_journal->entry(first->entry)->undoneBy, undone->entry);

        const work::Undo redo = work::undoOf(*m_journal->entry(undone->entry));
        QCOMPARE(work::apply(redo.set, *m_backend, *m_cache, *m_journal, scope, {}, progress,
                             undone->entry)
                     ->done,
                 2);
        QVERIFY(!maySend(u"a"_qs));
        QCOMPARE(m_journal->entry(first->entry)->undoneBy, 0);
    }

    void aRemovedUserComesBackWithTheSameRights()
    {
        m_backend->addUser(2, u"Ben"_qs);
        mail::Rights rights = mail::Rights::none();
        rights.set(mail::Right::ManageRules, true);
        m_backend->addAccess(u"a"_qs, 2, rights);
        Progress progress;
        QVERIFY(work::syncMailbox(*m_backend, *m_cache, 7, u"a"_qs, progress));
        const auto removed = apply({mail::removal(m_cache->accesses(scope, u"a"_qs).first())});
        QVERIFY(m_cache->accesses(scope, u"a"_qs).isEmpty());
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->userCount, 0);
        const work::Undo undo = work::undoOf(*m_journal->entry(removed->entry));
        QCOMPARE(undo.set.changes.first().after.keys(), (QStringList{u"rights"_qs, u"user"_qs}));
        QVERIFY(work::apply(undo.set, *m_backend, *m_cache, *m_journal, scope, {}, progress,
                            removed->entry));
        QCOMPARE(m_cache->accesses(scope, u"a"_qs).first().rights, rights);
        QCOMPARE(m_cache->mailbox(scope, u"a"_qs)->userNames, QStringList{u"Ben"_qs});
    }

    void whatCannotBeUndone_data()
    {
        QTest::addColumn<mail::Change>("change");
        QTest::addColumn<bool>("can");
        const mail::Ref box{u"mailbox"_qs, 7, {}, u"a"_qs, {}, 0};
        const mail::Ref device{u"device"_qs, 7, u"a"_qs, u"9"_qs, {}, 0};
        const mail::Ref access{u"access"_qs, 7, u"a"_qs, u"2"_qs, {}, 0};
        const QJsonObject set{{u"password"_qs, u"set"_qs}};
        using mail::Verb;
        QTest::newRow("create") << mail::Change{Verb::Create, box, {}, {{u"name"_qs, u"a"_qs}}}
                                << true;
        QTest::newRow("delete") << mail::Change{Verb::Remove, box, {}, {}} << false;
        QTest::newRow("note") << mail::Change{Verb::Update,
                                              box,
                                              {{u"note"_qs, u""_qs}},
                                              {{u"note"_qs, u"x"_qs}}}
                              << true;
        QTest::newRow("unknown before") << mail::Change{Verb::Update,
                                                        box,
                                                        {{u"note"_qs, QJsonValue()}},
                                                        {{u"note"_qs, u"x"_qs}}}
                                        << false;
        QTest::newRow("password")
            << mail::Change{Verb::Update, device, {{u"password"_qs, QJsonValue()}}, set} << false;
        QTest::newRow("revoke") << mail::Change{Verb::Remove, device, {}, {}} << false;
        QTest::newRow("new device") << mail::Change{Verb::Create, device, {}, set} << true;
        QTest::newRow("remove user") << mail::Change{Verb::Remove, access, {}, {}} << true;
    }
    void whatCannotBeUndone()
    {
        QFETCH(mail::Change, change);
        QTEST(work::canUndo(change), "can");
    }

private:
    mail::Change note(const QString &name, const QString &text)
    {
        const auto before = m_cache->mailbox(scope, name);
        mail::Mailbox after = *before;
        after.note = text;
        return mail::difference(*before, after);
    }
    Result<work::ApplyReport> apply(const QList<mail::Change> &changes)
    {
        Progress progress;
        return work::apply({u"Test"_qs, changes}, *m_backend, *m_cache, *m_journal, scope,
                           u"Ana"_qs, progress);
    }

    const store::Scope scope{u"a1"_qs, 7};
    test::FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<test::FakeBackend> m_backend;
};

QTEST_GUILESS_MAIN(ApplyTest)
#include "applytest.moc"
