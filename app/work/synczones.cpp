// SPDX-License-Identifier: GPL-3.0-or-later
// Zones, records, DKIM keys and jobs of the host: read as lists when somebody looks at them, then
// kept up by the change feed.
#include "app/work/sync.h"

#include <QCoreApplication>

namespace work {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr QLatin1String zoneKind(mail::Zone::kind);
constexpr QLatin1String recordKind(mail::ZoneRecord::kind);
constexpr QLatin1String keyKind(mail::DkimKey::kind);

} // namespace

bool isWithheld(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound ||
           error.kind == Error::Kind::Unsupported;
}

Result<void> syncZones(backend::Backend &backend, store::Cache &cache, qint64 id,
                       const Clock &clock, Progress &progress)
{
    const store::Scope scope{backend.account().id, id};
    auto service = cache.service(scope);
    if (!service) {
        const auto read = backend.service(id, progress);
        if (!read)
            return read.error();
        service = *read;
    }
    const QDateTime at = clock.now();
    const auto zones = backend.zones(*service, progress);
    if (!zones)
        return zones.error();
    if (const auto kept = cache.setZones(scope, *zones, at); !kept)
        return kept;
    std::optional<Error> refused;
    qint64 done = 0;
    for (const mail::Zone &zone : *zones) {
        progress.step(done++, zones->size(), Text::tr("Records of %1").arg(zone.nameIdn));
        const auto read = syncRecords(backend, cache, id, zone.name, clock, progress);
        if (read)
            continue;
        if (!isWithheld(read.error()))
            return read;
        refused = read.error();
    }
    return refused ? Result<void>(*refused) : Result<void>();
}

Result<void> syncRecords(backend::Backend &backend, store::Cache &cache, qint64 service,
                         const QString &name, const Clock &clock, Progress &progress)
{
    const store::Scope scope{backend.account().id, service};
    mail::Zone zone;
    zone.service = service;
    zone.name = name;
    const QDateTime at = clock.now();
    const auto records = backend.records(zone, progress);
    if (!records)
        return records.error();
    return cache.setRecords(scope, name, *records, at);
}

Result<void> syncDkimKeys(backend::Backend &backend, store::Cache &cache, qint64 service,
                          const Clock &clock, Progress &progress)
{
    const QDateTime at = clock.now();
    const auto keys = backend.dkimKeys(service, progress);
    if (!keys)
        return keys.error();
    return cache.setDkimKeys({backend.account().id, service}, *keys, at);
}

Result<void> syncHostJobs(backend::Backend &backend, store::Cache &cache, qint64 service,
                          const Clock &clock, Progress &progress)
{
    const QDateTime at = clock.now();
    const auto jobs = backend.hostJobs(service, progress);
    if (!jobs)
        return jobs.error();
    return cache.setHostJobs({backend.account().id, service}, *jobs, at);
}

bool ZoneNews::take(const backend::FeedEntry &entry)
{
    const QString &kind = entry.object.kind;
    if (kind == recordKind)
        records[entry.object.parent].insert(entry.object.key.toLongLong(), entry.record);
    else if (kind == zoneKind)
        zones = true;
    else if (kind == keyKind)
        dkimKeys = true;
    else
        return false;
    return true;
}

ZoneNews ZoneNews::everything()
{
    ZoneNews news;
    news.zones = true;
    news.dkimKeys = true;
    return news;
}

Result<void> keepUp(const ZoneNews &news, backend::Backend &backend, store::Cache &cache,
                    qint64 service, const Clock &clock, Progress &progress)
{
    const store::Scope scope{backend.account().id, service};
    const auto unless = [](const Result<void> &done) {
        return !done && !isWithheld(done.error()) ? done : Result<void>();
    };
    if (news.zones && cache.readAt(scope, zoneKind).isValid()) {
        if (const auto read = unless(syncZones(backend, cache, service, clock, progress)); !read)
            return read;
    } else {
        for (auto zone = news.records.cbegin(); zone != news.records.cend(); ++zone) {
            if (!cache.readAt(scope, recordKind, zone.key()).isValid())
                continue;
            QList<mail::ZoneRecord> put;
            QList<qint64> gone;
            for (auto it = zone->cbegin(); it != zone->cend(); ++it) {
                if (it.value())
                    put.append(*it.value());
                else
                    gone.append(it.key());
            }
            if (const auto kept = cache.putRecords(scope, zone.key(), put, gone); !kept)
                return kept;
        }
    }
    if (news.dkimKeys && cache.readAt(scope, keyKind).isValid())
        return unless(syncDkimKeys(backend, cache, service, clock, progress));
    return {};
}

} // namespace work
