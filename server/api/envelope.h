// SPDX-License-Identifier: GPL-3.0-or-later
// The contract's envelope around every answer, and which error is which status.
#pragma once

#include "app/base/error.h"
#include "server/api/fault.h"
#include "server/api/request.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace api {

struct ErrorStatus
{
    int status;
    const char *code; // when the error brings none of its own
};
ErrorStatus statusOf(Error::Kind kind);

Response answer(const QJsonValue &data, int status = 200);
// With `version` as the entity tag that If-Match takes.
Response answer(const QJsonValue &data, int status, qint64 version);
Response refusal(int status, const QString &code, const QString &description);
Response refusal(const Error &error);
Response refusal(const QList<Fault> &faults); // 422

} // namespace api
