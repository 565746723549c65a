// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of the way that changes take: staged sets that answer together, what Ctrl+Z may reach,
// what is never staged, and a window that is closed while something is on its way.
#include "tests/ui/program.h"
#include "tests/ui/story.h"
#include "ui/widgets/messagebar.h"

#include <QDialog>
#include <QPushButton>

class TestChanges : public Story
{
    Q_OBJECT

private:
    mail::ChangeSet note(const QString &name, const QString &text) const
    {
        const auto known = desk->context().cache.mailbox(desk->scope(), name);
        mail::Mailbox edited = *known;
        edited.note = text;
        return {QStringLiteral("Note of %1").arg(name), {mail::difference(*known, edited)}};
    }
    void writeNote(const QString &name, const QString &text)
    {
        desk->context().changes.applyNow(desk->scope(), note(name, text), {});
    }
    QString noteOf(const QString &name) { return far->mailbox(name)->note.value_or(QString()); }

private slots:
    void cleanup() { end(); }

    void stagedSetsAnswerTogether()
    {
        begin({QStringLiteral("info"), QStringLiteral("sales"), QStringLiteral("shop")});
        line->isCut = true;
        for (const char *name : {"info", "sales", "shop"})
            writeNote(QLatin1String(name), QStringLiteral("Staged"));
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 3);
        settle();
        line->isCut = false;
        line->refuse(QStringLiteral("info"), {Error::Kind::Forbidden, QStringLiteral("not now")});
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        desk->context().changes.reviewStaged(desk->scope(), desk->window());
        press(QStringLiteral("review.apply"));

