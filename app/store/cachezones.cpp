// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the cache that keeps zones, records, DKIM keys and jobs of the host.
#include "app/store/cacheparts.h"

namespace store {

namespace {

constexpr QLatin1String zoneKind(mail::Zone::kind);
constexpr QLatin1String recordKind(mail::ZoneRecord::kind);
constexpr QLatin1String keyKind(mail::DkimKey::kind);
constexpr QLatin1String jobKind(mail::HostJob::kind);

QVariant seconds(const QDateTime &at)
{
    return at.isValid() ? QVariant(at.toSecsSinceEpoch()) : QVariant();
}

Result<void> noteRead(const QSqlDatabase &db, qint64 scope, const QString &kind,
                      const QString &parent, const QDateTime &at)
{
    return execWith(db,
                    QStringLiteral("INSERT OR REPLACE INTO list(scope, kind, parent, read_at) "
                                   "VALUES(?, ?, ?, ?)"),
                    {scope, kind, parent.isNull() ? QStringLiteral("") : parent, seconds(at)});
}

// The whole list of a table that has no parent.
template <mail::Fielded T>
Result<void> replaceAll(const QSqlDatabase &db, qint64 scope, const QList<T> &list,
                        const QDateTime &at)
{
    const QString kind = QLatin1String(T::kind);
    if (const auto gone =
            execWith(db, QStringLiteral("DELETE FROM %1 WHERE scope=?").arg(kind), {scope});
        !gone)
        return gone;
    if (const auto put = insertAll<T>(db, kind, QStringLiteral("scope"), {scope}, list); !put)
        return put;
    return noteRead(db, scope, kind, {}, at);
}

} // namespace

QDateTime Cache::readAt(const Scope &scope, const QString &kind, const QString &parent) const
{
    const QSqlDatabase db = m_connections->database.connection();
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT read_at FROM list WHERE scope=? AND kind=? AND parent=?"));
    query.addBindValue(scopeId(db, scope));
    query.addBindValue(kind);
    query.addBindValue(parent.isNull() ? QStringLiteral("") : parent);
    if (query.exec() && query.next() && !query.value(0).isNull())
        return QDateTime::fromSecsSinceEpoch(query.value(0).toLongLong(), Qt::UTC);
    warn(query);
    return {};
}

QList<mail::Zone> Cache::zones(const Scope &scope) const
{
    const QSqlDatabase db = m_connections->database.connection();
    return readAll<mail::Zone>(db, zoneKind, QStringLiteral("scope=? ORDER BY position"),
                               {scopeId(db, scope)});
}

QList<mail::ZoneRecord> Cache::records(const Scope &scope, const QString &zone) const
{
    const QSqlDatabase db = m_connections->database.connection();
    return readAll<mail::ZoneRecord>(
        db, recordKind, QStringLiteral("scope=? AND zone=? ORDER BY source, type, target, id"),
        {scopeId(db, scope), zone});
}

std::optional<mail::ZoneRecord> Cache::record(const Scope &scope, const QString &zone,
                                              qint64 id) const
{
    const QSqlDatabase db = m_connections->database.connection();
    const auto list =
        readAll<mail::ZoneRecord>(db, recordKind, QStringLiteral("scope=? AND zone=? AND id=?"),
                                  {scopeId(db, scope), zone, id});
    if (list.isEmpty())
        return {};
    return list.first();
}

QList<mail::DkimKey> Cache::dkimKeys(const Scope &scope) const
{
    const QSqlDatabase db = m_connections->database.connection();
    return readAll<mail::DkimKey>(
        db, keyKind, QStringLiteral("scope=? ORDER BY domain, created_at DESC, id DESC"),
        {scopeId(db, scope)});
}

QList<mail::HostJob> Cache::hostJobs(const Scope &scope) const
{
    const QSqlDatabase db = m_connections->database.connection();
    return readAll<mail::HostJob>(db, jobKind, QStringLiteral("scope=? ORDER BY id DESC"),
                                  {scopeId(db, scope)});
}

Result<void> Cache::setZones(const Scope &scope, const QList<mail::Zone> &zones,
                             const QDateTime &at)
{
    return write({scope, zoneKind, {}, {}}, [&](QSqlDatabase &db, qint64 id) -> Result<void> {
        if (const auto gone = execWith(db, QStringLiteral("DELETE FROM zone WHERE scope=?"), {id});
            !gone)
            return gone;
        for (int i = 0; i < zones.size(); ++i)
            if (const auto put = insertAll<mail::Zone>(
                    db, zoneKind, QStringLiteral("scope, position"), {id, i}, {zones.at(i)});
                !put)
                return put;
        for (const char *statement :
             {"DELETE FROM record WHERE scope=? AND zone NOT IN "
              "(SELECT name FROM zone WHERE scope=?)",
              "DELETE FROM list WHERE scope=? AND kind='record' AND parent NOT IN "
              "(SELECT name FROM zone WHERE scope=?)"})
            if (const auto swept = execWith(db, QLatin1String(statement), {id, id}); !swept)
                return swept;
        return noteRead(db, id, zoneKind, {}, at);
    });
}

Result<void> Cache::setRecords(const Scope &scope, const QString &zone,
                               const QList<mail::ZoneRecord> &records, const QDateTime &at)
{
    return write({scope, recordKind, zone, {}}, [&](QSqlDatabase &db, qint64 id) -> Result<void> {
        if (const auto gone = execWith(
                db, QStringLiteral("DELETE FROM record WHERE scope=? AND zone=?"), {id, zone});
            !gone)
            return gone;
        if (const auto put =
                insertAll<mail::ZoneRecord>(db, recordKind, QStringLiteral("scope"), {id}, records);
            !put)
            return put;
        return noteRead(db, id, recordKind, zone, at);
    });
}

Result<void> Cache::setDkimKeys(const Scope &scope, const QList<mail::DkimKey> &keys,
                                const QDateTime &at)
{
    return write({scope, keyKind, {}, {}},
                 [&](QSqlDatabase &db, qint64 id) { return replaceAll(db, id, keys, at); });
}

Result<void> Cache::setHostJobs(const Scope &scope, const QList<mail::HostJob> &jobs,
                                const QDateTime &at)
{
    return write({scope, jobKind, {}, {}},
                 [&](QSqlDatabase &db, qint64 id) { return replaceAll(db, id, jobs, at); });
}

Result<void> Cache::putRecords(const Scope &scope, const QString &zone,
                               const QList<mail::ZoneRecord> &put, const QList<qint64> &gone)
{
    QStringList keys;
    for (const mail::ZoneRecord &record : put)
        keys.append(QString::number(record.id));
    for (const qint64 id : gone)
        keys.append(QString::number(id));
    if (keys.isEmpty())
        return {};
    return write({scope, recordKind, zone, keys}, [&](QSqlDatabase &db, qint64 id) -> Result<void> {
        for (const qint64 record : gone)
            if (const auto done = execWith(
                    db, QStringLiteral("DELETE FROM record WHERE scope=? AND zone=? AND id=?"),
                    {id, zone, record});
                !done)
                return done;
        return insertAll<mail::ZoneRecord>(db, recordKind, QStringLiteral("scope"), {id}, put);
    });
}

Result<void> Cache::putZone(const Scope &scope, const mail::Zone &zone)
{
    return write(
        {scope, zoneKind, {}, {zone.name}}, [&](QSqlDatabase &db, qint64 id) -> Result<void> {
            QSqlQuery query(db);
            query.prepare(QStringLiteral("SELECT position FROM zone WHERE scope=? AND name=?"));
            query.addBindValue(id);
            query.addBindValue(zone.name);
            if (const auto asked = run(query); !asked)
                return asked;
            if (!query.next())
                return {};
            const QVariant position = query.value(0);
            query.finish();
            return insertAll<mail::Zone>(db, zoneKind, QStringLiteral("scope, position"),
                                         {id, position}, {zone});
        });
}

Result<void> Cache::putDkimKey(const Scope &scope, const mail::DkimKey &key)
{
    return write({scope, keyKind, {}, {QString::number(key.id)}}, [&](QSqlDatabase &db, qint64 id) {
        return insertAll<mail::DkimKey>(db, keyKind, QStringLiteral("scope"), {id}, {key});
    });
}

Result<void> Cache::removeDkimKey(const Scope &scope, qint64 key)
{
    return write({scope, keyKind, {}, {QString::number(key)}}, [&](QSqlDatabase &db, qint64 id) {
        return execWith(db, QStringLiteral("DELETE FROM dkim_key WHERE scope=? AND id=?"),
                        {id, key});
    });
}

Result<void> Cache::putHostJob(const Scope &scope, const mail::HostJob &job)
{
    return write({scope, jobKind, {}, {QString::number(job.id)}}, [&](QSqlDatabase &db, qint64 id) {
        return insertAll<mail::HostJob>(db, jobKind, QStringLiteral("scope"), {id}, {job});
    });
}

} // namespace store
