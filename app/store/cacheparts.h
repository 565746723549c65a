// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of Cache share: its connection, and rows of fields in and out of its tables. For
// cache*.cpp only.
#pragma once

#include "app/base/log.h"
#include "app/store/cache.h"
#include "app/store/database.h"
#include "app/store/rows.h"

#include <QMutex>

namespace store {

struct Cache::Connections
{
    explicit Connections(const QString &file)
        : database(file, Database::Durability::Thrifty)
    {
    }
    Database database;
    QMutex remaking;
};

inline QString marks(qsizetype count)
{
    QStringList list(count, QStringLiteral("?"));
    return list.join(u',');
}

inline qint64 scopeId(const QSqlDatabase &db, const Scope &scope)
{
    QSqlQuery query(db);
    query.prepare(QStringLiteral("SELECT id FROM scope WHERE account=? AND service=?"));
    query.addBindValue(scope.account);
    query.addBindValue(scope.service);
    return query.exec() && query.next() ? query.value(0).toLongLong() : 0;
}

inline Result<qint64> madeScopeId(const QSqlDatabase &db, const Scope &scope)
{
    if (const qint64 id = scopeId(db, scope))
        return id;
    QSqlQuery query(db);
    query.prepare(QStringLiteral("INSERT INTO scope(account, service) VALUES(?, ?)"));
    query.addBindValue(scope.account);
    query.addBindValue(scope.service);
    if (const auto done = run(query); !done)
        return done.error();
    return query.lastInsertId().toLongLong();
}

template <mail::Fielded T>
Result<void> insertAll(const QSqlDatabase &db, const QString &table, const QString &keyColumns,
                       const QVariantList &keys, const QList<T> &list)
{
    QSqlQuery query(db);
    const QStringList columns = columnNames<T>();
    if (!query.prepare(
            QStringLiteral("INSERT OR REPLACE INTO %1(%2,%3) VALUES(%4)")
                .arg(table, keyColumns, columns.join(u','), marks(keys.size() + columns.size()))))
        return storageError(query.lastError());
    for (const T &object : list) {
        for (int i = 0; i < keys.size(); ++i)
            query.bindValue(i, keys.at(i));
        bindFields(query, object, int(keys.size()));
        if (const auto done = run(query); !done)
            return done;
    }
    return {};
}

inline void warn(const QSqlQuery &query)
{
    if (query.lastError().isValid())
        qCWarning(lcStore).noquote() << "cache:" << query.lastError().databaseText();
}

template <mail::Fielded T>
QList<T> readAll(const QSqlDatabase &db, const QString &table, const QString &where,
                 const QVariantList &values)
{
    QList<T> list;
    QSqlQuery query(db);
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                      .arg(columnNames<T>().join(u','), table, where));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (query.exec())
        while (query.next())
            list.append(readFields<T>(query));
    warn(query);
    return list;
}

} // namespace store
