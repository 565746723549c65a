// SPDX-License-Identifier: GPL-3.0-or-later
// Domain names as people write them and as the wire carries them (S-48; RFC 5891, UTS 46).
#pragma once

#include "app/base/result.h"
#include "app/mail/field.h"

namespace mail {

struct Domain
{
    QString ascii;   // lower case, punycode: "xn--bcher-kva.example"
    QString unicode; // for people: "bücher.example"

    bool operator==(const Domain &) const = default;
};

// Takes either form, with or without a dot at the end. Error: Invalid "domain" with the rule that
// was broken (an empty label, a label over 63 or a name over 253 bytes in punycode, a character
// that no label has, a single label).
Result<Domain> domainFrom(const QString &text);

// Any name of DNS, "_dmarc.bücher.example": each part in Unicode where that leads back to it.
QString nameForPeople(const QString &name);

// "ana@bücher.example" from "ana@xn--bcher-kva.example"; what is not an address comes back
// unchanged.
QString addressForPeople(const QString &address);
QString addressForWire(const QString &address);

} // namespace mail
