// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as the contract's objects: the dialect and its oddities, and nothing else, live here.
#pragma once

#include "app/mail/dkimkey.h"
#include "server/db/accesses.h"
#include "server/db/devices.h"
#include "server/db/jobs.h"
#include "server/db/mailboxes.h"
#include "server/db/people.h"
#include "server/db/services.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace api {

using With = QSet<QString>;

QJsonObject accountJson(const db::OrganisationRow &row);
QJsonObject accountUserJson(const db::PersonRow &row);
QJsonObject profileJson(const db::PersonRow &row, const With &with);
QJsonObject userJson(const db::PersonRow &row);     // "UserV2"
QJsonObject userMailJson(const db::PersonRow &row); // the other spelling
QJsonObject permissionsJson(int rights);
QJsonObject serviceJson(const db::ServiceRow &row, const With &with);
QJsonObject preferencesJson(const db::ServiceRow &row);
QJsonObject accessJson(const db::AccessRow &row);
QJsonObject deviceJson(const db::DeviceRow &row);
QJsonObject deviceAccessJson(const db::DeviceRow &row, bool mayWrite);
QJsonObject auditJson(const db::AuditRow &row);
QJsonObject dkimKeyJson(const mail::DkimKey &key);
QJsonObject jobJson(const db::JobRow &row);

struct MailboxView
{
    With with;
    qint64 unit = 1; // bytes per unit of size
    bool mayWrite = false;
    qint64 caller = 0;                    // person, for "permissions"
    bool all = false;                     // everything that a list can have, for the change feed
    bool isSigned = false;                // mail of the domain, for "has_dkim_signature"
    bool mayChangeKeys = false;           // for "is_dkim_updatable"
    QHash<QString, db::PersonRow> logins; // by address, for "account_user"
};
// `users`: the accesses to it.
QJsonObject mailboxJson(const db::MailboxRow &row, const QList<db::AccessRow> &users,
                        const MailboxView &view);

} // namespace api
