// SPDX-License-Identifier: GPL-3.0-or-later
// `mailwrightd token create|list|revoke`: tokens of a host, on its database, whether its daemon
// runs or not.
#pragma once

#include <QStringList>

// `words`: what stands behind "token". Prints, and returns the exit status of the program.
int tokenCommand(const QStringList &words);
