// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wire/dns/zonefile.h"

#include "app/wire/dns/recordvalue.h"
#include "app/wire/dns/zonetext.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <array>
#include <optional>

namespace wire {

namespace {

constexpr qsizetype mostFaults = 100;

// A record or a directive: all words of its line, or of its lines where parentheses join them.
struct Line
{
    QList<ValueWord> words;
    bool beginsBlank = false;
    int line = 1;
};

class Lexer
{
public:
    Lexer(const QByteArray &text, QList<ZoneFileFault> &faults)
        : m_text(text)
        , m_faults(faults)
    {
    }

    QList<Line> read()
    {
        while (m_at < m_text.size())
            step(m_text[m_at]);
        if (m_depth > 0)
            fault(m_open.first, m_open.second,
                  QT_TRANSLATE_NOOP("DNS", "A parenthesis begins here and does not end."));
        endLine();
        return m_lines;
    }

private:
    void step(char c)
    {
        switch (c) {
        case '\n':
            ++m_at;
            if (m_depth == 0)
                endLine();
            ++m_line;
            m_lineBegin = m_at;
            if (m_depth == 0)
                m_now = {{}, false, m_line};
            break;
        case ' ':
        case '\t':
        case '\r':
            if (m_at == m_lineBegin && m_depth == 0)
                m_now.beginsBlank = true;
            ++m_at;
            break;
        case ';':
            while (m_at < m_text.size() && m_text[m_at] != '\n')
                ++m_at;
            break;
        case '(':
            if (m_depth++ == 0)
                m_open = {m_line, column()};
            ++m_at;
            break;
        case ')':
            if (m_depth == 0)
                fault(m_line, column(),
                      QT_TRANSLATE_NOOP("DNS", "A parenthesis ends here that did not begin."));
            else
                --m_depth;
            ++m_at;
            break;
        case '\0':
            fault(m_line, column(),
                  QT_TRANSLATE_NOOP("DNS", "This is no text: there is a zero byte in it."));
            m_at = m_text.size();
            break;
        default:
            takeWord();
        }
    }

    void takeWord()
    {
        const int at = column();
        auto word = wordAt(m_text, m_at, "();");
        if (!word) {
            m_faults.append({m_line, at, openQuotation(m_line, at).sentence});
            m_isBroken = true;
            return;
        }
        word->line = m_line;
        word->column = at;
        m_now.words.append(*word);
    }

    void endLine()
    {
        if (!m_now.words.isEmpty() && !m_isBroken)
            m_lines.append(m_now);
        m_now.words.clear();
        m_isBroken = false;
    }

    int column() const { return int(m_at - m_lineBegin) + 1; }
    void fault(int line, int column, const char *sentence)
    {
        m_faults.append({line, column, dnsSentence(sentence)});
        m_isBroken = true;
    }

    const QByteArray &m_text;
    QList<ZoneFileFault> &m_faults;
    QList<Line> m_lines;
    Line m_now;
    qsizetype m_at = 0;
    qsizetype m_lineBegin = 0;
    int m_line = 1;
    int m_depth = 0;
    std::pair<int, int> m_open;
    bool m_isBroken = false; // the line cannot be used: its fault is told already
};

bool isMadeBySigning(const QByteArray &word)
{
    static const std::array types{"RRSIG",   "NSEC",   "NSEC3", "NSEC3PARAM", "CDS",
                                  "CDNSKEY", "ZONEMD", "SIG",   "NXT"};
    return std::any_of(types.begin(), types.end(), [&](const char *type) { return word == type; });
}

class Reader
{
public:
    Reader(const QByteArray &zone, quint32 ttl, ZoneFile &out)
        : m_zone(canonicalName(zone))
        , m_origin(m_zone)
        , m_usualTtl(ttl)
        , m_out(out)
    {
    }

