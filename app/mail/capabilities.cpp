// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/capabilities.h"

#include <QJsonArray>

#include <algorithm>

namespace mail {

namespace {

QString keyOf(Verb verb, QStringView kind, QStringView field)
{
    QString key = word(verb);
    key.append(u' ').append(kind);
    if (!field.isEmpty())
        key.append(u'.').append(field);
    return key;
}

constexpr QLatin1String notOffered("not-offered");

// Among the answers an empty reason means yes, so a denial always has one.
QString denial(const QString &reason) { return reason.isEmpty() ? QString(notOffered) : reason; }

} // namespace

Capabilities::Answer Capabilities::can(Verb verb, QStringView kind, QStringView field) const
{
    auto it = m_answers.constFind(keyOf(verb, kind, field));
    if (it == m_answers.constEnd())
        return {false, notOffered};
    return {it->isEmpty(), *it};
}

void Capabilities::allow(Verb verb, const QString &kind, const QString &field)
{
    m_answers.insert(keyOf(verb, kind, field), {});
}

void Capabilities::deny(Verb verb, const QString &kind, const QString &field, const QString &reason)
{
    m_answers.insert(keyOf(verb, kind, field), denial(reason));
}

QJsonObject toJson(const Capabilities &capabilities)
{
    QStringList can;
    QJsonObject cannot;
    for (auto it = capabilities.m_answers.cbegin(); it != capabilities.m_answers.cend(); ++it) {
        if (it->isEmpty())
            can.append(it.key());
        else
            cannot.insert(it.key(), *it);
    }
    can.sort();
    QStringList features = capabilities.m_features.keys();
    features.sort();
    return {{QStringLiteral("can"), QJsonArray::fromStringList(can)},
            {QStringLiteral("cannot"), cannot},
            {QStringLiteral("features"), QJsonArray::fromStringList(features)},
            {QStringLiteral("mail_settings"), toJson(capabilities.mailSettings)},
            {QStringLiteral("dns"), toJson(capabilities.dns)}};
}

Result<Capabilities> capabilitiesFromJson(const QJsonObject &json)
{
    Capabilities capabilities;
    for (const QJsonValue item : json.value(u"can").toArray())
        capabilities.m_answers.insert(item.toString(), {});
    const QJsonObject cannot = json.value(u"cannot").toObject();
    for (auto it = cannot.constBegin(); it != cannot.constEnd(); ++it)
        capabilities.m_answers.insert(it.key(), denial(it.value().toString()));
    for (const QJsonValue item : json.value(u"features").toArray())
        capabilities.m_features.insert(item.toString(), true);
    const auto settings = read<MailSettings>(json.value(u"mail_settings").toObject());
    if (!settings)
        return settings.error();
    capabilities.mailSettings = *settings;
    const auto dns = read<DnsFacts>(json.value(u"dns").toObject());
    if (!dns)
        return dns.error();
    capabilities.dns = *dns;
    return capabilities;
}

} // namespace mail
