// SPDX-License-Identifier: GPL-3.0-or-later
// What the program shows and allows when it may not do all: a token that only reads, a person who
// administers nothing, a token revoked while the window is open, no token, no service.
#include "tests/ui/far.h"
#include "tests/ui/program.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/objecttable.h"
#include "ui/widgets/statepanel.h"
#include "ui/widgets/toggle.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

class StatesTest : public QObject
{
    Q_OBJECT

private:
    void begin(const Secret &token)
    {
        program.reset();
        folder = std::make_unique<QTemporaryDir>();
        program = std::make_unique<Program>(
            folder->path(),
            [this](const mail::Account &account, const Secret &t) {
                return far->backend(account, t);
            },
            token);
        QVERIFY(program->opened);
    }
    ui::ObjectTable *rows() const
    {
        return program->find<ui::ObjectTable>(QStringLiteral("addresses.table"));
    }
    QAction *action(const char *id) const { return program->actions.action(QLatin1String(id)); }
    store::Scope scope() const
    {
        return {QStringLiteral("a1"), program->cache.services(QStringLiteral("a1")).value(0).id};
    }
    void picture(QWidget *widget, const char *name) const
    {
        QTest::qWait(0);
        const QString to = qEnvironmentVariable("MAILWRIGHT_PICTURES");
        if (!to.isEmpty())
            widget->grab().save(QDir(to).filePath(QLatin1String(name) + QStringLiteral(".png")));
    }
    void openAddress(const QString &name)
    {
        program->navigator.go({QStringLiteral("address"), scope(), name, {}});
        QVERIFY(program->isThere());
    }

