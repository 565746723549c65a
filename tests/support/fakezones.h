// SPDX-License-Identifier: GPL-3.0-or-later
// Zones, records and DKIM keys of a FakeBackend: what is there, and what becomes of a change.
#pragma once

#include "app/backend/backend.h"

#include <QMap>

#include <algorithm>
#include <functional>

namespace test {

class FakeZones
{
public:
    std::function<void(mail::Verb, const mail::Ref &)> tell; // the change feed

    QList<mail::Zone> zones;
    QMap<qint64, mail::ZoneRecord> records;
    QMap<qint64, mail::DkimKey> keys;
    QList<backend::AuditRow> history; // newest first
    bool keepsNumbers = true;         // a record that is renamed keeps its own

    mail::Zone &addZone(const QString &name)
    {
        mail::Zone zone;
        zone.service = 7;
        zone.name = zone.nameIdn = name;
        zone.id = zones.size() + 1;
        zone.nameServers = QStringList{QStringLiteral("ns1.example.net")};
        zone.isSigned = false;
        zone.version = 1;
        zones.append(zone);
        return zones.last();
    }
    mail::ZoneRecord add(const QString &zone, const QString &source, const QString &type,
                         const QString &target, int ttl = 3600)
    {
        mail::ZoneRecord record;
        record.service = 7;
        record.zone = zone;
        record.source = source;
        record.type = type;
        record.target = target;
        record.ttl = ttl;
        return made(record);
    }
    QList<mail::ZoneRecord> of(const QString &zone) const
    {
        QList<mail::ZoneRecord> list;
        for (const mail::ZoneRecord &record : records)
            if (record.zone == zone)
                list.append(record);
        return list;
    }

    static bool isAbout(const mail::Ref &ref)
    {
        return ref.kind == QLatin1String(mail::Zone::kind) ||
               ref.kind == QLatin1String(mail::ZoneRecord::kind) ||
               ref.kind == QLatin1String(mail::DkimKey::kind);
    }
    Result<backend::Applied> apply(const mail::Change &change)
    {
        auto applied = change.object.kind == QLatin1String(mail::Zone::kind) ? onZone(change)
                       : change.object.kind == QLatin1String(mail::DkimKey::kind)
                           ? onKey(change)
                           : onRecord(change);
        if (applied) {
            tell(applied->effective.verb, applied->effective.object);
            history.prepend({history.size() + 1, QDateTime::fromSecsSinceEpoch(1'800'000'000),
                             QStringLiteral("Ana"), applied->effective});
        }
        return applied;
    }

private:
    static Error notFound() { return {Error::Kind::NotFound, {}, {}, {}, 0}; }
    static Error conflict() { return {Error::Kind::Conflict, {}, {}, {}, 0}; }

    mail::ZoneRecord made(mail::ZoneRecord record)
    {
        record.id = ++m_lastId;
        record.version = 1;
        record.updatedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000 + m_lastId, Qt::UTC);
        records.insert(record.id, record);
        return record;
    }
    template <mail::Fielded T>
    static bool isStale(const T &now, const QJsonObject &before)
    {
        const QJsonObject json = mail::toJson(now);
        for (auto it = before.begin(); it != before.end(); ++it)
            if (!it->isNull() && it.key() != u"version" && it.key() != u"updated_at" &&
                json.value(it.key()) != it.value())
                return true;
        return false;
    }

    Result<backend::Applied> onZone(const mail::Change &change)
    {
        for (mail::Zone &zone : zones) {
            if (zone.name != change.object.key)
                continue;
            if (isStale(zone, change.before))
                return conflict();
            if (const auto patched = mail::patch(zone, change.after); !patched)
                return patched.error();
            zone.version = *zone.version + 1;
            zone.delegation = zone.isSigned.value_or(false)
                                  ? QStringList{QStringLiteral("12345 13 2 49fd46e6c4b45c55d4ac")}
                                  : QStringList();
            mail::Change effective = change;
            effective.object = refOf(zone);
            return backend::Applied{effective, {}, {}};
        }
        return notFound();
    }
    Result<backend::Applied> onRecord(const mail::Change &change)
    {
        if (change.verb == mail::Verb::Create) {
            mail::ZoneRecord wish;
            wish.service = change.object.service;
            wish.zone = change.object.parent;
            if (const auto patched = mail::patch(wish, change.after); !patched)
                return patched.error();
            for (const mail::ZoneRecord &other : records)
                if (other.zone == wish.zone && other.source == wish.source &&
                    other.type == wish.type && other.target == wish.target)
                    return Error{Error::Kind::Conflict,
                                 {},
                                 {},
                                 QStringLiteral("dns_record_already_exists"),
                                 0};
            const mail::ZoneRecord record = made(wish);
            return backend::Applied{
                {mail::Verb::Create, refOf(record), {}, mail::toJson(record)}, {}, {}};
        }
        const qint64 id = change.object.key.toLongLong();
        if (!records.contains(id))
            return notFound();
        mail::ZoneRecord record = records.value(id);
        if (isStale(record, change.before))
            return conflict();
        if (change.verb == mail::Verb::Remove) {
            records.remove(id);
            return backend::Applied{change, {}, {}};
        }
        const mail::ZoneRecord was = record;
        if (const auto patched = mail::patch(record, change.after); !patched)
            return patched.error();
        record.id = id;
        mail::Change effective = change;
        const bool isOther = record.source != was.source || record.type != was.type;
        if (isOther && !keepsNumbers) {
            records.remove(id);
            record = made(record);
            effective.before.insert(QStringLiteral("id"), id);
            effective.after.insert(QStringLiteral("id"), record.id);
        } else {
            record.version = *record.version + 1;
            records.insert(id, record);
        }
        effective.object = refOf(record);
        return backend::Applied{effective, {}, {}};
    }
    Result<backend::Applied> onKey(const mail::Change &change)
    {
        if (change.verb == mail::Verb::Create) {
            mail::DkimKey key;
            key.service = change.object.service;
            if (const auto patched = mail::patch(key, change.after); !patched)
                return patched.error();
            key.id = ++m_lastId;
            if (key.selector.isEmpty())
                key.selector = QStringLiteral("mw%1").arg(key.id);
            key.state = mail::DkimState::Made;
            key.version = 1;
            keys.insert(key.id, key);
            return backend::Applied{
                {mail::Verb::Create, refOf(key), {}, mail::toJson(key)}, {}, {}};
        }
        const qint64 id = change.object.key.toLongLong();
        if (!keys.contains(id))
            return notFound();
        mail::DkimKey &key = keys[id];
        if (isStale(key, change.before))
            return conflict();
        if (change.verb == mail::Verb::Remove) {
            keys.remove(id);
            return backend::Applied{change, {}, {}};
        }
        if (const auto patched = mail::patch(key, change.after); !patched)
            return patched.error();
        key.version = *key.version + 1;
        mail::Change effective = change;
        effective.object = refOf(key);
        return backend::Applied{effective, {}, {}};
    }

    qint64 m_lastId = 1000;
};

} // namespace test
