// SPDX-License-Identifier: GPL-3.0-or-later
// lookup.db by itself: what it keeps, and what becomes of it when somebody takes it away or damages
// it. Asked as a mail server would: by another connection, opened for each question.
#include "server/host/lookup.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace host;

namespace {

const QString ana = QStringLiteral("ana@example.test");
const QByteArray secret(64, 'a');

Publication everything(qint64 sequence)
{
    Publication all;
    all.sequence = sequence;
    all.everything = true;
    all.domains = {QStringLiteral("example.test")};
    all.mailboxes = {
        {ana, 0, {QStringLiteral("info@example.test")}, {{1, secret, true, false, true, false}}}};
    return all;
}

Submitter sends(const QString &address, qint64 device, char letter)
{
    return Submitter::of(address, device, QByteArray(64, letter));
}

// What a mail server reads; "!" = it cannot.
QString asked(const QString &file, const QString &sql)
{
    QString answer = QStringLiteral("!");
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), file);
        db.setDatabaseName(file);
        db.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        db.open();
        QSqlQuery query(db);
        if (query.exec(sql))
            answer = query.next() ? query.value(0).toString() : QString();
    }
    QSqlDatabase::removeDatabase(file);
    return answer;
}

const QString whoLogsIn = QStringLiteral("SELECT mailbox FROM login WHERE service = 'imap'");

} // namespace

class LookupFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(QStringLiteral("lookup.db"));
        auto opened = Lookup::open(m_file, -1);
        QVERIFY(opened);
        m_lookup = std::move(opened).value();
    }

    void keeps()
    {
        Publication all = everything(5);
        QCOMPARE(m_lookup->published(), 0);
        QVERIFY(m_lookup->publish(all));
        QCOMPARE(m_lookup->published(), 5);
        QVERIFY(m_lookup->maySubmit(sends(ana, 1, 'a')).value());
        QVERIFY(!m_lookup->maySubmit(sends(ana, 2, 'b')).value());
        QCOMPARE(m_lookup->senders(ana).value(), QStringList{QStringLiteral("info@example.test")});
        QVERIFY(m_lookup->isGranted(1) && m_lookup->isGranted(2));
        QVERIFY(m_lookup->isEntitled(ana, QStringLiteral("imap"), 1));
        QVERIFY(!m_lookup->isEntitled(ana, QStringLiteral("sieve"), 1));
        QVERIFY(!m_lookup->isEntitled(ana, QStringLiteral("imap"), 2));

        // The same once more leaves the logins as they are; a new secret ends both.
        all.sequence = 6;
        QVERIFY(m_lookup->publish(all));
        QVERIFY(m_lookup->isGranted(1) && m_lookup->isGranted(2));
        Publication renewed;
        renewed.sequence = 7;
        renewed.mailboxes = all.mailboxes;
        renewed.mailboxes[0].devices[0].secretSha256 = QByteArray(64, 'b');
        QVERIFY(m_lookup->publish(renewed));
        QVERIFY(!m_lookup->isGranted(1) && !m_lookup->isGranted(2));
        QVERIFY(m_lookup->isGranted(3) && m_lookup->isGranted(4));
        // A session of the old password has another name, for Postfix and for the author check.
        QVERIFY(!m_lookup->maySubmit(sends(ana, 1, 'a')).value());
        QVERIFY(m_lookup->maySubmit(sends(ana, 1, 'b')).value());
        QCOMPARE(asked(m_file, QStringLiteral("SELECT submitter FROM login WHERE service='smtp'")),
                 sends(ana, 1, 'b').login());

        Publication gone;
        gone.sequence = 8;
        gone.gone = {ana};
        QVERIFY(m_lookup->publish(gone));
        QVERIFY(!m_lookup->maySubmit(sends(ana, 1, 'a')).value());
        QVERIFY(m_lookup->senders(ana)->isEmpty());

        // The readers' files stay, and what was said is still known.
        m_lookup.reset();
        QVERIFY(QFile::exists(m_file + QStringLiteral("-wal")));
        QVERIFY(QFile::exists(m_file + QStringLiteral("-shm")));
        QVERIFY(!QFileInfo(m_file).permission(QFile::ReadOther));
        auto again = Lookup::open(m_file, -1);
        QVERIFY(again);
        QVERIFY((*again)->isIntact());
        QCOMPARE((*again)->published(), 8);
        all.sequence = 9;
        QVERIFY((*again)->publish(all));
        QVERIFY((*again)->isGranted(5)); // a grant is never given twice
        QCOMPARE((*again)->edition(), 0);
    }

    // A mail server that asks before all is there must not hear that there is nobody.
    void nobodyIsUnknownBeforeAllIsPublished()
    {
        QVERIFY(!m_lookup->isIntact());
        QCOMPARE(asked(m_file, whoLogsIn), QStringLiteral("!"));
        Publication part;
        part.sequence = 3;
        QVERIFY(!m_lookup->publish(part));
        QCOMPARE(asked(m_file, whoLogsIn), QStringLiteral("!"));
        QVERIFY(m_lookup->publish(everything(3)));
        QVERIFY(m_lookup->isIntact());
        QCOMPARE(asked(m_file, whoLogsIn), ana);
    }

    void lost_data()
    {
        QTest::addColumn<std::function<void(const QString &)>>("harm");
        QTest::addColumn<bool>("isReadable");
        using Harm = std::function<void(const QString &)>;
        const auto write = [](const QString &file, const QByteArray &bytes, qint64 at) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::ReadWrite));
            QVERIFY(out.seek(at));
            QCOMPARE(out.write(bytes), bytes.size());
        };
        const QByteArray noise = QByteArray(3000, '\x5a');
        QTest::newRow("removed") << Harm([](const QString &f) { QVERIFY(QFile::remove(f)); })
                                 << true;
        QTest::newRow("renamed") << Harm([](const QString &f) {
            QVERIFY(QFile::rename(f, f + QStringLiteral(".away")));
        }) << true;
        QTest::newRow("all removed") << Harm([](const QString &f) {
            for (const char *suffix : {"", "-wal", "-shm"})
                QVERIFY(QFile::remove(f + QLatin1String(suffix)));
        }) << true;
        QTest::newRow("its log removed")
            << Harm([](const QString &f) { QVERIFY(QFile::remove(f + QStringLiteral("-wal"))); })
            << true;
        QTest::newRow("its index removed")
            << Harm([](const QString &f) { QVERIFY(QFile::remove(f + QStringLiteral("-shm"))); })
            << true;
        QTest::newRow("replaced") << Harm([&](const QString &f) {
            QVERIFY(QFile::remove(f));
            QFile other(f);
            QVERIFY(other.open(QIODevice::WriteOnly));
        }) << true;
        QTest::newRow("its head overwritten")
            << Harm([=](const QString &f) { write(f, noise, 0); }) << false;
        QTest::newRow("a page overwritten")
            << Harm([=](const QString &f) { write(f, noise, 4096); }) << false;
        QTest::newRow("cut short")
            << Harm([](const QString &f) { QVERIFY(QFile::resize(f, 5000)); }) << false;
        QTest::newRow("emptied") << Harm([](const QString &f) { QVERIFY(QFile::resize(f, 0)); })
                                 << false;
    }
    void lost()
    {
        QFETCH(std::function<void(const QString &)>, harm);
        QFETCH(bool, isReadable); // to whom had it open
        QVERIFY(m_lookup->publish(everything(3)));
        // All of it in the file itself, as after a while of work.
        m_lookup.reset();
        QVERIFY(!asked(m_file, QStringLiteral("PRAGMA integrity_check")).isEmpty());
        checkpoint();
        reopen();
        QVERIFY(m_lookup->isIntact());
        QCOMPARE(m_lookup->published(), 3);

        harm(m_file);
        QVERIFY(!m_lookup->isIntact());
        QCOMPARE(m_lookup->published(), 0);
        Publication part;
        part.sequence = 4;
        QVERIFY(!m_lookup->publish(part));
        QCOMPARE(m_lookup->edition(), 0);

        QVERIFY(m_lookup->publish(everything(4)));
        QVERIFY(m_lookup->isIntact());
        QCOMPARE(m_lookup->published(), 4);
        QCOMPARE(m_lookup->edition(), 1); // the servers have to be told
        QCOMPARE(asked(m_file, whoLogsIn), ana);
        QVERIFY(!QFileInfo(m_file).permission(QFile::ReadOther));
        // A grant is not given again; one of before stands for whoever logged in by the old file
        // just now, where that can still be read.
        QVERIFY(m_lookup->isGranted(3) && m_lookup->isGranted(4));
        if (isReadable)
            QVERIFY(m_lookup->isGranted(1) && m_lookup->isGranted(2));
        part.sequence = 5;
        part.mailboxes = everything(5).mailboxes;
        part.mailboxes[0].devices[0].smtp = false;
        QVERIFY(m_lookup->publish(part));
        QCOMPARE(m_lookup->edition(), 1);
        QVERIFY(m_lookup->isGranted(3));
        if (isReadable)
            QVERIFY(m_lookup->isGranted(1));
        QVERIFY(!m_lookup->isGranted(2));
        part.mailboxes[0].devices[0].secretSha256 = QByteArray(64, 'b');
        part.sequence = 6;
        QVERIFY(m_lookup->publish(part));
        QVERIFY(!m_lookup->isGranted(1) && !m_lookup->isGranted(3));
    }

    // Noticed at the publication itself, too.
    void lostAtThePublication()
    {
        QVERIFY(m_lookup->publish(everything(3)));
        QVERIFY(QFile::remove(m_file));
        Publication part;
        part.sequence = 4;
        const auto refused = m_lookup->publish(part);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(m_file));
        QVERIFY(!QFile::exists(m_file));
        QVERIFY(m_lookup->publish(everything(4)));
        QCOMPARE(asked(m_file, whoLogsIn), ana);
    }

    // A copy of yesterday over it is sound, and not true.
    void staleCopy()
    {
        QVERIFY(m_lookup->publish(everything(3)));
        m_lookup.reset();
        checkpoint();
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray yesterday = file.readAll();
        file.close();
        reopen();
        Publication gone;
        gone.sequence = 4;
        gone.gone = {ana};
        QVERIFY(m_lookup->publish(gone));
        m_lookup.reset();
        checkpoint();
        reopen();
        QVERIFY(m_lookup->isIntact());
        QVERIFY(file.open(QIODevice::ReadWrite)); // cp, not mv: the same file
        QCOMPARE(file.write(yesterday), yesterday.size());
        file.close();
        QVERIFY(!m_lookup->isIntact());
    }

    // A mail server said that it could not read; all of it is looked at, and it was wrong.
    void wrongSuspicion()
    {
        QVERIFY(m_lookup->publish(everything(3)));
        QVERIFY(m_lookup->isIntact());
        m_lookup->suspect();
        QVERIFY(m_lookup->isIntact());
        QCOMPARE(m_lookup->edition(), 0);
    }

    void damagedAtTheStart_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("at");
        QTest::newRow("no database") << QByteArray(20000, 'x') << 0;
        QTest::newRow("a page") << QByteArray(4096, '\x5a') << 4096;
    }
    void damagedAtTheStart()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, at);
        QVERIFY(m_lookup->publish(everything(3)));
        m_lookup.reset();
        checkpoint();
        QFile out(m_file);
        QVERIFY(out.open(QIODevice::ReadWrite));
        QVERIFY(out.seek(at));
        QCOMPARE(out.write(bytes), bytes.size());
        out.close();
        reopen();
        QVERIFY(!m_lookup->isIntact());
        QCOMPARE(m_lookup->published(), 0);
        QCOMPARE(asked(m_file, whoLogsIn), QStringLiteral("!"));
        QVERIFY(m_lookup->publish(everything(3)));
        QVERIFY(m_lookup->isIntact());
        QCOMPARE(m_lookup->edition(), 0); // nobody had the damaged one open
        QCOMPARE(asked(m_file, whoLogsIn), ana);
    }

    // No room: nothing of the publication is there, nothing is taken for damage, and it works as
    // soon as there is room.
    void diskFull()
    {
        QVERIFY(m_lookup->publish(everything(3)));
        Publication more = everything(4);
        for (int i = 0; i < 3000; ++i)
            more.mailboxes.append({QStringLiteral("box%1@example.test").arg(i), 0, {}, {}});
        signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit little{rlim_t(QFileInfo(m_file + QStringLiteral("-wal")).size() + 20000),
                            before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
        const auto refused = m_lookup->publish(more);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!refused);
        QVERIFY(m_lookup->isIntact());
        QCOMPARE(m_lookup->published(), 3);
        QCOMPARE(asked(m_file, QStringLiteral("SELECT count(*) FROM mailbox")),
                 QStringLiteral("1"));
        QVERIFY(m_lookup->publish(more));
        QCOMPARE(asked(m_file, QStringLiteral("SELECT count(*) FROM mailbox")),
                 QStringLiteral("3001"));
    }

    // The file still says what it said, and yet what was taken away is not granted; what stays is.
    void unwritten()
    {
        const QString ben = QStringLiteral("ben@example.test");
        const QString cy = QStringLiteral("cy@example.test");
        const LookupDevice phone{1, secret, true, false, true, false};
        const LookupDevice tablet{2, QByteArray(64, 'b'), true, false, true, false};
        Publication all = everything(3);
        all.mailboxes = {{ana, 0, {}, {phone, tablet}},
                         {ben, 0, {}, {{3, QByteArray(64, 'c'), true, false, true, false}}},
                         {cy, 0, {}, {{4, QByteArray(64, 'd'), true, false, true, false}}}};
        QVERIFY(m_lookup->publish(all));
        const auto grant = [&](qint64 device, const char *service) {
            return asked(m_file, QStringLiteral("SELECT grant_id FROM login WHERE device = %1 AND "
                                                "service = '%2'")
                                     .arg(device)
                                     .arg(QLatin1String(service)))
                .toLongLong();
        };
        // Ana's phone is revoked, her tablet may not send any more, ben is gone.
        Publication change;
        change.sequence = 4;
        change.mailboxes = {{ana, 0, {}, {tablet}}};
        change.mailboxes[0].devices[0].smtp = false;
        change.gone = {ben};
        QVERIFY(failing([&] { return m_lookup->publish(change); }));
        QCOMPARE(m_lookup->published(), 3);
        QVERIFY(grant(1, "imap") > 0 && grant(3, "imap") > 0);
        QVERIFY(!m_lookup->isGranted(grant(1, "imap")));
        QVERIFY(!m_lookup->maySubmit(sends(ana, 1, 'a')).value());
        QVERIFY(m_lookup->isGranted(grant(2, "imap")));
        QVERIFY(!m_lookup->isGranted(grant(2, "smtp")));
        QVERIFY(m_lookup->isEntitled(ana, QStringLiteral("imap"), 2));
        QVERIFY(!m_lookup->isEntitled(ana, QStringLiteral("smtp"), 2));
        QVERIFY(!m_lookup->isEntitled(ana, QStringLiteral("imap"), 1));
        QVERIFY(!m_lookup->maySubmit(sends(ana, 2, 'b')).value());
        QVERIFY(!m_lookup->isGranted(grant(3, "imap")));
        QVERIFY(!m_lookup->maySubmit(sends(ben, 3, 'c')).value());
        QVERIFY(m_lookup->isGranted(grant(4, "imap"))); // not of this change
        QVERIFY(m_lookup->maySubmit(sends(cy, 4, 'd')).value());

        // A new password: the old one's grant is none.
        Publication renewed;
        renewed.sequence = 5;
        renewed.mailboxes = {{cy, 0, {}, {{4, QByteArray(64, 'e'), true, false, true, false}}}};
        QVERIFY(failing([&] { return m_lookup->publish(renewed); }));
        QVERIFY(!m_lookup->isGranted(grant(4, "imap")));
        QVERIFY(!m_lookup->isGranted(grant(1, "imap")));

        // Of everything, who is not named is gone.
        all.sequence = 6;
        all.mailboxes = {{ana, 0, {}, {tablet}}};
        QVERIFY(failing([&] { return m_lookup->publish(all); }));
        QVERIFY(!m_lookup->isGranted(grant(4, "imap")));
        QVERIFY(m_lookup->isGranted(grant(2, "smtp")));

        // Written at last, the file speaks for itself.
        QVERIFY(m_lookup->publish(all));
        QVERIFY(m_lookup->isGranted(grant(2, "imap")));
        QCOMPARE(grant(1, "imap"), 0);
        renewed.sequence = 7;
        QVERIFY(m_lookup->publish(renewed));
        QVERIFY(m_lookup->isGranted(grant(4, "imap")));
    }

private:
    // While nothing may be written.
    template <class Work>
    static bool failing(Work work)
    {
        signal(SIGXFSZ, SIG_IGN);
        rlimit before = {};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit nothing{1, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &nothing);
        const auto done = work();
        setrlimit(RLIMIT_FSIZE, &before);
        return !done;
    }
    void checkpoint() const
    {
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_file);
            db.setDatabaseName(m_file);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        }
        QSqlDatabase::removeDatabase(m_file);
    }
    void reopen()
    {
        auto opened = Lookup::open(m_file, -1);
        QVERIFY(opened);
        m_lookup = std::move(opened).value();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
    std::unique_ptr<Lookup> m_lookup;
};

QTEST_GUILESS_MAIN(LookupFile)
#include "lookupfile.moc"
