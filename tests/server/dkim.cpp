// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM keys through the routes: made, published, signing, retired; and what is refused.
#include "app/mail/capabilities.h"
#include "server/work/work.h"
#include "tests/support/servedapi.h"

#include <QTest>

using namespace mail;

namespace {

const QByteArray keys = QByteArray(hosting) + "/dkim_keys";

QByteArray one(qint64 id) { return keys + '/' + QByteArray::number(id); }

QByteArray body(const QJsonObject &json) { return QJsonDocument(json).toJson(); }

} // namespace

class Dkim : public QObject
{
    Q_OBJECT

    // A key of example.org, whose zone is elsewhere.
    static QJsonObject made(ServedApi &api, const QString &selector = {},
                            const QString &algorithm = u"rsa"_qs)
    {
        QJsonObject wish{{u"domain"_qs, u"example.org"_qs}, {u"algorithm"_qs, algorithm}};
        if (!selector.isEmpty())
            wish.insert(u"selector"_qs, selector);
        const Reply reply = api.post(keys, body(wish));
        if (reply.status != 201)
            qWarning("%d %s", reply.status, qPrintable(reply.code()));
        return reply.object();
    }
    static void show(ServedApi &api, const QJsonObject &key)
    {
        api.world.publish(key.value(u"selector").toString().toLatin1() + "._domainkey.example.org",
                          key.value(u"record").toString().toLatin1());
    }
    static Reply move(ServedApi &api, const QJsonObject &key, const char *state)
    {
        return api.patch(one(key.value(u"id").toInteger()),
                         body({{u"state"_qs, QLatin1String(state)}}));
    }
    static void serveZone(ServedApi &api)
    {
        QCOMPARE(api.post("/2/zones/example.org").status, 200);
    }
    static QStringList published(ServedApi &api)
    {
        QStringList lines;
        for (const QString &line : api.host.zoneServer.lines(QStringLiteral("example.org")))
            if (line.contains(QStringLiteral("_domainkey")))
                lines.append(line);
        return lines;
    }

private slots:
    void aKeyIsMade()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        QCOMPARE(key.value(u"selector").toString(), u"mw20270115a"_qs);
        QCOMPARE(key.value(u"algorithm").toString(), u"rsa"_qs);
        QCOMPARE(key.value(u"state").toString(), u"made"_qs);
        QVERIFY(key.value(u"signs_since").isNull());
        QVERIFY(!key.contains(u"service"));
        QCOMPARE(made(api).value(u"selector").toString(), u"mw20270115b"_qs);
        const QJsonObject other = made(api, u"Mail.One"_qs, u"ed25519"_qs);
        QCOMPARE(other.value(u"selector").toString(), u"mail.one"_qs);
        QCOMPARE(other.value(u"algorithm").toString(), u"ed25519"_qs);
        QCOMPARE(api.host.signer.keys().size(), 3);
        QVERIFY(api.host.signer.signing().isEmpty());
        QCOMPARE(api.get(keys).list().size(), 3);
        QCOMPARE(api.get(keys + "?page=2&per_page=2").list().size(), 1);
        // Told to those who follow, and written down.
        const QJsonArray changes =
            api.get(QByteArray(hosting) + "/changes?since=0").object().value(u"changes").toArray();
        const QJsonObject change = changes.last().toObject();
        QCOMPARE(change.value(u"kind").toString(), u"dkim_key"_qs);
        QCOMPARE(change.value(u"mailbox_name").toString(), QString());
        QCOMPARE(change.value(u"object").toObject(), other);
        const QJsonObject audit = api.get(QByteArray(hosting) + "/audit").list().first().toObject();
        QCOMPARE(audit.value(u"after")[u"selector"].toString(), u"mail.one"_qs);
        QCOMPARE(audit.value(u"user")[u"display_name"].toString(), u"Ana Example"_qs);
        QCOMPARE(api.misfits, QStringList());
    }

    void whatCannotBeMade()
    {
        ServedApi api;
        api.foreignService();
        for (const char *selector : {"a_b", "-a", "a..b", "../../etc", "a b", "%"}) {
            const Reply reply = api.post(keys, body({{u"domain"_qs, u"example.org"_qs},
                                                     {u"selector"_qs, QLatin1String(selector)}}));
            QCOMPARE(reply.status, 422);
            QCOMPARE(reply.attributes(), QStringList{u"selector"_qs});
        }
        for (const char *domain : {"other.example", "nowhere.example", "no name", ""}) {
            const Reply reply = api.post(keys, body({{u"domain"_qs, QLatin1String(domain)}}));
            QCOMPARE(reply.status, 422);
            QCOMPARE(reply.attributes(), QStringList{u"domain"_qs});
        }
        QCOMPARE(api.post(keys, R"({"domain":"example.org","algorithm":"dsa"})").status, 422);
        QVERIFY(api.host.signer.keys().isEmpty());
        made(api, u"one"_qs);
        const Reply again = api.post(keys, R"({"domain":"example.org","selector":"ONE"})");
        QCOMPARE(again.status, 409);
        QCOMPARE(again.code(), u"selector_already_exists"_qs);
        QCOMPARE(api.host.signer.keys().size(), 1);
        QCOMPARE(api.misfits, QStringList());
    }

    // Nobody may meet another key under a name that he remembers.
    void aSelectorIsNotUsedAgain()
    {
        ServedApi api;
        const QJsonObject key = made(api, u"one"_qs);
        QCOMPARE(api.remove(one(key.value(u"id").toInteger())).status, 200);
        QVERIFY(api.host.signer.keys().isEmpty());
        QVERIFY(api.get(keys).list().isEmpty());
        QCOMPARE(api.post(keys, R"({"domain":"example.org","selector":"one"})").code(),
                 u"selector_already_exists"_qs);
        const QJsonObject first = made(api);
        QCOMPARE(api.remove(one(first.value(u"id").toInteger())).status, 200);
        QCOMPARE(made(api).value(u"selector").toString(), u"mw20270115b"_qs);
    }

    void itSignsOnceTheWorldSeesIt()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        Reply reply = move(api, key, "signing");
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.code(), u"not_published"_qs);
        QVERIFY(reply.error().value(u"description").toString().contains(u"ns1.elsewhere.example"));
        QVERIFY(api.host.signer.signing().isEmpty());
        QCOMPARE(api.get(keys).list()[0][u"state"].toString(), u"made"_qs);
        // Another text under the name is not it.
        api.world.publish("mw20270115a._domainkey.example.org", "v=DKIM1; k=rsa; p=other");
        QCOMPARE(move(api, key, "signing").code(), u"not_published"_qs);
        show(api, key);
        reply = move(api, key, "signing");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object().value(u"signs_since").toInteger(),
                 api.clock.now().toSecsSinceEpoch());
        QCOMPARE(host::RecordingSigning::names(api.host.signer.signing()), u"mw20270115a"_qs);
        QCOMPARE(api.get(keys + "/signed_message?domain=EXAMPLE.org").object().value(u"message"),
                 QJsonValue(
                     u"DKIM-Signature: s=mw20270115a\r\nFrom: postmaster@example.org\r\n\r\n"_qs));
        QCOMPARE(move(api, key, "signing").status, 200); // it does already
        // A second one beside it.
        const QJsonObject other = made(api, {}, u"ed25519"_qs);
        show(api, other);
        QCOMPARE(move(api, other, "signing").status, 200);
        QCOMPARE(api.host.signer.signing().size(), 2);
        QCOMPARE(api.misfits, QStringList());
    }

    void nameServersThatDoNotAnswer()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        api.world.failWith(Error{Error::Kind::Offline, u"nobody knows"_qs, {}, {}, 0});
        QCOMPARE(move(api, key, "signing").status, 503);
        QCOMPARE(api.get(keys).list()[0][u"state"].toString(), u"made"_qs);
    }

    void andRetires()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        show(api, key);
        QCOMPARE(move(api, key, "retiring").status, 409); // it never signed
        move(api, key, "signing");
        QCOMPARE(api.remove(one(1)).code(), u"key_signs"_qs);
        QCOMPARE(api.host.signer.keys().size(), 1);
        QCOMPARE(move(api, key, "retiring").object().value(u"state").toString(), u"retiring"_qs);
        QVERIFY(api.host.signer.signing().isEmpty());
        QCOMPARE(api.host.signer.keys().size(), 1);
        QCOMPARE(api.get(keys + "/signed_message?domain=example.org").code(), u"not_signed"_qs);
        // Back again, as long as its private half is there.
        QCOMPARE(move(api, key, "signing").status, 200);
        QCOMPARE(move(api, key, "retiring").status, 200);
        QVERIFY(api.host.signer.dropKey(api.host.signer.keys().first()));
        QCOMPARE(move(api, key, "signing").code(), u"no_private_half"_qs);
        QCOMPARE(move(api, key, "retired").status, 200);
        QCOMPARE(move(api, key, "signing").code(), u"key_is_retired"_qs);
        QCOMPARE(api.patch(one(1), R"({"state":"made"})").status, 422);
        QCOMPARE(api.remove(one(1)).status, 200);
        QCOMPARE(api.misfits, QStringList());
    }

    // Stops first, then cannot sign any more, and only then is withdrawn.
    void atOnceWhenItIsKnownToOthers()
    {
        ServedApi api;
        serveZone(api);
        const QJsonObject key = made(api);
        QCOMPARE(move(api, key, "signing").status, 200);
        api.host.signer.takeEvents();
        QCOMPARE(move(api, key, "retired").object().value(u"state").toString(), u"retired"_qs);
        QCOMPARE(api.host.signer.takeEvents(),
                 (QStringList{u"sign with "_qs, u"drop mw20270115a"_qs}));
        QCOMPARE(published(api), QStringList());
    }

    void itsRecordComesAndGoesWithIt()
    {
        ServedApi api;
        serveZone(api);
        const QJsonObject key = made(api);
        const QString line = u"mw20270115a._domainkey.example.org 3600 TXT \"%1\""_qs.arg(
            key.value(u"record").toString());
        QCOMPARE(published(api), QStringList{line});
        QCOMPARE(move(api, key, "signing").status, 200);
        QVERIFY(api.world.asked().isEmpty()); // the zone is ours: its own servers were asked
        QCOMPARE(move(api, key, "retiring").status, 200);
        QCOMPARE(published(api), QStringList{line});
        QCOMPARE(move(api, key, "retired").status, 200);
        QCOMPARE(published(api), QStringList());
        const QJsonObject other = made(api);
        QCOMPARE(published(api).size(), 1);
        QCOMPARE(api.remove(one(other.value(u"id").toInteger())).status, 200);
        QCOMPARE(published(api), QStringList());
        QCOMPARE(api.misfits, QStringList());
    }

    // Somebody else's record under the name: nothing is made.
    void whatIsInTheWay()
    {
        ServedApi api;
        serveZone(api);
        QCOMPARE(api.post("/2/zones/example.org/records",
                          R"({"source":"one._domainkey","type":"CNAME","ttl":300,
                              "target":"keys.example.net"})")
                     .status,
                 200);
        const Reply reply = api.post(keys, R"({"domain":"example.org","selector":"one"})");
        QCOMPARE(reply.code(), u"dns_record_mutual_exclusion"_qs);
        QVERIFY(api.host.signer.keys().isEmpty());
        QVERIFY(api.get(keys).list().isEmpty());
    }

    // The zone became ours after the key was made.
    void theZoneComesLater()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        serveZone(api);
        QCOMPARE(move(api, key, "signing").status, 200);
        QCOMPARE(published(api).size(), 1);
    }

    void twoAdministrators()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        show(api, key);
        QCOMPARE(api.patch(one(1), R"({"state":"signing"})", "\"7\"").code(), u"conflict"_qs);
        QCOMPARE(api.patch(one(1), R"({"state":"signing"})", "\"1\"").status, 200);
        QCOMPARE(api.patch(one(1), R"({"state":"retiring"})", "\"1\"").code(), u"conflict"_qs);
        QCOMPARE(api.patch(one(1), R"({"state":"retiring"})", "\"2\"").status, 200);
        QCOMPARE(api.remove(one(1), "\"2\"").code(), u"conflict"_qs);
        QCOMPARE(api.host.signer.keys().size(), 1);
        QCOMPARE(api.remove(one(1), "\"3\"").status, 200);
    }

    void openDkimIsAway()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        show(api, key);
        api.host.signer.failWith(Error{Error::Kind::Offline, u"away"_qs, {}, {}, 0});
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"could not be changed"_qs));
        const Reply reply = move(api, key, "signing");
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.code(), u"saved_not_in_effect"_qs);
        QCOMPARE(api.get(keys).list()[0][u"state"].toString(), u"signing"_qs);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"could not be changed"_qs));
        api.daemon.work().runDue();
        QVERIFY(api.host.signer.signing().isEmpty());
        // What needs it settled first is refused: nothing of it is saved.
        QCOMPARE(move(api, key, "retired").code(), u"signing_is_behind"_qs);
        QCOMPARE(api.remove(one(1)).code(), u"signing_is_behind"_qs);
        QCOMPARE(api.get(keys).list()[0][u"state"].toString(), u"retiring"_qs);
        QCOMPARE(move(api, key, "signing").code(), u"saved_not_in_effect"_qs);
        // Back again: without being asked.
        api.host.signer.failWith({});
        api.daemon.work().runDue();
        QCOMPARE(api.host.signer.signing().size(), 1);
        // A key that cannot be made leaves nothing.
        api.host.signer.failWith(Error{Error::Kind::Storage, u"disk"_qs, {}, {}, 0});
        QCOMPARE(api.post(keys, R"({"domain":"example.org"})").status, 500);
        QCOMPARE(api.get(keys).list().size(), 1);
    }

    void whereNothingCanBeSigned()
    {
        ServedApi api;
        const auto can = [&] {
            return *capabilitiesFromJson(api.get(QByteArray(hosting) + "/capabilities").object());
        };
        QVERIFY(can().has(u"dkim"));
        QVERIFY(can().can(Verb::Create, u"dkim_key", u"selector"));
        QVERIFY(can().can(Verb::Update, u"dkim_key", u"state"));
        QVERIFY(can().has(u"jobs") && can().has(u"security"));
        api.host.signer.refuse(u"the package opendkim is not installed"_qs);
        api.post(boxes(),
                 R"({"mailbox_name":"ana"})"); // so that the answer is not a remembered one
        QVERIFY(!can().has(u"dkim"));
        QCOMPARE(can().can(Verb::Create, u"dkim_key").reason, u"no-opendkim"_qs);
        const Reply reply = api.post(keys, R"({"domain":"example.org"})");
        QCOMPARE(reply.status, 501);
        QVERIFY(reply.error().value(u"description").toString().contains(u"opendkim"));
        QCOMPARE(api.post(QByteArray(hosting) + "/diagnostic/dkim/rotate").status, 501);
        QCOMPARE(api.misfits, QStringList());
    }

    void whoMay()
    {
        ServedApi api;
        const QJsonObject key = made(api);
        const qint64 foreign = api.foreignService();
        api.useToken(1, db::Scope::Write);
        QCOMPARE(api.get(keys).list().size(), 1);
        QCOMPARE(api.post(keys, R"({"domain":"example.org"})").status, 403);
        QCOMPARE(move(api, key, "signing").status, 403);
        QCOMPARE(api.remove(one(1)).status, 403);
        QCOMPARE(api.post(QByteArray(hosting) + "/diagnostic/dkim/rotate").status, 403);
        api.useToken(1, db::Scope::Admin);
        QCOMPARE(api.get("/1/mail_hostings/" + QByteArray::number(foreign) + "/dkim_keys").status,
                 404);
        QCOMPARE(api.get(keys + "/signed_message?domain=other.example").status, 422);
        QCOMPARE(api.get(keys + "/signed_message").status, 422);
        QCOMPARE(api.remove(one(77)).status, 404);
        QCOMPARE(api.patch(one(77), R"({"state":"retired"})").status, 404);
        QCOMPARE(api.misfits, QStringList());
    }
};

QTEST_GUILESS_MAIN(Dkim)
#include "dkim.moc"
