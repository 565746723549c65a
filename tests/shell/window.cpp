// SPDX-License-Identifier: GPL-3.0-or-later
// The frame as a user meets it, on a mail service in memory: by objectName and keyboard only.
#include "tests/support/fakebackend.h"
#include "tests/ui/program.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

namespace {

constexpr qint64 serviceId = 7;

std::shared_ptr<test::FakeBackend> farSide(int addresses = 30)
{
    auto far = std::make_shared<test::FakeBackend>(QStringLiteral("a1"), serviceId);
    far->addMailbox(QStringLiteral("finance"), QStringLiteral("Invoices"));
    for (int i = 0; i < addresses; ++i)
        far->addMailbox(QStringLiteral("person%1").arg(i, 4, 10, QLatin1Char('0')));
    return far;
}

ui::Accounts::MakeBackend to(const std::shared_ptr<test::FakeBackend> &far)
{
    return [far](const mail::Account &, const Secret &) { return far; };
}

QStringList unnamed(QWidget *root)
{
    QStringList missing;
    for (QWidget *widget : root->findChildren<QWidget *>()) {
        const bool interactive =
            qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
            qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget) ||
            qobject_cast<QAbstractSpinBox *>(widget);
        if (!interactive || widget->objectName().startsWith(QStringLiteral("qt_")) ||
            !widget->isVisibleTo(root))
            continue;
        // Parts of Qt's own widgets: clear buttons, the corner of tables, headers.
        const QString type = QString::fromLatin1(widget->metaObject()->className());
        if (type == u"QLineEditIconButton" || type == u"QTableCornerButton" ||
            widget->inherits("QHeaderView") || qobject_cast<QComboBox *>(widget->parentWidget()) ||
            widget->inherits("QComboBoxListView"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        if (name.isEmpty() || widget->objectName().isEmpty())
            missing.append(
                QStringLiteral("%1 '%2' name '%3'").arg(type, widget->objectName(), name));
    }
    return missing;
}

void picture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("MAILWRIGHT_PICTURES");
    QCoreApplication::sendPostedEvents(); // what is laid out late
    if (!folder.isEmpty())
        widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void showsTheFirstPageAndNamesEverything()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.opened);
        QVERIFY(program.isThere());
        QCOMPARE(program.window->currentPage()->place().page, QStringLiteral("addresses"));
        QCOMPARE(program.accounts->connection(QStringLiteral("a1")),
                 ui::Accounts::Connection::Online);
        QCOMPARE(unnamed(program.window.get()), QStringList());
        for (bool dark : {false, true}) {
            program.scheme.setTheme(dark ? store::Settings::Theme::Dark
                                         : store::Settings::Theme::Light);
            QCoreApplication::sendPostedEvents();
            picture(program.window.get(),
                    QStringLiteral("window-%1")
                        .arg(dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
        program.scheme.setTheme(store::Settings::Theme::Light);
    }

    void everyActionHasAKeyOrIsInThePalette()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.isThere());
        QSet<QString> keys;
        for (QAction *action : program.actions.all()) {
            QVERIFY2(!action->objectName().isEmpty() && !action->text().isEmpty(),
                     qPrintable(action->text()));
            const auto *owner = qobject_cast<QWidget *>(action->parent());
            if (!owner || owner->isVisible())
                for (const QKeySequence &key : action->shortcuts()) {
                    QVERIFY2(!keys.contains(key.toString()),
                             qPrintable(key.toString() + u' ' + action->objectName()));
                    keys.insert(key.toString());
                }
        }
        for (const char *key :
             {"Ctrl+K", "Ctrl+F", "/", "Ctrl+Shift+F", "F5", "Ctrl+Z", "Ctrl+S", "Ctrl+Shift+R",
              "Alt+Left", "Alt+Right", "Ctrl+B", "?", "Alt+1", "Ctrl+N"})
            QVERIFY2(keys.contains(QLatin1String(key)), key);
        auto *menu = program.find<QMenu>(QStringLiteral("menu"));
        emit menu->aboutToShow();
        QVERIFY(menu->actions().contains(
            program.actions.action(QStringLiteral("changes.apply")))); // Ctrl+S
    }

