// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox from its creation to its end, as a client sees it.
#include "tests/support/servedapi.h"

#include <QTest>

class Mailboxes : public QObject
{
    Q_OBJECT

private slots:
    void liveAndGo()
    {
        ServedApi api;
        const Reply made = api.post(boxes(), R"({"mailbox_name":"Ana.Maria","note":"Front desk"})");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object().value(u"mailbox").toString(),
                 QStringLiteral("ana.maria@example.org"));
        QCOMPARE(made.header("ETag"), QByteArray("\"1\""));

        Reply read = api.get(boxes("/ana.maria"));
        QCOMPARE(read.status, 200);
        QCOMPARE(read.object().value(u"note").toString(), QStringLiteral("Front desk"));
        QCOMPARE(read.object().value(u"version").toInt(), 1);
        QVERIFY(read.object().value(u"users").toArray().isEmpty());
        QVERIFY(!read.object().contains(u"count_devices"));

        const Reply changed = api.patch(boxes("/ana.maria"), R"({"note":null})", "\"1\"");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.header("ETag"), QByteArray("\"2\""));
        read = api.get(boxes("/ANA.maria"));
        QVERIFY(read.object().value(u"note").isNull());

        const Reply stale = api.patch(boxes("/ana.maria"), R"({"note":"late"})", "\"1\"");
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.code(), QStringLiteral("conflict"));
        QCOMPARE(api.remove(boxes("/ana.maria"), "\"1\"").status, 409);
        QVERIFY(api.get(boxes("/ana.maria")).object().value(u"note").isNull());
        QCOMPARE(api.patch(boxes("/ana.maria"), R"({"note":"x"})", "yesterday").attributes(),
                 QStringList{QStringLiteral("If-Match")});

        QCOMPARE(api.remove(boxes("/ana.maria"), "\"2\"").status, 200);
        QCOMPARE(api.get(boxes("/ana.maria")).status, 404);
        QCOMPARE(api.remove(boxes("/ana.maria")).code(), QStringLiteral("object_not_found"));
        QCOMPARE(api.misfits, QStringList());
    }

    void namesAreTakenOnce()
    {
        ServedApi api;
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"info"})").status, 201);
        const Reply again = api.post(boxes(), R"({"mailbox_name":"INFO"})");
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), QStringLiteral("mailbox_already_exists"));
        QCOMPARE(api.remove(boxes("/info")).status, 200);
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"info"})").status, 201);
    }

    void aNameWaitsForTheMailOfTheLastOne()
    {
        ServedApi api;
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"info"})").status, 201);
        api.host.failRemovalWith(Error{Error::Kind::Storage, QStringLiteral("disk"), {}, {}, 0});
        QCOMPARE(api.remove(boxes("/info")).code(), QStringLiteral("saved_not_in_effect"));
        QCOMPARE(api.get(boxes("/info")).status, 404);
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"info"})").code(),
                 QStringLiteral("mailbox_removal_in_progress"));
        api.host.failRemovalWith({});
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"other"})").status, 201);
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"info"})").status, 201);
    }

    void faultsNameTheirField_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *name, const QByteArray &body, const char *field,
                            const char *rule) {
            QTest::newRow(name) << body << QString::fromLatin1(field)
                                << QStringLiteral("validation_rule_") + QLatin1String(rule);
        };
        row("no name", "{}", "mailbox_name", "required");
        row("a number", R"({"mailbox_name":5})", "mailbox_name", "string");
        row("null", R"({"mailbox_name":null})", "mailbox_name", "string");
        row("a blank", R"({"mailbox_name":"a b"})", "mailbox_name", "format");
        row("an at sign", R"({"mailbox_name":"a@b"})", "mailbox_name", "format");
        row("nothing", R"({"mailbox_name":""})", "mailbox_name", "format");
        row("too long", "{\"mailbox_name\":\"" + QByteArray(65, 'a') + "\"}", "mailbox_name",
            "max");
        row("long note", "{\"mailbox_name\":\"a\",\"note\":\"" + QByteArray(81, 'n') + "\"}",
            "note", "max");
        row("odd target", R"({"mailbox_name":"a","target":"everyone"})", "target", "in");
        row("odd flag", R"({"mailbox_name":"a","link_to_current_user":"yes"})",
            "link_to_current_user", "boolean");
        row("unknown field", R"({"mailbox_name":"a","colour":"red"})", "colour", "unknown");
        row("a control character", R"({"mailbox_name":"a","note":"x\u0000y"})", "note", "format");
        row("a list", "[]", "body", "object");
    }
    void faultsNameTheirField()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        QFETCH(QString, rule);
        ServedApi api;
        const Reply reply = api.post(boxes(), body);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.code(), QStringLiteral("validation_failed"));
        QCOMPARE(reply.attributes(), QStringList{field});
        QCOMPARE(reply.error().value(u"errors")[0][u"code"].toString(), rule);
        QCOMPARE(api.misfits, QStringList());
        QVERIFY(api.get(boxes()).list().isEmpty());
    }

    void brokenJsonIsRefused()
    {
        ServedApi api;
        for (const char *body : {"", "{", "{\"mailbox_name\":}", "nonsense", "\"text\""}) {
            const Reply reply = api.post(boxes(), body);
            QCOMPARE(reply.status, 422);
            QCOMPARE(reply.attributes(), QStringList{QStringLiteral("body")});
        }
        QCOMPARE(api.misfits, QStringList());
    }

    void severalFaultsAtOnce()
    {
        ServedApi api;
        const Reply reply = api.post(boxes(), R"({"note":1,"target":2,"x":3})");
        QCOMPARE(reply.status, 422);
        QStringList fields = reply.attributes();
        fields.sort();
        QCOMPARE(fields, (QStringList{QStringLiteral("mailbox_name"), QStringLiteral("note"),
                                      QStringLiteral("target"), QStringLiteral("x")}));
    }

    void whoGetsIt()
    {
        ServedApi api;
        const auto users = [&](const QByteArray &name) {
            QList<int> ids;
            for (const QJsonValue user :
                 api.get(boxes('/' + name)).object().value(u"users").toArray())
                ids.append(user[u"id"].toInt());
            return ids;
        };
        api.post(boxes(), R"({"mailbox_name":"later"})");
        api.post(boxes(), R"({"mailbox_name":"mine","target":"current_user"})");
        api.post(boxes(), R"({"mailbox_name":"linked","link_to_current_user":true})");
        api.post(boxes(), R"({"mailbox_name":"all","target":"ksuite_user"})");
        api.post(boxes(), R"({"mailbox_name":"others","target":"other_user"})");
        QCOMPARE(users("later"), QList<int>());
        QCOMPARE(users("mine"), QList<int>{1});
        QCOMPARE(users("linked"), QList<int>{1});
        QCOMPARE(users("all"), (QList<int>{1, 2, 3}));
        QCOMPARE(users("others"), QList<int>());
        QCOMPARE(api.misfits, QStringList());
    }

    // Taken in silence, it would be a password with which nobody can log in.
    void passwordOfItsOwn()
    {
        ServedApi api;
        const Reply refused = api.post(boxes(), R"({"mailbox_name":"ana","password":"x"})");
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.attributes(), QStringList{QStringLiteral("password")});
        QCOMPARE(api.get(boxes("/ana")).status, 404); // nothing was made
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"ana"})").status, 201);
        QCOMPARE(api.misfits, QStringList());
    }

    void quotaOfAddresses()
    {
        ServedApi api;
        QVERIFY(api.daemon.database().run(
            QStringLiteral("UPDATE service SET address_quota = 2 WHERE id = 1")));
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"a"})").status, 201);
        const Reply second = api.post(boxes(), R"({"mailbox_name":"b"})");
        QCOMPARE(second.object().value(u"quota").toInt(), 2);
        QCOMPARE(second.object().value(u"used").toInt(), 2);
        const Reply third = api.post(boxes(), R"({"mailbox_name":"c"})");
        QCOMPARE(third.status, 403);
        QCOMPARE(third.code(), QStringLiteral("mailboxes_quota_reached"));
        QCOMPARE(api.get("/1/mail_hostings/1?with=quota").object().value(u"quota").toInt(), 2);
    }

    void expansion()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        const QJsonObject full =
            api.get(boxes(
                        "/ana?with=users,size,size_refresh,count_users,count_devices,has_move_spam,"
                        "has_mail_filtering,authorized_senders,blocked_senders,aliases,"
                        "full_aliases,redirection,auto_responder,has_auto_responder,created_at,"
                        "permissions,access_rights,last_login,full_name,invitations,teams,"
                        "is_removable,unheard_of&unit=kB"))
                .object();
        QCOMPARE(full.value(u"size").toInt(), 4); // 4096 bytes in kB
        QCOMPARE(full.value(u"count_users").toInt(), 1);
        QCOMPARE(full.value(u"has_move_spam").toBool(), true);
        QVERIFY(full.value(u"users")[0][u"permissions"][u"can_send_emails"].toBool());
        QVERIFY(!full.contains(u"imap_last_login_at"));
        QCOMPARE(full.value(u"permissions")[u"is_linked_to_user"].toString(), QStringLiteral("1"));
        QCOMPARE(api.get(boxes("/ana?unit=pounds")).attributes(),
                 QStringList{QStringLiteral("unit")});
        QCOMPARE(api.misfits, QStringList());
    }

    void settings()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        QCOMPARE(api.patch(boxes("/ana"),
                           R"({"has_move_spam":false,"has_mail_filtering":true,"full_name":"Ana",
                               "authorized_senders":["a@b.example"],"blocked_senders":[]})")
                     .status,
                 200);
        const QJsonObject now =
            api.get(boxes("/ana?with=has_move_spam,has_mail_filtering,authorized_senders,"
                          "blocked_senders,full_name"))
                .object();
        QCOMPARE(now.value(u"has_move_spam").toBool(), false);
        QCOMPARE(now.value(u"has_mail_filtering").toBool(), true);
        QCOMPARE(now.value(u"authorized_senders")[0][u"email"].toString(),
                 QStringLiteral("a@b.example"));
        QCOMPARE(now.value(u"full_name").toString(), QStringLiteral("Ana"));
        // What has no effect here is refused, not swallowed.
        QCOMPARE(api.patch(boxes("/ana"), R"({"password":"x"})").attributes(),
                 QStringList{QStringLiteral("password")});
        QCOMPARE(api.patch(boxes("/ana"), R"({"has_responder":true})").status, 501);
        QCOMPARE(api.patch(boxes("/ana"), R"({"has_move_spam":"no"})").attributes(),
                 QStringList{QStringLiteral("has_move_spam")});
        QCOMPARE(
            api.patch(boxes("/ana"), R"({"authorized_senders":["a@b.example",5]})").attributes(),
            QStringList{QStringLiteral("authorized_senders.1")});
        QCOMPARE(api.misfits, QStringList());
    }

    void aLoginIsLimited()
    {
        ServedApi api;
        QVERIFY(db::createPerson(
            api.daemon.database(), 1,
            {0, QStringLiteral("Di"), {}, QStringLiteral("di@example.org"), mail::Role::Normal},
            api.clock.now()));
        const Reply made = api.post(boxes(), R"({"mailbox_name":"di"})");
        QCOMPARE(made.object().value(u"existing_user_email").toBool(), true);
        QCOMPARE(api.get(boxes("/di")).object().value(u"is_limited").toBool(), true);
    }

    void strangeNamesInPaths()
    {
        ServedApi api;
        for (const char *name :
             {"/a%2Fb", "/%00", "/%zz", "/%ff", "/..", "/ana%40example.org", "/'--"})
            QCOMPARE(api.get(boxes(name)).status, 404);
        QCOMPARE(api.misfits, QStringList());
    }
};

QTEST_GUILESS_MAIN(Mailboxes)
#include "mailboxes.moc"
