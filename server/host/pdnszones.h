// SPDX-License-Identifier: GPL-3.0-or-later
// Zones on a PowerDNS, over its HTTP API: ours on a local host, one that is there in production.
// Only zones that were made here (their account is "mailwright") are ever touched.
#pragma once

#include "app/wire/dns/dnsclient.h"
#include "app/wire/http.h"
#include "server/host/zonekeys.h"
#include "server/host/zones.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

namespace host {

struct PowerDnsPlace
{
    QUrl api; // "http://127.0.0.1:8081"
    Secret key;
    QString caFile;         // for https, empty: the system's
    QStringList names;      // "ns1.example.org"
    wire::DnsServer server; // where it answers
    bool isPrivate = false; // all of `names` are `server`, whatever DNS says
};

class PdnsZones final : public ZoneServer
{
public:
    // `keys` outlives this.
    explicit PdnsZones(ZoneKeys &keys)
        : m_keys(keys)
    {
    }

    // Before the first use, once: either where it is or why it is not.
    void setPlace(const PowerDnsPlace &place);
    void setMissing(const QString &reason) { m_missing = reason; }
    void restarted(); // from the supervisor

    QString missing() const override { return m_missing; }
    QStringList names() const override { return m_place.names; }
    Result<QStringList> publish(const ZonePublication &zone) override;
    Result<void> withdraw(const QString &zone) override;
    Result<QHash<QString, quint32>> served() override;
    Result<void> mayPublish(const QString &zone) override;
    Result<bool> isLive(const QString &zone, const wire::DnsRecord &record,
                        Progress &progress) override;
    void onRestart(std::function<void()> listener) override;

private:
    // The answer's JSON; NotFound where there is no such thing.
    Result<QJsonDocument> call(const QByteArray &method, const QString &path,
                               const QJsonObject &body = {});
    // The zone as PowerDNS has it, made if it must be; Conflict where it is not ours.
    Result<QJsonObject> open(const QString &zone);
    Result<QStringList> keepKeys(const ZonePublication &zone, const QJsonObject &now);
    Result<void> keepRecords(const ZonePublication &zone, const QJsonObject &now);
    Result<void> confirm(const ZonePublication &zone);
    QList<wire::DnsServer> serversOf(const QString &name, Progress &progress);

    ZoneKeys &m_keys;
    QString m_missing;
    PowerDnsPlace m_place;
    std::unique_ptr<wire::Http> m_http;
    std::mutex m_mutex;
    std::function<void()> m_listener;
};

} // namespace host
