// SPDX-License-Identifier: GPL-3.0-or-later
// What an address has, known without its row: a few bits beside the name index, so that a million
// addresses are sifted within a frame. What was never told is neither had nor lacked.
#pragma once

#include "app/mail/words.h"

#include <QDate>
#include <QJsonObject>

#include <limits>

namespace store {

enum class Trait
{
    Users,
    Devices,
    Redirection,
    AutoReply,
    SpamFilter,
    AdFilter,
    Imap, // has logged in by it
    Pop3,
    Limited
};

// Of one address.
class Traits
{
public:
    static constexpr qint64 never = -1;

    void tell(Trait trait, std::optional<bool> has);
    // Seconds since 1970, or never; not called while it is unknown.
    void tellLastLogin(qint64 at) { m_lastLogin = at; }
    // What either knows; has() then says only whether it is known.
    void merge(const Traits &other) { m_bits |= other.m_bits; }
    std::optional<bool> has(Trait trait) const;

private:
    friend class TraitFilter;
    static constexpr qint64 unknown = std::numeric_limits<qint64>::min();

    quint32 m_bits = 0; // two for each: has it, lacks it
    qint64 m_lastLogin = unknown;
};

// What is asked of an address; all of it must be so.
class TraitFilter
{
public:
    enum class Login
    {
        Any,
        Never,
        Before,        // the day's first moment, where the user is
        BeforeOrNever, // "not since"
        Since
    };

    void ask(Trait trait, std::optional<bool> has); // nullopt: it does not matter
    std::optional<bool> asked(Trait trait) const;
    void askLogin(Login login, const QDate &day = {}); // without a valid day: Any or Never only
    Login login() const { return m_login; }
    QDate day() const { return m_day; } // invalid where none is asked

    bool isEmpty() const { return m_wanted == 0 && m_login == Login::Any; }
    int count() const; // of the things asked
    bool matches(const Traits &traits) const;
    bool operator==(const TraitFilter &) const = default;

    QJsonObject toJson() const;
    static TraitFilter fromJson(const QJsonObject &json); // what it does not know is not asked

private:
    quint32 m_wanted = 0; // bits that must be set
    Login m_login = Login::Any;
    QDate m_day;
    qint64 m_moment = 0; // of m_day
};

} // namespace store

namespace mail {

template <>
struct Words<store::Trait>
{
    static constexpr std::array<std::pair<store::Trait, const char *>, 9> list{
        {{store::Trait::Users, "users"},
         {store::Trait::Devices, "devices"},
         {store::Trait::Redirection, "redirection"},
         {store::Trait::AutoReply, "auto_reply"},
         {store::Trait::SpamFilter, "spam_filter"},
         {store::Trait::AdFilter, "ad_filter"},
         {store::Trait::Imap, "imap"},
         {store::Trait::Pop3, "pop3"},
         {store::Trait::Limited, "limited"}}};
};

template <>
struct Words<store::TraitFilter::Login>
{
    using Login = store::TraitFilter::Login;
    static constexpr std::array<std::pair<Login, const char *>, 5> list{
        {{Login::Any, "any"},
         {Login::Never, "never"},
         {Login::Before, "before"},
         {Login::BeforeOrNever, "before_or_never"},
         {Login::Since, "since"}}};
};

} // namespace mail
