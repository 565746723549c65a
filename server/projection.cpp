// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/projection.h"

#include "app/base/log.h"
#include "server/db/feed.h"
#include "server/db/logins.h"
#include "server/db/lookup.h"
#include "server/db/services.h"

#include <QSet>

#include <chrono>

namespace {

constexpr int atOnce = 2000; // changes published together
constexpr int lookBack = 64; // changes whose cuts are repeated at start
constexpr auto loginBatch = std::chrono::seconds(1);
constexpr auto retryAfter = std::chrono::seconds(2);

} // namespace

Projection::Projection(db::Database &database, host::Host &host)
    : m_database(database)
    , m_host(host)
{
}

Projection::~Projection() { stop(); }

Result<void> Projection::start()
{
    {
        const std::lock_guard lock(m_publishing);
        if (auto done = catchUp(); !done)
            return done;
        if (auto done = cutAgain(); !done)
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
    if (m_host.published() >= sequence && m_cuts.isEmpty())
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

Result<void> Projection::catchUp()
{
    const auto last = db::lastSequence(m_database);
    if (!last)
        return last.error();
    const auto first = db::firstSequence(m_database);
    if (!first)
        return first.error();
    const qint64 published = m_host.published();
    // Unknown, of another database, or so far behind that the feed no longer tells.
    if (published == 0 || published > *last || published + 1 < *first) {
        if (auto done = publishEverything(); !done)
            return done;
    }
    while (m_host.published() < *last)
        if (auto done = publishSince(m_host.published()); !done)
            return done;
    if (!m_cuts.isEmpty()) {
        if (auto done = m_host.cut(m_cuts); !done)
            return done;
        m_cuts.clear();
    }
    return finishRemovals();
}

Result<void> Projection::publishEverything()
{
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
    QList<qint64> cuts;
    for (const db::FeedRow &row : *rows) {
        cuts += row.cut;
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
    if (auto done = m_host.publish(publication); !done)
        return done;
    m_cuts += cuts;
    return {};
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

// A crash may have come between a publication and its cuts; to cut twice does no harm.
Result<void> Projection::cutAgain()
{
    const auto rows = db::changesSince(
        m_database, 0, std::max<qint64>(0, m_host.published() - lookBack), lookBack);
    if (!rows)
        return rows.error();
    QList<qint64> cuts;
    for (const db::FeedRow &row : *rows)
        cuts += row.cut;
    return cuts.isEmpty() ? Result<void>() : m_host.cut(cuts);
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

void Projection::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_wake.wait(lock, [this] { return m_isStopping || m_isBehind || !m_logins.isEmpty(); });
        // More logins come while these wait: one transaction for all of them.
        const auto pause = m_isBehind
                               ? std::chrono::duration_cast<std::chrono::milliseconds>(retryAfter)
                               : loginBatch;
        m_wake.wait_for(lock, pause, [this] { return m_isStopping; });
        const bool wasBehind = std::exchange(m_isBehind, false);
        lock.unlock();
        noteLogins();
        if (wasBehind) {
            const std::lock_guard publishing(m_publishing);
            if (const auto done = catchUp(); !done) {
                qCCritical(lcHost) << "The mail servers are still behind:" << done.error().detail;
                const std::lock_guard guard(m_mutex);
                m_isBehind = true;
            }
        }
        lock.lock();
    }
    lock.unlock();
    noteLogins();
}
