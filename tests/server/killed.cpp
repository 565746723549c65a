// SPDX-License-Identifier: GPL-3.0-or-later
// A rotation of DKIM keys whose daemon is killed at every single moment ends well all the same.
#include "server/daemon.h"
#include "server/db/dkimkeys.h"
#include "server/db/jobs.h"
#include "server/db/seed.h"
#include "server/db/zones.h"
#include "server/work/rotation.h"
#include "tests/support/recordinghost.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class Killed : public QObject
{
    Q_OBJECT

    // False: it was killed.
    static bool rotator(const QString &directory, int moment, QByteArray &said)
    {
        QProcess process;
        process.start(QStringLiteral(ROTATOR), {directory, QString::number(moment)});
        if (!process.waitForFinished(20000))
            return false;
        said = process.readAllStandardOutput().trimmed();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }
    static db::Caller ana()
    {
        db::Caller caller;
        caller.person = 1;
        caller.name = QStringLiteral("Ana");
        caller.now = QDateTime::currentDateTimeUtc();
        return caller;
    }
    // A domain whose zone is ours and whose key "old" signs, and a rotation that is due.
    static void prepare(const QString &directory)
    {
        auto opened = db::Database::open(directory + QStringLiteral("/main.db"));
        QVERIFY(opened);
        db::Database &database = **opened;
        QVERIFY(db::seed(database, QStringLiteral("example.org"), QStringLiteral("Ana"),
                         QStringLiteral("ana@example.net")));
        QVERIFY(db::createZone(
            database, ana(), 1,
            {QStringLiteral("example.org"), {}, {QStringLiteral("ns1.example.org")}}));
        const auto key = db::addDkimKey(database, ana(), 1,
                                        {QStringLiteral("example.org"), QStringLiteral("old"),
                                         mail::DkimAlgorithm::Rsa, 2048,
                                         QStringLiteral("v=DKIM1; k=rsa; p=b2xk")});
        QVERIFY(key);
        QVERIFY(db::setDkimState(database, ana(), 1, key->key.id, mail::DkimState::Signing, {}, 0));
        QVERIFY(db::addJob(database, ana(),
                           {1,
                            QLatin1String(hostwork::rotation),
                            QStringLiteral("example.org"),
                            QStringLiteral("publish"),
                            4,
                            {{QStringLiteral("overlap"), 0}}}));
        QDir().mkpath(directory + QStringLiteral("/dkim"));
        QFile secret(directory + QStringLiteral("/dkim/old.pem"));
        QVERIFY(secret.open(QIODevice::WriteOnly));
    }
    static QStringList published(db::Database &database)
    {
        QStringList list;
        const auto page = db::records(database, QStringLiteral("example.org"), {});
        if (page)
            for (const db::RecordRow &row : page->rows)
                if (row.record.source.endsWith(u"._domainkey"))
                    list.append(row.record.source.section(u'.', 0, 0));
        return list;
    }
    static QStringList table(const QString &directory)
    {
        QFile file(directory + QStringLiteral("/dkim/table"));
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromLatin1(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                   : QStringList{QStringLiteral("old")}; // as it was before
    }

private slots:
    void atEveryMoment()
    {
        int moment = 1;
        for (bool wasKilled = true; wasKilled; ++moment) {
            QVERIFY(moment < 400);
            QTemporaryDir directory;
            prepare(directory.path());
            if (QTest::currentTestFailed())
                return;
            QByteArray said;
            wasKilled = !rotator(directory.path(), moment, said);
            {
                // At this moment: one signs, and what signs is published and has its private half.
                auto database = db::Database::open(directory.filePath(QStringLiteral("main.db")));
                QVERIFY(database);
                const QStringList signs = table(directory.path());
                QCOMPARE(signs.size(), 1);
                QVERIFY(published(**database).contains(signs.constFirst()));
                QVERIFY(QFile::exists(
                    directory.filePath(QStringLiteral("dkim/%1.pem").arg(signs.constFirst()))));
            }
            QVERIFY(rotator(directory.path(), 0, said));
            QCOMPARE(said, QByteArray("over"));

            auto opened = db::Database::open(directory.filePath(QStringLiteral("main.db")));
            QVERIFY(opened);
            const auto job = db::job(**opened, 1, 1);
            QVERIFY(job);
            QVERIFY2(job->job.state == mail::HostJobState::Done,
                     qPrintable(job->job.note.value_or(QString())));
            const auto keys = db::dkimKeysOf(**opened, QStringLiteral("example.org"));
            QVERIFY(keys);
            QCOMPARE(keys->size(), 2);
            QVERIFY(keys->at(0).state == mail::DkimState::Retired);
            QVERIFY(keys->at(1).state == mail::DkimState::Signing);
            QCOMPARE(published(**opened), QStringList{keys->at(1).selector});
            QCOMPARE(table(directory.path()), QStringList{keys->at(1).selector});
            // Neither the old private half nor one that belongs to nobody.
            QCOMPARE(QDir(directory.filePath(QStringLiteral("dkim"))).entryList(QDir::Files),
                     (QStringList{keys->at(1).selector + QStringLiteral(".pem"),
                                  QStringLiteral("table")}));
        }
        qInfo("killed at %d moments", moment - 2);
        QVERIFY(moment > 20);
    }
};

QTEST_GUILESS_MAIN(Killed)
#include "killed.moc"
