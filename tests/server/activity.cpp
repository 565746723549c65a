// SPDX-License-Identifier: GPL-3.0-or-later
// What moves by itself: sizes are counted when mail came or went, last logins are noted, and
// clients are told of both without a change having been made.
#include "server/db/activity.h"
#include "server/db/feed.h"
#include "server/db/mailboxes.h"
#include "tests/support/servedapi.h"

#include <QTest>

class Activity : public QObject
{
    Q_OBJECT

    static QJsonObject activity(ServedApi &api, qint64 since, int limit = 100)
    {
        return api
            .get("/1/mail_hostings/1/changes?since=0&activity=" + QByteArray::number(since) +
                 "&limit=" + QByteArray::number(limit))
            .object()
            .value(u"activity")
            .toObject();
    }
    static QStringList names(const QJsonObject &activity)
    {
        QStringList list;
        for (const QJsonValue mailbox : activity.value(u"mailboxes").toArray())
            list.append(mailbox[u"mailbox_name"].toString());
        return list;
    }
    static qint64 last(const QJsonObject &activity) { return activity.value(u"last").toInteger(); }
    static QString at(const char *name) { return QLatin1String(name) + u"@example.org"_qs; }
    static bool sized(ServedApi &api, const char *name, qint64 size)
    {
        return bool(db::noteSizes(api.daemon.database(), {{at(name), {size, 1}}}, api.clock.now()));
    }
    static qint64 sizeOf(ServedApi &api, const char *name)
    {
        return db::mailbox(api.daemon.database(), 1, QLatin1String(name))->size.value_or(-1);
    }

private slots:
    void whatMovedIsTold()
    {
        ServedApi api;
        for (const char *name : {"ana", "bea", "cy"})
            api.post(boxes(), QByteArray("{\"mailbox_name\":\"") + name + "\"}");
        api.post(boxes("/cy/accesses/webmail"), R"({"user_id":2})");
        const qint64 device = api.post(boxes("/cy/accesses/devices"), R"({"protocols":"imap"})")
                                  .object()
                                  .value(u"id")
                                  .toInteger();
        QCOMPARE(activity(api, 0),
                 (QJsonObject{
                     {u"mailboxes"_qs, QJsonArray()}, {u"last"_qs, 0}, {u"complete"_qs, true}}));
        const qint64 changes = *db::lastSequence(api.daemon.database());
        const qint64 version = db::mailbox(api.daemon.database(), 1, u"bea"_qs)->version;

        QVERIFY(sized(api, "bea", 500));
        QVERIFY(sized(api, "ana", 700));
        const QDateTime login = api.clock.now().addSecs(-30);
        QVERIFY(db::noteLogins(api.daemon.database(), {{device, at("cy"), u"imap"_qs, login}}));
        QJsonObject told = activity(api, 0);
        QCOMPARE(names(told), (QStringList{u"bea"_qs, u"ana"_qs, u"cy"_qs}));
        QCOMPARE(told.value(u"complete").toBool(), true);
        QCOMPARE(told.value(u"mailboxes")[0][u"size"].toInteger(), 500);
        QCOMPARE(told.value(u"mailboxes")[0][u"size_checked_at"].toInteger(),
                 api.clock.now().toSecsSinceEpoch());
        QCOMPARE(told.value(u"mailboxes")[2][u"imap_last_login_at"].toInteger(),
                 login.toSecsSinceEpoch());
        QCOMPARE(told.value(u"mailboxes")[2][u"users"].toArray().size(),
                 1); // whole, as in the feed

        // Only what moved since; what stays as it was does not move.
        const qint64 since = last(told);
        QCOMPARE(names(activity(api, since)), QStringList());
        QVERIFY(sized(api, "bea", 500));
        QVERIFY(db::noteLogins(api.daemon.database(), {{device, at("cy"), u"imap"_qs, login}}));
        QCOMPARE(names(activity(api, since)), QStringList());
        QCOMPARE(last(activity(api, since)), since);
        QVERIFY(sized(api, "bea", 600));
        QCOMPARE(names(activity(api, since)), QStringList{u"bea"_qs});
        QVERIFY(db::noteLogins(api.daemon.database(),
                               {{device, at("cy"), u"smtp"_qs, login.addSecs(5)}}));
        QCOMPARE(names(activity(api, since)), QStringList{u"bea"_qs}); // no login to the mailbox

        // No change: not in the feed, not in the audit, no new version.
        QCOMPARE(*db::lastSequence(api.daemon.database()), changes);
        QCOMPARE(db::mailbox(api.daemon.database(), 1, u"bea"_qs)->version, version);
        QCOMPARE(api.misfits, QStringList());
    }

    void inPortions()
    {
        ServedApi api;
        for (int i = 0; i < 5; ++i) {
            const QByteArray name = "m" + QByteArray::number(i);
            api.post(boxes(), "{\"mailbox_name\":\"" + name + "\"}");
            QVERIFY(sized(api, name.constData(), 100 + i));
        }
        QStringList all;
        qint64 since = 0;
        for (int portion = 0; portion < 10; ++portion) {
            const QJsonObject told = activity(api, since, 2);
            QVERIFY(names(told).size() <= 2);
            all += names(told);
            since = last(told);
            if (told.value(u"complete").toBool())
                break;
        }
        QCOMPARE(all, (QStringList{u"m0"_qs, u"m1"_qs, u"m2"_qs, u"m3"_qs, u"m4"_qs}));
        QCOMPARE(since, 5);
    }

