// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segments.h"

#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace ui {

namespace {

class Segment final : public QAbstractButton
{
public:
    // `says`: drawn so that it is seen; the first is what is usual.
    Segment(bool says, QWidget *parent)
        : QAbstractButton(parent)
        , m_says(says)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setWeight(QFont::Medium); // as the chosen one, so that nothing moves
        return {QFontMetrics(bold).horizontalAdvance(text()) + grid(2), scaled(26)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QPalette &p = palette();
        if (isChecked())
            roundBox(&painter, rect(),
                     colour(isEnabled() && m_says ? Role::AccentSoft : Role::Hover, p), {});
        else if (isEnabled() && underMouse())
            roundBox(&painter, rect(), colour(Role::Hover, p), {});
        QFont words = font();
        if (isChecked())
            words.setWeight(QFont::Medium);
        painter.setFont(words);
        painter.setPen(colour(!isEnabled()  ? Role::Outline
                              : isChecked() ? Role::Text
                                            : Role::Muted,
                              p));
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus())
            drawFocusRing(&painter, rect(), cornerRadius(), p);
    }

private:
    bool m_says;
};

} // namespace

Segments::Segments(const QString &name, const QString &label, const QStringList &words,
                   QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(name);
    setAccessibleName(label);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(2, 2, 2, 2);
    line->setSpacing(2);
    for (int at = 0; at < words.size(); ++at) {
        auto *segment = new Segment(at > 0, this);
        segment->setObjectName(QStringLiteral("%1.%2").arg(name).arg(at));
        segment->setText(words.at(at));
        segment->setAccessibleName(QStringLiteral("%1: %2").arg(label, words.at(at)));
        m_group->addButton(segment, at);
        line->addWidget(segment, 1);
    }
    m_group->button(0)->setChecked(true);
    setFocusProxy(m_group->button(0));
    connect(m_group, &QButtonGroup::idToggled, this, [this](int at, bool on) {
        if (!on)
            return;
        setFocusProxy(m_group->button(at));
        emit changed(at);
    });
}

int Segments::chosen() const { return m_group->checkedId(); }

void Segments::choose(int at)
{
    const QSignalBlocker quiet(this);
    if (auto *segment = m_group->button(at))
        segment->setChecked(true);
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    roundBox(&painter, rect(), colour(Role::Surface, palette()), colour(Role::Line, palette()),
             cornerRadius() + 2);
}

} // namespace ui
