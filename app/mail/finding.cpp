// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/finding.h"

#include <algorithm>

namespace mail {

QJsonObject toJson(const Finding &finding)
{
    QJsonObject json{{QStringLiteral("severity"), QString(word(finding.severity))},
                     {QStringLiteral("code"), finding.code},
                     {QStringLiteral("about"), toJson(finding.about)},
                     {QStringLiteral("facts"), finding.facts}};
    if (finding.fix)
        json.insert(QStringLiteral("fix"), toJson(*finding.fix));
    return json;
}

Result<Finding> findingFromJson(const QJsonObject &json)
{
    Finding finding;
    const auto severity = fromWord<Severity>(json.value(u"severity").toString());
    finding.code = json.value(u"code").toString();
    if (!severity || finding.code.isEmpty())
        return Error{
            Error::Kind::Protocol, QStringLiteral("A finding without severity or code"), {}, {}, 0};
    finding.severity = *severity;
    finding.about = refFromJson(json.value(u"about").toObject());
    finding.facts = json.value(u"facts").toObject();
    if (const QJsonValue fix = json.value(u"fix"); fix.isObject()) {
        auto change = changeFromJson(fix.toObject());
        if (!change)
            return change.error();
        finding.fix = std::move(*change);
    }
    return finding;
}

Severity worst(const QList<Finding> &findings)
{
    Severity most = Severity::Information;
    for (const Finding &finding : findings)
        most = std::max(most, finding.severity);
    return most;
}

} // namespace mail
