// SPDX-License-Identifier: GPL-3.0-or-later
// check_host() of RFC 7208: may this address send for this domain? Every result comes with the term
// that decided it.
#pragma once

#include "app/check/dns/spfrecord.h"
#include "app/mail/words.h"
#include "app/wire/dns/resolver.h"

#include <optional>

namespace check {

enum class SpfResult
{
    None,
    Neutral,
    Pass,
    Fail,
    SoftFail,
    TempError,
    PermError
};

struct SpfQuery
{
    wire::IpAddress ip;
    QByteArray helo;
    QByteArray mailFrom; // without <>; empty = postmaster@helo (2.4)
    QByteArray receiver; // %{r}; empty = "unknown"
    qint64 time = 0;     // %{t}
    int lookupLimit = 10;
    int voidLimit = 2;
};

struct SpfOutcome
{
    SpfResult result = SpfResult::None;
    QByteArray domain;      // whose record decided (an include's or redirect's target, too)
    QByteArray record;      // that record
    QByteArray term;        // the matching or failing term; empty: no term (default, no record)
    QString reason;         // errors and none: an English sentence
    QString section;        // of RFC 7208, for errors
    QList<QByteArray> path; // from the first domain to the deciding one
    std::optional<QByteArray> explanation; // Fail only, when the domain publishes one
    int lookups = 0;                       // counted terms
    int voidLookups = 0;
    int queries = 0;
};

// Error: Cancelled. Everything else, DNS failures included, is a result.
Result<SpfOutcome> checkHost(const SpfQuery &query, wire::Resolver &resolver, Progress &progress);

// The local part and domain that are checked: MAIL FROM, or postmaster@HELO (2.4, 4.3).
std::pair<QByteArray, QByteArray> spfSender(const QByteArray &mailFrom, const QByteArray &helo);
// A domain as check_host takes it: A-labels, at least two, no last dot; nothing when malformed.
std::optional<QByteArray> spfDomain(const QByteArray &domain);

} // namespace check

template <>
struct mail::Words<check::SpfResult>
{
    static constexpr std::array<std::pair<check::SpfResult, const char *>, 7> list{
        {{check::SpfResult::None, "none"},
         {check::SpfResult::Neutral, "neutral"},
         {check::SpfResult::Pass, "pass"},
         {check::SpfResult::Fail, "fail"},
         {check::SpfResult::SoftFail, "softfail"},
         {check::SpfResult::TempError, "temperror"},
         {check::SpfResult::PermError, "permerror"}}};
};
