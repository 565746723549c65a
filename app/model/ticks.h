// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows are ticked: a list of them, or all but a list, so that "all" costs nothing.
#pragma once

#include "app/store/nameindex.h"

#include <QSet>

namespace model {

class Ticks
{
public:
    bool has(qint64 row) const { return m_all != m_list.contains(row); }
    bool isEmpty() const { return !m_all && m_list.isEmpty(); }
    bool isAllBut() const { return m_all; }
    int count(int total) const; // of `total` rows
    const QSet<qint64> &list() const
    {
        return m_list;
    } // of the ticked, or of the others: isAllBut()

    void set(qint64 row, bool on);
    void setAll();
    void clear();
    void forget(qint64 row) { m_list.remove(row); } // it is no more
    // Another list of rows: what is gone is no longer ticked, and what came after "all" was said
    // was not meant by it. `before` may be null.
    void follow(const store::NameIndex *before, const store::NameIndex &now);

private:
    bool m_all = false; // then the list has the exceptions
    QSet<qint64> m_list;
};

} // namespace model
