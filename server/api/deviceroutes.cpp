// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"

namespace api {

namespace {

Result<Response> listed(const Request &request, const db::Caller &caller, Context &context,
                        db::DeviceFilter filter)
{
    const auto box = db::mailbox(context.database, serviceIn(request), mailboxIn(request));
    if (!box)
        return box.error();
    readListing(request, filter);
    filter.mailbox = box->id;
    const auto page = db::devices(context.database, filter);
    if (!page)
        return page.error();
    const bool mayWrite = caller.scope >= db::Scope::Write;
    return listAnswer(request, *page,
                      [&](const db::DeviceRow &row) { return deviceAccessJson(row, mayWrite); });
}

// Also when the mail servers could not take it over yet: it is saved, and told this once.
Response passwordAnswer(Context &context, const db::NewPassword &made)
{
    QJsonObject data{{QStringLiteral("password"), QString::fromUtf8(made.password.reveal())},
                     {QStringLiteral("id"), made.id},
                     {QStringLiteral("device_id"), made.device}};
    if (!inEffect(context, made.effective, {}))
        data.insert(QStringLiteral("in_effect"), false);
    data.insert(QStringLiteral("version"), made.effective.version);
    Response response = answer(data, 200, made.effective.version);
    response.headers.emplaceBack("Cache-Control", "no-store");
    return response;
}

Result<Response> removed(const Request &request, const db::Caller &caller, Context &context,
                         std::optional<qint64> user)
{
    const auto done =
        db::removeDevices(context.database, caller, serviceIn(request), mailboxIn(request), user);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true));
}

} // namespace

Result<Response> devices(const Request &request, const db::Caller &caller, Context &context)
{
    db::DeviceFilter filter;
    filter.withoutUser = flag(request, QLatin1String("no_user")).value_or(false);
    filter.type = text(request, QLatin1String("type")).value_or(QString());
    filter.user = number(request, QLatin1String("user_id"));
    return listed(request, caller, context, filter);
}

Result<Response> userDevices(const Request &request, const db::Caller &caller, Context &context)
{
    db::DeviceFilter filter;
    filter.user = idIn(request, "user_id");
    return listed(request, caller, context, filter);
}

Result<Response> createDevice(const Request &request, const db::Caller &caller, Context &context)
{
    const QJsonObject body = request.json.toObject();
    db::NewDevice wish;
    wish.type = body.value(u"type").toString();
    wish.label = body.value(u"label").toString().trimmed();
    wish.uid = body.value(u"device_uid").toString();
    wish.protocols = body.value(u"protocols").toString();
    if (body.value(u"device_id").isDouble())
        wish.device = body.value(u"device_id").toInteger();
    if (body.value(u"user_id").isDouble())
        wish.user = body.value(u"user_id").toInteger();
    const auto made =
        db::createDevice(context.database, caller, serviceIn(request), mailboxIn(request), wish);
    if (!made)
        return made.error();
    return passwordAnswer(context, *made);
}

Result<Response> renewPassword(const Request &request, const db::Caller &caller, Context &context)
{
    const auto made =
        db::renewPassword(context.database, caller, serviceIn(request), mailboxIn(request),
                          idIn(request, "device_access_id"), request.version);
    if (!made)
        return made.error();
    return passwordAnswer(context, *made);
}

Result<Response> deleteDevice(const Request &request, const db::Caller &caller, Context &context)
{
    const auto done =
        db::removeDevice(context.database, caller, serviceIn(request), mailboxIn(request),
                         idIn(request, "device_access_id"), request.version);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true));
}

Result<Response> deleteDevices(const Request &request, const db::Caller &caller, Context &context)
{
    return removed(request, caller, context, {});
}

Result<Response> deleteUserDevices(const Request &request, const db::Caller &caller,
                                   Context &context)
{
    return removed(request, caller, context, idIn(request, "user_id"));
}

} // namespace api
