// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon's routes on a fresh database, without a socket. Every answer is held against the
// daemon's own /openapi.json as it passes; what does not fit stands in `misfits`.
#pragma once

#include "server/api/openapi.h"
#include "server/api/route.h"
#include "server/api/router.h"
#include "server/daemon.h"
#include "server/db/people.h"
#include "server/db/rights.h"
#include "server/db/seed.h"
#include "server/db/services.h"
#include "server/db/tokens.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jsonschema.h"
#include "tests/support/recordinghost.h"
#include "tests/support/toldworld.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <map>

struct Reply
{
    int status = 0;
    QJsonObject json;
    QList<QPair<QByteArray, QByteArray>> headers;

    QJsonValue data() const { return json.value(u"data"); }
    QJsonObject object() const { return data().toObject(); }
    QJsonArray list() const { return data().toArray(); }
    QJsonObject error() const { return json.value(u"error").toObject(); }
    QString code() const { return error().value(u"code").toString(); }
    // The fields that a refusal names.
    QStringList attributes() const
    {
        QStringList names;
        for (const QJsonValue one : error().value(u"errors").toArray())
            names.append(one[u"context"][u"attribute"].toString());
        return names;
    }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers)
            if (key == name)
                return value;
        return {};
    }
};

class ServedApi
{
public:
    // People: 1 Ana Example (owner), 2 Ben Beta, 3 Cy Gamma (administrator). Service 1:
    // example.org.
    ServedApi()
        : daemon(host, clock,
                 {.databasePath = directory.filePath(QStringLiteral("main.db")),
                  .http = {},
                  .world = &world,
                  .pace = hurried()})
        , m_schema(m_document)
    {
        if (const auto opened = daemon.open(); !opened)
            qFatal("%s", qPrintable(opened.error().detail));
        const auto seeded =
            db::seed(daemon.database(), QStringLiteral("example.org"),
                     QStringLiteral("Ana Example"), QStringLiteral("ana@example.net"),
                     {{QStringLiteral("Ben"), QStringLiteral("Beta"),
                       QStringLiteral("ben@example.net"), mail::Role::Normal},
                      {QStringLiteral("Cy"), QStringLiteral("Gamma"),
                       QStringLiteral("cy@example.net"), mail::Role::Administrator}},
                     clock);
        if (!seeded)
            qFatal("%s", qPrintable(seeded.error().detail));
        token = seeded->reveal();
    }

    Reply send(const QByteArray &method, const QByteArray &target,
               const QByteArray &body = QByteArray(), const QByteArray &ifMatch = QByteArray())
    {
        api::Request request;
        request.method = method;
        const qsizetype question = target.indexOf('?');
        request.path = question < 0 ? target : target.left(question);
        request.query = question < 0 ? QByteArray() : target.mid(question + 1);
        request.body = body;
        request.authorization = token.isEmpty() ? QByteArray() : "Bearer " + token;
        request.ifMatch = ifMatch;
        request.methodOverride = methodOverride;
        request.peer = peer;
        const api::Response response = daemon.router().answer(request);
        Reply reply{response.status, QJsonDocument::fromJson(response.body).object(),
                    response.headers};
        judge(request.method, request.path, reply);
        return reply;
    }
    Reply get(const QByteArray &target) { return send("GET", target); }
    Reply post(const QByteArray &target, const QByteArray &body = "{}")
    {
        return send("POST", target, body);
    }
    Reply patch(const QByteArray &target, const QByteArray &body, const QByteArray &ifMatch = {})
    {
        return send("PATCH", target, body, ifMatch);
    }
    Reply remove(const QByteArray &target, const QByteArray &ifMatch = {})
    {
        return send("DELETE", target, {}, ifMatch);
    }

    // A token of that person, in use from now on.
    void useToken(qint64 person, db::Scope scope, const QList<qint64> &services = {},
                  const std::optional<QDateTime> &expiresAt = {})
    {
        const auto made = db::createToken(
            daemon.database(), {person, QStringLiteral("test"), scope, services, expiresAt},
            clock.now());
        token = made ? made->reveal() : QByteArray();
    }

    // A service of another organisation, by its id.
    qint64 foreignService()
    {
        const auto other =
            db::createOrganisation(daemon.database(), QStringLiteral("Other"), clock.now());
        db::NewService wish;
        wish.organisation = *other;
        wish.name = QStringLiteral("Other");
        wish.domain = QStringLiteral("other.example");
        return *db::createService(daemon.database(), wish, clock.now());
    }

    static Pace hurried()
    {
        constexpr std::chrono::milliseconds soon{20};
        return {soon, soon, soon, soon, soon};
    }

    QTemporaryDir directory;
    host::RecordingHost host;
    FakeClock clock;
    ToldWorld world;
    Daemon daemon;
    QByteArray token;
    QByteArray peer = "127.0.0.1";
    QByteArray methodOverride;
    QStringList misfits;
    std::map<QByteArray, int> answered; // "GET /1/…": how often with success

private:
    static bool fits(const QByteArray &pattern, const QByteArray &path)
    {
        const auto a = pattern.split('/');
        const auto b = path.split('/');
        if (a.size() != b.size())
            return false;
        for (qsizetype i = 0; i < a.size(); ++i) {
            bool isNumber = false;
            b.at(i).toLongLong(&isNumber);
            if (a.at(i).startsWith('{') ? a.at(i).endsWith("_id}") && !isNumber
                                        : a.at(i) != b.at(i))
                return false;
        }
        return true;
    }

    QJsonObject operationOf(const api::Route &route) const
    {
        return m_document
            .value(u"paths")[QString::fromLatin1(route.path)]
                            [QString::fromLatin1(route.method.toLower())]
            .toObject();
    }

    void judge(const QByteArray &method, const QByteArray &path, const Reply &reply)
    {
        QJsonObject schema{
            {QStringLiteral("$ref"), QStringLiteral("#/components/schemas/ErrorEnvelope")}};
        for (const api::Route &route : api::routes()) {
            if (route.method != method || !fits(route.path, path))
                continue;
            if (reply.status >= 300) {
                if (!operationOf(route)
                         .value(u"responses")
                         .toObject()
                         .contains(QString::number(reply.status)))
                    misfits.append(
                        QStringLiteral("%1 %2: status %3 is not described")
                            .arg(QString::fromLatin1(method), QString::fromLatin1(route.path))
                            .arg(reply.status));
                continue;
            }
            ++answered[route.method + ' ' + route.path];
            schema = operationOf(route)
                         .value(u"responses")[QString::number(reply.status)][u"content"]
                                             [u"application/json"][u"schema"]
                         .toObject();
            if (schema.isEmpty())
                misfits.append(QStringLiteral("%1 %2: status %3 is not described")
                                   .arg(QString::fromLatin1(method), QString::fromLatin1(path))
                                   .arg(reply.status));
        }
        for (const QString &fault : m_schema.faults(reply.json, schema))
            misfits.append(QStringLiteral("%1 %2 → %3: %4")
                               .arg(QString::fromLatin1(method), QString::fromLatin1(path))
                               .arg(reply.status)
                               .arg(fault));
    }

    const QJsonObject m_document = api::openApiJson();
    JsonSchema m_schema;
};

inline constexpr char hosting[] = "/1/mail_hostings/1";
inline QByteArray boxes(const QByteArray &rest = {})
{
    return hosting + QByteArray("/mailboxes") + rest;
}
