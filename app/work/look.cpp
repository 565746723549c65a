// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/look.h"

#include "app/check/dns/snapshot.h"
#include "app/work/sync.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <mutex>

namespace work {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Look)
};

constexpr int sideBySide = 16; // domains: each waits for DNS most of its time

Error cancelledError() { return {Error::Kind::Cancelled, {}, {}, {}, 0}; }

// The far side does not have it, does not show it, or does not answer: what is known goes on.
bool isWithheld(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound ||
           error.kind == Error::Kind::Unsupported || error.kind == Error::Kind::Offline ||
           error.kind == Error::Kind::Limited;
}

// The zone that the domain is in, the closest one.
std::optional<mail::Zone> zoneOf(const QList<mail::Zone> &zones, const QByteArray &domain)
{
    std::optional<mail::Zone> best;
    for (const mail::Zone &zone : zones)
        if (wire::isSameOrBelow(domain, zone.name.toUtf8()) &&
            (!best || zone.name.size() > best->name.size()))
            best = zone;
    return best;
}

// What is listed on the far side, in the cache from then on; what the cache has when it is not
// told.
template <class T, class Read, class Keep>
Result<QList<T>> listed(const Read &read, const Keep &keep, const QList<T> &known)
{
    const Result<QList<T>> now = read();
    if (!now) {
        if (!isWithheld(now.error()))
            return now.error();
        return known;
    }
    if (const Result<void> kept = keep(*now); !kept)
        return kept.error();
    return *now;
}

// Whether what is to be trusted fits to what is signed, of the zones that only we can ask for.
bool isTrustedAsSigned(const mail::DnsFacts &facts, const QList<mail::Zone> &zones)
{
    return std::all_of(zones.cbegin(), zones.cend(), [&](const mail::Zone &zone) {
        if (!zone.isSigned || !facts.zones.contains(zone.name))
            return true;
        const bool hasAnchor = std::any_of(
            facts.trustAnchors.cbegin(), facts.trustAnchors.cend(), [&](const QString &anchor) {
                return anchor.startsWith(zone.name + QLatin1String(". "));
            });
        return hasAnchor == *zone.isSigned;
    });
}

struct Known // by the service
{
    mail::Service service;
    check::RepairBasis basis;
    QList<QByteArray> formerSelectors;
};

Result<Known> knownOf(const LookWish &wish, store::Cache &cache, const Clock &clock,
                      Progress &progress)
{
    Known known;
    known.service = cache.service(wish.scope).value_or(mail::Service());
    const auto capabilities = cache.capabilities(wish.scope);
    if (capabilities) {
        known.basis.facts = capabilities->dns;
        known.basis.signs = capabilities->has(u"dkim");
    }
    QList<mail::Zone> zones = cache.zones(wish.scope);
    known.basis.keys = cache.dkimKeys(wish.scope);
    const QByteArray domain = wish.domain.isEmpty() ? known.service.domain.toUtf8() : wish.domain;
    const QDateTime now = clock.now();
    if (wish.backend) {
        progress.step(0, 0, Text::tr("Reading the zone"));
        auto read = listed<mail::Zone>(
            [&] { return wish.backend->zones(known.service, progress); },
            [&](const QList<mail::Zone> &list) { return cache.setZones(wish.scope, list, now); },
            zones);
        if (!read)
            return read.error();
        zones = *read;
        if (!isTrustedAsSigned(known.basis.facts, zones)) {
            const auto can = wish.backend->capabilities(wish.scope.service, progress);
            if (can) {
                known.basis.facts = can->dns;
                if (const auto kept = cache.setCapabilities(wish.scope, *can); !kept)
                    return kept.error();
            } else if (!isWithheld(can.error()) && can.error().kind != Error::Kind::Offline) {
                return can.error();
            }
        }
        if (known.basis.signs) {
            auto keys = listed<mail::DkimKey>(
                [&] { return wish.backend->dkimKeys(wish.scope.service, progress); },
                [&](const QList<mail::DkimKey> &list) {
                    return cache.setDkimKeys(wish.scope, list, now);
                },
                known.basis.keys);
            if (!keys)
                return keys.error();
            known.basis.keys = *keys;
        }
    }
    known.basis.zone = zoneOf(zones, domain);
    if (!known.basis.zone)
        return known;
    const QString name = known.basis.zone->name;
    known.basis.records = cache.records(wish.scope, name);
    if (wish.backend) {
        auto records = listed<mail::ZoneRecord>(
            [&] { return wish.backend->records(*known.basis.zone, progress); },
            [&](const QList<mail::ZoneRecord> &list) {
                return cache.setRecords(wish.scope, name, list, now);
            },
            known.basis.records);
        if (!records)
            return records.error();
        known.basis.records = *records;
    }
    return known;
}