    void numbers()
    {
        ServedApi api;
        for (const char *name : {"ana", "bea"}) {
            api.post(boxes(), QByteArray("{\"mailbox_name\":\"") + name + "\"}");
            QVERIFY(sized(api, name, 100));
        }
        const auto ask = [&](const QByteArray &rest) {
            return api.get("/1/mail_hostings/1/changes" + rest);
        };
        // A client that does not ask is not told; one that begins asks from beyond the end.
        QVERIFY(!ask("?since=0").object().contains(u"activity"));
        const QJsonObject end = ask("?since=9007199254740991&activity=9007199254740991").object();
        QVERIFY(end.value(u"reset").toBool());
        QCOMPARE(names(end.value(u"activity").toObject()), QStringList());
        QCOMPARE(last(end.value(u"activity").toObject()), 2);
        QCOMPARE(ask("?activity=-1").attributes(), QStringList{u"activity"_qs});
        // A number is not given again when the mailbox that had it is gone.
        api.remove(boxes("/bea"));
        QVERIFY(sized(api, "ana", 200));
        QCOMPARE(names(activity(api, 2)), QStringList{u"ana"_qs});
        QCOMPARE(last(activity(api, 2)), 3);
        QVERIFY(sized(api, "bea", 200)); // gone meanwhile
        QCOMPARE(last(activity(api, 3)), 3);
        // Another service's are not told here.
        const qint64 other = api.foreignService();
        db::Caller caller;
        caller.person = 1;
        caller.organisation = 1;
        caller.now = api.clock.now();
        QVERIFY(db::createMailbox(api.daemon.database(), caller, other, {u"zoe"_qs, {}, {}}));
        QVERIFY(db::noteSizes(api.daemon.database(), {{u"zoe@other.example"_qs, {5, 1}}},
                              api.clock.now()));
        QCOMPARE(names(activity(api, 3)), QStringList());
        QCOMPARE(api.misfits, QStringList());
    }

    void whereMailCameIsCounted()
    {
        ServedApi api;
        for (const char *name : {"ana", "bea", "cy"})
            api.post(boxes(), QByteArray("{\"mailbox_name\":\"") + name + "\"}");
        api.daemon.recount().start();
        api.host.reportActivity(at("ana"), 9000);
        QTRY_COMPARE(sizeOf(api, "ana"), 9000);
        QCOMPARE(names(activity(api, 0)), QStringList{u"ana"_qs});
        api.host.reportActivity(at("ana"), 10000); // and again
        QTRY_COMPARE(sizeOf(api, "ana"), 10000);
        QCOMPARE(sizeOf(api, "bea"), -1); // nobody wrote to her
    }

    // Mail for one address in a flood costs a count now and then, for many one count of all.
    void manyAtOnceAndEachOnlySoOften()
    {
        ServedApi api;
        for (const char *name : {"ana", "bea", "cy"})
            api.post(boxes(), QByteArray("{\"mailbox_name\":\"") + name + "\"}");
        Pace pace = ServedApi::hurried();
        pace.sizes = std::chrono::milliseconds(300);
        pace.again = std::chrono::hours(1);
        {
            Recount recount(api.daemon.database(), api.host, pace);
            recount.start();
            for (const char *name : {"ana", "bea", "cy"})
                for (int i = 0; i < 50; ++i)
                    api.host.reportActivity(at(name), 1000 + i);
            QTRY_COMPARE(sizeOf(api, "cy"), 1049);
            QCOMPARE(api.host.counts().size(), 1);
            QCOMPARE(api.host.counts().first().size(), 3);
            // Too soon for another count of hers; bea's turn is not kept up by that.
            api.host.reportActivity(at("ana"), 5000);
            api.host.reportActivity(at("dee"), 10); // not one of ours
            QTRY_COMPARE(api.host.counts().size(), 2);
            QCOMPARE(api.host.counts().last(), QStringList{at("dee")});
            QCOMPARE(sizeOf(api, "ana"), 1049);
        }
        // What was left when it stopped is counted when it begins again.
        QCOMPARE(sizeOf(api, "ana"), 1049);
        Recount again(api.daemon.database(), api.host, pace);
        again.start();
        QTRY_COMPARE(sizeOf(api, "ana"), 5000);
        QCOMPARE(api.host.counts().last(), QStringList{at("ana")});
        again.stop();
        QCOMPARE(db::takeMiscounted(api.daemon.database()).value(), QStringList());
    }

    void aCountThatFailsIsTriedAgain()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.daemon.recount().start();
        api.host.failWith(Error{Error::Kind::Internal, QStringLiteral("no answer"), {}, {}, 0});
        api.host.reportActivity(at("ana"), 9000);
        QTRY_VERIFY(api.host.counts().size() >= 2);
        QCOMPARE(sizeOf(api, "ana"), -1);
        api.host.failWith({});
        QTRY_COMPARE(sizeOf(api, "ana"), 9000);
    }
};

QTEST_GUILESS_MAIN(Activity)
#include "activity.moc"
