// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/enterkey.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace ui {

bool EnterKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter || key->isAutoRepeat() || (key->modifiers() & ~Qt::KeypadModifier))
        return QObject::eventFilter(watched, event);
    if (auto *tool = qobject_cast<QToolButton *>(watched); tool && tool->isEnabled()) {
        if (tool->menu() && tool->popupMode() == QToolButton::InstantPopup)
            tool->showMenu();
        else
            tool->click();
        return true;
    }
    if (auto *button = qobject_cast<QPushButton *>(watched); button && button->isEnabled()) {
        button->click();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui
