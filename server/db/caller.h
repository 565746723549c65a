// SPDX-License-Identifier: GPL-3.0-or-later
// Who asks, as the token tells it.
#pragma once

#include "app/mail/user.h"
#include "app/mail/words.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace db {

// Each allows what the ones before it allow.
enum class Scope
{
    Read,
    Write, // mailboxes, their users and devices
    Admin  // what holds for a whole service
};

struct Caller
{
    qint64 token = 0;
    qint64 person = 0;
    QString name; // for the audit
    QString email;
    qint64 organisation = 0;
    mail::Role role = mail::Role::Normal;
    Scope scope = Scope::Read;
    QList<qint64> services; // empty = every service of the organisation
    QList<qint64> organisationServices;
    QDateTime now; // when the request came

    bool mayAdminister() const { return role != mail::Role::Normal; }
    bool reaches(qint64 service) const { return services.isEmpty() || services.contains(service); }
};

} // namespace db

template <>
struct mail::Words<db::Scope>
{
    static constexpr std::array<std::pair<db::Scope, const char *>, 3> list{
        {{db::Scope::Read, "read"}, {db::Scope::Write, "write"}, {db::Scope::Admin, "admin"}}};
};
