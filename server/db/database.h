// SPDX-License-Identifier: GPL-3.0-or-later
// The main database: SQLite now, PostgreSQL later, so the SQL stays portable and nothing outside
// this folder sees any. One connection per thread, opened on first use and closed when its thread
// ends; every thread that used a Database ends (or is this one) before the Database does.
#pragma once

#include "app/base/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <atomic>
#include <memory>
#include <mutex>

namespace db {

struct Connection;

// A prepared statement on loan from its connection's cache; given back, and its read lock with it,
// when this goes.
class Rows
{
public:
    explicit Rows(std::shared_ptr<QSqlQuery> query)
        : m_query(std::move(query))
    {
    }
    Rows(Rows &&) noexcept = default;
    Rows &operator=(Rows &&) noexcept = default;
    ~Rows();

    bool next() { return m_query->next(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    bool flag(int column) const { return number(column) != 0; }
    bool isNull(int column) const { return m_query->isNull(column); }
    qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }
    int affected() const { return m_query->numRowsAffected(); }

private:
    std::shared_ptr<QSqlQuery> m_query;
};

class Database
{
public:
    // Opens or makes the file and brings its schema up to this program's. Refused: a database newer
    // than the program (Unsupported), one that is none (Storage).
    static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // One statement with its values; a null QString is empty text, an invalid QVariant NULL.
    // Conflict: a UNIQUE rule was broken; Storage: anything else.
    Result<Rows> run(const QString &sql, const QVariantList &values = {});

    // `work` is all or nothing, and durable when this returns: it answers a Result, an error takes
    // everything back. Inside another write() it becomes a part of that one, which may go on after
    // this part failed. Writers wait for each other here, not in SQLite's polling.
    template <class Work>
    auto write(Work &&work) -> decltype(work())
    {
        if (auto begun = begin(); !begun)
            return begun.error();
        auto result = work();
        if (!result) {
            rollback();
            return result;
        }
        if (auto done = commit(); !done)
            return done.error();
        return result;
    }

    // Grows with every commit of this program: what was read before and after the same number is
    // the same.
    quint64 generation() const { return m_generation.load(std::memory_order_acquire); }

    // Which schema the file has, and which one this program brings.
    int version();
    static int newestVersion();

    const QString &path() const { return m_path; }

private:
    explicit Database(const QString &path);
    Result<Connection *> connection();
    Result<void> begin();
    Result<void> commit();
    void rollback();
    Result<void> migrate();
    Result<void> foldAgain();

    const QString m_path;
    const quint64 m_id; // names this database's connections in each thread
    std::mutex m_writing;
    std::atomic<quint64> m_generation = 1;
};

} // namespace db
