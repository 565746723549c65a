// SPDX-License-Identifier: GPL-3.0-or-later
// Who may ask for what: tokens, scopes, services of others, throttling.
#include "server/api/throttle.h"
#include "tests/support/servedapi.h"

#include <QTest>

class Tokens : public QObject
{
    Q_OBJECT

private slots:
    void withoutAndWithAWrongOne()
    {
        ServedApi api;
        const QByteArray good = api.token;
        api.token.clear();
        Reply reply = api.get("/2/profile");
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.code(), u"not_authorized"_qs);
        QCOMPARE(reply.header("WWW-Authenticate"), QByteArray("Bearer"));
        api.token = good.chopped(1);
        QCOMPARE(api.get("/2/profile").status, 401);
        api.token = good;
        QCOMPARE(api.get("/2/profile").object().value(u"email").toString(), u"ana@example.net"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    // As the command does it: made, listed, revoked, and all of it in the audit.
    void issuedAndRevoked()
    {
        ServedApi api;
        const QByteArray owners = api.token;
        db::Caller caller;
        caller.name = u"mailwrightd token (root)"_qs;
        caller.now = api.clock.now();
        const auto made =
            db::issueToken(api.daemon.database(), caller,
                           {3, u"Backup"_qs, db::Scope::Read, {}, api.clock.now().addDays(1)});
        QVERIFY(made);
        const auto all = db::tokens(api.daemon.database());
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->last().id, made->id);
        QCOMPARE(all->last().name, u"Backup"_qs);
        QCOMPARE(all->last().user, u"cy@example.net"_qs);
        QVERIFY(all->last().expiresAt == api.clock.now().addDays(1));
        api.token = made->secret.reveal();
        QCOMPARE(api.get(boxes()).status, 200);
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"a"})").status, 403);
        QVERIFY(db::revokeToken(api.daemon.database(), caller, made->id));
        QCOMPARE(api.get(boxes()).status, 401);
        QCOMPARE(db::revokeToken(api.daemon.database(), caller, made->id).error().kind,
                 Error::Kind::NotFound);
        api.token = owners;
        const Reply audit = api.get(hosting + QByteArray("/audit"));
        QCOMPARE(audit.list().size(), 2);
        for (const QJsonValue row : audit.list()) {
            QCOMPARE(row[u"object"][u"kind"].toString(), u"token"_qs);
            QCOMPARE(row[u"user"][u"display_name"].toString(), caller.name);
        }
        QCOMPARE(audit.list()[1][u"after"][u"scope"].toString(), u"read"_qs);
        QVERIFY(!QJsonDocument(audit.json).toJson().contains(made->secret.reveal()));
        QCOMPARE(api.get(hosting + QByteArray("/changes?since=0")).status, 200);
        QCOMPARE(api.misfits, QStringList());
    }

    void manyWrongOnesAreThrottled()
    {
        ServedApi api;
        const QByteArray good = api.token;
        for (int i = 0; i < api::FailureThrottle::allowed; ++i) {
            api.token = "wrong" + QByteArray::number(i);
            QCOMPARE(api.get("/2/profile").status, 401);
        }
        const Reply limited = api.get("/2/profile");
        QCOMPARE(limited.status, 429);
        QVERIFY(limited.header("Retry-After").toInt() > 0);
        QVERIFY(limited.header("Retry-After").toInt() <= api::FailureThrottle::seconds);
        // A good token is not affected, another address neither.
        api.token = good;
        QCOMPARE(api.get("/2/profile").status, 200);
        api.token = "wrong";
        api.peer = "10.0.0.9";
        QCOMPARE(api.get("/2/profile").status, 401);
        api.peer = "127.0.0.1";
        QCOMPARE(api.get("/2/profile").status, 429);
        api.clock.pass(api::FailureThrottle::seconds);
        QCOMPARE(api.get("/2/profile").status, 401);
        QCOMPARE(api.misfits, QStringList());
    }

    void expiry()
    {
        ServedApi api;
        api.useToken(1, db::Scope::Read, {}, api.clock.now().addSecs(60));
        QCOMPARE(api.get("/2/profile").status, 200);
        api.clock.pass(59);
        QCOMPARE(api.get("/2/profile").status, 200);
        api.clock.pass(1);
        QCOMPARE(api.get("/2/profile").status, 401);
    }

    void revocation()
    {
        ServedApi api;
        api.useToken(1, db::Scope::Read);
        QCOMPARE(api.get("/2/profile").status, 200);
        const auto row = db::tokenByDigest(api.daemon.database(), db::digest(api.token));
        QVERIFY(row);
        QVERIFY(db::removeToken(api.daemon.database(), row->caller.token));
        api.clock.pass(api::Router::tokenMemory);
        QCOMPARE(api.get("/2/profile").status, 401);
    }

    void scopes()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.useToken(1, db::Scope::Read);
        QCOMPARE(api.get(boxes("/ana")).status, 200);
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"bea"})").status, 403);
        QCOMPARE(api.patch(boxes("/ana"), R"({"note":"x"})").code(), u"access_denied"_qs);
        QCOMPARE(api.remove(boxes("/ana")).status, 403);
        QCOMPARE(api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap"})").status, 403);
        api.useToken(1, db::Scope::Write);
        QCOMPARE(api.patch(boxes("/ana"), R"({"note":"x"})").status, 200);
        QCOMPARE(
            api.patch("/1/mail_hostings/1/preferences", R"({"spam_filter_enabled":true})").status,
            403);
        QCOMPARE(api.misfits, QStringList());
    }

    void foreignServicesAreNotThere()
    {
        ServedApi api;
        const qint64 foreign = api.foreignService();
        api.clock.pass(5);
        const QByteArray other = "/1/mail_hostings/" + QByteArray::number(foreign);
        for (const QByteArray &path :
             {other, other + "/mailboxes", other + "/mailboxes/x", other + "/preferences",
              other + "/changes", other + "/audit", other + "/capabilities"}) {
            const Reply reply = api.get(path);
            QCOMPARE(reply.status, 404);
            QCOMPARE(reply.code(), u"object_not_found"_qs);
        }
        QCOMPARE(api.post(other + "/mailboxes", R"({"mailbox_name":"x"})").status, 404);
        QCOMPARE(api.get("/1/accounts/2").status, 404);
        QCOMPARE(api.get("/2/accounts/2/users").status, 404);
        QCOMPARE(api.get("/1/mail_hostings?account_id=2").status, 404);
        QCOMPARE(api.get("/1/mail_hostings/99999").status, 404);
        QCOMPARE(api.get("/1/mail_hostings/0").status, 404);
        QCOMPARE(api.misfits, QStringList());
    }

    void aTokenForOneService()
    {
        ServedApi api;
        db::NewService wish;
        wish.organisation = 1;
        wish.name = u"Second"_qs;
        wish.domain = u"second.example"_qs;
        const auto second = db::createService(api.daemon.database(), wish, api.clock.now());
        QVERIFY(second);
        api.useToken(1, db::Scope::Admin, {*second});
        QCOMPARE(api.get(boxes()).status, 403);
        QCOMPARE(api.get("/1/mail_hostings/" + QByteArray::number(*second)).status, 200);
        QCOMPARE(api.get("/1/mail_hostings?account_id=1").list().size(), 1);
    }

    void plainUsersSeeOnlyThemselves()
    {
        ServedApi api;
        api.useToken(2, db::Scope::Admin);
        QCOMPARE(api.get("/2/profile").object().value(u"id").toInt(), 2);
        QCOMPARE(api.get("/1/accounts").list().size(), 1);
        QCOMPARE(api.get(boxes()).status, 403);
        QCOMPARE(api.get("/2/accounts/1/users").status, 403);
        api.useToken(3, db::Scope::Admin);
        QCOMPARE(api.get(boxes()).status, 200);
    }

    // Two tokens with different rights never get each other's answer.
    void rememberedAnswersAreOnesOwn()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray path = boxes("/ana?with=access_rights");
        QCOMPARE(api.get(path).object().value(u"access_rights")[u"can_create_device"].toBool(),
                 true);
        const QByteArray admin = api.token;
        api.useToken(1, db::Scope::Read);
        QCOMPARE(api.get(path).object().value(u"access_rights")[u"can_create_device"].toBool(),
                 false);
        api.useToken(2, db::Scope::Admin);
        QCOMPARE(api.get(path).status, 403);
        api.token = admin;
        api.patch(boxes("/ana"), R"({"note":"new"})");
        QCOMPARE(api.get(path).object().value(u"note").toString(), u"new"_qs);
    }
};

QTEST_GUILESS_MAIN(Tokens)
#include "tokens.moc"
