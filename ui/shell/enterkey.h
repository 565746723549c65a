// SPDX-License-Identifier: GPL-3.0-or-later
// Return and Enter press the button that the keyboard stands on, on every desktop: Qt leaves that
// to the platform, and some answer Space alone. Install it on the application.
#pragma once

#include <QObject>

namespace ui {

class EnterKey : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
