// SPDX-License-Identifier: GPL-3.0-or-later
// The world's DNS as this machine sees it: what name servers say, and looks through the house's own
// checks. What only a private host serves is asked there.
#pragma once

#include "app/wire/dns/unboundresolver.h"
#include "server/work/world.h"

namespace hostwork {

class DnsWorld final : public World
{
public:
    // `settings`: whom to ask; the resolver of this machine unless a story says otherwise.
    explicit DnsWorld(wire::DnsSettings settings = {})
        : m_settings(std::move(settings))
    {
    }

    Result<QStringList> lacking(const QByteArray &name, const QByteArray &text,
                                Progress &progress) override;
    Result<mail::SecuritySnapshot> look(const LookRequest &request, Progress &progress) override;

private:
    const wire::DnsSettings m_settings;
};

} // namespace hostwork
