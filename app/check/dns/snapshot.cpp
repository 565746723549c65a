// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/snapshot.h"

#include "app/wire/dns/zonetext.h"

#include <algorithm>

namespace check {

mail::SecuritySnapshot snapshotOf(const DomainReport &report, const QDateTime &at)
{
    mail::SecuritySnapshot snapshot;
    snapshot.domain = QString::fromUtf8(report.domain);
    snapshot.at = at;
    snapshot.findings = report.findings;
    for (const wire::DnsAnswer &answer : report.records) {
        mail::Published published{
            QString::fromUtf8(answer.name), QString::fromLatin1(wire::typeWord(answer.type)), {}};
        for (const wire::DnsRecord &record : answer.records)
            published.values.append(wire::targetOf(record));
        published.values.sort();
        snapshot.records.append(published);
    }
    std::sort(snapshot.records.begin(), snapshot.records.end(),
              [](const mail::Published &a, const mail::Published &b) {
                  return std::tie(a.name, a.type) < std::tie(b.name, b.type);
              });
    return snapshot;
}

QList<QByteArray> selectorsIn(const mail::SecuritySnapshot &snapshot)
{
    const QString end = QStringLiteral("._domainkey.") + snapshot.domain;
    QList<QByteArray> selectors;
    for (const mail::Published &published : snapshot.records)
        if (published.type == u"TXT" && !published.values.isEmpty() && published.name.endsWith(end))
            selectors.append(published.name.chopped(end.size()).toUtf8());
    return selectors;
}

} // namespace check
