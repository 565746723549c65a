// SPDX-License-Identifier: GPL-3.0-or-later
// Where messages for the operator go: one line each on standard error, "time level category: text".
#pragma once

#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(lcBase)
Q_DECLARE_LOGGING_CATEGORY(lcWire)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcDb)
Q_DECLARE_LOGGING_CATEGORY(lcHost)

// Installs the line format. `verbose` also lets debug messages of our categories through.
void startLog(bool verbose);
