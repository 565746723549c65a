// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps answers as long as their TTL allows, and asks once what many ask at the same time.
#pragma once

#include "app/wire/dns/resolver.h"

#include <QHash>

#include <array>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace wire {

class CachedResolver final : public Resolver
{
public:
    explicit CachedResolver(std::shared_ptr<Resolver> below);
    ~CachedResolver() override;

    Result<DnsAnswer> query(const QByteArray &name, RecordType type, Progress &progress) override;
    QList<Result<DnsAnswer>> queryAll(const QList<DnsQuestion> &questions,
                                      Progress &progress) override;

private:
    using SteadyClock = std::chrono::steady_clock;
    using Key = std::pair<QByteArray, int>;
    struct Asking; // somebody's question under way
    struct Kept
    {
        DnsAnswer answer;
        SteadyClock::time_point at, until;
    };
    struct Part // of the cache, with a lock of its own
    {
        std::mutex mutex;
        QHash<Key, Kept> kept;
        QHash<Key, std::shared_ptr<Asking>> asking;
    };
    Part &partOf(const Key &key) { return m_parts[qHash(key) % m_parts.size()]; }
    void keep(Part &part, const Key &key, const Result<DnsAnswer> &answer);
    Result<DnsAnswer> waitFor(const std::shared_ptr<Asking> &asking, const DnsQuestion &question,
                              Progress &progress);

    std::shared_ptr<Resolver> m_below;
    std::array<Part, 16> m_parts;
};

} // namespace wire
