// SPDX-License-Identifier: GPL-3.0-or-later
// What anyone noticed: review, checks, diagnosis, reports. The sentence is made at the edge from
// `code` and `facts`.
#pragma once

#include "app/mail/change.h"
#include "app/mail/ref.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace mail {

enum class Severity
{
    Information,
    Warning,
    Error
};

template <>
struct Words<Severity>
{
    static constexpr std::array<std::pair<Severity, const char *>, 3> list{
        {{Severity::Information, "information"},
         {Severity::Warning, "warning"},
         {Severity::Error, "error"}}};
};

struct Finding
{
    Severity severity = Severity::Information;
    QString code; // "address-taken", "device-escapes-send-right": keys the table of sentences
    Ref about;
    QJsonObject facts;         // what the sentence is filled with
    std::optional<Change> fix; // applying it would put this right

    bool operator==(const Finding &) const = default;
};

QJsonObject toJson(const Finding &finding);
Result<Finding> findingFromJson(const QJsonObject &json);

// Information when the list is empty.
Severity worst(const QList<Finding> &findings);

} // namespace mail
