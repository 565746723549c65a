// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/popover.h"

#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace ui {

Popover::Popover(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
{
    setAttribute(Qt::WA_TranslucentBackground); // round corners
}

void Popover::openUnder(QWidget *anchor)
{
    m_before = anchor->window()->focusWidget();
    if (!m_before)
        m_before = anchor;
    adjustSize();
    const QRect under(anchor->mapToGlobal(QPoint()), anchor->size());
    const QRect screen = anchor->screen()->availableGeometry();
    QRect place(QPoint(under.right() - width() + 1, under.bottom() + scaled(4)), size());
    if (place.bottom() > screen.bottom())
        place.moveBottom(qMax(screen.top() + height() - 1, under.top() - scaled(4)));
    place.moveLeft(
        qBound(screen.left(), place.left(), qMax(screen.left(), screen.right() - width() + 1)));
    move(place.topLeft());
    show();
    if (QWidget *first = nextInFocusChain(); first && isAncestorOf(first))
        first->setFocus(Qt::PopupFocusReason);
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPalette &p = palette();
    roundBox(&painter, rect(), colour(Role::Raised, p),
             mixed(colour(Role::Line, p), colour(Role::Outline, p), 0.25), scaled(8));
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

// Where the screen does not blend windows the corners would be black.
void Popover::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    setMask(roundRegion(rect(), scaled(8)));
}

void Popover::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::PopupFocusReason);
    emit closed();
}

} // namespace ui
