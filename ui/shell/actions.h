// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the program by id, with its text, icon and shortcut in one table: menus, buttons,
// the palette and the
// "?" overlay take them from here. A page adds its own while it is shown.
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

namespace ui {

class Actions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // `id` like "addresses.create"; it becomes the objectName. The action belongs to `owner` and
    // leaves with it.
    QAction *add(const QString &id, const QString &text, const QString &icon,
                 const QKeySequence &shortcut, QObject *owner);
    QAction *action(const QString &id) const;
    QList<QAction *> all() const; // living ones, in the order of registration

signals:
    void changed();

private:
    QList<QAction *> m_actions;
};

} // namespace ui
