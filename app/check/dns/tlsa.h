// SPDX-License-Identifier: GPL-3.0-or-later
// TLSA records of mail hosts (DANE, RFC 6698, 7671, 7672): what they say, and whether the
// certificate that is served fits.
#pragma once

#include "app/wire/dns/dnsrecord.h"

namespace check {

// Why a TLSA record cannot be used for SMTP (RFC 7672, 3.1); empty when it can.
QString tlsaProblem(const wire::TlsaData &tlsa);
// Whether it fits one of the certificates served (DER, the server's own first).
bool tlsaMatches(const wire::TlsaData &tlsa, const QList<QByteArray> &chain);
// "the server's own certificate, by the SHA-256 hash of its public key": usage, selector and
// matching type as a translated clause (context "Finding").
QString tlsaWords(const wire::TlsaData &tlsa);
// The record to publish for a certificate (DER): 3 1 1, its public key by SHA-256, which outlives
// renewals that keep the key. Nothing when it is no certificate.
std::optional<wire::TlsaData> tlsaFor(const QByteArray &certificate);

} // namespace check
