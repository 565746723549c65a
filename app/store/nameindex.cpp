// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/nameindex.h"

#include <algorithm>
#include <cstring>
#include <future>
#include <string_view>
#include <thread>

namespace store {

namespace {

constexpr quint32 chunk = 16384; // rows between two looks at cancelled()
constexpr qsizetype worthTwoThreads = 200'000;

std::vector<std::string> wordsOf(const QString &filter)
{
    std::vector<std::string> words;
    for (const QString &word : filter.toLower().simplified().split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    // The longest first: it leaves the fewest rows for the others.
    std::sort(words.begin(), words.end(),
              [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return words;
}

// npos when `word` is not in text[from..).
size_t findWord(std::string_view text, const std::string &word, size_t from)
{
#ifdef __GLIBC__ // vectorised there, several times as fast
    const void *hit = memmem(text.data() + from, text.size() - from, word.data(), word.size());
    return hit ? size_t(static_cast<const char *>(hit) - text.data()) : std::string_view::npos;
#else
    return text.find(word, from);
#endif
}

} // namespace

void NameIndex::reserve(qsizetype rows, qsizetype bytes)
{
    m_rows.reserve(size_t(rows));
    m_starts.reserve(size_t(rows) + 1);
    m_traits.reserve(size_t(rows));
    m_text.reserve(bytes);
}

void NameIndex::append(qint64 row, const QString &text, const Traits &traits)
{
    QByteArray folded = text.toLower().toUtf8();
    folded.replace('\n', ' ');
    m_rows.push_back(row);
    m_traits.push_back(traits);
    m_told.merge(traits);
    m_starts.push_back(quint32(m_text.size()));
    m_text.append(folded);
    m_text.append('\n');
}

std::vector<quint32> NameIndex::find(const QString &filter, const TraitFilter &traits,
                                     const Progress &progress) const
{
    const auto words = wordsOf(filter);
    const auto count = quint32(size());
    if (words.empty()) {
        std::vector<quint32> found;
        found.reserve(traits.isEmpty() ? count : 0);
        for (quint32 i = 0; i < count; ++i)
            if (traits.matches(m_traits[i]))
                found.push_back(i);
        return found;
    }

    const auto startOf = [this, count](quint32 at) {
        return at < count ? size_t(m_starts[at]) : size_t(m_text.size());
    };
    const auto scan = [&](quint32 low, quint32 high) {
        std::vector<quint32> found;
        const std::string_view blob(m_text.constData(), size_t(m_text.size()));
        for (quint32 from = low; from < high; from += chunk) {
            if (progress.cancelled())
                return std::vector<quint32>();
            const quint32 to = std::min(high, from + chunk);
            const std::string_view part = blob.substr(0, startOf(to));
            quint32 row = from;
            size_t at = startOf(from);
            while (row < to && (at = findWord(part, words.front(), at)) != std::string_view::npos) {
                // Which row that is: gallop ahead, then step back down.
                quint32 step = 1;
                while (row + step < to && m_starts[row + step] <= at) {
                    row += step;
                    step *= 2;
                }
                for (; step; step /= 2)
                    if (row + step < to && m_starts[row + step] <= at)
                        row += step;
                const std::string_view text =
                    blob.substr(m_starts[row], startOf(row + 1) - m_starts[row]);
                if (traits.matches(m_traits[row]) &&
                    std::all_of(words.begin() + 1, words.end(), [text](const std::string &word) {
                        return text.find(word) != std::string_view::npos;
                    }))
                    found.push_back(row);
                ++row;
                at = startOf(row);
            }
        }
        return found;
    };

    if (count < worthTwoThreads || std::thread::hardware_concurrency() < 2) {
        auto found = scan(0, count);
        return progress.cancelled() ? std::vector<quint32>() : found;
    }
    auto second = std::async(std::launch::async, scan, count / 2, count);
    auto found = scan(0, count / 2);
    const auto rest = second.get();
    if (progress.cancelled())
        return {};
    found.insert(found.end(), rest.begin(), rest.end());
    return found;
}

qsizetype NameIndex::position(qint64 row) const
{
    const auto it = std::find(m_rows.begin(), m_rows.end(), row);
    return it == m_rows.end() ? -1 : qsizetype(it - m_rows.begin());
}

} // namespace store
