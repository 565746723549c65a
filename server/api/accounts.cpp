// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/handlers.h"
#include "server/api/handling.h"
#include "server/api/represent.h"

namespace api {

Result<Response> profile(const Request &request, const db::Caller &caller, Context &context)
{
    const auto person = db::person(context.database, caller.organisation, caller.person);
    if (!person)
        return person.error();
    return answer(profileJson(*person, words(request, QLatin1String("with"))));
}

Result<Response> accounts(const Request &, const db::Caller &caller, Context &context)
{
    const auto row = db::organisation(context.database, caller.organisation);
    if (!row)
        return row.error();
    return answer(QJsonArray{accountJson(*row)});
}

Result<Response> account(const Request &request, const db::Caller &, Context &context)
{
    const auto row = db::organisation(context.database, idIn(request, "account_id"));
    if (!row)
        return row.error();
    return answer(accountJson(*row));
}

Result<Response> accountUsers(const Request &request, const db::Caller &, Context &context)
{
    db::PersonFilter filter;
    readListing(request, filter);
    if (const auto role = text(request, QLatin1String("filter[role_type]")))
        filter.role = mail::fromWord<mail::Role>(*role);
    const bool onlyPending =
        text(request, QLatin1String("filter[state_in_account]")) == QStringLiteral("pending");
    auto page = db::people(context.database, idIn(request, "account_id"), filter);
    if (!page)
        return page.error();
    if (onlyPending) // nobody can be invited yet
        *page = {};
    return listAnswer(request, *page, accountUserJson);
}

} // namespace api
