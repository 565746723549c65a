// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions, threads, versions.
#include "server/db/database.h"

#include "app/mail/rights.h"
#include "server/db/activity.h"
#include "server/db/feed.h"
#include "server/db/mailboxes.h"
#include "server/db/rights.h"
#include "server/db/seed.h"
#include "server/db/services.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

class DatabaseTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    static db::Caller caller()
    {
        db::Caller caller;
        caller.person = 1;
        caller.organisation = 1;
        caller.now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        return caller;
    }

    static qint64 count(db::Database &database, const char *table)
    {
        auto rows =
            database.run(QStringLiteral("SELECT count(*) FROM %1").arg(QLatin1String(table)));
        return rows && rows->next() ? rows->number(0) : -1;
    }

private slots:
    void opensAgain()
    {
        {
            auto database = db::Database::open(path("again.db"));
            QVERIFY(database);
            QCOMPARE((*database)->version(), db::Database::newestVersion());
            QVERIFY(db::seed(**database, QStringLiteral("example.org"), QStringLiteral("Ana"),
                             QStringLiteral("ana@example.net")));
            // The same domain twice is refused, and nothing of it stays.
            const auto second = db::seed(**database, QStringLiteral("EXAMPLE.org"),
                                         QStringLiteral("Bo"), QStringLiteral("bo@example.net"));
            QVERIFY(!second);
            QCOMPARE(second.error().kind, Error::Kind::Conflict);
            QCOMPARE(count(**database, "person"), 1);
        }
        auto database = db::Database::open(path("again.db"));
        QVERIFY(database);
        QCOMPARE(count(**database, "service"), 1);
    }

    void theFutureIsRefused()
    {
        {
            auto database = db::Database::open(path("future.db"));
            QVERIFY(database);
            QVERIFY((*database)->run(QStringLiteral("INSERT INTO migration VALUES (999, 0)")));
        }
        const auto database = db::Database::open(path("future.db"));
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Error::Kind::Unsupported);
        QVERIFY(database.error().detail.contains(QStringLiteral("newer")));
    }

    void whatIsNoDatabase()
    {
        QFile file(path("letter.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto database = db::Database::open(path("letter.txt"));
        QVERIFY(!database);
        QCOMPARE(database.error().kind, Error::Kind::Storage);
        QVERIFY(!db::Database::open(path("no/such/folder.db")));
    }

    // A database of the first version, with an address in it.
    void comesFromTheFirstVersion()
    {
        QVERIFY(db::Database::open(path("any.db"))); // brings the migrations
        QFile first(QStringLiteral(":/db/sql/001.sql"));
        QVERIFY(first.open(QIODevice::ReadOnly));
        QString text;
        for (const QString &line : QString::fromUtf8(first.readAll()).split(u'\n'))
            if (!line.startsWith(u"--"))
                text.append(line).append(u'\n');
        text.replace(QStringLiteral("{id}"), QStringLiteral("INTEGER PRIMARY KEY AUTOINCREMENT"));
        text.append(QStringLiteral(
            "CREATE TABLE migration (number INTEGER PRIMARY KEY, applied_at BIGINT);"
            "INSERT INTO migration VALUES (1, 0);"
            "INSERT INTO organisation (name, created_at) VALUES ('Example', 0);"
            "INSERT INTO service (organisation_id, name, created_at, default_rights, updated_at) "
            "VALUES (1, 'Éxample', 0, 0, 0);"
            "INSERT INTO domain (service_id, ascii, for_people, is_main) "
            "VALUES (1, 'example.org', 'example.org', 1);"
            "INSERT INTO mailbox (service_id, name, search_text, created_at, has_spam_filter, "
            "has_ad_filter, size, full_name, note) "
            "VALUES (1, 'ana', 'ana', 0, 1, 0, 50, 'Ödön', 'ÇA')"));
        {
            QSqlDatabase old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
            old.setDatabaseName(path("first.db"));
            QVERIFY(old.open());
            for (const QString &statement : text.split(u';'))
                if (!statement.trimmed().isEmpty())
                    QVERIFY2(QSqlQuery(old).exec(statement), qPrintable(statement));
        }
        QSqlDatabase::removeDatabase(QLatin1String(QSqlDatabase::defaultConnection));

        auto database = db::Database::open(path("first.db"));
        QVERIFY(database);
        QCOMPARE((*database)->version(), db::Database::newestVersion());
        const auto ana = db::mailbox(**database, 1, QStringLiteral("ana"));
        QVERIFY(ana);
        QCOMPARE(ana->size, 50);
        QCOMPARE(ana->activity, 0);
        for (const auto &[word, field] : {std::pair{u"ÖD", db::MailboxFilter::SearchIn::FullName},
                                          {u"ça", db::MailboxFilter::SearchIn::Note}}) {
            db::MailboxFilter filter;
            filter.search = QString::fromUtf16(word);
            filter.searchIn = field;
            QCOMPARE(db::mailboxes(**database, 1, filter)->rows.size(), 1);
        }
        QCOMPARE(db::lastActivity(**database).value(), 0);
        db::ServiceFilter services;
        services.organisation = 1;
        services.search = QStringLiteral("éXA");
        QCOMPARE(db::services(**database, services)->rows.size(), 1);
        QVERIFY(db::noteSizes(**database, {{ana->address(), {100, 1}}}, caller().now));
        QCOMPARE(db::mailbox(**database, 1, QStringLiteral("ana"))->activity, 1);
    }

    void allOrNothing()
    {
        auto database = db::Database::open(path("whole.db"));
        QVERIFY(database);
        db::Database &tables = **database;
        QVERIFY(db::seed(tables, QStringLiteral("example.org"), QStringLiteral("Ana"),
                         QStringLiteral("ana@example.net")));
        const auto failed = tables.write([&]() -> Result<void> {
            if (auto done = db::createMailbox(tables, caller(), 1, {QStringLiteral("a"), {}, {}});
                !done)
                return done.error();
            // A part that fails leaves the others.
            if (auto again = db::createMailbox(tables, caller(), 1, {QStringLiteral("a"), {}, {}});
                again)
                return Error{};
            if (auto other = db::createMailbox(tables, caller(), 1, {QStringLiteral("b"), {}, {}});
                !other)
                return other.error();
            return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        });
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Cancelled);
        for (const char *table : {"mailbox", "change_feed", "audit"})
            QCOMPARE(count(tables, table), 0);

        const auto kept = tables.write([&]() -> Result<void> {
            (void)db::createMailbox(tables, caller(), 1, {QStringLiteral("a"), {}, {}});
            (void)db::createMailbox(tables, caller(), 1, {QStringLiteral("a"), {}, {}});
            (void)db::createMailbox(tables, caller(), 1, {QStringLiteral("b"), {}, {}});
            return {};
        });
        QVERIFY(kept);
        for (const char *table : {"mailbox", "change_feed", "audit"})
            QCOMPARE(count(tables, table), 2);
    }

    void twoThreadsWrite()
    {
        auto database = db::Database::open(path("threads.db"));
        QVERIFY(database);
        db::Database &tables = **database;
        QVERIFY(db::seed(tables, QStringLiteral("example.org"), QStringLiteral("Ana"),
                         QStringLiteral("ana@example.net")));
        constexpr int each = 60;
        std::atomic<int> failures = 0;
        std::atomic<int> reads = 0;
        const auto create = [&](const QString &prefix) {
            for (int i = 0; i < each; ++i) {
                const auto done =
                    db::createMailbox(tables, caller(), 1, {prefix + QString::number(i), {}, {}});
                if (!done)
                    ++failures;
                const auto page = db::mailboxes(tables, 1, {});
                // Counted before they were listed, while the other thread went on.
                if (!page || page->rows.size() < page->total)
                    ++failures;
                else
                    ++reads;
            }
        };
        std::thread one(create, QStringLiteral("one"));
        std::thread two(create, QStringLiteral("two"));
        one.join();
        two.join();
        QCOMPARE(reads.load(), 2 * each);
        QCOMPARE(failures.load(), 0);
        QCOMPARE(count(tables, "mailbox"), 2 * each);
        QCOMPARE(*db::lastSequence(tables), 2 * each);
    }

    void rightsAndBits()
    {
        QCOMPARE(db::maskFrom(mail::Rights::all()), 0xfff);
        QCOMPARE(db::maskFrom(mail::Rights::none()), 0);
        QCOMPARE(db::rightsFrom(0xfff), mail::Rights::all());
        for (mail::Right right : mail::allRights()) {
            mail::Rights one = mail::Rights::none();
            one.set(right, true);
            QCOMPARE(db::rightsFrom(db::maskFrom(one)), one);
        }
        QCOMPARE(db::sendMask(), 1); // in files that exist
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database.moc"
