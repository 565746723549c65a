// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of HostingApi that change things share: is it still what the writer saw, and what
// is it now? For hosting*.cpp only.
#pragma once

#include "app/backend/hostingapi.h"

#include <algorithm>
#include <initializer_list>

namespace backend {

inline QByteArray number(qint64 n) { return QByteArray::number(n); }

inline bool isKind(const mail::Ref &ref, const char *kind)
{
    return ref.kind == QLatin1String(kind);
}

inline Error notOffered(const QString &field, const QString &detail)
{
    return {Error::Kind::Unsupported, detail, field, QStringLiteral("not-offered"), 0};
}

inline Error strange(const QString &what)
{
    return {Error::Kind::Protocol, what, {}, QStringLiteral("strange-answer"), 0};
}

// A field that the far side has no word for is refused, never left out.
inline std::optional<Error> strayField(const mail::Change &change,
                                       std::initializer_list<const char *> known)
{
    for (auto it = change.after.constBegin(); it != change.after.constEnd(); ++it) {
        const bool isKnown = std::any_of(known.begin(), known.end(), [&](const char *name) {
            return it.key() == QLatin1String(name);
        });
        if (!isKnown)
            return notOffered(it.key(), QStringLiteral("\"%1\" cannot be set").arg(it.key()));
    }
    return {};
}

template <class T>
bool isSame(const T &now, const T &seen)
{
    return now == seen;
}

// A right that either side does not know tells nothing.
inline bool isSame(const std::optional<mail::Rights> &now, const std::optional<mail::Rights> &seen)
{
    if (!now || !seen)
        return true;
    return std::all_of(mail::allRights().begin(), mail::allRights().end(), [&](mail::Right right) {
        const auto a = now->get(right);
        const auto b = seen->get(right);
        return !a || !b || *a == *b;
    });
}

// Is the object still what the writer saw? Compared is what both know and what does not move by
// itself. Conflict, naming the field.
template <mail::Fielded T>
std::optional<Error> conflict(const T &now, const QJsonObject &before)
{
    QJsonObject known = before;
    for (const QString &name : before.keys())
        if (before.value(name).isNull()) // was not known when it was written down
            known.remove(name);
    known.remove(QStringLiteral("version"));
    T seen = now;
    if (const auto read = mail::patch(seen, known); !read)
        return read.error();
    std::optional<Error> error;
    mail::eachField<T>([&](const auto &field) {
        const QLatin1String name(field.name);
        if (error || (field.flags & mail::Volatile) || !known.contains(name))
            return;
        const auto &current = now.*(field.member);
        if (mail::toJson(current).isUndefined()) // this answer does not have it
            return;
        if (!isSame(current, seen.*(field.member)))
            error = Error{Error::Kind::Conflict,
                          QStringLiteral("\"%1\" is no longer what it was").arg(name), name,
                          QStringLiteral("changed-meanwhile"), 0};
    });
    return error;
}

// The wish's fields with the values that the far side then had.
template <mail::Fielded T>
mail::Change effectiveUpdate(const mail::Change &wish, const T &now)
{
    mail::Change effective = wish;
    const QJsonObject json = mail::toJson(now);
    const QStringList names = wish.after.keys();
    for (const QString &name : names)
        if (json.contains(name))
            effective.after.insert(name, json.value(name));
    const QString label = wish.object.label;
    effective.object = refOf(now);
    if (effective.object.label.isEmpty())
        effective.object.label = label;
    return effective;
}

template <mail::Fielded T>
mail::Change effectiveCreation(const T &now)
{
    return {mail::Verb::Create, refOf(now), {}, mail::toJson(now)};
}

// Sends a change to an object that exists, and never over what somebody else did meanwhile. Our
// daemon compares the version that the writer saw; where there is none, or the version moved for a
// reason that does not touch this change, the object is read again and compared here.
template <mail::Fielded T>
Result<Answer> HostingApi::guarded(const mail::Change &change, Ask ask,
                                   const std::function<Result<T>()> &read, Progress &progress)
{
    if (!isPublished() && change.object.version > 0) {
        ask.ifMatch = change.object.version;
        auto answer = send(ask, progress);
        if (answer || answer.error().kind != Error::Kind::Conflict)
            return answer;
        const QString &code = answer.error().code;
        if (!code.isEmpty() && code != u"conflict") // a refusal that no newer version mends
            return answer;
    }
    const auto now = read();
    if (!now)
        return now.error();
    if (auto differs = conflict(*now, change.before))
        return *differs;
    ask.ifMatch = isPublished() ? 0 : refOf(*now).version;
    return send(ask, progress);
}

} // namespace backend
