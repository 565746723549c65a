// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a file can be what signed a server's certificate, before a server is asked.
#pragma once

#include <QString>

namespace ui {

// Empty: there is a certificate in PEM in it. Else what is wrong with it, in a sentence.
QString authorityFault(const QString &file);

} // namespace ui
