// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that is so: its name small above, its value below. Several stand side by side in a
// Flow.
#pragma once

#include "ui/widgets/text.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

class Fact : public QWidget
{
    Q_OBJECT

public:
    // The value's label has the object name `name`.
    Fact(const QString &label, const QString &name, QWidget *parent = nullptr);

    void setValue(const QString &value, const QString &toolTip = {});
    void setTone(Role role); // of the value
    void addBeside(QWidget *widget);

private:
    QString m_label;
    Text *m_value;
    QHBoxLayout *m_line;
};

} // namespace ui
