// SPDX-License-Identifier: GPL-3.0-or-later
// Which object a change or a finding is about.
#pragma once

#include <QJsonObject>
#include <QString>

namespace mail {

// service | mailbox (key = local part) | access (parent = local part, key = user id) | device
// (parent = local part, key = id of the device access) | user | zone (key = its name) | record
// (parent = the zone's name, key = id) | dkim_key (parent = domain, key = id).
struct Ref
{
    QString kind;
    qint64 service = 0;
    QString parent; // the mailbox's local part or the zone's name where the object belongs to one
    QString key;
    QString label;      // for people: "ana@example.org", "Phone of Ana"; not part of the identity
    qint64 version = 0; // what the writer saw (If-Match), 0 = not told; not part of the identity

    bool operator==(const Ref &other) const
    {
        return kind == other.kind && service == other.service && parent == other.parent &&
               key == other.key;
    }
};

size_t qHash(const Ref &ref, size_t seed = 0);
QJsonObject toJson(const Ref &ref);
Ref refFromJson(const QJsonObject &json);

} // namespace mail
