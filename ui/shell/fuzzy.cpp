// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace ui {

namespace {

// Insertions, deletions, substitutions and swaps of neighbours that make the typed word a beginning
// of `word`.
int slips(QStringView typed, QStringView word)
{
    const auto rows = size_t(typed.size()) + 1;
    const auto columns = size_t(word.size()) + 1;
    std::vector<std::vector<int>> cost(rows, std::vector<int>(columns));
    for (size_t i = 0; i < rows; ++i)
        cost[i][0] = int(i);
    for (size_t j = 0; j < columns; ++j)
        cost[0][j] = int(j);
    for (size_t i = 1; i < rows; ++i)
        for (size_t j = 1; j < columns; ++j) {
            const QChar a = typed.at(qsizetype(i) - 1);
            const QChar b = word.at(qsizetype(j) - 1);
            int best = std::min(
                {cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a == b ? 0 : 1)});
            if (i > 1 && j > 1 && a == word.at(qsizetype(j) - 2) && typed.at(qsizetype(i) - 2) == b)
                best = std::min(best, cost[i - 2][j - 2] + 1);
            cost[i][j] = best;
        }
    return *std::min_element(cost[rows - 1].begin(), cost[rows - 1].end());
}

bool inOrder(QStringView typed, QStringView text)
{
    qsizetype at = 0;
    for (const QChar c : text)
        if (at < typed.size() && typed.at(at) == c)
            ++at;
    return at == typed.size();
}

int wordScore(const QString &typed, const QString &text, const QStringList &words)
{
    int best = 0;
    for (const QString &word : words) {
        if (word == typed)
            best = std::max(best, 100);
        else if (word.startsWith(typed))
            best = std::max(best, 80);
        else if (typed.size() >= 4) {
            const int allowed = typed.size() >= 7 ? 2 : 1;
            const int n = slips(typed, word);
            // The first letter is rarely the wrong one.
            if (n <= allowed && word.startsWith(typed.at(0)))
                best = std::max(best, 50 - 10 * n);
        }
    }
    if (best < 60 && text.contains(typed))
        best = 60;
    if (best == 0 && typed.size() >= 3 && inOrder(typed, text))
        best = 15;
    return best;
}

} // namespace

int fuzzyScore(const QString &typed, const QString &text)
{
    const QString wanted = typed.simplified().toLower();
    if (wanted.isEmpty())
        return 1;
    const QString given = text.toLower();
    QString spaced = given;
    for (QChar &c : spaced)
        if (!c.isLetterOrNumber())
            c = u' ';
    const QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    int sum = given.startsWith(wanted) ? 50 : 0;
    const QStringList parts = wanted.split(u' ');
    for (const QString &part : parts) {
        const int score = wordScore(part, given, words);
        if (score == 0)
            return 0;
        sum += score;
    }
    return sum;
}

} // namespace ui
