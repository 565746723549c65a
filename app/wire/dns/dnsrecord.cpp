// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/dnsrecord.h"

#include <array>
#include <utility>

namespace wire {

namespace {

constexpr std::array<std::pair<RecordType, const char *>, 15> types{{{RecordType::A, "A"},
                                                                     {RecordType::NS, "NS"},
                                                                     {RecordType::CNAME, "CNAME"},
                                                                     {RecordType::SOA, "SOA"},
                                                                     {RecordType::PTR, "PTR"},
                                                                     {RecordType::MX, "MX"},
                                                                     {RecordType::TXT, "TXT"},
                                                                     {RecordType::AAAA, "AAAA"},
                                                                     {RecordType::SRV, "SRV"},
                                                                     {RecordType::DS, "DS"},
                                                                     {RecordType::RRSIG, "RRSIG"},
                                                                     {RecordType::DNSKEY, "DNSKEY"},
                                                                     {RecordType::TLSA, "TLSA"},
                                                                     {RecordType::SPF, "SPF"},
                                                                     {RecordType::CAA, "CAA"}}};

bool isBlank(char c) { return c == ' ' || c == '\t'; }

// The next word of a zone-file value: bare or quoted, escapes \X and \DDD resolved in quoted ones.
std::optional<QByteArray> nextWord(QByteArrayView &rest, bool unescape)
{
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest = rest.sliced(1);
    if (rest.isEmpty())
        return {};
    const bool quoted = rest.front() == '"';
    qsizetype at = quoted ? 1 : 0;
    QByteArray out;
    for (; at < rest.size(); ++at) {
        const char c = rest[at];
        if (quoted ? c == '"' : isBlank(c))
            break;
        if (c == '\\' && unescape) {
            const auto digit = [&](qsizetype i) {
                return at + i < rest.size() && rest[at + i] >= '0' && rest[at + i] <= '9'
                           ? rest[at + i] - '0'
                           : -1;
            };
            if (digit(1) >= 0 && digit(2) >= 0 && digit(3) >= 0) {
                const int value = 100 * digit(1) + 10 * digit(2) + digit(3);
                if (value > 255)
                    return {};
                out += char(value);
                at += 3;
                continue;
            }
            if (at + 1 == rest.size())
                return {};
            out += rest[++at];
            continue;
        }
        out += c;
    }
    if (quoted) {
        if (at == rest.size())
            return {};
        ++at;
    }
    rest = rest.sliced(at);
    return out;
}

std::optional<quint32> number(const std::optional<QByteArray> &word, quint32 highest)
{
    if (!word || word->isEmpty())
        return {};
    for (const char c : *word)
        if (c < '0' || c > '9')
            return {};
    bool ok = false;
    const quint32 value = word->toUInt(&ok);
    if (!ok || value > highest)
        return {};
    return value;
}

std::optional<QByteArray> hostName(const std::optional<QByteArray> &word)
{
    if (!word || word->isEmpty())
        return {};
    if (*word == ".")
        return QByteArray("");
    QByteArray name = *word;
    if (name.endsWith('.') && !name.endsWith("\\."))
        name.chop(1);
    if (!isUsableName(name))
        return {};
    return name;
}

std::optional<QByteArray> hex(QByteArrayView rest)
{
    QByteArray digits;
    for (const char c : rest)
        if (!isBlank(c)) {
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
                return {};
            digits += c;
        }
    if (digits.isEmpty() || digits.size() % 2 != 0)
        return {};
    return QByteArray::fromHex(digits);
}

QByteArray quotedString(const QByteArray &string)
{
    QByteArray out = "\"";
    for (const char c : string) {
        const auto u = uchar(c);
        if (c == '"' || c == '\\')
            out += '\\';
        if (u < 0x20 || u > 0x7e)
            out += '\\' + QByteArray::number(u).rightJustified(3, '0');
        else
            out += c;
    }
    return out + '"';
}

QByteArray dotted(const QByteArray &name) { return name + '.'; }

template <class... F>
struct Visitor : F...
{
    using F::operator()...;
};
template <class... F>
Visitor(F...) -> Visitor<F...>;

} // namespace

QByteArray typeWord(RecordType type)
{
    for (const auto &[value, word] : types)
        if (value == type)
            return word;
    return "TYPE" + QByteArray::number(int(type));
}

std::optional<RecordType> typeFromWord(QByteArrayView word)
{
    const QByteArray upper = word.toByteArray().toUpper();
    for (const auto &[value, name] : types)
        if (upper == name)
            return value;
    if (upper.startsWith("TYPE"))
        if (const auto value = number(upper.mid(4), 65535))
            return RecordType(*value);
    return {};
}

QByteArray DnsRecord::txt() const
{
    const auto *strings = as<TxtData>();
    return strings ? strings->join() : QByteArray();
}

QByteArray DnsRecord::dataText() const
{
    const auto n = [](auto value) { return QByteArray::number(uint(value)); };
    return std::visit(
        Visitor{[](const RawData &raw) {
                    return "\\# " + QByteArray::number(raw.bytes.size()) + ' ' + raw.bytes.toHex();
                },
                [](const IpAddress &ip) { return ip.text(); },
                [](const NameData &target) { return dotted(target); },
                [&](const MxData &mx) { return n(mx.preference) + ' ' + dotted(mx.host); },
                [](const TxtData &strings) {
                    QByteArray out;
                    for (const QByteArray &string : strings)
                        out += (out.isEmpty() ? "" : " ") + quotedString(string);
                    return out;
                },
                [&](const SrvData &srv) {
                    return n(srv.priority) + ' ' + n(srv.weight) + ' ' + n(srv.port) + ' ' +
                           dotted(srv.target);
                },
                [&](const TlsaData &tlsa) {
                    return n(tlsa.usage) + ' ' + n(tlsa.selector) + ' ' + n(tlsa.matching) + ' ' +
                           tlsa.data.toHex();
                },
                [&](const CaaData &caa) {
                    return n(caa.flags) + ' ' + caa.tag + ' ' + quotedString(caa.value);
                },
                [&](const SoaData &soa) {
                    return dotted(soa.primary) + ' ' + dotted(soa.contact) + ' ' + n(soa.serial) +
                           ' ' + n(soa.refresh) + ' ' + n(soa.retry) + ' ' + n(soa.expire) + ' ' +
                           n(soa.minimum);
                },
                [&](const DsData &ds) {
                    return n(ds.tag) + ' ' + n(ds.algorithm) + ' ' + n(ds.digestType) + ' ' +
                           ds.digest.toHex();
                },
                [&](const DnskeyData &key) {
                    return n(key.flags) + ' ' + n(key.protocol) + ' ' + n(key.algorithm) + ' ' +
                           key.key.toBase64();
                }},
        data);
}

std::optional<DnsRecord> recordFromText(const QByteArray &name, RecordType type,
                                        QByteArrayView value, quint32 ttl)
{
    DnsRecord record{canonicalName(name), type, ttl, RawData{}};
    QByteArrayView rest = value;
    if (value.startsWith("\\# ")) { // RFC 3597
        rest = rest.sliced(3);
        const auto length = number(nextWord(rest, false), 65535);
        const auto bytes = length && *length == 0 ? QByteArray() : hex(rest);
        if (!length || !bytes || bytes->size() != qsizetype(*length))
            return {};
        record.data = RawData{*bytes};
        return record;
    }
    const auto word = [&] { return nextWord(rest, false); };
    const auto host = [&] { return hostName(nextWord(rest, false)); };
    const auto small = [&](quint32 highest) { return number(nextWord(rest, false), highest); };
    const auto atEnd = [&] {
        while (!rest.isEmpty() && isBlank(rest.front()))
            rest = rest.sliced(1);
        return rest.isEmpty();
    };
    switch (type) {
    case RecordType::A:
    case RecordType::AAAA: {
        const auto text = word();
        const auto ip = !text                   ? std::nullopt
                        : type == RecordType::A ? IpAddress::parse4(*text)
                                                : IpAddress::parse6(*text);
        if (!ip || !atEnd())
            return {};
        record.data = *ip;
        return record;
    }
    case RecordType::NS:
    case RecordType::CNAME:
    case RecordType::PTR: {
        const auto target = host();
        if (!target || !atEnd())
            return {};
        record.data = NameData(*target);
        return record;
    }
    case RecordType::MX: {
        const auto preference = small(65535);
        const auto target = host();
        if (!preference || !target || !atEnd())
            return {};
        record.data = MxData{quint16(*preference), *target};
        return record;
    }
    case RecordType::TXT:
    case RecordType::SPF: {
        TxtData strings;
        while (!atEnd()) {
            const auto string = nextWord(rest, true);
            if (!string || string->size() > 255)
                return {};
            strings.append(*string);
        }
        if (strings.isEmpty())
            return {};
        record.data = strings;
        return record;
    }
    case RecordType::SRV: {
        const auto priority = small(65535);
        const auto weight = small(65535);
        const auto port = small(65535);
        const auto target = host();
        if (!priority || !weight || !port || !target || !atEnd())
            return {};
        record.data = SrvData{quint16(*priority), quint16(*weight), quint16(*port), *target};
        return record;
    }
    case RecordType::TLSA: {
        const auto usage = small(255);
        const auto selector = small(255);
        const auto matching = small(255);
        const auto bytes = hex(rest);
        if (!usage || !selector || !matching || !bytes)
            return {};
        record.data = TlsaData{quint8(*usage), quint8(*selector), quint8(*matching), *bytes};
        return record;
    }
    case RecordType::CAA: {
        const auto flags = small(255);
        const auto tag = word();
        const auto text = nextWord(rest, true);
        if (!flags || !tag || tag->isEmpty() || !text || !atEnd())
            return {};
        record.data = CaaData{quint8(*flags), *tag, *text};
        return record;
    }
    case RecordType::SOA: {
        const auto primary = host();
        const auto contact = host();
        std::array<quint32, 5> numbers{};
        for (quint32 &n : numbers) {
            const auto parsed = small(0xffffffff);
            if (!parsed)
                return {};
            n = *parsed;
        }
        if (!primary || !contact || !atEnd())
            return {};
        record.data =
            SoaData{*primary, *contact, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]};
        return record;
    }
    case RecordType::DS: {
        const auto tag = small(65535);
        const auto algorithm = small(255);
        const auto digestType = small(255);
        const auto digest = hex(rest);
        if (!tag || !algorithm || !digestType || !digest)
            return {};
        record.data = DsData{quint16(*tag), quint8(*algorithm), quint8(*digestType), *digest};
        return record;
    }
    case RecordType::DNSKEY: {
        const auto flags = small(65535);
        const auto protocol = small(255);
        const auto algorithm = small(255);
        QByteArray base64;
        for (const char c : rest)
            if (!isBlank(c))
                base64 += c;
        const auto key =
            QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
        if (!flags || !protocol || !algorithm || !key || key.decoded.isEmpty())
            return {};
        record.data =
            DnskeyData{quint16(*flags), quint8(*protocol), quint8(*algorithm), key.decoded};
        return record;
    }
    case RecordType::RRSIG:
        break;
    }
    return {};
}

