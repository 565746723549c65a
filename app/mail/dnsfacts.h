// SPDX-License-Identifier: GPL-3.0-or-later
// What a domain has to publish so that its mail runs over a service, and which name servers know
// its zones when the world's DNS does not lead there. Empty = not told.
#pragma once

#include "app/mail/field.h"

namespace mail {

struct DnsFacts
{
    QStringList mx;        // "10 mail.example.org": at the domain
    QStringList spf;       // terms that let the service send: "mx", "include:spf.example.net"
    QStringList addresses; // from which the service sends: "192.0.2.25"
    QStringList services;  // "SRV _imaps._tcp 0 1 993 mail.example.org": helps mail programs (S-66)

    QStringList servers;      // "127.0.0.1:5300": name servers of `zones`
    QStringList zones;        // what they are asked for, with all below
    QStringList trustAnchors; // "example.org. IN DS 12345 13 2 49fd…" for a zone nobody delegates

    int mxPort = 0; // on which its MX hosts take mail, when that is not 25

    static constexpr auto kind = "dns_facts";
    static constexpr auto fields()
    {
        return std::tuple{Field{"mx", &DnsFacts::mx},
                          Field{"spf", &DnsFacts::spf},
                          Field{"addresses", &DnsFacts::addresses},
                          Field{"services", &DnsFacts::services},
                          Field{"servers", &DnsFacts::servers},
                          Field{"zones", &DnsFacts::zones},
                          Field{"trust_anchors", &DnsFacts::trustAnchors},
                          Field{"mx_port", &DnsFacts::mxPort}};
    }
    bool operator==(const DnsFacts &) const = default;

    // The provider's published values (its guide on SPF, and on domains whose DNS is elsewhere).
    static DnsFacts infomaniak()
    {
        DnsFacts facts;
        facts.mx = {QStringLiteral("5 mta-gw.infomaniak.ch")};
        facts.spf = {QStringLiteral("include:spf.infomaniak.ch")};
        return facts;
    }
};

} // namespace mail
