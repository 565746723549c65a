// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/change.h"

#include <QJsonArray>

#include <algorithm>

namespace mail {

Change Change::inverse() const
{
    const Verb back = verb == Verb::Create   ? Verb::Remove
                      : verb == Verb::Remove ? Verb::Create
                                             : Verb::Update;
    return {back, object, after, before};
}

QJsonObject toJson(const Change &change)
{
    return {{QStringLiteral("verb"), QString(word(change.verb))},
            {QStringLiteral("object"), toJson(change.object)},
            {QStringLiteral("before"), change.before},
            {QStringLiteral("after"), change.after}};
}

Result<Change> changeFromJson(const QJsonObject &json)
{
    const auto verb = fromWord<Verb>(json.value(u"verb").toString());
    if (!verb)
        return Error{Error::Kind::Protocol,
                     QStringLiteral("A change without a known verb"),
                     QStringLiteral("verb"),
                     {},
                     0};
    return Change{*verb, refFromJson(json.value(u"object").toObject()),
                  json.value(u"before").toObject(), json.value(u"after").toObject()};
}

ChangeSet ChangeSet::inverse() const
{
    ChangeSet back{title, {}};
    back.changes.reserve(changes.size());
    std::for_each(changes.crbegin(), changes.crend(),
                  [&](const Change &c) { back.changes.append(c.inverse()); });
    return back;
}

QJsonObject toJson(const ChangeSet &set)
{
    QJsonArray list;
    for (const Change &change : set.changes)
        list.append(toJson(change));
    return {{QStringLiteral("title"), set.title}, {QStringLiteral("changes"), list}};
}

Result<ChangeSet> changeSetFromJson(const QJsonObject &json)
{
    ChangeSet set{json.value(u"title").toString(), {}};
    for (const QJsonValue item : json.value(u"changes").toArray()) {
        const auto change = changeFromJson(item.toObject());
        if (!change)
            return change.error();
        set.changes.append(*change);
    }
    return set;
}

} // namespace mail
