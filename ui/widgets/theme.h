// SPDX-License-Identifier: GPL-3.0-or-later
// Colours by meaning, once for light and once for dark; measures on an 8-pixel grid that grows with
// the font; the four text sizes. Everything is asked by palette or by the application's font, so
// that no widget keeps a colour of its own.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QSize>

class QApplication;
class QPushButton;

namespace ui {

enum class Role
{
    Window,  // behind everything; navigation
    Surface, // pages, tables, fields
    Raised,  // cards, menus, bars that float
    Line,    // hairlines between things
    Outline, // of a field or an unticked box; 3:1 against what it stands on
    Hover,   // under the pointer
    Text,
    Muted, // secondary text
    Accent,
    AccentText, // on Accent
    AccentSoft, // background of the chosen row or page
    Good,
    GoodSoft,
    Warning,
    WarningSoft,
    Bad,
    BadSoft,
    BadText, // on Bad
    Mark     // behind the matches of a filter; Text stands on it
};

bool isDark(const QPalette &palette);
QColor colour(Role role, bool dark);
QColor colour(Role role, const QPalette &palette);
QColor softOf(Role role,
              const QPalette &palette); // the quiet background that goes with Good, Bad …
QPalette paletteOf(bool dark);

// The style (Fusion mended) and the palette. Again whenever the theme changes.
void dress(QApplication &app, bool dark);

// Pixels at the usual font size of 10 points, grown with the application's font.
int scaled(qreal pixels);
inline int grid(qreal steps = 1) { return scaled(8 * steps); }
// As large as wished, as far as its screen has room with a title above it.
void resizeOnScreen(QWidget *window, const QSize &wished);
int controlHeight();         // of buttons and fields: 32
int rowHeight(bool isDense); // of tables: 24 or 30

// How a button weighs: at most one Primary in view; Danger for what loses something; Quiet has no
// frame.
enum class Weight
{
    Usual,
    Primary,
    Danger,
    Quiet
};
void setWeight(QPushButton *button, Weight weight);
Weight weightOf(const QWidget *button);

enum class Size
{
    Title,   // 1.4
    Section, // 1.15
    Body,
    Small // 0.9
};
QFont fontOf(Size size, QFont::Weight weight = QFont::Normal);
QFont fixedFont(Size size = Size::Body); // of one width: records, keys, protocols

} // namespace ui
