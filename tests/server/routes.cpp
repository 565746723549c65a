// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes and its description are one; what is known and not offered says so.
#include "tests/support/servedapi.h"

#include <QSet>
#include <QTest>

class Routes : public QObject
{
    Q_OBJECT

private slots:
    void describedBothWays()
    {
        QSet<QByteArray> table;
        for (const api::Route &route : api::routes())
            table.insert(route.method + ' ' + route.path);
        QCOMPARE(table.size(), api::routes().size());
        ServedApi served;
        served.token.clear(); // it is for everyone
        api::Request request;
        request.path = "/openapi.json";
        const api::Response response = served.daemon.router().answer(request);
        QCOMPARE(response.status, 200);
        const QJsonObject document = QJsonDocument::fromJson(response.body).object();
        QSet<QByteArray> described;
        const QJsonObject paths = document.value(u"paths").toObject();
        for (auto path = paths.constBegin(); path != paths.constEnd(); ++path) {
            const QJsonObject item = path->toObject();
            for (auto operation = item.constBegin(); operation != item.constEnd(); ++operation)
                described.insert(operation.key().toUpper().toLatin1() + ' ' +
                                 path.key().toLatin1());
        }
        QCOMPARE(described, table);
    }

    // Every reference leads somewhere, every variable of a path is described.
    void theDescriptionIsWhole()
    {
        const QJsonObject document = api::openApiJson();
        const QByteArray text = QJsonDocument(document).toJson();
        const QJsonObject schemas = document.value(u"components")[u"schemas"].toObject();
        QVERIFY(schemas.size() > 20);
        qsizetype at = 0;
        const QByteArray mark = "\"#/components/schemas/";
        int references = 0;
        while ((at = text.indexOf(mark, at)) >= 0) {
            at += mark.size();
            const QString name = QString::fromLatin1(text.mid(at, text.indexOf('"', at) - at));
            QVERIFY2(schemas.contains(name), qPrintable(name));
            ++references;
        }
        QVERIFY(references > 50);
        const QJsonObject refusals = document.value(u"components")[u"responses"].toObject();
        for (const QByteArray &part : text.split('"'))
            if (part.startsWith("#/components/responses/"))
                QVERIFY2(refusals.contains(QString::fromLatin1(part.mid(23))), part.constData());
        QVERIFY(!text.contains("commas: \"")); // of no words
        for (const api::Route &route : api::routes()) {
            QVERIFY(!route.answer.isEmpty());
            QVERIFY(!route.summary.isEmpty());
            const bool writes = route.method != "GET";
            QVERIFY2(!writes || route.scope > db::Scope::Read, route.path.constData());
        }
    }

    void knownButNotOffered()
    {
        ServedApi api;
        QVERIFY(api::notOffered().size() > 100);
        for (const auto &[method, path] : api::notOffered()) {
            QByteArray filled;
            for (const QByteArray &part : path.mid(1).split('/'))
                filled += '/' + (part == "{mailbox_name}" ? QByteArray("x")
                                 : part.startsWith('{')   ? QByteArray("1")
                                                          : part);
            const Reply reply = api.send(method, filled, "{}");
            QVERIFY2(reply.status == 501, (method + ' ' + filled).constData());
        }
        QCOMPARE(api.misfits, QStringList());
    }

    void unknown()
    {
        ServedApi api;
        for (const char *path :
             {"/", "/3/profile", "/1/mail_hostings/1/colours", "/1/mail_hostings/x",
              "/1/mail_hostings/1/mailboxes/a/b/c/d/e/f/g/h", "//", "/%2e"}) {
            const Reply reply = api.get(path);
            QCOMPARE(reply.status, 404);
            QCOMPARE(reply.code(), u"method_not_found"_qs);
        }
        QCOMPARE(api.send("TRACE", "/2/profile").status, 404);
        QCOMPARE(api.send("PUT", boxes("/ana")).status, 404);
        QCOMPARE(api.misfits, QStringList());
    }

    void deleteByPost()
    {
        ServedApi api;
        api.post(boxes(), R"({"mailbox_name":"ana"})");
        api.post(boxes(), R"({"mailbox_name":"bea"})");
        api.methodOverride = "DELETE";
        QCOMPARE(api.post(boxes("/ana")).status, 200);
        api.methodOverride.clear();
        QCOMPARE(api.post(boxes("/bea?_method=delete")).status, 200);
        QVERIFY(api.get(boxes()).list().isEmpty());
        QCOMPARE(api.get(boxes("?_method=DELETE")).status, 200); // only POST can mean another
    }

    void accounts()
    {
        ServedApi api;
        QCOMPARE(api.get("/2/profile?with=emails,phones")
                     .object()
                     .value(u"emails")[0][u"email"]
                     .toString(),
                 u"ana@example.net"_qs);
        QCOMPARE(api.get("/1/accounts").list()[0][u"id"].toInt(), 1);
        QCOMPARE(api.get("/1/accounts/1").object().value(u"name").toString(), u"example.org"_qs);
        const Reply users = api.get("/2/accounts/1/users?page=1&order_by=display_name&order=desc");
        QCOMPARE(users.json.value(u"total").toInt(), 3);
        QCOMPARE(users.list()[0][u"display_name"].toString(), u"Cy Gamma"_qs);
        QCOMPARE(api.get("/2/accounts/1/users?search=BEN%40").list().size(), 1);
        QCOMPARE(api.get("/2/accounts/1/users?filter[role_type]=admin").list().size(), 1);
        QCOMPARE(api.get("/2/accounts/1/users?filter[state_in_account]=pending").list().size(), 0);
        QCOMPARE(api.get("/1/mail_hostings").attributes(), QStringList{u"account_id"_qs});
        const Reply services = api.get("/1/mail_hostings?account_id=1&with=quota&search=EXAMPLE");
        QCOMPARE(services.list()[0][u"main_fqdn"].toString(), u"example.org"_qs);
        QCOMPARE(services.list()[0][u"used"].toInt(), 0);
        QCOMPARE(api.get("/1/mail_hostings/1").object().value(u"account_id").toInt(), 1);
        QCOMPARE(api.misfits, QStringList());
    }
};

QTEST_GUILESS_MAIN(Routes)
#include "routes.moc"
