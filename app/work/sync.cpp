// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/sync.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace work {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

constexpr int atOnce = 200; // addresses that the feed names one by one; more: everything anew
// No feed ends there: asking for what comes after it tells where the feed ends now.
constexpr qint64 beyondTheEnd = 9'007'199'254'740'991; // 2^53 - 1, exact in JSON

Error cancelledError() { return {Error::Kind::Cancelled, {}, {}, {}, 0}; }

// The service as it is now: what it counts, its quota, its settings.
Result<void> readService(backend::Backend &backend, store::Cache &cache, const store::Scope &scope,
                         Progress &progress)
{
    const auto now = backend.service(scope.service, progress);
    if (!now)
        return isWithheld(now.error()) ? Result<void>() : now.error();
    QList<mail::Service> services = cache.services(scope.account);
    for (mail::Service &known : services)
        if (known.id == scope.service)
            known = *now;
    return cache.setServices(scope.account, services);
}

Result<SyncReport> loadAll(backend::Backend &backend, store::Cache &cache,
                           const store::Scope &scope, bool hasFeed, const Clock &clock,
                           Progress &progress)
{
    // The end of the feed is noted first: what changes while the pages come is told again.
    const QDateTime at = clock.now();
    qint64 sequence = 0;
    qint64 activity = 0;
    if (hasFeed) {
        const auto feed = backend.changes(scope.service, beyondTheEnd, beyondTheEnd, progress);
        if (feed) {
            sequence = feed->last;
            // Where nobody counts it the question comes back.
            activity = feed->activity == beyondTheEnd ? 0 : feed->activity;
        } else if (!isWithheld(feed.error())) {
            return feed.error();
        }
    }
    auto reload = cache.reload(scope);
    if (!reload)
        return reload.error();
    SyncReport report{0, true};
    int pages = 1;
    for (int page = 1; page <= pages; ++page) {
        if (progress.cancelled())
            return cancelledError();
        const auto got = backend.mailboxes(scope.service, page, progress);
        if (!got)
            return got.error();
        if (progress.cancelled()) // a page that was cut short is no page
            return cancelledError();
        pages = got->pages;
        report.loaded += int(got->mailboxes.size());
        if (const auto put = reload->put(got->mailboxes); !put)
            return put.error();
        progress.step(report.loaded, got->total,
                      Text::tr("%1 of %2 addresses")
                          .arg(QLocale().toString(report.loaded), QLocale().toString(got->total)));
    }
    const int before = cache.syncState(scope).mailboxes;
    if (const auto done = reload->commit(at, sequence, activity); !done)
        return done.error();
    if (before != report.loaded)
        if (const auto read = readService(backend, cache, scope, progress); !read)
            return read.error();
    // What the feed would have told of the rest is lost with it. Without a feed nobody told ever.
    if (hasFeed)
        if (const auto kept =
                keepUp(ZoneNews::everything(), backend, cache, scope.service, clock, progress);
            !kept)
            return kept.error();
    return report;
}

// What the feed tells, gathered: the last word on each address counts.
struct News
{
    QHash<QString, std::optional<mail::Mailbox>> mailboxes; // nullopt: gone
    QSet<QString> parts;                                    // whose accesses or devices changed
    ZoneNews zones;
    bool service = false;
};

void gather(News &news, const backend::FeedEntry &entry)
{
    if (news.zones.take(entry))
        return;
    if (entry.object.kind == QLatin1String(mail::Mailbox::kind)) {
        const bool isGone = entry.verb == mail::Verb::Remove || !entry.mailbox;
        news.mailboxes.insert(entry.object.key,
                              isGone ? std::optional<mail::Mailbox>() : entry.mailbox);
        if (isGone)
            news.parts.remove(entry.object.key);
        if (isGone || entry.verb == mail::Verb::Create)
            news.service = true; // it counts its addresses
    } else if (!entry.object.parent.isEmpty()) {
        news.parts.insert(entry.object.parent);
        if (entry.mailbox) // with its counts
            news.mailboxes.insert(entry.object.parent, entry.mailbox);
    } else if (entry.object.kind == QLatin1String(mail::Service::kind)) {
        news.service = true;
    }
}

Result<void> readParts(backend::Backend &backend, store::Cache &cache, const store::Scope &scope,
                       const QString &name, Progress &progress)
{
    const auto accesses = backend.accesses(scope.service, name, progress);
    if (!accesses)
        return accesses.error();
    const auto devices = backend.devices(scope.service, name, progress);
    if (!devices)
        return devices.error();
    if (const auto kept = cache.setAccesses(scope, name, *accesses); !kept)
        return kept;
    return cache.setDevices(scope, name, *devices);
}

} // namespace