QByteArray canonicalName(QByteArrayView name)
{
    QByteArray out = name.toByteArray().toLower();
    if (out.endsWith('.') && !out.endsWith("\\."))
        out.chop(1);
    return out;
}

QList<QByteArray> labelsOf(QByteArrayView name)
{
    QList<QByteArray> labels;
    if (name.isEmpty() || name == QByteArrayView("."))
        return labels;
    QByteArray label;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == '\\' && i + 1 < name.size()) {
            label += name[++i];
        } else if (name[i] == '.') {
            labels.append(label);
            label.clear();
            if (i + 1 == name.size())
                return labels;
        } else {
            label += name[i];
        }
    }
    labels.append(label);
    return labels;
}

QByteArray nameOf(const QList<QByteArray> &labels)
{
    QByteArray out;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (i > 0)
            out += '.';
        for (const char c : labels[i]) {
            if (c == '.' || c == '\\')
                out += '\\';
            out += c;
        }
    }
    return out;
}

bool isUsableName(QByteArrayView name)
{
    const QList<QByteArray> labels = labelsOf(name);
    if (labels.isEmpty())
        return false;
    qsizetype total = -1;
    for (const QByteArray &label : labels) {
        if (label.isEmpty() || label.size() > 63)
            return false;
        total += label.size() + 1;
    }
    return total <= 253;
}

bool isSameOrBelow(QByteArrayView name, QByteArrayView parent)
{
    const QByteArray n = canonicalName(name);
    const QByteArray p = canonicalName(parent);
    return n == p || (n.endsWith(p) && n.size() > p.size() && n[n.size() - p.size() - 1] == '.');
}

} // namespace wire
