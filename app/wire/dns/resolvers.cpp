// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/resolvers.h"

namespace wire {

Result<DnsSettings> settingsFor(const DnsSettings &chosen, const QList<mail::DnsFacts> &services)
{
    DnsSettings settings = chosen;
    for (const mail::DnsFacts &facts : services) {
        if (facts.servers.isEmpty())
            continue;
        QList<DnsServer> servers;
        for (const QString &text : facts.servers) {
            const auto server = serverFromText(text.toUtf8());
            if (!server)
                return Error::invalid(
                    QStringLiteral("servers"),
                    QStringLiteral("\"%1\" is not the address of a DNS server.").arg(text));
            servers.append(*server);
        }
        for (const QString &name : facts.zones) {
            DnsStub stub{canonicalName(name.toUtf8()), servers, {}};
            for (const QString &line : facts.trustAnchors) {
                const QByteArray anchor = line.simplified().toUtf8();
                if (isSameOrBelow(stub.zone, anchor.left(anchor.indexOf(' '))))
                    stub.trustAnchors.append(anchor);
            }
            // what the user set by hand for the same zone stays
            const bool taken =
                std::any_of(settings.stubs.cbegin(), settings.stubs.cend(),
                            [&](const DnsStub &other) { return other.zone == stub.zone; });
            if (!taken)
                settings.stubs.append(stub);
        }
    }
    return settings;
}

Result<std::shared_ptr<Resolver>> makeResolver(const DnsSettings &settings)
{
    const auto resolver = UnboundResolver::create(settings);
    if (!resolver)
        return resolver.error();
    return std::shared_ptr<Resolver>(*resolver);
}

} // namespace wire
