// SPDX-License-Identifier: GPL-3.0-or-later
// A mail hosting found behind an account: one main domain and its addresses.
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"
#include "app/mail/rights.h"

namespace mail {

struct Service
{
    qint64 id = 0;
    qint64 organisation = 0; // the far side's account_id: whose people may be given access
    QString name;            // what its owner calls it
    QString domain;          // main domain, punycode
    QString domainIdn;       // the same, for people
    std::optional<bool> isLocked;
    std::optional<int> addressQuota; // how many addresses it may have; 0 = no limit (S-07)
    std::optional<int> addressesUsed;
    std::optional<Rights> defaultRights; // what a newly added user gets
    std::optional<bool> isSpamFilterDefault;
    std::optional<bool> isAdFilterDefault;

    static constexpr auto kind = "service";
    static constexpr auto fields()
    {
        return std::tuple{Field{"id", &Service::id, ReadOnly},
                          Field{"organisation", &Service::organisation, ReadOnly},
                          Field{"name", &Service::name, ReadOnly},
                          Field{"domain", &Service::domain, ReadOnly},
                          Field{"domain_idn", &Service::domainIdn, ReadOnly},
                          Field{"is_locked", &Service::isLocked, ReadOnly},
                          Field{"address_quota", &Service::addressQuota, ReadOnly},
                          Field{"addresses_used", &Service::addressesUsed, ReadOnly | Volatile},
                          Field{"default_rights", &Service::defaultRights},
                          Field{"is_spam_filter_default", &Service::isSpamFilterDefault},
                          Field{"is_ad_filter_default", &Service::isAdFilterDefault}};
    }
    bool operator==(const Service &) const = default;
};

inline Ref refOf(const Service &s)
{
    return {QLatin1String(Service::kind), s.id, {}, QString::number(s.id), s.domainIdn, 0};
}

} // namespace mail
