// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/envelope.h"

#include <QJsonDocument>

namespace api {

namespace {

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject errorJson(const QString &code, const QString &description)
{
    return {{QStringLiteral("code"), code}, {QStringLiteral("description"), description}};
}

Response errorAnswer(int status, const QJsonObject &error)
{
    Response response;
    response.status = status;
    response.body = compact(
        {{QStringLiteral("result"), QStringLiteral("error")}, {QStringLiteral("error"), error}});
    return response;
}

QJsonObject faultJson(const Fault &fault)
{
    QJsonObject json = errorJson(fault.code, fault.description);
    json.insert(QStringLiteral("context"),
                QJsonObject{{QStringLiteral("attribute"), fault.attribute}});
    return json;
}

// The published API answers these with 400, whatever their kind is to us.
bool isBadRequest(const QString &code)
{
    static const QStringList codes{
        QStringLiteral("dns_record_already_exists"), QStringLiteral("dns_record_mutual_exclusion"),
        QStringLiteral("invalid_dns_record"), QStringLiteral("unsupported_dns_record_type"),
        QStringLiteral("zone_already_exists")};
    return codes.contains(code);
}

} // namespace

ErrorStatus statusOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Cancelled:
        return {503, "cancelled"};
    case Error::Kind::Offline:
        return {503, "service_unavailable"};
    case Error::Kind::Unauthorized:
        return {401, "not_authorized"};
    case Error::Kind::Forbidden:
        return {403, "access_denied"};
    case Error::Kind::NotFound:
        return {404, "object_not_found"};
    case Error::Kind::Conflict:
        return {409, "conflict"};
    case Error::Kind::Invalid:
        return {422, "validation_failed"};
    case Error::Kind::Limited:
        return {429, "rate_limit"};
    case Error::Kind::Unsupported:
        return {501, "not_implemented"};
    case Error::Kind::Protocol:
        return {400, "error"};
    case Error::Kind::Storage:
        return {500, "unexpected_error"};
    case Error::Kind::Internal:
        break;
    }
    return {500, "internal_server_error"};
}

Response answer(const QJsonValue &data, int status)
{
    Response response;
    response.status = status;
    response.body = compact(
        {{QStringLiteral("result"), QStringLiteral("success")}, {QStringLiteral("data"), data}});
    return response;
}

Response answer(const QJsonValue &data, int status, qint64 version)
{
    Response response = answer(data, status);
    response.headers.emplaceBack("ETag", '"' + QByteArray::number(version) + '"');
    return response;
}

Response refusal(int status, const QString &code, const QString &description)
{
    return errorAnswer(status, errorJson(code, description));
}

Response refusal(const Error &error)
{
    const ErrorStatus status = statusOf(error.kind);
    // What goes wrong inside is for the log, not for the wire.
    const bool isOurs = error.kind == Error::Kind::Storage || error.kind == Error::Kind::Internal;
    const QString code = error.code.isEmpty() ? QString(QLatin1String(status.code)) : error.code;
    QJsonObject json = errorJson(code, isOurs && error.code.isEmpty()
                                           ? QStringLiteral("The server could not do this")
                                           : error.detail);
    if (!error.field.isEmpty()) {
        const Fault fault{error.field,
                          error.code.isEmpty() ? QStringLiteral("validation_rule_format")
                                               : error.code,
                          error.detail};
        json.insert(QStringLiteral("errors"), QJsonArray{faultJson(fault)});
    }
    Response response = errorAnswer(isBadRequest(code) ? 400 : status.status, json);
    if (error.kind == Error::Kind::Limited)
        response.headers.emplaceBack("Retry-After",
                                     QByteArray::number(std::max(1, error.retryAfter)));
    if (error.kind == Error::Kind::Unauthorized)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return response;
}

Response refusal(const QList<Fault> &faults)
{
    QJsonObject json = errorJson(QStringLiteral("validation_failed"),
                                 QStringLiteral("The request has values that are not allowed"));
    QJsonArray list;
    for (const Fault &fault : faults)
        list.append(faultJson(fault));
    json.insert(QStringLiteral("errors"), list);
    return errorAnswer(422, json);
}

} // namespace api
