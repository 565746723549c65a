// SPDX-License-Identifier: GPL-3.0-or-later
// The security page on fixed answers of DNS, and on the zone that the daemon in process would
// serve: what it says, what it proposes, what comes of it.
#include "tests/ui/served.h"
#include "tests/ui/story.h"

#include "ui/pages/security/report.h"
#include "ui/pages/security/securitypage.h"
#include "ui/widgets/pictureview.h"
#include "ui/widgets/recordtext.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTabWidget>

namespace {

// "example.org" stands for the domain of the service.
constexpr char good[] = R"({
 "example.org": [
  {"type":"SOA","value":"ns1.example.org. hostmaster.example.org. 1 3600 600 86400 300"},
  {"type":"NS","value":"ns1.example.org"},
  {"type":"MX","value":[10,"mail.example.org"]},
  {"type":"TXT","value":"v=spf1 mx include:_spf.mailing.example include:_spf.shop.example ip4:192.0.2.0/27 -all"}],
 "_spf.mailing.example": [{"type":"TXT","value":"v=spf1 include:a._spf.mailing.example include:b._spf.mailing.example ~all"}],
 "a._spf.mailing.example": [{"type":"TXT","value":"v=spf1 ip4:198.51.100.0/24 ip4:203.0.113.0/25 ~all"}],
 "b._spf.mailing.example": [{"type":"TXT","value":"v=spf1 a:out.mailing.example ~all"}],
 "out.mailing.example": [{"type":"A","value":"198.51.100.7"}],
 "_spf.shop.example": [{"type":"TXT","value":"v=spf1 ip4:192.0.2.5 -all"}],
 "mail.example.org": [{"type":"A","value":"192.0.2.3"}],
 "3.2.0.192.in-addr.arpa": [{"type":"PTR","value":"mail.example.org"}],
 "_dmarc.example.org": [{"type":"TXT","value":"v=DMARC1; p=quarantine; rua=mailto:reports@example.org"}],
 "_imaps._tcp.example.org": [{"type":"SRV","value":"0 1 993 mail.example.org"}]
})";

constexpr char bare[] = R"({
 "example.org": [
  {"type":"SOA","value":"ns1.example.org. hostmaster.example.org. 1 3600 600 86400 300"},
  {"type":"NS","value":"ns1.example.org"},
  {"type":"MX","value":[10,"mail.example.org"]}],
 "mail.example.org": [{"type":"A","value":"192.0.2.3"}]
})";

constexpr char domain[] = "xn--bcher-kva.example";

std::shared_ptr<wire::Resolver> zoneOf(const char *json)
{
    const auto made = wire::ZoneResolver::fromJson(QByteArray(json).replace("example.org", domain));
    return made ? std::shared_ptr<wire::Resolver>(*made) : nullptr;
}

} // namespace

class TestSecurity : public Story
{
    Q_OBJECT

private:
    // The DNS of the domain is elsewhere.
    void openElsewhere(const char *json, const QString &tab = {})
    {
        begin();
        desk->dns = zoneOf(json);
        QVERIFY(desk->dns);
        go(tab);
    }
    // The zone is the daemon's, as a new host has it: no SPF, no DKIM, no DMARC.
    void openOurs(const QString &tab = {})
    {
        begin();
        QVERIFY(far->addZone());
        desk->dns = std::make_shared<Served>(far->host());
        go(tab);
    }
    void go(const QString &tab)
    {
        desk->go(QStringLiteral("security"), {}, tab);
        QTRY_VERIFY_WITH_TIMEOUT(desk->find(QStringLiteral("security.tabs")), 10000);
        settle();
    }
    void again()
    {
        desk->page()->refresh();
        settle();
    }
    QString standing(const char *section)
    {
        const auto *chip =
            desk->find(QStringLiteral("section.%1.standing").arg(QLatin1String(section)));
        return chip ? chip->accessibleName() : QString();
    }
    void showTab(const char *name)
    {
        desk->page()->restoreState(name);
        settle();
    }
    void agree() // to the review
    {
        QVERIFY(desk->waitFor(QStringLiteral("review")));
        press(QStringLiteral("review.apply"));
        settle();
    }
    void keep(const QString &name, QWidget *widget = nullptr)
    {
        const QString folderName = qEnvironmentVariable("MAILWRIGHT_PICTURES");
        if (folderName.isEmpty())
            return;
        for (bool dark : {false, true}) {
            ui::dress(*qApp, dark);
            QTest::qWait(0);
            QVERIFY((widget ? widget : desk->window())
                        ->grab()
                        .toImage()
                        .save(QDir(folderName)
                                  .filePath(name + (dark ? QStringLiteral("-dark.png")
                                                         : QStringLiteral(".png")))));
        }
        ui::dress(*qApp, false);
    }

private slots:
    void cleanup() { end(); }

