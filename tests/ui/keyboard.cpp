// SPDX-License-Identifier: GPL-3.0-or-later
// An address from its creation to its end, and the way back, without a mouse: every key goes to
// where the keyboard is.
#include "tests/ui/far.h"
#include "tests/ui/program.h"
#include "tests/ui/served.h"
#include "ui/widgets/objecttable.h"

#include <QAbstractButton>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QTimer>

class KeyboardTest : public QObject
{
    Q_OBJECT

private:
    QWidget *focus() const { return QApplication::focusWidget(); }
    QString focusName() const { return focus() ? focus()->objectName() : QString(); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *at = QApplication::activePopupWidget();
        if (!at)
            at = focus();
        QVERIFY2(at, "the keyboard is nowhere");
        QTest::keyClick(at, Qt::Key(key), modifiers);
        QTest::qWait(0);
    }
    void type(const QString &text)
    {
        QVERIFY2(focus(), "the keyboard is nowhere");
        QTest::keyClicks(focus(), text);
    }
    // Tab until the keyboard is there; every control on the way can be seen and has a name.
    bool tabTo(const QString &name)
    {
        for (int i = 0; i < 60 && focusName() != name; ++i) {
            key(Qt::Key_Tab);
            if (!focus() || !focus()->isVisible() || focusName().isEmpty()) {
                qWarning("after %d tabs: '%s'", i + 1, qPrintable(focusName()));
                return false;
            }
        }
        return focusName() == name;
    }
    QDialog *dialog(const char *name) const
    {
        auto *found = program->find<QDialog>(QLatin1String(name));
        return found && found->isVisible() ? found : nullptr;
    }
    ui::ObjectTable *rows() const
    {
        return program->find<ui::ObjectTable>(QStringLiteral("addresses.table"));
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
        folder = std::make_unique<QTemporaryDir>();
        program = std::make_unique<Program>(
            folder->path(),
            [this](const mail::Account &account, const Secret &) { return far->backend(account); });
        QVERIFY(program->isThere());
        QTRY_COMPARE(rows()->model()->rowCount(), 2);
        program->window->activateWindow();
        QTRY_VERIFY(focus());
    }
    void cleanup()
    {
        program.reset();
        far.reset();
    }

