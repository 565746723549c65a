// SPDX-License-Identifier: GPL-3.0-or-later
// The zone editor in its states, for somebody to look at: PNGs into MAILWRIGHT_PICTURES. Without it
// the same states are shown and nothing is kept.
#include "tests/ui/story.h"

#include "ui/pages/zone/importdialog.h"
#include "ui/pages/zone/recorddialog.h"
#include "ui/pages/zone/zonepage.h"
#include "ui/widgets/findinglist.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPlainTextEdit>
#include <QTranslator>

class ZonePictures : public Story
{
    Q_OBJECT

    void keep(QWidget *widget, const QString &name)
    {
        QTest::qWait(0);
        QVERIFY(widget);
        const QByteArray folder = qgetenv("MAILWRIGHT_PICTURES");
        const QPixmap picture = widget->grab();
        QVERIFY(!picture.isNull());
        if (folder.isEmpty())
            return;
        QDir().mkpath(QString::fromLocal8Bit(folder));
        QVERIFY(picture.save(QDir(QString::fromLocal8Bit(folder))
                                 .filePath(name + m_suffix + QStringLiteral(".png"))));
    }
    // Light and dark.
    void keepBoth(QWidget *widget, const QString &name)
    {
        for (const bool dark : {false, true}) {
            ui::dress(*qApp, dark);
            m_suffix = dark ? QStringLiteral("-dark") : QString();
            keep(widget, name);
        }
        ui::dress(*qApp, false);
        m_suffix.clear();
    }
    void fill()
    {
        QVERIFY(far->addZone());
        const auto add = [this](const char *source, const char *type, const char *target,
                                int ttl = 3600) {
            QVERIFY(far->addRecord(QString::fromUtf8(source), QLatin1String(type),
                                   QString::fromUtf8(target), ttl));
        };
        add("www", "A", "192.0.2.80");
        add("www", "AAAA", "2001:db8::80");
        add("intranet", "CNAME", "www.xn--bcher-kva.example");
        add("_xmpp-client._tcp", "SRV", "5 0 5222 chat.example.net", 86400);
        add("", "CAA", "0 issue \"letsencrypt.org\"");
        add("*.dev", "A", "192.0.2.99", 300);
        add("google._domainkey", "TXT",
            "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvcv5X9ZqxEJ3mQnUqJ0pV");
        add("träger", "MX", "10 mail.example.net");
    }
    bool hasFindings() // of the record that is typed, once nobody types
    {
        const auto *list = desk->find<ui::FindingList>(QStringLiteral("record.findings"));
        return list && !list->findings().isEmpty();
    }
    mail::Zone zone() { return desk->context().cache.zones(desk->scope()).value(0); }
    QString m_suffix;

private slots:
    void cleanup() { end(); }

