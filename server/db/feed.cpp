// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/feed.h"

#include <QJsonDocument>

namespace db {

namespace {

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

Result<qint64> oneNumber(Database &database, const QString &sql, const QVariantList &values = {})
{
    auto rows = database.run(sql, values);
    if (!rows)
        return rows.error();
    return rows->next() ? rows->number(0) : 0;
}

} // namespace

Result<Effective> record(Database &database, const Caller &caller, const mail::Change &change,
                         const QList<qint64> &cut)
{
    const mail::Ref &ref = change.object;
    const qint64 at = caller.now.toSecsSinceEpoch();
    QStringList cuts;
    for (qint64 device : cut)
        cuts.append(QString::number(device));
    const QString verb = mail::word(change.verb);
    const bool isOfZone = ref.kind == u"zone" || ref.kind == u"record";
    const bool isOfDomain = ref.kind == u"dkim_key" || ref.kind == u"security";
    const QString whole = ref.kind == u"mailbox" || ref.kind == u"zone" ? ref.key : ref.parent;
    const QString mailbox = isOfZone || isOfDomain ? QString() : whole;
    const QString zone = isOfZone ? whole : QString();
    qint64 sequence = 0;
    {
        auto rows = database.run(
            QStringLiteral("INSERT INTO change_feed (at, service_id, verb, kind, mailbox_name, "
                           "zone, object_key, cut) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            {at, ref.service, verb, ref.kind, mailbox, zone, ref.key, cuts.join(u',')});
        if (!rows)
            return rows.error();
        sequence = rows->insertedId();
    }
    if (auto done = database.run(
            QStringLiteral("INSERT INTO audit (sequence, at, service_id, person_id, person_name, "
                           "verb, object, before_change, after_change, zone) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {sequence, at, ref.service, caller.person, caller.name, verb, compact(toJson(ref)),
             compact(change.before), compact(change.after), zone});
        !done)
        return done.error();
    if (sequence % 1000 == 0 && sequence > feedLength)
        if (auto done = database.run(QStringLiteral("DELETE FROM change_feed WHERE sequence <= ?"),
                                     {sequence - feedLength});
            !done)
            return done.error();
    return Effective{change, sequence, 0};
}

Result<Effective> recordVersion(Database &database, const Caller &caller,
                                const mail::Change &change, const char *table, qint64 id,
                                const QList<qint64> &cut)
{
    auto effective = record(database, caller, change, cut);
    if (!effective)
        return effective;
    effective->version = effective->sequence;
    if (auto done = database.run(
            QStringLiteral("UPDATE %1 SET version = ? WHERE id = ?").arg(QLatin1String(table)),
            {effective->version, id});
        !done)
        return done.error();
    return effective;
}

Error changedMeanwhile(const QString &what)
{
    return {Error::Kind::Conflict,
            QStringLiteral("%1 was changed since you read it").arg(what),
            {},
            QStringLiteral("conflict"),
            0};
}

Result<qint64> lastSequence(Database &database)
{
    return oneNumber(database, QStringLiteral("SELECT max(sequence) FROM change_feed"));
}

Result<qint64> firstSequence(Database &database)
{
    return oneNumber(database, QStringLiteral("SELECT min(sequence) FROM change_feed"));
}

Result<QList<FeedRow>> changesSince(Database &database, qint64 service, qint64 since, int limit)
{
    static const QString columns =
        QStringLiteral("SELECT sequence, service_id, verb, kind, mailbox_name, zone, object_key "
                       "FROM change_feed ");
    auto rows =
        service
            ? database.run(columns + QStringLiteral("WHERE service_id = ? AND sequence > ? "
                                                    "ORDER BY sequence LIMIT ?"),
                           {service, since, limit})
            : database.run(columns + QStringLiteral("WHERE sequence > ? ORDER BY sequence LIMIT ?"),
                           {since, limit});
    if (!rows)
        return rows.error();
    QList<FeedRow> list;
    while (rows->next()) {
        list.append({rows->number(0), rows->number(1), rows->text(2), rows->text(3), rows->text(4),
                     rows->text(5), rows->text(6)});
    }
    return list;
}

Result<QList<qint64>> cutsBetween(Database &database, qint64 since, qint64 until)
{
    auto rows = database.run(QStringLiteral("SELECT cut FROM change_feed WHERE sequence > ? "
                                            "AND sequence <= ? AND cut <> '' ORDER BY sequence"),
                             {since, until});
    if (!rows)
        return rows.error();
    QList<qint64> devices;
    while (rows->next()) {
        const QString cut = rows->text(0);
        for (const QString &device : cut.split(u',', Qt::SkipEmptyParts))
            devices.append(device.toLongLong());
    }
    return devices;
}

Result<Page<AuditRow>> audit(Database &database, qint64 service, const Listing &listing,
                             const QString &zone)
{
    Where where(QStringLiteral("service_id = ?"), {service});
    if (!zone.isEmpty())
        where.add(QStringLiteral("zone = ?"), {zone});
    Page<AuditRow> page;
    const auto total =
        oneNumber(database, QStringLiteral("SELECT count(*) FROM audit WHERE ") + where.text(),
                  where.values());
    if (!total)
        return total.error();
    page.total = *total;
    auto rows = database.run(
        QStringLiteral("SELECT sequence, at, person_id, person_name, verb, object, before_change, "
                       "after_change FROM audit WHERE %1 ORDER BY sequence DESC LIMIT ? OFFSET ?")
            .arg(where.text()),
        where.values() +
            QVariantList{listing.limit < 0 ? qint64(1) << 40 : listing.limit, listing.skip});
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append({rows->number(0), rows->number(1), rows->number(2), rows->text(3),
                          rows->text(4), object(rows->bytes(5)), object(rows->bytes(6)),
                          object(rows->bytes(7))});
    return page;
}

} // namespace db
