// SPDX-License-Identifier: GPL-3.0-or-later
// The icon family (Lucide, resources/icons), tinted by the palette and drawn for each size and
// screen scale when it is first needed.
#pragma once

#include "ui/widgets/theme.h"

#include <QIcon>
#include <QPixmap>

namespace ui {

// `name` as Lucide has it: "mail", "trash-2". Follows the theme by itself: Text when enabled, Muted
// when disabled. An empty name is a null icon.
QIcon icon(const QString &name);
QIcon icon(const QString &name, Role role); // always in that colour of the current theme
QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);
bool hasIcon(const QString &name);

} // namespace ui
