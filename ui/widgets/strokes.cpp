// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/strokes.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace ui {

qreal cornerRadius() { return scaled(6); }

void roundBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line, qreal r)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    // Half a pixel in, so that a one-pixel line falls onto pixels.
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), r, r);
    painter->restore();
}

QRegion roundRegion(const QRect &rect, int radius)
{
    const int d = 2 * radius;
    QRegion region(rect.adjusted(radius, 0, -radius, 0));
    region += rect.adjusted(0, radius, 0, -radius);
    for (const QPoint &corner : {rect.topLeft(), QPoint(rect.right() - d + 1, rect.top()),
                                 QPoint(rect.left(), rect.bottom() - d + 1),
                                 QPoint(rect.right() - d + 1, rect.bottom() - d + 1)})
        region += QRegion(QRect(corner, QSize(d, d)), QRegion::Ellipse);
    return region;
}

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

void drawNamed(QPainter *painter, const QString &name, const QColor &tint, const QRect &in,
               int size)
{
    const QRect at = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(size, size), in);
    painter->drawPixmap(at, iconPixmap(name, tint, size, painter->device()->devicePixelRatioF()));
}

int tickBoxSide() { return scaled(16); }

void drawTickBox(QPainter *painter, const QRect &box, Qt::CheckState state, bool enabled,
                 const QPalette &palette)
{
    const QColor outline = colour(Role::Outline, palette);
    const qreal r = scaled(4);
    if (state == Qt::Unchecked) {
        roundBox(painter, box, colour(enabled ? Role::Surface : Role::Hover, palette), outline, r);
        return;
    }
    const QColor fill = enabled ? colour(Role::Accent, palette) : outline;
    const QColor mark =
        enabled ? colour(Role::AccentText, palette) : colour(Role::Surface, palette);
    roundBox(painter, box, fill, fill, r);
    drawNamed(painter, state == Qt::Checked ? QStringLiteral("check") : QStringLiteral("minus"),
              mark, box, int(box.width() * 0.8));
}

void drawFocusRing(QPainter *painter, const QRectF &around, qreal r, const QPalette &palette)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour(Role::Accent, palette), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(around.adjusted(1, 1, -1, -1), r, r);
    painter->restore();
}

} // namespace ui
