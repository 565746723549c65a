// SPDX-License-Identifier: GPL-3.0-or-later
// A label in one of the four sizes and a colour by meaning; wraps when asked; selectable text is
// the page's wish.
#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

namespace ui {

class Text : public QLabel
{
    Q_OBJECT

public:
    explicit Text(const QString &text = {}, Size size = Size::Body, Role role = Role::Text,
                  QWidget *parent = nullptr);
    static Text *title(const QString &text, QWidget *parent = nullptr);
    static Text *section(const QString &text, QWidget *parent = nullptr);
    static Text *muted(const QString &text, QWidget *parent = nullptr);

    void setRole(Role role);
    void setSize(Size size, QFont::Weight weight = QFont::Normal);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dressUp();

    Size m_size;
    QFont::Weight m_weight = QFont::Normal;
    Role m_role;
    bool m_dressing = false;
};

} // namespace ui
