// SPDX-License-Identifier: GPL-3.0-or-later
// How the style draws; its measures are in style.cpp.
#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {

struct ButtonColours
{
    QColor fill;
    QColor line;
    QColor text;
};

ButtonColours coloursOf(const QStyleOption *option, Weight weight)
{
    const QPalette &p = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = enabled && (option->state & QStyle::State_MouseOver);
    const QColor text = colour(Role::Text, p);
    if (!enabled) {
        if (weight == Weight::Quiet)
            return {{}, {}, colour(Role::Outline, p)};
        return {colour(Role::Hover, p), colour(Role::Line, p), colour(Role::Outline, p)};
    }
    switch (weight) {
    case Weight::Primary: {
        const QColor accent = colour(Role::Accent, p);
        const QColor fill = down   ? mixed(accent, text, 0.20)
                            : over ? mixed(accent, text, 0.10)
                                   : accent;
        return {fill, fill, colour(Role::AccentText, p)};
    }
    case Weight::Danger: {
        const QColor bad = colour(Role::Bad, p);
        const QColor fill = down ? mixed(bad, text, 0.20) : over ? mixed(bad, text, 0.10) : bad;
        return {fill, fill, colour(Role::BadText, p)};
    }
    case Weight::Quiet:
        // Its own ButtonText, where it was given one: the red link.
        return {down   ? colour(Role::Line, p)
                : over ? colour(Role::Hover, p)
                       : QColor(),
                {},
                p.color(QPalette::ButtonText)};
    case Weight::Usual:
        break;
    }
    const QColor raised = colour(Role::Raised, p);
    return {down   ? colour(Role::Line, p)
            : over ? colour(Role::Hover, p)
                   : raised,
            over || down ? mixed(colour(Role::Line, p), colour(Role::Outline, p), 0.6)
                         : mixed(colour(Role::Line, p), colour(Role::Outline, p), 0.3),
            text};
}

// What the bar stands beside: a page, a table, a dialog.
QColor groundOf(const QWidget *bar, const QPalette &palette)
{
    for (const QWidget *w = bar ? bar->parentWidget() : nullptr; w; w = w->parentWidget())
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(w)) {
            const QWidget *viewport = area->viewport();
            return viewport->palette().color(viewport->backgroundRole());
        }
    return palette.color(QPalette::Window);
}

