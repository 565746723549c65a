// SPDX-License-Identifier: GPL-3.0-or-later
// Device passwords: several per mailbox, each for one user or none.
#include "tests/support/servedapi.h"

#include <QTest>

class Devices : public QObject
{
    Q_OBJECT

private slots:
    void createListRenewRevoke()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        const Reply made = api.post(
            base, R"({"label":"Phone of Ana","type":"phone","protocols":"imap","user_id":1})");
        QCOMPARE(made.status, 200);
        const QString password = made.object().value(u"password").toString();
        QVERIFY(password.size() >= 27); // 160 bits of 56 letters
        QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
        const QByteArray one = base + '/' + QByteArray::number(made.object().value(u"id").toInt());

        const Reply list = api.get(base);
        QCOMPARE(list.list().size(), 1);
        const QJsonObject row = list.list()[0].toObject();
        QCOMPARE(row.value(u"device")[u"label"].toString(), u"Phone of Ana"_qs);
        QCOMPARE(row.value(u"protocols").toString(), u"imap"_qs);
        QCOMPARE(row.value(u"user_access")[u"id"].toInt(), 1);
        QCOMPARE(row.value(u"creator")[u"id"].toInt(), 1);
        QVERIFY(row.value(u"last_connection").isNull());
        QVERIFY(!QJsonDocument(list.json).toJson().contains(password.toUtf8()));

