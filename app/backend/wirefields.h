// SPDX-License-Identifier: GPL-3.0-or-later
// Taking fields out of answers, leniently. For the dialects only.
#pragma once

#include "app/base/error.h"
#include "app/mail/json.h"

#include <QJsonObject>

namespace backend::wirefields {

inline Error strange(const char *what)
{
    return {Error::Kind::Protocol,
            QStringLiteral("The answer has %1 where one must be").arg(QLatin1String(what)),
            {},
            QStringLiteral("strange-answer"),
            0};
}

template <class T>
bool take(const QJsonObject &json, const char *key, T &member)
{
    const auto it = json.constFind(QLatin1String(key));
    return it != json.constEnd() && mail::fromJson(*it, member);
}

// null says nothing about a number or a flag.
template <class T>
void takeKnown(const QJsonObject &json, const char *key, std::optional<T> &member)
{
    const auto it = json.constFind(QLatin1String(key));
    T value{};
    if (it != json.constEnd() && !it->isNull() && mail::fromJson(*it, value))
        member = value;
}

// null says "" for a text and "never" for a time.
template <class T>
void takeOrEmpty(const QJsonObject &json, const char *key, std::optional<T> &member)
{
    T value{};
    if (take(json, key, value))
        member = value;
}

// 0 is how some answers write "never".
inline void takeTime(const QJsonObject &json, const char *key, std::optional<QDateTime> &member,
                     bool wasAskedFor)
{
    QDateTime at;
    if (take(json, key, at))
        member = at.isValid() && at.toSecsSinceEpoch() == 0 ? QDateTime() : at;
    else if (wasAskedFor && !json.contains(QLatin1String(key)))
        member = QDateTime();
}

inline qint64 idIn(const QJsonObject &json, const char *key)
{
    qint64 id = 0;
    return take(json, key, id) ? id : 0;
}

inline QString textIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

} // namespace backend::wirefields
