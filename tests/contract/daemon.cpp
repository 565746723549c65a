// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon answers what the published API says, operation by operation.
#include "tests/contract/facts.h"
#include "tests/support/servedapi.h"

#include <QSet>
#include <QTest>

class ContractOfTheDaemon : public QObject
{
    Q_OBJECT

    const Facts m_facts{QStringLiteral(FACTS)};

    // Asks, holds the answer (and the body) against the facts, and notes the operation as seen.
    void hold(ServedApi &api, const char *operation, const QByteArray &target,
              const QByteArray &body = {})
    {
        const QString name = QString::fromLatin1(operation);
        m_seen.insert(name);
        const QJsonObject facts = m_facts.operation(name);
        QVERIFY2(!facts.isEmpty(), operation);
        if (!body.isEmpty())
            QCOMPARE(m_facts.bodyFaults(name, QJsonDocument::fromJson(body).object()),
                     QStringList());
        const Reply reply = api.send(name.section(u' ', 0, 0).toLatin1(), target, body);
        QCOMPARE(reply.status, facts.value(u"status").toInt(200));
        QCOMPARE(m_facts.answerFaults(name, reply.json), QStringList());
        m_last = reply;
    }

    void refuse(const Reply &reply, const char *what)
    {
        const auto [status, code] = m_facts.refusal(QLatin1String(what));
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.code(), code);
    }

    QSet<QString> m_seen;
    Reply m_last;

private slots:
    void everyOperation()
    {
        ServedApi api;
#define H "/1/mail_hostings/{mail_hosting_id}"
#define M H "/mailboxes/{mailbox_name}"
        hold(api, "GET /2/profile", "/2/profile?with=emails,phones&no_avatar_default=1");
        hold(api, "GET /1/accounts", "/1/accounts?with=logo&order_by=name");
        hold(api, "GET /1/accounts/{account_id}", "/1/accounts/1");
        hold(api, "GET /2/accounts/{account_id}/users", "/2/accounts/1/users?page=1&per_page=100");
        hold(api, "GET /1/mail_hostings", "/1/mail_hostings?account_id=1&with=quota&page=1");
        hold(api, "GET " H, "/1/mail_hostings/1?with=quota");
        hold(api, "GET " H "/preferences", "/1/mail_hostings/1/preferences");
        hold(
            api, "PATCH " H "/preferences", "/1/mail_hostings/1/preferences",
            R"({"default_permissions":{"can_manage_rules":false},"blocked_senders":["a@b.example"]})");
        hold(api, "POST " H "/mailboxes", boxes(),
             R"({"mailbox_name":"ana","note":"n","target":"ksuite_user","password":"x",
                 "signature_model_id":null,"random_delivery_host":null})");
        hold(api, "PATCH " M, boxes("/ana"),
             R"({"note":"new","has_move_spam":true,"authorized_senders":["a@b.example"]})");
        const QByteArray everything =
            "with=full_name,has_auto_responder,auto_responder,redirection,aliases,full_aliases,"
            "created_at,password_last_changed_at,size,size_refresh,last_login,"
            "operation_in_progress,has_move_spam,authorized_senders,blocked_senders,"
            "has_dkim_signature,is_dkim_updatable,has_mail_filtering,"
            "mail_filtering_folder_commercials,mail_filtering_folder_social_networks,auth,"
            "is_removable,mailbox_id,users,teams,count_users,count_signatures,count_invitations,"
            "count_devices,has_legacy_device,has_multi_password,external_mail_flag_enabled,"
            "smtpban,permissions,access_rights,account_user";
        hold(api, "GET " M, boxes("/ana?unit=B&" + everything));
        hold(api, "GET " H "/mailboxes", boxes("?page=1&per_page=500&" + everything));
        hold(api, "DELETE " M "/accesses/webmail/users/{user_id}",
             boxes("/ana/accesses/webmail/users/3"));
        hold(api, "POST " M "/accesses/webmail", boxes("/ana/accesses/webmail"),
             R"({"user_id":3,"permissions":{"can_manage_aliases":true,"can_access_logs":false}})");
        hold(api, "PATCH " M "/accesses/webmail/users/{user_id}",
             boxes("/ana/accesses/webmail/users/3"), R"({"permissions":{"can_access_logs":true}})");
        hold(api, "GET " M "/accesses/webmail", boxes("/ana/accesses/webmail?page=1"));
        hold(api, "GET " M "/accesses/webmail/users", boxes("/ana/accesses/webmail/users?page=1"));
        for (const char *body :
             {R"({"protocols":"pop3-imap","user_id":1,"label":"Phone","type":"phone"})",
              R"({"protocols":"imap","user_id":null,"device_uid":"u-1"})",
              R"({"protocols":"pop3","user_id":2})"})
            hold(api, "POST " M "/accesses/devices", boxes("/ana/accesses/devices"), body);
        hold(api, "GET " M "/accesses/devices", boxes("/ana/accesses/devices?page=1"));
        hold(api, "GET " M "/accesses/devices/users/{user_id}",
             boxes("/ana/accesses/devices/users/1"));
        hold(api, "POST " M "/accesses/devices/{device_access_id}",
             boxes("/ana/accesses/devices/1"));
        hold(api, "DELETE " M "/accesses/devices/{device_access_id}",
             boxes("/ana/accesses/devices/1"));
        hold(api, "DELETE " M "/accesses/devices/users/{user_id}",
             boxes("/ana/accesses/devices/users/2"));
        hold(api, "DELETE " M "/accesses/devices", boxes("/ana/accesses/devices"));
        hold(api, "DELETE " M, boxes("/ana"));
        // Published without its body and its answer; these are ours.
        hold(api, "POST " H "/diagnostic/dkim/rotate", "/1/mail_hostings/1/diagnostic/dkim/rotate",
             R"({"domain":"example.org","overlap":3600})");
        hold(api, "GET " H "/diagnostic/dkim/rotate", "/1/mail_hostings/1/diagnostic/dkim/rotate");