Result<void> syncAccount(backend::Backend &backend, store::Cache &cache, Progress &progress)
{
    const QString account = backend.account().id;
    const auto me = backend.me(progress);
    if (!me)
        return me.error();
    auto services = backend.services(progress);
    if (!services)
        return services.error();
    for (mail::Service &service : *services) {
        const auto whole = backend.service(service.id, progress);
        if (whole)
            service = *whole;
        else if (!isWithheld(whole.error()))
            return whole.error();
    }
    if (progress.cancelled())
        return cancelledError();
    if (const auto kept = cache.setServices(account, *services); !kept)
        return kept;

    QSet<qint64> organisations;
    qint64 done = 0;
    for (const mail::Service &service : std::as_const(*services)) {
        progress.step(done++, services->size(), service.domainIdn);
        const auto capabilities = backend.capabilities(service.id, progress);
        if (capabilities) {
            if (const auto kept = cache.setCapabilities({account, service.id}, *capabilities);
                !kept)
                return kept;
        } else if (!isWithheld(capabilities.error())) {
            return capabilities.error();
        }
        organisations.insert(service.organisation);
    }
    for (const qint64 organisation : std::as_const(organisations)) {
        auto users = backend.users(organisation, progress);
        if (!users && !isWithheld(users.error()))
            return users.error();
        // Whoever may not see the others still is somebody.
        QList<mail::User> list = users ? *users : QList<mail::User>();
        auto mine = std::find_if(list.begin(), list.end(),
                                 [&](const mail::User &user) { return user.id == me->id; });
        if (mine == list.end()) {
            list.append(*me);
            mine = std::prev(list.end());
        }
        mine->isMe = true;
        if (const auto kept = cache.setUsers(account, organisation, list); !kept)
            return kept;
    }
    return {};
}

Result<SyncReport> syncMailboxes(backend::Backend &backend, store::Cache &cache, qint64 service,
                                 const Clock &clock, Progress &progress)
{
    const store::Scope scope{backend.account().id, service};
    const auto capabilities = cache.capabilities(scope);
    const bool hasFeed = capabilities && capabilities->has(u"changes");
    const store::SyncState state = cache.syncState(scope);
    if (!hasFeed || !state.at.isValid())
        return loadAll(backend, cache, scope, hasFeed, clock, progress);

    const QDateTime at = clock.now();
    News news;
    qint64 since = state.sequence;
    qint64 activity = state.activity;
    for (bool isComplete = false; !isComplete;) {
        if (progress.cancelled())
            return cancelledError();
        const auto feed = backend.changes(service, since, activity, progress);
        if (!feed) {
            if (isWithheld(feed.error()))
                return loadAll(backend, cache, scope, false, clock, progress);
            return feed.error();
        }
        if (feed->reset)
            return loadAll(backend, cache, scope, true, clock, progress);
        if (!feed->complete && feed->last <= since && feed->activity <= activity)
            return Error{Error::Kind::Protocol,
                         QStringLiteral("The change feed does not get any further"),
                         {},
                         {},
                         0};
        for (const backend::FeedEntry &entry : feed->entries)
            gather(news, entry);
        for (const mail::Mailbox &mailbox : feed->active)
            if (!news.mailboxes.contains(mailbox.name) || news.mailboxes.value(mailbox.name))
                news.mailboxes.insert(mailbox.name, mailbox);
        if (news.parts.size() > atOnce)
            return loadAll(backend, cache, scope, true, clock, progress);
        since = feed->last;
        activity = feed->activity;
        isComplete = feed->complete;
    }

    SyncReport report;
    QList<mail::Mailbox> changed;
    for (auto it = news.mailboxes.cbegin(); it != news.mailboxes.cend(); ++it) {
        if (it.value())
            changed.append(**it);
        else if (const auto removed = cache.removeMailbox(scope, it.key()); !removed)
            return removed.error();
    }
    if (const auto kept = cache.putMailboxes(scope, changed); !kept)
        return kept.error();
    report.loaded = int(changed.size());
    qint64 done = 0;
    for (const QString &name : std::as_const(news.parts)) {
        progress.step(done++, news.parts.size());
        if (progress.cancelled())
            return cancelledError();
        // Lists that nobody looked at yet are read when somebody does; the counts come at once.
        if (cache.knownSince(scope, name).isValid()) {
            if (const auto read = syncMailbox(backend, cache, service, name, progress);
                !read && read.error().kind != Error::Kind::NotFound)
                return read.error();
        } else if (!news.mailboxes.contains(name)) {
            const auto mailbox = backend.mailbox(service, name, progress);
            if (mailbox) {
                if (const auto kept = cache.putMailboxes(scope, {*mailbox}); !kept)
                    return kept.error();
            } else if (mailbox.error().kind != Error::Kind::NotFound) {
                return mailbox.error();
            }
        }
    }
    if (news.service)
        if (const auto read = readService(backend, cache, scope, progress); !read)
            return read.error();
    if (const auto kept = keepUp(news.zones, backend, cache, service, clock, progress); !kept)
        return kept.error();
    // Last: whatever failed above is told by the feed once more.
    if (const auto kept = cache.setSyncState(scope, at, since, activity); !kept)
        return kept.error();
    return report;
}

Result<void> syncMailbox(backend::Backend &backend, store::Cache &cache, qint64 service,
                         const QString &name, Progress &progress)
{
    const store::Scope scope{backend.account().id, service};
    const auto mailbox = backend.mailbox(service, name, progress);
    if (!mailbox) {
        if (mailbox.error().kind == Error::Kind::NotFound)
            if (const auto removed = cache.removeMailbox(scope, name); !removed)
                return removed;
        return mailbox.error();
    }
    if (const auto kept = cache.putMailboxes(scope, {*mailbox}); !kept)
        return kept;
    return readParts(backend, cache, scope, name, progress);
}

} // namespace work
