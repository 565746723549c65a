// SPDX-License-Identifier: GPL-3.0-or-later
// The change feed and the audit tell the same story as the answers.
#include "app/mail/change.h"
#include "tests/support/servedapi.h"

#include <QTest>

class Feed : public QObject
{
    Q_OBJECT

    static QByteArray changes(qint64 since, int limit = 100)
    {
        return "/1/mail_hostings/1/changes?since=" + QByteArray::number(since) +
               "&limit=" + QByteArray::number(limit);
    }

private slots:
    void tellsEveryChange()
    {
        ServedApi api;
        QCOMPARE(api.get("/1/mail_hostings/1/changes").object().value(u"last").toInt(), 0);
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.post(boxes("/ana/accesses/webmail"), R"({"user_id":2})");
        const Reply device = api.post(boxes("/ana/accesses/devices"),
                                      R"({"protocols":"imap","user_id":2,"label":"Phone"})");
        const QByteArray deviceId = QByteArray::number(device.object().value(u"id").toInt());
        api.patch(boxes("/ana"), R"({"note":"n"})");
        api.patch(boxes("/ana"), R"({"note":"n"})"); // the same again is no change
        api.patch("/1/mail_hostings/1/preferences", R"({"promotion_filter_enabled":true})");
        api.post(boxes("/ana/accesses/devices/") + deviceId);

        const Reply reply = api.get(changes(0));
        QStringList told;
        for (const QJsonValue change : reply.object().value(u"changes").toArray())
            told.append(QStringLiteral("%1 %2 %3 %4")
                            .arg(change[u"verb"].toString(), change[u"kind"].toString(),
                                 change[u"mailbox_name"].toString(), change[u"key"].toString()));
        QCOMPARE(told, (QStringList{u"create mailbox ana ana"_qs, u"create access ana 2"_qs,
                                    u"create device ana "_qs + QString::fromLatin1(deviceId),
                                    u"update mailbox ana ana"_qs, u"update service  1"_qs,
                                    u"update device ana "_qs + QString::fromLatin1(deviceId)}));
        const QJsonArray list = reply.object().value(u"changes").toArray();
        QCOMPARE(list[0][u"object"][u"note"].toString(), u"n"_qs); // as it is now
        QCOMPARE(list[1][u"object"][u"user"][u"id"].toInt(), 2);
        QCOMPARE(list[1][u"mailbox"][u"count_users"].toInt(), 1);
        QCOMPARE(list[2][u"object"][u"device"][u"label"].toString(), u"Phone"_qs);
        QCOMPARE(list[4][u"object"][u"preferences"][u"promotion_filter_enabled"].toBool(), true);
        QCOMPARE(reply.object().value(u"last").toInt(), 6);
        QCOMPARE(reply.object().value(u"complete").toBool(), true);
        QCOMPARE(reply.object().value(u"reset").toBool(), false);

        api.remove(boxes("/ana"));
        const Reply after = api.get(changes(6));
        QCOMPARE(after.object().value(u"changes").toArray().size(), 1);
        QVERIFY(after.object().value(u"changes")[0][u"object"].isNull());
        QVERIFY(api.get(changes(0)).object().value(u"changes")[2][u"object"].isNull());
        QCOMPARE(api.misfits, QStringList());
    }

    void inPortions()
    {
        ServedApi api;
        for (int i = 0; i < 5; ++i)
            api.post(boxes(), "{\"mailbox_name\":\"m" + QByteArray::number(i) + "\"}");
        qint64 since = 0;
        int told = 0;
        for (int portion = 0; portion < 10; ++portion) {
            const QJsonObject reply = api.get(changes(since, 2)).object();
            for (const QJsonValue change : reply.value(u"changes").toArray()) {
                QVERIFY(change[u"sequence"].toInteger() > since);
                since = change[u"sequence"].toInteger();
                ++told;
            }
            if (reply.value(u"complete").toBool())
                break;
        }
        QCOMPARE(told, 5);
        // A number from the future, or from before what is kept: read everything anew.
        QCOMPARE(api.get(changes(99)).object().value(u"reset").toBool(), true);
        QVERIFY(api.daemon.database().run(u"DELETE FROM change_feed WHERE sequence < 4"_qs));
        api.clock.pass(5);
        QCOMPARE(api.get(changes(1)).object().value(u"reset").toBool(), true);
        QCOMPARE(api.get(changes(3)).object().value(u"reset").toBool(), false);
        QCOMPARE(api.get("/1/mail_hostings/1/changes?since=-1").attributes(),
                 QStringList{u"since"_qs});
    }

    void auditIsTheChange()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","note":"one"})");
        api.useToken(3, db::Scope::Write);
        api.patch(boxes("/ana"), R"({"note":"two","has_move_spam":true})");
        api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap","label":"P"})");
        const QByteArray password = api.post(boxes("/ana/accesses/devices/1"))
                                        .object()
                                        .value(u"password")
                                        .toString()
                                        .toUtf8();
        api.remove(boxes("/ana"));
        const Reply reply = api.get("/1/mail_hostings/1/audit?page=1&per_page=100");
        QCOMPARE(reply.json.value(u"total").toInt(), 5);
        QVERIFY(!QJsonDocument(reply.json).toJson().contains(password));
        const QJsonArray rows = reply.list();
        const QJsonObject update = rows[3].toObject();
        QCOMPARE(update.value(u"user")[u"display_name"].toString(), u"Cy Gamma"_qs);
        QCOMPARE(update.value(u"at").toInteger(), api.clock.now().toSecsSinceEpoch());
        QCOMPARE(update.value(u"before").toObject(), (QJsonObject{{u"note"_qs, u"one"_qs}}));
        QCOMPARE(update.value(u"after").toObject(), (QJsonObject{{u"note"_qs, u"two"_qs}}));
        QCOMPARE(rows[1][u"after"][u"password"].toString(), u"set"_qs);
        QCOMPARE(rows[0][u"before"][u"note"].toString(), u"two"_qs);
        for (const QJsonValue row : rows) {
            const auto change = mail::changeFromJson(row.toObject());
            QVERIFY(change);
            QCOMPARE(change->object.service, 1);
        }
        QCOMPARE(api.get("/1/mail_hostings/1/audit?page=2&per_page=2").list().size(), 2);
        QCOMPARE(api.misfits, QStringList());
    }

    // Both have one row for each change, with the same number.
    void feedAndAuditAgree()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"ksuite_user"})");
        api.post(boxes(), R"({"mailbox_name":"ana"})");                // taken
        api.post(boxes("/ana/accesses/webmail"), R"({"user_id":99})"); // refused
        api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap"})");
        api.remove(boxes("/ana/accesses/devices"));
        api.remove(boxes("/ana"));
        auto rows = api.daemon.database().run(
            u"SELECT f.sequence, f.verb, a.verb, f.at, a.at FROM change_feed f "
            "LEFT JOIN audit a ON a.sequence = f.sequence"_qs);
        QVERIFY(rows);
        int count = 0;
        while (rows->next()) {
            QCOMPARE(rows->text(1), rows->text(2));
            QCOMPARE(rows->number(3), rows->number(4));
            ++count;
        }
        QCOMPARE(count, 7);
        auto audits = api.daemon.database().run(u"SELECT count(*) FROM audit"_qs);
        QVERIFY(audits && audits->next());
        QCOMPARE(audits->number(0), 7);
    }
};

QTEST_GUILESS_MAIN(Feed)
#include "feed.moc"
