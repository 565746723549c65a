// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/security.h"

namespace work {

namespace {

Error noBackend()
{
    return {
        Error::Kind::Offline, QStringLiteral("There is no connection to the service"), {}, {}, 0};
}

} // namespace

bool farSideLooks(const store::Cache &cache, const store::Scope &scope)
{
    const auto capabilities = cache.capabilities(scope);
    return capabilities && capabilities->has(u"security");
}

Result<backend::SecurityHistory>
securityHistory(backend::Backend *backend, const store::Cache &cache, const store::Looks &looks,
                const store::Scope &scope, const QString &domain, Progress &progress)
{
    if (farSideLooks(cache, scope)) {
        if (!backend)
            return noBackend();
        return backend->securityHistory(scope.service, domain, progress);
    }
    auto own = looks.history(scope.account, domain);
    if (!own)
        return own.error();
    return backend::SecurityHistory{std::move(own->accepted), std::move(own->looks), own->lastLook};
}

Result<mail::SecuritySnapshot> lookNow(backend::Backend *backend, const store::Cache &cache,
                                       store::Looks &looks, const store::Scope &scope,
                                       const QString &domain, const Look &look, Progress &progress)
{
    if (farSideLooks(cache, scope)) {
        if (!backend)
            return noBackend();
        return backend->lookNow(scope.service, domain, progress);
    }
    auto saw = look(domain, progress);
    if (!saw)
        return saw;
    if (const auto kept = looks.add(scope.account, *saw); !kept)
        return kept.error();
    return saw;
}

Result<void> acceptSecurity(backend::Backend *backend, const store::Cache &cache,
                            store::Looks &looks, const store::Scope &scope,
                            const mail::SecuritySnapshot &snapshot, Progress &progress)
{
    if (!farSideLooks(cache, scope))
        return looks.accept(scope.account, snapshot);
    if (!backend)
        return noBackend();
    return backend->acceptSecurity(scope.service, snapshot, progress);
}

} // namespace work
