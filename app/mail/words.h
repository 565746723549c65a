// SPDX-License-Identifier: GPL-3.0-or-later
// Enumerations that travel as words, each with its list of words in one place.
#pragma once

#include <QLatin1String>
#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace mail {

// An enumeration specialises this with: static constexpr std::array<std::pair<E, const char *>, n>
// list.
template <class E>
struct Words;

template <class E>
concept Worded = requires
{
    Words<E>::list;
};

template <Worded E>
QLatin1String word(E value)
{
    for (const auto &[v, text] : Words<E>::list)
        if (v == value)
            return QLatin1String(text);
    return {};
}

template <Worded E>
std::optional<E> fromWord(QStringView text)
{
    for (const auto &[v, w] : Words<E>::list)
        if (text == QLatin1String(w))
            return v;
    return {};
}

} // namespace mail
