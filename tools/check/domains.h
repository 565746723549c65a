// SPDX-License-Identifier: GPL-3.0-or-later
// mailwright-check DOMAIN...: every check of a domain, many domains side by side.
#pragma once

#include <QStringList>

int domains(const QStringList &arguments);
