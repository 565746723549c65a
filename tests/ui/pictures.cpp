// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and wizard is drawn in its states, in light and dark: nothing may be blank, and with
// MAILWRIGHT_PICTURES=DIR one PNG each is kept to be looked at.
#include "tests/ui/story.h"

#include "app/store/cache.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/adddevice.h"
#include "ui/wizards/adduser.h"
#include "ui/wizards/createaddress.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QLibraryInfo>
#include <QListWidget>
#include <QSet>
#include <QTranslator>

class TestPictures : public Story
{
    Q_OBJECT

private:
    void start(const QStringList &names = {})
    {
        begin(names);
        if (const int width = qEnvironmentVariableIntValue("MAILWRIGHT_PICTURES_WIDTH"))
            desk->window()->resize(width, 800);
    }
    void keep(QWidget *widget, const QString &name)
    {
        QVERIFY(widget);
        for (bool dark : {false, true}) {
            ui::dress(*qApp, dark);
            QTest::qWait(0);
            const QImage image = widget->grab().toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 7)
                for (int x = 0; x < image.width(); x += 3)
                    colours.insert(image.pixel(x, y));
            QVERIFY2(colours.size() > 4, qPrintable(name));
            const QString folderName = qEnvironmentVariable("MAILWRIGHT_PICTURES");
            if (!folderName.isEmpty())
                QVERIFY(image.save(QDir(folderName)
                                       .filePath(name + (dark ? QStringLiteral("-dark.png")
                                                              : QStringLiteral(".png")))));
        }
        ui::dress(*qApp, false);
    }
    void keepDialog(const QString &name)
    {
        QVERIFY(desk->waitFor(name));
        QTest::qWait(0);
        keep(desk->find(name), m_name.isEmpty() ? name : m_name);
        m_name.clear();
    }
    void closeDialog(const QString &name)
    {
        auto *dialog = desk->find<QDialog>(name);
        QVERIFY(dialog);
        dialog->done(0);
        QTRY_VERIFY(!desk->find(name));
    }
    QString m_name;

