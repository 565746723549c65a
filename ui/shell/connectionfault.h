// SPDX-License-Identifier: GPL-3.0-or-later
// What backend::testConnection() found wrong, as a sentence and the field it belongs to.
#pragma once

#include "app/base/error.h"

#include <QString>

namespace ui {

struct ConnectionFault
{
    QString field; // "url", "token" or "ca_file"
    QString text;  // both empty: not one of these; sentenceFor() has the words
};
ConnectionFault connectionFault(const Error &error, bool hasAuthority);

} // namespace ui
