// SPDX-License-Identifier: GPL-3.0-or-later
// An address with a mailbox behind it, as the table of addresses shows it.
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"

namespace mail {

// Who may use a new address (S-43): the contract's `target`. Without one nobody may yet.
enum class Target
{
    CurrentUser,
    OtherUser,
    WholeOrganisation
};

template <>
struct Words<Target>
{
    static constexpr std::array<std::pair<Target, const char *>, 3> list{
        {{Target::CurrentUser, "current_user"},
         {Target::OtherUser, "other_user"},
         {Target::WholeOrganisation, "ksuite_user"}}};
};

struct Mailbox
{
    qint64 service = 0;
    QString name;       // local part; the far side's key, never changes
    QString address;    // name@domain, punycode
    QString addressIdn; // the same, for people (S-48)
    std::optional<qint64> id;
    std::optional<QString> note;  // up to 80 characters (N-08)
    std::optional<Target> target; // only while creating
    std::optional<int> userCount;
    std::optional<QStringList> userNames; // display names, for the table; at most the first few
    std::optional<int> deviceCount;
    std::optional<qint64> size; // bytes
    std::optional<QDateTime> sizeCheckedAt;
    std::optional<QDateTime> createdAt;
    std::optional<QDateTime> imapLastLogin; // invalid = never
    std::optional<QDateTime> pop3LastLogin;
    std::optional<bool> isLimited; // an account uses it as its login: no more sharing (S-28)
    std::optional<bool> hasRedirection;
    std::optional<bool> hasAutoReply;
    std::optional<bool> hasSpamFilter; // S-52
    std::optional<bool> hasAdFilter;   // S-56
    std::optional<qint64> version;     // for If-Match; our daemon only

    static constexpr auto kind = "mailbox";
    static constexpr auto fields()
    {
        return std::tuple{Field{"service", &Mailbox::service, ReadOnly},
                          Field{"name", &Mailbox::name},
                          Field{"address", &Mailbox::address, ReadOnly},
                          Field{"address_idn", &Mailbox::addressIdn, ReadOnly},
                          Field{"id", &Mailbox::id, ReadOnly},
                          Field{"note", &Mailbox::note},
                          Field{"target", &Mailbox::target},
                          Field{"user_count", &Mailbox::userCount, ReadOnly | Volatile},
                          Field{"user_names", &Mailbox::userNames, ReadOnly | Volatile},
                          Field{"device_count", &Mailbox::deviceCount, ReadOnly | Volatile},
                          Field{"size", &Mailbox::size, ReadOnly | Volatile},
                          Field{"size_checked_at", &Mailbox::sizeCheckedAt, ReadOnly | Volatile},
                          Field{"created_at", &Mailbox::createdAt, ReadOnly},
                          Field{"imap_last_login", &Mailbox::imapLastLogin, ReadOnly | Volatile},
                          Field{"pop3_last_login", &Mailbox::pop3LastLogin, ReadOnly | Volatile},
                          Field{"is_limited", &Mailbox::isLimited, ReadOnly},
                          Field{"has_redirection", &Mailbox::hasRedirection, ReadOnly},
                          Field{"has_auto_reply", &Mailbox::hasAutoReply, ReadOnly},
                          Field{"has_spam_filter", &Mailbox::hasSpamFilter},
                          Field{"has_ad_filter", &Mailbox::hasAdFilter},
                          Field{"version", &Mailbox::version, ReadOnly}};
    }
    bool operator==(const Mailbox &) const = default;
};

inline Ref refOf(const Mailbox &m)
{
    return {QLatin1String(Mailbox::kind), m.service, {}, m.name, m.addressIdn,
            m.version.value_or(0)};
}

} // namespace mail
