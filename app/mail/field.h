// SPDX-License-Identifier: GPL-3.0-or-later
// Each entity tells its fields once, as a constexpr list; JSON, cache rows, differences, table
// columns and capability names all come from that list.
//
//   struct User {
//       qint64 id = 0;
//       std::optional<QString> email;
//       static constexpr auto kind = "user";
//       static constexpr auto fields() {
//           return std::tuple{Field{"id", &User::id, ReadOnly}, Field{"email", &User::email}};
//       }
//   };
//
// A member of type std::optional is *unknown* while empty: it is not written to JSON, it never
// differs, and reading an object that lacks it leaves it unknown. An unknown list is not an empty
// list.
#pragma once

#include "app/base/result.h"
#include "app/mail/json.h"

#include <QJsonObject>
#include <QStringList>

#include <tuple>

namespace mail {

enum FieldFlag : unsigned
{
    ReadOnly = 1, // the far side sets it; it is never part of a change
    Volatile = 2  // changes by itself (size, last login): no conflict when it is not what it was
};

template <class Object, class Value>
struct Field
{
    const char *name;
    Value Object::*member;
    unsigned flags = 0;
};

template <class Object, class Value>
Field(const char *, Value Object::*) -> Field<Object, Value>;
template <class Object, class Value>
Field(const char *, Value Object::*, FieldFlag) -> Field<Object, Value>;
template <class Object, class Value>
Field(const char *, Value Object::*, unsigned) -> Field<Object, Value>;

// An object with a kind and a list of fields.
template <class T>
concept Fielded = requires
{
    T::kind;
    T::fields();
};

// f(field) for every field, in order.
template <Fielded T, class F>
constexpr void eachField(F &&f)
{
    std::apply([&](const auto &...field) { (f(field), ...); }, T::fields());
}

template <Fielded T>
QStringList fieldNames()
{
    QStringList names;
    eachField<T>([&](const auto &field) { names.append(QLatin1String(field.name)); });
    return names;
}

// Known fields only.
template <Fielded T>
QJsonObject toJson(const T &object)
{
    QJsonObject json;
    eachField<T>([&](const auto &field) {
        const QJsonValue value = toJson(object.*(field.member));
        if (!value.isUndefined())
            json.insert(QLatin1String(field.name), value);
    });
    return json;
}

// Takes over the fields that `json` has; the others stay. Unknown names are ignored. Error:
// Protocol, naming the field.
template <Fielded T>
Result<void> patch(T &object, const QJsonObject &json)
{
    T copy = object;
    const char *wrong = nullptr;
    eachField<T>([&](const auto &field) {
        const auto it = json.constFind(QLatin1String(field.name));
        if (it == json.constEnd() || wrong)
            return;
        if (!fromJson(*it, copy.*(field.member)))
            wrong = field.name;
    });
    if (wrong)
        return Error{Error::Kind::Protocol,
                     QStringLiteral("%1: a value of the wrong type").arg(QLatin1String(wrong)),
                     QLatin1String(wrong),
                     {},
                     0};
    object = std::move(copy);
    return {};
}

template <Fielded T>
Result<T> read(const QJsonObject &json)
{
    T object;
    if (const auto done = patch(object, json); !done)
        return done.error();
    return object;
}

// The writable fields that are known in `to` and are not the same in `from`.
struct Difference
{
    QJsonObject before; // null where `from` did not know it
    QJsonObject after;
    bool isEmpty() const { return after.isEmpty(); }
};

template <Fielded T>
Difference differing(const T &from, const T &to)
{
    Difference d;
    eachField<T>([&](const auto &field) {
        if (field.flags & ReadOnly)
            return;
        const auto &a = from.*(field.member);
        const auto &b = to.*(field.member);
        if (a == b)
            return;
        const QJsonValue now = toJson(b);
        if (now.isUndefined())
            return;
        const QJsonValue was = toJson(a);
        d.before.insert(QLatin1String(field.name), was.isUndefined() ? QJsonValue() : was);
        d.after.insert(QLatin1String(field.name), now);
    });
    return d;
}

} // namespace mail
