// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of the zone editor, on the daemon in process.
#include "tests/ui/story.h"

#include "app/model/changelistmodel.h"
#include "app/model/zonemodel.h"
#include "ui/pages/zone/importdialog.h"
#include "ui/pages/zone/recorddialog.h"
#include "ui/pages/zone/recordform.h"
#include "ui/pages/zone/zonefiles.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>

using model::ZoneModel;

class TestZone : public Story
{
    Q_OBJECT

    const QString page = QStringLiteral("zone");

    // A zone with what the host puts into it first, and these.
    void beginWithZone(const QList<std::array<const char *, 3>> &records = {})
    {
        begin();
        QVERIFY(far->addZone());
        first = far->recordTexts();
        for (const auto &[source, type, target] : records)
            QVERIFY(far->addRecord(QLatin1String(source), QLatin1String(type),
                                   QString::fromUtf8(target)));
        desk->go(page);
        QVERIFY(desk->waitFor(QStringLiteral("zone.table")));
        rows = table(QStringLiteral("zone.table"));
        QTRY_COMPARE(rows->model()->rowCount(), far->records().size());
        settle();
    }
    void choose(const char *name, const QString &text)
    {
        auto *box = desk->find<QComboBox>(QLatin1String(name));
        QVERIFY(box);
        if (box->isEditable())
            box->setEditText(text);
        else
            box->setCurrentIndex(box->findText(text, Qt::MatchStartsWith));
        QVERIFY(box->currentText().startsWith(text));
    }
    QString hint(const char *row)
    {
        for (QWidget *top : QApplication::topLevelWidgets())
            if (auto *label =
                    top->findChild<QLabel *>(QLatin1String(row) + QStringLiteral(".hint")))
                return label->isVisible() ? label->text() : QString();
        return {};
    }
    void key(QWidget *to, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        desk->window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(to->window()));
        to->setFocus();
        QTest::keyClick(to, key, modifiers);
    }
    int rowOf(const QString &source, const QString &type)
    {
        const auto record = far->record(source, type);
        return static_cast<ZoneModel *>(rows->model())->rowOf(record.id);
    }
    void go(const QString &source, const QString &type)
    {
        QTRY_VERIFY(rowOf(source, type) >= 0);
        rows->setCurrentRow(rowOf(source, type));
    }
    QString write(const char *name, const QByteArray &text)
    {
        QFile file(folder->filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text);
        return file.fileName();
    }
    mail::Zone zone() { return desk->context().cache.zones(desk->scope()).value(0); }
    void openImport(const QString &file)
    {
        (new ui::ImportDialog(desk->context(), desk->scope(), zone(), file, desk->page()))->open();
        QVERIFY(desk->waitFor(QStringLiteral("importDialog")));
        settle();
    }
    // What is there beside what the host began with.
    QStringList added() const
    {
        QStringList list = far->recordTexts();
        for (const QString &text : first)
            list.removeOne(text);
        return list;
    }

    ui::ObjectTable *rows = nullptr;
    QStringList first;

