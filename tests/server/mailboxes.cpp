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
        const QByteArray first = made.header("ETag");

        Reply read = api.get(boxes("/ana.maria"));
        QCOMPARE(read.status, 200);
        QCOMPARE(read.object().value(u"note").toString(), QStringLiteral("Front desk"));
        QCOMPARE('"' + QByteArray::number(read.object().value(u"version").toInt()) + '"', first);
        QVERIFY(read.object().value(u"users").toArray().isEmpty());
        QVERIFY(!read.object().contains(u"count_devices"));

        const Reply changed = api.patch(boxes("/ana.maria"), R"({"note":null})", first);
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.header("ETag") != first);
        read = api.get(boxes("/ANA.maria"));
        QVERIFY(read.object().value(u"note").isNull());

        const Reply stale = api.patch(boxes("/ana.maria"), R"({"note":"late"})", first);
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.code(), QStringLiteral("conflict"));
        QCOMPARE(api.remove(boxes("/ana.maria"), first).status, 409);
        QVERIFY(api.get(boxes("/ana.maria")).object().value(u"note").isNull());
        QCOMPARE(api.patch(boxes("/ana.maria"), R"({"note":"x"})", "yesterday").attributes(),
                 QStringList{QStringLiteral("If-Match")});

        QCOMPARE(api.remove(boxes("/ana.maria"), changed.header("ETag")).status, 200);
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

    void targetAndLinkMustNotContradict()
    {
        for (const auto &[link, target, users] : {std::tuple{"true", "current_user", 1},
                                                  {"true", "ksuite_user", 3},
                                                  {"true", "other_user", -1},
                                                  {"false", "current_user", -1},
                                                  {"false", "ksuite_user", -1},
                                                  {"false", "other_user", 0},
                                                  {"false", nullptr, 0}}) {
            ServedApi api;
            const Reply reply = api.post(
                boxes(), QByteArray("{\"mailbox_name\":\"ana\",\"link_to_current_user\":") + link +
                             (target ? ",\"target\":\"" + QByteArray(target) + '"' : QByteArray()) +
                             '}');
            if (users < 0) {
                QCOMPARE(reply.status, 422);
                QCOMPARE(reply.attributes(), QStringList{u"link_to_current_user"_qs});
                QCOMPARE(api.get(boxes("/ana")).status, 404);
            } else {
                QCOMPARE(reply.status, 201);
                QCOMPARE(api.get(boxes("/ana")).object().value(u"users").toArray().size(), users);
            }
            QCOMPARE(api.misfits, QStringList());
        }
    }

    // Published as ignored where devices have passwords; it must not be found anywhere after that.
    void aPasswordIsIgnored()
    {
        ServedApi api;
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"ana","password":"Trustno1-really"})").status,
                 201);
        QVERIFY(api.host.mailboxes().value(u"ana@example.org"_qs).devices.isEmpty());
        QByteArray files;
        for (const QFileInfo &info : QDir(api.directory.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            files += file.readAll();
        }
        QVERIFY(files.contains("ana@example.org") && !files.contains("Trustno1"));
        QCOMPARE(api.misfits, QStringList());
    }

    void documentedButNotOffered()
    {
        ServedApi api;
        const Reply signature =
            api.post(boxes(), R"({"mailbox_name":"ana","signature_model_id":"7"})");
        QCOMPARE(signature.status, 501);
        QCOMPARE(signature.attributes(), QStringList{u"signature_model_id"_qs});
        QCOMPARE(api.get(boxes("/ana")).status, 404);
        const QByteArray preferences = hosting + QByteArray("/preferences");
        for (const auto &[body, field] :
             {std::pair{R"({"dkim_enabled":true})", "dkim_enabled"},
              {R"({"default_permission":"all"})", "default_permission"}}) {
            const Reply reply = api.patch(preferences, body);
            QCOMPARE(reply.status, 501);
            QCOMPARE(reply.attributes(), QStringList{QLatin1String(field)});
        }
        QCOMPARE(api.misfits, QStringList());
    }

    // Characters as people count them: not the halves of one.
    void lengthsInCharacters()
    {
        ServedApi api;
        const auto create = [&](const char *name, int smiles) {
            return api.post(boxes(), QByteArray("{\"mailbox_name\":\"") + name + "\",\"note\":\"" +
                                         QByteArray("\xF0\x9F\x98\x80").repeated(smiles) + "\"}");
        };
        QCOMPARE(create("a", 80).status, 201);
        QCOMPARE(create("b", 81).attributes(), QStringList{u"note"_qs});
        QCOMPARE(api.get(boxes("?search=") + QByteArray("%F0%9F%98%80").repeated(255)).status, 200);
        QCOMPARE(api.get(boxes("?search=") + QByteArray("%F0%9F%98%80").repeated(256)).status, 422);
        QCOMPARE(api.misfits, QStringList());
    }

    void publishedExpansions()
    {
        ServedApi api;
        QVERIFY(db::createPerson(
            api.daemon.database(), 1,
            {0, QStringLiteral("Di"), {}, QStringLiteral("di@example.org"), mail::Role::Normal},
            api.clock.now()));
        api.post(boxes(), R"({"mailbox_name":"di"})");
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray with = "?with=password_last_changed_at,has_dkim_signature,"
                                "is_dkim_updatable,external_mail_flag_enabled,account_user,smtpban";
        QJsonObject now = api.get(boxes("/di" + with)).object();
        QCOMPARE(now.value(u"account_user")[u"display_name"].toString(), u"Di"_qs);
        QCOMPARE(now.value(u"has_dkim_signature"), QJsonValue(false));
        QCOMPARE(now.value(u"is_dkim_updatable"), QJsonValue(true));
        QVERIFY(now.value(u"external_mail_flag_enabled").isNull());
        QCOMPARE(now.value(u"smtpban_bounce").toString(), u"0"_qs);
        QCOMPARE(now.value(u"smtpban_auth").toString(), u"0"_qs);
        QVERIFY(now.contains(u"smtpban_url") && now.value(u"smtpban_url").isNull());
        QVERIFY(!now.contains(u"password_last_changed_at"));
        QVERIFY(!api.get(boxes("/ana" + with)).object().contains(u"account_user"));

        QVERIFY(api.daemon.database().run(QStringLiteral(
            "INSERT INTO dkim_key (domain_id, selector, algorithm, bits, state, record, "
            "created_at) VALUES (1, 's', 'rsa', 2048, 'signing', 'v=DKIM1', 0)")));
        api.useToken(1, db::Scope::Write);
        now = api.get(boxes(with)).list()[0].toObject();
        QCOMPARE(now.value(u"has_dkim_signature"), QJsonValue(true));
        QCOMPARE(now.value(u"is_dkim_updatable"), QJsonValue(false)); // takes an admin token
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
