// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"

namespace api {

namespace {

Result<db::Page<db::AccessRow>> pageOf(const Request &request, Context &context)
{
    const auto box = db::mailbox(context.database, serviceIn(request), mailboxIn(request));
    if (!box)
        return box.error();
    db::Listing listing;
    readListing(request, listing);
    return db::accesses(context.database, box->id, listing);
}

} // namespace

Result<Response> accesses(const Request &request, const db::Caller &, Context &context)
{
    const auto page = pageOf(request, context);
    if (!page)
        return page.error();
    return listAnswer(request, *page, [](const db::AccessRow &row) {
        return QJsonObject{{QStringLiteral("user_access"), accessJson(row)}};
    });
}

Result<Response> accessUsers(const Request &request, const db::Caller &, Context &context)
{
    const auto page = pageOf(request, context);
    if (!page)
        return page.error();
    return listAnswer(request, *page,
                      [](const db::AccessRow &row) { return userJson(row.person); });
}

Result<Response> addAccess(const Request &request, const db::Caller &caller, Context &context)
{
    const QJsonObject body = request.json.toObject();
    // What the body does not name is as for every new user of the service.
    std::optional<int> rights;
    if (body.contains(u"permissions")) {
        const auto home = db::service(context.database, serviceIn(request));
        if (!home)
            return home.error();
        const Flags flags = flagsIn(body.value(u"permissions").toObject());
        rights = (home->defaultRights | flags.grant) & ~flags.deny;
    }
    const qint64 person = body.value(u"user_id").toInteger();
    const auto done = db::addAccess(context.database, caller, serviceIn(request),
                                    mailboxIn(request), person, rights);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true, 201, done->version));
}

Result<Response> patchAccess(const Request &request, const db::Caller &caller, Context &context)
{
    const Flags flags = flagsIn(request.json.toObject().value(u"permissions").toObject());
    const qint64 person = idIn(request, "user_id");
    const auto done =
        db::changeAccess(context.database, caller, serviceIn(request), mailboxIn(request), person,
                         flags.grant, flags.deny, request.version);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true, 200, done->version));
}

Result<Response> deleteAccess(const Request &request, const db::Caller &caller, Context &context)
{
    const auto done =
        db::removeAccess(context.database, caller, serviceIn(request), mailboxIn(request),
                         idIn(request, "user_id"), request.version);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true));
}

} // namespace api
