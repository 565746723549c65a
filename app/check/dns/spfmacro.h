// SPDX-License-Identifier: GPL-3.0-or-later
// The macros of SPF (RFC 7208, section 7): their grammar and their expansion. Bytes in, bytes out.
#pragma once

#include "app/wire/dns/ipaddress.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace check {

struct SpfMacroValues
{
    QByteArray local, senderDomain, domain, helo, receiver; // l, o, d, h, r
    wire::IpAddress ip;                                     // i, c, v
    qint64 time = 0;                                        // t, seconds since 1970
    // p: looked up only when it is used
    std::function<QByteArray()> validatedName;
};

enum class SpfMacroPlace
{
    DomainSpec,  // must end in a top label or a macro; c, r and t are not allowed
    Explanation, // the text behind exp=: spaces and c, r, t allowed
    Unknown      // the value of a modifier nobody knows: only the grammar
};

// Why `text` is not what the grammar allows there; empty when it is.
QString macroProblem(QByteArrayView text, SpfMacroPlace place);

// Precondition: macroProblem() is empty.
QByteArray expandMacros(QByteArrayView text, const SpfMacroValues &values);

// As expanded, made fit for a query: no last dot, shortened from the left to 253 bytes.
QByteArray targetName(QByteArrayView domainSpec, const SpfMacroValues &values);

} // namespace check
