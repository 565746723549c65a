// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/rights.h"

#include "app/mail/json.h"

#include <QJsonArray>
#include <QJsonObject>

namespace mail {

namespace {

// Indexed by Right.
constexpr std::array<const char *, rightCount> flags{
    "can_send_emails",       "can_manage_auto_reply",
    "can_manage_signatures", "can_manage_redirections",
    "can_manage_aliases",    "can_manage_filters",
    "can_manage_rules",      "can_configure_mail_folders",
    "can_manage_security",   "can_change_password",
    "can_access_logs",       "can_restore_emails"};

Rights filled(bool granted)
{
    Rights rights;
    for (Right right : allRights())
        rights.set(right, granted);
    return rights;
}

} // namespace

const std::array<Right, rightCount> &allRights()
{
    static constexpr std::array<Right, rightCount> list{
        Right::SendEmails,         Right::ManageAutoReply,  Right::ManageSignatures,
        Right::ManageRedirections, Right::ManageAliases,    Right::ManageFilters,
        Right::ManageRules,        Right::ConfigureFolders, Right::ManageSecurity,
        Right::ManageDevices,      Right::AccessLogs,       Right::RestoreEmails};
    return list;
}

const char *flagName(Right right) { return flags[size_t(right)]; }

std::optional<Right> rightFromFlag(QStringView flag)
{
    for (Right right : allRights())
        if (flag == QLatin1String(flagName(right)))
            return right;
    return {};
}

Rights Rights::all() { return filled(true); }
Rights Rights::none() { return filled(false); }

QJsonValue toJson(const Rights &rights)
{
    QJsonObject json;
    for (Right right : allRights())
        if (const auto granted = rights.get(right))
            json.insert(QLatin1String(flagName(right)), *granted);
    return json;
}

bool fromJson(const QJsonValue &value, Rights &out)
{
    Rights rights;
    if (value.isArray()) {
        rights = Rights::none();
        rights.set(Right::SendEmails, {});
        for (const QJsonValue item : value.toArray())
            if (const auto right = rightFromFlag(item.toString()))
                rights.set(*right, true);
    } else if (value.isObject()) {
        const QJsonObject json = value.toObject();
        for (Right right : allRights()) {
            const auto it = json.constFind(QLatin1String(flagName(right)));
            if (it == json.constEnd() || it->isNull())
                continue; // not told is not denied
            bool granted = false;
            if (!fromJson(*it, granted))
                return false;
            rights.set(right, granted);
        }
    } else if (!value.isNull()) {
        return false;
    }
    out = rights;
    return true;
}

} // namespace mail
