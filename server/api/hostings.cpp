// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"

namespace api {

Result<Response> mailHostings(const Request &request, const db::Caller &caller, Context &context)
{
    if (number(request, QLatin1String("account_id")) != caller.organisation)
        return Error{Error::Kind::NotFound, QStringLiteral("No such account"), {}, {}, 0};
    db::ServiceFilter filter;
    readListing(request, filter);
    filter.organisation = caller.organisation;
    filter.only = caller.services;
    const auto page = db::services(context.database, filter);
    if (!page)
        return page.error();
    const With with = words(request, QLatin1String("with"));
    return listAnswer(request, *page,
                      [&](const db::ServiceRow &row) { return serviceJson(row, with); });
}

Result<Response> mailHosting(const Request &request, const db::Caller &, Context &context)
{
    const auto row = db::service(context.database, serviceIn(request));
    if (!row)
        return row.error();
    return answer(serviceJson(*row, words(request, QLatin1String("with"))));
}

Result<Response> preferences(const Request &request, const db::Caller &, Context &context)
{
    const auto row = db::service(context.database, serviceIn(request));
    if (!row)
        return row.error();
    return answer(preferencesJson(*row), 200, row->version);
}

Result<Response> patchPreferences(const Request &request, const db::Caller &caller,
                                  Context &context)
{
    const QJsonObject body = request.json.toObject();
    if (body.contains(u"dkim_enabled"))
        return notOffered("dkim_enabled",
                          "Here each DKIM key is switched by itself: see dkim_keys");
    if (body.contains(u"default_permission"))
        return notOffered("default_permission",
                          "This server has rights one by one: see default_permissions");
    db::PreferencesEdit edit;
    const Flags rights = flagsIn(body.value(u"default_permissions").toObject());
    edit.grantedRights = rights.grant;
    edit.deniedRights = rights.deny;
    const auto flag = [&](const char *name, std::optional<bool> &out) {
        if (const auto it = body.constFind(QLatin1String(name)); it != body.constEnd())
            out = it->toBool();
    };
    const auto list = [&](const char *name, std::optional<QStringList> &out) {
        const auto it = body.constFind(QLatin1String(name));
        if (it == body.constEnd())
            return;
        QStringList texts;
        for (const QJsonValue item : it->toArray())
            texts.append(item.toString());
        out = texts;
    };
    flag("spam_filter_enabled", edit.spamFilter);
    flag("promotion_filter_enabled", edit.adFilter);
    flag("external_mail_flag_enabled", edit.externalMailFlag);
    list("authorized_senders", edit.authorizedSenders);
    list("blocked_senders", edit.blockedSenders);
    const auto done =
        db::updatePreferences(context.database, caller, serviceIn(request), edit, request.version);
    if (!done)
        return done.error();
    return inEffect(context, *done, answer(true, 200, done->version));
}

} // namespace api