        const Reply renewed = api.post(one);
        QCOMPARE(renewed.status, 200);
        QVERIFY(renewed.object().value(u"password").toString() != password);
        QCOMPARE(api.remove(one).status, 200);
        QCOMPARE(api.remove(one).status, 404);
        QCOMPARE(api.post(one).status, 404);
        QVERIFY(api.get(base).list().isEmpty());
        QCOMPARE(api.misfits, QStringList());
    }

    // It is saved and told this once, so an error in its place would lose it.
    void aPasswordIsToldThoughTheMailServersAreAway()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        const auto known = [&] {
            const auto devices = api.host.mailboxes().value(u"ana@example.org"_qs).devices;
            return devices.isEmpty() ? QByteArray() : devices.first().secretSha256;
        };
        const auto passwordIn = [](const Reply &reply) {
            return reply.object().value(u"password").toString().toUtf8();
        };
        api.host.failWith(Error{Error::Kind::Storage, u"disk"_qs, {}, {}, 0});
        const Reply made = api.post(base, R"({"protocols":"imap"})");
        QCOMPARE(made.status, 200);
        QVERIFY(!passwordIn(made).isEmpty());
        QCOMPARE(made.object().value(u"in_effect"), QJsonValue(false));
        QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
        QVERIFY(known().isEmpty());
        const QByteArray one = base + '/' + QByteArray::number(made.object().value(u"id").toInt());
        const Reply renewed = api.post(one);
        QCOMPARE(renewed.status, 200);
        QVERIFY(!passwordIn(renewed).isEmpty() && passwordIn(renewed) != passwordIn(made));
        QCOMPARE(renewed.object().value(u"in_effect"), QJsonValue(false));

        api.host.failWith({});
        const Reply last = api.post(one);
        QVERIFY(!last.object().contains(u"in_effect"));
        QCOMPARE(known(), db::digest(passwordIn(last)));
        QCOMPARE(api.misfits, QStringList());
    }

    void noPasswordIsKept()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const Reply made = api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap"})");
        const QByteArray password = made.object().value(u"password").toString().toUtf8();
        QVERIFY(!password.isEmpty());
        QByteArray files;
        for (const QFileInfo &info : QDir(api.directory.path()).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            files += file.readAll();
        }
        QVERIFY(files.size() > 4096);
        QVERIFY(!files.contains(password));
        QVERIFY(files.contains(db::digest(password)));
        QVERIFY(!files.contains(api.token));
    }

    void rules()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        api.post(boxes(), R"({"mailbox_name":"bea","target":"current_user"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        const auto refused = [&](const QByteArray &where, const QByteArray &body) {
            return api.post(where, body);
        };
        // A user needs access to the mailbox.
        Reply reply = refused(base, R"({"protocols":"imap","user_id":2})");
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.code(), u"user_has_no_access_to_mailbox"_qs);
        reply = refused(base, R"({"protocols":"imap","user_id":77})");
        QCOMPARE(reply.code(), u"user_not_attached_to_account"_qs);
        // One device, several mailboxes, one user.
        const Reply first =
            api.post(base, R"({"protocols":"pop3-imap","user_id":1,"label":"Laptop"})");
        const QByteArray device = QByteArray::number(first.object().value(u"device_id").toInt());
        reply =
            refused(base, "{\"protocols\":\"imap\",\"user_id\":1,\"device_id\":" + device + "}");
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.code(), u"device_already_has_access_to_mailbox"_qs);
        reply = refused(boxes("/bea/accesses/devices"),
                        "{\"protocols\":\"imap\",\"device_id\":" + device + "}");
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.code(), u"existing_device_can_only_have_one_user"_qs);
        QCOMPARE(api.post(boxes("/bea/accesses/devices"),
                          "{\"protocols\":\"imap\",\"user_id\":1,\"device_id\":" + device + "}")
                     .status,
                 200);
        QCOMPARE(api.get(boxes("/bea/accesses/devices")).list()[0][u"device"][u"label"].toString(),
                 u"Laptop"_qs);
        QCOMPARE(refused(base, R"({"protocols":"imap","device_id":999})").status, 404);
        // Words.
        QCOMPARE(refused(base, R"({"protocols":"smtp"})").attributes(),
                 QStringList{u"protocols"_qs});
        QCOMPARE(refused(base, R"({"label":"x"})").attributes(), QStringList{u"protocols"_qs});
        QCOMPARE(refused(base, R"({"protocols":"imap","type":"legacy"})").attributes(),
                 QStringList{u"type"_qs});
        QCOMPARE(
            refused(base, "{\"protocols\":\"imap\",\"label\":\"" + QByteArray(256, 'l') + "\"}")
                .attributes(),
            QStringList{u"label"_qs});
        QCOMPARE(api.misfits, QStringList());
    }

    void listsAndRevokesByUser()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"ksuite_user"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        for (const char *body :
             {R"({"protocols":"imap","type":"phone","label":"a%b","user_id":1})",
              R"({"protocols":"imap","type":"tablet","label":"axb","user_id":2})",
              R"({"protocols":"pop3","type":"computer","label":"Office"})",
              R"({"protocols":"imap","type":"phone","label":"Second","user_id":1})"})
            QCOMPARE(api.post(base, body).status, 200);
        QCOMPARE(api.get(base + "?no_user=1").list().size(), 1);
        QCOMPARE(api.get(base + "?user_id=1").list().size(), 2);
        QCOMPARE(api.get(base + "?type=phone").list().size(), 2);
        QCOMPARE(api.get(base + "?search=a%25B").list().size(), 1);
        QCOMPARE(api.get(base + "?page=2&per_page=3").json.value(u"total").toInt(), 4);
        QCOMPARE(api.get(base + "?order_by=label").list()[0][u"device"][u"label"].toString(),
                 u"a%b"_qs);
        QCOMPARE(api.get(base + "/users/1?page=1").json.value(u"total").toInt(), 2);
        QCOMPARE(api.get(base + "?no_user=perhaps").attributes(), QStringList{u"no_user"_qs});

        QCOMPARE(api.remove(base + "/users/1").status, 200);
        QCOMPARE(api.get(base).list().size(), 2);
        QCOMPARE(api.remove(base).status, 200);
        QCOMPARE(api.get(base).list().size(), 0);
        QCOMPARE(api.remove(base).status, 200); // nothing to do is done
        QCOMPARE(api.remove(boxes("/none/accesses/devices")).status, 404);
        QCOMPARE(api.misfits, QStringList());
    }

    // An old password must not come to life again with a later access of the same person.
    void passwordsEndWithTheAccess()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"ksuite_user"})");
        api.post(boxes(), R"({"mailbox_name":"bea","target":"ksuite_user"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        const auto add = [&](const QByteArray &where, const QByteArray &rest) {
            const Reply made = api.post(where, "{\"protocols\":\"imap\"" + rest + "}");
            return made.object().value(u"id").toInteger();
        };
        const qint64 phone = add(base, ",\"user_id\":2,\"label\":\"Phone\"");
        const qint64 tablet = add(base, ",\"user_id\":2,\"label\":\"Tablet\"");
        const qint64 colleagues = add(base, ",\"user_id\":1");
        const qint64 nobodys = add(base, "");
        const qint64 elsewhere = add(boxes("/bea/accesses/devices"), ",\"user_id\":2");
        const auto knownTo = [&](const char *address) {
            QList<qint64> ids;
            for (const auto &device : api.host.mailboxes().value(QLatin1String(address)).devices)
                ids.append(device.id);
            return ids;
        };
        QCOMPARE(knownTo("ana@example.org"), (QList<qint64>{phone, tablet, colleagues, nobodys}));
        const qint64 before =
            api.get(hosting + QByteArray("/changes?since=0")).object().value(u"last").toInteger();

        QCOMPARE(api.remove(boxes("/ana/accesses/webmail/users/2")).status, 200);
        QCOMPARE(api.get(base).list().size(), 2);
        QCOMPARE(knownTo("ana@example.org"), (QList<qint64>{colleagues, nobodys}));
        QCOMPARE(knownTo("bea@example.org"), QList<qint64>{elsewhere});
        QVERIFY(api.host.cutDevices().contains(phone) && api.host.cutDevices().contains(tablet));
        QVERIFY(!api.host.cutDevices().contains(elsewhere));

        // In one piece, and told to whoever listens: the devices, then the access.
        const QJsonArray changes =
            api.get(hosting + QByteArray("/changes?since=") + QByteArray::number(before))
                .object()
                .value(u"changes")
                .toArray();
        QCOMPARE(changes.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(changes[i][u"verb"].toString(), u"remove"_qs);
            QCOMPARE(changes[i][u"kind"].toString(), i < 2 ? u"device"_qs : u"access"_qs);
        }
        const QJsonArray audit = api.get(hosting + QByteArray("/audit?limit=3")).list();
        QCOMPARE(audit[0][u"object"][u"kind"].toString(), u"access"_qs);
        QCOMPARE(audit[2][u"object"][u"label"].toString(), u"Phone"_qs);
        QCOMPARE(audit[2][u"user"][u"id"].toInt(), 1);

        // The same person again, even with less: nothing of theirs can log in or is listed.
        QCOMPARE(api.post(boxes("/ana/accesses/webmail"),
                          R"({"user_id":2,"permissions":{"can_send_emails":false}})")
                     .status,
                 201);
        QCOMPARE(knownTo("ana@example.org"), (QList<qint64>{colleagues, nobodys}));
        QCOMPARE(api.get(base + "?user_id=2").list().size(), 0);
        QCOMPARE(api.post(base + '/' + QByteArray::number(phone)).status, 404);
        QCOMPARE(api.misfits, QStringList());
    }

    // A host whose last daemon kept them: none of them may log in with the next access.
    void passwordsLeftBehindEnd()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"ksuite_user"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        for (const char *body : {R"({"protocols":"imap","user_id":2})", R"({"protocols":"imap"})",
                                 R"({"protocols":"imap","user_id":1})"})
            api.post(base, body);
        QVERIFY(
            api.daemon.database().run(QStringLiteral("DELETE FROM access WHERE person_id = 2")));
        QVERIFY(api.daemon.start());
        const Reply left = api.get(base);
        QCOMPARE(left.list().size(), 2);
        QVERIFY(!left.list()[0][u"user_access"].isObject());
        const QJsonValue last = api.get(hosting + QByteArray("/audit?limit=1")).list()[0];
        QCOMPARE(last[u"object"][u"kind"].toString(), u"device"_qs);
        QCOMPARE(last[u"user"][u"display_name"].toString(), u"mailwrightd"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    // Who sends fields believes that they count.
    void bodiesOfRenewals()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        const QByteArray base = boxes("/ana/accesses/devices");
        const QByteArray one =
            base + '/' +
            QByteArray::number(
                api.post(base, R"({"protocols":"imap"})").object().value(u"id").toInt());
        const auto digest = [&] {
            return api.host.mailboxes().value(u"ana@example.org"_qs).devices.first().secretSha256;
        };
        const QByteArray before = digest();
        for (const auto &[body, field] : {std::pair{R"({"password":"mine"})", "password"},
                                          {R"({"foo":1})", "foo"},
                                          {"garbage", "body"},
                                          {"[]", "body"},
                                          {"\"x\"", "body"},
                                          {"null", "body"}}) {
            const Reply refused = api.post(one, body);
            QCOMPARE(refused.status, 422);
            QCOMPARE(refused.attributes(), QStringList{QLatin1String(field)});
        }
        QCOMPARE(digest(), before);
        QCOMPARE(api.send("DELETE", one, R"({"all":true})").attributes(), QStringList{u"all"_qs});
        QCOMPARE(api.send("DELETE", boxes("/ana"), "garbage").status, 422);
        QCOMPARE(api.get(boxes("/ana")).status, 200);
        for (const char *body : {"", " ", "{}"})
            QCOMPARE(api.post(one, body).status, 200);
        QCOMPARE(api.misfits, QStringList());
    }

    void anotherMailboxForADevice()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.post(boxes(), R"({"mailbox_name":"bea"})");
        api.post(boxes("/ana/accesses/devices"),
                 R"({"protocols":"imap","label":"Desk","type":"computer","device_uid":"u-1"})");
        const QByteArray base = boxes("/bea/accesses/devices");
        for (const auto &[rest, field] : {std::pair{R"("label":"Phone")", "label"},
                                          {R"("type":"phone")", "type"},
                                          {R"("device_uid":"u-2")", "device_uid"}}) {
            const Reply refused =
                api.post(base, QByteArray(R"({"protocols":"imap","device_id":1,)") + rest + '}');
            QCOMPARE(refused.status, 422);
            QCOMPARE(refused.attributes(), QStringList{QLatin1String(field)});
        }
        QVERIFY(api.get(base).list().isEmpty());
        QCOMPARE(api.post(base, R"({"protocols":"pop3","device_id":1,"label":"Desk",
                                    "type":"computer","device_uid":"u-1"})")
                     .status,
                 200);
        QCOMPARE(api.misfits, QStringList());
    }
};

QTEST_GUILESS_MAIN(Devices)
#include "devices.moc"
