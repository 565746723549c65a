// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the security page in words: titles, what they are for, and how they stand as
// icon, word and colour together.
#pragma once

#include "app/check/dns/repair.h"
#include "app/check/dns/snapshot.h"
#include "ui/widgets/theme.h"

#include <QString>

namespace ui {

QString sectionTitle(check::Section section);   // "SPF"
QString sectionPurpose(check::Section section); // "Which servers may send for the domain"

struct Standing
{
    QString word; // "In order"
    Role role = Role::Muted;
    QString icon;
};
Standing standingOf(const check::SectionState &state);
Standing standingOf(mail::Severity severity, bool present);

// The same of a look that was kept.
Standing standingOf(check::Section section, const mail::SecuritySnapshot &look);

// The four points that a domain needs; the others are extra.
bool isMainSection(check::Section section);

// "3 of 4 points are in order. SPF needs attention."
QString overallWords(const QList<check::SectionState> &states);

} // namespace ui
