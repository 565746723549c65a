// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/recordvalue.h"

#include "app/wire/dns/recordrules.h"

#include <QCoreApplication>

#include <limits>

namespace wire {

namespace {

constexpr quint32 longWord = std::numeric_limits<quint32>::max();

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::optional<quint32> numberFrom(const QByteArray &text, quint32 highest)
{
    if (text.isEmpty() || text.size() > 10)
        return {};
    quint64 value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
        value = value * 10 + quint64(c - '0');
    }
    return value <= highest ? std::optional(quint32(value)) : std::nullopt;
}

// What a digest of that kind must have, in bytes; 0 = anything. `kind` as in each type's registry.
qsizetype digestSize(RecordType type, quint32 kind)
{
    switch (type) {
    case RecordType::TLSA: // RFC 6698 7.4
    case RecordType::SMIMEA:
        return kind == 1 ? 32 : kind == 2 ? 64 : 0;
    case RecordType::DS: // RFC 4034, 4509, 6605
        return kind == 1 ? 20 : kind == 2 ? 32 : kind == 4 ? 48 : 0;
    case RecordType::SSHFP: // RFC 4255, 6594
        return kind == 1 ? 20 : kind == 2 ? 32 : 0;
    default:
        return 0;
    }
}

// Reads the words of one value by the rules of its type.
class ValueReader
{
public:
    ValueReader(RecordType type, const QList<ValueWord> &words, const ValueRules &rules,
                ValueFault &fault)
        : m_type(type)
        , m_words(words)
        , m_rules(rules)
        , m_fault(fault)
    {
    }

    std::optional<RecordData> read()
    {
        const RecordRules rules = rulesOf(m_type);
        for (qsizetype i = 0; i < rules.count; ++i)
            if (!take(rules.first[i]))
                return {};
        if (m_at < m_words.size()) {
            const ValueWord &more = m_words[m_at];
            return refuse(rules.first[rules.count - 1], more,
                          dnsSentence(QT_TRANSLATE_NOOP(
                                          "DNS", "\"%1\" is too much: the value ends before it."))
                              .arg(QString::fromUtf8(more.text)));
        }
        return made();
    }

private:
    std::nullopt_t refuse(const PartRule &rule, const std::optional<ValueWord> &at,
                          const QString &sentence)
    {
        m_fault = {rule.name, sentence, at ? at->line : 0, at ? at->column : 0};
        return std::nullopt;
    }
    bool wrong(const PartRule &rule, const std::optional<ValueWord> &at,
               const QString &sentence = {})
    {
        refuse(rule, at, sentence.isEmpty() ? dnsSentence(rule.sentence) : sentence);
        return false;
    }

    bool take(const PartRule &rule)
    {
        if (m_at == m_words.size())
            return wrong(rule, {});
        const ValueWord &at = m_words[m_at];
        if (rule.kind == PartKind::Text)
            return takeText(rule);
        if (rule.kind == PartKind::Hex || rule.kind == PartKind::Base64)
            return takeBytes(rule);
        ++m_at;
        if (at.isQuoted && rule.kind != PartKind::String)
            return wrong(rule, at);
        switch (rule.kind) {
        case PartKind::Number: {
            const auto value = numberFrom(at.text, rule.highest);
            if (value)
                m_numbers.append(*value);
            return value || wrong(rule, at);
        }
        case PartKind::Time: {
            const auto value = secondsFrom(at.text);
            if (value)
                m_numbers.append(*value);
            return value || wrong(rule, at);
        }
        case PartKind::Address:
            return takeAddress(rule, at);
        case PartKind::Host:
        case PartKind::Name:
            return takeName(rule, at);
        case PartKind::Tag: // RFC 8659 4.1
            for (const char c : at.text)
                if (!isLetterOrDigit(c))
                    return wrong(rule, at);
            if (at.text.size() > 255)
                return wrong(rule, at);
            m_bytes.append(at.text.toLower());
            return true;
        case PartKind::String: {
            const auto string = unescaped(at.text);
            if (!string)
                return wrong(rule, at, escapeFault());
            m_bytes.append(*string);
            return true;
        }
        default:
            return false;
        }
    }

    bool takeAddress(const PartRule &rule, const ValueWord &at)
    {
        const bool v6 = m_type == RecordType::AAAA;
        const auto address = v6 ? IpAddress::parse6(at.text) : IpAddress::parse4(at.text);
        if (address) {
            m_address = *address;
            return true;
        }
        if (!v6 && IpAddress::parse6(at.text))
            return wrong(rule, at,
                         dnsSentence(QT_TRANSLATE_NOOP("DNS", "This is an IPv6 address; it "
                                                              "belongs into an AAAA record.")));
        if (v6 && IpAddress::parse4(at.text))
            return wrong(rule, at,
                         dnsSentence(QT_TRANSLATE_NOOP("DNS", "This is an IPv4 address; it "
                                                              "belongs into an A record.")));
        return wrong(rule, at);
    }

