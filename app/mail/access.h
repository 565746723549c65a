// SPDX-License-Identifier: GPL-3.0-or-later
// That a user may use a mailbox, and how far (S-12, S-14).
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"
#include "app/mail/rights.h"

namespace mail {

struct Access
{
    qint64 service = 0;
    QString mailbox; // local part
    qint64 user = 0;
    QString userName; // display name
    QString userEmail;
    std::optional<qint64> id;
    std::optional<Rights> rights;
    std::optional<QDateTime> createdAt;
    std::optional<QDateTime> lastUsedAt; // invalid = never
    std::optional<bool> canRemove;       // the far side's own word on it
    std::optional<qint64> version;       // for If-Match; our daemon only

    static constexpr auto kind = "access";
    static constexpr auto fields()
    {
        return std::tuple{Field{"service", &Access::service, ReadOnly},
                          Field{"mailbox", &Access::mailbox, ReadOnly},
                          Field{"user", &Access::user},
                          Field{"user_name", &Access::userName, ReadOnly},
                          Field{"user_email", &Access::userEmail, ReadOnly},
                          Field{"id", &Access::id, ReadOnly},
                          Field{"rights", &Access::rights},
                          Field{"created_at", &Access::createdAt, ReadOnly},
                          Field{"last_used_at", &Access::lastUsedAt, ReadOnly | Volatile},
                          Field{"can_remove", &Access::canRemove, ReadOnly},
                          Field{"version", &Access::version, ReadOnly}};
    }
    bool operator==(const Access &) const = default;
};

inline Ref refOf(const Access &a)
{
    return {QLatin1String(Access::kind), a.service,  a.mailbox,
            QString::number(a.user),     a.userName, a.version.value_or(0)};
}

} // namespace mail
