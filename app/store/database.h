// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite file of ours: private to the user, WAL, one connection per thread that asks. Shared by
// cache and journal.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <atomic>
#include <memory>

namespace store {

class Database
{
public:
    enum class Durability
    {
        Thrifty, // survives a crash of ours, perhaps not a power cut
        Full     // on the disk when a write returns
    };

    Database(const QString &file, Durability durability);
    ~Database(); // closes this thread's connection; others close when their thread ends

    const QString &file() const { return m_file; }
    // This thread's connection. It may be closed when the file cannot be opened: queries then fail.
    QSqlDatabase connection() const;
    // A further one, for a temporary table of its own; closed by `drop`, on the same thread.
    Result<QString> addConnection() const;
    static void drop(const QString &connection);

    Result<void> exec(const QString &sql) const;
    // Numbered from 1; each list is run once, in one transaction with its number. Storage with
    // `newer` when the file was written by a later version of the program.
    Result<void> migrate(const QList<QStringList> &migrations, const QString &newer) const;
    // Looks at the whole of a small file; damaged, it is renamed and the new name returned. Empty:
    // it is whole, or new.
    Result<QString> setAsideIfDamaged();
    // Every connection is closed or forgotten, the file and its companions are removed or, with
    // `aside`, renamed. The next connection() makes a new file.
    Result<void> discard(const QString &aside = {});

private:
    struct Shared; // with the connections of other threads
    Result<void> prepare(const QString &name) const;

    QString m_file;
    Durability m_durability;
    std::shared_ptr<std::atomic<int>> m_generation;
    quint64 m_serial = 0;
};

// BEGIN IMMEDIATE … COMMIT on this thread's connection; rolls back when destroyed before commit().
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &connection);
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    Result<void> begin();
    Result<void> commit();

private:
    QSqlDatabase m_connection;
    bool m_open = false;
};

Error storageError(const QSqlError &error);
bool isDamage(const QSqlError &error); // the file is no database or malformed
Result<void> run(QSqlQuery &query);    // exec() of a prepared one
Result<void> run(QSqlQuery &query, const QString &sql);
Result<void> execWith(const QSqlDatabase &connection, const QString &sql,
                      const QVariantList &values);

} // namespace store
