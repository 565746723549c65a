// SPDX-License-Identifier: GPL-3.0-or-later
// The one type for intent: what shall be different, and what it is now. `before` gives preview,
// conflict, undo, journal and audit; `inverse` gives undo.
#pragma once

#include "app/mail/field.h"
#include "app/mail/ref.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace mail {

enum class Verb
{
    Create,
    Update,
    Remove
};

template <>
struct Words<Verb>
{
    static constexpr std::array<std::pair<Verb, const char *>, 3> list{
        {{Verb::Create, "create"}, {Verb::Update, "update"}, {Verb::Remove, "remove"}}};
};

// Create: `before` empty. Update: the same names in both. Remove: `after` empty, `before` all that
// is known. A password never stands in it: "password": "set" says that one is made, the value
// travels as a Secret.
struct Change
{
    Verb verb = Verb::Update;
    Ref object;
    QJsonObject before;
    QJsonObject after;

    Change inverse() const; // Create <-> Remove, before <-> after
    bool isEmpty() const { return verb == Verb::Update && after.isEmpty(); }
    bool operator==(const Change &) const = default;
};

QJsonObject toJson(const Change &change);
Result<Change> changeFromJson(const QJsonObject &json);

// Ordered changes with a title: bulk edit, wizard, import and undo each end in one set.
struct ChangeSet
{
    QString title; // a translated sentence: "Delete 3 addresses"
    QList<Change> changes;

    ChangeSet inverse() const; // inverses in reverse order, same title
    bool operator==(const ChangeSet &) const = default;
};

QJsonObject toJson(const ChangeSet &set);
Result<ChangeSet> changeSetFromJson(const QJsonObject &json);

// What a page calls: the original and the edited copy; the reference comes from the original (refOf
// beside the type).
template <Fielded T>
Change difference(const T &from, const T &to)
{
    auto d = differing(from, to);
    return {Verb::Update, refOf(from), std::move(d.before), std::move(d.after)};
}

template <Fielded T>
Change creation(const T &object)
{
    return {Verb::Create, refOf(object), {}, differing(T{}, object).after};
}

template <Fielded T>
Change removal(const T &object)
{
    return {Verb::Remove, refOf(object), toJson(object), {}};
}

} // namespace mail
