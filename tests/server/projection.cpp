// SPDX-License-Identifier: GPL-3.0-or-later
// What the mail servers are told, for every right, device and protocol.
#include "server/projection.h"
#include "server/db/activity.h"
#include "tests/support/servedapi.h"

#include <QTest>

class ProjectionTest : public QObject
{
    Q_OBJECT

    static const char *address() { return "ana@example.org"; }

    static host::LookupDevice deviceOf(const ServedApi &api, qint64 id)
    {
        for (const auto &device : api.host.mailboxes().value(QLatin1String(address())).devices)
            if (device.id == id)
                return device;
        return {};
    }

private slots:
    void everyCombination_data()
    {
        QTest::addColumn<QByteArray>("protocols");
        QTest::addColumn<bool>("hasUser");
        QTest::addColumn<bool>("hasAccess");
        QTest::addColumn<bool>("maySend");
        for (const char *protocols : {"imap", "pop3", "pop3-imap"}) {
            QTest::addRow("%s without user", protocols)
                << QByteArray(protocols) << false << false << false;
            for (const bool access : {true, false})
                for (const bool send : {true, false})
                    QTest::addRow("%s user%s%s", protocols, access ? " access" : "",
                                  send ? " send" : "")
                        << QByteArray(protocols) << true << access << send;
        }
    }
    void everyCombination()
    {
        QFETCH(QByteArray, protocols);
        QFETCH(bool, hasUser);
        QFETCH(bool, hasAccess);
        QFETCH(bool, maySend);
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.post(boxes("/ana/accesses/webmail"),
                 QByteArray("{\"user_id\":2,\"permissions\":{\"can_send_emails\":") +
                     (maySend ? "true" : "false") + "}}");
        const Reply made =
            api.post(boxes("/ana/accesses/devices"), "{\"protocols\":\"" + protocols + "\"" +
                                                         (hasUser ? ",\"user_id\":2" : "") + "}");
        if (!hasAccess)
            QCOMPARE(api.remove(boxes("/ana/accesses/webmail/users/2")).status, 200);
        const host::LookupDevice device = deviceOf(api, made.object().value(u"id").toInt());
        const bool mayRead = !hasUser || hasAccess;
        QCOMPARE(device.id != 0, mayRead);
        if (!mayRead)
            return; // it went with the access
        QCOMPARE(device.secretSha256,
                 db::digest(made.object().value(u"password").toString().toUtf8()));
        QCOMPARE(device.imap, mayRead && protocols != "pop3");
        QCOMPARE(device.pop3, mayRead && protocols != "imap");
        QCOMPARE(device.smtp, !hasUser || (hasAccess && maySend));
        QCOMPARE(device.sieve, mayRead);
    }

