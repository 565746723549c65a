// SPDX-License-Identifier: GPL-3.0-or-later
// A person of the organisation.
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"

namespace mail {

enum class Role
{
    Owner,
    Administrator,
    Normal
};

template <>
struct Words<Role>
{
    static constexpr std::array<std::pair<Role, const char *>, 3> list{
        {{Role::Owner, "owner"}, {Role::Administrator, "admin"}, {Role::Normal, "normal"}}};
};

struct User
{
    qint64 id = 0;
    QString displayName;
    QString firstName;
    QString lastName;
    QString email; // the login; not necessarily one of our addresses (S-08)
    std::optional<Role> role;
    std::optional<bool> isMe; // the owner of our token

    static constexpr auto kind = "user";
    static constexpr auto fields()
    {
        return std::tuple{
            Field{"id", &User::id, ReadOnly},      Field{"display_name", &User::displayName},
            Field{"first_name", &User::firstName}, Field{"last_name", &User::lastName},
            Field{"email", &User::email},          Field{"role", &User::role},
            Field{"is_me", &User::isMe, ReadOnly}};
    }
    bool operator==(const User &) const = default;
};

} // namespace mail
