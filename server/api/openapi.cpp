// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/openapi.h"

#include "server/api/route.h"
#include "server/api/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace api {

namespace {

QJsonObject reference(const QString &schema)
{
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + schema}};
}

QJsonObject content(const QJsonObject &schema)
{
    return {{QStringLiteral("application/json"), QJsonObject{{QStringLiteral("schema"), schema}}}};
}

QJsonObject schemaOf(const Parameter &parameter)
{
    const auto typed = [](const char *type) {
        return QJsonObject{{QStringLiteral("type"), QLatin1String(type)}};
    };
    switch (parameter.type) {
    case Parameter::Type::Text: {
        QJsonObject schema = typed("string");
        if (parameter.min)
            schema.insert(QStringLiteral("minLength"), parameter.min);
        schema.insert(QStringLiteral("maxLength"), parameter.max);
        return schema;
    }
    case Parameter::Type::Integer: {
        QJsonObject schema = typed("integer");
        schema.insert(QStringLiteral("minimum"), parameter.min);
        schema.insert(QStringLiteral("maximum"), parameter.max);
        return schema;
    }
    case Parameter::Type::Flag:
        return typed("boolean");
    case Parameter::Type::Word: {
        QJsonObject schema = typed("string");
        schema.insert(QStringLiteral("enum"), QJsonArray::fromStringList(parameter.words));
        return schema;
    }
    case Parameter::Type::Words:
    case Parameter::Type::Names: {
        QJsonObject schema = typed("string");
        schema.insert(QStringLiteral("description"),
                      parameter.words.isEmpty()
                          ? QStringLiteral("Passed over: nothing is left out without it.")
                          : QStringLiteral("One or several, separated by commas: ") +
                                parameter.words.join(u", "));
        return schema;
    }
    case Parameter::Type::Deep: {
        QJsonObject properties;
        for (const Parameter &inner : parameter.inner)
            properties.insert(inner.name, schemaOf(inner));
        QJsonObject schema = typed("object");
        schema.insert(QStringLiteral("properties"), properties);
        return schema;
    }
    }
    return {};
}

QJsonArray parametersOf(const Route &route)
{
    QJsonArray list;
    for (const QByteArray &part : route.path.split('/')) {
        if (!part.startsWith('{'))
            continue;
        const QString name = QString::fromLatin1(part.mid(1).chopped(1));
        list.append(QJsonObject{{QStringLiteral("in"), QStringLiteral("path")},
                                {QStringLiteral("name"), name},
                                {QStringLiteral("required"), true},
                                {QStringLiteral("schema"),
                                 QJsonObject{{QStringLiteral("type"),
                                              name.endsWith(u"_id") ? QStringLiteral("integer")
                                                                    : QStringLiteral("string")}}}});
    }
    for (const Parameter &parameter : route.parameters) {
        QJsonObject json{{QStringLiteral("in"), QStringLiteral("query")},
                         {QStringLiteral("name"), parameter.name},
                         {QStringLiteral("schema"), schemaOf(parameter)}};
        if (parameter.isRequired)
            json.insert(QStringLiteral("required"), true);
        if (parameter.isOurs)
            json.insert(QStringLiteral("x-mailwright"), true);
        if (parameter.type == Parameter::Type::Deep) {
            json.insert(QStringLiteral("style"), QStringLiteral("deepObject"));
            json.insert(QStringLiteral("explode"), true);
        }
        list.append(json);
    }
    if (route.takesVersion)
        list.append(QJsonObject{
            {QStringLiteral("in"), QStringLiteral("header")},
            {QStringLiteral("name"), QStringLiteral("If-Match")},
            {QStringLiteral("description"),
             QStringLiteral("The version of the object, in quotes, as its ETag has it: 409 when "
                            "it is another by now. \"*\" is any.")},
            {QStringLiteral("schema"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}},
            {QStringLiteral("x-mailwright"), true}});
    return list;
}

struct Refusal
{
    int status;
    const char *description;
};
constexpr Refusal refusals[] = {
    {400, "Not well formed, or a published refusal of its own"},
    {401, "The token is missing, not known or expired"},
    {403, "The token or its person may not do this, or a quota is reached"},
    {404, "There is no such object, or not for this token"},
    {409, "The object is no longer what If-Match names, is there already, or stands against it"},
    {413, "The body is too large"},
    {414, "The address is too long"},
    {422, "A value is not allowed; `errors` names the field"},
    {429, "Too many requests with a wrong token; Retry-After tells when to ask again"},
    {431, "The headers are too large"},
    {500, "It could not be done, or is saved and not yet in effect"},
    {501, "This server does not offer this"},
    {503, "What this needs cannot be reached now"}};

QString refusalName(int status) { return QStringLiteral("E%1").arg(status); }

bool mayRefuse(const Route &route, int status)
{
    const bool writes = route.method != "GET";
    const bool isOfDkim = route.path.contains("dkim");
    switch (status) {
    case 403:
        return !route.forAnyRole;
    case 404:
        return route.path.contains('{') ||
               std::any_of(route.parameters.cbegin(), route.parameters.cend(),
                           [](auto &one) { return one.name == u"account_id"; });
    case 409:
        return route.takesVersion || route.mayConflict;
    case 413:
        return writes;
    case 422:
        return writes || !route.parameters.isEmpty();
    case 501:
        return route.isOfZones || route.hasMissing || (isOfDkim && writes);
    default:
        return true;
    }
}

