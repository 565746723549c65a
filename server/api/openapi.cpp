// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/openapi.h"

#include "server/api/route.h"
#include "server/api/schema.h"

#include <QJsonArray>
#include <QJsonDocument>

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
                      QStringLiteral("One or several, separated by commas: ") +
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
        if (parameter.type == Parameter::Type::Deep) {
            json.insert(QStringLiteral("style"), QStringLiteral("deepObject"));
            json.insert(QStringLiteral("explode"), true);
        }
        list.append(json);
    }
    return list;
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
    QJsonObject operation{
        {QStringLiteral("summary"), route.summary},
        {QStringLiteral("parameters"), parametersOf(route)},
        {QStringLiteral("x-scope"), QString(mail::word(route.scope))},
        {QStringLiteral("responses"),
         QJsonObject{{QString::number(route.status), answerOf(route)},
                     {QStringLiteral("default"),
                      QJsonObject{{QStringLiteral("description"), QStringLiteral("Refused")},
                                  {QStringLiteral("content"),
                                   content(reference(QStringLiteral("ErrorEnvelope")))}}}}}};
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
                 {QStringLiteral("schemas"), schemas()}}}};
}

Response openApi()
{
    static const QByteArray body = QJsonDocument(openApiJson()).toJson(QJsonDocument::Compact);
    return {200, body, {}, false};
}

} // namespace api
