// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/tlsa.h"

#include <openssl/x509.h>

#include <QCoreApplication>
#include <QCryptographicHash>

#include <memory>

namespace check {

namespace {

// The public key of a certificate as TLSA hashes it (SubjectPublicKeyInfo); empty: no certificate.
QByteArray publicKeyOf(const QByteArray &der)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        d2i_X509(nullptr, &begin, long(der.size())), X509_free);
    if (!certificate)
        return {};
    unsigned char *out = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &out);
    if (size <= 0)
        return {};
    const QByteArray key(reinterpret_cast<char *>(out), size);
    OPENSSL_free(out);
    return key;
}

} // namespace

QString tlsaProblem(const wire::TlsaData &tlsa)
{
    if (tlsa.usage == 0 || tlsa.usage == 1)
        return QStringLiteral("usage %1 (public authorities) does not count for mail")
            .arg(tlsa.usage);
    if (tlsa.usage > 3)
        return QStringLiteral("usage %1 is not known").arg(tlsa.usage);
    if (tlsa.selector > 1)
        return QStringLiteral("selector %1 is not known").arg(tlsa.selector);
    if (tlsa.matching > 2)
        return QStringLiteral("matching type %1 is not known").arg(tlsa.matching);
    const qsizetype length = tlsa.matching == 1 ? 32 : tlsa.matching == 2 ? 64 : 0;
    if (length != 0 && tlsa.data.size() != length)
        return QStringLiteral("the hash has %1 bytes in place of %2")
            .arg(tlsa.data.size())
            .arg(length);
    if (tlsa.data.isEmpty())
        return QStringLiteral("it holds no data");
    return {};
}

bool tlsaMatches(const wire::TlsaData &tlsa, const QList<QByteArray> &chain)
{
    // usage 3 (and 1) is about the server's own certificate, 2 (and 0) about any above it, too
    const bool own = tlsa.usage == 3 || tlsa.usage == 1;
    for (qsizetype i = 0; i < chain.size() && (!own || i == 0); ++i) {
        const QByteArray data = tlsa.selector == 1 ? publicKeyOf(chain[i]) : chain[i];
        if (data.isEmpty())
            continue;
        const QByteArray value =
            tlsa.matching == 1   ? QCryptographicHash::hash(data, QCryptographicHash::Sha256)
            : tlsa.matching == 2 ? QCryptographicHash::hash(data, QCryptographicHash::Sha512)
                                 : data;
        if (value == tlsa.data)
            return true;
    }
    return false;
}

QString tlsaWords(const wire::TlsaData &tlsa)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("Finding", text); };
    const QString whose =
        tlsa.usage == 3 ? say(QT_TRANSLATE_NOOP("Finding", "the mail host's own certificate"))
        : tlsa.usage == 2
            ? say(QT_TRANSLATE_NOOP("Finding", "a certificate authority above the mail host's"))
            : say(QT_TRANSLATE_NOOP("Finding", "a certificate of the public authorities"));
    const bool key = tlsa.selector == 1;
    const QString how =
        tlsa.matching == 0 ? (key ? say(QT_TRANSLATE_NOOP("Finding", "its public key in full"))
                                  : say(QT_TRANSLATE_NOOP("Finding", "the certificate in full")))
        : key
            ? say(QT_TRANSLATE_NOOP("Finding", "the %1 hash of its public key"))
                  .arg(tlsa.matching == 2 ? QStringLiteral("SHA-512") : QStringLiteral("SHA-256"))
            : say(QT_TRANSLATE_NOOP("Finding", "the %1 hash of the certificate"))
                  .arg(tlsa.matching == 2 ? QStringLiteral("SHA-512") : QStringLiteral("SHA-256"));
    return say(QT_TRANSLATE_NOOP("Finding", "%1, by %2")).arg(whose, how);
}

std::optional<wire::TlsaData> tlsaFor(const QByteArray &certificate)
{
    const QByteArray key = publicKeyOf(certificate);
    if (key.isEmpty())
        return {};
    return wire::TlsaData{3, 1, 1, QCryptographicHash::hash(key, QCryptographicHash::Sha256)};
}

} // namespace check
