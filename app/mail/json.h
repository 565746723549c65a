// SPDX-License-Identifier: GPL-3.0-or-later
// Values to JSON and back. Reading is lenient where the providers are (a flag may come as true, 1
// or "1"; a time as seconds since 1970 in a number or a string); it is strict about what cannot be
// meant.
#pragma once

#include "app/mail/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace mail {

QJsonValue toJson(const QString &value);
QJsonValue toJson(bool value);
QJsonValue toJson(int value);
QJsonValue toJson(qint64 value);
QJsonValue toJson(const QDateTime &value); // seconds since 1970; null when invalid ("never")
QJsonValue toJson(const QStringList &value);

// false: the value cannot be meant as that type, `out` is untouched. null reads as empty text,
// never, or 0.
[[nodiscard]] bool fromJson(const QJsonValue &value, QString &out);
[[nodiscard]] bool fromJson(const QJsonValue &value, bool &out);
[[nodiscard]] bool fromJson(const QJsonValue &value, int &out);
[[nodiscard]] bool fromJson(const QJsonValue &value, qint64 &out);
[[nodiscard]] bool fromJson(const QJsonValue &value, QDateTime &out);
[[nodiscard]] bool fromJson(const QJsonValue &value, QStringList &out);

template <Worded E>
QJsonValue toJson(E value)
{
    return QString(word(value));
}

template <Worded E>
[[nodiscard]] bool fromJson(const QJsonValue &value, E &out)
{
    const auto known = fromWord<E>(value.toString());
    if (!known)
        return false;
    out = *known;
    return true;
}

// nullopt = not known. It is left out of objects altogether; see field.h.
template <class T>
QJsonValue toJson(const std::optional<T> &value)
{
    return value ? toJson(*value) : QJsonValue(QJsonValue::Undefined);
}

template <class T>
[[nodiscard]] bool fromJson(const QJsonValue &value, std::optional<T> &out)
{
    if constexpr (Worded<T>) { // no word means "none of them"
        if (value.isNull()) {
            out.reset();
            return true;
        }
    }
    T inner{};
    if (!fromJson(value, inner))
        return false;
    out = std::move(inner);
    return true;
}

} // namespace mail
