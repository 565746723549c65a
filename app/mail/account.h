// SPDX-License-Identifier: GPL-3.0-or-later
// Our sign-in to a backend. Its token is not here: the SecretStore keeps it under secretKey().
#pragma once

#include "app/mail/field.h"

namespace mail {

enum class AccountKind
{
    Local,     // the mail host on this computer (mailwrightd --local)
    Server,    // a Mailwright server
    Infomaniak // the provider's own API
};

template <>
struct Words<AccountKind>
{
    static constexpr std::array<std::pair<AccountKind, const char *>, 3> list{
        {{AccountKind::Local, "local"},
         {AccountKind::Server, "server"},
         {AccountKind::Infomaniak, "infomaniak"}}};
};

struct Account
{
    QString id; // a UUID, made here
    AccountKind kind = AccountKind::Local;
    QString name;      // what the navigation shows
    QString url;       // base of the API, without a slash at the end
    QString caFile;    // PEM; trusted for this account in addition to the system's; empty = the
                       // system's only
    QString directory; // Local: where the host lives

    QString secretKey() const { return QStringLiteral("account/%1").arg(id); }

    static constexpr auto kindName = "account";
    bool operator==(const Account &) const = default;
};

} // namespace mail