    bool takeName(const PartRule &rule, const ValueWord &at)
    {
        const bool mayBeRoot = m_type == RecordType::MX || m_type == RecordType::SRV ||
                               m_type == RecordType::SOA || m_type == RecordType::PTR;
        if (at.text == ".") {
            if (!mayBeRoot)
                return wrong(rule, at);
            m_bytes.append(QByteArray(""));
            return true;
        }
        if (IpAddress::parse(at.text.endsWith('.') ? at.text.chopped(1) : at.text))
            return wrong(rule, at,
                         dnsSentence(QT_TRANSLATE_NOOP(
                                         "DNS", "\"%1\" is an address; a name is needed here."))
                             .arg(QString::fromUtf8(at.text)));
        const NameOrWhy read = m_rules.readName(at.text, rule.kind == PartKind::Host);
        if (!read.why.isEmpty())
            return wrong(rule, at, read.why);
        m_bytes.append(read.name);
        return true;
    }

    bool takeText(const PartRule &rule)
    {
        qsizetype size = 0;
        for (; m_at < m_words.size(); ++m_at) {
            const auto string = unescaped(m_words[m_at].text);
            if (!string)
                return wrong(rule, m_words[m_at], escapeFault());
            size += string->size();
            if (size > longestText)
                return wrong(rule, m_words[m_at], tooLongText());
            m_strings += txtFrom(*string);
        }
        return true;
    }

    bool takeBytes(const PartRule &rule)
    {
        const ValueWord at = m_words[m_at];
        QByteArray digits;
        for (; m_at < m_words.size(); ++m_at) {
            if (m_words[m_at].isQuoted)
                return wrong(rule, m_words[m_at]);
            digits += m_words[m_at].text;
        }
        if (rule.kind == PartKind::Base64) {
            const auto decoded =
                QByteArray::fromBase64Encoding(digits, QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded || decoded.decoded.isEmpty())
                return wrong(rule, at);
            m_bytes.append(decoded.decoded);
            return true;
        }
        for (const char c : digits)
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
                return wrong(rule, at);
        if (digits.size() % 2 != 0 || digits.size() > 2 * 16 * 1024)
            return wrong(rule, at);
        const qsizetype size = m_rules.isStrict ? digestSize(m_type, m_numbers.last()) : 0;
        if (size && digits.size() != 2 * size)
            return wrong(
                rule, at,
                dnsSentence(QT_TRANSLATE_NOOP("DNS", "A digest of this type has %1 hexadecimal "
                                                     "digits; there are %2."))
                    .arg(2 * size)
                    .arg(digits.size()));
        m_bytes.append(QByteArray::fromHex(digits));
        return true;
    }

    static QString escapeFault()
    {
        return dnsSentence(QT_TRANSLATE_NOOP(
            "DNS", "After a backslash comes the character itself, or its number with three digits "
                   "up to 255."));
    }
    static QString tooLongText()
    {
        return dnsSentence(QT_TRANSLATE_NOOP("DNS", "The text is too long: at most %1 bytes fit."))
            .arg(longestText);
    }

    RecordData made() const
    {
        const auto n = [this](qsizetype i) { return m_numbers.at(i); };
        const auto b = [this](qsizetype i) { return m_bytes.at(i); };
        switch (m_type) {
        case RecordType::A:
        case RecordType::AAAA:
            return m_address;
        case RecordType::CNAME:
        case RecordType::DNAME:
        case RecordType::PTR:
        case RecordType::NS:
            return NameData(b(0));
        case RecordType::MX:
            return MxData{quint16(n(0)), b(0)};
        case RecordType::SRV:
            return SrvData{quint16(n(0)), quint16(n(1)), quint16(n(2)), b(0)};
        case RecordType::TXT:
        case RecordType::SPF:
            return m_strings;
        case RecordType::CAA:
            return CaaData{quint8(n(0)), b(0), b(1)};
        case RecordType::TLSA:
        case RecordType::SMIMEA:
            return TlsaData{quint8(n(0)), quint8(n(1)), quint8(n(2)), b(0)};
        case RecordType::DS:
            return DsData{quint16(n(0)), quint8(n(1)), quint8(n(2)), b(0)};
        case RecordType::SSHFP:
            return SshfpData{quint8(n(0)), quint8(n(1)), b(0)};
        case RecordType::DNSKEY:
            return DnskeyData{quint16(n(0)), quint8(n(1)), quint8(n(2)), b(0)};
        case RecordType::SOA:
            return SoaData{b(0), b(1), n(0), n(1), n(2), n(3), n(4)};
        case RecordType::RRSIG:
            break;
        }
        return RawData{};
    }

    const RecordType m_type;
    const QList<ValueWord> &m_words;
    const ValueRules &m_rules;
    ValueFault &m_fault;
    qsizetype m_at = 0;
    QList<quint32> m_numbers;
    QList<QByteArray> m_bytes;
    TxtData m_strings;
    IpAddress m_address;
};

} // namespace

