// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of the journal: it lists what was done, undoes what can be undone, says what cannot.
#include "tests/ui/story.h"

#include "app/model/addressmodel.h"
#include "app/model/changemodel.h"
#include "app/model/journalmodel.h"

#include <QPushButton>

class TestJournal : public Story
{
    Q_OBJECT

private:
    void writeNote(const QString &name, const QString &note)
    {
        const auto known = desk->context().cache.mailbox(desk->scope(), name);
        QVERIFY(known);
        mail::Mailbox edited = *known;
        edited.note = note;
        desk->context().changes.applyNow(
            desk->scope(),
            {QStringLiteral("Note of %1").arg(name), {mail::difference(*known, edited)}}, {});
        settle();
    }

    QString stateInTable()
    {
        return table(QStringLiteral("journal.table"))
            ->model()
            ->index(0, model::JournalModel::State)
            .data()
            .toString();
    }
    QString outcome(int row)
    {
        return table(QStringLiteral("journal.details"))
            ->model()
            ->index(row, model::ChangeModel::Outcome)
            .data()
            .toString();
    }

private slots:
    void init() { begin({QStringLiteral("info"), QStringLiteral("sales")}); }
    void cleanup() { end(); }

    void isEmptyAtFirst()
    {
        desk->go(QStringLiteral("journal"));
        QTRY_COMPARE(table(QStringLiteral("journal.table"))->state(), ui::PageState::Empty);
    }

