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
    const bool isOpen = report.security == wire::DnsSecurity::Unchecked;
    if (!isOpen && report.chain && !report.chain->links.isEmpty()) {
        const ChainLink &own = report.chain->links.constLast();
        mail::Published published{QString::fromUtf8(own.zone), QStringLiteral("DS"), {}};
        for (const ChainDs &ds : own.ds)
            published.values.append(wire::targetOf({own.zone, wire::RecordType::DS, 0, ds.data}));
        published.values.sort();
        snapshot.records.append(published);
    }
    std::sort(snapshot.records.begin(), snapshot.records.end(),
              [](const mail::Published &a, const mail::Published &b) {
                  return std::tie(a.name, a.type) < std::tie(b.name, b.type);
              });
    return snapshot;
}

mail::Severity worstIn(Section section, const mail::SecuritySnapshot &snapshot)
{
    mail::Severity worst = mail::Severity::Information;
    for (const mail::Finding &finding : snapshot.findings)
        if (sectionOf(finding.code) == section)
            worst = std::max(worst, finding.severity);
    return worst;
}

std::optional<bool> presentIn(Section section, const mail::SecuritySnapshot &snapshot)
{
    // Of all that was looked for under such a name and type: whether there is such a value.
    const auto has = [&](const char *type, const auto &isOfIt) -> std::optional<bool> {
        std::optional<bool> is;
        for (const mail::Published &published : snapshot.records)
            if (published.type == QLatin1String(type))
                if (const std::optional<bool> one = isOfIt(published))
                    is = is.value_or(false) || *one;
        return is;
    };
    using Is = std::optional<bool>;
    const auto begins = [](const mail::Published &published, const char *word) {
        return std::any_of(published.values.cbegin(), published.values.cend(),
                           [&](const QString &value) {
                               return value.startsWith(QLatin1String(word), Qt::CaseInsensitive);
                           });
    };
    switch (section) {
    case Section::Spf:
        return has("TXT", [&](const mail::Published &p) {
            return p.name == snapshot.domain ? Is(begins(p, "v=spf1")) : Is();
        });
    case Section::Dkim: {
        const QString end = QStringLiteral("._domainkey.") + snapshot.domain;
        return has("TXT",
                   [&](const mail::Published &p) {
                       return p.name.endsWith(end) ? Is(!p.values.isEmpty()) : Is();
                   })
            .value_or(false);
    }
    case Section::Dmarc:
        return has("TXT", [&](const mail::Published &p) {
            return p.name.startsWith(u"_dmarc.") ? Is(begins(p, "v=DMARC1")) : Is();
        });
    case Section::Reach:
        return has("MX", [](const mail::Published &p) { return Is(!p.values.isEmpty()); });
    case Section::Dnssec:
        return has("DS", [](const mail::Published &p) { return Is(!p.values.isEmpty()); });
    case Section::Dane:
        return has("TLSA", [](const mail::Published &p) { return Is(!p.values.isEmpty()); })
            .value_or(false);
    case Section::Other:
        break;
    }
    return {};
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