private slots:
    void cleanup() { end(); }

    void addresses()
    {
        start();
        desk->go(QStringLiteral("addresses"));
        QTRY_COMPARE(table(QStringLiteral("addresses.table"))->state(), ui::PageState::Empty);
        keep(desk->window(), QStringLiteral("addresses-empty"));
        for (const char *name : {"finance", "info", "sales"})
            QVERIFY(far->addMailbox(QLatin1String(name),
                                    QStringLiteral("What %1 is for").arg(QLatin1String(name))));
        QVERIFY(far->addAccess(QStringLiteral("finance"), QStringLiteral("Ben Okafor"),
                               mail::Rights::all()));
        QVERIFY(far->addDevice(QStringLiteral("finance"), QStringLiteral("Printer")));
        desk->page()->refresh();
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE(rows->model()->rowCount(), 3);
        settle();
        rows->setFocus();
        rows->setCurrentRow(0);
        keep(desk->window(), QStringLiteral("addresses-three"));
        QTest::keyClick(rows, Qt::Key_Space);
        QTest::keyClick(rows, Qt::Key_Down);
        QTest::keyClick(rows, Qt::Key_Space);
        QTest::keyClick(rows, Qt::Key_F2);
        QVERIFY(desk->waitFor(QStringLiteral("addresses.noteCell")));
        keep(desk->window(), QStringLiteral("addresses-ticked"));
        QTest::keyClick(desk->find(QStringLiteral("addresses.noteCell")), Qt::Key_Escape);
        QTest::keyClick(rows, Qt::Key_Delete);
        keepDialog(QStringLiteral("review"));
        closeDialog(QStringLiteral("review"));
        rows->clearTicks();
        press(QStringLiteral("addresses.filtersButton"));
        QTest::keyClick(desk->find(QStringLiteral("filters.users.0")), Qt::Key_Right);
        auto *login = desk->find<QComboBox>(QStringLiteral("filters.login"));
        login->setCurrentIndex(2);
        keepDialog(QStringLiteral("filters.panel"));
        login->setCurrentIndex(0);
        press(QStringLiteral("filters.close"));
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        keep(desk->window(), QStringLiteral("addresses-filtered"));
        press(QStringLiteral("chip.clear"));
        type(QStringLiteral("filter"), QStringLiteral("nothing"));
        QTRY_COMPARE(rows->state(), ui::PageState::Empty);
        keep(desk->window(), QStringLiteral("addresses-nomatch"));
        desk->find<QLineEdit>(QStringLiteral("filter"))->clear();
        line->isCut = true;
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Offline);
        QTRY_VERIFY(desk->find(QStringLiteral("addresses.table.bar")));
        keep(desk->window(), QStringLiteral("addresses-offline"));
    }

    void addressesMany()
    {
        start();
        line->isCut = true; // what the cache holds, no sync over it
        QList<mail::Mailbox> many;
        // As many as it takes to see it when the pictures are wanted.
        const int count = qEnvironmentVariableIsSet("MAILWRIGHT_PICTURES") ? 100'000 : 2'000;
        const QStringList first{QStringLiteral("anna"), QStringLiteral("bernd"),
                                QStringLiteral("invoices"), QStringLiteral("support"),
                                QStringLiteral("newsletter.and.announcements.of.the.whole.group")};
        for (int i = 0; i < count; ++i) {
            mail::Mailbox m;
            m.service = desk->scope().service;
            m.name = QStringLiteral("%1.%2").arg(first.at(i % first.size())).arg(i);
            m.address = m.name + QStringLiteral("@xn--bcher-kva.example");
            m.addressIdn = m.name + QStringLiteral("@bücher.example");
            m.userCount = i % 4;
            if (i % 4)
                m.userNames = QStringList{QStringLiteral("Ana Weber"), QStringLiteral("Ben Okafor"),
                                          QStringLiteral("Emma Laurent")}
                                  .mid(0, i % 4);
            m.deviceCount = i % 7;
            m.size = qint64(i) * 7919 * 131;
            if (i % 3 == 0)
                m.note = QStringLiteral("Team %1, second floor").arg(i % 40);
            m.imapLastLogin = i % 5 ? desk->context().clock.now().addSecs(-i * 613) : QDateTime();
            m.hasRedirection = i % 11 == 0;
            m.hasAutoReply = i % 13 == 0;
            m.hasSpamFilter = i % 6 != 0;
            many.append(m);
        }
        QVERIFY(bool(desk->context().cache.putMailboxes(desk->scope(), many)));
        desk->go(QStringLiteral("addresses"));
        auto *rows = table(QStringLiteral("addresses.table"));
        QTRY_COMPARE_WITH_TIMEOUT(rows->model()->rowCount(), count, 30000);
        settle();
        rows->setFocus();
        rows->setCurrentRow(3);
        type(QStringLiteral("filter"), QStringLiteral("invoices 7"));
        QTRY_VERIFY(rows->model()->rowCount() < count);
        settle();
        keep(desk->window(), QStringLiteral("addresses-many"));
    }

    void address()
    {
        start({QStringLiteral("finance")});
        mail::Rights reads = mail::Rights::all();
        reads.set(mail::Right::SendEmails, false);
        reads.set(mail::Right::AccessLogs, false);
        const QString finance = QStringLiteral("finance");
        QVERIFY(far->addAccess(finance, QStringLiteral("Ben Okafor"), mail::Rights::all()));
        QVERIFY(far->addAccess(finance, QStringLiteral("Emma Laurent"), reads));
        QVERIFY(
            far->addDevice(finance, QStringLiteral("Ben's phone"), QStringLiteral("Ben Okafor")));
        QVERIFY(far->addDevice(finance, QStringLiteral("Printer, 2nd floor")));
        desk->go(QStringLiteral("address"), finance);
        press(QStringLiteral("user.%1.more").arg(far->person(QStringLiteral("Ben Okafor")).id));
        settle();
        keep(desk->window(), QStringLiteral("address-general"));
        desk->go(QStringLiteral("address"), finance, QStringLiteral("devices"));
        settle();
        keep(desk->window(), QStringLiteral("address-devices"));

        (new ui::AddUser(desk->context(), desk->scope(), finance, desk->page()))->open();
        keepDialog(QStringLiteral("addUser"));
        closeDialog(QStringLiteral("addUser"));
        (new ui::AddDevice(desk->context(), desk->scope(), finance, desk->page()))->open();
        for (const char *step : {"addDevice-1", "addDevice-2", "addDevice-3", "addDevice-4"}) {
            m_name = QLatin1String(step);
            if (m_name.endsWith(u'1'))
                type(QStringLiteral("device.label"), QStringLiteral("Ben's laptop"));
            keepDialog(QStringLiteral("addDevice"));
            if (!QLatin1String(step).endsWith(u'4')) {
                press(QStringLiteral("wizard.next"));
                settle();
            }
        }
        QVERIFY(desk->waitFor(QStringLiteral("device.password")));
        press(QStringLiteral("secret.copy"));
        press(QStringLiteral("result.finish"));
        desk->go(QStringLiteral("journal"));
        settle();
        keep(desk->window(), QStringLiteral("journal"));
    }

    void createAddress()
    {
        start({QStringLiteral("finance")});
        desk->go(QStringLiteral("addresses"));
        (new ui::CreateAddress(desk->context(), desk->scope(), desk->page()))->open();
        type(QStringLiteral("create.name"), QStringLiteral("-caf"));
        desk->find<QLineEdit>(QStringLiteral("create.name"))->setText(QStringLiteral("-café@x"));
        m_name = QStringLiteral("create-1-wrong");
        keepDialog(QStringLiteral("createAddress"));
        type(QStringLiteral("create.name"), QStringLiteral("projects"));
        type(QStringLiteral("create.note"), QStringLiteral("Everything about running projects"));
        m_name = QStringLiteral("create-1");
        keepDialog(QStringLiteral("createAddress"));
        press(QStringLiteral("wizard.next"));
        m_name = QStringLiteral("create-2-myself");
        keepDialog(QStringLiteral("createAddress"));
        press(QStringLiteral("create.who.people"));
        auto *list = desk->find<QListWidget>(QStringLiteral("people.list"));
        list->setFocus();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Space);
        m_name = QStringLiteral("create-2-people");
        keepDialog(QStringLiteral("createAddress"));
        press(QStringLiteral("wizard.next"));
        m_name = QStringLiteral("create-3");
        keepDialog(QStringLiteral("createAddress"));
        press(QStringLiteral("wizard.next"));
        QVERIFY(desk->waitFor(QStringLiteral("result.open")));
        m_name = QStringLiteral("create-4");
        keepDialog(QStringLiteral("createAddress"));
        closeDialog(QStringLiteral("createAddress"));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QString language = qEnvironmentVariable("MAILWRIGHT_PICTURES_LANGUAGE");
    QTranslator english;
    QTranslator translator;
    QTranslator qt;
    if (!language.isEmpty()) {
        QLocale::setDefault(QLocale(language));
        if (english.load(QStringLiteral("mailwright_en"), QStringLiteral(TRANSLATIONS)))
            app.installTranslator(&english);
        if (qt.load(QStringLiteral("qtbase_") + language,
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            app.installTranslator(&qt);
        if (translator.load(QStringLiteral("mailwright_") + language, QStringLiteral(TRANSLATIONS)))
            app.installTranslator(&translator);
    }
    ui::dress(app, false);
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "pictures.moc"
