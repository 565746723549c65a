// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the rights (N-01): what each lets a person do, how they are grouped, and the
// sentence that says what a toggle just did. Their names are model::rightText().
#pragma once

#include "app/mail/rights.h"

#include <QList>
#include <QString>

namespace ui {

QString rightHelp(mail::Right right); // one sentence for the tooltip
// "Ben can no longer send from finance@example.org."
QString rightChanged(mail::Right right, bool granted, const QString &person,
                     const QString &address);

// Rights that are read together, so that twelve toggles stay readable. Sending stands alone.
struct RightGroup
{
    QString title;
    QList<mail::Right> rights;
};
QList<RightGroup> rightGroups();

// "All further rights", "9 of 11 further rights": all but sending, which is said apart.
QString rightsSummary(const mail::Rights &rights);

} // namespace ui
