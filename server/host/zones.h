// SPDX-License-Identifier: GPL-3.0-or-later
// The name server's part of the seam between the tables and the machine. The main database is the
// truth about zones; a ZoneServer serves what it is told. All members may be called from any thread
// and block until the effect is there.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/wire/dns/dnsrecord.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace host {

// A zone with all its records; SOA and NS are among them, records of one name and type have one
// TTL.
struct ZonePublication
{
    QString name; // punycode
    quint32 serial = 0;
    bool isSigned = false;
    QList<wire::DnsRecord> records;
};

class ZoneServer
{
public:
    virtual ~ZoneServer() = default;

    // Why no zones are served here; empty: they are. Nothing else is called when they are not.
    virtual QString missing() const = 0;
    // Of the zones: "ns1.example.org".
    virtual QStringList names() const = 0;

    // Serves the zone like that and no other way: all of it or, on an error, what it was before.
    // Gives the DS records for the zone above ("12345 13 2 49fd…"), none of an unsigned zone.
    // Conflict `zone_not_ours`: the server has a zone of that name that somebody else put there.
    virtual Result<QStringList> publish(const ZonePublication &zone) = 0;
    virtual Result<void> withdraw(const QString &zone) = 0; // idempotent
    // What is served: the serial of each zone that was published here.
    virtual Result<QHash<QString, quint32>> served() = 0;
    // Refuses with the Conflict of publish() without doing anything.
    virtual Result<void> mayPublish(const QString &zone) = 0;

    // Asks every name server of the zone; true when each answers with this record.
    virtual Result<bool> isLive(const QString &zone, const wire::DnsRecord &record,
                                Progress &progress) = 0;

    // `listener` is called, from a thread of the host's, when the server may have lost what it was
    // told: it was started again.
    virtual void onRestart(std::function<void()> listener) = 0;
};

} // namespace host