    void createsChangesDeletesAndUndoes()
    {
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog("createAddress"));
        QTRY_COMPARE(focusName(), QStringLiteral("create.name"));
        type(QStringLiteral("projects"));
        key(Qt::Key_Return);
        QTRY_COMPARE(focusName(), QStringLiteral("create.who.myself"));
        key(Qt::Key_Down);
        QTRY_COMPARE(focusName(), QStringLiteral("create.who.people"));
        key(Qt::Key_Down);
        QTRY_COMPARE(focusName(), QStringLiteral("create.who.everybody"));
        key(Qt::Key_Return);
        QTRY_COMPARE(program->find<QAbstractButton>(QStringLiteral("wizard.next"))->text(),
                     QStringLiteral("Create address"));
        key(Qt::Key_Return);
        QTRY_VERIFY(far->mailbox(QStringLiteral("projects")));
        QTRY_VERIFY(program->find<QAbstractButton>(QStringLiteral("result.device")) &&
                    program->find<QAbstractButton>(QStringLiteral("result.device"))->isVisible());
        QTRY_COMPARE(focusName(), QStringLiteral("result.device")); // the next thing to do
        key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog("createAddress"));
        QTRY_COMPARE(rows()->model()->rowCount(), 3);

        // It is the row that the keyboard stands on; a note, and taken back.
        QTRY_COMPARE(focus(), static_cast<QWidget *>(rows()));
        QTRY_VERIFY(
            rows()->currentIndex().siblingAtColumn(0).data().toString().startsWith(u"projects"));
        key(Qt::Key_F2);
        QTRY_COMPARE(focusName(), QStringLiteral("addresses.noteCell"));
        type(QStringLiteral("All of us"));
        key(Qt::Key_Return);
        QTRY_COMPARE(far->mailbox(QStringLiteral("projects"))->note, QStringLiteral("All of us"));
        QTRY_VERIFY(program->jobs.isIdle());
        QTRY_COMPARE(focus(), static_cast<QWidget *>(rows()));
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(far->mailbox(QStringLiteral("projects"))->note.value_or(QString()), QString());
        QTRY_VERIFY(program->jobs.isIdle());

        // Into it and back to the same row.
        key(Qt::Key_Return);
        QTRY_COMPARE(program->navigator.current().page, QStringLiteral("address"));
        QTRY_VERIFY(program->jobs.isIdle());
        key(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(program->navigator.current().page, QStringLiteral("addresses"));
        QTRY_COMPARE(focus(), static_cast<QWidget *>(rows()));
        QVERIFY(
            rows()->currentIndex().siblingAtColumn(0).data().toString().startsWith(u"projects"));

        // The row's menu by its key, then away with it: the safe button is the one under Return.
        const QPoint middle = rows()->rect().center();
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, middle,
                                 rows()->mapToGlobal(middle)); // what the system makes of the key
        QApplication::sendEvent(focus(), &wanted);
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        key(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        key(Qt::Key_Delete);
        QTRY_VERIFY(dialog("review"));
        QTRY_COMPARE(focusName(), QStringLiteral("review.cancel"));
        key(Qt::Key_Return);
        QTRY_VERIFY(!dialog("review"));
        QVERIFY(far->mailbox(QStringLiteral("projects")));
        QTRY_COMPARE(focus(), static_cast<QWidget *>(rows()));
        key(Qt::Key_Delete);
        QTRY_VERIFY(dialog("review"));
        QVERIFY(tabTo(QStringLiteral("review.apply")));
        QCOMPARE(qobject_cast<QAbstractButton *>(focus())->text(), QStringLiteral("Delete"));
        key(Qt::Key_Space);
        QTRY_VERIFY(!far->mailbox(QStringLiteral("projects")));
        QTRY_COMPARE(rows()->model()->rowCount(), 2);
    }

    void reachesEveryControlOfAPage()
    {
        for (const char *name : {"filter", "addresses.filtersButton", "header.primary",
                                 "header.more", "addresses.table", "menuButton", "navigation"})
            QVERIFY2(tabTo(QLatin1String(name)), name);
        key(Qt::Key_Slash);
        QTRY_COMPARE(focusName(), QStringLiteral("filter"));
        type(QStringLiteral("inf"));
        QTRY_COMPARE(rows()->model()->rowCount(), 1);
        key(Qt::Key_Return); // into the rows
        QTRY_COMPARE(focus(), static_cast<QWidget *>(rows()));
        key(Qt::Key_F, Qt::ControlModifier);
        key(Qt::Key_Escape);
        QTRY_COMPARE(rows()->model()->rowCount(), 2);
    }

    void opensTheMainMenu()
    {
        for (const Qt::Key opens : {Qt::Key_Space, Qt::Key_Return}) {
            QVERIFY(tabTo(QStringLiteral("menuButton")));
            // The menu holds the keyboard until it closes, so its story is told from within.
            QStringList texts;
            QTimer::singleShot(0, this, [&] {
                if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
                    for (const QAction *action : menu->actions())
                        if (!action->isSeparator())
                            texts.append(action->text());
                    menu->close();
                }
            });
            key(opens);
            QTRY_VERIFY(!texts.isEmpty());
            QVERIFY2(texts.contains(QStringLiteral("Quit")) &&
                         texts.contains(QStringLiteral("Refresh")),
                     qPrintable(texts.join(u',')));
            QCOMPARE(texts.removeDuplicates(), 0); // each stands in it once
            QTRY_VERIFY(!QApplication::activePopupWidget());
            key(Qt::Key_Tab);
        }
    }

    void givesTheKeyboardBackAfterSomethingIsDiscarded()
    {
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog("createAddress"));
        QTRY_COMPARE(focusName(), QStringLiteral("create.name"));
        type(QStringLiteral("projects"));
        key(Qt::Key_Escape);
        QTRY_COMPARE(focusName(), QStringLiteral("ask.cancel")); // the safe one, and the first
        const auto *agree = program->find(QStringLiteral("ask.agree"));
        QVERIFY(agree && agree->x() > focus()->x());
        QVERIFY(tabTo(QStringLiteral("ask.agree")));
        key(Qt::Key_Return);
        QTRY_VERIFY(!dialog("createAddress"));
        QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget *>(program->window.get()));
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(dialog("createAddress"));
    }

    void choosesColumnsByTheMenu()
    {
        QVERIFY(tabTo(QStringLiteral("addresses.table")));
        auto *header = rows()->horizontalHeader();
        program->actions.action(QStringLiteral("addresses.columns"))->trigger();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu && menu->actions().size() >= 6);
        key(Qt::Key_Down);
        const int hiddenBefore = header->hiddenSectionCount();
        key(Qt::Key_Return); // the first of them
        QTRY_COMPARE(header->hiddenSectionCount(), hiddenBefore + 1);
        // It stays so over a restart.
        QVERIFY(rows()->isColumnHidden(1));
        program->window->close();
        QVERIFY(program->settings.state(QStringLiteral("addresses/table/columns")).size() > 0);
    }

    // From the list of addresses to a domain that says who may send.
    void putsADomainRight()
    {
        QVERIFY(far->addZone());
        program->dns = std::make_shared<Served>(far->host());
        key(Qt::Key_3, Qt::AltModifier);
        const auto standing = [this] {
            const auto *chip = program->find(QStringLiteral("section.spf.standing"));
            return chip && chip->isVisible() ? chip->accessibleName() : QString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(standing(), QStringLiteral("Missing"), 10'000);
        QTRY_VERIFY(program->jobs.isIdle());
        QVERIFY(tabTo(QStringLiteral("section.spf.correct")));
        key(Qt::Key_Space);
        QTRY_VERIFY(dialog("review"));
        QVERIFY(tabTo(QStringLiteral("review.apply")));
        key(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(standing(), QStringLiteral("In order"), 10'000);
        QVERIFY(far->record({}, QStringLiteral("TXT")).target.startsWith(u"v=spf1"));
        // The records of the zone, one place before it in the navigation.
        QTRY_VERIFY(program->jobs.isIdle());
        key(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(program->find<ui::ObjectTable>(QStringLiteral("zone.table")));
        QVERIFY(tabTo(QStringLiteral("zone.table")));
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(dialog("review"));
        QVERIFY(tabTo(QStringLiteral("review.apply")));
        key(Qt::Key_Space);
        QTRY_VERIFY(far->record({}, QStringLiteral("TXT")).target.isEmpty());
    }
};

QTEST_MAIN(KeyboardTest)
#include "keyboard.moc"
