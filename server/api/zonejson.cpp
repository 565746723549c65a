// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/zonejson.h"

#include "app/wire/dns/zonetext.h"

#include <QJsonArray>

namespace api {

namespace {

// The parts of a value that the contract knows, numbers as numbers.
QJsonObject descriptionOf(const mail::ZoneRecord &record)
{
    static const QStringList numbers{QStringLiteral("priority"),      QStringLiteral("port"),
                                     QStringLiteral("weight"),        QStringLiteral("flags"),
                                     QStringLiteral("usage"),         QStringLiteral("selector"),
                                     QStringLiteral("matching_type"), QStringLiteral("algorithm"),
                                     QStringLiteral("key_tag"),       QStringLiteral("digest_type"),
                                     QStringLiteral("serial"),        QStringLiteral("refresh"),
                                     QStringLiteral("retry"),         QStringLiteral("expire"),
                                     QStringLiteral("minimum_ttl")};
    static const QStringList texts{QStringLiteral("tag"), QStringLiteral("digest"),
                                   QStringLiteral("mname"), QStringLiteral("rname")};
    QJsonObject json;
    const auto type = wire::typeFromWord(record.type.toLatin1());
    const auto data =
        type ? wire::dataFrom(*type, record.target) : Result<wire::RecordData>(wire::RecordData());
    if (!type || !data)
        return json;
    const QByteArray owner = mail::ownerOf(record).toLatin1();
    for (const wire::ValuePart &part : wire::partsOf({owner, *type, 0, *data})) {
        const QString name = QString::fromLatin1(part.name);
        if (numbers.contains(name))
            json.insert(name, QJsonObject{{QStringLiteral("value"), part.value.toLongLong()}});
        else if (texts.contains(name))
            json.insert(name, QJsonObject{{QStringLiteral("value"), part.value}});
    }
    return json;
}

} // namespace

QJsonObject zoneJson(const db::ZoneRow &row, const QStringList &nameServers)
{
    return {{QStringLiteral("id"), row.id},
            {QStringLiteral("fqdn"), row.name},
            {QStringLiteral("fqdn_idn"), row.nameForPeople},
            {QStringLiteral("dnssec"), QJsonObject{{QStringLiteral("is_enabled"), row.isSigned}}},
            {QStringLiteral("nameservers"), QJsonArray::fromStringList(nameServers)},
            {QStringLiteral("mail_hosting_id"), row.service},
            {QStringLiteral("serial"), qint64(row.serial)},
            {QStringLiteral("delegation"), QJsonArray::fromStringList(row.delegation)},
            {QStringLiteral("version"), row.version}};
}

QJsonObject recordJson(const db::RecordRow &row)
{
    const mail::ZoneRecord &record = row.record;
    QJsonObject json{{QStringLiteral("id"), record.id},
                     {QStringLiteral("source"), record.source},
                     {QStringLiteral("source_idn"), wire::nameForPeople(record.source.toLatin1())},
                     {QStringLiteral("type"), record.type},
                     {QStringLiteral("target"), record.target},
                     {QStringLiteral("ttl"), record.ttl.value_or(mail::usualTtl)},
                     {QStringLiteral("updated_at"),
                      record.updatedAt ? record.updatedAt->toSecsSinceEpoch() : qint64(0)},
                     {QStringLiteral("version"), record.version.value_or(0)}};
    if (const QJsonObject description = descriptionOf(record); !description.isEmpty())
        json.insert(QStringLiteral("description"), description);
    return json;
}

} // namespace api
