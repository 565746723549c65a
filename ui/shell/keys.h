// SPDX-License-Identifier: GPL-3.0-or-later
// "?": every key at a glance, from the actions themselves and from what tables understand.
#pragma once

#include <QDialog>

namespace ui {

class Actions;

class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const Actions &actions, QWidget *parent);
};

} // namespace ui
