// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/security.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <utility>

namespace mail {

namespace {

using Name = std::pair<QString, QString>; // and type

Error strange(const char *what)
{
    return {Error::Kind::Protocol,
            QStringLiteral("A look at a domain without %1").arg(QLatin1String(what)),
            {},
            {},
            0};
}

QMap<Name, QStringList> byName(const SecuritySnapshot &snapshot)
{
    QMap<Name, QStringList> values;
    for (const Published &p : snapshot.records)
        values.insert({p.name, p.type}, p.values);
    return values;
}

} // namespace

QJsonObject toJson(const SecuritySnapshot &snapshot)
{
    QJsonArray findings;
    for (const Finding &finding : snapshot.findings)
        findings.append(toJson(finding));
    QJsonArray records;
    for (const Published &p : snapshot.records)
        records.append(QJsonObject{{QStringLiteral("name"), p.name},
                                   {QStringLiteral("type"), p.type},
                                   {QStringLiteral("values"), toJson(p.values)}});
    return {{QStringLiteral("domain"), snapshot.domain},
            {QStringLiteral("at"), toJson(snapshot.at)},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("records"), records}};
}

Result<SecuritySnapshot> snapshotFromJson(const QJsonObject &json)
{
    SecuritySnapshot snapshot;
    snapshot.domain = json.value(u"domain").toString();
    if (snapshot.domain.isEmpty())
        return strange("a domain");
    if (!fromJson(json.value(u"at"), snapshot.at) || !snapshot.at.isValid())
        return strange("a time");
    for (const QJsonValue item : json.value(u"findings").toArray()) {
        auto finding = findingFromJson(item.toObject());
        if (!finding)
            return finding.error();
        snapshot.findings.append(std::move(*finding));
    }
    for (const QJsonValue item : json.value(u"records").toArray()) {
        const QJsonObject record = item.toObject();
        Published p{record.value(u"name").toString(), record.value(u"type").toString(), {}};
        if (p.name.isEmpty() || p.type.isEmpty() || !fromJson(record.value(u"values"), p.values))
            return strange("the values of a record");
        snapshot.records.append(std::move(p));
    }
    return snapshot;
}

QList<Drift> drift(const SecuritySnapshot &accepted, const QList<SecuritySnapshot> &later)
{
    const QMap<Name, QStringList> wanted = byName(accepted);
    QMap<Name, QStringList> now = wanted;
    QMap<Name, QDateTime> since;
    for (const SecuritySnapshot &look : later) {
        const QMap<Name, QStringList> seen = byName(look);
        for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
            if (now.value(it.key()) == it.value())
                continue;
            now.insert(it.key(), it.value());
            since.insert(it.key(), look.at);
        }
    }
    QList<Drift> list;
    for (auto it = now.cbegin(); it != now.cend(); ++it)
        if (wanted.value(it.key()) != it.value())
            list.append({it.key().first, it.key().second, wanted.value(it.key()), it.value(),
                         since.value(it.key())});
    return list;
}

bool tellsTheSame(const SecuritySnapshot &a, const SecuritySnapshot &b)
{
    // Who answered and for how long is evidence; it changes from look to look.
    const auto lasting = [](QJsonObject facts) {
        for (const char *name : {"server", "servers", "ttl", "minutes", "until"})
            facts.remove(QLatin1String(name));
        return facts;
    };
    const auto same = [&](const Finding &x, const Finding &y) {
        return x.severity == y.severity && x.code == y.code && lasting(x.facts) == lasting(y.facts);
    };
    return a.domain == b.domain && a.records == b.records &&
           std::equal(a.findings.cbegin(), a.findings.cend(), b.findings.cbegin(),
                      b.findings.cend(), same);
}

} // namespace mail
