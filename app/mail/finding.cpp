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

Severity worst(const QList<Finding> &findings)
{
    Severity most = Severity::Information;
    for (const Finding &finding : findings)
        most = std::max(most, finding.severity);
    return most;
}

} // namespace mail
