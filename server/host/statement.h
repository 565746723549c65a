// SPDX-License-Identifier: GPL-3.0-or-later
// SQLite as lookup.db needs it: with the file's own locks and failures in sight, which Qt hides.
#pragma once

#include "app/base/result.h"

#include <QString>

#include <sqlite3.h>

namespace host {

// One use of a statement; SQLite keeps what it made of the text for as long as the connection
// lives, since a publication says the same few sentences a hundred thousand times.
class Statement
{
public:
    Statement(sqlite3 *db, const char *sql)
    {
        if (!db)
            return;
        for (m_statement = sqlite3_next_stmt(db, nullptr);
             m_statement &&
             (sqlite3_stmt_busy(m_statement) || qstrcmp(sqlite3_sql(m_statement), sql) != 0);)
            m_statement = sqlite3_next_stmt(db, m_statement);
        if (!m_statement)
            sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    }
    ~Statement()
    {
        if (!m_statement) // it could not even be prepared
            return;
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        sqlite3_bind_text(m_statement, ++m_at, bytes.constData(), int(bytes.size()),
                          SQLITE_TRANSIENT);
        return *this;
    }
    Statement &bind(qint64 number)
    {
        sqlite3_bind_int64(m_statement, ++m_at, number);
        return *this;
    }
    bool next() { return step() == SQLITE_ROW; }
    bool run() { return step() == SQLITE_DONE; }
    // next() was false because something is wrong, not because there is nothing more.
    bool hasFailed() const { return m_result != SQLITE_ROW && m_result != SQLITE_DONE; }
    qint64 number(int column) const { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const
    {
        return QString::fromUtf8(
            reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column)));
    }

private:
    int step()
    {
        m_result = m_statement ? sqlite3_step(m_statement) : SQLITE_ERROR;
        return m_result;
    }
    sqlite3_stmt *m_statement = nullptr;
    int m_at = 0;
    int m_result = SQLITE_DONE;
};

// What went wrong on this connection last.
Error storage(sqlite3 *db);

bool execute(sqlite3 *db, const char *sql);

// With all that was prepared on it.
void close(sqlite3 *&db);

} // namespace host