QJsonObject responsesOf(const Route &route, const QJsonObject &answer)
{
    const auto named = [](const QString &name) {
        return QJsonObject{
            {QStringLiteral("$ref"), QStringLiteral("#/components/responses/") + name}};
    };
    QJsonObject all{{QString::number(route.status), answer},
                    {QStringLiteral("default"), named(QStringLiteral("Refused"))}};
    for (const Refusal &one : refusals)
        if (mayRefuse(route, one.status))
            all.insert(QString::number(one.status), named(refusalName(one.status)));
    return all;
}

QJsonObject refusalResponses()
{
    const QJsonObject envelope = content(reference(QStringLiteral("ErrorEnvelope")));
    QJsonObject all{
        {QStringLiteral("Refused"),
         QJsonObject{{QStringLiteral("description"), QStringLiteral("Refused for another reason")},
                     {QStringLiteral("content"), envelope}}}};
    for (const Refusal &one : refusals)
        all.insert(refusalName(one.status),
                   QJsonObject{{QStringLiteral("description"), QLatin1String(one.description)},
                               {QStringLiteral("content"), envelope}});
    return all;
}

QJsonObject answerOf(const Route &route)
{
    QJsonObject data;
    if (route.answer.startsWith(u'['))
        data = {{QStringLiteral("type"), QStringLiteral("array")},
                {QStringLiteral("items"), reference(route.answer.mid(1).chopped(1))}};
    else
        data = reference(route.answer);
    if (route.isPaged)
        data = {{QStringLiteral("oneOf"), QJsonArray{data, reference(QStringLiteral("Total"))}}};
    QJsonArray all{reference(QStringLiteral("Envelope"))};
    if (route.isPaged)
        all.append(reference(QStringLiteral("Pagination")));
    all.append(
        QJsonObject{{QStringLiteral("type"), QStringLiteral("object")},
                    {QStringLiteral("required"), QJsonArray{QStringLiteral("data")}},
                    {QStringLiteral("properties"), QJsonObject{{QStringLiteral("data"), data}}}});
    return {{QStringLiteral("description"), route.summary},
            {QStringLiteral("content"), content({{QStringLiteral("allOf"), all}})}};
}

QJsonObject operationOf(const Route &route)
{
    QJsonObject operation{{QStringLiteral("summary"), route.summary},
                          {QStringLiteral("parameters"), parametersOf(route)},
                          {QStringLiteral("x-scope"), QString(mail::word(route.scope))},
                          {QStringLiteral("responses"), responsesOf(route, answerOf(route))}};
    if (!route.body.isEmpty())
        operation.insert(QStringLiteral("requestBody"),
                         QJsonObject{{QStringLiteral("required"), !route.isBodyOptional},
                                     {QStringLiteral("content"), content(reference(route.body))}});
    if (route.isOurs)
        operation.insert(QStringLiteral("x-mailwright"), true);
    return operation;
}

} // namespace

QJsonObject openApiJson()
{
    QJsonObject paths;
    for (const Route &route : routes()) {
        const QString path = QString::fromLatin1(route.path);
        QJsonObject item = paths.value(path).toObject();
        item.insert(QString::fromLatin1(route.method.toLower()), operationOf(route));
        paths.insert(path, item);
    }
    QJsonArray missing;
    for (const auto &[method, path] : notOffered())
        missing.append(QString::fromLatin1(method + ' ' + path));
    return {{QStringLiteral("openapi"), QStringLiteral("3.1.0")},
            {QStringLiteral("info"),
             QJsonObject{{QStringLiteral("title"), QStringLiteral("Mailwright server")},
                         {QStringLiteral("version"), QStringLiteral(MAILWRIGHT_VERSION)},
                         {QStringLiteral("description"),
                          QStringLiteral("The published mail-hosting API as this server answers "
                                         "it. What is marked x-mailwright is an addition.")}}},
            {QStringLiteral("security"),
             QJsonArray{QJsonObject{{QStringLiteral("bearerAuth"), QJsonArray()}}}},
            {QStringLiteral("paths"), paths},
            {QStringLiteral("x-answered-with-501"), missing},
            {QStringLiteral("components"),
             QJsonObject{
                 {QStringLiteral("securitySchemes"),
                  QJsonObject{{QStringLiteral("bearerAuth"),
                               QJsonObject{{QStringLiteral("type"), QStringLiteral("http")},
                                           {QStringLiteral("scheme"), QStringLiteral("bearer")}}}}},
                 {QStringLiteral("responses"), refusalResponses()},
                 {QStringLiteral("schemas"), schemas()}}}};
}

Response openApi()
{
    static const QByteArray body = QJsonDocument(openApiJson()).toJson(QJsonDocument::Compact);
    return {200, body, {}, false};
}

} // namespace api
