// SPDX-License-Identifier: GPL-3.0-or-later
// What the routes' functions share: variables of the path, paged answers, bringing into effect.
#pragma once

#include "server/api/envelope.h"
#include "server/api/query.h"
#include "server/api/route.h"
#include "server/db/feed.h"

#include <QJsonArray>

namespace api {

qint64 idIn(const Request &request, const char *name); // of a path that the Router has judged
QString nameIn(const Request &request, const char *name);
inline qint64 serviceIn(const Request &request) { return idIn(request, "mail_hosting_id"); }
inline QString mailboxIn(const Request &request) { return nameIn(request, "mailbox_name"); }

// A domain of the hosting, in punycode, from either form: of the query, or `text`. Invalid
// "domain".
Result<QString> domainIn(const Request &request, Context &context);
Result<QString> domainOf(Context &context, qint64 service, const QString &text);

// A field that the published API has and this server does not offer.
Error notOffered(const char *field, const char *why);

// The permission flags that a body names: bits of db/rights.h granted and taken.
struct Flags
{
    int grant = 0;
    int deny = 0;
};
Flags flagsIn(const QJsonObject &permissions);

// `list` with the paging keys when the request asked by page; the number alone for return=total.
Response listAnswer(const Request &request, const QJsonArray &list, qint64 total);
bool asksTotalOnly(const Request &request);

// The rows of a page as one list.
template <class Row, class F>
Response listAnswer(const Request &request, const db::Page<Row> &page, F &&represent)
{
    QJsonArray list;
    if (!asksTotalOnly(request))
        for (const Row &row : page.rows)
            list.append(represent(row));
    return listAnswer(request, list, page.total);
}

// `effective` on the mail servers, then `response`.
Result<Response> inEffect(Context &context, const db::Effective &effective, Response response);

} // namespace api
