// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chipbar.h"

#include "ui/widgets/flow.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace ui {

namespace {

class FilterChip final : public QAbstractButton
{
public:
    explicit FilterChip(QWidget *parent)
        : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + crossSide() + scaled(30), scaled(26)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QPalette &p = palette();
        const bool isOver = underMouse() || isDown();
        roundBox(&painter, rect(), colour(Role::AccentSoft, p),
                 isOver ? colour(Role::Accent, p) : QColor(), height() / 2.0);
        painter.setPen(colour(Role::Text, p));
        QRect words = rect().adjusted(scaled(12), 0, -crossSide() - scaled(14), 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        const QRect cross(width() - crossSide() - scaled(9), 0, crossSide(), height());
        drawNamed(&painter, QStringLiteral("x"), colour(isOver ? Role::Text : Role::Muted, p),
                  cross, crossSide());
        if (hasFocus())
            drawFocusRing(&painter, rect(), height() / 2.0, p);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            click();
            break;
        default:
            QAbstractButton::keyPressEvent(event);
        }
    }

private:
    static int crossSide() { return scaled(13); }
};

} // namespace

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new Flow(this);
    flow->setContentsMargins(grid(3), 0, grid(3), grid(1.5));
    flow->setSpacing(grid(0.75));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Filters that are on"));
    hide();
}

void ChipBar::set(const QList<Item> &items)
{
    if (items == m_items)
        return;
    int focused = -1;
    for (int at = 0; at < m_chips.size(); ++at)
        if (m_chips.at(at)->hasFocus())
            focused = at;
    m_items = items;
    make();
    setVisible(!m_items.isEmpty());
    if (focused < 0)
        return;
    if (m_items.isEmpty())
        emit emptied();
    else
        m_chips.at(qMin(focused, int(m_items.size()) - 1))->setFocus(Qt::TabFocusReason);
}

void ChipBar::make()
{
    for (QWidget *chip : qAsConst(m_chips)) {
        layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one whose click led here
    }
    m_chips.clear();
    for (const Item &item : qAsConst(m_items)) {
        auto *chip = new FilterChip(this);
        chip->setObjectName(QStringLiteral("chip.") + item.id);
        chip->setText(item.text);
        chip->setAccessibleName(tr("Take away the filter “%1”").arg(item.text));
        chip->setToolTip(chip->accessibleName());
        connect(chip, &QAbstractButton::clicked, this,
                [this, id = item.id] { emit removeWanted(id); });
        m_chips.append(chip);
    }
    if (!m_items.isEmpty()) {
        auto *clear = new QPushButton(tr("Clear all"), this);
        clear->setObjectName(QStringLiteral("chip.clear"));
        clear->setAccessibleName(tr("Take away all filters"));
        clear->setFixedHeight(scaled(26));
        setWeight(clear, Weight::Quiet);
        connect(clear, &QPushButton::clicked, this, &ChipBar::clearWanted);
        m_chips.append(clear);
    }
    QWidget *before = nullptr;
    for (QWidget *chip : qAsConst(m_chips)) {
        layout()->addWidget(chip);
        chip->show();
        if (before)
            setTabOrder(before, chip);
        before = chip;
    }
    updateGeometry();
}

} // namespace ui
