// SPDX-License-Identifier: GPL-3.0-or-later
// What the daemon's work asks of the world's DNS. An interface, so that stories can tell their own.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/mail/dkimkey.h"
#include "app/mail/dnsfacts.h"
#include "app/mail/security.h"

namespace hostwork {

// Whose look it is: what the host knows of the domain.
struct LookRequest
{
    QString domain;            // punycode
    QList<mail::DkimKey> keys; // of the service
    std::optional<mail::SecuritySnapshot> before;
    mail::DnsFacts facts;
    bool signs = false; // the host can sign
    QDateTime at;
};

class World
{
public:
    virtual ~World() = default;

    // The name servers of the zone that holds `name`, asked one by one: those that do not answer
    // with this text, each in words ("ns2.example.net does not have it"). Empty: all do. Errors:
    // Offline or Protocol (who they are could not be learned), Cancelled.
    virtual Result<QStringList> lacking(const QByteArray &name, const QByteArray &text,
                                        Progress &progress) = 0;

    // Error: Cancelled, Invalid (facts that cannot be used).
    virtual Result<mail::SecuritySnapshot> look(const LookRequest &request, Progress &progress) = 0;
};

} // namespace hostwork