Result<DomainLook> look(const LookWish &wish, const Known &known, const Clock &clock,
                        const Dns &dns, Progress &progress)
{
    if (progress.cancelled())
        return cancelledError();
    check::DomainCheck what;
    what.domain = wish.domain.isEmpty() ? known.service.domain.toUtf8() : wish.domain;
    what.facts = known.basis.facts;
    what.signs = known.basis.signs;
    what.keys = known.basis.keys;
    what.formerSelectors = known.formerSelectors;
    what.nameServers = dns.nameServers;
    what.prober = dns.prober;
    what.now = clock.now().toSecsSinceEpoch();
    progress.step(0, 0, Text::tr("Asking DNS about %1").arg(QString::fromUtf8(what.domain)));
    auto report = check::checkDomain(what, *dns.resolver, progress);
    if (!report)
        return report.error();
    DomainLook seen;
    seen.at = clock.now();
    seen.report = std::move(*report);
    seen.basis = known.basis;
    seen.states = check::sectionStates(seen.report, seen.basis);
    return seen;
}

} // namespace

Result<DomainLook> lookAtDomain(const LookWish &wish, store::Cache &cache, const Clock &clock,
                                Progress &progress)
{
    const auto known = knownOf(wish, cache, clock, progress);
    if (!known)
        return known.error();
    const auto dns = wish.dns();
    if (!dns)
        return dns.error();
    return look(wish, *known, clock, *dns, progress);
}

Result<int> lookAtDomains(const QList<LookWish> &wishes, const MakeDns &make, store::Cache &cache,
                          store::Looks &looks, const Clock &clock, Progress &progress)
{
    const auto dns = make();
    if (!dns)
        return dns.error();
    std::mutex mutex; // guards what follows
    qint64 over = 0;
    int seen = 0;
    std::optional<Error> failure; // of the kind that ends everything
    const auto lookAt = [&](const LookWish &wish) -> Result<void> {
        const auto known = knownOf(wish, cache, clock, progress);
        if (!known)
            return known.error();
        const auto seenNow = look(wish, *known, clock, *dns, progress);
        if (!seenNow)
            return seenNow.error();
        return looks.add(wish.scope.account, check::snapshotOf(seenNow->report, seenNow->at));
    };
    QThreadPool pool;
    pool.setMaxThreadCount(sideBySide);
    for (const LookWish &wish : wishes)
        pool.start([&, wish] {
            {
                const std::lock_guard lock(mutex);
                if (failure || progress.cancelled())
                    return;
            }
            const auto done = lookAt(wish);
            const std::lock_guard lock(mutex);
            ++over;
            seen += done ? 1 : 0;
            if (!done && done.error().kind == Error::Kind::Storage)
                failure = done.error(); // the next one could not be kept either
            progress.step(over, wishes.size(),
                          Text::tr("%1 of %2 domains").arg(over).arg(wishes.size()));
        });
    pool.waitForDone();
    if (failure)
        return *failure;
    if (progress.cancelled())
        return cancelledError();
    return seen;
}

} // namespace work
