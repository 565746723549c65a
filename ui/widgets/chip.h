// SPDX-License-Identifier: GPL-3.0-or-later
// A state or a fact in a small rounded field: icon, word and colour together.
#pragma once

#include "ui/widgets/theme.h"

#include <QWidget>

namespace ui {

class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &text = {}, Role role = Role::Muted, const QString &icon = {},
                  QWidget *parent = nullptr);

    void set(const QString &text, Role role, const QString &icon = {});
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // The same look inside a table cell or a delegate; returns the width that was used.
    static int draw(QPainter &painter, const QRect &in, const QString &text, Role role,
                    const QString &icon, const QPalette &palette, qreal devicePixelRatio);
    static int widthOf(const QString &text, const QString &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Role m_role;
    QString m_icon;
};

} // namespace ui
