// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the table of addresses as a CSV file (RFC 4180, UTF-8 with a mark, as spreadsheets
// expect it).
#pragma once

#include "app/base/progress.h"
#include "app/store/cache.h"

namespace ui {

// `rows` as the cache numbers them, in the order wanted. Replaces the file as a whole or not at
// all. Returns the number of addresses written. Blocking: run it as a job.
Result<int> exportCsv(const store::Cache &cache, const store::Scope &scope,
                      const QList<qint64> &rows, const QString &file, Progress &progress);

} // namespace ui