#define Z "/2/zones/{zone}"
        const QByteArray zone = "/2/zones/example.org";
        hold(api, "POST " Z, zone + "?with=records,skel",
             R"({"skel":"@ 300 MX 10 mail\nmail 300 A 192.0.2.1"})");
        hold(api, "DELETE " Z, zone);
        hold(api, "POST " Z, zone);
        hold(api, "GET " Z, zone + "?with=records,skel");
        hold(api, "GET " Z "/exists", zone + "/exists");
        hold(api, "GET /2/domains/{domain}/zones", "/2/domains/example.org/zones?page=1");
        hold(api, "GET /2/domains/domains/{domain}/zones", "/2/domains/domains/example.org/zones");
        for (const char *body :
             {R"({"source":"a","type":"TLSA","target":"3 1 0 aa","ttl":60})",
              R"({"source":null,"type":"CAA","target":"0 issue ca.example","ttl":86400})",
              R"({"type":"TXT","target":"x","ttl":300})",
              R"({"source":"b","type":"DS","target":"1 13 0 aa","ttl":300})",
              R"({"source":"c","type":"SSHFP","target":"4 0 aa","ttl":300})"})
            hold(api, "POST " Z "/records", zone + "/records", body);
        const QByteArray record =
            zone + "/records/" + QByteArray::number(m_last.object().value(u"id").toInteger());
        hold(api, "GET " Z "/records", zone + "/records?page=1&per_page=100&with=description");
        hold(api, "GET " Z "/records/{record_id}", record);
        hold(api, "PUT " Z "/records/{record_id}", record, R"({"target":"4 0 bb","ttl":600})");
        hold(api, "GET " Z "/records/{record_id}/check", record + "/check");
        hold(api, "DELETE " Z "/records/{record_id}", record);
        hold(api, "PUT " Z, zone, R"({"skel":"@ 300 MX 0 ."})");
