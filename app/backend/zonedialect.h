// SPDX-License-Identifier: GPL-3.0-or-later
// The wire's words for zones, records, DKIM keys, jobs and feeds of them, and ours. As lenient as
// dialect.h.
#pragma once

#include "app/backend/backend.h"

#include <QJsonObject>

namespace backend {

Result<mail::Zone> zoneFromWire(const QJsonValue &json, qint64 service);
Result<mail::ZoneRecord> recordFromWire(const QJsonValue &json, qint64 service,
                                        const QString &zone);
Result<mail::DkimKey> dkimKeyFromWire(const QJsonValue &json, qint64 service);
Result<mail::HostJob> hostJobFromWire(const QJsonValue &json, qint64 service);
// A row of the audit, also of the history of a zone.
Result<AuditRow> auditRowFromWire(const QJsonValue &json);

// "@", ".", "" and the zone's own name with a dot at its end are the zone itself: empty.
QString sourceFromWire(const QString &source, const QString &zone);
QString sourceForWire(const QString &source); // "." for the zone itself
// One of the ways in which a value can be written becomes the one that a target is kept in; what
// cannot be read stays as it is.
QString targetFromWire(const QString &type, const QString &target);

} // namespace backend
