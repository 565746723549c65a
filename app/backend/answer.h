// SPDX-License-Identifier: GPL-3.0-or-later
// The envelope of the mail-hosting API: {"result", "data"} or {"result", "error"}.
#pragma once

#include "app/base/result.h"
#include "app/wire/http.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace backend {

struct Answer
{
    QJsonValue data;
    QJsonObject envelope;        // with the keys of paging
    bool isAsynchronous = false; // data is the number of a task that goes on over there
    // It is saved over there, but not in effect yet. No data where that was told as an error.
    std::optional<Error> shortfall = {};

    // 0 when not told.
    int number(QLatin1String key) const;
};

// Every failure as an Error of a known kind; `field` in our words.
Result<Answer> answerFrom(const wire::HttpAnswer &answer);

// What was taken over, but is not carried out yet: a shortfall, no failure.
Error notYet(const QString &detail);

// "validation_failed" and its like as they stand in an answer; also for a task that failed.
Error refusalFrom(int status, const QJsonObject &error, int retryAfter = 0);

} // namespace backend