    // ---- what it says

    void tellsWhatIsMissing()
    {
        openElsewhere(bare);
        keep(QStringLiteral("security-missing"));
        QCOMPARE(standing("spf"), QStringLiteral("Missing"));
        QCOMPARE(standing("dmarc"), QStringLiteral("Missing"));
        QVERIFY(text(QStringLiteral("overview.facts")).contains(QStringLiteral("elsewhere")));
        QVERIFY(text(QStringLiteral("section.spf.summary")).contains(QStringLiteral("SPF")));
    }

    void tellsWhatIsInOrderAndWhyNot()
    {
        openElsewhere(good);
        keep(QStringLiteral("security-overview"));
        QCOMPARE(standing("dmarc"), QStringLiteral("In order"));
        const auto *record = desk->find<ui::RecordText>(QStringLiteral("section.dmarc.record"));
        QVERIFY(record && record->text().contains(QStringLiteral("p=quarantine")));
        // Each verdict with what it rests on, good or bad.
        for (const char *section : {"spf", "dmarc", "reach"})
            QVERIFY2(text(QStringLiteral("section.%1.evidence").arg(QLatin1String(section)))
                         .contains(QStringLiteral("RFC")),
                     section);
    }

    void tellsWhyNothingCouldBeLookedUp()
    {
        openElsewhere(R"({"example.org": [{"type":"TIMEOUT"}]})");
        QVERIFY(!text(QStringLiteral("section.spf.summary")).isEmpty());
        QVERIFY(standing("spf") != QStringLiteral("In order"));
    }

    void worksFromTheCacheWhenTheServiceIsAway()
    {
        openOurs();
        line->isCut = true;
        again();
        QCOMPARE(standing("spf"), QStringLiteral("Missing")); // DNS still answers
        QVERIFY(text(QStringLiteral("overview.facts")).contains(QStringLiteral("served here")));
    }

    // ---- correcting

    void correctsItsOwnZone()
    {
        openOurs();
        QCOMPARE(standing("spf"), QStringLiteral("Missing"));
        press(QStringLiteral("section.spf.correct"));
        keep(QStringLiteral("security-review"), desk->find(QStringLiteral("review")));
        agree();
        keep(QStringLiteral("security-corrected"));
        const mail::ZoneRecord spf = far->record({}, QStringLiteral("TXT"));
        QVERIFY2(spf.target.startsWith(QStringLiteral("v=spf1 mx")), qPrintable(spf.target));
        QTRY_VERIFY2(standing("spf") == QStringLiteral("In order"),
                     qPrintable(text(QStringLiteral("section.spf.summary"))));
    }

    void correctsEverythingAtOnceAndTakesItBack()
    {
        openOurs();
        press(QStringLiteral("overview.correctAll"));
        agree();
        QTRY_COMPARE(standing("dmarc"), QStringLiteral("In order"));
        QCOMPARE(standing("spf"), QStringLiteral("In order"));
        QVERIFY(far->record(QStringLiteral("_dmarc"), QStringLiteral("TXT"))
                    .target.startsWith(QStringLiteral("v=DMARC1")));
        desk->context().changes.undoLast(desk->scope().account, desk->window());
        if (desk->waitFor(QStringLiteral("review")))
            press(QStringLiteral("review.apply"));
        settle();
        QTRY_VERIFY(far->record(QStringLiteral("_dmarc"), QStringLiteral("TXT")).target.isEmpty());
        again();
        QCOMPARE(standing("dmarc"), QStringLiteral("Missing"));
    }

