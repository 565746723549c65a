// SPDX-License-Identifier: GPL-3.0-or-later
// A message judged as its receiver would: DKIM, SPF where the sending host is known, DMARC.
#pragma once

#include "app/check/dns/dmarc.h"

namespace check {

// Who handed the message in; a file does not tell.
struct MessageOrigin
{
    std::optional<wire::IpAddress> ip; // empty: SPF is not judged
    QByteArray helo;
    QByteArray mailFrom; // without <>
};

struct MessageReport
{
    QList<DkimSignature> signatures;
    std::optional<SpfOutcome> spf;
    QByteArray spfDomain;          // whose SPF it was
    QList<QByteArray> fromDomains; // of the From field; DMARC needs exactly one
    std::optional<DmarcFound> dmarc;
    DmarcEffect effect;
};

// Error: Cancelled.
Result<MessageReport> judgeMessage(const QByteArray &message, const MessageOrigin &origin,
                                   wire::Resolver &resolver, Progress &progress, qint64 now);

// The domains in the addresses of a From field's value, each once (RFC 5322, 3.6.2).
QList<QByteArray> fromDomains(const QByteArray &value);

} // namespace check