    void paletteFindsActionsAndAddresses()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.isThere());
        program.actions.action(QStringLiteral("app.palette"))->trigger();
        auto *field = program.find<QLineEdit>(QStringLiteral("palette.field"));
        auto *list = program.find<QListWidget>(QStringLiteral("palette.list"));
        QVERIFY(field && field->isVisible());
        QTest::keyClicks(field, QStringLiteral("jornal")); // a slip
        QVERIFY(list->count() > 0);
        QVERIFY(list->item(0)->text().contains(QStringLiteral("Journal")));
        picture(program.window.get(), QStringLiteral("palette"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QCOMPARE(program.navigator.current().page, QStringLiteral("journal"));

        program.actions.action(QStringLiteral("app.searchEverywhere"))->trigger();
        QTest::keyClicks(field, QStringLiteral("invoic")); // by its note
        QTRY_VERIFY(list->count() == 1 &&
                    list->item(0)->text() == QStringLiteral("finance@example.org"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(program.navigator.current().page, QStringLiteral("address"));
        QCOMPARE(program.navigator.current().address, QStringLiteral("finance"));

        // What was used stands first the next time.
        program.actions.action(QStringLiteral("app.palette"))->trigger();
        QVERIFY(list->item(0)->text().contains(QStringLiteral("Journal")));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
    }

    void goesBackAndForward()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.isThere());
        const store::Scope scope{QStringLiteral("a1"), serviceId};
        program.navigator.go({QStringLiteral("journal"), scope, {}, {}});
        QCOMPARE(program.window->currentPage()->place().page, QStringLiteral("journal"));
        program.actions.action(QStringLiteral("go.back"))->trigger();
        QCOMPARE(program.window->currentPage()->place().page, QStringLiteral("addresses"));
        program.actions.action(QStringLiteral("go.forward"))->trigger();
        QCOMPARE(program.window->currentPage()->place().page, QStringLiteral("journal"));
        QVERIFY(!program.actions.action(QStringLiteral("go.forward"))->isEnabled());
    }

    void remembersAndStartsFromTheCache()
    {
        QTemporaryDir folder;
        auto far = farSide();
        {
            Program program(folder.path(), to(far));
            QVERIFY(program.isThere());
            program.actions.action(QStringLiteral("view.navigation"))->trigger();
            program.navigator.go(
                {QStringLiteral("journal"), {QStringLiteral("a1"), serviceId}, {}, {}});
        }
        far->isOffline = true;
        Program again(folder.path(), to(far));
        QVERIFY(again.window->currentPage()); // at once, before anything answered
        QCOMPARE(again.window->currentPage()->place().page, QStringLiteral("journal"));
        QVERIFY(again.find<ui::Navigation>(QStringLiteral("navigation"))->isNarrow());
        QTRY_COMPARE(again.accounts->connection(QStringLiteral("a1")),
                     ui::Accounts::Connection::Offline);
        picture(again.window.get(), QStringLiteral("window-narrow-offline"));
    }

    void appliesUndoesAndStages()
    {
        QTemporaryDir folder;
        auto far = farSide();
        Program program(folder.path(), to(far));
        QVERIFY(program.isThere());
        const store::Scope scope{QStringLiteral("a1"), serviceId};
        const auto before = program.cache.mailbox(scope, QStringLiteral("finance"));
        QVERIFY(before);
        mail::Mailbox after = *before;
        after.note = QStringLiteral("Changed");
        const mail::ChangeSet set{QStringLiteral("Change the note"),
                                  {mail::difference(*before, after)}};
        program.changes->applyNow(scope, set, QStringLiteral("The note was changed."));
        QTRY_COMPARE(far->at(QStringLiteral("finance")).note.value_or(QString()),
                     QStringLiteral("Changed"));
        auto *bar = program.find<ui::MessageBar>(QStringLiteral("message"));
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->message().text, QStringLiteral("The note was changed."));
        picture(program.window.get(), QStringLiteral("message"));
        QTRY_VERIFY(program.jobs.isIdle());
        program.actions.action(QStringLiteral("changes.undo"))->trigger();
        QTRY_COMPARE(far->at(QStringLiteral("finance")).note.value_or(QString()),
                     QStringLiteral("Invoices"));
        QTRY_VERIFY(program.jobs.isIdle());

        // Offline it is staged, shown, reviewed and applied later.
        far->isOffline = true;
        program.accounts->refresh(scope.account);
        QTRY_COMPARE(program.accounts->connection(scope.account),
                     ui::Accounts::Connection::Offline);
        QTRY_VERIFY(program.jobs.isIdle());
        const auto now = program.cache.mailbox(scope, QStringLiteral("finance"));
        after = *now;
        after.note = QStringLiteral("Later");
        program.changes->applyNow(
            scope, {QStringLiteral("Change the note"), {mail::difference(*now, after)}}, {});
        QTRY_COMPARE(program.changes->stagedCount(scope), 1);
        auto *staged = program.find(QStringLiteral("staged"));
        QTRY_VERIFY(staged->isVisible());
        QVERIFY(program.changes->pending(scope, refOf(*now)));
        picture(program.window.get(), QStringLiteral("staged"));
        far->isOffline = false;
        program.accounts->refresh(scope.account);
        QTRY_COMPARE(program.accounts->connection(scope.account), ui::Accounts::Connection::Online);
        QTRY_VERIFY(program.jobs.isIdle());
        QTest::mouseClick(program.find<QPushButton>(QStringLiteral("staged.review")),
                          Qt::LeftButton);
        QTRY_VERIFY(program.find<QDialog>(QStringLiteral("review")));
        auto *review = program.find<QDialog>(QStringLiteral("review"));
        QTRY_VERIFY(review->isVisible());
        QCOMPARE(unnamed(review), QStringList());
        picture(review, QStringLiteral("review"));
        auto *apply = review->findChild<QPushButton *>(QStringLiteral("review.apply"));
        QVERIFY(apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        QTRY_COMPARE(far->at(QStringLiteral("finance")).note.value_or(QString()),
                     QStringLiteral("Later"));
        QTRY_VERIFY(!staged->isVisible());
    }

    void partialFailureIsSaidRowByRow()
    {
        QTemporaryDir folder;
        auto far = farSide();
        Program program(folder.path(), to(far));
        QVERIFY(program.isThere());
        const store::Scope scope{QStringLiteral("a1"), serviceId};
        mail::ChangeSet set{QStringLiteral("Note three addresses"), {}};
        for (const char *name : {"person0000", "person0001", "person0002"}) {
            const auto before = program.cache.mailbox(scope, QLatin1String(name));
            mail::Mailbox after = *before;
            after.note = QStringLiteral("New");
            set.changes.append(mail::difference(*before, after));
        }
        bool refuse = true;
        far->refuse = [&](const mail::Change &change) -> std::optional<Error> {
            if (refuse && change.object.key == u"person0001")
                return Error{Error::Kind::Forbidden, {}, {}, {}, 0};
            return {};
        };
        program.changes->review(scope, set, program.window.get());
        QTRY_VERIFY(program.find<QDialog>(QStringLiteral("review")));
        auto *review = program.find<QDialog>(QStringLiteral("review"));
        QVERIFY(review);
        QTest::mouseClick(review->findChild<QPushButton *>(QStringLiteral("review.apply")),
                          Qt::LeftButton);
        QTRY_VERIFY(program.find<QDialog>(QStringLiteral("outcome")));
        auto *outcome = program.find<QDialog>(QStringLiteral("outcome"));
        picture(outcome, QStringLiteral("outcome"));
        QTRY_VERIFY(program.jobs.isIdle());
        refuse = false;
        QTest::mouseClick(outcome->findChild<QPushButton *>(QStringLiteral("outcome.retry")),
                          Qt::LeftButton);
        QTRY_COMPARE(far->at(QStringLiteral("person0001")).note.value_or(QString()),
                     QStringLiteral("New"));
    }

    void saysThatAHostCouldNotStartBesideAPage()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.isThere());
        auto *bar = program.find<ui::MessageBar>(QStringLiteral("message"));
        const QSignalSpy failed(program.hosts.get(), &ui::LocalHosts::failed);
        program.hosts->open(folder.filePath(QStringLiteral("host")));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(bar->message().text, QStringLiteral("The mail host could not start"));
        // Once, however often it is tried; asked for by hand it is said anew.
        const auto tryAgain = bar->message().action;
        QVERIFY(tryAgain);
        bar->dismiss(); // read
        program.messages.confirm(QStringLiteral("Something else"));
        program.hosts->open(folder.filePath(QStringLiteral("host")));
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(bar->message().text, QStringLiteral("Something else"));
        tryAgain();
        QTRY_COMPARE(failed.size(), 3);
        QCOMPARE(bar->message().text, QStringLiteral("The mail host could not start"));
    }

    void anAccountTakesItsStagedChangesWithIt()
    {
        QTemporaryDir folder;
        auto far = farSide();
        Program program(folder.path(), to(far));
        QVERIFY(program.isThere());
        const store::Scope scope{QStringLiteral("a1"), serviceId};
        mail::ChangeSet set{QStringLiteral("Note two addresses"), {}};
        for (const char *name : {"person0000", "person0001"}) {
            const auto before = program.cache.mailbox(scope, QLatin1String(name));
            mail::Mailbox after = *before;
            after.note = QStringLiteral("New");
            set.changes.append(mail::difference(*before, after));
        }
        QVERIFY(program.journal.stage(scope, set, QStringLiteral("Ana")));
        QTRY_VERIFY(program.find(QStringLiteral("staged"))->isVisible());
        const auto ask = [&] {
            program.actions.action(QStringLiteral("account.remove"))->trigger();
            return program.find<QDialog>(QStringLiteral("ask"));
        };
        QDialog *question = ask();
        QVERIFY(question);
        QVERIFY2(question->accessibleDescription().contains(QStringLiteral("2 staged")),
                 qPrintable(question->accessibleDescription()));
        QTest::mouseClick(question->findChild<QPushButton *>(QStringLiteral("ask.cancel")),
                          Qt::LeftButton);
        QTRY_VERIFY(!program.find<QDialog>(QStringLiteral("ask")));
        QTRY_COMPARE(program.changes->stagedCount(scope), 2);

        question = ask();
        QTest::mouseClick(question->findChild<QPushButton *>(QStringLiteral("ask.agree")),
                          Qt::LeftButton);
        QTRY_VERIFY(program.accounts->list().isEmpty());
        QCOMPARE(program.journal.stagedCount(scope.account), 0);
        QTRY_COMPARE(program.changes->stagedCount(scope), 0);
        QTRY_VERIFY(!program.find(QStringLiteral("staged"))->isVisible());
    }

    void saysWhereADamagedFileIsKept()
    {
        QTemporaryDir folder;
        for (const char *name : {"journal.db", "looks.db"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(9000, 'x'));
        }
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.opened);
        QVERIFY(program.isThere());
        auto *bar = program.find<ui::MessageBar>(QStringLiteral("message"));
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->message().kind, ui::Messages::Kind::Warning);
        const QStringList kept =
            QDir(folder.path()).entryList({QStringLiteral("*.damaged-*")}, QDir::Files);
        QCOMPARE(kept.size(), 2);
        for (const QString &name : kept)
            QVERIFY2(bar->message().text.contains(folder.filePath(name)),
                     qPrintable(bar->message().text));
        picture(program.window.get(), QStringLiteral("window-set-aside"));
    }

    void saysNothingOfFilesThatAreWhole()
    {
        QTemporaryDir folder;
        for (int start = 0; start < 2; ++start) {
            Program program(folder.path(), to(farSide()));
            QVERIFY(program.isThere());
            QVERIFY(!program.find<ui::MessageBar>(QStringLiteral("message"))->isShowing());
        }
    }

    void aFirstHostThatCannotStartLeavesAWayToAnotherService()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()), Secret());
        QVERIFY(program.opened);
        const QSignalSpy failed(program.hosts.get(), &ui::LocalHosts::failed);
        program.window->openHost(folder.filePath(QStringLiteral("host")));
        QTRY_COMPARE(failed.size(), 1);
        auto *waiting = program.find(QStringLiteral("waiting"));
        QVERIFY(waiting->isVisible());
        QVERIFY(!program.find(QStringLiteral("side"))->isVisible()); // and the menu with it
        QVERIFY(waiting->findChild<QAbstractButton *>(QStringLiteral("state.action"))->isVisible());
        picture(program.window.get(), QStringLiteral("window-no-host"));
        auto *other = waiting->findChild<QAbstractButton *>(QStringLiteral("state.other"));
        QVERIFY(other->isVisible());
        QCOMPARE(unnamed(waiting), QStringList());
        other->setFocus();
        QTest::keyClick(other, Qt::Key_Space);
        QVERIFY(program.find(QStringLiteral("firststart"))->isVisible());
        QVERIFY(program.find(QStringLiteral("firststart.server"))->isVisible());

        // Asked for again, it is offered only where it failed.
        program.window->openHost(folder.filePath(QStringLiteral("host")));
        QVERIFY(waiting->isVisible());
        QVERIFY(!other->isVisible());
        QTRY_COMPARE(failed.size(), 2);
        QVERIFY(other->isVisible());
    }

    void aSecondAccountIsGoneToNamedAndTold()
    {
        QTemporaryDir folder;
        QHash<QString, std::shared_ptr<test::FakeBackend>> fars;
        Program program(folder.path(), [&](const mail::Account &account, const Secret &) {
            auto &far = fars[account.id];
            if (!far)
                far = std::make_shared<test::FakeBackend>(account.id, serviceId);
            return far;
        });
        QVERIFY(program.isThere());
        program.actions.action(QStringLiteral("account.add"))->trigger();
        auto *server = program.find<QAbstractButton>(QStringLiteral("firststart.server"));
        QVERIFY(server && server->isVisible());
        QTest::keyClick(server, Qt::Key_Space);
        QTest::keyClicks(program.find<QLineEdit>(QStringLiteral("firststart.url")),
                         QStringLiteral("https://127.0.0.1:8443"));
        auto *token = program.find<QLineEdit>(QStringLiteral("firststart.token"));
        // Where no keyring works (here it is kept in memory) that is said before.
        auto *below = program.find<QLabel>(QStringLiteral("token.hint"));
        QTRY_VERIFY2(below->text().contains(QStringLiteral("No keyring works")),
                     qPrintable(below->text()));
        QTest::keyClicks(token, QStringLiteral("secret"));
        QTest::keyClick(token, Qt::Key_Return);
        QTRY_COMPARE(program.accounts->list().size(), 2);
        const QString fresh = program.accounts->list().last().id;
        QTRY_COMPARE(program.navigator.current().scope.account, fresh);
        QCOMPARE(program.window->currentPage()->place().scope.account, fresh);
        auto *bar = program.find<ui::MessageBar>(QStringLiteral("message"));
        QTRY_VERIFY2(bar->message().text.contains(QStringLiteral("was added")) ||
                         bar->message().text.contains(QStringLiteral("keyring")),
                     qPrintable(bar->message().text));
        // A number names nobody: the domain does.
        QTRY_COMPARE(program.accounts->list().last().name, QStringLiteral("example.org"));
        QCOMPARE(program.accounts->list().first().name, QStringLiteral("Test"));
        QTRY_VERIFY(program.jobs.isIdle());

        // Two services of one domain can be told apart.
        program.actions.action(QStringLiteral("app.palette"))->trigger();
        auto *list = program.find<QListWidget>(QStringLiteral("palette.list"));
        QTest::keyClicks(program.find<QLineEdit>(QStringLiteral("palette.field")),
                         QStringLiteral("Addresses"));
        QStringList hints;
        for (int row = 0; row < list->count(); ++row)
            if (list->item(row)->text() == QStringLiteral("Addresses"))
                hints.append(list->item(row)
                                 ->data(Qt::AccessibleTextRole)
                                 .toString()
                                 .section(QStringLiteral("   "), 0, 0));
        QCOMPARE(hints.size(), 2);
        QVERIFY2(hints.first() != hints.last(), qPrintable(hints.join(u'|')));
        QVERIFY2(hints.join(u'|').contains(QStringLiteral("Test · example.org")),
                 qPrintable(hints.join(u'|')));
    }

    void aMissingTokenIsNotToldAsSomethingThatWasDeleted()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.isThere());
        QVERIFY(program.secrets.remove(QStringLiteral("account/a1")));
        program.accounts->start();
        QTRY_COMPARE(program.accounts->connection(QStringLiteral("a1")),
                     ui::Accounts::Connection::Refused);
        QTRY_VERIFY(program.jobs.isIdle());
        for (const JobLine &line : program.jobs.lines())
            QVERIFY2(line.error.kind != Error::Kind::NotFound, qPrintable(line.title));
    }

    void keysAreListed()
    {
        QTemporaryDir folder;
        Program program(folder.path(), to(farSide()));
        QVERIFY(program.isThere());
        program.actions.action(QStringLiteral("app.keys"))->trigger();
        auto *keys = program.find<QDialog>(QStringLiteral("keys"));
        QVERIFY(keys && keys->isVisible());
        QCOMPARE(unnamed(keys), QStringList());
        QStringList told;
        for (const QLabel *label : keys->findChildren<QLabel *>())
            told.append(label->text());
        for (const QWidget *chip : keys->findChildren<QWidget *>())
            told.append(chip->accessibleName());
        QVERIFY2(told.contains(QStringLiteral("Ctrl+F or /")), qPrintable(told.join(u'|')));
        picture(keys, QStringLiteral("keys"));
        QTest::keyClick(keys, Qt::Key_Escape);
    }
};

QTEST_MAIN(WindowTest)
#include "window.moc"
