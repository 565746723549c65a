// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a set of records can be a zone, and what in it is hardly meant. Pure: the desktop asks it
// before a change is applied, the daemon before it is written.
#pragma once

#include "app/mail/finding.h"
#include "app/mail/zone.h"

#include <QList>

namespace check {

// Errors: what no name server can serve, or what would not do what it says. Warnings: what is
// allowed and probably a slip. Codes begin with "zone-"; `about` is the record; facts "name" (of
// the owner, for people), "type", "target" and what the sentence needs beside them.
QList<mail::Finding> zoneFindings(const QString &zone, const QList<mail::ZoneRecord> &records);

// Those of `after` that were not there before: what a change is to blame for.
QList<mail::Finding> newFindings(const QList<mail::Finding> &before,
                                 const QList<mail::Finding> &after);

} // namespace check
