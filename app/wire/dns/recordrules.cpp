// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/recordrules.h"

#include <QCoreApplication>

#include <array>
#include <limits>

namespace wire {

namespace {

constexpr quint32 byte = 255;
constexpr quint32 word = 65535;
constexpr quint32 longWord = std::numeric_limits<quint32>::max();

constexpr PartRule priority{
    "priority", PartKind::Number, word,
    QT_TRANSLATE_NOOP("DNS", "The priority must be a number from 0 to 65535.")};
constexpr PartRule algorithm{
    "algorithm", PartKind::Number, byte,
    QT_TRANSLATE_NOOP("DNS", "The algorithm must be a number from 0 to 255.")};
constexpr PartRule target{
    "host", PartKind::Name, 0,
    QT_TRANSLATE_NOOP("DNS", "The target is a name such as www.example.org.")};

constexpr std::array ipv4{
    PartRule{"address", PartKind::Address, 0,
             QT_TRANSLATE_NOOP("DNS", "An IPv4 address such as 192.0.2.1 is needed.")}};
constexpr std::array ipv6{
    PartRule{"address", PartKind::Address, 0,
             QT_TRANSLATE_NOOP("DNS", "An IPv6 address such as 2001:db8::1 is needed.")}};
constexpr std::array alias{target};
constexpr std::array nameServer{
    PartRule{"host", PartKind::Host, 0,
             QT_TRANSLATE_NOOP("DNS", "The name server is a name such as ns1.example.org.")}};
constexpr std::array exchange{
    priority,
    PartRule{"host", PartKind::Host, 0,
             QT_TRANSLATE_NOOP("DNS", "The mail host is a name such as mail.example.org, or "
                                      "a dot where no mail is taken.")}};
constexpr std::array service{
    priority,
    PartRule{"weight", PartKind::Number, word,
             QT_TRANSLATE_NOOP("DNS", "The weight must be a number from 0 to 65535.")},
    PartRule{"port", PartKind::Number, word,
             QT_TRANSLATE_NOOP("DNS", "The port must be a number from 0 to 65535.")},
    PartRule{"host", PartKind::Host, 0,
             QT_TRANSLATE_NOOP("DNS", "The host is a name such as mail.example.org, or a dot where "
                                      "there is no such service.")}};
constexpr std::array text{
    PartRule{"text", PartKind::Text, 0, QT_TRANSLATE_NOOP("DNS", "The text is missing.")}};
constexpr std::array authority{
    PartRule{"flags", PartKind::Number, byte,
             QT_TRANSLATE_NOOP("DNS", "The flags must be a number from 0 to 255; 0 is usual.")},
    PartRule{
        "tag", PartKind::Tag, 0,
        QT_TRANSLATE_NOOP("DNS", "The tag has letters and digits: issue, issuewild or iodef.")},
    PartRule{
        "value", PartKind::String, 0,
        QT_TRANSLATE_NOOP("DNS", "The value after the tag is missing: \"ca.example\" for one.")}};
constexpr std::array certificate{
    PartRule{"usage", PartKind::Number, byte,
             QT_TRANSLATE_NOOP("DNS", "The usage must be a number from 0 to 255; 3 is usual.")},
    PartRule{"selector", PartKind::Number, byte,
             QT_TRANSLATE_NOOP("DNS", "The selector must be a number from 0 to 255; 1 is usual.")},
    PartRule{
        "matching_type", PartKind::Number, byte,
        QT_TRANSLATE_NOOP("DNS", "The matching type must be a number from 0 to 255; 1 is usual.")},
    PartRule{"digest", PartKind::Hex, 0,
             QT_TRANSLATE_NOOP("DNS", "The data of the certificate has hexadecimal digits, two for "
                                      "each byte.")}};
constexpr std::array signer{
    PartRule{"key_tag", PartKind::Number, word,
             QT_TRANSLATE_NOOP("DNS", "The key tag must be a number from 0 to 65535.")},
    algorithm,
    PartRule{
        "digest_type", PartKind::Number, byte,
        QT_TRANSLATE_NOOP("DNS", "The digest type must be a number from 0 to 255; 2 is usual.")},
    PartRule{"digest", PartKind::Hex, 0,
             QT_TRANSLATE_NOOP("DNS", "The digest has hexadecimal digits, two for each byte.")}};
constexpr std::array fingerprint{
    algorithm,
    PartRule{"digest_type", PartKind::Number, byte,
             QT_TRANSLATE_NOOP("DNS", "The fingerprint type must be a number from 0 to 255; 2 is "
                                      "usual.")},
    PartRule{
        "digest", PartKind::Hex, 0,
        QT_TRANSLATE_NOOP("DNS", "The fingerprint has hexadecimal digits, two for each byte.")}};
constexpr std::array key{
    PartRule{"flags", PartKind::Number, word,
             QT_TRANSLATE_NOOP("DNS", "The flags must be a number from 0 to 65535.")},
    PartRule{"protocol", PartKind::Number, byte,
             QT_TRANSLATE_NOOP("DNS", "The protocol must be a number from 0 to 255; it is 3.")},
    algorithm,
    PartRule{"key", PartKind::Base64, 0,
             QT_TRANSLATE_NOOP("DNS", "The key is written in Base64.")}};
constexpr std::array start{
    PartRule{"mname", PartKind::Name, 0,
             QT_TRANSLATE_NOOP("DNS", "The first name server is a name such as ns1.example.org.")},
    PartRule{"rname", PartKind::Name, 0,
             QT_TRANSLATE_NOOP("DNS", "The contact is written as a name: hostmaster.example.org.")},
    PartRule{"serial", PartKind::Number, longWord,
             QT_TRANSLATE_NOOP("DNS", "The serial must be a number from 0 to 4294967295.")},
    PartRule{"refresh", PartKind::Time, longWord,
             QT_TRANSLATE_NOOP("DNS", "The refresh time must be a number of seconds.")},
    PartRule{"retry", PartKind::Time, longWord,
             QT_TRANSLATE_NOOP("DNS", "The retry time must be a number of seconds.")},
    PartRule{"expire", PartKind::Time, longWord,
             QT_TRANSLATE_NOOP("DNS", "The expiry time must be a number of seconds.")},
    PartRule{"minimum_ttl", PartKind::Time, longWord,
             QT_TRANSLATE_NOOP("DNS", "The minimum time must be a number of seconds.")}};

template <size_t N>
RecordRules all(const std::array<PartRule, N> &rules)
{
    return {rules.data(), qsizetype(N)};
}

} // namespace

RecordRules rulesOf(RecordType type)
{
    switch (type) {
    case RecordType::A:
        return all(ipv4);
    case RecordType::AAAA:
        return all(ipv6);
    case RecordType::CNAME:
    case RecordType::DNAME:
    case RecordType::PTR:
        return all(alias);
    case RecordType::NS:
        return all(nameServer);
    case RecordType::MX:
        return all(exchange);
    case RecordType::SRV:
        return all(service);
    case RecordType::TXT:
    case RecordType::SPF:
        return all(text);
    case RecordType::CAA:
        return all(authority);
    case RecordType::TLSA:
    case RecordType::SMIMEA:
        return all(certificate);
    case RecordType::DS:
        return all(signer);
    case RecordType::SSHFP:
        return all(fingerprint);
    case RecordType::DNSKEY:
        return all(key);
    case RecordType::SOA:
        return all(start);
    case RecordType::RRSIG:
        break;
    }
    return {};
}

} // namespace wire