    void take(const Line &line)
    {
        const ValueWord &first = line.words.constFirst();
        if (!line.beginsBlank && !first.isQuoted && first.text.startsWith('$'))
            takeDirective(line);
        else
            takeRecord(line);
    }

private:
    void fault(const ValueWord &at, const QString &sentence)
    {
        m_out.faults.append({at.line, at.column, sentence});
    }
    void fault(const ValueWord &at, const char *sentence) { fault(at, dnsSentence(sentence)); }

    QByteArray absolute(const QByteArray &written) const
    {
        if (written == "@")
            return m_origin + '.';
        return written.endsWith('.') && !written.endsWith("\\.") ? written
                                                                 : written + '.' + m_origin + '.';
    }

    void takeDirective(const Line &line)
    {
        const ValueWord &first = line.words.constFirst();
        const QByteArray name = first.text.toUpper();
        if (name == "$INCLUDE" || name == "$GENERATE") {
            fault(first, dnsSentence(QT_TRANSLATE_NOOP(
                                         "DNS", "%1 cannot be used here; the records themselves "
                                                "are needed."))
                             .arg(QString::fromLatin1(name)));
            return;
        }
        if (name != "$ORIGIN" && name != "$TTL") {
            fault(first, dnsSentence(QT_TRANSLATE_NOOP("DNS", "%1 is not known."))
                             .arg(QString::fromUtf8(first.text)));
            return;
        }
        if (line.words.size() != 2 || line.words[1].isQuoted) {
            fault(first, dnsSentence(QT_TRANSLATE_NOOP("DNS", "After %1 comes one word."))
                             .arg(QString::fromLatin1(name)));
            return;
        }
        const ValueWord &value = line.words[1];
        if (name == "$TTL") {
            const auto seconds = secondsFrom(value.text);
            if (!seconds)
                return fault(value,
                             QT_TRANSLATE_NOOP("DNS", "The TTL must be a number of seconds."));
            m_ttl = *seconds;
            return;
        }
        const auto origin = nameFrom(QString::fromUtf8(absolute(value.text)), NameUse::Any);
        if (!origin)
            return fault(value, origin.error().detail);
        m_origin = *origin;
    }

    void takeRecord(const Line &line)
    {
        qsizetype at = 0;
        if (line.beginsBlank) {
            if (m_owner.isEmpty())
                return fault(line.words.constFirst(),
                             QT_TRANSLATE_NOOP("DNS", "The record has no name, and there is none "
                                                      "before it."));
        } else if (!takeOwner(line.words[at++])) {
            return;
        }
        if (m_isOwnerBroken) // told at the line that has it
            return;
        std::optional<quint32> ttl;
        bool hasClass = false;
        for (; at < line.words.size(); ++at) {
            const ValueWord &word = line.words[at];
            const QByteArray upper = word.text.toUpper();
            if (word.isQuoted)
                break;
            if (!hasClass && (upper == "CH" || upper == "HS" || upper == "CS"))
                return fault(word, dnsSentence(QT_TRANSLATE_NOOP(
                                                   "DNS", "Only the class IN is served, not %1."))
                                       .arg(QString::fromLatin1(upper)));
            if (!hasClass && upper == "IN") {
                hasClass = true;
                continue;
            }
            const bool isNumber = !ttl && word.text[0] >= '0' && word.text[0] <= '9';
            if (!isNumber)
                break;
            ttl = secondsFrom(word.text);
            if (!ttl)
                return fault(word,
                             QT_TRANSLATE_NOOP("DNS", "The TTL must be a number of seconds."));
        }
        if (at == line.words.size())
            return fault(line.words.constLast(),
                         QT_TRANSLATE_NOOP("DNS", "The type of the record is missing."));
        takeValue(line, at, ttl);
    }

