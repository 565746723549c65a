// SPDX-License-Identifier: GPL-3.0-or-later
// Which changes are meant for which object of a service: found at once, however many there are. UI
// thread.
#pragma once

#include "app/mail/change.h"
#include "app/store/cache.h"

#include <QHash>
#include <QMap>

#include <utility>

namespace ui {

class Pending
{
public:
    void add(const store::Scope &scope, const QList<mail::Change> &changes);
    // Each as often as it is named; what was not added is passed over.
    void remove(const store::Scope &scope, const QList<mail::Change> &changes);
    void set(const store::Scope &scope, const QList<mail::Change> &changes); // instead of all

    QList<mail::Change> all(const store::Scope &scope) const; // in the order they were added
    QList<mail::Change> of(const store::Scope &scope, const mail::Ref &object) const;
    QList<mail::Change> ofKind(const store::Scope &scope, const QString &kind) const;
    int count(const store::Scope &scope) const;
    int count() const;

private:
    struct Part // one service
    {
        QMap<quint64, mail::Change> changes; // by turn
        QHash<mail::Ref, QList<quint64>> turns;
    };
    static std::pair<QString, qint64> key(const store::Scope &scope);

    QHash<std::pair<QString, qint64>, Part> m_parts;
    quint64 m_turn = 0;
};

} // namespace ui
