// SPDX-License-Identifier: GPL-3.0-or-later
// What a server's certificates say, for people: names, issuer, time, whether an authority stands
// behind them.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace check {

struct CertificateFacts
{
    QString subject; // its common name, or the first name it is for
    QString issuer;
    QStringList names;     // it is for: DNS names, as written ("*.example.org")
    QDateTime from, until; // UTC
    bool isSelfSigned = false;
};
// Nothing when `der` is no certificate.
std::optional<CertificateFacts> certificateFacts(const QByteArray &der);

// Whether it is for this host (RFC 6125).
bool isForHost(const QByteArray &der, const QByteArray &host);

// Whether an authority that this machine trusts (or `caFile`, PEM) stands behind the chain, the
// server's own first; names are not looked at. Nothing where this machine's authorities are not
// known to the library.
std::optional<bool> isTrusted(const QList<QByteArray> &chain, const QString &caFile, qint64 now);

} // namespace check
