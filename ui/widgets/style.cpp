// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

namespace ui {

namespace {

constexpr qreal cornerRadius = 6;

qreal radius() { return scaled(cornerRadius); }

// Half a pixel in, so that a one-pixel line falls onto pixels.
QRectF inner(const QRect &rect) { return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5); }

void roundBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
              qreal r = radius())
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(inner(rect), r, r);
    painter->restore();
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

bool hasKeyboardFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) &&
           (option->state & QStyle::State_KeyboardFocusChange);
}

} // namespace

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

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
    setObjectName(QLatin1String(name));
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QLineEdit *>(widget) ||
        qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *menu = qobject_cast<QMenu *>(widget)) {
        // Round corners need a window that is not filled; where the screen cannot, they stay
        // square.
        menu->setAttribute(Qt::WA_TranslucentBackground);
        menu->setWindowFlag(Qt::FramelessWindowHint);
        menu->setWindowFlag(Qt::NoDropShadowWindowHint);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return grid();
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return grid();
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? grid(3) : grid();
    case PM_ScrollBarExtent:
        return scaled(12);
    case PM_ScrollBarSliderMin:
        return scaled(32);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
    case PM_ToolBarIconSize:
        return scaled(16);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ButtonMargin:
        return scaled(16);
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return scaled(5);
    case PM_MenuPanelWidth:
        return 1;
    case PM_SubMenuOverlap:
        return -scaled(2);
    case PM_ToolTipLabelFrameWidth:
        return scaled(6);
    case PM_SplitterWidth:
        return 1;
    case PM_TabBarTabHSpace:
        return scaled(24);
    case PM_TabBarTabVSpace:
        return scaled(16);
    case PM_HeaderMargin:
        return grid();
    case PM_HeaderMarkSize:
        return scaled(12);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return scaled(3);
    case PM_DialogButtonsSeparator:
        return grid(2);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_Widget_Animate:
    case SH_Menu_SupportsSections:
    case SH_ComboBox_Popup:
    case SH_Widget_Animation_Duration:
        return 0;
    case SH_Table_GridLineColor:
        return int(colour(Role::Line, option ? option->palette : QApplication::palette()).rgba());
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_MessageBox_CenterButtons:
        return 0;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int sides = weightOf(widget) == Weight::Quiet ? grid(2) : grid(3.5);
        int width = size.width() + sides;
        if (button && button->text.isEmpty())
            width = controlHeight();
        else if (weightOf(widget) != Weight::Quiet)
            width = qMax(width, scaled(80));
        return {width, controlHeight()};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button && (button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty()))
            return QSize(controlHeight(), controlHeight());
        return {size.width() + grid(2), controlHeight()};
    }
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        result.setHeight(qMax(result.height(), controlHeight()));
        return result;
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), scaled(9)};
        int width = size.width() + scaled(20) + scaled(10) + grid(3);
        if (item && item->text.contains(u'\t'))
            width += grid(3);
        return {qMax(width, scaled(180)), scaled(30)};
    }
    case CT_HeaderSection:
        result.setHeight(scaled(32));
        return result;
    case CT_TabBarTab:
        result.setHeight(scaled(38));
        return result;
    case CT_ProgressBar:
        return result;
    default:
        return result;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        QRect r = QProxyStyle::subElementRect(element, option, widget);
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            r.adjust(scaled(4), 0, -scaled(4), 0);
        return r;
    }
    case SE_PushButtonFocusRect:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const bool upright = bar->orientation == Qt::Vertical;
        const int length = upright ? bar->rect.height() : bar->rect.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int thumb = length;
        if (range > 0) {
            thumb = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
            thumb = qBound(qMin(length, scaled(32)), thumb, length);
        }
        const int at = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                               length - thumb, bar->upsideDown);
        const auto along = [&](int from, int size) {
            return upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size)
                           : visualRect(bar->direction, bar->rect,
                                        QRect(bar->rect.x() + from, bar->rect.y(), size,
                                              bar->rect.height()));
        };
        switch (part) {
        case SC_ScrollBarGroove:
            return bar->rect;
        case SC_ScrollBarSlider:
            return along(at, thumb);
        case SC_ScrollBarSubPage:
            return along(0, at);
        case SC_ScrollBarAddPage:
            return along(at + thumb, length - at - thumb);
        default:
            return {};
        }
    }
    if (control == CC_ComboBox) {
        const QRect r = option->rect;
        switch (part) {
        case SC_ComboBoxFrame:
            return r;
        case SC_ComboBoxArrow:
            return visualRect(option->direction, r,
                              QRect(r.right() - scaled(28), r.top(), scaled(28), r.height()));
        case SC_ComboBoxEditField:
            return visualRect(option->direction, r, r.adjusted(scaled(9), 2, -scaled(28), -2));
        default:
            break;
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

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
        if (!(option->state & State_KeyboardFocusChange) && widget &&
            !qobject_cast<const QPushButton *>(widget))
            return;
        drawFocusRing(painter, option->rect, radius(), p);
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
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radius() - 0.5,
                                     radius() - 0.5);
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
                 element == PE_Frame ? 0 : radius());
        return;
    }
    case PE_FrameMenu:
        return;
    case PE_PanelMenu:
        painter->save();
        painter->setCompositionMode(QPainter::CompositionMode_Source);
        painter->fillRect(option->rect, Qt::transparent);
        painter->restore();
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
        painter->setPen(QPen(line, on ? 1 : 1));
        painter->setBrush(on ? line : colour(Role::Surface, p));
        painter->drawEllipse(inner(option->rect));
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
                          radius(), p);
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
            drawFocusRing(painter, box->rect, radius() - 0.5, p);
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
            drawFocusRing(painter, button->rect, radius(), p);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
        return icon(QStringLiteral("x"), Role::Muted);
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("info"), Role::Accent);
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("triangle-alert"), Role::Warning);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("octagon-alert"), Role::Bad);
    case SP_MessageBoxQuestion:
        return icon(QStringLiteral("circle-help"), Role::Accent);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace ui
