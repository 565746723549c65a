// SPDX-License-Identifier: GPL-3.0-or-later
// A DNS zone that the far side serves for a domain of a service, and its records.
#pragma once

#include "app/mail/domain.h"
#include "app/mail/field.h"
#include "app/mail/ref.h"

namespace mail {

struct Zone
{
    qint64 service = 0; // whose domain it is
    QString name;       // punycode, no dot at the end
    QString nameIdn;    // the same, for people
    std::optional<qint64> id;
    std::optional<QStringList> nameServers;
    std::optional<bool> isSigned;          // with DNSSEC
    std::optional<QStringList> delegation; // DS records for the zone above: "12345 13 2 49fd…"
    std::optional<qint64> serial;          // of the SOA
    std::optional<qint64> version;         // for If-Match; our daemon only

    static constexpr auto kind = "zone";
    static constexpr auto fields()
    {
        return std::tuple{Field{"service", &Zone::service, ReadOnly},
                          Field{"name", &Zone::name},
                          Field{"name_idn", &Zone::nameIdn, ReadOnly},
                          Field{"id", &Zone::id, ReadOnly},
                          Field{"name_servers", &Zone::nameServers, ReadOnly},
                          Field{"is_signed", &Zone::isSigned},
                          Field{"delegation", &Zone::delegation, ReadOnly},
                          Field{"serial", &Zone::serial, ReadOnly | Volatile},
                          Field{"version", &Zone::version, ReadOnly}};
    }
    bool operator==(const Zone &) const = default;
};

inline Ref refOf(const Zone &z)
{
    return {QLatin1String(Zone::kind), z.service, {}, z.name, z.nameIdn, z.version.value_or(0)};
}

// How long a record may be kept by who asked for it, in seconds (contract).
inline constexpr int minTtl = 60;
inline constexpr int maxTtl = 86'400;
inline constexpr int usualTtl = 3'600;

struct ZoneRecord
{
    qint64 service = 0;
    QString zone;
    qint64 id = 0;
    QString source; // owner name relative to the zone, punycode: "_dmarc"; empty = the zone itself
    QString type;   // "MX"
    // The value as people write it in a zone file, with two differences: names are absolute without
    // a dot at the end ("10 mail.example.org"), and TXT is its text, unquoted and in one piece.
    QString target;
    std::optional<int> ttl;
    std::optional<QDateTime> updatedAt;
    std::optional<qint64> version; // for If-Match; our daemon only

    static constexpr auto kind = "record";
    static constexpr auto fields()
    {
        return std::tuple{Field{"service", &ZoneRecord::service, ReadOnly},
                          Field{"zone", &ZoneRecord::zone, ReadOnly},
                          Field{"id", &ZoneRecord::id, ReadOnly},
                          Field{"source", &ZoneRecord::source},
                          Field{"type", &ZoneRecord::type},
                          Field{"target", &ZoneRecord::target},
                          Field{"ttl", &ZoneRecord::ttl},
                          Field{"updated_at", &ZoneRecord::updatedAt, ReadOnly | Volatile},
                          Field{"version", &ZoneRecord::version, ReadOnly}};
    }
    bool operator==(const ZoneRecord &) const = default;
};

// "_dmarc.example.org" of the record; the zone's own name where the source is empty.
inline QString ownerOf(const ZoneRecord &r)
{
    return r.source.isEmpty() ? r.zone : r.source + u'.' + r.zone;
}

// The host looks after them: nobody adds, changes or removes them here.
inline bool isOfHost(const ZoneRecord &r)
{
    return r.type == u"SOA" || r.type == u"DNSKEY" || (r.type == u"NS" && r.source.isEmpty());
}

inline Ref refOf(const ZoneRecord &r)
{
    return {QLatin1String(ZoneRecord::kind),
            r.service,
            r.zone,
            QString::number(r.id),
            r.type + u' ' + nameForPeople(ownerOf(r)),
            r.version.value_or(0)};
}

} // namespace mail
