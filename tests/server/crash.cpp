// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment loses nothing that was answered.
#include "server/db/feed.h"
#include "server/db/mailboxes.h"
#include "server/db/seed.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

class Crash : public QObject
{
    Q_OBJECT

private slots:
    void everyAnswerIsThere_data()
    {
        QTest::addColumn<int>("answers");
        for (int answers : {1, 7, 40})
            QTest::addRow("%d", answers) << answers;
    }
    void everyAnswerIsThere()
    {
        QFETCH(int, answers);
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("main.db"));
        const QString tokenPath = directory.filePath(QStringLiteral("token"));
        {
            auto database = db::Database::open(path);
            QVERIFY(database);
            const auto token = db::seed(**database, QStringLiteral("example.org"),
                                        QStringLiteral("Ana"), QStringLiteral("ana@example.net"));
            QVERIFY(token);
            QFile file(tokenPath);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(token->reveal());
        }
        QProcess creator;
        creator.start(QStringLiteral(CREATOR), {path, tokenPath});
        QByteArray output;
        while (output.count('\n') < answers) {
            QVERIFY(creator.waitForReadyRead(20000));
            output += creator.readAllStandardOutput();
        }
        ::kill(pid_t(creator.processId()), SIGKILL);
        QVERIFY(creator.waitForFinished(20000));
        output += creator.readAllStandardOutput();
        QList<QByteArray> told = output.split('\n');
        told.removeLast(); // what follows the last line end

        auto database = db::Database::open(path);
        QVERIFY(database);
        const auto page = db::mailboxes(**database, 1, {});
        QVERIFY(page);
        QSet<QByteArray> there;
        for (const db::MailboxRow &row : page->rows)
            there.insert(row.name.toLatin1());
        for (const QByteArray &name : told)
            QVERIFY2(there.contains(name), name.constData());
        // At most the one that was being answered is more.
        QVERIFY(there.size() <= told.size() + 1);
        QCOMPARE(*db::lastSequence(**database), there.size());
        for (const char *check : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
            auto rows = (*database)->run(QLatin1String(check));
            QVERIFY(rows);
            if (rows->next())
                QCOMPARE(rows->text(0), QStringLiteral("ok"));
        }
        auto audits = (*database)->run(QStringLiteral("SELECT count(*) FROM audit"));
        QVERIFY(audits && audits->next());
        QCOMPARE(audits->number(0), there.size());
    }
};

QTEST_GUILESS_MAIN(Crash)
#include "crash.moc"
