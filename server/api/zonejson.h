// SPDX-License-Identifier: GPL-3.0-or-later
// Zones and their records as the contract's objects.
#pragma once

#include "server/db/zones.h"

#include <QJsonObject>

namespace api {

QJsonObject zoneJson(const db::ZoneRow &row, const QStringList &nameServers); // "Dns_zone"
QJsonObject recordJson(const db::RecordRow &row);                             // "Dns_dns_record"

} // namespace api
