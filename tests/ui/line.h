// SPDX-License-Identifier: GPL-3.0-or-later
// A line to a backend that a test can cut and repair, and on which single changes are refused.
#pragma once

#include "app/backend/backend.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

class Line final : public backend::Backend
{
public:
    struct State
    {
        std::atomic<bool> isCut = false;
        std::atomic<int> applied = 0;         // changes that went through
        std::atomic<bool> isHeld = false;     // a change waits until this ends or it is cancelled
        std::atomic<bool> isReadHeld = false; // records wait with what they read, likewise
        std::atomic<int> readsHeld = 0;
        void refuse(const QString &key, const Error &error)
        {
            const std::lock_guard lock(mutex);
            refused.insert(key, error);
        }
        void allow(const QString &key)
        {
            const std::lock_guard lock(mutex);
            refused.remove(key);
        }

        // What is asked of zones is answered with it; Ok by default.
        void refuseZones(const std::optional<Error> &error)
        {
            const std::lock_guard lock(mutex);
            zones = error;
        }
        void refuseHistory(const std::optional<Error> &error)
        {
            const std::lock_guard lock(mutex);
            history = error;
        }

        std::mutex mutex;
        QHash<QString, Error> refused; // by the key of the object
        std::optional<Error> zones;
        std::optional<Error> history;
    };

    Line(std::shared_ptr<backend::Backend> far, std::shared_ptr<State> state)
        : m_far(std::move(far))
        , m_state(std::move(state))
    {
    }

    const mail::Account &account() const override { return m_far->account(); }
    Result<mail::User> me(Progress &p) override
    {
        return through([&] { return m_far->me(p); });
    }
    Result<QList<mail::Service>> services(Progress &p) override
    {
        return through([&] { return m_far->services(p); });
    }
    Result<mail::Service> service(qint64 id, Progress &p) override
    {
        return through([&] { return m_far->service(id, p); });
    }
    Result<QList<mail::User>> users(qint64 organisation, Progress &p) override
    {
        return through([&] { return m_far->users(organisation, p); });
    }
    Result<mail::Capabilities> capabilities(qint64 service, Progress &p) override
    {
        return through([&] { return m_far->capabilities(service, p); });
    }
    Result<backend::MailboxPage> mailboxes(qint64 service, int page, Progress &p) override
    {
        return through([&] { return m_far->mailboxes(service, page, p); });
    }
    Result<mail::Mailbox> mailbox(qint64 service, const QString &name, Progress &p) override
    {
        return through([&] { return m_far->mailbox(service, name, p); });
    }
    Result<QList<mail::Access>> accesses(qint64 service, const QString &mailbox,
                                         Progress &p) override
    {
        return through([&] { return m_far->accesses(service, mailbox, p); });
    }
    Result<QList<mail::Device>> devices(qint64 service, const QString &mailbox,
                                        Progress &p) override
    {
        return through([&] { return m_far->devices(service, mailbox, p); });
    }
    Result<backend::Feed> changes(qint64 service, qint64 since, qint64 activity,
                                  Progress &p) override
    {
        return through([&] { return m_far->changes(service, since, activity, p); });
    }
    Result<QList<backend::AuditRow>> audit(qint64 service, int page, Progress &p) override
    {
        return through([&] { return m_far->audit(service, page, p); });
    }
    Result<QList<mail::Zone>> zones(const mail::Service &service, Progress &p) override
    {
        if (const auto refused = refusal(&State::zones))
            return *refused;
        return through([&] { return m_far->zones(service, p); });
    }
    Result<QList<mail::ZoneRecord>> records(const mail::Zone &zone, Progress &p) override
    {
        auto read = through([&] { return m_far->records(zone, p); });
        m_state->readsHeld += m_state->isReadHeld ? 1 : 0;
        return waits(m_state->isReadHeld, p) ? std::move(read) : cancelled();
    }
    Result<bool> isLive(const mail::ZoneRecord &record, Progress &p) override
    {
        return through([&] { return m_far->isLive(record, p); });
    }
    Result<QList<backend::AuditRow>> zoneHistory(const mail::Zone &zone, int page,
                                                 Progress &p) override
    {
        if (const auto refused = refusal(&State::history))
            return *refused;
        return through([&] { return m_far->zoneHistory(zone, page, p); });
    }
    Result<QList<mail::DkimKey>> dkimKeys(qint64 service, Progress &p) override
    {
        return through([&] { return m_far->dkimKeys(service, p); });
    }
    Result<mail::HostJob> rotateDkim(qint64 service, const QString &domain, int overlap,
                                     Progress &p) override
    {
        return through([&] { return m_far->rotateDkim(service, domain, overlap, p); });
    }
    Result<QByteArray> signedMessage(qint64 service, const QString &domain, Progress &p) override
    {
        return through([&] { return m_far->signedMessage(service, domain, p); });
    }
    Result<QList<mail::HostJob>> hostJobs(qint64 service, Progress &p) override
    {
        return through([&] { return m_far->hostJobs(service, p); });
    }
    Result<mail::HostJob> hostJob(qint64 service, qint64 id, Progress &p) override
    {
        return through([&] { return m_far->hostJob(service, id, p); });
    }
    Result<void> cancelHostJob(qint64 service, qint64 id, Progress &p) override
    {
        return through([&] { return m_far->cancelHostJob(service, id, p); });
    }
    Result<backend::SecurityHistory> securityHistory(qint64 service, const QString &domain,
                                                     Progress &p) override
    {
        return through([&] { return m_far->securityHistory(service, domain, p); });
    }
    Result<mail::SecuritySnapshot> lookNow(qint64 service, const QString &domain,
                                           Progress &p) override
    {
        return through([&] { return m_far->lookNow(service, domain, p); });
    }
    Result<void> acceptSecurity(qint64 service, const mail::SecuritySnapshot &look,
                                Progress &p) override
    {
        return through([&] { return m_far->acceptSecurity(service, look, p); });
    }
    Result<backend::Applied> apply(const mail::Change &change, Progress &p) override
    {
        {
            const std::lock_guard lock(m_state->mutex);
            if (const auto it = m_state->refused.constFind(change.object.key);
                it != m_state->refused.cend() && !m_state->isCut)
                return *it;
        }
        if (!waits(m_state->isHeld, p))
            return cancelled();
        auto applied = through([&] { return m_far->apply(change, p); });
        if (applied)
            ++m_state->applied;
        return applied;
    }

private:
    static Error cancelled() { return {Error::Kind::Cancelled, {}, {}, {}, 0}; }
    static bool waits(const std::atomic<bool> &isHeld, Progress &p) // false: cancelled
    {
        for (QDeadlineTimer until(20000); isHeld && !until.hasExpired();) {
            if (p.cancelled())
                return false;
            QThread::yieldCurrentThread();
        }
        return true;
    }

    template <class F>
    auto through(F &&f) -> decltype(f())
    {
        if (m_state->isCut)
            return Error{Error::Kind::Offline, QStringLiteral("the line is cut"), {}, {}, 0};
        return f();
    }

    std::optional<Error> refusal(std::optional<Error> State::*which) const
    {
        const std::lock_guard lock(m_state->mutex);
        return (*m_state).*which;
    }

    std::shared_ptr<backend::Backend> m_far;
    std::shared_ptr<State> m_state;
};
