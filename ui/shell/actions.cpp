// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/widgets/icons.h"

#include <QWidget>

namespace ui {

QAction *Actions::add(const QString &id, const QString &text, const QString &iconName,
                      const QKeySequence &shortcut, QObject *owner)
{
    auto *action = new QAction(icon(iconName), text, owner);
    action->setObjectName(id);
    action->setProperty("iconName", iconName);
    action->setShortcut(shortcut);
    action->setShortcutVisibleInContextMenu(true);
    // Keys work while the owner is seen: a page's only while it is shown.
    if (auto *widget = qobject_cast<QWidget *>(owner))
        widget->addAction(action);
    m_actions.append(action);
    connect(action, &QObject::destroyed, this, [this, action] {
        m_actions.removeOne(action);
        emit changed();
    });
    emit changed();
    return action;
}

QAction *Actions::action(const QString &id) const
{
    // The latest counts: a page that is shown again registers anew while the old one goes.
    for (auto it = m_actions.crbegin(); it != m_actions.crend(); ++it)
        if ((*it)->objectName() == id)
            return *it;
    return nullptr;
}

QList<QAction *> Actions::all() const { return m_actions; }

} // namespace ui