    bool takeOwner(const ValueWord &word)
    {
        m_isOwnerBroken = true;
        m_owner = m_zone;
        if (word.isQuoted) {
            fault(word, QT_TRANSLATE_NOOP("DNS", "A name stands without quotation marks."));
            return false;
        }
        const auto owner = nameFrom(QString::fromUtf8(absolute(word.text)), NameUse::Owner);
        if (!owner) {
            fault(word, owner.error().detail);
            return false;
        }
        if (!isSameOrBelow(*owner, m_zone)) {
            fault(word, dnsSentence(QT_TRANSLATE_NOOP("DNS", "\"%1\" does not lie in the zone %2."))
                            .arg(nameForPeople(*owner), nameForPeople(m_zone)));
            return false;
        }
        m_isOwnerBroken = false;
        m_owner = *owner;
        return true;
    }

    void takeValue(const Line &line, qsizetype at, const std::optional<quint32> &ttl)
    {
        const ValueWord &typeAt = line.words[at];
        const QByteArray word = typeAt.text.toUpper();
        const quint32 now = ttl ? *ttl : m_ttl ? *m_ttl : m_lastTtl.value_or(m_usualTtl);
        m_lastTtl = now;
        if (isMadeBySigning(word)) {
            m_out.leftOut.append(QString::fromLatin1(word + ' ' + m_owner));
            return;
        }
        const auto type = typeAt.isQuoted ? std::nullopt : typeFromWord(word);
        if (!type || word.startsWith("TYPE"))
            return fault(typeAt, dnsSentence(QT_TRANSLATE_NOOP(
                                                 "DNS", "\"%1\" is no type of record that can be "
                                                        "kept here."))
                                     .arg(QString::fromUtf8(typeAt.text)));
        const bool isStart = *type == RecordType::SOA;
        const ValueRules rules{[&](const QByteArray &written, bool isHost) -> NameOrWhy {
            if (isStart) { // its contact may be any: "ana\.b.example.org."
                const QByteArray name = canonicalName(absolute(written));
                if (isUsableName(name))
                    return {name, {}};
            }
            const auto name = nameFrom(QString::fromUtf8(absolute(written)),
                                       isHost ? NameUse::Host : NameUse::Any);
            return name ? NameOrWhy{*name, {}} : NameOrWhy{{}, name.error().detail};
        }};
        ValueFault wrong;
        auto data = dataFromWords(*type, line.words.mid(at + 1), rules, wrong);
        if (!data) {
            const ValueWord &last = line.words.constLast();
            m_out.faults.append(wrong.line ? ZoneFileFault{wrong.line, wrong.column, wrong.sentence}
                                           : ZoneFileFault{last.line,
                                                           last.column + int(last.text.size()) +
                                                               (last.isQuoted ? 2 : 0),
                                                           wrong.sentence});
            return;
        }
        m_out.entries.append({{m_owner, *type, now, *std::move(data)}, line.line});
    }

    const QByteArray m_zone;
    QByteArray m_origin;
    QByteArray m_owner;
    bool m_isOwnerBroken = false;
    std::optional<quint32> m_ttl; // of $TTL
    std::optional<quint32> m_lastTtl;
    const quint32 m_usualTtl;
    ZoneFile &m_out;
};

// The order in which people look for them.
int rankOf(RecordType type)
{
    static const QList<RecordType> order{
        RecordType::SOA,   RecordType::NS,    RecordType::DS, RecordType::A,   RecordType::AAAA,
        RecordType::CNAME, RecordType::DNAME, RecordType::MX, RecordType::TXT, RecordType::SRV};
    const qsizetype rank = order.indexOf(type);
    return rank < 0 ? int(order.size()) + int(type) : int(rank);
}

// Names in the order of their labels from the right, the zone itself first (RFC 4034 6.1).
QList<QByteArray> sortKey(const QByteArray &name)
{
    QList<QByteArray> labels = labelsOf(canonicalName(name));
    std::reverse(labels.begin(), labels.end());
    return labels;
}

quint32 mostUsedTtl(const QList<DnsRecord> &records)
{
    QMap<quint32, int> counts;
    for (const DnsRecord &record : records)
        ++counts[record.ttl];
    quint32 most = 3600;
    int count = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() > count) {
            most = it.key();
            count = it.value();
        }
    return most;
}

} // namespace