    // A script can sort, filter, answer and redirect.
    void sieveTakesFourRights()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        const int id =
            api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap","user_id":1})")
                .object()
                .value(u"id")
                .toInt();
        QVERIFY(deviceOf(api, id).sieve);
        for (const char *flag : {"can_manage_rules", "can_manage_filters", "can_manage_auto_reply",
                                 "can_manage_redirections"}) {
            const auto set = [&](const char *value) {
                api.patch(boxes("/ana/accesses/webmail/users/1"),
                          QByteArray("{\"permissions\":{\"") + flag + "\":" + value + "}}");
            };
            set("false");
            QVERIFY2(!deviceOf(api, id).sieve, flag);
            QVERIFY(deviceOf(api, id).imap);
            set("true");
            QVERIFY(deviceOf(api, id).sieve);
        }
    }

    void whatIsCut()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        const QByteArray devices = boxes("/ana/accesses/devices");
        const auto make = [&](const char *body) {
            return api.post(devices, body).object().value(u"id").toInteger();
        };
        const qint64 own = make(R"({"protocols":"imap","user_id":1})");
        const qint64 other = make(R"({"protocols":"imap","user_id":1})");
        const qint64 free = make(R"({"protocols":"imap"})");
        api.host.clearEvents();

        // The right to send: published, and no device cut; whose session may not be is for the
        // host.
        const int before = api.host.unentitledCuts();
        api.patch(boxes("/ana/accesses/webmail/users/1"),
                  R"({"permissions":{"can_send_emails":false}})");
        QVERIFY(!deviceOf(api, own).smtp);
        QVERIFY(deviceOf(api, own).imap);
        QVERIFY(deviceOf(api, free).smtp);
        QCOMPARE(api.host.events(), QStringList{u"publish"_qs});
        QCOMPARE(api.host.unentitledCuts(), before + 1);
        api.host.clearEvents();

        // A new password: the new digest first, then the cut of that device.
        const Reply renewed = api.post(devices + '/' + QByteArray::number(own));
        QCOMPARE(deviceOf(api, own).secretSha256,
                 db::digest(renewed.object().value(u"password").toString().toUtf8()));
        QCOMPARE(api.host.events(),
                 (QStringList{u"publish"_qs, QStringLiteral("cut %1").arg(own)}));
        api.host.clearEvents();

        // The access: both devices of the user go with it, the free one stays.
        api.remove(boxes("/ana/accesses/webmail/users/1"));
        QCOMPARE(api.host.cutDevices(), (QList<qint64>{own, other}));
        for (qint64 id : {own, other})
            QCOMPARE(deviceOf(api, id).id, 0);
        QVERIFY(deviceOf(api, free).imap);
        const qint64 more = make(R"({"protocols":"imap"})");
        const qint64 most = make(R"({"protocols":"pop3"})");
        api.host.clearEvents();

        // Revocation.
        api.remove(devices + '/' + QByteArray::number(free));
        QCOMPARE(deviceOf(api, free).id, 0);
        QCOMPARE(api.host.cutDevices(), QList<qint64>{free});
        api.remove(devices);
        QCOMPARE(api.host.cutDevices(), (QList<qint64>{free, more, most}));
        QVERIFY(api.host.mailboxes().value(QLatin1String(address())).devices.isEmpty());
        api.host.clearEvents();

        // The mailbox itself: gone, cut, its mail removed, in that order.
        api.remove(boxes("/ana"));
        QVERIFY(!api.host.mailboxes().contains(QLatin1String(address())));
        QCOMPARE(api.host.events(), (QStringList{u"publish"_qs, u"cut ana@example.org"_qs,
                                                 u"remove ana@example.org"_qs}));
    }

    void startPublishesWhatIsMissing()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.post(boxes(), R"({"mailbox_name":"bea"})");
        api.post(boxes("/bea/accesses/devices"), R"({"protocols":"imap"})");
        const auto before = api.host.mailboxes();
        QCOMPARE(api.host.published(), 3);
        QCOMPARE(api.host.domains(), QStringList{u"example.org"_qs});

        api.host.forget(0); // everything
        QVERIFY(api.daemon.projection().start());
        QCOMPARE(api.host.mailboxes(), before);
        QCOMPARE(api.host.published(), 3);
        api.daemon.projection().stop();

        const int publications = api.host.publications();
        QVERIFY(api.daemon.projection().start()); // nothing is missing
        QCOMPARE(api.host.publications(), publications);
        api.daemon.projection().stop();

        api.host.forget(2); // the last one only
        QVERIFY(api.daemon.projection().start());
        QCOMPARE(api.host.mailboxes(), before);
        QCOMPARE(api.host.publications(), publications + 1);
        api.daemon.projection().stop();

        api.host.forget(77); // of another database
        QVERIFY(api.daemon.projection().start());
        QCOMPARE(api.host.published(), 3);
    }

    void aCrashBeforeTheCutIsMadeUpFor()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap"})");
        api.remove(boxes("/ana/accesses/devices/1"));
        api.host.clearEvents(); // as if the cut had not come
        QVERIFY(api.daemon.projection().start());
        QCOMPARE(api.host.cutDevices(), QList<qint64>{1});
    }

    void aHostThatFailsIsTriedAgain()
    {
        ServedApi api;
        QVERIFY(api.daemon.projection().start());
        api.host.failWith(Error{Error::Kind::Storage, QStringLiteral("disk"), {}, {}, 0});
        const Reply reply = api.post(boxes(), R"({"mailbox_name":"ana"})");
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.code(), u"saved_not_in_effect"_qs);
        QCOMPARE(api.get(boxes("/ana")).status, 200); // saved
        QVERIFY(api.host.mailboxes().isEmpty());
        api.host.failWith({});
        QTRY_VERIFY_WITH_TIMEOUT(api.host.mailboxes().contains(QLatin1String(address())), 20000);
    }

    // Who lost a right goes at once, and once more when the mail servers know.
    void aFailedPublicationCutsAllTheSame()
    {
        ServedApi api;
        QVERIFY(api.daemon.projection().start());
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        api.post(boxes(), R"({"mailbox_name":"bea"})");
        const QByteArray devices = boxes("/ana/accesses/devices");
        const auto make = [&](const char *body) {
            return api.post(devices, body).object().value(u"id").toInteger();
        };
        const qint64 revoked = make(R"({"protocols":"imap"})");
        const qint64 his = make(R"({"protocols":"imap","user_id":1})");
        const qint64 stays = make(R"({"protocols":"imap"})");
        api.host.clearEvents();

        api.host.failWith(Error{Error::Kind::Storage, QStringLiteral("disk"), {}, {}, 0});
        QCOMPARE(api.remove(devices + '/' + QByteArray::number(revoked)).code(),
                 u"saved_not_in_effect"_qs);
        QCOMPARE(api.host.cutDevices(), QList<qint64>{revoked});
        QCOMPARE(api.remove(boxes("/ana/accesses/webmail/users/1")).status, 500);
        QVERIFY(api.host.cutDevices().contains(his));
        QCOMPARE(api.remove(boxes("/bea")).status, 500);
        QVERIFY(api.host.cutAddresses().contains(u"bea@example.org"_qs));
        // It may still get mail as long as the mail servers know it.
        QVERIFY(api.host.removedMail().isEmpty());
        QVERIFY(deviceOf(api, revoked).imap);

        api.host.clearEvents();
        api.host.failWith({});
        QTRY_VERIFY(!api.host.removedMail().isEmpty());
        const QStringList events = api.host.events();
        const auto published = events.indexOf(u"publish"_qs);
        QVERIFY(published >= 0);
        for (const QString &cut : {QStringLiteral("cut %1").arg(revoked),
                                   QStringLiteral("cut %1").arg(his), u"cut bea@example.org"_qs})
            QVERIFY2(events.indexOf(cut, published) > published, qPrintable(cut));
        QVERIFY(!api.host.cutDevices().contains(stays));
        QVERIFY(!deviceOf(api, revoked).imap);
        // And only once: the next change cuts nobody who was cut.
        api.host.clearEvents();
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"cy"})").status, 201);
        QCOMPARE(api.host.events(), QStringList{u"publish"_qs});
    }

    // Noticed at the next change …
    void whatGotLostIsPublishedWithTheNextChange()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap"})");
        api.host.lose();
        QCOMPARE(api.post(boxes(), R"({"mailbox_name":"bea"})").status, 201);
        QCOMPARE(api.host.mailboxes().keys(),
                 (QStringList{QLatin1String(address()), u"bea@example.org"_qs}));
        QCOMPARE(deviceOf(api, 1).imap, true);
        QCOMPARE(api.host.domains(), QStringList{u"example.org"_qs});
        QCOMPARE(api.host.events().last(), u"publish everything"_qs);
        // Whose right went is cut all the same.
        api.host.lose();
        api.host.clearEvents();
        QCOMPARE(api.remove(boxes("/ana/accesses/devices/1")).status, 200);
        QCOMPARE(api.host.events(),
                 (QStringList{u"cut 1"_qs, u"publish everything"_qs, u"cut 1"_qs}));
    }

    // … and without any, also on a host where nothing was changed yet.
    void whatGotLostIsPublishedWithoutAChange()
    {
        ServedApi api;
        QVERIFY(api.daemon.projection().start());
        QCOMPARE(api.host.publications(), 1);
        api.host.lose();
        QTRY_COMPARE(api.host.publications(), 2);
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.host.lose();
        QTRY_VERIFY(api.host.mailboxes().contains(QLatin1String(address())));
        QCOMPARE(api.host.publications(), 4);
    }

    void logins()
    {
        ServedApi api;
        QVERIFY(api.daemon.projection().start());
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        const qint64 device =
            api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap","user_id":1})")
                .object()
                .value(u"id")
                .toInteger();
        const qint64 last = api.host.published();
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1'800'000'100, Qt::UTC);
        api.host.reportLogin({device, QLatin1String(address()), u"imap"_qs, at});
        api.host.reportLogin({device, QLatin1String(address()), u"smtp"_qs, at.addSecs(-50)});
        api.host.reportLogin({999, u"gone@example.org"_qs, u"imap"_qs, at});
        api.daemon.projection().stop(); // writes what waits
        QCOMPARE(api.get(boxes("/ana/accesses/devices")).list()[0][u"last_connection"].toInteger(),
                 at.toSecsSinceEpoch());
        QCOMPARE(api.get(boxes("/ana?with=last_login"))
                     .object()
                     .value(u"imap_last_login_at")
                     .toInteger(),
                 at.toSecsSinceEpoch());
        QCOMPARE(api.get(boxes("/ana/accesses/webmail"))
                     .list()[0][u"user_access"][u"last_used_at"]
                     .toInteger(),
                 at.toSecsSinceEpoch());
        QCOMPARE(api.get("/1/mail_hostings/1/changes").object().value(u"last").toInteger(), last);
        // An older report does not turn the time back.
        QVERIFY(db::noteLogins(api.daemon.database(), {{device, {}, u"imap"_qs, at.addSecs(-10)}}));
        QCOMPARE(api.get(boxes("/ana/accesses/devices")).list()[0][u"last_connection"].toInteger(),
                 at.toSecsSinceEpoch());
    }
};

QTEST_GUILESS_MAIN(ProjectionTest)
#include "projection.moc"