private slots:
    void cleanup()
    {
        rows = nullptr;
        end();
    }

    // ---- where there is nothing to edit

    void elsewhereAndBroughtHere()
    {
        begin();
        desk->go(page);
        QVERIFY(desk->waitFor(QStringLiteral("zone.panel")));
        QTRY_VERIFY(text(QStringLiteral("state.title")).contains(QStringLiteral("elsewhere")));
        press(QStringLiteral("state.action"));
        press(QStringLiteral("review.apply"));
        QVERIFY(desk->waitFor(QStringLiteral("zone.table")));
        rows = table(QStringLiteral("zone.table"));
        QTRY_VERIFY(rows->model()->rowCount() > 1); // with what a mail host begins with
        QVERIFY(!far->record({}, QStringLiteral("MX")).target.isEmpty());
    }

    void withheldAndUnknown()
    {
        begin();
        line->refuseZones(Error{Error::Kind::Forbidden, {}, {}, QStringLiteral("dns-scope"), 0});
        desk->go(page);
        QTRY_VERIFY(text(QStringLiteral("state.text")).contains(QStringLiteral("token")));
        // that it may not see the zone says nothing about the account
        QCOMPARE(desk->context().accounts.connection(desk->scope().account),
                 ui::Accounts::Connection::Online);
        line->refuseZones(Error{Error::Kind::Unsupported, {}, {}, {}, 0});
        desk->page()->refresh();
        QTRY_VERIFY(text(QStringLiteral("state.title")).contains(QStringLiteral("not managed")));
        line->refuseZones(Error{Error::Kind::Protocol, {}, {}, {}, 0});
        desk->page()->refresh();
        QTRY_VERIFY(text(QStringLiteral("state.title")).contains(QStringLiteral("not read")));
        line->refuseZones({});
        QVERIFY(far->addZone());
        press(QStringLiteral("state.action")); // Retry
        QVERIFY(desk->waitFor(QStringLiteral("zone.table")));
        // later refusals keep the rows
        rows = table(QStringLiteral("zone.table"));
        QTRY_VERIFY(rows->model()->rowCount() > 0);
        line->refuseZones(Error{Error::Kind::Forbidden, {}, {}, {}, 0});
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Forbidden);
        QVERIFY(rows->model()->rowCount() > 0);
    }

    // ---- records by the keyboard

    void createsChangesAndUndoes()
    {
        beginWithZone();
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        choose("record.type", QStringLiteral("MX"));
        type(QStringLiteral("record.source"), QStringLiteral("lists"));
        QTRY_COMPARE(hint("source"), QStringLiteral("Full name: lists.bücher.example"));
        QCOMPARE(desk->find<QLineEdit>(QStringLiteral("record.priority"))->text(),
                 QStringLiteral("10"));
        type(QStringLiteral("record.host"), QStringLiteral("mail.example.net"));
        QTRY_VERIFY(text(QStringLiteral("record.preview"))
                        .contains(QStringLiteral("IN MX 10 mail.example.net.")));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added(), QStringList{QStringLiteral("lists MX 10 mail.example.net")});
        QVERIFY(saidLast(QStringLiteral("MX lists.bücher.example was created")));
        go(QStringLiteral("lists"), QStringLiteral("MX"));

        // Enter edits; another value, then another name
        key(rows, Qt::Key_Return);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        type(QStringLiteral("record.priority"), QStringLiteral("20"));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added(), QStringList{QStringLiteral("lists MX 20 mail.example.net")});
        QVERIFY(saidLast(QStringLiteral("was changed")));
        QVERIFY(desk->undoSaid());
        QTRY_COMPARE(added(), QStringList{QStringLiteral("lists MX 10 mail.example.net")});
        settle();
        go(QStringLiteral("lists"), QStringLiteral("MX"));
        key(rows, Qt::Key_Return);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        type(QStringLiteral("record.source"), QStringLiteral("news"));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added(), QStringList{QStringLiteral("news MX 10 mail.example.net")});
        settle();
        QVERIFY(desk->undoSaid()); // a record made anew is found by its new number
        QTRY_COMPARE(added(), QStringList{QStringLiteral("lists MX 10 mail.example.net")});
    }

    void editsTheTtlInItsCell()
    {
        beginWithZone({{"www", "A", "192.0.2.80"}});
        go(QStringLiteral("www"), QStringLiteral("A"));
        key(rows, Qt::Key_F2);
        type(QStringLiteral("zone.ttlCell"), QStringLiteral("5"));
        auto *cell = desk->find<QLineEdit>(QStringLiteral("zone.ttlCell"));
        QVERIFY(cell->toolTip().contains(QStringLiteral("60")));
        QTest::keyClick(cell, Qt::Key_Return); // stays, marked
        QVERIFY(desk->find(QStringLiteral("zone.ttlCell")));
        type(QStringLiteral("zone.ttlCell"), QStringLiteral("5m"));
        QTest::keyClick(cell, Qt::Key_Return);
        QTRY_COMPARE(far->record(QStringLiteral("www"), QStringLiteral("A")).ttl, 300);
        QVERIFY(saidLast(QStringLiteral("TTL")));
        QVERIFY(desk->undoSaid());
        QTRY_COMPARE(far->record(QStringLiteral("www"), QStringLiteral("A")).ttl, 3600);
    }

    void hostsOwnRecordsStay()
    {
        beginWithZone();
        go({}, QStringLiteral("SOA"));
        key(rows, Qt::Key_Return);
        QVERIFY(saidLast(QStringLiteral("looks after")));
        QVERIFY(!desk->find(QStringLiteral("recordDialog")));
        key(rows, Qt::Key_Delete);
        QVERIFY(!desk->find(QStringLiteral("review")));
    }

    // ---- the editors

    void saysWhatIsWrongWhereItIsWrong()
    {
        beginWithZone();
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        // nothing is red before somebody was there
        QVERIFY(!hint("address").contains(QStringLiteral("needed")));
        type(QStringLiteral("record.address"), QStringLiteral("192.0.2"));
        QVERIFY(hint("address").contains(QStringLiteral("IPv4")));
        type(QStringLiteral("record.address"), QStringLiteral("2001:db8::1"));
        QVERIFY(hint("address").contains(QStringLiteral("AAAA")));
        type(QStringLiteral("record.address"), QStringLiteral("192.0.2.1"));
        QVERIFY(!hint("address").contains(QStringLiteral("IPv4")));
        type(QStringLiteral("record.source"), QStringLiteral("two..dots"));
        QVERIFY(hint("source").contains(QStringLiteral("dots")));
        choose("record.ttl", QStringLiteral("12"));
        QVERIFY(hint("ttl").contains(QStringLiteral("60")));
        choose("record.ttl", QStringLiteral("2h"));
        QVERIFY(!hint("ttl").contains(QStringLiteral("between")));

        // MX: both parts are wrong, both are said
        choose("record.type", QStringLiteral("MX"));
        type(QStringLiteral("record.source"), QString());
        type(QStringLiteral("record.priority"), QStringLiteral("ten"));
        type(QStringLiteral("record.host"), QStringLiteral("192.0.2.1"));
        QVERIFY(hint("priority").contains(QStringLiteral("65535")));
        QVERIFY(hint("host").contains(QStringLiteral("address")));
        press(QStringLiteral("record.save"));
        QVERIFY(desk->find(QStringLiteral("recordDialog")));
        settle();
        QCOMPARE(line->applied.load(), 0);
    }

    void eachTypeHasItsFields_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("typed"); // field, text, field, text …
        QTest::addColumn<QString>("record");
        const auto row = [](const char *type, const QStringList &typed, const char *record) {
            QTest::newRow(type) << QString::fromLatin1(type) << typed << QString::fromUtf8(record);
        };
        row("A ", {u"source"_qs, u"a"_qs, u"address"_qs, u"192.0.2.1"_qs}, "a A 192.0.2.1");
        row("AAAA", {u"source"_qs, u"a"_qs, u"address"_qs, u"2001:DB8::1"_qs},
            "a AAAA 2001:db8::1");
        row("CNAME", {u"source"_qs, u"a"_qs, u"host"_qs, u"WWW.example.org."_qs},
            "a CNAME www.example.org");
        row("DNAME", {u"source"_qs, u"a"_qs, u"host"_qs, u"example.net"_qs}, "a DNAME example.net");
        row("NS", {u"source"_qs, u"a"_qs, u"host"_qs, u"ns1.example.net"_qs},
            "a NS ns1.example.net");
        row("MX", {u"source"_qs, u"a"_qs, u"host"_qs, u"."_qs}, "a MX 10 .");
        row("SRV",
            {u"service"_qs, u"xmpp-client"_qs, u"port"_qs, u"5222"_qs, u"host"_qs,
             u"chat.example.net"_qs},
            "_xmpp-client._tcp SRV 0 1 5222 chat.example.net");
        row("CAA", {u"source"_qs, u"a"_qs, u"value"_qs, u"letsencrypt.org"_qs},
            "a CAA 0 issue \"letsencrypt.org\"");
        row("TLSA",
            {u"service"_qs, u"25"_qs, u"source"_qs, u"mail"_qs, u"digest"_qs, QString(64, u'a')},
            "_25._tcp.mail TLSA 3 1 1 "
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        row("SMIMEA", {u"source"_qs, u"x._smimecert"_qs, u"digest"_qs, u"00ff"_qs},
            "x._smimecert SMIMEA 3 0 0 00ff");
        row("SSHFP", {u"source"_qs, u"a"_qs, u"digest"_qs, QString(64, u'b')},
            "a SSHFP 4 2 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
        row("TXT", {u"source"_qs, u"_dmarc"_qs, u"text"_qs, u"v=DMARC1; p=none"_qs},
            "_dmarc TXT v=DMARC1; p=none");
    }

    void eachTypeHasItsFields()
    {
        QFETCH(QString, type);
        QFETCH(QStringList, typed);
        QFETCH(QString, record);
        beginWithZone();
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        choose("record.type", type);
        for (int i = 0; i + 1 < typed.size(); i += 2) {
            if (typed.at(i) == u"text")
                desk->find<QPlainTextEdit>(QStringLiteral("record.text"))
                    ->setPlainText(typed.at(i + 1));
            else
                this->type(QStringLiteral("record.") + typed.at(i), typed.at(i + 1));
        }
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added(), QStringList{record});
        settle();
        // and it comes back into the same fields
        const QStringList words = record.split(u' ');
        go(words.at(0), words.at(1));
        key(rows, Qt::Key_Return);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        auto *form = desk->find(QStringLiteral("recordDialog"))->findChild<ui::RecordForm *>();
        QVERIFY(form->isValid());
        QCOMPARE(QStringLiteral("%1 %2 %3")
                     .arg(form->record().source, form->record().type, form->record().target),
                 record);
        desk->find<QDialog>(QStringLiteral("recordDialog"))->done(0);
    }

    void servicesAreFilledIn()
    {
        beginWithZone();
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        choose("record.type", QStringLiteral("SRV"));
        auto *presets = desk->find<QComboBox>(QStringLiteral("record.preset"));
        presets->setCurrentIndex(
            presets->findText(QStringLiteral("Office 365"), Qt::MatchStartsWith));
        emit presets->activated(presets->currentIndex());
        QTRY_COMPARE(hint("source"), QStringLiteral("Full name: _sip._tls.bücher.example"));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added(),
                     QStringList{QStringLiteral("_sip._tls SRV 100 1 443 sipdir.online.lync.com")});
    }

    void longTextIsSplit()
    {
        beginWithZone();
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        choose("record.type", QStringLiteral("TXT"));
        auto *text = desk->find<QPlainTextEdit>(QStringLiteral("record.text"));
        text->setPlainText(QString(600, u'x'));
        QVERIFY2(hint("text").contains(QStringLiteral("255, 255")), qPrintable(hint("text")));
        // as other services tell it, in strings and lines
        text->setPlainText(QStringLiteral("\"v=DKIM1; k=rsa; \"\n\"p=AAAA\""));
        type(QStringLiteral("record.source"), QStringLiteral("s._domainkey"));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added(),
                     QStringList{QStringLiteral("s._domainkey TXT v=DKIM1; k=rsa; p=AAAA")});
    }

    void theRestOfTheZoneIsAsked()
    {
        beginWithZone({{"www", "A", "192.0.2.80"}});
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        choose("record.type", QStringLiteral("CNAME"));
        type(QStringLiteral("record.source"), QStringLiteral("www"));
        type(QStringLiteral("record.host"), QStringLiteral("web.example.net"));
        QVERIFY(desk->waitFor(QStringLiteral("finding.zone-alias-not-alone")));
        press(QStringLiteral("record.save"));
        QVERIFY(desk->find(QStringLiteral("recordDialog"))); // not sent
        settle();
        QCOMPARE(line->applied.load(), 0);
        type(QStringLiteral("record.source"), QStringLiteral("web"));
        QTRY_VERIFY(!desk->find(QStringLiteral("finding.zone-alias-not-alone")));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added().size(), 2);
    }

    void refusedThereStaysHere()
    {
        beginWithZone();
        line->refuse(QStringLiteral("0"),
                     Error{Error::Kind::Invalid, QStringLiteral("Not that one."),
                           QStringLiteral("target"), QStringLiteral("invalid_dns_record"), 0});
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        type(QStringLiteral("record.source"), QStringLiteral("a"));
        type(QStringLiteral("record.address"), QStringLiteral("192.0.2.1"));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(hint("address"), QStringLiteral("Not that one."));
        line->allow(QStringLiteral("0"));
        type(QStringLiteral("record.address"), QStringLiteral("192.0.2.2"));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(added(), QStringList{QStringLiteral("a A 192.0.2.2")});
    }

    void somebodyElseWasFaster()
    {
        beginWithZone({{"www", "A", "192.0.2.80"}});
        go(QStringLiteral("www"), QStringLiteral("A"));
        key(rows, Qt::Key_Return);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        QVERIFY(far->changeRecord(far->record(QStringLiteral("www"), QStringLiteral("A")),
                                  QStringLiteral("192.0.2.99")));
        type(QStringLiteral("record.address"), QStringLiteral("192.0.2.81"));
        press(QStringLiteral("record.save"));
        QTRY_VERIFY(text(QStringLiteral("record.problem")).contains(QStringLiteral("meantime")));
        QCOMPARE(added(), QStringList{QStringLiteral("www A 192.0.2.99")});
        QTRY_COMPARE(
            rows->model()
                ->index(rowOf(QStringLiteral("www"), QStringLiteral("A")), ZoneModel::Value)
                .data()
                .toString(),
            QStringLiteral("192.0.2.99")); // shown as it is now
    }

    // ---- many at once

    void deletesThreeAndBringsTwoBack()
    {
        beginWithZone({{"a", "A", "192.0.2.1"}, {"b", "A", "192.0.2.2"}, {"c", "A", "192.0.2.3"}});
        line->refuse(QString::number(far->record(u"b"_qs, u"A"_qs).id),
                     Error{Error::Kind::Forbidden, QStringLiteral("Not yours"), {}, {}, 0});
        auto *model = static_cast<ZoneModel *>(rows->model());
        for (const QString &name : {u"a"_qs, u"b"_qs, u"c"_qs})
            model->tickRange(rowOf(name, u"A"_qs), rowOf(name, u"A"_qs), true);
        QVERIFY(desk->waitFor(QStringLiteral("zone.bulk")));
        key(rows, Qt::Key_Delete);
        press(QStringLiteral("review.apply"));
        QVERIFY(desk->waitFor(QStringLiteral("outcome"))); // each row with its own result
        QTRY_COMPARE(added(), QStringList{u"b A 192.0.2.2"_qs});
        line->allow(QString::number(far->record(u"b"_qs, u"A"_qs).id));
        press(QStringLiteral("outcome.retry"));
        QTRY_VERIFY(added().isEmpty());
        settle();

        desk->go(page, {}, QStringLiteral("history"));
        QVERIFY(desk->waitFor(QStringLiteral("zone.history.table")));
        auto *history = table(QStringLiteral("zone.history.table"));
        settle();
        QTRY_VERIFY(history->model()->rowCount() > 3);
        QCOMPARE(history->model()->index(0, model::ChangeListModel::By).data().toString(),
                 QStringLiteral("Ana Weber"));
        auto *lines = static_cast<model::ChangeListModel *>(history->model());
        for (int row = 0; row < 3; ++row) {
            const auto what = lines->line(row);
            QCOMPARE(what->change.verb, mail::Verb::Remove);
            if (what->change.before.value(u"source").toString() != u"b")
                lines->tickRange(row, row, true);
        }
        QVERIFY(desk->find<QAbstractButton>(QStringLiteral("zone.history.takeBack"))
                    ->text()
                    .startsWith(QStringLiteral("Restore 2")));
        press(QStringLiteral("zone.history.takeBack"));
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(added(), (QStringList{u"a A 192.0.2.1"_qs, u"c A 192.0.2.3"_qs}));
    }

    void historyWithoutTheFarSide()
    {
        beginWithZone({{"a", "A", "192.0.2.1"}});
        line->refuseHistory(Error{Error::Kind::Unsupported, {}, {}, {}, 0});
        go(u"a"_qs, u"A"_qs);
        key(rows, Qt::Key_Delete);
        press(QStringLiteral("review.apply"));
        QTRY_VERIFY(added().isEmpty());
        settle();
        desk->go(page, {}, QStringLiteral("history"));
        QVERIFY(desk->waitFor(QStringLiteral("zone.history.table")));
        auto *history = table(QStringLiteral("zone.history.table"));
        QTRY_COMPARE(history->model()->rowCount(), 1); // what was done from here
        QVERIFY(
            text(QStringLiteral("zone.history.hint")).contains(QStringLiteral("this computer")));
        history->setCurrentRow(0);
        key(history, Qt::Key_Return);
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(added(), QStringList{u"a A 192.0.2.1"_qs});
    }

    // ---- files

    void importsWhatIsMissing()
    {
        beginWithZone({{"www", "A", "192.0.2.80"}});
        openImport(write("a.zone", "$TTL 300\n@ SOA a. b. 1 2 3 4 5\nwww A 192.0.2.80\n"
                                   "ftp A 192.0.2.21\nbad A 192.0.2.999\nöl TXT \"crude\"\n"));
        QVERIFY(desk->find<QPlainTextEdit>(QStringLiteral("import.faults"))
                    ->toPlainText()
                    .startsWith(QStringLiteral("Line 5")));
        auto *differences = table(QStringLiteral("import.table"));
        QCOMPARE(differences->model()->rowCount(), 2);
        QCOMPARE(differences->tickedCount(), 2);
        differences->setFocus();
        differences->setCurrentRow(0);
        QTest::keyClick(differences, Qt::Key_Space); // not this one
        press(QStringLiteral("import.review"));
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(added(), (QStringList{u"www A 192.0.2.80"_qs, u"xn--l-0ga TXT crude"_qs}));
        QCOMPARE(far->record(u"xn--l-0ga"_qs, u"TXT"_qs).ttl, 300);
    }

    void replacesTheZoneAndUndoesIt()
    {
        beginWithZone({{"www", "A", "192.0.2.80"}, {"old", "TXT", "gone soon"}});
        const QStringList before = far->recordTexts();
        openImport(write("b.zone", "www A 192.0.2.81\nnew A 192.0.2.82\n"));
        desk->find<QAbstractButton>(QStringLiteral("import.replace"))->click();
        settle();
        press(QStringLiteral("import.review"));
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(far->recordTexts(),
                     (QStringList{u"new A 192.0.2.82"_qs, u"www A 192.0.2.81"_qs}));
        settle();
        QVERIFY(desk->undoSaid());
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(far->recordTexts(), before);
    }

    void droppedOnThePage()
    {
        beginWithZone();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(write("c.zone", "ftp A 192.0.2.21\n"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(desk->page(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(desk->page(), &drop);
        QVERIFY(desk->waitFor(QStringLiteral("importDialog")));
        settle();
        QCOMPARE(table(QStringLiteral("import.table"))->model()->rowCount(), 1);
        desk->find<QDialog>(QStringLiteral("importDialog"))->done(0);
    }

    void notAZoneFile()
    {
        beginWithZone();
        openImport(folder->filePath(QStringLiteral("missing.zone")));
        QCOMPARE(table(QStringLiteral("import.table"))->state(), ui::PageState::Error);
        QVERIFY(!desk->find<QAbstractButton>(QStringLiteral("import.review"))->isEnabled());
        desk->find<QDialog>(QStringLiteral("importDialog"))->done(0);
    }

    void exportsWhatItImports()
    {
        beginWithZone({{"www", "A", "192.0.2.80"}, {"t", "TXT", "a \"b\" c"}});
        const QString name = folder->filePath(QStringLiteral("out.zone"));
        const auto written = ui::writeRecords(zone(), far->records(), false, name);
        QVERIFY(written);
        QCOMPARE(*written, int(far->records().size()));
        openImport(name);
        desk->find<QAbstractButton>(QStringLiteral("import.replace"))->click();
        settle();
        QCOMPARE(table(QStringLiteral("import.table"))->state(), ui::PageState::Empty); // the same
        desk->find<QDialog>(QStringLiteral("importDialog"))->done(0);
        QVERIFY(!ui::writeRecords(zone(), far->records(), true,
                                  folder->filePath(QStringLiteral("no/such/folder.csv"))));
    }

    // ---- offline, DNSSEC, size

    void stagedWhileOffline()
    {
        beginWithZone({{"www", "A", "192.0.2.80"}});
        line->isCut = true;
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Offline);
        const int before = rows->model()->rowCount();
        key(rows, Qt::Key_N, Qt::ControlModifier);
        QVERIFY(desk->waitFor(QStringLiteral("recordDialog")));
        QVERIFY(desk->find<QAbstractButton>(QStringLiteral("record.save"))
                    ->text()
                    .contains(QStringLiteral("Stage")));
        type(QStringLiteral("record.source"), QStringLiteral("later"));
        type(QStringLiteral("record.address"), QStringLiteral("192.0.2.7"));
        press(QStringLiteral("record.save"));
        QTRY_COMPARE(rows->model()->rowCount(), before + 1); // shown as it will be
        QTRY_COMPARE(desk->context().changes.stagedCount(desk->scope()), 1);
        QTRY_VERIFY(!desk->find(QStringLiteral("recordDialog")));
        line->isCut = false;
        desk->page()->refresh();
        QTRY_COMPARE(rows->state(), ui::PageState::Ready);
        desk->context().changes.reviewStaged(desk->scope(), desk->page());
        press(QStringLiteral("review.apply"));
        QTRY_COMPARE(added(), (QStringList{u"later A 192.0.2.7"_qs, u"www A 192.0.2.80"_qs}));
        settle();
        QTRY_COMPARE(rows->model()->rowCount(), before + 1);
        QTRY_VERIFY(rowOf(u"later"_qs, u"A"_qs) >= 0);
    }

    void signsAndHandsTheDsOver()
    {
        beginWithZone();
        desk->go(page, {}, QStringLiteral("dnssec"));
        press(QStringLiteral("zone.signed"));
        QVERIFY(desk->waitFor(QStringLiteral("finding.sign-tell-parent")));
        press(QStringLiteral("review.apply"));
        QVERIFY(desk->waitFor(QStringLiteral("zone.ds.1")));
        const QString ds = text(QStringLiteral("zone.ds.1"));
        QVERIFY2(ds.startsWith(QStringLiteral("xn--bcher-kva.example. IN DS ")), qPrintable(ds));
        press(QStringLiteral("zone.ds.1.copy"));
        QCOMPARE(QGuiApplication::clipboard()->text(), ds);
        settle();
        press(QStringLiteral("zone.signed"));
        QVERIFY(desk->waitFor(QStringLiteral("finding.unsign-after-parent"))); // warned first
        press(QStringLiteral("review.cancel"));
        QVERIFY(zone().isSigned.value_or(false));
    }

    void keptUpWhileItIsShown()
    {
        beginWithZone();
        const int before = rows->model()->rowCount();
        QVERIFY(far->addRecord(u"theirs"_qs, u"A"_qs, u"192.0.2.5"_qs));
        desk->context().accounts.refreshMailboxes(desk->scope()); // the feed, as every 15 seconds
        QTRY_COMPARE(rows->model()->rowCount(), before + 1);
    }

    void readOnceMoreWhenAskedWhileItIsRead()
    {
        beginWithZone();
        const int before = rows->model()->rowCount();
        line->isReadHeld = true;
        desk->page()->refresh();
        QTRY_COMPARE(line->readsHeld.load(), 1); // it has what was there
        QVERIFY(far->addRecord(u"theirs"_qs, u"A"_qs, u"192.0.2.5"_qs));
        desk->page()->refresh();
        line->isReadHeld = false;
        QTRY_COMPARE(rows->model()->rowCount(), before + 1);
    }

    void fiveThousandRecords()
    {
        beginWithZone();
        line->isCut = true; // what the cache holds, no sync over it
        QList<mail::ZoneRecord> many;
        for (int i = 1; i <= 5000; ++i) {
            mail::ZoneRecord record;
            record.service = desk->scope().service;
            record.zone = zone().name;
            record.id = i;
            record.source = QStringLiteral("host-%1").arg(i);
            record.type = i % 3 ? QStringLiteral("A") : QStringLiteral("AAAA");
            record.target = i % 3 ? QStringLiteral("192.0.2.%1").arg(i % 250)
                                  : QStringLiteral("2001:db8::%1").arg(i);
            record.ttl = 3600;
            many.append(record);
        }
        QVERIFY(bool(desk->context().cache.setRecords(desk->scope(), zone().name, many,
                                                      desk->context().clock.now())));
        QTRY_COMPARE(rows->model()->rowCount(), 5000);
        auto *filter = desk->find<QLineEdit>(QStringLiteral("filter"));
        QElapsedTimer timer;
        timer.start();
        filter->setText(QStringLiteral("host-42"));
        const qint64 filtered = timer.restart();
        QCOMPARE(rows->model()->rowCount(), 111);
        filter->clear();
        press(QStringLiteral("zone.type.AAAA"));
        QCOMPARE(rows->model()->rowCount(), 1666);
        timer.restart();
        rows->scrollToBottom();
        (void)rows->grab();
        const qint64 painted = timer.elapsed();
        qInfo("filtered in %lld ms, scrolled to the end and painted in %lld ms", filtered, painted);
        QVERIFY(filtered < 1000 && painted < 1000); // a sanitizer on a busy machine, too
    }
};

QTEST_MAIN(TestZone)
#include "zone.moc"
