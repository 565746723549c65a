// SPDX-License-Identifier: GPL-3.0-or-later
// A Host that keeps what it is told: what the mail servers would see, and which sessions they would
// have ended. May fail on demand.
#pragma once

#include "server/host/host.h"
#include "tests/support/recordingsigning.h"

#include <QMap>

#include <mutex>

namespace host {

class RecordingZones : public ZoneServer
{
public:
    QString missing() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_missing;
    }
    QStringList names() const override { return {QStringLiteral("ns1.example.org")}; }

    Result<QStringList> publish(const ZonePublication &zone) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        m_events.append(QStringLiteral("publish %1 %2").arg(zone.name).arg(zone.serial));
        m_zones.insert(zone.name, zone);
        if (!zone.isSigned)
            return QStringList();
        return QStringList{QStringLiteral("12345 13 2 ") + key};
    }
    Result<void> withdraw(const QString &zone) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        m_events.append(QStringLiteral("withdraw ") + zone);
        m_zones.remove(zone);
        return {};
    }
    Result<QHash<QString, quint32>> served() override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        QHash<QString, quint32> serials;
        for (const ZonePublication &zone : std::as_const(m_zones))
            serials.insert(zone.name, zone.serial);
        return serials;
    }
    Result<void> mayPublish(const QString &zone) override
    {
        if (foreign.contains(zone))
            return Error{Error::Kind::Conflict,
                         QStringLiteral("%1 is somebody else's").arg(zone),
                         {},
                         QStringLiteral("zone_not_ours"),
                         0};
        return {};
    }
    Result<bool> isLive(const QString &zone, const wire::DnsRecord &record, Progress &) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        return m_zones.value(zone).records.contains(record);
    }
    void onRestart(std::function<void()> listener) override
    {
        const std::lock_guard lock(m_mutex);
        m_listener = std::move(listener);
    }

    // What tests ask and do.
    QString key = QStringLiteral("aa"); // the digest of signed zones
    QStringList foreign;
    void setMissing(const QString &reason)
    {
        const std::lock_guard lock(m_mutex);
        m_missing = reason;
    }
    void failWith(std::optional<Error> error)
    {
        const std::lock_guard lock(m_mutex);
        m_failure = std::move(error);
    }
    void restart(bool forgetful)
    {
        std::function<void()> listener;
        {
            const std::lock_guard lock(m_mutex);
            if (forgetful)
                m_zones.clear();
            listener = m_listener;
        }
        if (listener)
            listener();
    }
    QMap<QString, ZonePublication> published() const
    {
        const std::lock_guard lock(m_mutex);
        return m_zones;
    }
    QStringList events() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }
    // "www 300 A 192.0.2.1" of each record as it was published, sorted.
    QStringList lines(const QString &zone) const
    {
        QStringList list;
        const ZonePublication known = published().value(zone);
        for (const wire::DnsRecord &record : known.records)
            list.append(QStringLiteral("%1 %2 %3 %4")
                            .arg(QString::fromUtf8(record.name))
                            .arg(record.ttl)
                            .arg(QString::fromLatin1(wire::typeWord(record.type)),
                                 QString::fromLatin1(record.dataText())));
        list.sort();
        return list;
    }

private:
    mutable std::mutex m_mutex;
    QString m_missing;
    QMap<QString, ZonePublication> m_zones;
    QStringList m_events;
    std::optional<Error> m_failure;
    std::function<void()> m_listener;
};

class RecordingHost : public Host
{
public:
    RecordingZones zoneServer;
    mail::DnsFacts facts{{QStringLiteral("10 mail.example.org")},
                         {QStringLiteral("mx")},
                         {QStringLiteral("192.0.2.25")},
                         {QStringLiteral("SRV _imaps._tcp 0 1 993 mail.example.org")},
                         {QStringLiteral("127.0.0.1:10053")},
                         {},
                         {}};
    mail::DnsFacts dnsFacts() const override { return facts; }
    ZoneServer &zones() override { return zoneServer; }

    mail::MailSettings settings{
        QStringLiteral("127.0.0.1"), 10993, 10143, 10995, 10110, 10465, 10587, 14190};

    RecordingSigning signer;

    mail::MailSettings mailSettings() const override { return settings; }
    Signing &signing() override { return signer; }

    Result<void> publish(const Publication &publication) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        if (m_isLost && !publication.everything)
            return Error{Error::Kind::Storage, QStringLiteral("lost"), {}, {}, 0};
        m_isLost = false;
        m_events.append(publication.everything ? QStringLiteral("publish everything")
                                               : QStringLiteral("publish"));
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

    bool isIntact() override
    {
        const std::lock_guard lock(m_mutex);
        return !m_isLost;
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

    Result<void> cutUnentitled() override
    {
        const std::lock_guard lock(m_mutex);
        ++m_unentitledCuts;
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

    Result<QHash<QString, Usage>> usage(const QStringList &addresses) override
    {
        const std::lock_guard lock(m_mutex);
        m_counts.append(addresses);
        if (m_failure)
            return *m_failure;
        QHash<QString, Usage> usage;
        for (const QString &address : addresses)
            usage.insert(address, {m_sizes.value(address, 4096), 3});
        return usage;
    }

    void onLogin(std::function<void(const Login &)> listener) override
    {
        const std::lock_guard lock(m_mutex);
        m_listener = std::move(listener);
    }
    void onActivity(std::function<void(const QString &)> listener) override
    {
        const std::lock_guard lock(m_mutex);
        m_activityListener = std::move(listener);
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
    // Mail came or went: the mailbox has this size now.
    void reportActivity(const QString &address, qint64 size)
    {
        std::function<void(const QString &)> listener;
        {
            const std::lock_guard lock(m_mutex);
            m_sizes.insert(address, size);
            listener = m_activityListener;
        }
        if (listener)
            listener(address);
    }
    QList<QStringList> counts() const // which addresses were counted together
    {
        const std::lock_guard lock(m_mutex);
        return m_counts;
    }
    // Publications and counts answer this until it is empty again.
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
    // What was published is gone; noticed when it is asked, or told to publish.
    void lose()
    {
        const std::lock_guard lock(m_mutex);
        m_isLost = true;
        m_mailboxes.clear();
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
    int unentitledCuts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_unentitledCuts;
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
    int m_unentitledCuts = 0;
    bool m_isLost = false;
    std::optional<Error> m_failure;
    std::optional<Error> m_removeFailure;
    std::function<void(const Login &)> m_listener;
    std::function<void(const QString &)> m_activityListener;
    QHash<QString, qint64> m_sizes;
    QList<QStringList> m_counts;
};

} // namespace host
