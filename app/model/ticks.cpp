// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/ticks.h"

#include "app/model/numbers.h"

namespace model {

int Ticks::count(int total) const
{
    return m_all ? qMax(0, total - int(m_list.size())) : int(m_list.size());
}

void Ticks::set(qint64 row, bool on)
{
    if (on != m_all)
        m_list.insert(row);
    else
        m_list.remove(row);
}

void Ticks::setAll()
{
    m_all = true;
    m_list.clear();
}

void Ticks::clear()
{
    m_all = false;
    m_list.clear();
}

void Ticks::follow(const store::NameIndex *before, const store::NameIndex &now)
{
    if (isEmpty())
        return;
    const Numbers there(now.rows());
    m_list.removeIf([&](qint64 row) { return !there.contains(row); });
    if (!m_all || !before)
        return;
    const Numbers then(before->rows());
    for (const qint64 row : now.rows())
        if (!then.contains(row))
            m_list.insert(row);
}

} // namespace model
