// SPDX-License-Identifier: GPL-3.0-or-later
// Long work of the host, and what its daily looks at the domains saw.
#include "app/mail/json.h"
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"
#include "server/db/looks.h"
#include "server/work/looks.h"
#include "server/work/work.h"

namespace api {

Result<Response> jobs(const Request &request, const db::Caller &, Context &context)
{
    db::Listing listing;
    readListing(request, listing);
    const auto page = db::jobs(context.database, serviceIn(request), listing);
    if (!page)
        return page.error();
    return listAnswer(request, *page, jobJson);
}

Result<Response> job(const Request &request, const db::Caller &, Context &context)
{
    const auto row = db::job(context.database, serviceIn(request), idIn(request, "job_id"));
    if (!row)
        return row.error();
    return answer(jobJson(*row));
}

Result<Response> cancelJob(const Request &request, const db::Caller &caller, Context &context)
{
    if (auto done = context.work.cancel(caller, serviceIn(request), idIn(request, "job_id")); !done)
        return done.error();
    return answer(true);
}

Result<Response> security(const Request &request, const db::Caller &, Context &context)
{
    const auto domain = domainIn(request, context);
    if (!domain)
        return domain.error();
    const auto history = db::lookHistory(context.database, serviceIn(request), *domain);
    if (!history)
        return history.error();
    QJsonArray looks;
    for (const mail::SecuritySnapshot &look : history->looks)
        looks.append(toJson(look));
    return answer(
        QJsonObject{{QStringLiteral("accepted"),
                     history->accepted ? QJsonValue(toJson(*history->accepted)) : QJsonValue()},
                    {QStringLiteral("looks"), looks},
                    {QStringLiteral("last_look_at"), mail::toJson(history->lastLook)}});
}

Result<Response> lookNow(const Request &request, const db::Caller &, Context &context)
{
    Progress progress;
    const auto look =
        hostwork::lookAt(context.work.tools(), serviceIn(request),
                         request.json.toObject().value(u"domain").toString(), progress);
    if (!look)
        return look.error();
    return answer(toJson(*look));
}

Result<Response> acceptLook(const Request &request, const db::Caller &caller, Context &context)
{
    const QJsonObject body = request.json.toObject();
    const auto domain = domainOf(context, serviceIn(request), body.value(u"domain").toString());
    if (!domain)
        return domain.error();
    const auto look = mail::snapshotFromJson(body.value(u"look").toObject());
    if (!look)
        return Error::invalid(
            QStringLiteral("look"),
            QStringLiteral("This is no look at a domain: %1").arg(look.error().detail));
    if (look->domain != *domain)
        return Error::invalid(
            QStringLiteral("look"),
            QStringLiteral("This is a look at %1, not at %2").arg(look->domain, *domain));
    if (const auto done = db::acceptLook(context.database, caller, serviceIn(request), *look);
        !done)
        return done.error();
    return answer(true);
}

} // namespace api