        // The first failed: the two that came after it do not cover that.
        QVERIFY(saidLast(QStringLiteral("2 staged change(s) were applied. 1 were not.")));
        QCOMPARE(noteOf(QStringLiteral("sales")), QStringLiteral("Staged"));
        QCOMPARE(noteOf(QStringLiteral("info")), QString());
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 0);

        line->allow(QStringLiteral("info"));
        press(QStringLiteral("outcome.retry"));
        QTRY_COMPARE(noteOf(QStringLiteral("info")), QStringLiteral("Staged"));
    }

    void stagedSetsThatAllGoThroughAreSaidOnce()
    {
        begin({QStringLiteral("info"), QStringLiteral("sales")});
        line->isCut = true;
        writeNote(QStringLiteral("info"), QStringLiteral("Staged"));
        writeNote(QStringLiteral("sales"), QStringLiteral("Staged"));
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 2);
        settle();
        line->isCut = false;
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        desk->context().changes.reviewStaged(desk->scope(), desk->window());
        press(QStringLiteral("review.apply"));
        QVERIFY(saidLast(QStringLiteral("2 staged change")));
    }

    void theLastChangeIsTheOnlyOneThatCtrlZReaches()
    {
        begin({QStringLiteral("info"), QStringLiteral("sales")});
        writeNote(QStringLiteral("info"), QStringLiteral("Kept"));
        settle();
        const auto sales = desk->context().cache.mailbox(desk->scope(), QStringLiteral("sales"));
        desk->context().changes.applyNow(
            desk->scope(), {QStringLiteral("Delete sales"), {mail::removal(*sales)}}, {});
        settle();
        desk->context().changes.undoLast(desk->scope().account, desk->window());
        QVERIFY(saidLast(QStringLiteral("cannot be undone")));
        settle();
        QCOMPARE(noteOf(QStringLiteral("info")), QStringLiteral("Kept"));

        desk->context().changes.undoLast(QStringLiteral("another"), desk->window());
        QVERIFY(saidLast(QStringLiteral("nothing to undo")));
    }

    void whatMakesAPasswordIsNotStaged()
    {
        begin({QStringLiteral("info")});
        line->isCut = true;
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        mail::Device device;
        device.mailbox = QStringLiteral("info");
        device.label = QStringLiteral("Phone");
        std::optional<Error> answer;
        desk->context().changes.applyNow(
            desk->scope(), {QStringLiteral("Add Phone"), {mail::creation(device)}}, {},
            desk->window(), [&](const Result<work::ApplyReport> &report) {
                answer = report ? Error() : report.error();
            });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->kind, Error::Kind::Offline);
        QVERIFY(saidLast(QStringLiteral("does not answer")));
        settle();
        QCOMPARE(desk->context().journal.staged(desk->scope()).size(), 0);
    }

    void whatWaitedForItsTurnStandsInTheJournalAfterTheEnd()
    {
        begin({QStringLiteral("info"), QStringLiteral("sales")});
        line->isHeld = true;
        writeNote(QStringLiteral("info"), QStringLiteral("On its way"));
        writeNote(QStringLiteral("sales"), QStringLiteral("Waits"));
        QCOMPARE(desk->context().changes.underWay(), 2);
        sitDown();
        line->isHeld = false;
        QVERIFY(desk->signIn());
        const auto entries = desk->context().journal.entries(10);
        QCOMPARE(entries.size(), 2);
        for (const store::JournalEntry &entry : entries) {
            QCOMPARE(entry.state, store::JournalEntry::State::Failed);
            QCOMPARE(entry.rows.first().error.kind, Error::Kind::Cancelled);
        }
        QCOMPARE(noteOf(QStringLiteral("sales")), QString());
        desk->context().changes.retry(entries.first().id);
        QTRY_COMPARE(noteOf(QStringLiteral("sales")), QStringLiteral("Waits"));
    }

    void whatIsStagedWhileTheWindowGoesIsKept()
    {
        begin({QStringLiteral("info")});
        line->isCut = true;
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        writeNote(QStringLiteral("info"), QStringLiteral("Staged at the end"));
        sitDown();
        QVERIFY(desk->signIn());
        QCOMPARE(desk->context().journal.staged(desk->scope()).size(), 1);
    }

    void theWindowAsksBeforeItLeavesSomethingHalfDone()
    {
        Far there;
        QVERIFY2(there.error().isEmpty(), qPrintable(there.error()));
        QVERIFY(there.addMailbox(QStringLiteral("info")));
        QTemporaryDir place;
        auto state = std::make_shared<Line::State>();
        Program program(place.path(), [&](const mail::Account &account, const Secret &) {
            return std::make_shared<Line>(there.backend(account), state);
        });
        QVERIFY(program.opened);
        QVERIFY(program.isThere());
        const store::Scope scope{QStringLiteral("a1"),
                                 program.cache.services(QStringLiteral("a1")).value(0).id};
        QTRY_VERIFY(program.cache.mailbox(scope, QStringLiteral("info")));
        const auto known = program.cache.mailbox(scope, QStringLiteral("info"));
        mail::Mailbox edited = *known;
        edited.note = QStringLiteral("Written");
        state->isHeld = true;
        program.changes->applyNow(scope,
                                  {QStringLiteral("Note"), {mail::difference(*known, edited)}}, {});
        QVERIFY(!program.window->close());
        auto *question = program.window->findChild<QDialog *>();
        QVERIFY(question && question->isVisible());
        question->reject();
        QVERIFY(program.window->isVisible());
        state->isHeld = false;
        QTRY_COMPARE(program.changes->underWay(), 0);
        QCOMPARE(there.mailbox(QStringLiteral("info"))->note, QStringLiteral("Written"));
        QVERIFY(program.window->close());
    }

    void aConfirmationWaitsForTheErrorBeforeIt()
    {
        ui::MessageBar bar;
        bar.say({ui::Messages::Kind::Error, QStringLiteral("Not done"), {}, {}, {}});
        bar.say({ui::Messages::Kind::Confirmation, QStringLiteral("Done"), {}, {}, {}});
        QCOMPARE(bar.message().text, QStringLiteral("Not done"));
        bar.dismiss();
        QVERIFY(bar.isShowing());
        QCOMPARE(bar.message().text, QStringLiteral("Done"));
        bar.dismiss();
        QVERIFY(!bar.isShowing());
    }
};

QTEST_MAIN(TestChanges)
#include "changes.moc"