QString ZoneFileFault::text() const
{
    return dnsSentence(QT_TRANSLATE_NOOP("DNS", "Line %1, column %2: %3"))
        .arg(QString::number(line), QString::number(column), sentence);
}

QList<DnsRecord> ZoneFile::records() const
{
    QList<DnsRecord> list;
    for (const Entry &entry : entries)
        list.append(entry.record);
    return list;
}

ZoneFile readZoneFile(const QByteArray &text, const QByteArray &zone, quint32 ttl)
{
    ZoneFile out;
    const QByteArray plain = text.startsWith("\xef\xbb\xbf") ? text.mid(3) : text;
    const QList<Line> lines = Lexer(plain, out.faults).read();
    Reader reader(zone, ttl, out);
    for (const Line &line : lines) {
        if (out.faults.size() >= mostFaults)
            break;
        reader.take(line);
    }
    std::stable_sort(out.faults.begin(), out.faults.end(),
                     [](const ZoneFileFault &a, const ZoneFileFault &b) {
                         return std::pair(a.line, a.column) < std::pair(b.line, b.column);
                     });
    if (out.faults.size() > mostFaults)
        out.faults.resize(mostFaults);
    return out;
}

QByteArray zoneFileText(const QByteArray &zone, const QList<DnsRecord> &records)
{
    struct Row
    {
        QList<QByteArray> key;
        int rank;
        const DnsRecord *record;
        QByteArray value;
    };
    const QByteArray top = canonicalName(zone);
    QList<Row> rows;
    qsizetype widest = 1;
    for (const DnsRecord &record : records) {
        rows.append({sortKey(record.name), rankOf(record.type), &record, record.dataText()});
        widest = std::max(widest, sourceOf(record.name, top).toUtf8().size());
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::tie(a.key, a.rank, a.value) < std::tie(b.key, b.rank, b.value);
    });
    widest = std::min<qsizetype>(widest, 40);
    const quint32 usual = mostUsedTtl(records);
    qsizetype ttlWidth = 0;
    for (const DnsRecord &record : records)
        if (record.ttl != usual)
            ttlWidth = std::max(ttlWidth, QByteArray::number(record.ttl).size() + 1);
    QByteArray out = "$ORIGIN " + top + ".\n$TTL " + QByteArray::number(usual) + '\n';
    const auto nameAt = [&](qsizetype i) {
        return i < 0 || i >= rows.size() ? QByteArray() : rows[i].record->name;
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const DnsRecord &record = *rows[i].record;
        const bool isFirst = nameAt(i - 1) != record.name;
        // Names with several records stand apart.
        if (i == 0 || (isFirst && (nameAt(i + 1) == record.name || nameAt(i - 2) == nameAt(i - 1))))
            out += '\n';
        const QByteArray source = sourceOf(record.name, top).toUtf8();
        QByteArray line = (!isFirst           ? QByteArray()
                           : source.isEmpty() ? QByteArray("@")
                                              : source)
                              .leftJustified(widest) +
                          ' ';
        line += (record.ttl == usual ? QByteArray() : QByteArray::number(record.ttl))
                    .leftJustified(ttlWidth);
        line += "IN " + typeWord(record.type).leftJustified(5) + ' ';
        const auto *strings = record.as<TxtData>();
        if (strings && strings->size() > 1) { // one a line
            const QByteArray indent(line.size() + 2, ' ');
            line += "( ";
            for (qsizetype k = 0; k < strings->size(); ++k)
                line += (k > 0 ? '\n' + indent : QByteArray()) + quotedText(strings->at(k));
            line += " )";
        } else {
            line += rows[i].value;
        }
        out += line + '\n';
    }
    return out;
}

} // namespace wire
