// SPDX-License-Identifier: GPL-3.0-or-later
// What the start of the program found damaged among the files that nobody else keeps a copy of.
#pragma once

#include "ui/shell/messages.h"

#include <optional>

namespace store {
class Journal;
class Looks;
} // namespace store

namespace ui {

// Both are open. Names each file that was put aside; nothing when they were whole.
std::optional<Messages::Message> tellSetAside(const store::Journal &journal,
                                              const store::Looks &looks);

} // namespace ui
