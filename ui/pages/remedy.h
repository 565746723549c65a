// SPDX-License-Identifier: GPL-3.0-or-later
// What a page offers beside the reason why it could not be read.
#pragma once

#include "app/base/error.h"
#include "ui/context.h"

#include <QString>

#include <functional>

namespace ui {

struct Remedy
{
    QString text; // of the button
    std::function<void()> run;
};
// A new token where the old one is not taken or not at hand, else to try again.
Remedy remedyFor(Context &context, const Error &error, std::function<void()> retry);

} // namespace ui
