// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM on the host: key pairs whose private half never leaves it, and which of them sign. May be
// called from any thread; every member blocks until it is so.
#pragma once

#include "app/base/result.h"
#include "app/mail/dkimkey.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace host {

struct SigningKey
{
    QString domain; // punycode
    QString selector;
    mail::DkimAlgorithm algorithm = mail::DkimAlgorithm::Rsa;

    bool operator==(const SigningKey &) const = default;
};

class Signing
{
public:
    virtual ~Signing() = default;

    virtual QString missing() const = 0; // why nothing can be signed here; empty: it can

    // The record to publish; the private half is durable on the host. Conflict: there is one.
    virtual Result<QString> makeKey(const SigningKey &key) = 0;
    virtual bool hasKey(const SigningKey &key) const = 0;
    virtual Result<void> dropKey(const SigningKey &key) = 0; // idempotent
    // Drops the private halves of all others: what a crash left.
    virtual Result<void> keepOnly(const QList<SigningKey> &keys) = 0;

    // From now on messages are signed with each of these that their author's domain has, and with
    // no other; but a client that is connected already is served as when it came, until a key that
    // is dropped ends that with a temporary error.
    virtual Result<void> signWith(const QList<SigningKey> &keys) = 0;

    // A message of postmaster of the domain, as it would leave this host. Conflict `not_signed`: no
    // key of the domain signs.
    virtual Result<QByteArray> signedMessage(const QString &domain) = 0;
};

} // namespace host
