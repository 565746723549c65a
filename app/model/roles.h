// SPDX-License-Identifier: GPL-3.0-or-later
// What our models answer beyond Qt's own roles. Icons are names in resources/, never pictures.
#pragma once

#include <QObject>

namespace model {

Q_NAMESPACE

enum Role
{
    RowRole = Qt::UserRole + 1, // qint64: what identifies the row while lists change
    MailboxRole,                // mail::Mailbox
    AccessRole,                 // mail::Access
    DeviceRole,                 // mail::Device
    RecordRole,                 // mail::ZoneRecord
    EntryRole,                  // store::JournalEntry
    ChangeRole,                 // mail::Change
    FindingRole,                // mail::Finding
    JobRole,                    // JobLine
    SortRole,                   // what the cell sorts by
    PendingRole, // bool: the cell shows what is on its way or staged; the tooltip says what was
    MatchRole,   // QStringList: words of the filter to mark in the text, lower case
    IconRole,    // QString
    IconsRole,   // QStringList: the state column's
    ToneRole,    // Tone
    RepeatsRole, // bool: the cell says the same as the one above it
    ErrorRole    // Error::Kind as int, absent when there is none
};
Q_ENUM_NS(Role)

// The meaning that a colour stands for; the style knows the colours.
enum class Tone
{
    Plain,
    Muted,
    Good,
    Warning,
    Bad
};
Q_ENUM_NS(Tone)

} // namespace model
