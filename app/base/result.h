// SPDX-License-Identifier: GPL-3.0-or-later
// A value or an Error. Names as in std::expected (C++23), which GCC 12 does not have.
#pragma once

#include "app/base/error.h"

#include <utility>
#include <variant>

template <class T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    // Precondition: has_value().
    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T value_or(T other) const { return has_value() ? value() : std::move(other); }

    // Precondition: !has_value().
    const Error &error() const { return std::get<1>(m_state); }

    // f: T -> Result<U>; an error goes through untouched.
    template <class F>
    auto and_then(F &&f) const -> decltype(f(std::declval<const T &>()))
    {
        if (has_value())
            return f(value());
        return error();
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result()
        : m_state(std::in_place_index<0>)
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<std::monostate, Error> m_state;
};