    void undoesAnEntry()
    {
        writeNote(QStringLiteral("info"), QStringLiteral("First"));
        desk->go(QStringLiteral("journal"));
        auto *rows = table(QStringLiteral("journal.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QTRY_COMPARE(text(QStringLiteral("journal.title")), QStringLiteral("Note of info"));
        QVERIFY(text(QStringLiteral("journal.facts")).contains(QStringLiteral("Ana Weber")));
        auto *details = table(QStringLiteral("journal.details"));
        QTRY_COMPARE(details->model()->rowCount(), 1);
        QCOMPARE(details->model()->index(0, model::ChangeModel::After).data().toString(),
                 QStringLiteral("First"));
        press(QStringLiteral("button.journal.undo"));
        QTRY_COMPARE(far->mailbox(QStringLiteral("info"))->note.value_or(QString()), QString());
        QTRY_COMPARE(rows->model()->rowCount(), 2);
        rows->setCurrentRow(1);
        QTRY_VERIFY(text(QStringLiteral("journal.reason")).contains(QStringLiteral("undone")));
        QVERIFY(!desk->find<QPushButton>(QStringLiteral("button.journal.undo"))->isEnabled());
    }

    void eachServiceHasItsOwnEntriesAndAllCanBeSeen()
    {
        writeNote(QStringLiteral("info"), QStringLiteral("First"));
        desk->go(QStringLiteral("journal"));
        QVERIFY(!desk->find(QStringLiteral("journal.whose"))); // one service: nothing to choose

        mail::Account second;
        second.id = QStringLiteral("b7c1c0de-0000-4000-8000-000000000002");
        second.kind = mail::AccountKind::Server;
        second.name = QStringLiteral("Second");
        second.url = QStringLiteral("http://127.0.0.1");
        desk->context().accounts.add(second, Secret(QStringLiteral("token")));
        settle();
        const auto services = desk->context().cache.services(second.id);
        QVERIFY(!services.isEmpty());
        desk->go(QStringLiteral("addresses"));
        desk->context().navigator.go(
            {QStringLiteral("journal"), {second.id, services.first().id}, {}, {}});
        auto *rows = table(QStringLiteral("journal.table"));
        QCOMPARE(rows->model()->rowCount(), 0);
        QCOMPARE(rows->state(), ui::PageState::Empty);
        QVERIFY(!desk->find(QStringLiteral("button.journal.undo"))); // nothing to be undone
        QVERIFY(rows->isColumnHidden(model::JournalModel::Where));

        press(QStringLiteral("journal.whose.1"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QVERIFY(!rows->isColumnHidden(model::JournalModel::Where));
        const QString where = rows->model()->index(0, model::JournalModel::Where).data().toString();
        QVERIFY2(where.startsWith(QStringLiteral("Test · ")) &&
                     where.endsWith(services.first().domainIdn),
                 qPrintable(where));
        QVERIFY(desk->find(QStringLiteral("button.journal.undo")));

        // Chosen once, it stays so; and back.
        desk->go(QStringLiteral("addresses"));
        desk->context().navigator.go(
            {QStringLiteral("journal"), {second.id, services.first().id}, {}, {}});
        rows = table(QStringLiteral("journal.table"));
        QCOMPARE(rows->model()->rowCount(), 1);
        press(QStringLiteral("journal.whose.0"));
        QTRY_COMPARE(rows->model()->rowCount(), 0);
    }

    void whatIsDoneNamesTheValueBeforeAndWhatIsPlannedTheOneNow()
    {
        const auto titleOf = [this](const char *name) {
            return table(QLatin1String(name))
                ->model()
                ->headerData(model::ChangeModel::Before, Qt::Horizontal)
                .toString();
        };
        const auto known = desk->context().cache.mailbox(desk->scope(), QStringLiteral("info"));
        desk->context().changes.review(desk->scope(),
                                       {QStringLiteral("Delete info"), {mail::removal(*known)}},
                                       desk->window());
        QVERIFY(desk->waitFor(QStringLiteral("changes.table")));
        QCOMPARE(titleOf("changes.table"), QStringLiteral("Now"));
        press(QStringLiteral("review.cancel"));

        writeNote(QStringLiteral("info"), QStringLiteral("First"));
        desk->go(QStringLiteral("journal"));
        QTRY_COMPARE(titleOf("journal.details"), QStringLiteral("Before"));
    }

    void anUndoThatGoesOfflineStaysAnUndo()
    {
        writeNote(QStringLiteral("info"), QStringLiteral("First"));
        const store::Journal &journal = desk->context().journal;
        const qint64 first = journal.entries(1).first().id;
        line->isCut = true; // between the click and the call
        QVERIFY(desk->undoSaid());
        QTRY_COMPARE(journal.staged(desk->scope()).size(), 1);
        QCOMPARE(journal.staged(desk->scope()).first().undoes, first);
        QVERIFY(!journal.entry(first)->undoneBy);
        settle();

        line->isCut = false;
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        desk->context().changes.reviewStaged(desk->scope(), desk->window());
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(far->mailbox(QStringLiteral("info"))->note.value_or(QString()), QString());
        QTRY_VERIFY(journal.entry(first)->undoneBy);
        settle();
        desk->context().changes.undo(first, desk->window());
        QVERIFY(saidLast(QStringLiteral("undone already")));
    }

    void saysWhatCannotBeUndone()
    {
        const auto sales = desk->context().cache.mailbox(desk->scope(), QStringLiteral("sales"));
        desk->context().changes.applyNow(
            desk->scope(), {QStringLiteral("Delete sales"), {mail::removal(*sales)}}, {});
        settle();
        desk->go(QStringLiteral("journal"));
        QTRY_COMPARE(table(QStringLiteral("journal.table"))->model()->rowCount(), 1);
        QTRY_VERIFY(text(QStringLiteral("journal.reason")).contains(QStringLiteral("cannot be")));
        auto *undo = desk->find<QPushButton>(QStringLiteral("button.journal.undo"));
        QVERIFY(!undo->isEnabled());
        QVERIFY(!undo->toolTip().isEmpty());
    }

    void retriesWhatFailed()
    {
        line->refuse(QStringLiteral("sales"), {Error::Kind::Forbidden, QStringLiteral("not now")});
        mail::ChangeSet set{QStringLiteral("Delete both"), {}};
        for (const QString &name : {QStringLiteral("info"), QStringLiteral("sales")})
            set.changes.append(mail::removal(*desk->context().cache.mailbox(desk->scope(), name)));
        desk->context().changes.applyNow(desk->scope(), set, {});
        settle();
        line->allow(QStringLiteral("sales"));
        desk->go(QStringLiteral("journal"));
        press(QStringLiteral("button.journal.retry"));
        QTRY_VERIFY(!far->mailbox(QStringLiteral("sales")));
        QTRY_VERIFY(!desk->find<QPushButton>(QStringLiteral("button.journal.retry"))->isEnabled());
    }

    void ofAnAccountThatIsGoneNothingIsUndoneOrRetried()
    {
        line->refuse(QStringLiteral("sales"), {Error::Kind::Forbidden, QStringLiteral("not now")});
        mail::ChangeSet set{QStringLiteral("Note both"), {}};
        for (const QString &name : {QStringLiteral("info"), QStringLiteral("sales")}) {
            const auto before = desk->context().cache.mailbox(desk->scope(), name);
            mail::Mailbox after = *before;
            after.note = QStringLiteral("New");
            set.changes.append(mail::difference(*before, after));
        }
        desk->context().changes.applyNow(desk->scope(), set, {});
        settle();
        desk->go(QStringLiteral("journal"));
        QTRY_COMPARE(stateInTable(), QStringLiteral("Partly done"));
        auto *undo = desk->find<QPushButton>(QStringLiteral("button.journal.undo"));
        auto *retry = desk->find<QPushButton>(QStringLiteral("button.journal.retry"));
        QTRY_VERIFY(undo->isEnabled() && retry->isEnabled());

        desk->context().accounts.remove(desk->scope().account);
        QVERIFY(!undo->isEnabled() && !retry->isEnabled());
        for (const QString &why :
             {undo->toolTip(), retry->toolTip(), text(QStringLiteral("journal.reason"))})
            QVERIFY2(why.contains(QStringLiteral("account was removed")), qPrintable(why));
        QCOMPARE(stateInTable(), QStringLiteral("Partly done")); // what was done is still told
    }

    void whatACrashCutOffIsNotKnownAndCanBeTriedAgain()
    {
        mail::ChangeSet set{QStringLiteral("Delete both"), {}};
        for (const QString &name : {QStringLiteral("info"), QStringLiteral("sales")})
            set.changes.append(mail::removal(*desk->context().cache.mailbox(desk->scope(), name)));
        QVERIFY(desk->context().journal.start(desk->scope(), set, QStringLiteral("Ana Weber")));
        sitDown(); // it never finished
        QVERIFY(desk->signIn());

        desk->go(QStringLiteral("journal"));
        QTRY_COMPARE(stateInTable(), QStringLiteral("Not known"));
        QVERIFY(text(QStringLiteral("journal.facts")).endsWith(QStringLiteral("Not known")));
        QVERIFY(text(QStringLiteral("journal.reason")).contains(QStringLiteral("program ended")));
        QCOMPARE(outcome(0), QStringLiteral("Not known"));
        QVERIFY(!desk->find<QPushButton>(QStringLiteral("button.journal.undo"))->isEnabled());
        press(QStringLiteral("button.journal.retry"));
        QTRY_VERIFY(!far->mailbox(QStringLiteral("info")) &&
                    !far->mailbox(QStringLiteral("sales")));
        QTRY_COMPARE(stateInTable(), QStringLiteral("Done"));
        QTRY_COMPARE(outcome(0), QStringLiteral("Done"));
    }

    void whatIsUnderWayIsNotTakenForCutOff()
    {
        store::Journal &journal = desk->context().journal;
        const auto entry = journal.start(desk->scope(),
                                         {QStringLiteral("Delete info"),
                                          {mail::removal(*desk->context().cache.mailbox(
                                              desk->scope(), QStringLiteral("info")))}},
                                         QStringLiteral("Ana Weber"));
        QVERIFY(entry);
        desk->go(QStringLiteral("journal"));
        QTRY_COMPARE(stateInTable(), QStringLiteral("Being applied"));
        QVERIFY(text(QStringLiteral("journal.facts")).endsWith(QStringLiteral("Being applied")));
        QCOMPARE(outcome(0), QString());
        auto *retry = desk->find<QPushButton>(QStringLiteral("button.journal.retry"));
        QVERIFY(!retry->isEnabled());
        QVERIFY(retry->toolTip().contains(QStringLiteral("being applied")));

        QVERIFY(journal.finish(*entry));
        QTRY_COMPARE(stateInTable(), QStringLiteral("Not done"));
        QTRY_VERIFY(retry->isEnabled());
    }
};

QTEST_MAIN(TestJournal)
#include "journal.moc"
