// SPDX-License-Identifier: GPL-3.0-or-later
// What an address may look like (S-47): the provider's rules, stricter than RFC 5321. Both programs
// judge with them.
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

namespace mail {

enum class AddressRule
{
    Empty,
    TooLong,   // more than 64 characters
    AtSign,    // "@" inside: the domain is chosen apart
    Space,     // a blank
    Control,   // ASCII below 32, or 127
    NotAscii,  // accents, other scripts
    Character, // ! # $ % ^ & * ( ) = [ ] < > , ; : " / ? ' + ` { } | ~ and the backslash
    LeadingHyphen,
    TrailingHyphen,
    LeadingDot,
    TrailingDot,
    DoubleDot,
    OnlyHyphens
};

struct AddressFault
{
    AddressRule rule = AddressRule::Empty;
    qsizetype at = -1; // where in the text, -1 = the text as a whole
    QChar character;   // the offender, where there is one

    bool operator==(const AddressFault &) const = default;
};

// Every fault, in the order of the text; empty = good. Each rule is named once, at its first place.
QList<AddressFault> localPartFaults(const QString &localPart);

// One sentence that says what to do, translated.
QString sentence(const AddressFault &fault);

// The lower-case local part, or Invalid "mailbox_name" with the first fault's sentence.
Result<QString> localPartFrom(const QString &text);

// How many characters people count: one for each code point, also beyond the BMP.
qsizetype characters(QStringView text);

inline constexpr int maxLocalPart = 64;
inline constexpr int maxNote = 80;
inline constexpr int maxLabel = 255;

} // namespace mail