#undef Z
#undef M
#undef H
        QSet<QString> all;
        for (const QString &operation : m_facts.operations())
            all.insert(operation);
        QCOMPARE(m_seen, all);
        QCOMPARE(api.misfits, QStringList());
    }

    // Every published operation that the daemon has is in the facts; the rest is marked as ours.
    void nothingIsPassedOver()
    {
        const QStringList published = m_facts.operations();
        for (const api::Route &route : api::routes()) {
            const QString name = QString::fromLatin1(route.method + ' ' + route.path);
            QVERIFY2(published.contains(name) != route.isOurs, qPrintable(name));
        }
    }

    // What a route takes beside its published query is marked as ours, and nothing else.
    void queriesAreTheSame()
    {
        for (const api::Route &route : api::routes()) {
            if (route.isOurs)
                continue;
            const QString name = QString::fromLatin1(route.method + ' ' + route.path);
            const QStringList published =
                m_facts.operation(name).value(u"query").toString().split(u' ');
            const QJsonArray described =
                api::openApiJson()
                    .value(u"paths")[QString::fromLatin1(route.path)]
                                    [QString::fromLatin1(route.method.toLower())][u"parameters"]
                    .toArray();
            for (const QJsonValue parameter : described) {
                const QString where = parameter[u"in"].toString();
                const bool isPublished =
                    where == u"path" ||
                    (where == u"query" && published.contains(parameter[u"name"].toString()));
                QVERIFY2(parameter[u"x-mailwright"].toBool() != isPublished,
                         qPrintable(name + u' ' + parameter[u"name"].toString()));
            }
        }
    }

    void bodiesAreTheSame()
    {
        for (const api::Route &route : api::routes()) {
            if (route.body.isEmpty() || route.isOurs)
                continue;
            const QString name = QString::fromLatin1(route.method + ' ' + route.path);
            const QJsonObject fields =
                api::openApiJson()
                    .value(u"components")[u"schemas"][route.body][u"properties"]
                    .toObject();
            QStringList ours;
            for (const QString &field : fields.keys())
                if (!fields.value(field)[u"x-mailwright"].toBool())
                    ours.append(field);
            QStringList theirs;
            for (QString field : m_facts.operation(name).value(u"body").toObject().keys())
                theirs.append(field.remove(u'!'));
            ours.sort();
            theirs.sort();
            QCOMPARE(ours, theirs);
        }
    }

    void refusals()
    {
        ServedApi api;
        refuse(api.get(boxes("/ana")), "no such object");
        api.post(boxes(), R"({"mailbox_name":"ana","target":"current_user"})");
        refuse(api.post(boxes(), R"({"mailbox_name":"ana"})"), "mailbox name taken");
        refuse(api.post(boxes("/ana/accesses/webmail"), R"({"user_id":1})"),
               "access given already");
        refuse(api.post(boxes("/ana/accesses/webmail"), R"({"user_id":55})"),
               "person of another account");
        refuse(api.remove(boxes("/ana/accesses/webmail/users/2")), "no access to take");
        api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap","user_id":1})");
        refuse(api.post(boxes("/ana/accesses/devices"),
                        R"({"protocols":"imap","user_id":1,"device_id":1})"),
               "device has access already");
        refuse(api.post(boxes("/ana/accesses/devices"), R"({"protocols":"imap","device_id":1})"),
               "device of another user");
        refuse(api.post(boxes(), R"({"mailbox_name":"ä"})"), "bad value");
        refuse(api.get("/4/nothing"), "no such path");
        const QByteArray zone = "/2/zones/example.org";
        refuse(api.get(zone), "no such zone");
        refuse(api.post("/2/zones/elsewhere.example"), "no such object");
        api.post(zone);
        refuse(api.post(zone), "zone there already");
        const auto record = [&](const char *source, const char *type, const char *target) {
            return api.post(
                zone + "/records",
                QJsonDocument(QJsonObject{{QStringLiteral("source"), QLatin1String(source)},
                                          {QStringLiteral("type"), QLatin1String(type)},
                                          {QStringLiteral("target"), QLatin1String(target)},
                                          {QStringLiteral("ttl"), 300}})
                    .toJson());
        };
        refuse(record("mail", "A", "192.0.2.25"), "record there already");
        refuse(record("mail", "CNAME", "a.example.net"), "records that exclude each other");
        refuse(record("a", "A", "a.example.net"), "bad record");
        refuse(record("a", "PTR", "a.example.net"), "type of record not offered");
        refuse(api.get(zone + "/records/999"), "no such object");
        api.token.clear();
        refuse(api.get("/2/profile"), "no token");
        QCOMPARE(api.misfits, QStringList());
    }
};

QTEST_GUILESS_MAIN(ContractOfTheDaemon)
#include "daemon.moc"
