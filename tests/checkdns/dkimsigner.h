// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and signatures for tests; the product leaves signing to the mail host.
#pragma once

#include "app/check/dns/dkim.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <QCryptographicHash>

#include <memory>

class DkimSigner
{
public:
    // `bits` 0 = Ed25519
    explicit DkimSigner(int bits)
        : m_key(bits == 0 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")
                          : EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t(bits)),
                EVP_PKEY_free)
        , m_edwards(bits == 0)
    {
    }

    QByteArray record() const
    {
        if (m_edwards)
            return "v=DKIM1; k=ed25519; p=" + raw(true).toBase64();
        unsigned char *der = nullptr;
        const int size = i2d_PUBKEY(m_key.get(), &der);
        const QByteArray out(reinterpret_cast<char *>(der), size);
        OPENSSL_free(der);
        return "v=DKIM1; k=rsa; p=" + out.toBase64();
    }
    // as python3-dkim takes it: PEM, or base64 of the seed
    QByteArray secret() const
    {
        if (m_edwards)
            return raw(false).toBase64();
        BIO *const bio = BIO_new(BIO_s_mem());
        PEM_write_bio_PrivateKey_traditional(bio, m_key.get(), nullptr, nullptr, 0, nullptr,
                                             nullptr);
        char *data = nullptr;
        const long size = BIO_get_mem_data(bio, &data);
        const QByteArray out(data, int(size));
        BIO_free(bio);
        return out;
    }

    struct Options
    {
        QByteArray domain = "a.example";
        QByteArray selector = "sel";
        QByteArray canonical = "relaxed/relaxed";
        QByteArray fields = "from:to:subject:date";
        QByteArray more;      // "; x=1; i=@sub.a.example"
        QByteArray algorithm; // empty = what the key is for
        int length = -1;
    };
    // The message with a DKIM-Signature in front.
    QByteArray sign(const QByteArray &message, const Options &o) const
    {
        const check::MailText mail = check::splitMail(message);
        const QList<QByteArray> ways = o.canonical.split('/');
        const QByteArray algorithm = !o.algorithm.isEmpty() ? o.algorithm
                                     : m_edwards            ? QByteArray("ed25519-sha256")
                                                            : QByteArray("rsa-sha256");
        const bool sha1 = algorithm.endsWith("sha1");
        QByteArray body = check::canonicalBody(mail.body, ways.value(1) == "relaxed");
        if (o.length >= 0)
            body.truncate(o.length);
        const QByteArray hash = QCryptographicHash::hash(body, sha1 ? QCryptographicHash::Sha1
                                                                    : QCryptographicHash::Sha256);
        QByteArray field = "DKIM-Signature: v=1; a=" + algorithm + "; c=" + o.canonical +
                           "; d=" + o.domain + ";\r\n s=" + o.selector + "; h=" + o.fields +
                           "; bh=" + hash.toBase64() + o.more;
        if (o.length >= 0)
            field += "; l=" + QByteArray::number(o.length);
        field += ";\r\n\tb=";
        QByteArray data = check::signedHeader(mail.header, o.fields.split(':'), field,
                                              ways.value(0) == "relaxed");
        if (m_edwards)
            data = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              EVP_MD_CTX_free);
        const EVP_MD *digest = m_edwards ? nullptr : sha1 ? EVP_sha1() : EVP_sha256();
        EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, m_key.get());
        size_t size = 1024;
        QByteArray signature(int(size), '\0');
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       reinterpret_cast<const unsigned char *>(data.constData()),
                       size_t(data.size()));
        signature.truncate(int(size));
        return field + signature.toBase64() + "\r\n" + message;
    }

private:
    QByteArray raw(bool publicOne) const
    {
        unsigned char bytes[32];
        size_t size = sizeof bytes;
        if (publicOne)
            EVP_PKEY_get_raw_public_key(m_key.get(), bytes, &size);
        else
            EVP_PKEY_get_raw_private_key(m_key.get(), bytes, &size);
        return {reinterpret_cast<const char *>(bytes), int(size)};
    }
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
    bool m_edwards;
};
