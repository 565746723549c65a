// SPDX-License-Identifier: GPL-3.0-or-later
// New key pairs for DKIM (RFC 6376; Ed25519 as RFC 8463 publishes it).
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/mail/dkimkey.h"

#include <QString>

namespace host {

struct KeyPair
{
    Secret secret;  // PEM (PKCS #8)
    QString record; // "v=DKIM1; k=rsa; p=…"
};

Result<KeyPair> makeKeyPair(mail::DkimAlgorithm algorithm);

} // namespace host