    void records()
    {
        begin();
        desk->go(QStringLiteral("zone"));
        QVERIFY(desk->waitFor(QStringLiteral("zone.panel")));
        keepBoth(desk->window(), QStringLiteral("zone-elsewhere"));
        fill();
        desk->page()->refresh();
        QVERIFY(desk->waitFor(QStringLiteral("zone.table")));
        auto *rows = table(QStringLiteral("zone.table"));
        QTRY_VERIFY(rows && rows->model()->rowCount() > 8);
        settle();
        rows->setFocus();
        rows->setCurrentRow(2);
        keepBoth(desk->window(), QStringLiteral("zone-records"));
        QTest::keyClick(rows, Qt::Key_Space);
        QTest::keyClick(rows, Qt::Key_Down);
        QTest::keyClick(rows, Qt::Key_Space);
        const int all = rows->model()->rowCount();
        type(QStringLiteral("filter"), QStringLiteral("mail"));
        QTRY_VERIFY(rows->model()->rowCount() < all);
        keep(desk->window(), QStringLiteral("zone-filter"));
        desk->find<QLineEdit>(QStringLiteral("filter"))->clear();
        rows->setFocus();
        QTest::keyClick(rows, Qt::Key_Delete);
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        keepBoth(desk->find(QStringLiteral("review")), QStringLiteral("zone-delete"));
        desk->find<QDialog>(QStringLiteral("review"))->done(0);
        rows->clearTicks();
        desk->window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk->window()));
        rows->setFocus();
        rows->setCurrentRow(2);
        QTest::keyClick(rows, Qt::Key_F2);
        QVERIFY(desk->waitFor(QStringLiteral("zone.ttlCell")));
        keep(desk->window(), QStringLiteral("zone-ttl"));
        QTest::keyClick(desk->find(QStringLiteral("zone.ttlCell")), Qt::Key_Escape);
        line->isCut = true;
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Offline);
        keep(desk->window(), QStringLiteral("zone-offline"));
    }

    void editors()
    {
        begin();
        fill();
        desk->go(QStringLiteral("zone"));
        QTRY_VERIFY(desk->context().cache.zones(desk->scope()).size() == 1);
        settle();
        const auto open = [&](const char *recordType, const char *target) {
            mail::ZoneRecord record;
            record.zone = zone().name;
            record.source = QLatin1String(recordType) == QLatin1String("SRV")
                                ? QStringLiteral("_imaps._tcp")
                                : QString();
            record.type = QLatin1String(recordType);
            record.target = QLatin1String(target);
            (new ui::RecordDialog(desk->context(), desk->scope(), zone(), record, desk->page()))
                ->open();
            QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        };
        const auto close = [&] {
            desk->find<QDialog>(QStringLiteral("recordDialog"))->done(0);
            QTRY_VERIFY(!desk->find(QStringLiteral("recordDialog")));
        };
        const std::pair<const char *, const char *> types[] = {
            {"A", ""},
            {"MX", "10 mail.example.net"},
            {"SRV", "0 1 993 mail.example.net"},
            {"CAA", "0 issue \"letsencrypt.org\""},
            {"TLSA", "3 1 1 "
                     "0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3"},
            {"DS", ""},
            {"SSHFP", ""}};
        for (const auto &[name, target] : types) {
            open(name, target);
            keep(desk->find(QStringLiteral("recordDialog")),
                 QStringLiteral("record-%1").arg(QLatin1String(name)).toLower());
            close();
        }
        open("TXT", "");
        desk->find<QPlainTextEdit>(QStringLiteral("record.text"))
            ->setPlainText(QStringLiteral("v=DKIM1; k=rsa; p=") + QString(392, u'A'));
        keepBoth(desk->find(QStringLiteral("recordDialog")), QStringLiteral("record-txt"));
        close();
        // wrong in two places, and against the rest of the zone
        open("MX", "");
        type(QStringLiteral("record.priority"), QStringLiteral("ten"));
        type(QStringLiteral("record.host"), QStringLiteral("192.0.2.1"));
        press(QStringLiteral("record.save"));
        keepBoth(desk->find(QStringLiteral("recordDialog")), QStringLiteral("record-wrong"));
        close();
        open("CNAME", "www.example.net");
        type(QStringLiteral("record.source"), QStringLiteral("www"));
        QTRY_VERIFY(hasFindings());
        keepBoth(desk->find(QStringLiteral("recordDialog")), QStringLiteral("record-conflict"));
        close();
    }

    void others()
    {
        begin();
        fill();
        desk->go(QStringLiteral("zone"));
        QVERIFY(desk->waitFor(QStringLiteral("zone.table")));
        auto *rows = table(QStringLiteral("zone.table"));
        QTRY_VERIFY(rows && rows->model()->rowCount() > 8);
        QFile file(folder->filePath(QStringLiteral("old.zone")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("$TTL 1h\n@ SOA ns1.old.example. host.old.example. 1 2 3 4 5\n"
                   "www A 192.0.2.81\nftp A 192.0.2.82\nbroken A 192.0.2.999\n"
                   "_dmarc TXT \"v=DMARC1; p=reject\"\nlost A\n@ 1w MX 20 backup.example.net.\n");
        file.close();
        (new ui::ImportDialog(desk->context(), desk->scope(), zone(), file.fileName(),
                              desk->page()))
            ->open();
        QVERIFY(desk->waitFor(QStringLiteral("importDialog")));
        settle();
        keepBoth(desk->find(QStringLiteral("importDialog")), QStringLiteral("zone-import"));
        desk->find<QAbstractButton>(QStringLiteral("import.replace"))->setChecked(true);
        settle();
        keep(desk->find(QStringLiteral("importDialog")), QStringLiteral("zone-import-replace"));
        press(QStringLiteral("import.review"));
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        keep(desk->find(QStringLiteral("review")), QStringLiteral("zone-import-review"));
        press(QStringLiteral("review.apply"));
        settle();
        desk->go(QStringLiteral("zone"), {}, QStringLiteral("history"));
        settle();
        auto *history = table(QStringLiteral("zone.history.table"));
        QTRY_VERIFY(history && history->model()->rowCount() > 3);
        history->setFocus();
        history->setCurrentRow(0);
        QTest::keyClick(history, Qt::Key_Space);
        keepBoth(desk->window(), QStringLiteral("zone-history"));
        desk->go(QStringLiteral("zone"), {}, QStringLiteral("dnssec"));
        settle();
        keep(desk->window(), QStringLiteral("zone-unsigned"));
        press(QStringLiteral("zone.signed"));
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        keep(desk->find(QStringLiteral("review")), QStringLiteral("zone-sign"));
        press(QStringLiteral("review.apply"));
        settle();
        QTRY_VERIFY(desk->find(QStringLiteral("zone.ds.1")));
        keepBoth(desk->window(), QStringLiteral("zone-signed"));
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    ui::dress(app, false);
    // Pictures in German: the file of translations that was built.
    QTranslator german;
    if (german.load(QString::fromLocal8Bit(qgetenv("MAILWRIGHT_QM"))))
        app.installTranslator(&german);
    ZonePictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "zonepictures.moc"