    void showsTheRecordWhereDnsIsElsewhereAndWaitsForIt()
    {
        openElsewhere(bare);
        press(QStringLiteral("section.dmarc.correct"));
        QVERIFY(desk->waitFor(QStringLiteral("publish")));
        keep(QStringLiteral("security-publish"), desk->find(QStringLiteral("publish")));
        const auto *row =
            desk->find(QStringLiteral("publish._dmarc.%1").arg(QLatin1String(domain)));
        QVERIFY(row);
        QString value;
        for (const auto *record : row->findChildren<ui::RecordText *>())
            if (record->text().startsWith(QStringLiteral("v=DMARC1")))
                value = record->text();
        QVERIFY(!value.isEmpty());
        press(QStringLiteral("publish.once"));
        QTRY_VERIFY(text(QStringLiteral("publish.state")).contains(QStringLiteral("not seen yet")));
        auto zone = std::dynamic_pointer_cast<wire::ZoneResolver>(zoneOf(bare));
        zone->add(QByteArray("_dmarc.") + domain, wire::RecordType::TXT,
                  '"' + value.toUtf8() + '"');
        desk->dns = zone;
        // The dialog asks with what DNS was when it was opened: a new look has the new one.
        desk->find<QDialog>(QStringLiteral("publish"))->done(0);
        again();
        QCOMPARE(standing("dmarc"), QStringLiteral("Needs attention")); // p=none, till SPF is there
    }

    // ---- the wizards

    void theSpfWizardMergesAndRefusesNonsense()
    {
        openOurs();
        press(QStringLiteral("section.spf.edit"));
        type(QStringLiteral("spf.more"), QStringLiteral("include:"));
        QTRY_VERIFY(text(QStringLiteral("record.fault")).contains(QStringLiteral("include:")));
        auto *next = desk->find<QAbstractButton>(QStringLiteral("wizard.next"));
        QVERIFY(!next->isEnabled());
        keep(QStringLiteral("spf-wizard-fault"), desk->find(QStringLiteral("spfWizard")));
        type(QStringLiteral("spf.more"), QStringLiteral("include:_spf.shop.example"));
        press(QStringLiteral("spf.end.-"));
        QTRY_VERIFY(next->isEnabled());
        QCOMPARE(desk->find<ui::RecordText>(QStringLiteral("record.preview"))->text(),
                 QStringLiteral("v=spf1 mx include:_spf.shop.example -all"));
        keep(QStringLiteral("spf-wizard"), desk->find(QStringLiteral("spfWizard")));
        press(QStringLiteral("wizard.next"));
        keep(QStringLiteral("spf-wizard-review"), desk->find(QStringLiteral("spfWizard")));
        press(QStringLiteral("wizard.next"));
        QTRY_VERIFY(!desk->find(QStringLiteral("spfWizard")));
        settle();
        QCOMPARE(far->record({}, QStringLiteral("TXT")).target,
                 QStringLiteral("v=spf1 mx include:_spf.shop.example -all"));
    }

    void theSpfExpertIsCheckedWhileTyping()
    {
        openOurs();
        press(QStringLiteral("section.spf.edit"));
        press(QStringLiteral("record.own"));
        auto *field = desk->find<QPlainTextEdit>(QStringLiteral("spf.text"));
        QVERIFY(field);
        field->setPlainText(QStringLiteral("v=spf1 ip4:300.1.1.1 -all"));
        QTRY_VERIFY(text(QStringLiteral("record.fault")).contains(QStringLiteral("ip4:300.1.1.1")));
        field->setPlainText(QStringLiteral("spf1 mx"));
        QTRY_VERIFY(text(QStringLiteral("record.fault")).contains(QStringLiteral("v=spf1")));
        field->setPlainText(QStringLiteral("v=spf1 mx +all"));
        QTRY_VERIFY(text(QStringLiteral("record.remarks")).contains(QStringLiteral("everybody")));
        desk->find<QDialog>(QStringLiteral("spfWizard"))->done(0);
    }

