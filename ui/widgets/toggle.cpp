// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toggle.h"

#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

namespace {

int trackWidth() { return scaled(32); }
int trackHeight() { return scaled(18); }

} // namespace

Toggle::Toggle(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_on(tr("Allowed"))
    , m_off(tr("Blocked"))
    , m_unknownText(tr("Not known"))
{
    setCheckable(true);
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QAbstractButton::toggled, this, &Toggle::tellName);
    tellName();
}

void Toggle::setStateTexts(const QString &on, const QString &off, const QString &unknown)
{
    m_on = on;
    m_off = off;
    if (!unknown.isEmpty())
        m_unknownText = unknown;
    tellName();
    updateGeometry();
    update();
}

QString Toggle::stateText() const { return m_unknown ? m_unknownText : isChecked() ? m_on : m_off; }

void Toggle::setUnknown(bool unknown)
{
    m_unknown = unknown;
    tellName();
    update();
}

void Toggle::setPending(bool pending)
{
    m_pending = pending;
    update();
}

void Toggle::setOn(bool on)
{
    const QSignalBlocker quiet(this);
    m_unknown = false;
    setChecked(on);
    tellName();
    update();
}

void Toggle::tellName()
{
    // "Send emails: allowed"
    setAccessibleName(text().isEmpty() ? stateText() : tr("%1: %2").arg(text(), stateText()));
}

void Toggle::checkStateSet()
{
    m_unknown = false;
    QAbstractButton::checkStateSet();
    tellName();
}

void Toggle::nextCheckState()
{
    if (m_unknown) {
        m_unknown = false;
        if (isChecked()) {
            emit toggled(true);
            return;
        }
    }
    QAbstractButton::nextCheckState();
    tellName();
}

QSize Toggle::sizeHint() const
{
    const QFontMetrics metrics(font());
    int words = 0;
    for (const QString &state : {m_on, m_off, m_unknownText})
        words = qMax(words, metrics.horizontalAdvance(state));
    int width = trackWidth() + grid() + words + scaled(8);
    if (!text().isEmpty())
        width += metrics.horizontalAdvance(text()) + grid(3);
    return {width, scaled(28)};
}

QSize Toggle::minimumSizeHint() const { return sizeHint(); }

void Toggle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &p = palette();
    const bool enabled = isEnabled();
    const bool on = isChecked() && !m_unknown;

    // Words left, state and switch right: a column of them lines up on its own.
    QFont own = font();
    if (m_pending)
        own.setWeight(QFont::DemiBold);
    painter.setFont(own);
    const QFontMetrics metrics(own);
    const int stateWidth =
        std::max({metrics.horizontalAdvance(m_on), metrics.horizontalAdvance(m_off),
                  metrics.horizontalAdvance(m_unknownText)});
    const int right = width() - scaled(4);
    const QRectF track(right - trackWidth(), (height() - trackHeight()) / 2.0, trackWidth(),
                       trackHeight());
    const QRect state(int(track.left()) - grid() - stateWidth, 0, stateWidth, height());
    const QRect words(scaled(4), 0, state.left() - grid() - scaled(4), height());
    painter.setPen(colour(enabled ? Role::Text : Role::Muted, p));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text(), Qt::ElideRight, words.width()));
    painter.setPen(colour(Role::Muted, p));
    painter.drawText(state, Qt::AlignRight | Qt::AlignVCenter, stateText());

    const qreal r = track.height() / 2;
    const QColor fill = m_unknown ? colour(Role::Hover, p)
                        : on      ? colour(enabled ? Role::Accent : Role::Outline, p)
                                  : colour(Role::Surface, p);
    QPen line(on ? fill : colour(Role::Outline, p), 1);
    if (m_unknown)
        line.setStyle(Qt::DashLine);
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), r, r);
    const qreal knob = track.height() - scaled(6);
    const qreal x = m_unknown ? track.center().x() - knob / 2
                    : on      ? track.right() - knob - scaled(3)
                              : track.left() + scaled(3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(on ? colour(Role::AccentText, p) : colour(Role::Outline, p));
    painter.drawEllipse(QRectF(x, track.center().y() - knob / 2, knob, knob));
    if (hasFocus())
        drawFocusRing(&painter, track.adjusted(-scaled(3), -scaled(3), scaled(3), scaled(3)),
                      r + scaled(3), p);
}

} // namespace ui
