// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/zonefiles.h"

#include "app/work/zoneimport.h"

#include <QSaveFile>

namespace ui {

Result<int> writeRecords(const mail::Zone &zone, const QList<mail::ZoneRecord> &records, bool isCsv,
                         const QString &file)
{
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly))
        out.write(isCsv ? work::csvOf(zone, records) : work::zoneFileOf(zone, records));
    if (!out.commit())
        return Error{
            Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, out.errorString()), {}, {}, 0};
    return int(records.size());
}

} // namespace ui