    void theDmarcWizardMakesARecord()
    {
        openOurs();
        press(QStringLiteral("section.dmarc.edit"));
        press(QStringLiteral("dmarc.policy.reject"));
        type(QStringLiteral("dmarc.reports"), QStringLiteral("nobody"));
        QTRY_VERIFY(text(QStringLiteral("record.fault")).contains(QStringLiteral("nobody")));
        type(QStringLiteral("dmarc.reports"), QStringLiteral("reports@bücher.example"));
        keep(QStringLiteral("dmarc-wizard"), desk->find(QStringLiteral("dmarcWizard")));
        press(QStringLiteral("wizard.next"));
        press(QStringLiteral("wizard.next"));
        QTRY_VERIFY(!desk->find(QStringLiteral("dmarcWizard")));
        settle();
        const QString made = far->record(QStringLiteral("_dmarc"), QStringLiteral("TXT")).target;
        QVERIFY2(made.contains(QStringLiteral("p=reject")), qPrintable(made));
        QVERIFY2(made.contains(QStringLiteral("mailto:reports@%1").arg(QLatin1String(domain))),
                 qPrintable(made));
    }

    void reportAddressesComeAndGo()
    {
        openOurs();
        QVERIFY(far->addRecord(QStringLiteral("_dmarc"), QStringLiteral("TXT"),
                               QStringLiteral("v=DMARC1; p=reject")));
        again();
        showTab("dmarc");
        keep(QStringLiteral("security-dmarc"));
        type(QStringLiteral("dmarc.address"), QStringLiteral("no address"));
        press(QStringLiteral("dmarc.add"));
        QTRY_VERIFY(text(QStringLiteral("dmarc.fault")).contains(QStringLiteral("name@domain")));
        type(QStringLiteral("dmarc.address"), QStringLiteral("r@bücher.example"));
        press(QStringLiteral("dmarc.add"));
        agree();
        const QString address = QStringLiteral("r@%1").arg(QLatin1String(domain));
        QTRY_VERIFY(
            far->record(QStringLiteral("_dmarc"), QStringLiteral("TXT")).target.contains(address));
        QVERIFY(!far->record(QStringLiteral("_dmarc"), QStringLiteral("TXT"))
                     .target.contains(QStringLiteral("ruf")));
        press(QStringLiteral("dmarc.remove.%1").arg(address));
        agree();
        QTRY_VERIFY(
            !far->record(QStringLiteral("_dmarc"), QStringLiteral("TXT")).target.contains(address));
    }

    // ---- the tabs

    void theSpfTreeIsWalkedByKeyboard()
    {
        openElsewhere(good, QStringLiteral("spf"));
        keep(QStringLiteral("security-spf"));
        auto *tree = desk->find<ui::PictureView>(QStringLiteral("spf.tree"));
        QVERIFY(tree);
        QVERIFY(tree->parts().size() > 10);
        tree->setFocus();
        tree->setCurrent(0);
        auto *tryIt = desk->find<QAbstractButton>(QStringLiteral("spf.try"));
        QVERIFY(!tryIt->isEnabled()); // the domain itself cannot be taken out
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Down);
        QVERIFY2(tree->accessibleDescription().startsWith(
                     QStringLiteral("include:_spf.mailing.example")),
                 qPrintable(tree->accessibleDescription()));
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_VERIFY(text(QStringLiteral("spf.effect")).contains(QStringLiteral("in place of")));
        QVERIFY(text(QStringLiteral("spf.effect")).contains(QStringLiteral("198.51.100.0/24")));
        keep(QStringLiteral("security-spf-without"));
        QTest::keyClick(tree, Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(desk->find(QStringLiteral("spf.table")));
        QVERIFY(table(QStringLiteral("spf.table"))->model()->rowCount() == tree->parts().size());
    }

    void addressesAreJudged()
    {
        openElsewhere(good, QStringLiteral("spf"));
        type(QStringLiteral("spf.addresses"), QStringLiteral("192.0.2.300"));
        press(QStringLiteral("spf.ask"));
        QTRY_VERIFY(text(QStringLiteral("spf.answers")).contains(QStringLiteral("192.0.2.300")));
        type(QStringLiteral("spf.addresses"), QStringLiteral("192.0.2.3 203.0.113.200"));
        press(QStringLiteral("spf.ask"));
        QTRY_VERIFY(
            text(QStringLiteral("spf.answers")).contains(QStringLiteral("192.0.2.3 may send")));
        QVERIFY(text(QStringLiteral("spf.answers"))
                    .contains(QStringLiteral("203.0.113.200 may not send")));
    }

