// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/signingkey.h"

#include <memory>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace host {

namespace {

constexpr size_t rsaBits = 2048; // RFC 8301, 3.2; more would not fit into many zones

Error failed()
{
    char text[256] = {};
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    return {Error::Kind::Internal,
            QStringLiteral("A key could not be made: %1").arg(QLatin1String(text)),
            {},
            {},
            0};
}

QByteArray publicHalf(EVP_PKEY *key, mail::DkimAlgorithm algorithm)
{
    if (algorithm == mail::DkimAlgorithm::Ed25519) { // the 32 bytes alone
        size_t size = 32;
        QByteArray bytes(qsizetype(size), '\0');
        const bool good = EVP_PKEY_get_raw_public_key(
                              key, reinterpret_cast<unsigned char *>(bytes.data()), &size) == 1;
        return good && size == 32 ? bytes : QByteArray();
    }
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    const QByteArray bytes(reinterpret_cast<char *>(der), qMax(0, size));
    OPENSSL_free(der);
    return bytes;
}

} // namespace

Result<KeyPair> makeKeyPair(mail::DkimAlgorithm algorithm)
{
    const bool edwards = algorithm == mail::DkimAlgorithm::Ed25519;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        edwards ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                : EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", rsaBits),
        EVP_PKEY_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_secmem()), BIO_free);
    if (!key || !out ||
        PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1)
        return failed();
    const QByteArray shown = publicHalf(key.get(), algorithm);
    char *at = nullptr;
    const long size = BIO_get_mem_data(out.get(), &at);
    if (shown.isEmpty() || size <= 0)
        return failed();
    KeyPair pair;
    pair.secret = Secret(QByteArray(at, qsizetype(size)));
    pair.record = QStringLiteral("v=DKIM1; k=%1; p=%2")
                      .arg(mail::word(algorithm), QString::fromLatin1(shown.toBase64()));
    return pair;
}

} // namespace host
