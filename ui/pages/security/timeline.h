// SPDX-License-Identifier: GPL-3.0-or-later
// How the sections of a domain stood over time, drawn as one line each.
#pragma once

#include "app/mail/security.h"
#include "ui/pages/security/sectionwords.h"
#include "ui/widgets/pictureview.h"

namespace ui {

// How a section stood from a look on, until the next one that told something new.
struct Stretch
{
    QDateTime from;
    QDateTime until;
    Standing standing;
    QString words; // "SPF, 3 to 9 May: needs attention"
};
struct TimelineRow
{
    QString title;
    QList<Stretch> stretches;
};
// Of the looks in the order of time; the last one lasts until `now`.
QList<TimelineRow> timelineRows(const QList<mail::SecuritySnapshot> &looks, const QDateTime &now);

Picture timelinePicture(const QList<TimelineRow> &rows, qreal width);

} // namespace ui
