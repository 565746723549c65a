// SPDX-License-Identifier: GPL-3.0-or-later
// An SPF record taken apart by the grammar of RFC 7208, section 12; it is judged as a whole before
// any of it is evaluated.
#pragma once

#include "app/wire/dns/ipaddress.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace check {

struct SpfTerm
{
    enum class Kind
    {
        All,
        Include,
        A,
        Mx,
        Ptr,
        Ip4,
        Ip6,
        Exists,
        Redirect,
        Exp,
        Unknown // a modifier nobody knows: allowed, ignored
    };

    Kind kind = Kind::All;
    char qualifier = '+';
    QByteArray text;       // as written
    QByteArray domainSpec; // empty = the domain being checked
    wire::IpAddress network;
    int prefix4 = 32;
    int prefix6 = 128;

    bool isModifier() const { return kind >= Kind::Redirect; }
    // One of the ten that may be looked up (4.6.4).
    bool costsLookup() const;
};

struct SpfProblem
{
    QByteArray term; // as written
    QString reason;  // an English clause: "a % at the end"
    QString section; // of RFC 7208
};

struct SpfRecord
{
    QByteArray text;
    QList<SpfTerm> terms;       // in order
    QList<SpfProblem> problems; // any of them makes the whole record a permanent error

    const SpfTerm *find(SpfTerm::Kind kind) const;
};

// Begins with "v=spf1" and a space or the end, in any case.
bool isSpfText(QByteArrayView text);
SpfRecord parseSpf(const QByteArray &text);

} // namespace check
