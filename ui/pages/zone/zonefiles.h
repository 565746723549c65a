// SPDX-License-Identifier: GPL-3.0-or-later
// Records into a file. Blocking: run it as a job.
#pragma once

#include "app/base/result.h"
#include "app/mail/zone.h"

#include <QList>

namespace ui {

// As CSV or as a zone file. Replaces the file as a whole or not at all. Returns how many records
// were written.
Result<int> writeRecords(const mail::Zone &zone, const QList<mail::ZoneRecord> &records, bool isCsv,
                         const QString &file);

} // namespace ui
