// SPDX-License-Identifier: GPL-3.0-or-later
// A zone file against the records that are there: what would be added, changed, removed; and the
// other way, records as a zone file or as CSV. Pure functions.
#pragma once

#include "app/mail/change.h"
#include "app/mail/zone.h"
#include "app/wire/dns/zonefile.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace work {

enum class ImportMode
{
    AddOnly,   // what is there stays as it is
    ReplaceAll // afterwards the zone says what the file says
};

struct ImportRow
{
    enum class Kind
    {
        Added,
        Changed, // value or TTL; same name and type
        Removed
    };
    Kind kind = Kind::Added;
    mail::ZoneRecord before; // unless Added
    mail::ZoneRecord after;  // unless Removed
    int line = 0;            // of the file; 0 = Removed

    mail::Change change() const;
};

struct ZoneImport
{
    QList<wire::ZoneFileFault> faults; // lines that are not taken over
    QStringList leftOut;   // what a signed zone makes by itself, and what the host looks after
    int boundTtls = 0;     // TTLs that were moved into the bounds that are allowed
    int same = 0;          // records that are there already
    QList<ImportRow> rows; // in the order of their names
};

// The faults of the file come with the lines that are good. Records that the host looks after are
// neither changed nor removed.
ZoneImport importZone(const QByteArray &file, const mail::Zone &zone,
                      const QList<mail::ZoneRecord> &present, ImportMode mode);

// First what goes, so that nothing stands in the way of what comes.
QList<mail::Change> inImportOrder(const QList<mail::Change> &changes);

QByteArray zoneFileOf(const mail::Zone &zone, const QList<mail::ZoneRecord> &records);
// name, type, ttl, value; RFC 4180 with a mark for UTF-8, as spreadsheets expect it.
QByteArray csvOf(const mail::Zone &zone, const QList<mail::ZoneRecord> &records);

} // namespace work
