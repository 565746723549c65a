// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of the page of one address: users and their rights, devices and their passwords.
#include "tests/ui/story.h"

#include "app/model/changemodel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/toggle.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QPointer>
#include <QTabBar>
#include <QTabWidget>

class TestAddress : public Story
{
    Q_OBJECT

private:
    QString userName(const char *right)
    {
        return QStringLiteral("user.%1.%2")
            .arg(far->person(QStringLiteral("Ben Okafor")).id)
            .arg(QLatin1String(right));
    }

private slots:
    void init()
    {
        begin({QStringLiteral("finance")});
        QVERIFY(far->addAccess(QStringLiteral("finance"), QStringLiteral("Ben Okafor"),
                               mail::Rights::all()));
    }
    void cleanup() { end(); }

    void f2AmongTheDevicesEditsNothing()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        auto *note = desk->context().actions.action(QStringLiteral("address.editNote"));
        QVERIFY(note->shortcut().isEmpty()); // nothing there can be edited
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("general"));
        QCOMPARE(note->shortcut(), QKeySequence(Qt::Key_F2));
    }

    void takesTheRightToSendAwayAndUndoesIt()
    {
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Ben's laptop"),
                               QStringLiteral("Ben Okafor")));
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Printer")));
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        QVERIFY(desk->waitFor(userName("can_send_emails")));
        auto *send = desk->find<ui::Toggle>(userName("can_send_emails"));
        QTRY_VERIFY(send->isChecked());
        press(userName("more"));
        // Before: who stops, who escapes it.
        QTRY_VERIFY(text(userName("consequence")).contains(QStringLiteral("Ben's laptop")));
        QVERIFY(text(userName("consequence")).contains(QStringLiteral("Printer")));

        press(userName("can_send_emails"));
        QVERIFY(saidLast(QStringLiteral("Ben Okafor can no longer send from finance@bücher")));
        QTRY_VERIFY(!far->access(QStringLiteral("finance"), QStringLiteral("Ben Okafor"))
                         ->rights->allows(mail::Right::SendEmails));
        // After: what it leaves open.
        QTRY_VERIFY(text(userName("warning")).contains(QStringLiteral("Printer")));
        QVERIFY(text(userName("warning")).contains(QStringLiteral("Auto-replies")));

        settle();
        QVERIFY(desk->undoSaid());
        QTRY_VERIFY(far->access(QStringLiteral("finance"), QStringLiteral("Ben Okafor"))
                        ->rights->allows(mail::Right::SendEmails));
        QTRY_VERIFY(send->isChecked());
        QTRY_VERIFY(!desk->find(userName("warning")));
    }

    void togglesFasterThanTheServiceAnswers()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        QVERIFY(desk->waitFor(userName("more")));
        press(userName("more"));
        for (const char *right : {"can_manage_rules", "can_manage_aliases", "can_access_logs"})
            press(userName(right));
        const auto done = [this] {
            const auto access =
                far->access(QStringLiteral("finance"), QStringLiteral("Ben Okafor"));
            return access && !access->rights->allows(mail::Right::ManageRules) &&
                   !access->rights->allows(mail::Right::ManageAliases) &&
                   !access->rights->allows(mail::Right::AccessLogs) &&
                   access->rights->allows(mail::Right::SendEmails);
        };
        QVERIFY(QTest::qWaitFor(done, 10000));
    }

    void addsAUserWithTheDefaultsLessOneRight()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        QVERIFY(desk->waitFor(QStringLiteral("header.primary")));
        press(QStringLiteral("header.primary"));
        type(QStringLiteral("people.filter"), QStringLiteral("chiara"));
        auto *list = desk->find<QListWidget>(QStringLiteral("people.list"));
        QVERIFY(list->currentItem() && !list->currentItem()->isHidden()); // never one out of view
        QTest::keyClick(list, Qt::Key_Space);
        press(QStringLiteral("people.rights.can_send_emails"));
        press(QStringLiteral("wizard.next"));
        QVERIFY(saidLast(QStringLiteral("Chiara Rossi")));
        const auto access = far->access(QStringLiteral("finance"), QStringLiteral("Chiara Rossi"));
        QVERIFY(access);
        QVERIFY(!access->rights->allows(mail::Right::SendEmails));
        QVERIFY(access->rights->allows(mail::Right::ManageRules));
    }

    void removesAUserAfterReview()
    {
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Ben's laptop"),
                               QStringLiteral("Ben Okafor")));
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        QTRY_COMPARE(desk->context().cache.devices(desk->scope(), QStringLiteral("finance")).size(),
                     1);
        press(userName("remove"));
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        const auto labels = desk->find(QStringLiteral("review"))->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(QStringLiteral("neither to read nor to send"));
        }));
        press(QStringLiteral("review.apply"));
        QTRY_VERIFY(!far->access(QStringLiteral("finance"), QStringLiteral("Ben Okafor")));
        QTRY_VERIFY(!desk->find(userName("more")));
    }

    void writesANote()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        type(QStringLiteral("address.note"), QStringLiteral("Bills"));
        QTest::keyClick(desk->find<QLineEdit>(QStringLiteral("address.note")), Qt::Key_Return);
        QTRY_COMPARE(far->mailbox(QStringLiteral("finance"))->note, QStringLiteral("Bills"));
        settle();
        // Escape takes back what was typed, and leaving the field then saves nothing.
        auto *note = desk->find<QLineEdit>(QStringLiteral("address.note"));
        QTRY_COMPARE(note->text(), QStringLiteral("Bills"));
        const int applied = line->applied;
        type(QStringLiteral("address.note"), QStringLiteral("Not this"));
        QTest::keyClick(note, Qt::Key_Escape);
        QCOMPARE(note->text(), QStringLiteral("Bills"));
        desk->find(QStringLiteral("address.refreshSize"))->setFocus();
        settle();
        QCOMPARE(line->applied.load(), applied);
        QCOMPARE(far->mailbox(QStringLiteral("finance"))->note, QStringLiteral("Bills"));
    }

    void keysGoFromTopToBottom()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        QVERIFY(desk->waitFor(userName("remove")));
        QWidget *at = desk->find(QStringLiteral("address.note"));
        QStringList before;
        for (int i = 0; i < 80; ++i) {
            at = at->previousInFocusChain();
            if (at->isVisible() && (at->focusPolicy() & Qt::TabFocus))
                before.append(at->objectName());
        }
        QVERIFY2(before.indexOf(QStringLiteral("address.refreshSize")) <
                         before.indexOf(userName("remove")) &&
                     before.contains(userName("remove")),
                 qPrintable(before.join(u' ')));
    }

    void offersOneMainActionForEachTab()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        QVERIFY(desk->waitFor(QStringLiteral("header.primary")));
        const auto primary = [this] {
            return desk->find<QAbstractButton>(QStringLiteral("header.primary"))->text();
        };
        const QString first = primary();
        auto *tabs = desk->page()->findChild<QTabBar *>();
        QVERIFY(tabs);
        for (int i = 0; i < 3; ++i) {
            tabs->setCurrentIndex(1);
            QVERIFY(primary() != first);
            tabs->setCurrentIndex(0);
            QCOMPARE(primary(), first);
        }
    }

    void makesADevicePasswordThatIsShownOnce()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        QVERIFY(desk->waitFor(QStringLiteral("header.primary")));
        press(QStringLiteral("header.primary"));
        press(QStringLiteral("device.type.phone"));
        type(QStringLiteral("device.label"), QStringLiteral("Ben's phone"));
        press(QStringLiteral("wizard.next"));
        QVERIFY(text(QStringLiteral("device.consequence")).contains(QStringLiteral("Ben Okafor")));
        press(QStringLiteral("device.user.none"));
        QVERIFY(text(QStringLiteral("device.consequence")).contains(QStringLiteral("always send")));
        press(QStringLiteral("device.user.%1").arg(far->person(QStringLiteral("Ben Okafor")).id));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("device.password")));
        QCOMPARE(text(QStringLiteral("setting.user")),
                 QStringLiteral("finance@xn--bcher-kva.example"));
        QCOMPARE(text(QStringLiteral("setting.imap")), QStringLiteral("10993"));
        press(QStringLiteral("secret.copy"));
        const QString password = QGuiApplication::clipboard()->text();
        QVERIFY(password.size() >= 24);
        press(QStringLiteral("result.finish"));
        QTRY_VERIFY(!desk->find(QStringLiteral("addDevice")));
        const auto devices = far->devices(QStringLiteral("finance"));
        QCOMPARE(devices.size(), 1);
        QCOMPARE(devices.first().user, far->person(QStringLiteral("Ben Okafor")).id);
        QTRY_COMPARE(table(QStringLiteral("devices.table"))->model()->rowCount(), 1);
        // It is nowhere else: not in the journal, not in the cache.
        for (const QString &file :
             {QStringLiteral("journal.db"), QStringLiteral("cache.db"),
              QStringLiteral("journal.db-wal"), QStringLiteral("cache.db-wal")}) {
            QFile bytes(folder->filePath(file));
            if (bytes.open(QIODevice::ReadOnly))
                QVERIFY(!bytes.readAll().contains(password.toUtf8()));
        }
    }

    void asksBeforeAPasswordIsLost()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        press(QStringLiteral("header.primary"));
        type(QStringLiteral("device.label"), QStringLiteral("Laptop"));
        for (int i = 0; i < 3; ++i)
            press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("device.password")));
        QTest::keyClick(desk->find(QStringLiteral("addDevice")), Qt::Key_Escape);
        QVERIFY(desk->waitFor(QStringLiteral("ask")));
        press(QStringLiteral("ask.cancel"));
        QVERIFY(desk->find(QStringLiteral("device.password")));
        press(QStringLiteral("secret.copy"));
        press(QStringLiteral("result.finish"));
        QTRY_VERIFY(!desk->find(QStringLiteral("addDevice")));
    }

    void makesNoPasswordThatNobodyWouldSee()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        press(QStringLiteral("header.primary"));
        type(QStringLiteral("device.label"), QStringLiteral("Laptop"));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("wizard.next"));
        line->isCut = true; // between the question and the answer
        press(QStringLiteral("wizard.next"));
        QTRY_VERIFY(!text(QStringLiteral("wizard.problem")).isEmpty());
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 0);
    }

    // Tried again where it was asked for, so that somebody sees it.
    void aRefusedPasswordIsNotMadeFromElsewhere()
    {
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Printer")));
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        auto *rows = table(QStringLiteral("devices.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        const QString printer = QString::number(far->devices(QStringLiteral("finance")).first().id);
        const Error no{Error::Kind::Limited, QStringLiteral("not now"), {}, {}, 0};
        line->refuse(QStringLiteral("0"), no); // what is new
        line->refuse(printer, no);
        rows->setCurrentRow(0);
        auto *change = desk->page()->findChild<QAction *>(QStringLiteral("devices.changePassword"));
        change->trigger();
        press(QStringLiteral("ask.agree"));
        QVERIFY(saidLast(QStringLiteral("too much at once")));
        QCOMPARE(desk->offered(), QString());
        settle();
        QVERIFY(change->isEnabled());

        press(QStringLiteral("header.primary"));
        type(QStringLiteral("device.label"), QStringLiteral("Laptop"));
        for (int i = 0; i < 3; ++i)
            press(QStringLiteral("wizard.next"));
        QTRY_VERIFY(!text(QStringLiteral("wizard.problem")).isEmpty());
        QCOMPARE(desk->offered(), QString());
        line->allow(QStringLiteral("0"));
        line->allow(printer);
        settle();
        const auto entries = desk->context().journal.entries(2);
        QCOMPARE(entries.size(), 2);
        line->applied = 0;
        for (const store::JournalEntry &entry : entries)
            desk->context().changes.retry(entry.id);
        settle();
        QCOMPARE(line->applied, 0);

        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("device.password")));
        QCOMPARE(line->applied, 1);
        press(QStringLiteral("secret.copy"));
        press(QStringLiteral("result.finish"));
        QTRY_VERIFY(!desk->find(QStringLiteral("addDevice")));

        desk->go(QStringLiteral("journal"));
        auto *journal = table(QStringLiteral("journal.table"));
        QTRY_COMPARE(journal->model()->rowCount(), 3);
        for (int row : {1, 2}) {
            journal->setCurrentRow(row);
            auto *retry = desk->find<QAbstractButton>(QStringLiteral("button.journal.retry"));
            QTRY_VERIFY(retry->toolTip().contains(QStringLiteral("page of the address")));
            QVERIFY(!retry->isEnabled());
        }
    }

    void whatFailsTogetherIsRetriedWithoutItsPasswords()
    {
        mail::Device laptop;
        laptop.service = desk->scope().service;
        laptop.mailbox = QStringLiteral("finance");
        laptop.label = QStringLiteral("Laptop");
        laptop.protocols = mail::Protocols::Imap;
        mail::Device phone = laptop;
        phone.label = QStringLiteral("Phone");
        const mail::Mailbox finance =
            *desk->context().cache.mailbox(desk->scope(), QStringLiteral("finance"));
        mail::Mailbox noted = finance;
        noted.note = QStringLiteral("Bills");
        const Error no{Error::Kind::Limited, QStringLiteral("not now"), {}, {}, 0};
        line->refuse(QStringLiteral("0"), no); // what is new
        line->refuse(QStringLiteral("finance"), no);
        const auto tryAll = [&](const QList<mail::Change> &changes) {
            desk->context().changes.applyNow(desk->scope(), {QStringLiteral("All"), changes}, {},
                                             desk->window());
        };
        tryAll({mail::creation(laptop), mail::creation(phone)});
        QVERIFY(desk->waitFor(QStringLiteral("outcome.retry")));
        QCOMPARE(desk->offered(), QString());
        const auto *retry = desk->find(QStringLiteral("outcome.retry"));
        QVERIFY(!retry->isEnabled());
        QVERIFY(retry->toolTip().contains(QStringLiteral("page of the address")));
        press(QStringLiteral("outcome.close"));
        QTRY_VERIFY(!desk->find(QStringLiteral("outcome")));

        tryAll({mail::creation(laptop), mail::difference(finance, noted)});
        QVERIFY(desk->waitFor(QStringLiteral("outcome.retry")));
        QVERIFY(!desk->offered().isEmpty());
        settle();
        line->allow(QStringLiteral("0"));
        line->allow(QStringLiteral("finance"));
        press(QStringLiteral("outcome.retry"));
        QTRY_COMPARE(far->mailbox(QStringLiteral("finance"))->note, QStringLiteral("Bills"));
        settle();
        QVERIFY(far->devices(QStringLiteral("finance")).isEmpty());
    }

    // It is the only copy, whether or not the mail servers have heard of it.
    void showsAPasswordThatIsNotInEffectYet()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        press(QStringLiteral("header.primary"));
        type(QStringLiteral("device.label"), QStringLiteral("Laptop"));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("wizard.next"));
        far->cutMailServers(true);
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("device.password")));
        QVERIFY(text(QStringLiteral("device.shortfall"))
                    .contains(QStringLiteral("do not know this password yet")));
        QVERIFY(saidLast(QStringLiteral("not carried it out yet")));
        press(QStringLiteral("secret.copy"));
        QVERIFY(QGuiApplication::clipboard()->text().size() >= 24);
        press(QStringLiteral("result.finish"));
        QTRY_VERIFY(!desk->find(QStringLiteral("addDevice")));

        auto *rows = table(QStringLiteral("devices.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        rows->setCurrentRow(0);
        desk->page()->findChild<QAction *>(QStringLiteral("devices.changePassword"))->trigger();
        press(QStringLiteral("ask.agree"));
        QVERIFY(desk->waitFor(QStringLiteral("newPassword")));
        QVERIFY(desk->find(QStringLiteral("device.shortfall")));
        press(QStringLiteral("secret.copy"));
        press(QStringLiteral("newPassword.close"));
        QTRY_VERIFY(!desk->find(QStringLiteral("newPassword")));
        QCOMPARE(desk->context().journal.entries(1).first().state,
                 store::JournalEntry::State::Applied);
        QVERIFY(desk->context().journal.entries(1).first().rows.first().isShort());
        far->cutMailServers(false);
    }

    void changesAPasswordAndDisconnects()
    {
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Laptop")));
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Phone")));
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        auto *rows = table(QStringLiteral("devices.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 2);
        rows->setFocus();
        rows->setCurrentRow(0);
        desk->context().actions.all();
        auto *change = desk->page()->findChild<QAction *>(QStringLiteral("devices.changePassword"));
        QVERIFY(change && change->isEnabled());
        change->trigger();
        press(QStringLiteral("ask.agree"));
        QVERIFY(desk->waitFor(QStringLiteral("newPassword")));
        QVERIFY(!far->host().cutDevices().isEmpty());
        // The only copy: no way of closing loses it without a question.
        auto *shown = desk->find(QStringLiteral("newPassword"));
        QTest::keyClick(shown, Qt::Key_Escape);
        press(QStringLiteral("ask.cancel"));
        QTRY_VERIFY(!desk->find(QStringLiteral("ask")));
        shown->close();
        press(QStringLiteral("ask.cancel"));
        QTRY_VERIFY(!desk->find(QStringLiteral("ask")));
        press(QStringLiteral("newPassword.close"));
        press(QStringLiteral("ask.cancel"));
        QTRY_VERIFY(!desk->find(QStringLiteral("ask")));
        QVERIFY(desk->find(QStringLiteral("device.password")));
        press(QStringLiteral("secret.copy"));
        QVERIFY(QGuiApplication::clipboard()->text().size() >= 24);
        press(QStringLiteral("newPassword.close"));
        QTRY_VERIFY(!desk->find(QStringLiteral("newPassword")));
        QVERIFY(!desk->find(QStringLiteral("ask")));

        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_Delete);
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(far->devices(QStringLiteral("finance")).size(), 1);
        QTRY_COMPARE(rows->model()->rowCount(), 1);
    }

    void disconnectsAllAfterAReviewThatNamesThem()
    {
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Ben's laptop"),
                               QStringLiteral("Ben Okafor")));
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Printer")));
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        QTRY_COMPARE(table(QStringLiteral("devices.table"))->model()->rowCount(), 2);
        press(QStringLiteral("devices.disconnectAll"));
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        const auto named = [this] {
            QStringList names;
            const auto *model = table(QStringLiteral("changes.table"))->model();
            for (int row = 0; row < model->rowCount(); ++row)
                names.append(model->index(row, model::ChangeModel::Before).data().toString());
            names.sort();
            return names;
        };
        const QStringList both{QStringLiteral("Ben's laptop (Ben Okafor)"),
                               QStringLiteral("Printer")};
        QCOMPARE(named(), both);
        press(QStringLiteral("review.cancel"));
        QTRY_VERIFY(!desk->find(QStringLiteral("review")));
        QCOMPARE(far->devices(QStringLiteral("finance")).size(), 2);

        press(QStringLiteral("devices.disconnectAll"));
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(far->devices(QStringLiteral("finance")).size(), 0);
        QTRY_COMPARE(table(QStringLiteral("devices.table"))->model()->rowCount(), 0);
        // Afterwards the journal still knows whom it concerned.
        desk->go(QStringLiteral("journal"));
        auto *details = table(QStringLiteral("journal.details"));
        QTRY_COMPARE(details->model()->rowCount(), 2);
        QStringList kept;
        for (int row = 0; row < 2; ++row)
            kept.append(details->model()->index(row, model::ChangeModel::Before).data().toString());
        kept.sort();
        QCOMPARE(kept, both);
    }

    void showsANewPasswordThoughThePageWasLeft()
    {
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Laptop")));
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        auto *rows = table(QStringLiteral("devices.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        rows->setCurrentRow(0);
        QPointer<ui::Page> left = desk->page();
        left->findChild<QAction *>(QStringLiteral("devices.changePassword"))->trigger();
        press(QStringLiteral("ask.agree"));
        desk->context().navigator.go({QStringLiteral("addresses"), desk->scope(), {}, {}});
        // The page goes before any answer is delivered.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!left);
        QVERIFY(desk->waitFor(QStringLiteral("newPassword")));
        QCOMPARE(text(QStringLiteral("setting.user")),
                 QStringLiteral("finance@xn--bcher-kva.example"));
        press(QStringLiteral("secret.copy"));
        QVERIFY(QGuiApplication::clipboard()->text().size() >= 24);
        press(QStringLiteral("newPassword.close"));
        QTRY_VERIFY(!desk->find(QStringLiteral("newPassword")));
    }

    void takesItsWarningBackWhenTheServiceAnswersAgain()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"), QStringLiteral("devices"));
        QTRY_COMPARE(table(QStringLiteral("devices.table"))->state(), ui::PageState::Empty);
        auto *bar = desk->page()->findChild<ui::MessageBar *>(QStringLiteral("address.bar"));
        QVERIFY(bar && !bar->isShowing());
        line->isCut = true;
        desk->page()->refresh();
        QTRY_VERIFY(bar->isShowing());
        QCOMPARE(bar->message().kind, ui::Messages::Kind::Information);
        settle();
        QVERIFY(bar->isShowing());

        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Laptop")));
        line->isCut = false;
        desk->context().accounts.refresh(desk->scope().account); // as it is by itself
        QTRY_VERIFY(!bar->isShowing());
        // What it missed meanwhile is read.
        QTRY_COMPARE(table(QStringLiteral("devices.table"))->model()->rowCount(), 1);
    }

    void keepsAWarningThatIsNotAboutTheConnection()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        auto *bar = desk->page()->findChild<ui::MessageBar *>(QStringLiteral("address.bar"));
        emit desk->context().accounts.refreshFailed(
            desk->scope(), Error{Error::Kind::Limited, QStringLiteral("later"), {}, {}, 60});
        QVERIFY(bar->isShowing());
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        QVERIFY(bar->isShowing());
    }

    void movesBetweenTabsByKeyboard()
    {
        desk->go(QStringLiteral("address"), QStringLiteral("finance"));
        auto *tabs = desk->find<QTabWidget>(QStringLiteral("address.tabs"));
        QVERIFY(tabs);
        QCOMPARE(tabs->currentIndex(), 0);
        desk->find(QStringLiteral("address.note"))->setFocus();
        QTest::keyClick(tabs, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(tabs->currentIndex(), 1);
        QTest::keyClick(tabs, Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(tabs->currentIndex(), 0);
    }
};

QTEST_MAIN(TestAddress)
#include "address.moc"