// On a filled button within its edge, in the colour of its word: the accent would not be seen.
void drawButtonFocus(QPainter *painter, const QStyleOption *option, Weight weight)
{
    const bool isFilled = (weight == Weight::Primary || weight == Weight::Danger) &&
                          (option->state & QStyle::State_Enabled);
    if (!isFilled) {
        drawFocusRing(painter, option->rect, cornerRadius(), option->palette);
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(coloursOf(option, weight).text, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(3, 3, -3, -3), cornerRadius() - 2,
                             cornerRadius() - 2);
    painter->restore();
}

bool hasKeyboardFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) &&
           (option->state & QStyle::State_KeyboardFocusChange);
}

} // namespace

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const QPalette &p = option->palette;
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto c = coloursOf(option, weightOf(widget));
        roundBox(painter, option->rect, c.fill, c.line);
        return;
    }
    case PE_PanelButtonTool: {
        const bool enabled = option->state & State_Enabled;
        const bool raised = !(option->state & State_AutoRaise);
        QColor fill;
        if (option->state & (State_Sunken | State_On))
            fill = colour(Role::Line, p);
        else if (enabled && (option->state & State_MouseOver))
            fill = colour(Role::Hover, p);
        else if (raised)
            fill = colour(Role::Raised, p);
        if (fill.isValid() || raised)
            roundBox(painter, option->rect, fill,
                     raised ? mixed(colour(Role::Line, p), colour(Role::Outline, p), 0.3)
                            : QColor());
        return;
    }
    case PE_FrameFocusRect: {
        if (qobject_cast<const QAbstractItemView *>(widget))
            return;
        if (!(option->state & State_KeyboardFocusChange) && widget)
            return;
        drawFocusRing(painter, option->rect, cornerRadius(), p);
        return;
    }
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth <= 0) {
            painter->fillRect(option->rect, p.brush(QPalette::Base));
            return;
        }
        const bool wrong = widget && widget->property("wrong").toBool();
        const bool enabled = option->state & State_Enabled;
        QColor line = mixed(colour(Role::Line, p), colour(Role::Outline, p), enabled ? 0.6 : 0.2);
        if (wrong)
            line = colour(Role::Bad, p);
        roundBox(painter, option->rect, enabled ? p.color(QPalette::Base) : colour(Role::Window, p),
                 line);
        if ((option->state & State_HasFocus) && enabled) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(wrong ? line : colour(Role::Accent, p), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1),
                                     cornerRadius() - 0.5, cornerRadius() - 0.5);
            painter->restore();
        }
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
    case PE_FrameGroupBox: {
        if (qobject_cast<const QComboBox *>(widget ? widget->parentWidget() : nullptr)) {
            painter->setPen(colour(Role::Line, p));
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            return;
        }
        roundBox(painter, option->rect, {}, colour(Role::Line, p),
                 element == PE_Frame ? 0 : cornerRadius());
        return;
    }
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, colour(Role::Raised, p)); // below what the mask leaves
        roundBox(painter, option->rect, colour(Role::Raised, p),
                 mixed(colour(Role::Line, p), colour(Role::Outline, p), 0.25), scaled(8));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, colour(Role::Raised, p));
        painter->setPen(mixed(colour(Role::Line, p), colour(Role::Outline, p), 0.25));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawTickBox(painter, option->rect,
                    option->state & State_NoChange ? Qt::PartiallyChecked
                    : option->state & State_On     ? Qt::Checked
                                                   : Qt::Unchecked,
                    option->state & State_Enabled, p);
        return;
    case PE_IndicatorRadioButton: {
        const bool on = option->state & State_On;
        const bool enabled = option->state & State_Enabled;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QColor line = on && enabled ? colour(Role::Accent, p) : colour(Role::Outline, p);
        painter->setPen(QPen(line, 1));
        painter->setBrush(on ? line : colour(Role::Surface, p));
        painter->drawEllipse(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5));
        if (on) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour(Role::AccentText, p));
            const qreal d = option->rect.width() * 0.4;
            painter->drawEllipse(QRectF(option->rect).center(), d / 2, d / 2);
        }
        painter->restore();
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const QString icon = element == PE_IndicatorArrowDown   ? QStringLiteral("chevron-down")
                             : element == PE_IndicatorArrowUp   ? QStringLiteral("chevron-up")
                             : element == PE_IndicatorArrowLeft ? QStringLiteral("chevron-left")
                                                                : QStringLiteral("chevron-right");
        const bool enabled = option->state & State_Enabled;
        drawNamed(painter, icon, colour(enabled ? Role::Muted : Role::Outline, p), option->rect,
                  qMin(scaled(14), qMax(option->rect.width(), scaled(10))));
        return;
    }
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header || header->sortIndicator == QStyleOptionHeader::None)
            return;
        drawNamed(painter,
                  header->sortIndicator == QStyleOptionHeader::SortUp ? QStringLiteral("arrow-down")
                                                                      : QStringLiteral("arrow-up"),
                  colour(Role::Muted, p), option->rect, scaled(12));
        return;
    }
    case PE_IndicatorBranch: {
        if (!(option->state & State_Children))
            return;
        drawNamed(painter,
                  option->state & State_Open ? QStringLiteral("chevron-down")
                                             : QStringLiteral("chevron-right"),
                  colour(Role::Muted, p), option->rect, scaled(14));
        return;
    }
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase: {
        painter->setPen(colour(Role::Line, p));
        const int y = element == PE_FrameTabBarBase ? option->rect.bottom() : option->rect.top();
        painter->drawLine(option->rect.left(), y, option->rect.right(), y);
        return;
    }
    case PE_FrameDefaultButton:
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, groundOf(widget, p));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const QPalette &p = option->palette;
    switch (element) {
    case CE_PushButton: {
        proxy()->drawControl(CE_PushButtonBevel, option, painter, widget);
        proxy()->drawControl(CE_PushButtonLabel, option, painter, widget);
        // However it came there: it is what Return or Space presses.
        if (option->state & State_HasFocus)
            drawButtonFocus(painter, option, weightOf(widget));
        return;
    }
    case CE_PushButtonBevel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        if (button && (button->features & QStyleOptionButton::HasMenu)) {
            const auto c = coloursOf(option, weightOf(widget));
            QRect r = option->rect;
            r.setLeft(r.right() - scaled(24));
            drawNamed(painter, QStringLiteral("chevron-down"), c.text, r, scaled(14));
        }
        return;
    }
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        const auto c = coloursOf(option, weightOf(widget));
        QRect r = option->rect;
        if (button->features & QStyleOptionButton::HasMenu)
            r.adjust(0, 0, -scaled(16), 0);
        const int iconSize = button->icon.isNull() ? 0 : button->iconSize.width();
        const int gap = iconSize && !button->text.isEmpty() ? scaled(6) : 0;
        const int textWidth = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
        int x = r.left() + (r.width() - iconSize - gap - textWidth) / 2;
        if (weightOf(widget) == Weight::Quiet && widget && widget->property("alignLeft").toBool())
            x = r.left() + grid();
        x = qMax(x, r.left() + scaled(4));
        if (iconSize) {
            QRect at(x, r.top() + (r.height() - iconSize) / 2, iconSize, iconSize);
            at = visualRect(button->direction, r, at);
            QPixmap image = button->icon.pixmap(QSize(iconSize, iconSize),
                                                painter->device()->devicePixelRatioF());
            if (c.text != colour(Role::Text, p)) { // tinted like the word beside it
                QPainter tint(&image);
                tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
                tint.fillRect(image.rect(), c.text);
            }
            painter->drawPixmap(at, image);
            x += iconSize + gap;
        }
        const QRect text =
            visualRect(button->direction, r, QRect(x, r.top(), r.right() - x + 1, r.height()));
        painter->setPen(c.text);
        const int mnemonic = styleHint(SH_UnderlineShortcut, option, widget, nullptr)
                                 ? Qt::TextShowMnemonic
                                 : Qt::TextHideMnemonic;
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | mnemonic, button->text);
        return;
    }
    case CE_HeaderSection: {
        painter->fillRect(option->rect, colour(Role::Surface, p));
        if (option->state & State_MouseOver && option->state & State_Enabled)
            painter->fillRect(option->rect, colour(Role::Hover, p));
        painter->setPen(colour(Role::Line, p));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    case CE_HeaderLabel: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header)
            break;
        painter->save();
        painter->setFont(fontOf(Size::Small, QFont::Medium));
        painter->setPen(colour(
            header->sortIndicator == QStyleOptionHeader::None ? Role::Muted : Role::Text, p));
        const QFontMetrics metrics(painter->font());
        painter->drawText(header->rect,
                          int(Qt::AlignVCenter) |
                              int(header->textAlignment & Qt::AlignHorizontal_Mask),
                          metrics.elidedText(header->text, Qt::ElideRight, header->rect.width()));
        painter->restore();
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, colour(Role::Surface, p));
        painter->setPen(colour(Role::Line, p));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    case CE_TabBarTabShape: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab)
            break;
        if ((tab->state & State_MouseOver) && !(tab->state & State_Selected))
            roundBox(painter, tab->rect.adjusted(scaled(2), scaled(4), -scaled(2), -scaled(4)),
                     colour(Role::Hover, p), {});
        if (tab->state & State_Selected) {
            QRect line = tab->rect;
            line.setTop(line.bottom() - 1);
            painter->fillRect(line.adjusted(scaled(8), 0, -scaled(8), 0), colour(Role::Accent, p));
        }
        return;
    }
    case CE_TabBarTabLabel: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab)
            break;
        QStyleOptionTab copy(*tab);
        copy.state &= ~State_HasFocus;
        painter->save();
        if (tab->state & State_Selected) {
            QFont font = painter->font();
            font.setWeight(QFont::Medium);
            painter->setFont(font);
        }
        copy.palette.setColor(QPalette::WindowText,
                              colour(!(tab->state & State_Enabled) ? Role::Outline
                                     : tab->state & State_Selected ? Role::Text
                                                                   : Role::Muted,
                                     p));
        QProxyStyle::drawControl(element, &copy, painter, widget);
        if (hasKeyboardFocus(tab))
            drawFocusRing(painter, tab->rect.adjusted(scaled(2), scaled(4), -scaled(2), -scaled(4)),
                          cornerRadius(), p);
        painter->restore();
        return;
    }
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents: {
        const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
        if (!bar)
            break;
        QRect groove = bar->rect;
        const int height = qMin(groove.height(), scaled(4));
        groove.setTop(groove.top() + (groove.height() - height) / 2);
        groove.setHeight(height);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(Role::Line, p));
        painter->drawRoundedRect(groove, height / 2.0, height / 2.0);
        QRectF done = groove;
        if (bar->maximum > bar->minimum)
            done.setWidth(groove.width() * qreal(bar->progress - bar->minimum) /
                          qreal(bar->maximum - bar->minimum));
        else
            done = QRectF(groove.left() + groove.width() / 3.0, groove.top(), groove.width() / 3.0,
                          height);
        painter->setBrush(colour(Role::Accent, p));
        painter->drawRoundedRect(done, height / 2.0, height / 2.0);
        painter->restore();
        return;
    }
    case CE_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (!item)
            break;
        painter->save();
        if (item->menuItemType == QStyleOptionMenuItem::Separator) {
            painter->setPen(colour(Role::Line, p));
            const int y = item->rect.center().y();
            painter->drawLine(item->rect.left() + grid(), y, item->rect.right() - grid(), y);
            painter->restore();
            return;
        }
        const bool enabled = item->state & State_Enabled;
        if ((item->state & State_Selected) && enabled)
            roundBox(painter, item->rect, colour(Role::AccentSoft, p), {}, scaled(5));
        const QColor text = colour(enabled ? Role::Text : Role::Outline, p);
        QRect r = item->rect.adjusted(scaled(8), 0, -scaled(8), 0);
        const QRect mark =
            visualRect(item->direction, r, QRect(r.left(), r.top(), scaled(16), r.height()));
        if (item->checkType != QStyleOptionMenuItem::NotCheckable) {
            if (item->checked)
                drawNamed(painter, QStringLiteral("check"), colour(Role::Accent, p), mark,
                          scaled(16));
        } else if (!item->icon.isNull()) {
            item->icon.paint(painter, mark, Qt::AlignCenter,
                             enabled ? QIcon::Normal : QIcon::Disabled);
        }
        QRect words = visualRect(item->direction, r, r.adjusted(scaled(26), 0, 0, 0));
        const auto parts = item->text.split(u'\t');
        painter->setFont(item->font);
        painter->setPen(text);
        painter->drawText(
            words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextSingleLine,
            parts.first());
        if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
            drawNamed(painter, QStringLiteral("chevron-right"), colour(Role::Muted, p),
                      visualRect(item->direction, r,
                                 QRect(r.right() - scaled(14), r.top(), scaled(14), r.height())),
                      scaled(14));
        if (parts.size() > 1) {
            painter->setPen(colour(enabled ? Role::Muted : Role::Outline, p));
            painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                              parts.at(1));
        }
        painter->restore();
        return;
    }
    case CE_ComboBoxLabel: {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!box || box->editable)
            break;
        QRect r = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget);
        if (!box->currentIcon.isNull()) {
            const QRect at(r.left(), r.top() + (r.height() - scaled(16)) / 2, scaled(16),
                           scaled(16));
            box->currentIcon.paint(painter, visualRect(box->direction, r, at));
            r.adjust(scaled(22), 0, 0, 0);
        }
        painter->setPen(colour(box->state & State_Enabled ? Role::Text : Role::Outline, p));
        painter->drawText(r, Qt::AlignVCenter | Qt::AlignLeft,
                          box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, r.width()));
        return;
    }
    case CE_Splitter:
        painter->fillRect(option->rect, colour(Role::Line, p));
        return;
    case CE_ShapedFrame: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            painter->setPen(colour(Role::Line, p));
            const QPoint c = frame->rect.center();
            if (frame->frameShape == QFrame::HLine)
                painter->drawLine(frame->rect.left(), c.y(), frame->rect.right(), c.y());
            else
                painter->drawLine(c.x(), frame->rect.top(), c.x(), frame->rect.bottom());
            return;
        }
        break;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const QPalette &p = option->palette;
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return;
        painter->fillRect(bar->rect, groundOf(widget, p));
        if (bar->maximum <= bar->minimum)
            return;
        QRect thumb = subControlRect(control, bar, SC_ScrollBarSlider, widget);
        const bool over = bar->state & State_MouseOver;
        const bool down = bar->state & State_Sunken;
        const int thick = scaled(over || down ? 8 : 6);
        if (bar->orientation == Qt::Vertical) {
            thumb.setLeft(thumb.right() - thick - 1);
            thumb.setWidth(thick);
            thumb.adjust(0, 2, 0, -2);
        } else {
            thumb.setTop(thumb.bottom() - thick - 1);
            thumb.setHeight(thick);
            thumb.adjust(2, 0, -2, 0);
        }
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mixed(colour(Role::Line, p), colour(Role::Outline, p),
                                down   ? 0.9
                                : over ? 0.7
                                       : 0.45));
        painter->drawRoundedRect(thumb, thick / 2.0, thick / 2.0);
        painter->restore();
        return;
    }
    if (control == CC_ComboBox) {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!box)
            return;
        const bool enabled = box->state & State_Enabled;
        const bool over = enabled && (box->state & State_MouseOver);
        if (box->frame)
            roundBox(painter, box->rect,
                     colour(!enabled ? Role::Window
                            : over   ? Role::Hover
                                     : Role::Surface,
                            p),
                     mixed(colour(Role::Line, p), colour(Role::Outline, p), enabled ? 0.6 : 0.2));
        drawNamed(painter, QStringLiteral("chevron-down"),
                  colour(enabled ? Role::Muted : Role::Outline, p),
                  subControlRect(control, box, SC_ComboBoxArrow, widget), scaled(14));
        if (box->frame && (box->state & State_HasFocus))
            drawFocusRing(painter, box->rect, cornerRadius() - 0.5, p);
        return;
    }
    if (control == CC_ToolButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button)
            return;
        drawPrimitive(PE_PanelButtonTool, option, painter, widget);
        QStyleOptionToolButton label(*button);
        label.state &= ~State_Raised;
        QRect r = button->rect.adjusted(scaled(4), 0, -scaled(4), 0);
        if (!button->text.isEmpty() && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon &&
            (button->features & QStyleOptionToolButton::HasMenu)) {
            drawNamed(painter, QStringLiteral("chevron-down"), colour(Role::Muted, p),
                      visualRect(button->direction, r,
                                 QRect(r.right() - scaled(14), r.top(), scaled(14), r.height())),
                      scaled(14));
            r.adjust(0, 0, -scaled(14), 0);
        }
        label.rect = r;
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        if (hasKeyboardFocus(button))
            drawFocusRing(painter, button->rect, cornerRadius(), p);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace ui
