// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recount.h"

#include "app/base/log.h"
#include "server/db/activity.h"

namespace {

constexpr qsizetype atOnce = 200;

} // namespace

Recount::Recount(db::Database &database, host::Host &host, Pace pace)
    : m_database(database)
    , m_host(host)
    , m_pace(pace)
{
}

Recount::~Recount() { stop(); }

void Recount::start()
{
    const auto left = db::takeMiscounted(m_database);
    if (left)
        m_active = QSet<QString>(left->begin(), left->end());
    m_isStopping = false;
    m_worker = std::thread([this] { work(); });
    m_host.onActivity([this](const QString &address) {
        {
            const std::lock_guard lock(m_mutex);
            m_active.insert(address);
        }
        m_wake.notify_one();
    });
}

void Recount::stop()
{
    if (!m_worker.joinable())
        return;
    m_host.onActivity({});
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_wake.notify_one();
    m_worker.join();
    const QStringList left = m_active.values();
    m_active.clear();
    if (left.isEmpty())
        return;
    if (const auto noted = db::noteMiscounted(m_database, left); !noted)
        qCWarning(lcDb) << "Sizes to be counted could not be noted:" << noted.error().detail;
}

// With the mutex held: takes those whose turn it is.
QStringList Recount::due()
{
    const auto now = Clock::now();
    m_counted.removeIf([&](const auto &it) { return now - it.value() >= m_pace.again; });
    QStringList addresses;
    for (const QString &address : std::as_const(m_active))
        if (addresses.size() < atOnce && !m_counted.contains(address))
            addresses.append(address);
    for (const QString &address : std::as_const(addresses)) {
        m_active.remove(address);
        m_counted.insert(address, now);
    }
    return addresses;
}

void Recount::count(const QStringList &addresses)
{
    const auto sizes = m_host.usage(addresses);
    const auto noted =
        sizes ? db::noteSizes(m_database, *sizes, QDateTime::currentDateTimeUtc()) : sizes.error();
    if (noted)
        return;
    qCWarning(lcDb) << "Sizes could not be counted, they are later:" << noted.error().detail;
    const std::lock_guard lock(m_mutex);
    for (const QString &address : addresses)
        m_active.insert(address);
}

void Recount::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_wake.wait(lock, [this] { return m_isStopping || !m_active.isEmpty(); });
        // More come while these wait, and those that were counted just now wait for their turn.
        m_wake.wait_for(lock, m_pace.sizes, [this] { return m_isStopping; });
        if (m_isStopping)
            break;
        const QStringList addresses = due();
        lock.unlock();
        if (!addresses.isEmpty())
            count(addresses);
        lock.lock();
    }
}