    std::unique_ptr<Far> far;
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Program> program;

private slots:
    void init()
    {
        far = std::make_unique<Far>();
        QVERIFY2(far->error().isEmpty(), qPrintable(far->error()));
        for (const char *name : {"finance", "info"})
            QVERIFY(far->addMailbox(QLatin1String(name)));
        QVERIFY(far->addAccess(QStringLiteral("finance"), QStringLiteral("Ben Okafor"),
                               mail::Rights::all()));
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Phone"),
                               QStringLiteral("Ben Okafor")));
    }
    void cleanup()
    {
        program.reset();
        far.reset();
    }

    void aTokenThatOnlyReads()
    {
        begin(far->tokenFor(QStringLiteral("Ana Weber"), db::Scope::Read));
        QVERIFY(program->isThere());
        QTRY_COMPARE(rows()->model()->rowCount(), 2);
        QVERIFY(program->isThere());
        for (const char *id :
             {"addresses.create", "addresses.delete", "addresses.note", "addresses.device"}) {
            QVERIFY2(!action(id)->isEnabled(), id);
            QVERIFY2(action(id)->toolTip() != action(id)->text(), id); // says why
        }
        for (const char *id : {"addresses.open", "addresses.copy", "addresses.export"})
            QVERIFY2(action(id)->isEnabled(), id);
        picture(program->window.get(), "state-readonly-list");
        rows()->setFocus();
        rows()->setCurrentRow(0);
        QTest::keyClick(rows(), Qt::Key_F2);
        QTest::keyClick(rows(), Qt::Key_Delete);
        QTest::keyClick(rows(), Qt::Key_N, Qt::ControlModifier);
        QTest::qWait(0);
        QVERIFY(!program->window->findChild<QLineEdit *>(QStringLiteral("addresses.noteCell")));
        QVERIFY(program->window->findChildren<QDialog *>().isEmpty());

        openAddress(QStringLiteral("finance"));
        auto *note = program->find<QLineEdit>(QStringLiteral("address.note"));
        QVERIFY(note->isReadOnly() && !note->toolTip().isEmpty());
        const auto toggles = program->window->findChildren<ui::Toggle *>();
        QVERIFY(!toggles.isEmpty());
        for (const ui::Toggle *toggle : toggles) {
            QVERIFY2(!toggle->isEnabled(), qPrintable(toggle->objectName()));
            QVERIFY2(!toggle->toolTip().isEmpty(), qPrintable(toggle->objectName()));
        }
        for (const char *id : {"address.addUser", "address.addDevice", "address.delete"})
            QVERIFY2(!action(id)->isEnabled(), id);
        picture(program->window.get(), "state-readonly-address");
    }

    void aPersonWhoAdministersNothing()
    {
        begin(far->tokenFor(QStringLiteral("Ben Okafor"), db::Scope::Admin));
        QTRY_VERIFY(program->jobs.isIdle());
        QTest::qWait(0);
        picture(program->window.get(), "state-person");
        // Whatever is offered works, and whatever is not says why: nothing is refused by surprise.
        for (const QAction *one : program->actions.all())
            if (!one->isEnabled() && one->objectName().startsWith(QStringLiteral("address")))
                QVERIFY2(!one->toolTip().isEmpty(), qPrintable(one->objectName()));
    }

    void revokedWhileTheWindowIsOpen()
    {
        const Secret token = far->tokenFor(QStringLiteral("Ana Weber"), db::Scope::Admin);
        begin(token);
        QVERIFY(program->isThere());
        QTRY_COMPARE(rows()->model()->rowCount(), 2);
        QVERIFY(program->isThere());
        QVERIFY(far->revoke(token));
        action("page.refresh")->trigger();
        QTRY_COMPARE(rows()->state(), ui::PageState::Forbidden);
        QCOMPARE(rows()->model()->rowCount(), 2); // what was known stays
        QTRY_COMPARE(program->accounts->connection(QStringLiteral("a1")),
                     ui::Accounts::Connection::Refused);
        auto *bar = program->find<ui::MessageBar>(QStringLiteral("addresses.table.bar"));
        QVERIFY(bar && bar->isVisible());
        QVERIFY(bar->message().text.contains(QStringLiteral("refused the sign-in")));
        picture(program->window.get(), "state-revoked");

        // A wrong token is said at its field, a good one brings everything back.
        bar->message().action();
        auto *dialog = program->find<QDialog>(QStringLiteral("tokenDialog"));
        QVERIFY(dialog && dialog->isVisible());
        auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("tokenDialog.token"));
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Return);
        auto *fault = dialog->findChild<QLabel *>(QStringLiteral("token.hint"));
        QTRY_VERIFY(fault->text().contains(QStringLiteral("Enter the token")));
        QTest::keyClicks(field, QStringLiteral("wrong"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(fault->text().contains(QStringLiteral("does not know this token")));
        picture(dialog, "state-token");
        field->setText(QString::fromUtf8(
            far->tokenFor(QStringLiteral("Ana Weber"), db::Scope::Admin).reveal()));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!program->find<QDialog>(QStringLiteral("tokenDialog")));
        QTRY_COMPARE(program->accounts->connection(QStringLiteral("a1")),
                     ui::Accounts::Connection::Online);
        QTRY_COMPARE(rows()->state(), ui::PageState::Ready);
        QVERIFY(action("addresses.create")->isEnabled());
    }

    void revokedOnThePageOfAnAddress()
    {
        const Secret token = far->tokenFor(QStringLiteral("Ana Weber"), db::Scope::Admin);
        begin(token);
        QVERIFY(program->isThere());
        openAddress(QStringLiteral("finance"));
        QVERIFY(far->revoke(token));
        action("page.refresh")->trigger();
        auto *bar = program->find<ui::MessageBar>(QStringLiteral("address.bar"));
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->message().actionText.contains(QStringLiteral("new token")));
        picture(program->window.get(), "state-revoked-address");
    }

    void noAnswerAndNothingKnown()
    {
        begin(far->tokenFor(QStringLiteral("Ana Weber"), db::Scope::Admin));
        program.reset();
        folder = std::make_unique<QTemporaryDir>();
        program = std::make_unique<Program>(
            folder->path(),
            [](mail::Account account, const Secret &t) -> std::shared_ptr<backend::Backend> {
                account.url = QStringLiteral("http://127.0.0.1:1"); // nothing listens there
                return std::make_shared<backend::HostingApi>(account, t);
            });
        QTRY_COMPARE(program->accounts->connection(QStringLiteral("a1")),
                     ui::Accounts::Connection::Offline);
        QTRY_VERIFY(program->find<QPushButton>(QStringLiteral("state.action"))->isVisible());
        picture(program->window.get(), "state-offline-first");
        QTRY_VERIFY(program->jobs.lines().isEmpty()); // the page says it, the tray need not
    }
};

QTEST_MAIN(StatesTest)
#include "states.moc"
