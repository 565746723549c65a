// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at the security of a service's domain from this desk: what DNS tells, what the service
// knows about it, what each section says and what would mend it.
#pragma once

#include "app/backend/backend.h"
#include "app/base/clock.h"
#include "app/check/dns/repair.h"
#include "app/store/cache.h"
#include "app/store/looks.h"
#include "app/wire/dns/resolver.h"

#include <functional>
#include <memory>

namespace work {

// What asks DNS and mail hosts. Only the resolver need be there.
struct Dns
{
    std::shared_ptr<wire::Resolver> resolver;
    std::shared_ptr<wire::NameServers> nameServers; // of the zones, one by one
    std::shared_ptr<check::MxProber> prober;
};
// Makes one that remembers nothing yet; called inside a job.
using MakeDns = std::function<Result<Dns>()>;

struct DomainLook
{
    QDateTime at;
    check::DomainReport report;
    check::RepairBasis basis;
    QList<check::SectionState> states; // one for each section, in their order
};

// A null backend: the far side does not answer now; what was read of it last is taken.
struct LookWish
{
    store::Scope scope;
    QByteArray domain; // empty: the service's own
    MakeDns dns;
    std::shared_ptr<backend::Backend> backend;
};

// Reads the zone, its records and the keys anew where the far side has them (into the cache, too),
// then asks DNS. Where a zone was signed or unsigned since, the capabilities are read anew, too:
// whoever made `dns` from them looks again when they change. Errors: Cancelled; Invalid (how DNS is
// asked); Storage. A domain that cannot be looked up is no error: the report says so.
Result<DomainLook> lookAtDomain(const LookWish &wish, store::Cache &cache, const Clock &clock,
                                Progress &progress);

// Many domains side by side, by one `dns`; what each look saw is kept in `looks`, which tells
// whoever shows it. How many could be checked. Errors: Cancelled (what was seen till then is kept);
// Storage; Invalid. `wishes` need no `dns` of their own.
Result<int> lookAtDomains(const QList<LookWish> &wishes, const MakeDns &dns, store::Cache &cache,
                          store::Looks &looks, const Clock &clock, Progress &progress);

} // namespace work
