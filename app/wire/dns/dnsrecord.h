// SPDX-License-Identifier: GPL-3.0-or-later
// What DNS says, as values. A name is written with dots between labels and no dot at the end; a
// dot or backslash inside a label is escaped with a backslash, every other byte stands for itself.
#pragma once

#include "app/wire/dns/ipaddress.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace wire {

enum class RecordType : quint16
{
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    PTR = 12,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    SRV = 33,
    DNAME = 39,
    DS = 43,
    SSHFP = 44,
    RRSIG = 46,
    DNSKEY = 48,
    TLSA = 52,
    SMIMEA = 53,
    SPF = 99,
    CAA = 257
};

// "MX"; a type without a word is "TYPE123" (RFC 3597). The reverse takes either, in any case.
QByteArray typeWord(RecordType type);
std::optional<RecordType> typeFromWord(QByteArrayView word);

struct MxData
{
    quint16 preference = 0;
    QByteArray host; // empty = "." (RFC 7505: takes no mail)
    bool operator==(const MxData &) const = default;
};
struct SrvData
{
    quint16 priority = 0, weight = 0, port = 0;
    QByteArray target;
    bool operator==(const SrvData &) const = default;
};
struct TlsaData // TLSA and SMIMEA
{
    quint8 usage = 0, selector = 0, matching = 0;
    QByteArray data;
    bool operator==(const TlsaData &) const = default;
};
struct CaaData
{
    quint8 flags = 0;
    QByteArray tag, value;
    bool operator==(const CaaData &) const = default;
};
struct SoaData
{
    QByteArray primary, contact;
    quint32 serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0;
    bool operator==(const SoaData &) const = default;
};
struct DsData
{
    quint16 tag = 0;
    quint8 algorithm = 0, digestType = 0;
    QByteArray digest;
    bool operator==(const DsData &) const = default;
};
struct DnskeyData
{
    quint16 flags = 0;
    quint8 protocol = 0, algorithm = 0;
    QByteArray key;
    bool operator==(const DnskeyData &) const = default;
};
struct SshfpData
{
    quint8 algorithm = 0, digestType = 0;
    QByteArray digest;
    bool operator==(const SshfpData &) const = default;
};
struct RrsigData // RFC 4034, section 3
{
    RecordType covered = RecordType::A;
    quint8 algorithm = 0, labels = 0;
    quint32 ttl = 0; // of the signed records
    quint32 expiration = 0, inception = 0;
    quint16 tag = 0;
    QByteArray signer, signature;
    bool operator==(const RrsigData &) const = default;
};
using TxtData = QList<QByteArray>; // the character-strings
using NameData = QByteArray;       // CNAME, DNAME, NS, PTR
struct RawData                     // every type without a shape of its own
{
    QByteArray bytes;
    bool operator==(const RawData &) const = default;
};

struct DnsRecord
{
    QByteArray name;
    RecordType type = RecordType::A;
    quint32 ttl = 0;
    std::variant<RawData, IpAddress, NameData, MxData, TxtData, SrvData, TlsaData, CaaData, SoaData,
                 DsData, DnskeyData, SshfpData, RrsigData>
        data;

    template <class T>
    const T *as() const
    {
        return std::get_if<T>(&data);
    }
    QByteArray txt() const;      // all character-strings joined without anything between
    QByteArray dataText() const; // the record's value as in a zone file

    bool operator==(const DnsRecord &) const = default;
};

// The value as written in a zone file ("10 mail.example.", "3 1 1 ab…", "\"v=spf1\" \" -all\"");
// names are absolute with or without the last dot. Nothing when it does not fit the type.
std::optional<DnsRecord> recordFromText(const QByteArray &name, RecordType type,
                                        QByteArrayView value, quint32 ttl = 3600);

// Lower case, without the last dot.
QByteArray canonicalName(QByteArrayView name);
// The labels, escapes resolved. "" and "." have none.
QList<QByteArray> labelsOf(QByteArrayView name);
QByteArray nameOf(const QList<QByteArray> &labels); // escapes what must be
// No label empty or longer than 63, at most 253 bytes without the last dot.
bool isUsableName(QByteArrayView name);
// The same name or below it, whatever the case; everything is below the root ("").
bool isSameOrBelow(QByteArrayView name, QByteArrayView parent);

} // namespace wire
