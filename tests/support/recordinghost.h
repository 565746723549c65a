// SPDX-License-Identifier: GPL-3.0-or-later
// A Host that keeps what it is told: what the mail servers would see, and which sessions they would
// have ended. May fail on demand.
#pragma once

#include "server/host/host.h"

#include <QMap>

#include <mutex>

namespace host {

class RecordingHost final : public Host
{
public:
    mail::MailSettings settings{
        QStringLiteral("127.0.0.1"), 10993, 10143, 10995, 10110, 10465, 10587, 14190};

    mail::MailSettings mailSettings() const override { return settings; }

    Result<void> publish(const Publication &publication) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        m_events.append(QStringLiteral("publish"));
        if (publication.everything) {
            m_mailboxes.clear();
            m_domains = publication.domains;
        }
        for (const QString &address : publication.gone)
            m_mailboxes.remove(address);
        for (const LookupMailbox &mailbox : publication.mailboxes)
            m_mailboxes.insert(mailbox.address, mailbox);
        m_published = publication.sequence;
        ++m_publications;
        return {};
    }

    qint64 published() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_published;
    }

    Result<void> cut(const QList<qint64> &devices) override
    {
        const std::lock_guard lock(m_mutex);
        for (qint64 device : devices)
            m_events.append(QStringLiteral("cut %1").arg(device));
        m_cut += devices;
        return {};
    }

    Result<void> cutAddress(const QString &address) override
    {
        const std::lock_guard lock(m_mutex);
        m_events.append(QStringLiteral("cut %1").arg(address));
        m_cutAddresses.append(address);
        return {};
    }

    Result<void> removeMail(const QString &address) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_removeFailure)
            return *m_removeFailure;
        m_events.append(QStringLiteral("remove %1").arg(address));
        m_removed.append(address);
        return {};
    }

    Result<Usage> usage(const QString &) override { return Usage{4096, 3}; }

    void onLogin(std::function<void(const Login &)> listener) override
    {
        const std::lock_guard lock(m_mutex);
        m_listener = std::move(listener);
    }

    // What tests ask and do.
    void reportLogin(const Login &login) const
    {
        std::function<void(const Login &)> listener;
        {
            const std::lock_guard lock(m_mutex);
            listener = m_listener;
        }
        if (listener)
            listener(login);
    }
    // Publications answer this until it is empty again.
    void failWith(std::optional<Error> error)
    {
        const std::lock_guard lock(m_mutex);
        m_failure = std::move(error);
    }
    void failRemovalWith(std::optional<Error> error)
    {
        const std::lock_guard lock(m_mutex);
        m_removeFailure = std::move(error);
    }
    // As after a crash: it knows less than it was told.
    void forget(qint64 publishedUpTo)
    {
        const std::lock_guard lock(m_mutex);
        m_published = publishedUpTo;
        if (publishedUpTo == 0)
            m_mailboxes.clear();
    }
    QMap<QString, LookupMailbox> mailboxes() const
    {
        const std::lock_guard lock(m_mutex);
        return m_mailboxes;
    }
    QStringList domains() const
    {
        const std::lock_guard lock(m_mutex);
        return m_domains;
    }
    QList<qint64> cutDevices() const
    {
        const std::lock_guard lock(m_mutex);
        return m_cut;
    }
    QStringList cutAddresses() const
    {
        const std::lock_guard lock(m_mutex);
        return m_cutAddresses;
    }
    QStringList removedMail() const
    {
        const std::lock_guard lock(m_mutex);
        return m_removed;
    }
    QStringList events() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }
    int publications() const
    {
        const std::lock_guard lock(m_mutex);
        return m_publications;
    }
    void clearEvents()
    {
        const std::lock_guard lock(m_mutex);
        m_events.clear();
        m_cut.clear();
        m_cutAddresses.clear();
        m_removed.clear();
    }

private:
    mutable std::mutex m_mutex;
    QMap<QString, LookupMailbox> m_mailboxes; // by address
    QStringList m_domains;
    QList<qint64> m_cut;
    QStringList m_cutAddresses;
    QStringList m_removed;
    QStringList m_events;
    qint64 m_published = 0;
    int m_publications = 0;
    std::optional<Error> m_failure;
    std::optional<Error> m_removeFailure;
    std::function<void(const Login &)> m_listener;
};

} // namespace host
