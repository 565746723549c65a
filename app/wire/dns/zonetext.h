// SPDX-License-Identifier: GPL-3.0-or-later
// Names and values of a zone's records as people write them in a form or in the API: names are
// absolute without a dot at the end, TXT is its text in one piece. Sentences about what is wrong
// are translated (context "DNS").
#pragma once

#include "app/base/result.h"
#include "app/wire/dns/recordvalue.h"

namespace wire {

// The types that people may write; the others of a zone come about by themselves.
const QList<RecordType> &writableTypes();
bool isWritable(RecordType type);

enum class NameUse
{
    Host, // is asked for its address: letters, digits, hyphens (RFC 1123)
    Any,  // "_" and "/" as well
    Owner // and "*" as its first label
};

// An absolute name from text, with or without the dot at its end, Unicode as punycode, lower case.
// Error: Invalid "name" with the rule that is broken.
Result<QByteArray> nameFrom(const QString &text, NameUse use);
// For people: punycode as Unicode, where that leads back to it.
QString nameForPeople(QByteArrayView name);

// The owner of a record from what is written relative to its zone: "_dmarc"; "", "@" and "." are
// the zone itself; with a dot at the end the name is absolute and must lie in the zone. Error:
// Invalid "source".
Result<QByteArray> ownerFrom(const QString &source, const QByteArray &zone);
// "_dmarc" from "_dmarc.example.org"; empty for the zone itself.
QString sourceOf(const QByteArray &owner, const QByteArray &zone);

// The value from `target`. TXT is the text as it is, unless it begins with a quotation mark: then
// its strings are read and joined. Error: Invalid; `field` is the part that is wrong ("priority",
// "host", "text" …).
Result<RecordData> dataFrom(RecordType type, const QString &target);
// The other way; dataFrom() of it gives the same value, TXT split after every 255 bytes.
QString targetOf(const DnsRecord &record);

} // namespace wire
