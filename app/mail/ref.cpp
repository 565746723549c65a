// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/ref.h"

#include <QHashFunctions>

namespace mail {

size_t qHash(const Ref &ref, size_t seed)
{
    return qHashMulti(seed, ref.kind, ref.service, ref.parent, ref.key);
}

QJsonObject toJson(const Ref &ref)
{
    QJsonObject json{{QStringLiteral("kind"), ref.kind},
                     {QStringLiteral("service"), ref.service},
                     {QStringLiteral("key"), ref.key},
                     {QStringLiteral("label"), ref.label}};
    if (!ref.parent.isEmpty())
        json.insert(QStringLiteral("parent"), ref.parent);
    if (ref.version)
        json.insert(QStringLiteral("version"), ref.version);
    return json;
}

Ref refFromJson(const QJsonObject &json)
{
    return {json.value(u"kind").toString(),   json.value(u"service").toInteger(),
            json.value(u"parent").toString(), json.value(u"key").toString(),
            json.value(u"label").toString(),  json.value(u"version").toInteger()};
}

} // namespace mail
