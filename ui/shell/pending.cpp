// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pending.h"

#include <algorithm>

namespace ui {

std::pair<QString, qint64> Pending::key(const store::Scope &scope)
{
    return {scope.account, scope.service};
}

void Pending::add(const store::Scope &scope, const QList<mail::Change> &changes)
{
    if (changes.isEmpty())
        return;
    Part &part = m_parts[key(scope)];
    for (const mail::Change &change : changes) {
        part.turns[change.object].append(m_turn);
        part.changes.insert(part.changes.cend(), m_turn++, change);
    }
}

void Pending::remove(const store::Scope &scope, const QList<mail::Change> &changes)
{
    const auto part = m_parts.find(key(scope));
    if (part == m_parts.end())
        return;
    for (const mail::Change &change : changes) {
        const auto turns = part->turns.find(change.object);
        if (turns == part->turns.end())
            continue;
        const auto turn = std::find_if(turns->cbegin(), turns->cend(), [&](quint64 known) {
            return *part->changes.constFind(known) == change;
        });
        if (turn == turns->cend())
            continue;
        part->changes.remove(*turn);
        turns->erase(turn);
        if (turns->isEmpty())
            part->turns.erase(turns);
    }
    if (part->changes.isEmpty())
        m_parts.erase(part);
}

void Pending::set(const store::Scope &scope, const QList<mail::Change> &changes)
{
    m_parts.remove(key(scope));
    add(scope, changes);
}

QList<mail::Change> Pending::all(const store::Scope &scope) const
{
    const auto part = m_parts.constFind(key(scope));
    return part == m_parts.cend() ? QList<mail::Change>() : part->changes.values();
}

QList<mail::Change> Pending::of(const store::Scope &scope, const mail::Ref &object) const
{
    QList<mail::Change> list;
    if (const auto part = m_parts.constFind(key(scope)); part != m_parts.cend())
        for (const quint64 turn : part->turns.value(object))
            list.append(*part->changes.constFind(turn));
    return list;
}

QList<mail::Change> Pending::ofKind(const store::Scope &scope, const QString &kind) const
{
    QList<mail::Change> list;
    if (const auto part = m_parts.constFind(key(scope)); part != m_parts.cend())
        std::copy_if(part->changes.cbegin(), part->changes.cend(), std::back_inserter(list),
                     [&](const mail::Change &change) { return change.object.kind == kind; });
    return list;
}

int Pending::count(const store::Scope &scope) const
{
    const auto part = m_parts.constFind(key(scope));
    return part == m_parts.cend() ? 0 : int(part->changes.size());
}

int Pending::count() const
{
    qsizetype count = 0;
    for (const Part &part : m_parts)
        count += part.changes.size();
    return int(count);
}

} // namespace ui
