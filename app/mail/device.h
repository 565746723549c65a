// SPDX-License-Identifier: GPL-3.0-or-later
// A device password of a mailbox: who may log in with a mail program, for whom, and how (S-30 ..
// S-39).
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"

namespace mail {

enum class DeviceType
{
    Computer,
    Phone,
    Tablet,
    Other,
    Legacy
};

template <>
struct Words<DeviceType>
{
    static constexpr std::array<std::pair<DeviceType, const char *>, 5> list{
        {{DeviceType::Computer, "computer"},
         {DeviceType::Phone, "phone"},
         {DeviceType::Tablet, "tablet"},
         {DeviceType::Other, "other"},
         {DeviceType::Legacy, "legacy"}}};
};

// Reading protocols; sending is always included, so far as the user's right to send allows it
// (S-16).
enum class Protocols
{
    Imap,
    Pop3,
    Pop3Imap
};

template <>
struct Words<Protocols>
{
    static constexpr std::array<std::pair<Protocols, const char *>, 3> list{
        {{Protocols::Imap, "imap"}, {Protocols::Pop3, "pop3"}, {Protocols::Pop3Imap, "pop3-imap"}}};
};

enum class DeviceStatus
{
    Healthy,
    Leaked,
    Spam
};

template <>
struct Words<DeviceStatus>
{
    static constexpr std::array<std::pair<DeviceStatus, const char *>, 3> list{
        {{DeviceStatus::Healthy, "healthy"},
         {DeviceStatus::Leaked, "leaked"},
         {DeviceStatus::Spam, "spam"}}};
};

struct Device
{
    qint64 service = 0;
    QString mailbox; // local part
    qint64 id = 0;   // of the access: one device may have accesses to several mailboxes
    std::optional<QString> label;
    std::optional<DeviceType> type;
    std::optional<Protocols> protocols;
    std::optional<qint64> user; // 0 = without user: no user's rights bind it (S-16)
    std::optional<QString> userName;
    std::optional<QString> creatorName;
    std::optional<QDateTime> createdAt;
    std::optional<QDateTime> lastConnection; // invalid = never
    std::optional<DeviceStatus> status;
    std::optional<QString> password; // only "set", in a change that makes a new one
    std::optional<qint64> version;   // for If-Match; our daemon only

    static constexpr auto kind = "device";
    static constexpr auto fields()
    {
        return std::tuple{Field{"service", &Device::service, ReadOnly},
                          Field{"mailbox", &Device::mailbox, ReadOnly},
                          Field{"id", &Device::id, ReadOnly},
                          Field{"label", &Device::label},
                          Field{"type", &Device::type},
                          Field{"protocols", &Device::protocols},
                          Field{"user", &Device::user},
                          Field{"user_name", &Device::userName, ReadOnly},
                          Field{"creator_name", &Device::creatorName, ReadOnly},
                          Field{"created_at", &Device::createdAt, ReadOnly},
                          Field{"last_connection", &Device::lastConnection, ReadOnly | Volatile},
                          Field{"status", &Device::status, ReadOnly},
                          Field{"password", &Device::password},
                          Field{"version", &Device::version, ReadOnly}};
    }
    bool operator==(const Device &) const = default;
};

inline Ref refOf(const Device &d)
{
    return {QLatin1String(Device::kind),
            d.service,
            d.mailbox,
            QString::number(d.id),
            d.label.value_or(QString()),
            d.version.value_or(0)};
}

} // namespace mail
