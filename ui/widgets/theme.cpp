// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPushButton>
#include <QScreen>
#include <QVariant>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

constexpr int roleCount = int(Role::Mark) + 1;

// In the order of Role. tests/ui/tst_theme holds the contrasts.
constexpr std::array<QRgb, roleCount> lightColours{
    0xfff4f5f8, // Window
    0xffffffff, // Surface
    0xffffffff, // Raised
    0xffe1e4eb, // Line
    0xff858d9c, // Outline
    0xffedeff4, // Hover
    0xff1b1f2a, // Text
    0xff586071, // Muted
    0xff3957c8, // Accent
    0xffffffff, // AccentText
    0xffe5eafc, // AccentSoft
    0xff17713d, // Good
    0xffe2f4e8, // GoodSoft
    0xff835400, // Warning
    0xfffdf1d6, // WarningSoft
    0xffb92727, // Bad
    0xfffdeae8, // BadSoft
    0xffffffff, // BadText
    0xffffe590  // Mark
};

constexpr std::array<QRgb, roleCount> darkColours{
    0xff15171c, // Window
    0xff1b1e25, // Surface
    0xff242832, // Raised
    0xff31363f, // Line
    0xff828a9c, // Outline
    0xff272b35, // Hover
    0xffe8eaef, // Text
    0xffa2a9b8, // Muted
    0xff96a8ff, // Accent
    0xff10131e, // AccentText
    0xff2a3255, // AccentSoft
    0xff66d193, // Good
    0xff17342a, // GoodSoft
    0xffe9b84a, // Warning
    0xff382e16, // WarningSoft
    0xffff8f86, // Bad
    0xff432325, // BadSoft
    0xff260e0d, // BadText
    0xff655510  // Mark
};

const char weightName[] = "weight";

} // namespace

bool isDark(const QPalette &palette) { return palette.color(QPalette::Window).lightness() < 128; }

QColor colour(Role role, bool dark)
{
    return QColor::fromRgb((dark ? darkColours : lightColours)[size_t(role)]);
}

QColor colour(Role role, const QPalette &palette) { return colour(role, isDark(palette)); }

QColor softOf(Role role, const QPalette &palette)
{
    switch (role) {
    case Role::Accent:
        return colour(Role::AccentSoft, palette);
    case Role::Good:
        return colour(Role::GoodSoft, palette);
    case Role::Warning:
        return colour(Role::WarningSoft, palette);
    case Role::Bad:
        return colour(Role::BadSoft, palette);
    default:
        return colour(Role::Hover, palette);
    }
}

QPalette paletteOf(bool dark)
{
    const auto c = [dark](Role role) { return colour(role, dark); };
    QPalette p;
    p.setColor(QPalette::Window, c(Role::Window));
    p.setColor(QPalette::WindowText, c(Role::Text));
    p.setColor(QPalette::Base, c(Role::Surface));
    p.setColor(QPalette::AlternateBase, c(Role::Hover));
    p.setColor(QPalette::Text, c(Role::Text));
    p.setColor(QPalette::PlaceholderText, c(Role::Muted));
    p.setColor(QPalette::Button, c(Role::Raised));
    p.setColor(QPalette::ButtonText, c(Role::Text));
    p.setColor(QPalette::BrightText, c(Role::Bad));
    p.setColor(QPalette::ToolTipBase, c(Role::Raised));
    p.setColor(QPalette::ToolTipText, c(Role::Text));
    p.setColor(QPalette::Highlight, c(Role::Accent));
    p.setColor(QPalette::HighlightedText, c(Role::AccentText));
    p.setColor(QPalette::Link, c(Role::Accent));
    p.setColor(QPalette::LinkVisited, c(Role::Accent));
    p.setColor(QPalette::Light, c(Role::Raised));
    p.setColor(QPalette::Midlight, c(Role::Hover));
    p.setColor(QPalette::Mid, c(Role::Line));
    p.setColor(QPalette::Dark, c(Role::Outline));
    p.setColor(QPalette::Shadow, c(Role::Outline));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c(Role::Outline));
    p.setColor(QPalette::Disabled, QPalette::Highlight, c(Role::Line));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, c(Role::Text));
    p.setColor(QPalette::Disabled, QPalette::Base, c(Role::Window));
    return p;
}

void dress(QApplication &app, bool dark)
{
    if (app.style()->objectName() != QLatin1String(Style::name))
        app.setStyle(new Style);
    app.setPalette(paletteOf(dark));
}

void resizeOnScreen(QWidget *window, const QSize &wished)
{
    const QWidget *over = window->parentWidget() ? window->parentWidget()->window() : window;
    const QScreen *screen = over->screen();
    // Off screen there is a screen all the same, of 800 by 800, that nobody looks at.
    const bool isSeen = screen && QGuiApplication::platformName() != QLatin1String("offscreen");
    const QSize room = isSeen ? screen->availableSize() - QSize(scaled(8), scaled(36)) : wished;
    window->resize(wished.boundedTo(room));
}

int scaled(qreal pixels)
{
    // Asked on every paint: the metrics of a font are looked up once for each font.
    static QFont font;
    static qreal factor = 0;
    const QFont now = QGuiApplication::font();
    if (factor == 0 || now != font) {
        font = now;
        // 10 points are 13.33 pixels at 96 dots per inch.
        const qreal pixelSize = QFontInfo(now).pixelSize();
        factor = std::max(0.85, pixelSize / 13.0);
        if (std::abs(factor - 1) < 0.09)
            factor = 1;
    }
    return int(std::lround(pixels * factor));
}

int controlHeight() { return scaled(32); }
int rowHeight(bool isDense) { return scaled(isDense ? 24 : 30); }

void setWeight(QPushButton *button, Weight weight)
{
    button->setProperty(weightName, int(weight));
    button->update();
}

Weight weightOf(const QWidget *button)
{
    return button ? Weight(button->property(weightName).toInt()) : Weight::Usual;
}

QFont fontOf(Size size, QFont::Weight weight)
{
    QFont font = QGuiApplication::font();
    const qreal factor = size == Size::Title     ? 1.4
                         : size == Size::Section ? 1.15
                         : size == Size::Small   ? 0.9
                                                 : 1.0;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(font.pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

QFont fixedFont(Size size)
{
    const QFont like = fontOf(size);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    if (like.pointSizeF() > 0)
        font.setPointSizeF(like.pointSizeF());
    else
        font.setPixelSize(like.pixelSize());
    return font;
}

} // namespace ui
