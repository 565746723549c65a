// SPDX-License-Identifier: GPL-3.0-or-later
// Signs record sets for tests: one zone, one ECDSA P-256 key (RFC 4034, RFC 6605).
#pragma once

#include "app/wire/dns/dnspacket.h"

#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>

#include <QCryptographicHash>
#include <QDateTime>

#include <memory>

class SignedZone
{
public:
    explicit SignedZone(const QByteArray &zone)
        : m_zone(zone)
        , m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free)
    {
        unsigned char point[65];
        size_t size = 0;
        EVP_PKEY_get_octet_string_param(m_key.get(), OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point,
                                        &size);
        m_public = QByteArray(reinterpret_cast<char *>(point) + 1, 64);
    }

    wire::DnsRecord dnskey() const
    {
        return {m_zone, wire::RecordType::DNSKEY, 300, wire::DnskeyData{257, 3, 13, m_public}};
    }
    // The trust anchor, as text.
    QByteArray anchor() const
    {
        return m_zone + ". IN DS " + QByteArray::number(keyTag()) + " 13 2 " + ds().digest.toHex();
    }
    wire::DsData ds() const
    {
        const QByteArray data = wireName(m_zone) + wire::rdataOf(dnskey());
        return {quint16(keyTag()), 13, 2,
                QCryptographicHash::hash(data, QCryptographicHash::Sha256)};
    }
    // The records of one set and their signature, valid from `begins` to `ends` (seconds from now).
    QList<wire::DnsRecord> sign(const QList<wire::DnsRecord> &set, int begins = -3600,
                                int ends = 3600) const
    {
        const wire::DnsRecord &first = set.constFirst();
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        QByteArray rdata;
        put16(rdata, uint(first.type));
        rdata += char(13);
        rdata += char(wire::labelsOf(first.name).size());
        put32(rdata, first.ttl);
        put32(rdata, quint32(now + ends));
        put32(rdata, quint32(now + begins));
        put16(rdata, keyTag());
        rdata += wireName(m_zone);
        QList<QByteArray> records;
        for (const wire::DnsRecord &record : set) {
            QByteArray one = wireName(record.name);
            put16(one, uint(record.type));
            put16(one, 1);
            put32(one, record.ttl);
            const QByteArray data = wire::rdataOf(record);
            put16(one, uint(data.size()));
            records.append(one + data);
        }
        std::sort(records.begin(), records.end());
        wire::DnsRecord rrsig{first.name, wire::RecordType::RRSIG, first.ttl,
                              wire::RawData{rdata + signature(rdata + records.join())}};
        return QList<wire::DnsRecord>(set) << rrsig;
    }

private:
    static void put16(QByteArray &out, uint value)
    {
        out += char(value >> 8);
        out += char(value);
    }
    static void put32(QByteArray &out, quint32 value)
    {
        put16(out, value >> 16);
        put16(out, value & 0xffff);
    }
    static QByteArray wireName(const QByteArray &name)
    {
        QByteArray out;
        for (const QByteArray &label : wire::labelsOf(name.toLower()))
            out += char(label.size()) + label;
        return out + QByteArray(1, '\0');
    }
    uint keyTag() const
    {
        const QByteArray data = wire::rdataOf(dnskey());
        quint32 sum = 0;
        for (qsizetype i = 0; i < data.size(); ++i)
            sum += i & 1 ? quint8(data[i]) : quint32(quint8(data[i])) << 8;
        return (sum + (sum >> 16)) & 0xffff;
    }
    QByteArray signature(const QByteArray &data) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              EVP_MD_CTX_free);
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
        unsigned char der[128];
        size_t size = sizeof der;
        EVP_DigestSign(context.get(), der, &size,
                       reinterpret_cast<const unsigned char *>(data.constData()),
                       size_t(data.size()));
        const unsigned char *begin = der;
        ECDSA_SIG *const parts = d2i_ECDSA_SIG(nullptr, &begin, long(size));
        unsigned char raw[64];
        BN_bn2binpad(ECDSA_SIG_get0_r(parts), raw, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(parts), raw + 32, 32);
        ECDSA_SIG_free(parts);
        return {reinterpret_cast<char *>(raw), 64};
    }

    QByteArray m_zone;
    QByteArray m_public;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};
