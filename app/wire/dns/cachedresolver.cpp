// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/cachedresolver.h"

#include <algorithm>

namespace wire {

namespace {

constexpr auto longestKept = std::chrono::hours(1);
constexpr qsizetype mostKept = 8000; // in each part

} // namespace

struct CachedResolver::Asking
{
    std::mutex mutex;
    std::condition_variable ready;
    std::optional<Result<DnsAnswer>> answer;
};

CachedResolver::CachedResolver(std::shared_ptr<Resolver> below)
    : m_below(std::move(below))
{
}

CachedResolver::~CachedResolver() = default;

Result<DnsAnswer> CachedResolver::query(const QByteArray &name, RecordType type, Progress &progress)
{
    return queryAll({{name, type}}, progress).constFirst();
}

void CachedResolver::keep(Part &part, const Key &key, const Result<DnsAnswer> &answer)
{
    if (!answer || answer->ttl == 0 || answer->security == DnsSecurity::Bogus)
        return;
    if (part.kept.size() >= mostKept)
        part.kept.clear();
    const auto now = SteadyClock::now();
    const auto life =
        std::min<SteadyClock::duration>(std::chrono::seconds(answer->ttl), longestKept);
    part.kept.insert(key, {*answer, now, now + life});
}

QList<Result<DnsAnswer>> CachedResolver::queryAll(const QList<DnsQuestion> &questions,
                                                  Progress &progress)
{
    const Error cancelled{Error::Kind::Cancelled, {}, {}, {}, 0};
    QList<Result<DnsAnswer>> out(questions.size(), Result<DnsAnswer>(cancelled));
    struct Other
    {
        qsizetype question;
        std::shared_ptr<Asking> asking;
    };
    QList<Other> others;     // asked by somebody else at this moment
    QList<DnsQuestion> mine; // to be asked below
    QList<qsizetype> places; // of mine in `out`
    for (qsizetype i = 0; i < questions.size(); ++i) {
        const Key key{canonicalName(questions[i].name), int(questions[i].type)};
        Part &part = partOf(key);
        const std::lock_guard lock(part.mutex);
        const auto found = part.kept.constFind(key);
        const auto now = SteadyClock::now();
        if (found != part.kept.constEnd() && found->until > now) {
            DnsAnswer answer = found->answer;
            const auto age = std::chrono::duration_cast<std::chrono::seconds>(now - found->at);
            answer.ttl -= std::min(answer.ttl, quint32(age.count()));
            out[i] = answer;
            continue;
        }
        if (const auto asking = part.asking.constFind(key); asking != part.asking.constEnd()) {
            others.append({i, *asking});
            continue;
        }
        part.asking.insert(key, std::make_shared<Asking>());
        mine.append(questions[i]);
        places.append(i);
    }
    const auto answers =
        mine.isEmpty() ? QList<Result<DnsAnswer>>() : m_below->queryAll(mine, progress);
    for (qsizetype i = 0; i < mine.size(); ++i) {
        const Key key{canonicalName(mine[i].name), int(mine[i].type)};
        Part &part = partOf(key);
        std::shared_ptr<Asking> asking;
        {
            const std::lock_guard lock(part.mutex);
            keep(part, key, answers[i]);
            asking = part.asking.take(key);
        }
        {
            const std::lock_guard lock(asking->mutex);
            asking->answer = answers[i];
        }
        asking->ready.notify_all();
        out[places[i]] = answers[i];
    }
    // Our own are answered by now, so nobody waits in a circle.
    for (const Other &other : std::as_const(others))
        out[other.question] = waitFor(other.asking, questions[other.question], progress);
    return out;
}

Result<DnsAnswer> CachedResolver::waitFor(const std::shared_ptr<Asking> &asking,
                                          const DnsQuestion &question, Progress &progress)
{
    std::unique_lock lock(asking->mutex);
    while (!asking->answer && !progress.cancelled())
        asking->ready.wait_for(lock, std::chrono::milliseconds(50));
    if (!asking->answer)
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    if (*asking->answer || asking->answer->error().kind != Error::Kind::Cancelled)
        return *asking->answer;
    lock.unlock();
    // Whoever asked does not want to know any more; we do.
    return progress.cancelled() ? *asking->answer
                                : m_below->query(question.name, question.type, progress);
}

} // namespace wire
