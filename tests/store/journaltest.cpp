// SPDX-License-Identifier: GPL-3.0-or-later
// The journal: entries and their states, undo links, damage, and a program killed in between.
#include "app/store/journal.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace store;

namespace {

const Scope scope{QStringLiteral("a1"), 7};

mail::Change note(const QString &name, const QString &from, const QString &to)
{
    return {mail::Verb::Update,
            {u"mailbox"_qs, 7, {}, name, name + u"@example.org"_qs, 2},
            {{u"note"_qs, from}},
            {{u"note"_qs, to}}};
}

mail::ChangeSet three()
{
    return {u"Change 3 notes"_qs,
            {note(u"a"_qs, {}, u"1"_qs), note(u"b"_qs, {}, u"2"_qs), note(u"c"_qs, {}, u"3"_qs)}};
}

JournalRow done(const mail::Change &effective)
{
    return {effective, effective, JournalRow::State::Done, {}};
}

JournalRow failed(Error::Kind kind)
{
    return {{}, {}, JournalRow::State::Failed, Error{kind, u"why"_qs, u"note"_qs, u"409"_qs, 3}};
}

} // namespace

class JournalTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = std::make_unique<Journal>(file());
        QVERIFY(m_journal->open());
        QVERIFY(m_journal->setAside().isEmpty());
    }
    void cleanup() { m_journal.reset(); }

    void goesFromStagedToApplied()
    {
        const auto id = m_journal->stage(scope, three(), u"Ana"_qs);
        QVERIFY(id);
        QCOMPARE(m_journal->count(), 0);
        QCOMPARE(m_journal->staged(scope).size(), 1);
        QCOMPARE(m_journal->staged(scope).first().rows.at(1).wish, three().changes.at(1));
        QVERIFY(m_journal->staged(Scope{u"a2"_qs, 7}).isEmpty());

        QVERIFY(m_journal->begin(*id));
        QVERIFY(m_journal->isUnderWay(*id));
        QCOMPARE(m_journal->begin(*id).error().kind, Error::Kind::Conflict);
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_journal->setRow(*id, i, done(three().changes.at(i))));
        QVERIFY(m_journal->finish(*id));
        QVERIFY(!m_journal->isUnderWay(*id));
        const auto entry = m_journal->entry(*id);
        QVERIFY(entry);
        QCOMPARE(entry->state, JournalEntry::State::Applied);
        QCOMPARE(entry->by, u"Ana"_qs);
        QCOMPARE(entry->title, u"Change 3 notes"_qs);
        QCOMPARE(entry->rows.at(2).effective, three().changes.at(2));
        QCOMPARE(m_journal->count(), 1);
        QVERIFY(!m_journal->discard(*id));
        QCOMPARE(m_journal->begin(*id).error().kind, Error::Kind::Conflict);
        QVERIFY(!m_journal->setRow(*id, 9, failed(Error::Kind::Offline)));
    }

    void stateFollowsTheRows()
    {
        const auto id = m_journal->stage(scope, three(), {});
        QVERIFY(m_journal->begin(*id));
        QVERIFY(m_journal->setRow(*id, 0, done(three().changes.at(0))));
        QVERIFY(m_journal->setRow(*id, 1, failed(Error::Kind::Conflict)));
        QVERIFY(m_journal->setRow(*id, 2, failed(Error::Kind::Limited)));
        QVERIFY(m_journal->finish(*id));
        const auto entry = m_journal->entry(*id);
        QCOMPARE(entry->state, JournalEntry::State::Partial);
        QCOMPARE(entry->rows.at(2).error, failed(Error::Kind::Limited).error);
        QVERIFY(m_journal->begin(*id)); // a retry

        const auto none = m_journal->stage(scope, three(), {});
        QVERIFY(m_journal->begin(*none));
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_journal->setRow(*none, i, failed(Error::Kind::Offline)));
        QVERIFY(m_journal->finish(*none));
        QCOMPARE(m_journal->entry(*none)->state, JournalEntry::State::Failed);
        QCOMPARE(m_journal->entries(10).first().id, *none); // newest first
        QCOMPARE(m_journal->entries(1, 1).first().id, *id);
    }

    void discardedIsSeenNoMore()
    {
        const auto id = m_journal->stage(scope, three(), {});
        QVERIFY(m_journal->discard(*id));
        QVERIFY(m_journal->staged(scope).isEmpty());
        QVERIFY(m_journal->entries(10).isEmpty());
        QVERIFY(!m_journal->begin(*id));
    }

    void whatIsStagedGoesWithItsAccount()
    {
        const Scope other{u"other"_qs, scope.service};
        QVERIFY(m_journal->stage(scope, three(), {}));
        QVERIFY(m_journal->stage({scope.account, scope.service + 1}, three(), {}));
        QVERIFY(m_journal->stage(other, three(), {}));
        const auto applied = m_journal->start(scope, three(), {});
        QVERIFY(m_journal->setRow(*applied, 0, done(three().changes.at(0))));
        QVERIFY(m_journal->finish(*applied));
        QCOMPARE(m_journal->stagedCount(scope.account), 6);

        QSignalSpy changed(m_journal.get(), &Journal::changed);
        QVERIFY(m_journal->discardStaged(scope.account));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_journal->stagedCount(scope.account), 0);
        QVERIFY(m_journal->staged(scope).isEmpty());
        QCOMPARE(m_journal->stagedCount(other.account), 3);
        QCOMPARE(m_journal->entry(*applied)->state, JournalEntry::State::Partial);
        QVERIFY(m_journal->discardStaged(scope.account));
        QCOMPARE(changed.size(), 1);
    }

    void linksUndoAndRedo()
    {
        const auto apply = [&](qint64 undoes) {
            const auto id =
                m_journal->stage(scope, {u"x"_qs, {three().changes.first()}}, {}, undoes);
            return id && m_journal->begin(*id) &&
                           m_journal->setRow(*id, 0, done(three().changes.first())) &&
                           m_journal->finish(*id)
                       ? *id
                       : 0;
        };
        const qint64 first = apply(0);
        const qint64 undo = apply(first);
        QCOMPARE(m_journal->entry(first)->undoneBy, undo);
        const qint64 redo = apply(undo);
        QCOMPARE(m_journal->entry(undo)->undoneBy, redo);
        QCOMPARE(m_journal->entry(first)->undoneBy, 0);
    }

    void keepsNoPassword()
    {
        const mail::Change change{
            mail::Verb::Create,
            {u"device"_qs, 7, u"a"_qs, {}, {}, 0},
            {},
            {{u"label"_qs, u"Phone"_qs}, {u"password"_qs, u"s3cretvalue"_qs}}};
        const auto id = m_journal->stage(scope, {u"x"_qs, {change}}, {});
        QVERIFY(m_journal->begin(*id));
        QVERIFY(m_journal->setRow(*id, 0, done(change)));
        QVERIFY(m_journal->finish(*id));
        QCOMPARE(m_journal->entry(*id)->rows.first().wish.after.value(u"password").toString(),
                 u"set"_qs);
        m_journal.reset();
        for (const QString &end : {u""_qs, u"-wal"_qs}) {
            QFile stored(file() + end);
            if (stored.open(QIODevice::ReadOnly))
                QVERIFY(!stored.readAll().contains("s3cretvalue"));
        }
    }

    void setsADamagedFileAside()
    {
        QVERIFY(m_journal->stage(scope, three(), {}));
        m_journal.reset();
        QFile::remove(file() + u"-wal"_qs);
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write(QByteArray(9000, 'x'));
        broken.close();
        m_journal = std::make_unique<Journal>(file());
        QVERIFY(m_journal->open());
        QVERIFY(QFile::exists(m_journal->setAside()));
        QVERIFY(m_journal->stage(scope, three(), {}));
    }

    void isFoundRunningAfterAKill()
    {
        m_journal.reset();
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), {u"--apply-and-wait"_qs, file()});
        QVERIFY(child.waitForReadyRead(30'000));
        QCOMPARE(child.readLine().trimmed(), QByteArray("row 1 done"));
        child.kill(); // SIGKILL
        QVERIFY(child.waitForFinished(30'000));

        m_journal = std::make_unique<Journal>(file());
        QVERIFY(m_journal->open());
        QVERIFY(m_journal->setAside().isEmpty());
        QCOMPARE(m_journal->entries(10).size(), 1);
        const JournalEntry entry = m_journal->entries(10).first();
        QCOMPARE(entry.state, JournalEntry::State::Running);
        QVERIFY(!m_journal->isUnderWay(entry.id));
        QCOMPARE(entry.rows.at(0).state, JournalRow::State::Done);
        QCOMPARE(entry.rows.at(1).state, JournalRow::State::Planned);
        QVERIFY(m_journal->begin(entry.id)); // it can be taken up again
    }

private:
    QString file() const { return m_dir->filePath(u"journal.db"_qs); }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Journal> m_journal;
};

// What the killed program does.
static int applyAndWait(const QString &file)
{
    Journal journal(file);
    if (!journal.open())
        return 1;
    const auto id = journal.stage(scope, three(), u"Ana"_qs);
    if (!id || !journal.begin(*id) || !journal.setRow(*id, 0, done(three().changes.first())))
        return 1;
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    out.write("row 1 done\n");
    out.flush();
    return QCoreApplication::exec();
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QLatin1String(argv[1]) == u"--apply-and-wait")
        return applyAndWait(QString::fromLocal8Bit(argv[2]));
    JournalTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "journaltest.moc"
