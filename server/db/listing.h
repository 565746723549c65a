// SPDX-License-Identifier: GPL-3.0-or-later
// What a list query may ask for, and how it becomes SQL.
#pragma once

#include <QList>
#include <QString>
#include <QVariantList>

namespace db {

struct Order
{
    QString name; // the API's word for a column
    bool descending = false;
};

struct Listing
{
    QString search; // plain text; every character means itself
    QList<Order> order;
    qint64 limit = -1; // -1 = all
    qint64 skip = 0;
};

template <class Row>
struct Page
{
    QList<Row> rows;
    qint64 total = 0; // without limit and skip
};

// "%100\%%" from "100%": for LIKE … ESCAPE '\' on a folded column.
QString likePattern(const QString &text);
QString folded(const QString &text);

// Conditions joined with AND, and their values in the order of the question marks.
class Where
{
public:
    explicit Where(const QString &first, const QVariantList &values = {})
        : m_text(first)
        , m_values(values)
    {
    }
    void add(const QString &condition, const QVariantList &values = {});
    const QString &text() const { return m_text; }
    const QVariantList &values() const { return m_values; }

private:
    QString m_text;
    QVariantList m_values;
};

// " ORDER BY …, tie LIMIT ? OFFSET ?" with the columns from `columns` (name → SQL); names that it
// lacks are left out: the api has refused them already.
struct Column
{
    const char *name;
    const char *sql;
};
QString ordered(const Listing &listing, const QList<Column> &columns, const char *tie,
                QVariantList &values);

} // namespace db
