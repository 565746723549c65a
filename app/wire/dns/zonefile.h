// SPDX-License-Identifier: GPL-3.0-or-later
// Zone files (RFC 1035 5, RFC 2308 4): reading what others wrote, writing what others can read.
#pragma once

#include "app/wire/dns/dnsrecord.h"

#include <QString>
#include <QStringList>

namespace wire {

struct ZoneFileFault
{
    int line = 0; // both from 1
    int column = 0;
    QString sentence; // translated (context "DNS")

    QString text() const; // "Line 3, column 12: …"
};

struct ZoneFile
{
    struct Entry
    {
        DnsRecord record;
        int line = 0;
    };
    QList<Entry> entries;
    // What a signed zone makes by itself ("RRSIG www.example.org"): passed over.
    QStringList leftOut;
    QList<ZoneFileFault> faults; // in the order of the lines; the first hundred

    QList<DnsRecord> records() const;
};

// All of it, whatever is wrong with single lines. $ORIGIN begins as `zone`, no record may lie
// outside of it. A record without a TTL has that of $TTL, else the one before it, else `ttl`.
// $INCLUDE and $GENERATE are faults.
ZoneFile readZoneFile(const QByteArray &text, const QByteArray &zone, quint32 ttl = 3600);

// Sorted, in columns, names in values absolute; readZoneFile() of it gives the same records.
QByteArray zoneFileText(const QByteArray &zone, const QList<DnsRecord> &records);

} // namespace wire
