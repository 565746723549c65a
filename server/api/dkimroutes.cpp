// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM keys and their rotation.
#include "app/mail/domain.h"
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"
#include "server/work/work.h"

namespace api {

Result<Response> dkimKeys(const Request &request, const db::Caller &, Context &context)
{
    db::Listing listing;
    readListing(request, listing);
    const auto page = db::dkimKeys(context.database, serviceIn(request), listing);
    if (!page)
        return page.error();
    return listAnswer(request, *page, dkimKeyJson);
}

Result<Response> createDkimKey(const Request &request, const db::Caller &caller, Context &context)
{
    const QJsonObject body = request.json.toObject();
    const auto made = context.work.keys().make(
        caller, serviceIn(request), body.value(u"domain").toString(),
        mail::fromWord<mail::DkimAlgorithm>(body.value(u"algorithm").toString())
            .value_or(mail::DkimAlgorithm::Rsa),
        body.value(u"selector").toString());
    if (!made)
        return made.error();
    return answer(dkimKeyJson(*made), 201, made->version.value_or(0));
}

Result<Response> patchDkimKey(const Request &request, const db::Caller &caller, Context &context)
{
    const auto state =
        mail::fromWord<mail::DkimState>(request.json.toObject().value(u"state").toString());
    Progress progress;
    const auto moved =
        context.work.keys().move(caller, serviceIn(request), idIn(request, "dkim_key_id"),
                                 state.value_or(mail::DkimState::Made), request.version, progress);
    if (!moved)
        return moved.error();
    return answer(dkimKeyJson(*moved), 200, moved->version.value_or(0));
}

Result<Response> deleteDkimKey(const Request &request, const db::Caller &caller, Context &context)
{
    if (auto done = context.work.keys().remove(caller, serviceIn(request),
                                               idIn(request, "dkim_key_id"), request.version);
        !done)
        return done.error();
    return answer(true);
}

Result<Response> signedMessage(const Request &request, const db::Caller &, Context &context)
{
    const auto domain = domainIn(request, context);
    if (!domain)
        return domain.error();
    const auto message = context.host.signing().signedMessage(*domain);
    if (!message)
        return message.error();
    return answer(QJsonObject{{QStringLiteral("message"), QString::fromUtf8(*message)}});
}

Result<Response> rotateDkim(const Request &request, const db::Caller &caller, Context &context)
{
    const QJsonObject body = request.json.toObject();
    QString domain = body.value(u"domain").toString();
    if (domain.isEmpty()) {
        const auto service =
            db::service(context.database, serviceIn(request), db::Counting::Nothing);
        if (!service)
            return service.error();
        domain = service->domain;
    }
    const int overlap = body.value(u"overlap").toInt(hostwork::usualOverlap);
    if (overlap < 0 || overlap > hostwork::longestOverlap)
        return Error::invalid(
            QStringLiteral("overlap"),
            QStringLiteral("The overlap is from 0 to %1 seconds").arg(hostwork::longestOverlap));
    const auto begun = context.work.rotate(caller, serviceIn(request), domain, overlap);
    if (!begun)
        return begun.error();
    return answer(jobJson(*begun));
}

Result<Response> lastDkimRotation(const Request &request, const db::Caller &, Context &context)
{
    const auto last =
        db::lastJob(context.database, serviceIn(request), QLatin1String(hostwork::rotation));
    if (!last)
        return last.error();
    return answer(*last ? QJsonValue(jobJson(**last)) : QJsonValue());
}

} // namespace api