QString dnsSentence(const char *sentence) { return QCoreApplication::translate("DNS", sentence); }

std::optional<ValueWord> wordAt(QByteArrayView text, qsizetype &at, QByteArrayView stops)
{
    ValueWord word;
    word.isQuoted = text[at] == '"';
    const qsizetype begin = word.isQuoted ? ++at : at;
    const auto ends = [&](char c) {
        return word.isQuoted ? c == '"' || c == '\n' : isBlank(c) || c == '"' || stops.contains(c);
    };
    while (at < text.size() && !ends(text[at]))
        at += text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n' ? 2 : 1;
    word.text = text.sliced(begin, at - begin).toByteArray();
    if (!word.isQuoted)
        return word;
    if (at == text.size() || text[at] == '\n')
        return {};
    ++at;
    return word;
}

ValueFault openQuotation(int line, int column)
{
    return {"text",
            dnsSentence(QT_TRANSLATE_NOOP("DNS", "A quotation mark begins here and does not end.")),
            line, column};
}

std::optional<QList<ValueWord>> wordsOf(QByteArrayView text, ValueFault &fault)
{
    QList<ValueWord> words;
    for (qsizetype at = 0; at < text.size();) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        const int column = int(at) + 1;
        auto word = wordAt(text, at);
        if (!word) {
            fault = openQuotation(1, column);
            return {};
        }
        word->column = column;
        words.append(*word);
    }
    return words;
}

std::optional<QByteArray> unescaped(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            out += text[at];
            continue;
        }
        if (++at == text.size())
            return {};
        if (text[at] < '0' || text[at] > '9') {
            out += text[at];
            continue;
        }
        const auto value = at + 3 <= text.size() ? numberFrom(text.sliced(at, 3).toByteArray(), 255)
                                                 : std::nullopt;
        if (!value)
            return {};
        out += char(*value);
        at += 2;
    }
    return out;
}

std::optional<RecordData> dataFromWords(RecordType type, const QList<ValueWord> &words,
                                        const ValueRules &rules, ValueFault &fault)
{
    if (rulesOf(type).count == 0) {
        fault = {"type",
                 dnsSentence(QT_TRANSLATE_NOOP("DNS", "Records of type %1 cannot be read."))
                     .arg(QString::fromLatin1(typeWord(type))),
                 0, 0};
        return {};
    }
    return ValueReader(type, words, rules, fault).read();
}

QList<ValuePart> partsOf(const DnsRecord &record)
{
    const RecordRules rules = rulesOf(record.type);
    if (record.as<RawData>() || rules.count == 0)
        return {{"data", QString::fromLatin1(record.dataText())}};
    if (record.as<TxtData>())
        return {{"text", QString::fromUtf8(record.txt())}};
    if (const auto *caa = record.as<CaaData>())
        return {{"flags", QString::number(caa->flags)},
                {"tag", QString::fromUtf8(caa->tag)},
                {"value", QString::fromUtf8(caa->value)}};
    QList<ValuePart> parts;
    const QList<QByteArray> words = record.dataText().split(' ');
    for (qsizetype i = 0; i < rules.count && i < words.size(); ++i) {
        QByteArray value = words[i];
        const PartKind part = rules.first[i].kind;
        if ((part == PartKind::Name || part == PartKind::Host) && value.size() > 1)
            value.chop(1); // the dot at the end
        parts.append({rules.first[i].name, QString::fromUtf8(value)});
    }
    return parts;
}

std::optional<quint32> secondsFrom(QByteArrayView text)
{
    if (const auto plain = numberFrom(text.toByteArray(), longWord))
        return plain;
    quint64 total = 0;
    quint64 number = 0;
    bool hasNumber = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            number = number * 10 + quint64(c - '0');
            hasNumber = true;
            if (number > longWord)
                return {};
            continue;
        }
        quint64 unit = 0;
        switch (c | 0x20) {
        case 's':
            unit = 1;
            break;
        case 'm':
            unit = 60;
            break;
        case 'h':
            unit = 3600;
            break;
        case 'd':
            unit = 86'400;
            break;
        case 'w':
            unit = 604'800;
            break;
        default:
            return {};
        }
        if (!hasNumber)
            return {};
        total += number * unit;
        number = 0;
        hasNumber = false;
        if (total > longWord)
            return {};
    }
    return hasNumber || text.isEmpty() ? std::nullopt : std::optional(quint32(total));
}

TxtData txtFrom(const QByteArray &text)
{
    constexpr qsizetype longest = 255; // RFC 1035 3.3: a character-string
    TxtData strings;
    for (qsizetype at = 0; at < text.size() || strings.isEmpty(); at += longest)
        strings.append(text.mid(at, longest));
    return strings;
}

QByteArray quotedText(const QByteArray &text)
{
    QByteArray out = "\"";
    for (const char c : text) {
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

} // namespace wire
