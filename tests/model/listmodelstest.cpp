// SPDX-License-Identifier: GPL-3.0-or-later
// The smaller models: accesses, devices, journal, changes, findings, jobs.
#include "app/model/accessmodel.h"
#include "app/model/changemodel.h"
#include "app/model/devicemodel.h"
#include "app/model/findingmodel.h"
#include "app/model/jobmodel.h"
#include "app/model/journalmodel.h"
#include "tests/support/fakebackend.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QPersistentModelIndex>
#include <QProcess>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using mail::Right;
using mail::Rights;
using mail::Verb;
using model::Tone;

namespace {

const store::Scope scope{QStringLiteral("a1"), 7};
constexpr int patience = 30'000;
constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

mail::Access access(qint64 user, const QString &name, const Rights &rights)
{
    mail::Access a;
    a.service = 7;
    a.mailbox = u"ana"_qs;
    a.user = user;
    a.userName = name;
    a.rights = rights;
    a.lastUsedAt = QDateTime();
    return a;
}

mail::Device device(qint64 id, const QString &label, qint64 user)
{
    mail::Device d;
    d.service = 7;
    d.mailbox = u"ana"_qs;
    d.id = id;
    d.label = label;
    d.user = user;
    d.userName = user ? u"Ben"_qs : QString();
    d.type = mail::DeviceType::Phone;
    d.protocols = mail::Protocols::Pop3Imap;
    d.lastConnection = QDateTime();
    return d;
}

mail::Change note(const QString &name)
{
    return {Verb::Update,
            {u"mailbox"_qs, 7, {}, name, name + u"@example.org"_qs, 0},
            {{u"note"_qs, u""_qs}},
            {{u"note"_qs, u"x"_qs}}};
}

} // namespace

class ListModelsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<store::Cache>(m_dir->filePath(u"cache.db"_qs));
        QVERIFY(m_cache->open());
    }
    void cleanup() { m_cache.reset(); }

    void accesses()
    {
        model::AccessModel model(*m_cache, m_clock);
        QAbstractItemModelTester tester(&model, strict);
        Rights rights = Rights::all();
        rights.set(Right::SendEmails, {});
        QVERIFY(m_cache->setAccesses(
            scope, u"ana"_qs, {access(1, u"Ana"_qs, Rights::all()), access(2, u"Cid"_qs, rights)}));
        model.setMailbox(scope, u"ana"_qs);
        QCOMPARE(model.rowCount(), 2);
        const int send = model::AccessModel::columnOf(Right::SendEmails);
        QCOMPARE(model.index(0, send).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        // Not known is shown so, never as denied.
        QCOMPARE(model.index(1, send).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QCOMPARE(model.headerData(send, Qt::Horizontal).toString(), u"Send emails"_qs);
        QCOMPARE(*model::AccessModel::rightOf(send), Right::SendEmails);

        const QPersistentModelIndex cid = model.index(1, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QVERIFY(m_cache->setAccesses(
            scope, u"ana"_qs,
            {access(3, u"Ben"_qs, Rights::none()), access(2, u"Aaron, was Cid"_qs, rights)}));
        QTRY_COMPARE(model.index(0, 0).data().toString(), u"Aaron, was Cid"_qs);
        QCOMPARE(cid.row(), 0); // moved, not lost
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.index(1, send).data().toString(), u"not allowed"_qs);

        model.setPending([](const mail::Ref &ref) -> std::optional<mail::Change> {
            if (ref.key != u"3")
                return {};
            return mail::Change{
                Verb::Update, ref, {}, {{u"rights"_qs, mail::toJson(Rights::all())}}};
        });
        QCOMPARE(model.index(1, send).data().toString(), u"allowed"_qs);
        QVERIFY(model.index(1, send).data(model::PendingRole).toBool());
        QCOMPARE(model.index(1, send).data(Qt::ToolTipRole).toString(), u"Was: not allowed"_qs);
        QVERIFY(m_cache->putMailboxes(scope, {}));
        QVERIFY(m_cache->removeMailbox(scope, u"ana"_qs));
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void devices()
    {
        model::DeviceModel model(*m_cache, m_clock);
        QAbstractItemModelTester tester(&model, strict);
        mail::Device phone = device(11, u"Phone"_qs, 2);
        phone.createdAt = m_clock.time.addSecs(-300);
        QVERIFY(m_cache->setDevices(scope, u"ana"_qs, {device(12, u"Printer"_qs, 0), phone}));
        model.setMailbox(scope, u"ana"_qs);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, model::DeviceModel::Created).data().toString(), u"5 min ago"_qs);
        QVERIFY(!model.index(0, model::DeviceModel::Created)
                     .data(Qt::ToolTipRole)
                     .toString()
                     .isEmpty());
        QCOMPARE(model.index(0, model::DeviceModel::LastUse).data().toString(), u"never"_qs);
        QCOMPARE(model.index(0, model::DeviceModel::Protocols).data().toString(),
                 u"IMAP and POP3"_qs);
        QCOMPARE(model.index(0, 0).data(model::IconRole).toString(), u"smartphone"_qs);
        const QModelIndex owner = model.index(1, model::DeviceModel::User);
        QCOMPARE(owner.data().toString(), u"Without user"_qs);
        QCOMPARE(owner.data(model::ToneRole).toInt(), int(Tone::Muted));
        // S-16: once somebody may not send, it is worth a warning.
        QVERIFY(m_cache->setAccesses(scope, u"ana"_qs, {access(2, u"Ben"_qs, Rights::none())}));
        QTRY_COMPARE(owner.data(model::ToneRole).toInt(), int(Tone::Warning));
        QVERIFY(m_cache->setDevices(scope, u"ana"_qs, {}));
        QTRY_COMPARE(model.rowCount(), 0);
    }

    void journal()
    {
        store::Journal journal(m_dir->filePath(u"journal.db"_qs));
        QVERIFY(journal.open());
        const auto add = [&](bool good) {
            const auto id = journal.start(scope, {u"Change a note"_qs, {note(u"a"_qs)}}, u"Ana"_qs);
            store::JournalRow row;
            row.state = good ? store::JournalRow::State::Done : store::JournalRow::State::Failed;
            row.effective = note(u"a"_qs);
            return id && journal.setRow(*id, 0, row) && journal.finish(*id) ? *id : 0;
        };
        for (int i = 0; i < 150; ++i)
            QVERIFY(add(i % 2));
        model::JournalModel model(journal, m_clock);
        QAbstractItemModelTester tester(&model, strict);
        while (model.canFetchMore({}))
            model.fetchMore({});
        QCOMPARE(model.rowCount(), 150);
        QCOMPARE(model.index(0, model::JournalModel::State).data().toString(), u"Done"_qs);
        QCOMPARE(model.index(1, model::JournalModel::State).data().toString(), u"Not done"_qs);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex first = model.index(0, 0);
        const qint64 id = add(true);
        QTRY_COMPARE(model.rowCount(), 151);
        QCOMPARE(first.row(), 1);
        QCOMPARE(model.rowOf(id), 0);
        QCOMPARE(model.entry(0)->id, id);
        QCOMPARE(reset.size(), 0);

        const auto running = journal.start(scope, {u"Under way"_qs, {note(u"a"_qs)}}, u"Ana"_qs);
        QTRY_COMPARE(model.index(0, model::JournalModel::State).data().toString(),
                     u"Being applied"_qs);
        QVERIFY(journal.finish(*running));
    }

    void aKilledProgramLeavesWhatIsNotKnown()
    {
        const QString file = m_dir->filePath(u"journal.db"_qs);
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {u"--apply-and-wait"_qs, file});
        QVERIFY(child.waitForReadyRead(patience));
        child.kill();
        QVERIFY(child.waitForFinished(patience));
        store::Journal journal(file);
        QVERIFY(journal.open());
        model::JournalModel model(journal, m_clock);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, model::JournalModel::State).data().toString(), u"Not known"_qs);
        model::ChangeModel changes;
        changes.setEntry(*model.entry(0), journal.isUnderWay(model.entry(0)->id));
        QCOMPARE(changes.index(0, model::ChangeModel::Outcome).data().toString(), u"Done"_qs);
        QCOMPARE(changes.index(1, model::ChangeModel::Outcome).data().toString(), u"Not known"_qs);
    }

    void changes()
    {
        model::Phrases phrases;
        phrases.field = [](const QString &field) { return u"<%1>"_qs.arg(field); };
        phrases.error = [](const Error &error) { return u"! "_qs + error.detail; };
        model::ChangeModel model(phrases);
        QAbstractItemModelTester tester(&model, strict);
        const mail::Access before = access(2, u"Ben"_qs, Rights::all());
        mail::Access after = before;
        after.rights->set(Right::SendEmails, false);
        after.rights->set(Right::ManageRules, false);
        mail::Mailbox box;
        box.service = 7;
        box.name = u"new"_qs;
        box.note = u"Front"_qs;
        model.setChanges({u"x"_qs,
                          {note(u"a"_qs), mail::difference(before, after), mail::creation(box),
                           mail::removal(device(11, u"Phone"_qs, 2))}});
        using Model = model::ChangeModel;
        const auto text = [&](int row, int column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, Model::Object), u"a@example.org"_qs);
        QCOMPARE(text(0, Model::Field), u"<mailbox.note>"_qs);
        QCOMPARE(text(0, Model::Before), u"empty"_qs);
        QCOMPARE(text(0, Model::After), u"x"_qs);
        // One row per right that differs.
        QCOMPARE(text(1, Model::Object), u"ana · Ben"_qs);
        QCOMPARE(text(1, Model::Field), u"<access.rights.can_manage_rules>"_qs);
        QCOMPARE(text(2, Model::Object), QString());
        QCOMPARE(text(2, Model::Field), u"<access.rights.can_send_emails>"_qs);
        QCOMPARE(text(2, Model::Before), u"allowed"_qs);
        QCOMPARE(text(2, Model::After), u"not allowed"_qs);
        QCOMPARE(model.changeOf(2), 1);
        QCOMPARE(text(3, Model::After), u"created"_qs);

        store::JournalRow row;
        row.state = store::JournalRow::State::Failed;
        row.error = {Error::Kind::Conflict, u"changed"_qs, {}, {}, 0};
        model.setOutcome(0, row);
        QCOMPARE(text(0, Model::Outcome), u"Not done"_qs);
        QCOMPARE(model.index(0, Model::Outcome).data(Qt::ToolTipRole).toString(), u"! changed"_qs);
        QCOMPARE(model.index(0, Model::Outcome).data(model::ToneRole).toInt(), int(Tone::Bad));
        // The effective change tells more than the wish.
        const int rows = model.rowCount();
        row.state = store::JournalRow::State::Done;
        row.error = {};
        row.effective = mail::creation(box);
        row.effective.after.insert(u"has_spam_filter"_qs, true);
        row.effective.after.insert(u"user_count"_qs, 1); // counts are left out
        model.setOutcome(2, row);
        QCOMPARE(model.rowCount(), rows + 1);
        QCOMPARE(text(3, Model::Outcome), u"Done"_qs);
    }

    void findings()
    {
        model::FindingModel model;
        QAbstractItemModelTester tester(&model, strict);
        model.setFindings({{mail::Severity::Information, u"i"_qs, {}, {}, {}},
                           {mail::Severity::Error, u"e"_qs, {}, {}, {}},
                           {mail::Severity::Warning, u"w"_qs, {}, {}, {}}});
        QCOMPARE(model.index(0).data().toString(), u"e"_qs);
        QCOMPARE(model.index(2).data().toString(), u"i"_qs);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Error: e"_qs);
        QCOMPARE(model.index(1).data(model::FindingRole).value<mail::Finding>().code, u"w"_qs);
    }

    void jobs()
    {
        Jobs jobs(3);
        model::JobModel model(jobs, m_clock);
        QAbstractItemModelTester tester(&model, strict);
        QSemaphore go;
        const auto wait = [&go](Progress &progress) -> Result<void> {
            progress.step(1, 3, u"one of three"_qs);
            return go.tryAcquire(1, patience) ? Result<void>()
                                              : Error{Error::Kind::Offline, {}, {}, {}, 0};
        };
        const auto nothing = [](const Result<void> &) {};
        const auto failing = [](Progress &) -> Result<void> {
            return Error{Error::Kind::Offline, u"no route"_qs, {}, {}, 0};
        };
        jobs.run(u"Copy"_qs, {}, wait, this, nothing);
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.runningCount(), 1);
        QTRY_COMPARE(model.index(0).data(Qt::ToolTipRole).toString(), u"one of three"_qs);
        QCOMPARE(model.index(0).data(model::JobRole).value<JobLine>().total, 3);
        m_clock.time = QDateTime::currentDateTimeUtc(); // a quiet one is young
        const qint64 quiet = jobs.run(u"Quiet"_qs, {{}, true}, wait, this, nothing);
        QTRY_VERIFY(std::any_of(jobs.lines().begin(), jobs.lines().end(), [&](const JobLine &l) {
            return l.id == quiet && l.state == JobLine::State::Running;
        }));
        QTRY_COMPARE(model.rowCount(), 1);
        m_clock.time = m_clock.time.addSecs(5); // …until it takes its time
        jobs.run(u"Failing"_qs, {{}, true}, failing, this, nothing);
        QTRY_COMPARE(model.rowCount(), 3);
        QTRY_COMPARE(model.index(2).data(Qt::ToolTipRole).toString(), u"no route"_qs);
        go.release(2);
        QTRY_COMPARE(model.rowCount(), 2); // quiet ones leave when they are done
        QTRY_COMPARE(model.runningCount(), 0);
        QCOMPARE(model.index(0).data(model::ToneRole).toInt(), int(Tone::Good));
        jobs.forget(model.line(0)->id);
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void texts()
    {
        const QDateTime now = m_clock.now();
        QCOMPARE(model::relativeText({}, now), QString());
        QCOMPARE(model::relativeText(now.addSecs(-5), now), u"just now"_qs);
        QCOMPARE(model::relativeText(now.addSecs(-59 * 60), now), u"59 min ago"_qs);
        QCOMPARE(model::relativeText(now.addDays(-1), now), u"yesterday"_qs);
        QCOMPARE(model::relativeText(now.addDays(-3), now), u"3 days ago"_qs);
        QVERIFY(!model::relativeText(now.addDays(-300), now).isEmpty());
        QVERIFY(!model::relativeText(now.addDays(300), now).isEmpty());
        for (const Right right : mail::allRights())
            QVERIFY(!model::rightText(right).isEmpty());
        QCOMPARE(model::valueText(u"mailbox"_qs, u"note"_qs, {}), u"–"_qs);
        QCOMPARE(model::valueText(u"device"_qs, u"password"_qs, u"set"_qs), u"a new password"_qs);
        QCOMPARE(model::valueText(u"device"_qs, u"user"_qs, 0), u"without user"_qs);
        QCOMPARE(model::valueText(u"mailbox"_qs, u"has_spam_filter"_qs, true), u"on"_qs);
    }

private:
    test::FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Cache> m_cache;
};

// What the killed program does.
static int applyAndWait(const QString &file)
{
    store::Journal journal(file);
    if (!journal.open())
        return 1;
    const auto id = journal.start(scope, {u"Two notes"_qs, {note(u"a"_qs), note(u"b"_qs)}}, {});
    store::JournalRow row{{}, note(u"a"_qs), store::JournalRow::State::Done, {}};
    QFile out;
    if (!id || !journal.setRow(*id, 0, row) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    out.write("ready\n");
    out.flush();
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLocale::setDefault(QLocale::c());
    if (argc == 3 && QLatin1String(argv[1]) == u"--apply-and-wait")
        return applyAndWait(QString::fromLocal8Bit(argv[2]));
    ListModelsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "listmodelstest.moc"
