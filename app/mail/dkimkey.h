// SPDX-License-Identifier: GPL-3.0-or-later
// A DKIM key of a domain on our mail host: which selector, what is published, whether it signs
// (S-69). The private half never leaves the host.
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"

namespace mail {

enum class DkimAlgorithm
{
    Rsa,    // rsa-sha256, 2048 bits
    Ed25519 // ed25519-sha256 (RFC 8463)
};

template <>
struct Words<DkimAlgorithm>
{
    static constexpr std::array<std::pair<DkimAlgorithm, const char *>, 2> list{
        {{DkimAlgorithm::Rsa, "rsa"}, {DkimAlgorithm::Ed25519, "ed25519"}}};
};

// The life of a key; a rotation walks the old and the new one through it.
enum class DkimState
{
    Made,     // there, not published or not yet seen everywhere; signs nothing
    Signing,  // published, and signs what leaves
    Retiring, // signs no more; still published for what is under way
    Retired   // withdrawn from DNS, private half deleted
};

template <>
struct Words<DkimState>
{
    static constexpr std::array<std::pair<DkimState, const char *>, 4> list{
        {{DkimState::Made, "made"},
         {DkimState::Signing, "signing"},
         {DkimState::Retiring, "retiring"},
         {DkimState::Retired, "retired"}}};
};

struct DkimKey
{
    qint64 service = 0;
    qint64 id = 0;
    QString domain; // punycode
    QString selector;
    std::optional<DkimAlgorithm> algorithm;
    std::optional<int> bits;
    std::optional<DkimState> state;
    std::optional<QString> record; // the text to publish at selector._domainkey.domain
    std::optional<QDateTime> createdAt;
    std::optional<QDateTime> signsSince; // invalid = never yet
    std::optional<QDateTime> retiresAt;  // Retiring: when it is withdrawn from DNS
    std::optional<qint64> version;

    static constexpr auto kind = "dkim_key";
    static constexpr auto fields()
    {
        return std::tuple{Field{"service", &DkimKey::service, ReadOnly},
                          Field{"id", &DkimKey::id, ReadOnly},
                          Field{"domain", &DkimKey::domain},
                          Field{"selector", &DkimKey::selector},
                          Field{"algorithm", &DkimKey::algorithm},
                          Field{"bits", &DkimKey::bits, ReadOnly},
                          Field{"state", &DkimKey::state},
                          Field{"record", &DkimKey::record, ReadOnly},
                          Field{"created_at", &DkimKey::createdAt, ReadOnly},
                          Field{"signs_since", &DkimKey::signsSince, ReadOnly | Volatile},
                          Field{"retires_at", &DkimKey::retiresAt, ReadOnly | Volatile},
                          Field{"version", &DkimKey::version, ReadOnly}};
    }
    bool operator==(const DkimKey &) const = default;
};

inline Ref refOf(const DkimKey &k)
{
    return {QLatin1String(DkimKey::kind),
            k.service,
            k.domain,
            QString::number(k.id),
            k.selector + QStringLiteral("._domainkey.") + k.domain,
            k.version.value_or(0)};
}

} // namespace mail
