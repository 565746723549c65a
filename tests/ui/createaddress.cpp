// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of the wizard that creates an address.
#include "tests/ui/story.h"

#include "ui/shell/navigator.h"
#include "ui/wizards/createaddress.h"

#include <QListWidget>
#include <QPushButton>

class TestCreateAddress : public Story
{
    Q_OBJECT

private:
    void openWizard()
    {
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QVERIFY(rows);
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("createAddress")));
    }

private slots:
    void init() { begin({QStringLiteral("info")}); }
    void cleanup() { end(); }

    void createsWithTwoPeople()
    {
        openWizard();
        QCOMPARE(text(QStringLiteral("create.domain")), QStringLiteral("@bücher.example"));
        type(QStringLiteral("create.name"), QStringLiteral("Finance"));
        QCOMPARE(text(QStringLiteral("create.preview")), QStringLiteral("finance@bücher.example"));
        type(QStringLiteral("create.note"), QStringLiteral("Bills"));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("create.who.people"));
        QVERIFY(!desk->find<QPushButton>(QStringLiteral("wizard.next"))->isEnabled());
        auto *list = desk->find<QListWidget>(QStringLiteral("people.list"));
        QVERIFY(list);
        for (const char *name : {"Ben", "Emma"}) {
            for (int i = 0; i < list->count(); ++i)
                if (list->item(i)->text().startsWith(QLatin1String(name)))
                    list->setCurrentRow(i);
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Space);
        }
        press(QStringLiteral("people.rights.can_send_emails")); // of Emma
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("review.line")));
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("result.open")));
        QVERIFY(desk->find(QStringLiteral("result.device")));
        QVERIFY(desk->find(QStringLiteral("result.another")));
        // What was done is said as done.
        for (const QLabel *row : desk->find(QStringLiteral("result.open"))
                                     ->window()
                                     ->findChildren<QLabel *>(QStringLiteral("result.row")))
            QVERIFY2(row->text().contains(QStringLiteral("was created")) ||
                         row->text().contains(QStringLiteral("now has access")),
                     qPrintable(row->text()));
        const auto made = far->mailbox(QStringLiteral("finance"));
        QVERIFY(made);
        QCOMPARE(made->note, QStringLiteral("Bills"));
        QVERIFY(far->access(QStringLiteral("finance"), QStringLiteral("Ben Okafor"))
                    ->rights->allows(mail::Right::SendEmails));
        QVERIFY(!far->access(QStringLiteral("finance"), QStringLiteral("Emma Laurent"))
                     ->rights->allows(mail::Right::SendEmails));
        press(QStringLiteral("result.open"));
        QTRY_COMPARE(desk->context().navigator.current().address, QStringLiteral("finance"));
    }

    void namesEveryRule_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("part");
        QTest::newRow("space") << QStringLiteral("a b") << QStringLiteral("spaces");
        QTest::newRow("accent") << QStringLiteral("café") << QStringLiteral("é");
        QTest::newRow("sign") << QStringLiteral("a@b") << QStringLiteral("before the @");
        QTest::newRow("character") << QStringLiteral("a#b") << QStringLiteral("#");
        QTest::newRow("hyphen") << QStringLiteral("-a") << QStringLiteral("begin with a hyphen");
        QTest::newRow("dots") << QStringLiteral("a..b") << QStringLiteral("two dots");
        QTest::newRow("taken") << QStringLiteral("INFO") << QStringLiteral("exists already");
        QTest::newRow("long") << QString(65, u'a') << QStringLiteral("64");
    }
    void namesEveryRule()
    {
        QFETCH(QString, name);
        QFETCH(QString, part);
        openWizard();
        auto *field = desk->find<QLineEdit>(QStringLiteral("create.name"));
        QVERIFY(field);
        field->setText(name);
        QVERIFY2(text(QStringLiteral("name.hint")).contains(part),
                 qPrintable(text(QStringLiteral("name.hint"))));
        QVERIFY(!desk->find<QPushButton>(QStringLiteral("wizard.next"))->isEnabled());
        QVERIFY(desk->find(QStringLiteral("wizard.next"))->toolTip().contains(part));
    }

    void decidesLater()
    {
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("later"));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("create.who.later"));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("result.open")));
        const auto made = far->mailbox(QStringLiteral("later"));
        QVERIFY(made);
        QCOMPARE(made->userCount.value_or(0), 0);
        press(QStringLiteral("result.close"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 2);
        // It is the row that the keyboard stands on.
        QTRY_VERIFY(rows->currentIndex().siblingAtColumn(0).data().toString().startsWith(
            QStringLiteral("later@")));
    }

    void createsForEverybody()
    {
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("all"));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("create.who.everybody"));
        QVERIFY(desk->find(QStringLiteral("create.who.everybody"))
                    ->accessibleDescription()
                    .contains(QStringLiteral("join later")));
        press(QStringLiteral("wizard.next"));
        const auto says = [this](const QString &part) {
            const auto labels =
                desk->find(QStringLiteral("createAddress"))->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(part);
            });
        };
        QTRY_VERIFY(says(QStringLiteral("All 6 people")));
        QVERIFY(says(QStringLiteral("joins later")));
        QVERIFY(!says(QStringLiteral("not send"))); // new users may, here
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("result.open")));
        QVERIFY(says(QStringLiteral("6 people have access")));
        QVERIFY(says(QStringLiteral("joins later")));
        for (const char *name : {"Ana Weber", "Ben Okafor", "Chiara Rossi", "Dmitri Novak",
                                 "Emma Laurent", "Farid Haddad"})
            QVERIFY(far->access(QStringLiteral("all"), QLatin1String(name)));
        press(QStringLiteral("result.open"));
        QTRY_COMPARE(desk->context().navigator.current().address, QStringLiteral("all"));
    }

    void cannotGiveItToEverybodyWhereTheServiceDoesNotOfferIt()
    {
        mail::Capabilities can = desk->context().changes.capabilities(desk->scope());
        can.deny(mail::Verb::Create, QStringLiteral("mailbox"), QStringLiteral("target"),
                 QStringLiteral("not-offered"));
        QVERIFY(desk->context().cache.setCapabilities(desk->scope(), can));
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("all"));
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("create.who.everybody")));
        QVERIFY(!desk->find(QStringLiteral("create.who.everybody"))->isEnabled());
        QVERIFY(!desk->find(QStringLiteral("create.who.everybody"))->toolTip().isEmpty());
    }

    void createsForMyself()
    {
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("mine"));
        for (int i = 0; i < 3; ++i)
            press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("result.open")));
        QVERIFY(far->access(QStringLiteral("mine"), QStringLiteral("Ana Weber")));
    }

    void saysWhatWasRefused()
    {
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("nope"));
        line->refuse(QStringLiteral("nope"), {Error::Kind::Forbidden, QStringLiteral("no")});
        for (int i = 0; i < 3; ++i)
            press(QStringLiteral("wizard.next"));
        QTRY_VERIFY(!text(QStringLiteral("wizard.problem")).isEmpty());
        line->allow(QStringLiteral("nope"));
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("result.open")));
    }

    // Another administrator was faster: the form comes back, and the people are not given theirs.
    void leavesTheAddressOfSomebodyElseAlone()
    {
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("team"));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("create.who.people"));
        auto *list = desk->find<QListWidget>(QStringLiteral("people.list"));
        QVERIFY(list);
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->text().startsWith(QStringLiteral("Ben")))
                list->setCurrentRow(i);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("review.line")));
        QVERIFY(far->addMailbox(QStringLiteral("team")));
        press(QStringLiteral("wizard.next"));
        QTRY_VERIFY(!text(QStringLiteral("wizard.problem")).isEmpty());
        QVERIFY(desk->find(QStringLiteral("wizard.next"))->isEnabled());
        QVERIFY(!desk->find(QStringLiteral("result.open")));
        QVERIFY(!far->access(QStringLiteral("team"), QStringLiteral("Ben Okafor")));
        const auto entry = desk->context().journal.entries(1).value(0);
        QCOMPARE(entry.rows.size(), 2);
        QCOMPARE(entry.rows.last().error.code, QStringLiteral("address-not-created"));
    }

    void keepsItForLaterWhenOffline()
    {
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("soon"));
        line->isCut = true;
        for (int i = 0; i < 3; ++i)
            press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("result.close")));
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 1);
        press(QStringLiteral("result.close"));
    }

    void asksBeforeTypedDataIsLost()
    {
        openWizard();
        type(QStringLiteral("create.name"), QStringLiteral("half"));
        QTest::keyClick(desk->find(QStringLiteral("createAddress")), Qt::Key_Escape);
        QVERIFY(desk->waitFor(QStringLiteral("ask")));
        press(QStringLiteral("ask.cancel"));
        QTRY_VERIFY(!desk->find(QStringLiteral("ask")));
        QVERIFY(desk->find(QStringLiteral("createAddress")));
        QTest::keyClick(desk->find(QStringLiteral("createAddress")), Qt::Key_Escape);
        press(QStringLiteral("ask.agree"));
        QTRY_VERIFY(!desk->find(QStringLiteral("createAddress")));
    }
};

QTEST_MAIN(TestCreateAddress)
#include "createaddress.moc"
