// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of DNSSEC: tags, digests, signatures (RFC 4034, 5702, 6605, 8080).
#include "app/check/dns/chain.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <QCryptographicHash>

#include <memory>

namespace check {

namespace {

template <class T, auto f>
struct Freed
{
    void operator()(T *one) const { f(one); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM, OSSL_PARAM_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>>;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

void put16(QByteArray &out, uint value)
{
    out += char(value >> 8);
    out += char(value);
}

void put32(QByteArray &out, quint32 value)
{
    put16(out, value >> 16);
    put16(out, value & 0xffff);
}

QByteArray wireName(const QByteArray &name)
{
    QByteArray out;
    for (const QByteArray &label : wire::labelsOf(wire::canonicalName(name)))
        out += char(label.size()) + label;
    return out + '\0';
}

// Exponent and modulus of RFC 3110.
std::pair<QByteArray, QByteArray> rsaParts(const QByteArray &key)
{
    if (key.size() < 3)
        return {};
    qsizetype length = quint8(key[0]);
    qsizetype at = 1;
    if (length == 0) {
        length = quint8(key[1]) << 8 | quint8(key[2]);
        at = 3;
    }
    if (length == 0 || at + length >= key.size())
        return {};
    return {key.mid(at, length), key.mid(at + length)};
}

Key made(const char *type, OSSL_PARAM_BLD *builder)
{
    const Params params(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *out = nullptr;
    if (params && context && EVP_PKEY_fromdata_init(context.get()) == 1)
        EVP_PKEY_fromdata(context.get(), &out, EVP_PKEY_PUBLIC_KEY, params.get());
    return Key(out);
}

Key publicKey(const wire::DnskeyData &key)
{
    const QByteArray &data = key.key;
    const Builder builder(OSSL_PARAM_BLD_new());
    switch (key.algorithm) {
    case 5:
    case 7:
    case 8:
    case 10: {
        const auto [exponent, modulus] = rsaParts(data);
        if (modulus.isEmpty())
            return {};
        const Number e(BN_bin2bn(raw(exponent), int(exponent.size()), nullptr));
        const Number n(BN_bin2bn(raw(modulus), int(modulus.size()), nullptr));
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
        return made("RSA", builder.get());
    }
    case 13:
    case 14: {
        if (data.size() != (key.algorithm == 13 ? 64 : 96))
            return {};
        const QByteArray point = '\4' + data;
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME,
                                        key.algorithm == 13 ? "P-256" : "P-384", 0);
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
                                         size_t(point.size()));
        return made("EC", builder.get());
    }
    case 15:
    case 16:
        return Key(
            EVP_PKEY_new_raw_public_key(key.algorithm == 15 ? EVP_PKEY_ED25519 : EVP_PKEY_ED448,
                                        nullptr, raw(data), size_t(data.size())));
    default:
        return {};
    }
}

// r and s one behind the other, as OpenSSL wants them.
QByteArray ecdsaDer(const QByteArray &signature)
{
    const int half = int(signature.size() / 2);
    const std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG, ECDSA_SIG_free>> parts(ECDSA_SIG_new());
    ECDSA_SIG_set0(parts.get(), BN_bin2bn(raw(signature), half, nullptr),
                   BN_bin2bn(raw(signature) + half, half, nullptr));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &der);
    const QByteArray out(reinterpret_cast<char *>(der), std::max(size, 0));
    OPENSSL_free(der);
    return out;
}

// Data in canonical form: names of the older types in lower case (RFC 4034, 6.2).
QByteArray canonicalData(wire::DnsRecord record)
{
    if (auto *soa = std::get_if<wire::SoaData>(&record.data)) {
        soa->primary = wire::canonicalName(soa->primary);
        soa->contact = wire::canonicalName(soa->contact);
    } else if (auto *name = std::get_if<wire::NameData>(&record.data)) {
        *name = wire::canonicalName(*name);
    } else if (auto *mx = std::get_if<wire::MxData>(&record.data)) {
        mx->host = wire::canonicalName(mx->host);
    } else if (auto *srv = std::get_if<wire::SrvData>(&record.data)) {
        srv->target = wire::canonicalName(srv->target);
    }
    return wire::rdataOf(record);
}

} // namespace

Strength algorithmStrength(quint8 algorithm)
{
    switch (algorithm) {
    case 8:
    case 10:
    case 13:
    case 14:
    case 15:
    case 16:
        return Strength::Good;
    case 5:
    case 7:
        return Strength::Weak;
    default:
        return Strength::Forbidden;
    }
}

QString algorithmName(quint8 algorithm)
{
    static const std::pair<quint8, const char *> names[] = {{1, "RSAMD5"},
                                                            {3, "DSA"},
                                                            {5, "RSASHA1"},
                                                            {6, "DSA-NSEC3-SHA1"},
                                                            {7, "RSASHA1-NSEC3-SHA1"},
                                                            {8, "RSASHA256"},
                                                            {10, "RSASHA512"},
                                                            {12, "ECC-GOST"},
                                                            {13, "ECDSAP256SHA256"},
                                                            {14, "ECDSAP384SHA384"},
                                                            {15, "ED25519"},
                                                            {16, "ED448"}};
    for (const auto &[number, name] : names)
        if (number == algorithm)
            return QLatin1String(name);
    return QString::number(algorithm) + u'?';
}

Strength digestStrength(quint8 digestType)
{
    return digestType == 2 || digestType == 4 ? Strength::Good
           : digestType == 1                  ? Strength::Weak
                                              : Strength::Forbidden;
}

QString digestName(quint8 digestType)
{
    switch (digestType) {
    case 1:
        return QStringLiteral("SHA-1");
    case 2:
        return QStringLiteral("SHA-256");
    case 3:
        return QStringLiteral("GOST");
    case 4:
        return QStringLiteral("SHA-384");
    default:
        return QString::number(digestType) + u'?';
    }
}

quint16 keyTag(const wire::DnskeyData &key)
{
    const QByteArray data = wire::rdataOf({{}, wire::RecordType::DNSKEY, 0, key});
    quint32 sum = 0;
    for (qsizetype i = 0; i < data.size(); ++i)
        sum += i & 1 ? quint8(data[i]) : quint32(quint8(data[i])) << 8;
    return quint16(sum + (sum >> 16));
}

QByteArray dsDigest(const QByteArray &zone, const wire::DnskeyData &key, quint8 digestType)
{
    const QByteArray data = wireName(zone) + wire::rdataOf({{}, wire::RecordType::DNSKEY, 0, key});
    switch (digestType) {
    case 1:
        return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
    case 2:
        return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
    case 4:
        return QCryptographicHash::hash(data, QCryptographicHash::Sha384);
    default:
        return {};
    }
}

int keyBits(const wire::DnskeyData &key)
{
    const Key made = publicKey(key);
    return made ? EVP_PKEY_get_bits(made.get()) : 0;
}

bool isSignedBy(const QList<wire::DnsRecord> &records, const wire::RrsigData &signature,
                const wire::DnskeyData &key)
{
    if (records.isEmpty() || signature.algorithm != key.algorithm || key.protocol != 3 ||
        !(key.flags & 0x100))
        return false;
    const Key made = publicKey(key);
    const Digest context(EVP_MD_CTX_new());
    if (!made || !context)
        return false;
    // a set that came of a wildcard is signed under its name (RFC 4035, 5.3.2)
    QList<QByteArray> labels = wire::labelsOf(wire::canonicalName(records.constFirst().name));
    QByteArray owner = wireName(records.constFirst().name);
    if (signature.labels < labels.size())
        owner = QByteArray("\1*") +
                wireName(wire::nameOf(labels.mid(labels.size() - signature.labels)));
    else if (signature.labels > labels.size())
        return false;
    QByteArray data;
    put16(data, uint(signature.covered));
    data += char(signature.algorithm);
    data += char(signature.labels);
    for (const quint32 n : {signature.ttl, signature.expiration, signature.inception})
        put32(data, n);
    put16(data, signature.tag);
    data += wireName(signature.signer);
    QList<QByteArray> set;
    for (const wire::DnsRecord &record : records)
        set.append(canonicalData(record));
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    for (const QByteArray &one : std::as_const(set)) {
        data += owner;
        put16(data, uint(signature.covered));
        put16(data, 1);
        put32(data, signature.ttl);
        put16(data, uint(one.size()));
        data += one;
    }
    const bool curve = key.algorithm == 13 || key.algorithm == 14;
    if (curve && signature.signature.size() != (key.algorithm == 13 ? 64 : 96))
        return false;
    const QByteArray bytes = curve ? ecdsaDer(signature.signature) : signature.signature;
    const EVP_MD *hash = nullptr;
    switch (key.algorithm) {
    case 5:
    case 7:
        hash = EVP_sha1();
        break;
    case 8:
    case 13:
        hash = EVP_sha256();
        break;
    case 10:
        hash = EVP_sha512();
        break;
    case 14:
        hash = EVP_sha384();
        break;
    default: // Edwards curves hash for themselves
        break;
    }
    return EVP_DigestVerifyInit(context.get(), nullptr, hash, nullptr, made.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw(bytes), size_t(bytes.size()), raw(data),
                            size_t(data.size())) == 1;
}

} // namespace check
