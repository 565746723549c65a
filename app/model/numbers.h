// SPDX-License-Identifier: GPL-3.0-or-later
// A set of row numbers that is asked a million times.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace model {

// Which numbers are in a list; numbers are dense, so that a bit for each is the quickest.
class Numbers
{
public:
    explicit Numbers(const std::vector<qint64> &list)
    {
        if (list.empty())
            return;
        const auto [low, high] = std::minmax_element(list.begin(), list.end());
        m_low = *low;
        if (quint64(*high - *low) < quint64(list.size()) * 64 + 1'000'000) {
            m_bits.resize(size_t(*high - *low) + 1);
            for (const qint64 n : list)
                m_bits[size_t(n - m_low)] = true;
        } else {
            m_set.insert(list.begin(), list.end());
        }
    }
    bool contains(qint64 n) const
    {
        if (!m_bits.empty())
            return n >= m_low && size_t(n - m_low) < m_bits.size() && m_bits[size_t(n - m_low)];
        return m_set.count(n) > 0;
    }

private:
    qint64 m_low = 0;
    std::vector<bool> m_bits;
    std::unordered_set<qint64> m_set;
};

} // namespace model
