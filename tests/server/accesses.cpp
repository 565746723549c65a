// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use a mailbox, and how far.
#include "tests/support/servedapi.h"

#include <QTest>

class Accesses : public QObject
{
    Q_OBJECT

    static QStringList granted(const Reply &reply, int row = 0)
    {
        QStringList list;
        for (const QJsonValue flag : reply.list()[row][u"user_access"][u"permissions"].toArray())
            list.append(flag.toString());
        return list;
    }

private slots:
    void giveChangeTake()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray base = boxes("/ana/accesses/webmail");
        const Reply given = api.post(base, R"({"user_id":2,"permissions":{"can_send_emails":false,
                                               "can_manage_rules":false}})");
        QCOMPARE(given.status, 201);
        const QByteArray made = given.header("ETag");
        QStringList flags = granted(api.get(base));
        QCOMPARE(flags.size(), 10);
        QVERIFY(!flags.contains(u"can_send_emails"_qs));
        QVERIFY(!flags.contains(u"can_manage_rules"_qs));
        QCOMPARE(api.get(base).list()[0][u"user_access"][u"can_send_emails"].toBool(), false);

        // A part of the flags: the others stay.
        const Reply changed =
            api.patch(base + "/users/2", R"({"permissions":{"can_send_emails":true}})", made);
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.header("ETag") != made);
        flags = granted(api.get(base));
        QCOMPARE(flags.size(), 11);
        QVERIFY(!flags.contains(u"can_manage_rules"_qs));
        QCOMPARE(api.patch(base + "/users/2", R"({"permissions":{"can_send_emails":false}})", made)
                     .status,
                 409);
        QCOMPARE(api.remove(base + "/users/2", made).status, 409);

        QCOMPARE(api.post(base, R"({"user_id":2})").code(),
                 u"user_already_has_access_to_mailbox"_qs);
        QCOMPARE(api.remove(base + "/users/2", changed.header("ETag")).status, 200);
        const Reply gone = api.remove(base + "/users/2");
        QCOMPARE(gone.status, 404);
        QCOMPARE(gone.code(), u"user_has_no_access_to_mailbox"_qs);
        QCOMPARE(api.patch(base + "/users/2", R"({"permissions":{}})").status, 404);
        QVERIFY(api.get(base).list().isEmpty());
        QCOMPARE(api.misfits, QStringList());
    }

    void strangersAreRefused()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const Reply reply = api.post(boxes("/ana/accesses/webmail"), R"({"user_id":99})");
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.code(), u"user_not_attached_to_account"_qs);
        QCOMPARE(reply.attributes(), QStringList{u"user_id"_qs});
        QCOMPARE(api.post(boxes("/none/accesses/webmail"), R"({"user_id":1})").status, 404);
        QCOMPARE(api.get(boxes("/none/accesses/webmail")).status, 404);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("none") << QByteArray("{}") << u"user_id"_qs;
        QTest::newRow("text") << QByteArray(R"({"user_id":"2"})") << u"user_id"_qs;
        QTest::newRow("half") << QByteArray(R"({"user_id":1.5})") << u"user_id"_qs;
        QTest::newRow("list") << QByteArray(R"({"user_id":2,"permissions":["can_send_emails"]})")
                              << u"permissions"_qs;
        QTest::newRow("flag") << QByteArray(R"({"user_id":2,"permissions":{"can_send_emails":1}})")
                              << u"permissions.can_send_emails"_qs;
        QTest::newRow("unknown") << QByteArray(R"({"user_id":2,"permissions":{"can_fly":true}})")
                                 << u"permissions.can_fly"_qs;
    }
    void faults()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const Reply reply = api.post(boxes("/ana/accesses/webmail"), body);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.attributes(), QStringList{field});
    }

    void defaultRights()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray preferences = "/1/mail_hostings/1/preferences";
        QCOMPARE(api.get(preferences)
                     .object()
                     .value(u"default_permissions")[u"can_send_emails"]
                     .toBool(),
                 true);
        QCOMPARE(api.patch(preferences, R"({"default_permissions":{"can_send_emails":false},
                                            "spam_filter_enabled":false,
                                            "external_mail_flag_enabled":true,
                                            "blocked_senders":["x@y.example"]})")
                     .status,
                 200);
        const QJsonObject now = api.get(preferences).object();
        QCOMPARE(now.value(u"default_permissions")[u"can_send_emails"].toBool(), false);
        QCOMPARE(now.value(u"default_permissions")[u"can_manage_rules"].toBool(), true);
        QCOMPARE(now.value(u"external_mail_flag_enabled").toBool(), true);
        QCOMPARE(now.value(u"blocked_senders").toArray(), QJsonArray{u"x@y.example"_qs});

        const QByteArray base = boxes("/ana/accesses/webmail");
        api.post(base, R"({"user_id":2})");
        QVERIFY(!granted(api.get(base)).contains(u"can_send_emails"_qs));
        QCOMPARE(granted(api.get(base)).size(), 11);
        // A client that has no word for sending leaves it at the default too.
        api.post(base, R"({"user_id":3,"permissions":{"can_manage_rules":false}})");
        QCOMPARE(granted(api.get(base), 1).size(), 10);
        // A new mailbox starts with the service's filter.
        api.post(boxes(), R"({"mailbox_name":"bea"})");
        QCOMPARE(
            api.get(boxes("/bea?with=has_move_spam")).object().value(u"has_move_spam").toBool(),
            false);
        QCOMPARE(api.patch(preferences, R"({"default_permissions":{"can_fly":true}})").attributes(),
                 QStringList{u"default_permissions.can_fly"_qs});
        QCOMPARE(api.misfits, QStringList());
    }

    void lists()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"ksuite_user"})");
        const QByteArray base = boxes("/ana/accesses/webmail");
        const Reply page = api.get(base + "?page=2&per_page=2");
        QCOMPARE(page.list().size(), 1);
        QCOMPARE(page.json.value(u"total").toInt(), 3);
        QCOMPARE(api.get(base + "?search=BETA").list().size(), 1);
        QCOMPARE(api.get(base + "?search=_").list().size(), 0);
        QCOMPARE(api.get(base + "?order_by=display_name&order=desc")
                     .list()[0][u"user_access"][u"user"][u"id"]
                     .toInt(),
                 3);
        const Reply users = api.get(base + "/users?page=1");
        QCOMPARE(users.list().size(), 3);
        QCOMPARE(users.list()[1][u"display_name"].toString(), u"Ben Beta"_qs);
        QCOMPARE(api.get(base + "/users?return=total").data().toInt(), 3);
        QCOMPARE(api.misfits, QStringList());
    }
};

QTEST_GUILESS_MAIN(Accesses)
#include "accesses.moc"
