// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handling.h"

#include "app/mail/domain.h"
#include "server/db/looks.h"
#include "server/db/rights.h"

#include <QJsonDocument>

namespace api {

qint64 idIn(const Request &request, const char *name)
{
    return request.segments.value(name).toLongLong();
}

QString nameIn(const Request &request, const char *name) { return request.segments.value(name); }

Result<QString> domainIn(const Request &request, Context &context)
{
    return domainOf(context, serviceIn(request),
                    text(request, QLatin1String("domain")).value_or(QString()));
}

Result<QString> domainOf(Context &context, qint64 service, const QString &text)
{
    const auto name = mail::domainFrom(text);
    if (!name)
        return name.error();
    if (const auto ours = db::domainOf(context.database, service, name->ascii); !ours)
        return Error::invalid(QStringLiteral("domain"), ours.error().detail);
    return name->ascii;
}

Error notOffered(const char *field, const char *why)
{
    return {Error::Kind::Unsupported, QLatin1String(why), QLatin1String(field), {}, 0};
}

Flags flagsIn(const QJsonObject &permissions)
{
    mail::Rights granted = mail::Rights::none();
    mail::Rights denied = mail::Rights::none();
    for (mail::Right right : mail::allRights()) {
        const auto it = permissions.constFind(QLatin1String(mail::flagName(right)));
        if (it != permissions.constEnd())
            (it->toBool() ? granted : denied).set(right, true);
    }
    return {db::maskFrom(granted), db::maskFrom(denied)};
}

bool asksTotalOnly(const Request &request)
{
    return text(request, QLatin1String("return")) == QStringLiteral("total");
}

Response listAnswer(const Request &request, const QJsonArray &list, qint64 total)
{
    if (asksTotalOnly(request))
        return answer(total);
    const auto page = number(request, QLatin1String("page"));
    if (!page)
        return answer(list);
    const qint64 perPage = number(request, QLatin1String("per_page")).value_or(defaultPerPage);
    Response response;
    response.body =
        QJsonDocument(QJsonObject{{QStringLiteral("result"), QStringLiteral("success")},
                                  {QStringLiteral("data"), list},
                                  {QStringLiteral("total"), total},
                                  {QStringLiteral("page"), *page},
                                  {QStringLiteral("pages"),
                                   std::max<qint64>(1, (total + perPage - 1) / perPage)},
                                  {QStringLiteral("items_per_page"), perPage}})
            .toJson(QJsonDocument::Compact);
    return response;
}

Result<Response> inEffect(Context &context, const db::Effective &effective, Response response)
{
    if (effective.sequence)
        if (const auto done = context.publish(effective.sequence); !done)
            return done.error();
    return response;
}

} // namespace api
