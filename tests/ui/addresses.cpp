// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of the page of addresses.
#include "tests/ui/story.h"

#include "app/model/addressmodel.h"
#include "app/model/changemodel.h"
#include "app/work/csv.h"

#include "ui/pages/addresses/exportcsv.h"
#include "ui/shell/navigator.h"

#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDateEdit>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMenu>
#include <QProcess>
#include <QTimer>

class TestAddresses : public Story
{
    Q_OBJECT

private slots:
    void cleanup() { end(); }

    void filtersAndOpens()
    {
        begin({QStringLiteral("finance"), QStringLiteral("info"), QStringLiteral("sales")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QVERIFY(rows);
        QTRY_COMPARE(rows->model()->rowCount(), 3);
        QTRY_VERIFY(text(QStringLiteral("header.count")).startsWith(u'3'));
        // The domain is shown as people write it.
        QVERIFY(rows->model()->index(0, 0).data().toString().contains(QStringLiteral("bücher")));

        type(QStringLiteral("filter"), QStringLiteral("fin"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QTRY_COMPARE(text(QStringLiteral("header.count")), QStringLiteral("1 of 3"));
        QTest::keyClick(desk->find<QLineEdit>(QStringLiteral("filter")), Qt::Key_Return);
        QTest::keyClick(rows, Qt::Key_Return);
        QTRY_COMPARE(desk->context().navigator.current().page, QStringLiteral("address"));
        QCOMPARE(desk->context().navigator.current().address, QStringLiteral("finance"));
    }

    void whatWasTypedIntoTheFilterIsRemembered()
    {
        begin({QStringLiteral("finance"), QStringLiteral("info"), QStringLiteral("sales")});
        desk->go(QStringLiteral("addresses"));
        type(QStringLiteral("filter"), QStringLiteral("fin"));
        QTRY_COMPARE(table(QStringLiteral("addresses.table"))->model()->rowCount(), 1);
        sitDown(); // a restart
        QVERIFY(desk->signIn());
        desk->go(QStringLiteral("addresses"));
        QCOMPARE(desk->find<QLineEdit>(QStringLiteral("filter"))->text(), QStringLiteral("fin"));
        QTRY_COMPARE(table(QStringLiteral("addresses.table"))->model()->rowCount(), 1);
    }

    void theMenuOfARowShowsItsKeys()
    {
        begin({QStringLiteral("finance")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        rows->setCurrentRow(0);
        emit rows->menuWanted(rows->mapToGlobal(QPoint(40, 40)));
        QVERIFY(desk->waitFor(QStringLiteral("addresses.menu")));
        auto *menu = desk->find<QMenu>(QStringLiteral("addresses.menu"));
        QStringList keyless;
        for (const QAction *action : menu->actions())
            if (!action->isSeparator() && action->shortcut().isEmpty())
                keyless.append(action->text());
        QCOMPARE(keyless, QStringList{QStringLiteral("Create device password…")});
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return); // the first: Open
        QTRY_COMPARE(desk->context().navigator.current().page, QStringLiteral("address"));
    }

    void filtersByPropertiesWithTheKeyboard()
    {
        begin({QStringLiteral("finance"), QStringLiteral("info"), QStringLiteral("sales")});
        QVERIFY(far->addAccess(QStringLiteral("finance"), QStringLiteral("Ben Okafor"),
                               mail::Rights::all()));
        QVERIFY(far->addAccess(QStringLiteral("sales"), QStringLiteral("Ben Okafor"),
                               mail::Rights::all()));
        QVERIFY(far->addDevice(QStringLiteral("sales"), QStringLiteral("Printer")));
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 3);
        settle();
        rows->setFocus();
        rows->setCurrentRow(2);
        QVERIFY(!desk->find(QStringLiteral("addresses.chips")));

        desk->context().actions.action(QStringLiteral("addresses.filters"))->trigger();
        QVERIFY(desk->waitFor(QStringLiteral("filters.panel")));
        auto *any = desk->find(QStringLiteral("filters.users.0"));
        QTRY_VERIFY(any->hasFocus());
        QTest::keyClick(any, Qt::Key_Right);
        QTRY_COMPARE(rows->model()->rowCount(), 2); // somebody
        QTRY_COMPARE(text(QStringLiteral("filters.count")), QStringLiteral("2 of 3"));
        QTest::keyClick(desk->find(QStringLiteral("filters.users.1")), Qt::Key_Tab);
        auto *devices = desk->find(QStringLiteral("filters.devices.0"));
        QTRY_VERIFY(devices->hasFocus());
        QTest::keyClick(devices, Qt::Key_Right);
        QTest::keyClick(desk->find(QStringLiteral("filters.devices.1")), Qt::Key_Right);
        QTRY_COMPARE(rows->model()->rowCount(), 1); // and no device
        QCOMPARE(rows->model()->index(0, 0).data().toString().section(u'@', 0, 0),
                 QStringLiteral("finance"));
        QTRY_COMPARE(rows->currentRow(), 0); // the one that was current is not shown
        QTest::keyClick(desk->find(QStringLiteral("filters.devices.2")), Qt::Key_Escape);
        QTRY_VERIFY(!desk->find(QStringLiteral("filters.panel")));

        // The text works beside them, and nothing left says why.
        type(QStringLiteral("filter"), QStringLiteral("sal"));
        QTRY_COMPARE(rows->model()->rowCount(), 0);
        QTRY_COMPARE(rows->state(), ui::PageState::Empty);
        const QString why =
            desk->find(QStringLiteral("addresses.table.state"))->accessibleDescription();
        for (const char *part : {"sal", "Has users", "No devices"})
            QVERIFY2(why.contains(QLatin1String(part)), qPrintable(why));

        // The last chip goes by Delete, the rest is remembered.
        auto *chip = desk->find(QStringLiteral("chip.devices"));
        QVERIFY(chip);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QTRY_VERIFY(desk->find(QStringLiteral("chip.users"))->hasFocus());
        QVERIFY(desk->find<QAbstractButton>(QStringLiteral("addresses.filtersButton"))
                    ->text()
                    .contains(u'1'));
        QTest::keyClick(desk->find<QLineEdit>(QStringLiteral("filter")), Qt::Key_Escape);
        QTRY_COMPARE(rows->model()->rowCount(), 2);

        sitDown();
        QVERIFY(desk->signIn());
        desk->go(QStringLiteral("addresses"));
        rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 2);
        QTRY_COMPARE(text(QStringLiteral("header.count")), QStringLiteral("2 of 3"));
        press(QStringLiteral("chip.clear"));
        QTRY_COMPARE(rows->model()->rowCount(), 3);
        QVERIFY(!desk->find(QStringLiteral("addresses.chips")));
        QTRY_VERIFY(desk->find(QStringLiteral("addresses.filtersButton"))->hasFocus());
    }

    void asksForTheLastLogin()
    {
        begin();
        line->isCut = true;
        const auto now = desk->context().clock.now();
        QList<mail::Mailbox> list;
        for (const auto &[name, days] :
             {std::pair{"lately", 3}, std::pair{"long.ago", 400}, std::pair{"never", -1}}) {
            mail::Mailbox m;
            m.service = desk->scope().service;
            m.name = QLatin1String(name);
            m.address = m.addressIdn = m.name + QStringLiteral("@example.org");
            m.imapLastLogin = days < 0 ? QDateTime() : now.addDays(-days);
            m.pop3LastLogin = QDateTime();
            list.append(m);
        }
        QVERIFY(desk->context().cache.putMailboxes(desk->scope(), list));
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 3);
        press(QStringLiteral("addresses.filtersButton"));
        QVERIFY(desk->waitFor(QStringLiteral("filters.panel")));
        auto *login = desk->find<QComboBox>(QStringLiteral("filters.login"));
        QVERIFY(!desk->find(QStringLiteral("filters.day")));
        using Login = store::TraitFilter::Login;
        const std::tuple<Login, int, QString> cases[] = {
            {Login::Never, 1, QStringLiteral("Never logged in")},
            {Login::Before, 1, QStringLiteral("Last login before")},
            {Login::BeforeOrNever, 2, QStringLiteral("No login since")},
            {Login::Since, 1, QStringLiteral("Last login since")}};
        for (const auto &[asked, count, chip] : cases) {
            login->setCurrentIndex(login->findData(int(asked)));
            QTRY_COMPARE(rows->model()->rowCount(), count);
            QVERIFY(
                desk->find<QAbstractButton>(QStringLiteral("chip.login"))->text().startsWith(chip));
        }
        // Nobody told whether these have a spam filter: it cannot be asked.
        press(QStringLiteral("filters.close"));
        press(QStringLiteral("addresses.filtersButton"));
        QVERIFY(!desk->find(QStringLiteral("filters.spam_filter"))->isEnabled());
        QVERIFY(!desk->find(QStringLiteral("filters.spam_filter"))->toolTip().isEmpty());
        desk->find<QDateEdit>(QStringLiteral("filters.day"))->setDate(now.date().addDays(-500));
        QTRY_COMPARE(rows->model()->rowCount(), 2);
        press(QStringLiteral("filters.clear"));
        QTRY_COMPARE(rows->model()->rowCount(), 3);
    }

    void saysHowMuchOfTheQuotaIsUsed()
    {
        begin({QStringLiteral("finance"), QStringLiteral("info")});
        QVERIFY(far->setQuota(3));
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        desk->go(QStringLiteral("addresses"));
        QTRY_COMPARE(text(QStringLiteral("header.count")), QStringLiteral("2 of 3 addresses used"));
        QVERIFY(!desk->find(QStringLiteral("addresses.full")));
        mail::Mailbox third;
        third.service = desk->scope().service;
        third.name = QStringLiteral("sales");
        desk->context().changes.applyNow(desk->scope(),
                                         {QStringLiteral("sales"), {mail::creation(third)}}, {});
        QTRY_COMPARE(text(QStringLiteral("header.count")), QStringLiteral("3 of 3 addresses used"));
        QTRY_VERIFY(desk->find(QStringLiteral("addresses.full")));
        QVERIFY(!desk->find(QStringLiteral("addresses.full"))->toolTip().isEmpty());
    }

    void saysWhyItIsEmpty()
    {
        begin();
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->state(), ui::PageState::Empty);
        QVERIFY(far->addMailbox(QStringLiteral("info")));
        desk->page()->refresh();
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        type(QStringLiteral("filter"), QStringLiteral("nothing like it"));
        QTRY_COMPARE(rows->model()->rowCount(), 0);
        QTRY_COMPARE(rows->state(), ui::PageState::Empty);
    }

    void keepsTheRowsOffline()
    {
        begin({QStringLiteral("info")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        line->isCut = true;
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Offline);
        QTRY_VERIFY(desk->find(QStringLiteral("addresses.table.bar")));
        desk->window()->resize(1000, 700); // it keeps its place
        QTRY_VERIFY(
            rows->rect().contains(desk->find(QStringLiteral("addresses.table.bar"))->geometry()));
        QVERIFY(rows->horizontalHeader()->viewport()->y() > 0);
        QCOMPARE(rows->model()->rowCount(), 1);
        QTRY_VERIFY(text(QStringLiteral("header.age")).contains(QStringLiteral("offline")));
        line->isCut = false;
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Ready);
    }

    void editsANoteInItsCell()
    {
        begin({QStringLiteral("finance"), QStringLiteral("info")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 2);
        rows->setFocus();
        rows->setCurrentRow(0);
        QTest::keyClick(rows, Qt::Key_F2);
        type(QStringLiteral("addresses.noteCell"), QStringLiteral("Bills and reminders"));
        QTest::keyClick(desk->find<QLineEdit>(QStringLiteral("addresses.noteCell")),
                        Qt::Key_Return);
        QVERIFY(saidLast(QStringLiteral("Bills and reminders")));
        QTRY_COMPARE(far->mailbox(QStringLiteral("finance"))->note,
                     QStringLiteral("Bills and reminders"));
        QVERIFY(desk->undoSaid());
        QTRY_COMPARE(far->mailbox(QStringLiteral("finance"))->note.value_or(QString()), QString());
        QTRY_VERIFY(rows->hasFocus());
    }

    void leavesTheNoteWithEscape()
    {
        begin({QStringLiteral("info")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        rows->setFocus();
        rows->setCurrentRow(0);
        QTest::keyClick(rows, Qt::Key_F2);
        type(QStringLiteral("addresses.noteCell"), QStringLiteral("No"));
        QTest::keyClick(desk->find<QLineEdit>(QStringLiteral("addresses.noteCell")),
                        Qt::Key_Escape);
        QTRY_VERIFY(!desk->find(QStringLiteral("addresses.noteCell")));
        settle();
        QCOMPARE(line->applied.load(), 0);
    }

    void deletesThreeAndRetriesTheOneThatWasRefused()
    {
        begin({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
        line->refuse(QStringLiteral("b"), {Error::Kind::Forbidden, QStringLiteral("not now")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 4);
        rows->setFocus();
        rows->setCurrentRow(0);
        QTest::keyClick(rows, Qt::Key_Space);
        QTest::keyClick(rows, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(rows, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(rows->tickedCount(), 3);
        QTRY_VERIFY(text(QStringLiteral("bulk.count")).startsWith(u'3'));
        QTest::keyClick(rows, Qt::Key_Delete);
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        QVERIFY(desk->find(QStringLiteral("review"))->windowTitle().contains(u'3'));
        press(QStringLiteral("review.apply"));
        QVERIFY(desk->waitFor(QStringLiteral("outcome")));
        QVERIFY(!far->mailbox(QStringLiteral("a")));
        QVERIFY(far->mailbox(QStringLiteral("b")));
        line->allow(QStringLiteral("b"));
        press(QStringLiteral("outcome.retry"));
        QTRY_VERIFY(!far->mailbox(QStringLiteral("b")));
        QVERIFY(far->mailbox(QStringLiteral("d")));
        QVERIFY(saidLast(QStringLiteral("b@"))); // the one that was left
        QVERIFY2(desk->said().last().endsWith(QStringLiteral(" was deleted.")),
                 qPrintable(desk->said().last()));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QVERIFY(far->host().removedMail().size() == 3);
    }

    // What is ticked is read beside the window: it goes on answering.
    void deletesAndCopiesManyWhileTheWindowGoesOn()
    {
        begin();
        line->isCut = true;
        constexpr int count = 20'000;
        QList<mail::Mailbox> list;
        list.reserve(count);
        for (int i = 0; i < count; ++i) {
            mail::Mailbox m;
            m.service = desk->scope().service;
            m.name = QStringLiteral("u%1").arg(i, 6, 10, QLatin1Char('0'));
            m.address = m.addressIdn = m.name + QStringLiteral("@example.org");
            list.append(m);
        }
        QVERIFY(desk->context().cache.putMailboxes(desk->scope(), list));
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), count);
        settle();
        rows->setFocus();
        rows->setCurrentRow(0);
        QTest::keyClick(rows, Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(rows->tickedCount(), count);
        QTRY_COMPARE(text(QStringLiteral("bulk.count")),
                     QLocale().toString(count) + QStringLiteral(" ticked"));

        int ticks = 0;
        bool isIn = false;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] {
            isIn = isIn || desk->find(QStringLiteral("review"));
            if (!isIn)
                ++ticks;
        });
        clock.start(0);
        QTest::keyClick(rows, Qt::Key_Delete);
        QVERIFY(!desk->find(QStringLiteral("review")));
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        QVERIFY2(ticks > 10, qPrintable(QString::number(ticks)));
        QVERIFY(desk->find(QStringLiteral("review"))
                    ->windowTitle()
                    .contains(QLocale().toString(count)));
        QCOMPARE(table(QStringLiteral("changes.table"))->model()->rowCount(), count);
        press(QStringLiteral("review.cancel"));
        QTRY_VERIFY(!desk->find(QStringLiteral("review")));

        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        desk->context().actions.action(QStringLiteral("addresses.copy"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QVERIFY(saidLast(QStringLiteral("copied")));
        const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(copied.size(), count);
        QCOMPARE(copied.first(), list.first().address);
        QCOMPARE(copied.last(), list.last().address);
    }

    void stagesOfflineKeepsItOverARestartAndAppliesAfterReview()
    {
        begin({QStringLiteral("info")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        line->isCut = true;
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Offline);
        rows->setFocus();
        rows->setCurrentRow(0);
        QTest::keyClick(rows, Qt::Key_F2);
        type(QStringLiteral("addresses.noteCell"), QStringLiteral("Written offline"));
        QTest::keyClick(desk->find<QLineEdit>(QStringLiteral("addresses.noteCell")),
                        Qt::Key_Return);
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 1);

        sitDown(); // a restart, still offline: the rows come from the cache, the edit is there
        QVERIFY(desk->signIn());
        desk->go(QStringLiteral("addresses"));
        rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 1);
        QTRY_VERIFY(rows->model()->index(0, model::AddressModel::Note).data().toString() ==
                    QStringLiteral("Written offline"));
        QVERIFY(
            rows->model()->index(0, model::AddressModel::Note).data(model::PendingRole).toBool());
        QVERIFY(!far->mailbox(QStringLiteral("info"))->note.has_value() ||
                far->mailbox(QStringLiteral("info"))->note->isEmpty());

        line->isCut = false;
        desk->context().accounts.refresh(desk->scope().account);
        settle();
        desk->context().changes.reviewStaged(desk->scope(), desk->page());
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(far->mailbox(QStringLiteral("info"))->note, QStringLiteral("Written offline"));
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 0);
    }

    void offersEverythingInTheRowMenu()
    {
        begin({QStringLiteral("info")});
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        rows->setFocus();
        rows->setCurrentRow(0);
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, rows->rect().center(),
                                 rows->mapToGlobal(rows->rect().center()));
        QApplication::sendEvent(rows, &wanted);
        QVERIFY(desk->waitFor(QStringLiteral("addresses.menu")));
        auto *menu = desk->find<QMenu>(QStringLiteral("addresses.menu"));
        QStringList names;
        for (const QAction *action : menu->actions())
            if (!action->isSeparator())
                names.append(action->objectName());
        QCOMPARE(names,
                 QStringList({QStringLiteral("addresses.open"), QStringLiteral("addresses.device"),
                              QStringLiteral("addresses.copy"), QStringLiteral("addresses.note"),
                              QStringLiteral("addresses.delete")}));
        menu->close();
    }

    // Read by a reader that is not ours: what the filter shows, in the order shown, and dates that
    // are dates.
    void exportsWhatIsShown()
    {
        begin();
        line->isCut = true;
        const auto at = [](qint64 seconds) {
            return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
        };
        QList<mail::Mailbox> list;
        for (int i = 0; i < 6; ++i) {
            mail::Mailbox m;
            m.service = desk->scope().service;
            m.name = QStringLiteral("u%1").arg(i);
            m.address = m.name + QStringLiteral("@xn--bcher-kva.example");
            m.addressIdn = m.name + QStringLiteral("@bücher.example");
            m.userCount = i % 2 ? 5 : 0;
            if (i % 2)
                m.userNames =
                    QStringList{QStringLiteral("Ana Weber"), QStringLiteral("Okafor, B.")};
            m.note = QStringLiteral("Line one\n“two” \"%1\"; naïve, 漢字").arg(i);
            m.size = 1000 - i;
            m.imapLastLogin = i == 3 ? QDateTime() : at(1'734'430'500 + i);
            m.hasSpamFilter = i != 5;
            list.append(m);
        }
        QVERIFY(desk->context().cache.putMailboxes(desk->scope(), list));
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 6);
        press(QStringLiteral("addresses.filtersButton"));
        QTest::keyClick(desk->find(QStringLiteral("filters.users.0")), Qt::Key_Right);
        press(QStringLiteral("filters.close"));
        QTRY_COMPARE(rows->model()->rowCount(), 3);
        rows->sortByColumn(model::AddressModel::Size, Qt::AscendingOrder);
        settle();

        const QString file = folder->filePath(QStringLiteral("shown.csv"));
        desk->context().actions.action(QStringLiteral("addresses.export"))->trigger();
        QVERIFY(desk->waitFor(QStringLiteral("addresses.exportDialog")));
        auto *dialog = desk->find<QFileDialog>(QStringLiteral("addresses.exportDialog"));
        dialog->selectFile(file);
        QMetaObject::invokeMethod(dialog, "accept");
        QVERIFY(saidLast(QStringLiteral("3 addresses were written")));

        QProcess reader;
        reader.start(QStringLiteral("python3"), {QStringLiteral("-c"), QStringLiteral(R"(
import csv, datetime, json, sys
with open(sys.argv[1], encoding='utf-8-sig', newline='') as file:
    rows = list(csv.DictReader(file, strict=True))
for row in rows:
    if row['last_imap_login_utc'] != 'never':
        day = datetime.datetime.strptime(row['last_imap_login_utc'], '%Y-%m-%d %H:%M:%S')
        row['seconds'] = int(day.replace(tzinfo=datetime.timezone.utc).timestamp())
print(json.dumps(rows))
)"),
                                                 file});
        QVERIFY(reader.waitForFinished(30'000));
        QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
        const QJsonArray read = QJsonDocument::fromJson(reader.readAllStandardOutput()).array();
        QCOMPARE(read.size(), 3);
        for (int row = 0; row < 3; ++row) {
            const int i = 5 - 2 * row; // the smallest first
            const QJsonObject line = read.at(row).toObject();
            QCOMPARE(line.value(u"address").toString(),
                     QStringLiteral("u%1@bücher.example").arg(i));
            QCOMPARE(line.value(u"note").toString(), *list.at(i).note);
            QCOMPARE(line.value(u"users").toString(), QStringLiteral("Ana Weber; Okafor, B.; +3"));
            QCOMPARE(line.value(u"size_bytes").toString(), QString::number(1000 - i));
            QCOMPARE(line.value(u"spam_filter").toString(),
                     i == 5 ? QStringLiteral("no") : QStringLiteral("yes"));
            QCOMPARE(line.value(u"auto_reply").toString(), QString()); // nobody told
            if (i == 3)
                QCOMPARE(line.value(u"last_imap_login_utc").toString(), QStringLiteral("never"));
            else
                QCOMPARE(line.value(u"seconds").toInteger(), 1'734'430'500 + i);
        }
    }

    void quotesCells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << QStringLiteral("Sales") << QStringLiteral("Sales");
        QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"");
        QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"");
        QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("empty") << QString() << QString();
    }
    void quotesCells()
    {
        QFETCH(QString, text);
        QTEST(work::csvCell(text), "cell");
    }
};

QTEST_MAIN(TestAddresses)
#include "addresses.moc"
