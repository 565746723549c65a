// SPDX-License-Identifier: GPL-3.0-or-later
// What a user may do on a mailbox (N-01). One flag per right, each granted, denied or not known:
// the published API has no flag for sending, so with such a backend that right stays unknown and is
// shown so, never as "denied".
#pragma once

#include <QJsonValue>
#include <QStringList>

#include <array>
#include <optional>

namespace mail {

enum class Right
{
    SendEmails, // SMTP with this user's devices, and the web client (S-15, S-16); our addition
                // `can_send_emails`
    ManageAutoReply,
    ManageSignatures,
    ManageRedirections,
    ManageAliases,
    ManageFilters, // spam and other filters
    ManageRules,   // automatic sorting
    ConfigureFolders,
    ManageSecurity, // blocked and approved senders
    ManageDevices,  // device passwords; `can_change_password`
    AccessLogs,
    RestoreEmails
};

inline constexpr int rightCount = 12;

// All of them, in the order in which people read them.
const std::array<Right, rightCount> &allRights();
const char *flagName(Right right); // "can_send_emails": the contract's word
std::optional<Right> rightFromFlag(QStringView flag);

class Rights
{
public:
    static Rights all();  // everything granted
    static Rights none(); // everything denied, reading is left

    std::optional<bool> get(Right right) const { return m_flags[size_t(right)]; }
    bool allows(Right right) const { return get(right).value_or(false); }
    void set(Right right, std::optional<bool> granted) { m_flags[size_t(right)] = granted; }

    bool operator==(const Rights &) const = default;

private:
    std::array<std::optional<bool>, rightCount> m_flags;
};

// {"can_send_emails": true, …}, known rights only. Reading takes that object, or a list of the
// granted flags (then every flag of the contract that is not listed is denied, sending stays
// unknown unless listed).
QJsonValue toJson(const Rights &rights);
[[nodiscard]] bool fromJson(const QJsonValue &value, Rights &out);

} // namespace mail
