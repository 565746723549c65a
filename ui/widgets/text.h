// SPDX-License-Identifier: GPL-3.0-or-later
// A label in one of the four sizes and a colour by meaning; wraps or is shortened when asked;
// selectable text is the page's wish.
#pragma once

#include "ui/widgets/theme.h"

#include <QLabel>

namespace ui {

// "a.very.long.name@example.org" -> "a.very…@example.org": the domain says whose it is. What stands
// after the address goes before that; what has no domain is shortened at its end.
QString elidedAddress(const QString &text, const QFontMetrics &metrics, int width);

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
    // Takes the room there is and no more; the whole text is in the tooltip when it does not fit.
    void setElided(bool elided);

    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void dressUp();

    Size m_size;
    QFont::Weight m_weight = QFont::Normal;
    Role m_role;
    bool m_dressing = false;
    bool m_elided = false;
};

} // namespace ui
