// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend/connection.h"

namespace backend {

namespace {

Error named(Error error)
{
    const QString code = error.code;
    switch (error.kind) {
    case Error::Kind::Offline:
        if (code != u"name" && code != u"tls")
            error.code = QStringLiteral("connect");
        break;
    case Error::Kind::Unauthorized:
        error.code = QStringLiteral("token");
        break;
    case Error::Kind::Forbidden:
        error.code = QStringLiteral("rights");
        break;
    case Error::Kind::NotFound:
    case Error::Kind::Unsupported:
    case Error::Kind::Protocol:
        error.code = QStringLiteral("not-mailwright");
        break;
    case Error::Kind::Invalid:
        error.code = error.field == u"token" ? QStringLiteral("token")
                     : code == u"tls"        ? QStringLiteral("tls")
                     : error.field == u"url" ? QStringLiteral("name")
                                             : QString();
        break;
    default:
        error.code.clear();
    }
    return error;
}

} // namespace

Result<mail::User> testConnection(const mail::Account &account, const Secret &token,
                                  Progress &progress, const HostingApi::Options &options)
{
    if (token.isEmpty())
        return Error{Error::Kind::Unauthorized, QStringLiteral("There is no token"),
                     QStringLiteral("token"), QStringLiteral("token"), 0};
    HostingApi api(account, token, options);
    const auto user = api.me(progress);
    if (!user)
        return named(user.error());
    const auto services = api.services(progress);
    if (!services)
        return named(services.error());
    if (services->isEmpty())
        return Error{Error::Kind::Forbidden,
                     QStringLiteral("The token sees no mail service"),
                     {},
                     QStringLiteral("rights"),
                     0};
    return user;
}

} // namespace backend
