// SPDX-License-Identifier: GPL-3.0-or-later
// The real mail host: Dovecot, Postfix and OpenDKIM on a layout, supervised, fed through lookup.db.
#pragma once

#include "server/host/dovecot.h"
#include "server/host/host.h"
#include "server/host/layout.h"
#include "server/host/lookup.h"
#include "server/host/opendkim.h"
#include "server/host/pdnszones.h"
#include "server/host/postfix.h"
#include "server/host/powerdns.h"
#include "server/host/reports.h"
#include "server/host/sendercheck.h"
#include "server/host/sessions.h"
#include "server/host/supervisor.h"
#include "server/host/zonekeys.h"

#include <QMutex>
#include <QSet>

#include <chrono>
#include <functional>

namespace host {

class MailHost final : public Host
{
public:
    explicit MailHost(Layout layout);
    ~MailHost() override; // stop()

    const Layout &layout() const { return m_layout; }

    // Ends what an earlier daemon of this layout left running, so that its ports are free again.
    Result<void> endLeftovers();
    void setPorts(const Ports &ports); // before start()

    // Certificates, files, lookup.db, then the servers are on their way; `reservation` lets its
    // ports go just before. Where nothing is published yet they start with the first publication:
    // until then every address would be unknown, and mail for it refused for good. `reservation`
    // lives until then. Where Postfix cannot run the rest does, and smtpMissing() says why.
    Result<void> start(PortReservation &reservation);
    // Blocks until every port answers, or a server has ended, or the time is over, or `isUnwanted`
    // says true (Cancelled).
    Result<void> waitReady(std::chrono::milliseconds limit,
                           const std::function<bool()> &isUnwanted = {});
    void stop(); // nothing runs afterwards; idempotent

    QString smtpMissing() const { return m_smtpMissing; } // empty: SMTP runs
    QString zonesMissing() const { return m_zones.missing(); }

    mail::MailSettings mailSettings() const override;
    mail::DnsFacts dnsFacts() const override;
    ZoneServer &zones() override { return m_zones; }
    Result<void> publish(const Publication &publication) override;
    bool isIntact() override;
    qint64 published() const override;
    Signing &signing() override { return m_openDkim; }
    Result<void> cut(const QList<qint64> &devices) override;
    Result<void> cutAddress(const QString &address) override;
    Result<void> cutUnentitled() override;
    Result<void> removeMail(const QString &address) override;
    Result<QHash<QString, Usage>> usage(const QStringList &addresses) override;
    void onLogin(std::function<void(const Login &)> listener) override;
    void onActivity(std::function<void(const QString &)> listener) override;

private:
    Result<void> startServers();
    void letServersReopen() const;
    void heed(const QByteArray &line); // of Dovecot's log
    void purgeRemoved() const;
    Result<void> findNameServer();
    bool runsElsewhere() const; // its sockets are not where the rest is

    Layout m_layout;
    Dovecot m_dovecot;
    Postfix m_postfix;
    PowerDns m_powerdns;
    ZoneKeys m_zoneKeys;
    PdnsZones m_zones;
    Supervisor m_supervisor;
    OpenDkim m_openDkim;
    QString m_smtpMissing;
    std::unique_ptr<Lookup> m_lookup;
    int m_runLock = -1;
    int m_edition = 0;                        // of it, which the servers have open
    PortReservation *m_reservation = nullptr; // until the servers are started
    std::unique_ptr<Sessions> m_sessions;
    QMutex m_touchedMutex; // guards what was published and whose sessions were not looked at yet
    QSet<QString> m_touched;
    bool m_isAllTouched = false;
    std::unique_ptr<SenderCheck> m_senderCheck;
    Reports m_reports;
    bool m_hasStarted = false;
};

} // namespace host
