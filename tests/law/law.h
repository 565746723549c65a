// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the tree and says where it breaks the law of docs/ARCHITECTURE.md: who may include whom,
// and what may be called where.
#pragma once

#include <QString>
#include <QStringList>

// What is wrong in one file, "path:line: sentence" each. `path` is relative to the root of the
// tree.
QStringList violationsIn(const QString &path, const QString &text);

// The same for every source below app, ui, server and tests.
QStringList violationsUnder(const QString &root);

// How many sources were looked at; a law that reads nothing is kept by everyone.
int sourcesUnder(const QString &root);
