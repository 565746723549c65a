// SPDX-License-Identifier: GPL-3.0-or-later
// What changes of records make of their zones: the part of review() that is about DNS.
#pragma once

#include "app/mail/finding.h"
#include "app/mail/zone.h"

#include <QList>
#include <QMap>

#include <functional>
#include <optional>

namespace check {

class ZoneReview
{
public:
    using Records = std::function<std::optional<QList<mail::ZoneRecord>>(const QString &zone)>;

    explicit ZoneReview(Records records)
        : m_records(std::move(records))
    {
    }

    // As it is after the changes taken so far; nothing: it is not there, or nobody knows.
    std::optional<mail::ZoneRecord> record(const mail::Ref &ref);
    bool isKnown(const QString &zone);

    void take(const mail::Change &change); // of a record, in order

    // "zone-…" as zonecheck.h has them, those that were not so before; "record-of-host" (name,
    // type), "last-mx", "last-spf", "last-dmarc", "last-dkim-key" (name). A zone that nobody knows
    // is judged by the new records alone.
    QList<mail::Finding> findings() const;

private:
    struct Zone
    {
        bool isKnown = false;
        QList<mail::ZoneRecord> before;
        QMap<qint64, mail::ZoneRecord> after; // new ones have numbers below zero
    };
    Zone &zone(const QString &name);

    Records m_records;
    QMap<QString, Zone> m_zones;
    QList<mail::Finding> m_refused;
    qint64 m_lastNew = 0;
};

} // namespace check
