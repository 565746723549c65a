// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/projection.h"

#include "app/base/log.h"
#include "server/db/activity.h"
#include "server/db/feed.h"
#include "server/db/lookup.h"
#include "server/db/services.h"

#include <QSet>

#include <limits>

namespace {

constexpr int atOnce = 2000; // changes published together
constexpr int lookBack = 64; // changes whose cuts are repeated at start

} // namespace

Projection::Projection(db::Database &database, host::Host &host, Pace pace)
    : m_database(database)
    , m_host(host)
    , m_pace(pace)
{
}

Projection::~Projection() { stop(); }

Result<void> Projection::start()
{
    {
        const std::lock_guard lock(m_publishing);
        // A crash may have come between a publication and its cuts; to cut twice does no harm.
        m_cutUpTo = std::max<qint64>(0, m_host.published() - lookBack);
        if (auto done = catchUp(); !done)
            return done;
    }
    m_isStopping = false;
    m_worker = std::thread([this] { work(); });
    m_host.onLogin([this](const host::Login &login) {
        {
            const std::lock_guard lock(m_mutex);
            host::Login &last = m_logins[{login.device, login.service}];
            if (!last.at.isValid() || last.at < login.at)
                last = login;
        }
        m_wake.notify_one();
    });
    return {};
}

void Projection::stop()
{
    if (!m_worker.joinable())
        return;
    m_host.onLogin({});
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_worker.join();
}

Result<void> Projection::bringInto(qint64 sequence)
{
    const std::lock_guard lock(m_publishing);
    // Whoever came first has published for all who were waiting.
    if (m_host.published() >= sequence && m_cutUpTo >= sequence)
        return {};
    if (const auto done = catchUp(); !done) {
        qCCritical(lcHost) << "The mail servers could not take over a change:"
                           << done.error().detail;
        {
            const std::lock_guard guard(m_mutex);
            m_isBehind = true;
        }
        m_wake.notify_one();
        return Error{Error::Kind::Storage,
                     QStringLiteral("This is saved, but the mail servers could not take it over "
                                    "yet; it is tried again until they do"),
                     {},
                     QStringLiteral("saved_not_in_effect"),
                     0};
    }
    return {};
}

Result<void> Projection::publishMissing()
{
    const auto last = db::lastSequence(m_database);
    if (!last)
        return last.error();
    const auto first = db::firstSequence(m_database);
    if (!first)
        return first.error();
    const qint64 published = m_host.published();
    // Unknown, of another database, or so far behind that the feed no longer tells.
    bool everything =
        published == 0 || published > *last || published + 1 < *first || !m_host.isIntact();
    for (;;) {
        if (everything)
            if (auto done = publishEverything(); !done)
                return done;
        Result<void> done;
        while (done && m_host.published() < *last)
            done = publishSince(m_host.published());
        if (done || everything || m_host.isIntact())
            return done;
        everything = true; // found lost or damaged only now
    }
}

Result<void> Projection::catchUp()
{
    if (auto done = publishMissing(); !done) {
        cutUnpublished();
        return done;
    }
    if (auto done = cut(); !done)
        return done;
    return finishRemovals();
}

Result<void> Projection::publishEverything()
{
    cutUnpublished(); // all of it takes a while
    host::Publication publication;
    publication.everything = true;
    // The sequence first: what is committed while we read is published once more.
    const auto last = db::lastSequence(m_database);
    if (!last)
        return last.error();
    const auto domains = db::allDomains(m_database);
    if (!domains)
        return domains.error();
    auto mailboxes = db::lookupEverything(m_database);
    if (!mailboxes)
        return mailboxes.error();
    publication.sequence = *last;
    publication.domains = *domains;
    publication.mailboxes = std::move(*mailboxes);
    return m_host.publish(publication);
}

Result<void> Projection::publishSince(qint64 since)
{
    const auto rows = db::changesSince(m_database, 0, since, atOnce);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return {};
    host::Publication publication;
    publication.sequence = rows->last().sequence;
    QSet<QPair<qint64, QString>> touched;
    for (const db::FeedRow &row : *rows) {
        const QPair<qint64, QString> mailbox{row.service, row.mailboxName};
        if (row.mailboxName.isEmpty() || touched.contains(mailbox))
            continue;
        touched.insert(mailbox);
        const auto now = db::lookupMailbox(m_database, row.service, row.mailboxName);
        if (!now)
            return now.error();
        if (*now) {
            publication.mailboxes.append(**now);
            continue;
        }
        const auto address = db::addressOf(m_database, row.service, row.mailboxName);
        if (!address)
            return address.error();
        if (*address)
            publication.gone.append(**address);
    }
    return m_host.publish(publication);
}

Result<void> Projection::finishRemovals()
{
    const auto addresses = db::pendingRemovals(m_database);
    if (!addresses)
        return addresses.error();
    for (const QString &address : *addresses) {
        if (auto done = m_host.cutAddress(address); !done)
            return done;
        if (auto done = m_host.removeMail(address); !done)
            return done;
        if (auto done = db::removalDone(m_database, address); !done)
            return done;
    }
    return {};
}

Result<void> Projection::cut()
{
    const qint64 published = m_host.published();
    const auto devices = db::cutsBetween(m_database, m_cutUpTo, published);
    if (!devices)
        return devices.error();
    if (!devices->isEmpty())
        if (auto done = m_host.cut(*devices); !done)
            return done;
    if (auto done = m_host.cutUnentitled(); !done)
        return done;
    m_cutUpTo = published;
    return {};
}

// Whoever lost a right has no time left just because the mail servers cannot be told. cut() comes
// again after the publication: somebody may have come back meanwhile.
void Projection::cutUnpublished()
{
    const auto heed = [](const Result<void> &done) {
        if (!done)
            qCWarning(lcHost) << "Sessions could not be ended yet:" << done.error().detail;
    };
    const auto devices = db::cutsBetween(m_database, m_cutUpTo, std::numeric_limits<qint64>::max());
    if (devices && !devices->isEmpty())
        heed(m_host.cut(*devices));
    heed(m_host.cutUnentitled());
    const auto addresses = db::pendingRemovals(m_database);
    for (const QString &address : addresses ? *addresses : QStringList())
        heed(m_host.cutAddress(address));
}

void Projection::noteLogins()
{
    QList<host::Login> logins;
    {
        const std::lock_guard lock(m_mutex);
        logins = m_logins.values();
        m_logins.clear();
    }
    if (logins.isEmpty())
        return;
    if (const auto done = db::noteLogins(m_database, logins); !done)
        qCWarning(lcDb) << "Logins could not be noted:" << done.error().detail;
}

// What could not be published, and what was published and got lost although nobody changes
// anything.
void Projection::mend(bool isBehind)
{
    const std::lock_guard publishing(m_publishing);
    if (!isBehind && m_host.isIntact())
        return;
    if (const auto done = catchUp(); !done) {
        qCCritical(lcHost) << "The mail servers are still behind:" << done.error().detail;
        const std::lock_guard guard(m_mutex);
        m_isBehind = true;
    }
}

void Projection::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        const auto isCalled = [this] { return m_isStopping || m_isBehind || !m_logins.isEmpty(); };
        // More logins come while these wait: one transaction for all of them.
        if (m_wake.wait_for(lock, m_pace.look, isCalled))
            m_wake.wait_for(lock, m_isBehind ? m_pace.retry : m_pace.logins,
                            [this] { return m_isStopping; });
        const bool wasBehind = std::exchange(m_isBehind, false);
        lock.unlock();
        noteLogins();
        mend(wasBehind);
        lock.lock();
    }
    lock.unlock();
    noteLogins();
}
