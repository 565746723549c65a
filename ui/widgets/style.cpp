// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/strokes.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStyleOption>

namespace ui {

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
        // Round corners by SH_Menu_Mask alone: translucent ones are black where nothing composes.
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
    case SH_DialogButtonLayout: // the safe button first, wherever it runs
        return QDialogButtonBox::GnomeLayout;
    case SH_MessageBox_CenterButtons:
        return 0;
    case SH_Menu_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(data); mask && option) {
            mask->region = roundRegion(option->rect, scaled(8));
            return 1;
        }
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
        result.setHeight(qMax(result.height(), controlHeight()));
        return result;
    case CT_ComboBox:
    case CT_SpinBox: // room for what subControlRect() keeps on both sides of the words
        return {qMax(result.width(), size.width() + scaled(48)),
                qMax(size.height(), controlHeight())};
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
