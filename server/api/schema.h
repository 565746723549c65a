// SPDX-License-Identifier: GPL-3.0-or-later
// The schemas of every body and answer, and the judgement of a body by its schema.
#pragma once

#include "server/api/fault.h"

#include <QJsonObject>
#include <QJsonValue>

namespace api {

const QJsonObject &schemas(); // by name

// What of `value` the schema of that name does not allow, in the order of the names. Knows: $ref,
// type, required, properties, additionalProperties: false, items, enum, minLength, maxLength,
// maxItems.
QList<Fault> faults(const QJsonValue &value, const QString &schemaName);

} // namespace api