    void aMessageIsVerified()
    {
        openElsewhere(good, QStringLiteral("message"));
        auto *tab = desk->window()->findChild<QWidget *>(QStringLiteral("message.choose"));
        QVERIFY(tab);
        const QString file = folder->filePath(QStringLiteral("message.eml"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("From: Ana <ana@xn--bcher-kva.example>\r\nSubject: Hello\r\n\r\nHello\r\n");
        out.close();
        auto *page = qobject_cast<ui::SecurityPage *>(desk->page());
        QVERIFY(page);
        page->verifyMessage(file);
        QTRY_VERIFY(text(QStringLiteral("message.dmarc")).contains(QStringLiteral("quarantine")));
        QTRY_VERIFY(desk->find(QStringLiteral("signature.none")));
        keep(QStringLiteral("security-message"));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("This is a letter, not a message.");
        out.close();
        page->verifyMessage(file);
        QTRY_VERIFY(
            text(QStringLiteral("message.state")).contains(QStringLiteral("not a message")));
    }

    void whatWasAcceptedIsHeldAgainstLaterLooks()
    {
        openElsewhere(good, QStringLiteral("history"));
        press(QStringLiteral("history.accept"));
        settle();
        QTRY_VERIFY(text(QStringLiteral("history.accepted")).contains(QStringLiteral("Nothing")));
        desk->dns = zoneOf(QByteArray(good).replace("p=quarantine", "p=none").constData());
        again();
        showTab("history");
        QTRY_COMPARE(table(QStringLiteral("history.drift"))->model()->rowCount(), 1);
        const auto *drift = table(QStringLiteral("history.drift"))->model();
        QVERIFY(drift->index(0, 1).data().toString().contains(QStringLiteral("p=quarantine")));
        QVERIFY(drift->index(0, 2).data().toString().contains(QStringLiteral("p=none")));
        keep(QStringLiteral("security-history"));
    }

    void theReportSaysWhatThePageSays()
    {
        openElsewhere(bare);
        desk->context().actions.action(QStringLiteral("security.copyText"))->trigger();
        const QString report = QApplication::clipboard()->text();
        QVERIFY2(report.contains(QStringLiteral("SPF: Missing")), qPrintable(report));
        QVERIFY2(report.contains(QStringLiteral("RFC 7208")), qPrintable(report));
        QVERIFY(report.contains(QStringLiteral("Publish: _dmarc.")));
        desk->context().actions.action(QStringLiteral("security.copyHtml"))->trigger();
        QTRY_VERIFY(QApplication::clipboard()->mimeData()->hasHtml());
    }

    // ---- all domains

    void theTableOfDomainsChecksAll()
    {
        begin();
        desk->dns = zoneOf(bare);
        desk->go(QStringLiteral("domains"));
        auto *rows = table(QStringLiteral("domains.table"));
        QVERIFY(rows);
        QTRY_COMPARE(rows->model()->rowCount(), 1);
        QCOMPARE(rows->model()->index(0, 2).data().toString(), QStringLiteral("Not checked"));
        keep(QStringLiteral("domains-unchecked"));
        desk->page()->refresh();
        settle();
        QTRY_COMPARE(rows->model()->index(0, 2).data().toString(), QStringLiteral("Missing"));
        // In a window as wide as it opens, beside the navigation, the words stand whole.
        desk->window()->resize(ui::scaled(1180 - 233), ui::scaled(760));
        QTest::qWait(0);
        const QFontMetrics metrics(rows->font());
        for (int column = 2; column < 8; ++column) {
            const QString word = rows->model()->index(0, column).data().toString();
            QTRY_VERIFY2(
                rows->columnWidth(column) - ui::grid(2) - ui::scaled(22) >=
                    metrics.horizontalAdvance(word),
                qPrintable(QStringLiteral("%1: %2").arg(word).arg(rows->columnWidth(column))));
        }
        keep(QStringLiteral("domains"));
        QVERIFY(saidLast(QStringLiteral("checked")));
        rows->setFocus();
        rows->setCurrentRow(0);
        QTest::keyClick(rows, Qt::Key_Return);
        QTRY_VERIFY(desk->find(QStringLiteral("page.security")));
    }
};

QTEST_MAIN(TestSecurity)
#include "security.moc"
