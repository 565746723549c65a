// SPDX-License-Identifier: GPL-3.0-or-later
// The strokes that the style, delegates and headers share: round boxes, tinted icons, tick boxes
// and the ring around what has the keyboard.
#pragma once

#include <QColor>
#include <QRect>
#include <QRectF>
#include <QRegion>
#include <QString>

class QPainter;
class QPalette;

namespace ui {

qreal cornerRadius();

// Filled and outlined where the colours are valid.
void roundBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
              qreal radius = cornerRadius());
// For windows with round corners where the screen may not blend them.
QRegion roundRegion(const QRect &rect, int radius);
QColor mixed(const QColor &a, const QColor &b, qreal share); // of b
// The icon `name` in `tint`, `size` pixels wide, in the middle of `in`.
void drawNamed(QPainter *painter, const QString &name, const QColor &tint, const QRect &in,
               int size);
int tickBoxSide();
// A tick box as everywhere: for delegates and headers.
void drawTickBox(QPainter *painter, const QRect &box, Qt::CheckState state, bool enabled,
                 const QPalette &palette);
// The ring around what has the keyboard.
void drawFocusRing(QPainter *painter, const QRectF &around, qreal radius, const QPalette &palette);

} // namespace ui
