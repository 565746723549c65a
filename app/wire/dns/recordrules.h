// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts the value of each type has, and the sentence for one that is missing or wrong.
#pragma once

#include "app/wire/dns/dnsrecord.h"

namespace wire {

enum class PartKind
{
    Number,
    Time,    // seconds, or "1h30m"
    Address, // of the record's type
    Host,    // letters, digits, hyphens
    Name,
    Tag,
    String,
    Text, // all that is left
    Hex,
    Base64
};

struct PartRule
{
    const char *name;
    PartKind kind;
    quint32 highest;      // of a number
    const char *sentence; // when it is missing or not of its kind; context "DNS"
};

struct RecordRules
{
    const PartRule *first = nullptr;
    qsizetype count = 0; // 0: the type has no shape that can be written
};
RecordRules rulesOf(RecordType type);

} // namespace wire
