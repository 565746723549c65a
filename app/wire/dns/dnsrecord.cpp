// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/dnsrecord.h"

#include "app/wire/dns/recordvalue.h"

#include <array>
#include <utility>

namespace wire {

namespace {

constexpr std::array<std::pair<RecordType, const char *>, 18> types{{{RecordType::A, "A"},
                                                                     {RecordType::NS, "NS"},
                                                                     {RecordType::CNAME, "CNAME"},
                                                                     {RecordType::SOA, "SOA"},
                                                                     {RecordType::PTR, "PTR"},
                                                                     {RecordType::MX, "MX"},
                                                                     {RecordType::TXT, "TXT"},
                                                                     {RecordType::AAAA, "AAAA"},
                                                                     {RecordType::SRV, "SRV"},
                                                                     {RecordType::DNAME, "DNAME"},
                                                                     {RecordType::DS, "DS"},
                                                                     {RecordType::SSHFP, "SSHFP"},
                                                                     {RecordType::RRSIG, "RRSIG"},
                                                                     {RecordType::DNSKEY, "DNSKEY"},
                                                                     {RecordType::TLSA, "TLSA"},
                                                                     {RecordType::SMIMEA, "SMIMEA"},
                                                                     {RecordType::SPF, "SPF"},
                                                                     {RecordType::CAA, "CAA"}}};

// Any name that fits on the wire: others may write what we would not.
// Whether what stands at `at` is escaped: an odd number of strokes leads up to it.
bool isEscaped(QByteArrayView name, qsizetype at)
{
    qsizetype strokes = 0;
    while (strokes < at && name[at - 1 - strokes] == '\\')
        ++strokes;
    return strokes % 2 != 0;
}

// Without the dot of the root.
QByteArray undotted(QByteArray name)
{
    if (name.endsWith('.') && !isEscaped(name, name.size() - 1))
        name.chop(1);
    return name;
}

NameOrWhy anyName(const QByteArray &written, bool)
{
    const QByteArray name = undotted(written);
    if (!isUsableName(name))
        return {{}, QStringLiteral("no name")};
    return {name, {}};
}

// RFC 3597: "\# 2 abcd".
std::optional<RecordData> rawData(const QList<ValueWord> &words)
{
    bool ok = false;
    const uint length = words.value(1).text.toUInt(&ok);
    QByteArray digits;
    for (const ValueWord &word : words.mid(2))
        digits += word.text;
    const QByteArray bytes = QByteArray::fromHex(digits);
    if (!ok || length > 65535 || qsizetype(length) != bytes.size() ||
        bytes.toHex() != digits.toLower())
        return {};
    return RawData{bytes};
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
    if (upper.startsWith("TYPE")) {
        bool ok = false;
        const ushort value = upper.mid(4).toUShort(&ok);
        if (ok)
            return RecordType(value);
    }
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
                        out += (out.isEmpty() ? "" : " ") + quotedText(string);
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
                    return n(caa.flags) + ' ' + caa.tag + ' ' + quotedText(caa.value);
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
                },
                [&](const SshfpData &print) {
                    return n(print.algorithm) + ' ' + n(print.digestType) + ' ' +
                           print.digest.toHex();
                },
                [&](const RrsigData &sig) {
                    return typeWord(sig.covered) + ' ' + n(sig.algorithm) + ' ' + n(sig.labels) +
                           ' ' + n(sig.ttl) + ' ' + n(sig.expiration) + ' ' + n(sig.inception) +
                           ' ' + n(sig.tag) + ' ' + dotted(sig.signer) + ' ' +
                           sig.signature.toBase64();
                }},
        data);
}

std::optional<DnsRecord> recordFromText(const QByteArray &name, RecordType type,
                                        QByteArrayView value, quint32 ttl)
{
    ValueFault fault;
    const auto words = wordsOf(value, fault);
    if (!words || words->isEmpty())
        return {};
    const bool isRaw = words->constFirst().text == "\\#" && !words->constFirst().isQuoted;
    const auto data =
        isRaw ? rawData(*words) : dataFromWords(type, *words, {anyName, false}, fault);
    if (!data)
        return {};
    return DnsRecord{canonicalName(name), type, ttl, *data};
}

QByteArray canonicalName(QByteArrayView name) { return undotted(name.toByteArray().toLower()); }

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
    if (name.isEmpty() || name == QByteArrayView("."))
        return false;
    if (isEscaped(name, name.size())) // a last stroke escapes what does not come
        return false;
    qsizetype total = -1;
    qsizetype label = 0;
    for (qsizetype i = 0; i <= name.size(); ++i) {
        const bool dot = i < name.size() && name[i] == '.';
        if (i < name.size() && !dot) {
            if (name[i] == '\\' && i + 1 < name.size())
                ++i; // escaped, whatever it is
            ++label;
            continue;
        }
        if (label == 0 || label > 63)
            return false;
        total += label + 1;
        label = 0;
        if (dot && i + 1 == name.size())
            break; // the root's
    }
    return total <= 253;
}

bool isSameOrBelow(QByteArrayView name, QByteArrayView parent)
{
    const QByteArray n = canonicalName(name);
    const QByteArray p = canonicalName(parent);
    if (n == p || p.isEmpty())
        return true;
    qsizetype at = n.size() - p.size() - 1;
    if (at < 0 || !n.endsWith(p) || n[at] != '.')
        return false;
    // the dot must be one between labels, not an escaped one
    int escapes = 0;
    while (--at >= 0 && n[at] == '\\')
        ++escapes;
    return escapes % 2 == 0;
}

} // namespace wire
