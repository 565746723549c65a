// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a million addresses contain what was typed and have what is asked, within a frame: one
// lower-cased blob of all key texts in one order, searched with memmem-like scans, and the traits
// of each beside it; cancellable. Measured against SQL in docs/decisions/.
#pragma once

#include "app/base/progress.h"
#include "app/store/traits.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace store {

// A value that is built once per order and then only read: share it between threads as
// shared_ptr<const NameIndex>.
class NameIndex
{
public:
    void reserve(qsizetype rows, qsizetype bytes);
    // In the order of display. `text` is folded to lower case here.
    void append(qint64 row, const QString &text, const Traits &traits = {});

    qsizetype size() const { return qsizetype(m_rows.size()); }
    qint64 row(qsizetype at) const { return m_rows[size_t(at)]; }
    const std::vector<qint64> &rows() const { return m_rows; } // in the order of display

    // Positions (0..size) whose text contains every word of `filter` (blanks separate words) and
    // whose traits match. Empty filters leave all in. Empty when cancelled: ask progress.
    std::vector<quint32> find(const QString &filter, const TraitFilter &traits,
                              const Progress &progress) const;
    std::vector<quint32> find(const QString &filter, const Progress &progress) const
    {
        return find(filter, {}, progress);
    }
    qsizetype position(qint64 row) const;                                   // -1 = not in it
    bool tells(Trait trait) const { return m_told.has(trait).has_value(); } // of any row

private:
    QByteArray m_text; // texts separated by '\n'
    std::vector<quint32> m_starts;
    std::vector<qint64> m_rows;
    std::vector<Traits> m_traits;
    Traits m_told; // what is known of one of them
};

} // namespace store
