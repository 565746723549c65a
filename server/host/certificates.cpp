// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/certificates.h"

#include "app/base/log.h"
#include "server/host/files.h"

#include <memory>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace host {

namespace {

template <auto release>
struct Freed
{
    template <class T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;

constexpr int renewalDays = 30;

Error failed(const QString &what)
{
    char text[256] = {};
    ERR_error_string_n(ERR_get_error(), text, sizeof text);
    return {
        Error::Kind::Internal, QStringLiteral("%1: %2").arg(what, QLatin1String(text)), {}, {}, 0};
}

Memory memoryOf(const QByteArray &bytes)
{
    return Memory(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

QByteArray pem(X509 *certificate)
{
    const Memory out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate);
    char *at = nullptr;
    const long size = BIO_get_mem_data(out.get(), &at);
    return {at, qsizetype(size)};
}

QByteArray pem(EVP_PKEY *key)
{
    const Memory out(BIO_new(BIO_s_secmem()));
    PEM_write_bio_PrivateKey(out.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *at = nullptr;
    const long size = BIO_get_mem_data(out.get(), &at);
    return {at, qsizetype(size)};
}

Certificate certificateFrom(const QString &file)
{
    const QByteArray bytes = readFile(file);
    return Certificate(PEM_read_bio_X509(memoryOf(bytes).get(), nullptr, nullptr, nullptr));
}

Key keyFrom(const QString &file)
{
    const QByteArray bytes = readFile(file);
    return Key(PEM_read_bio_PrivateKey(memoryOf(bytes).get(), nullptr, nullptr, nullptr));
}

bool endsBefore(const X509 *certificate, const QDateTime &time)
{
    time_t t = time.toSecsSinceEpoch();
    return X509_cmp_time(X509_get0_notAfter(certificate), &t) <= 0;
}

bool extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    const bool good = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return good;
}

struct Made
{
    Key key;
    Certificate certificate;
};

// `issuer` null: self-signed.
Result<Made> make(const QString &commonName, int days, const QDateTime &now, const Made *issuer,
                  const QList<std::pair<int, QByteArray>> &extensions)
{
    Made made;
    made.key.reset(EVP_EC_gen("P-256"));
    made.certificate.reset(X509_new());
    X509 *c = made.certificate.get();
    if (!made.key || !c)
        return failed(QStringLiteral("A key could not be made"));

    const std::unique_ptr<BIGNUM, Freed<BN_free>> serial(BN_new());
    BN_rand(serial.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY);
    BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(c));
    X509_set_version(c, X509_VERSION_3);
    // An hour back: another machine's clock may be a little behind.
    ASN1_TIME_set(X509_getm_notBefore(c), now.toSecsSinceEpoch() - 3600);
    ASN1_TIME_set(X509_getm_notAfter(c), now.toSecsSinceEpoch() + qint64(days) * 86400);
    X509_set_pubkey(c, made.key.get());
    const QByteArray name = commonName.toUtf8().left(64);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(c), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1,
                               0);
    X509 *signer = issuer ? issuer->certificate.get() : c;
    X509_set_issuer_name(c, X509_get_subject_name(signer));
    for (const auto &[nid, value] : extensions)
        if (!extend(c, signer, nid, value))
            return failed(QStringLiteral("A certificate could not be made"));
    if (X509_sign(c, issuer ? issuer->key.get() : made.key.get(), EVP_sha256()) == 0)
        return failed(QStringLiteral("A certificate could not be signed"));
    return made;
}

bool covers(X509 *certificate, const QString &name)
{
    return X509_check_host(certificate, name.toLatin1().constData(), 0, 0, nullptr) == 1;
}

} // namespace

Result<void> ensureCertificates(const Layout &layout, const QDateTime &now)
{
    if (!layout.local)
        return {};
    const QString authorityKey = layout.tls + QStringLiteral("/ca.key");
    const QDateTime soon = now.addDays(renewalDays);

    Made authority{keyFrom(authorityKey), certificateFrom(layout.ca)};
    const bool goodAuthority =
        authority.key && authority.certificate &&
        X509_check_private_key(authority.certificate.get(), authority.key.get()) == 1 &&
        !endsBefore(authority.certificate.get(), soon);
    if (!goodAuthority) {
        auto made = make(QStringLiteral("Mailwright private host (%1)").arg(layout.domain), 3652,
                         now, nullptr,
                         {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                          {NID_key_usage, "critical,keyCertSign,cRLSign"},
                          {NID_subject_key_identifier, "hash"}});
        if (!made)
            return made.error();
        authority = std::move(*made);
        if (auto w = writeWhole(authorityKey, pem(authority.key.get()), 0600); !w)
            return w;
        if (auto w = writeWhole(layout.ca, pem(authority.certificate.get()), 0644); !w)
            return w;
        qCInfo(lcHost, "made a certificate authority, %s", qPrintable(layout.ca));
    }

    const Made server{keyFrom(layout.key), certificateFrom(layout.certificate)};
    if (goodAuthority && server.key && server.certificate &&
        X509_check_private_key(server.certificate.get(), server.key.get()) == 1 &&
        X509_verify(server.certificate.get(), authority.key.get()) == 1 &&
        !endsBefore(server.certificate.get(), soon) &&
        covers(server.certificate.get(), layout.mailName))
        return {};
    const auto made =
        make(layout.mailName, 365, now, &authority,
             {{NID_basic_constraints, "critical,CA:FALSE"},
              {NID_key_usage, "critical,digitalSignature"},
              {NID_ext_key_usage, "serverAuth"},
              {NID_subject_key_identifier, "hash"},
              {NID_authority_key_identifier, "keyid"},
              {NID_subject_alt_name,
               "DNS:localhost,DNS:" + layout.mailName.toLatin1() + ",IP:127.0.0.1,IP:::1"}});
    if (!made)
        return made.error();
    // The key first: a certificate without its key is found out and made again at the next start.
    if (auto w = writeWhole(layout.key, pem(made->key.get()), 0600); !w)
        return w;
    if (auto w = writeWhole(layout.certificate, pem(made->certificate.get()), 0644); !w)
        return w;
    qCInfo(lcHost, "made a server certificate for %s", qPrintable(layout.mailName));
    return {};
}

} // namespace host
