// SPDX-License-Identifier: GPL-3.0-or-later
// What a look at a domain's security saw, kept so that later looks can tell what changed.
#pragma once

#include "app/mail/finding.h"

#include <QDateTime>
#include <QStringList>

namespace mail {

// All values of one name and type, as DNS gave them; sorted, so that order is no difference.
struct Published
{
    QString name;       // "_dmarc.example.org"
    QString type;       // "TXT"
    QStringList values; // empty: looked for, and none there

    bool operator==(const Published &) const = default;
};

struct SecuritySnapshot
{
    QString domain; // punycode
    QDateTime at;
    QList<Finding> findings;
    QList<Published> records; // by name, then type; what DNS did not answer is not in it

    bool operator==(const SecuritySnapshot &) const = default;
};

QJsonObject toJson(const SecuritySnapshot &snapshot);
Result<SecuritySnapshot> snapshotFromJson(const QJsonObject &json);

// One name and type that is not what was accepted.
struct Drift
{
    QString name;
    QString type;
    QStringList before; // empty: there was none
    QStringList after;  // empty: there is none any more
    QDateTime firstSeen;

    bool operator==(const Drift &) const = default;
};

// What of `later` (in the order of time) differs at its end from `accepted`, and since when it is
// as it now is. What a look did not learn stays as the look before it had it.
QList<Drift> drift(const SecuritySnapshot &accepted, const QList<SecuritySnapshot> &later);

// Whether two looks tell the same: findings by code and facts, records; not the time, and not who
// answered and for how long (facts "server", "servers", "ttl", "minutes", "until").
bool tellsTheSame(const SecuritySnapshot &a, const SecuritySnapshot &b);

} // namespace mail
