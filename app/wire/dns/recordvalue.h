// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a record's value and what they mean; shared by single records (zonetext.h) and
// whole zone files (zonefile.h).
#pragma once

#include "app/wire/dns/dnsrecord.h"

#include <QString>

#include <functional>

namespace wire {

// A word of a zone file as it stands there: quotation marks taken off, escapes kept.
struct ValueWord
{
    QByteArray text;
    bool isQuoted = false;
    int line = 1;
    int column = 1; // of its first character, counted in bytes from 1
};

// What is wrong with a value and where.
struct ValueFault
{
    QByteArray part;  // "priority", "host", "text" …: names as in the API's `description`
    QString sentence; // translated (context "DNS")
    int line = 0;     // 0 = at the end
    int column = 0;
};

// A name as it is written in a value becomes an absolute one, or a sentence. `isHost`: it will be
// asked for its address (RFC 1123 2.1).
struct NameOrWhy
{
    QByteArray name;
    QString why; // empty = good
};
struct ValueRules
{
    std::function<NameOrWhy(const QByteArray &written, bool isHost)> readName;
    bool isStrict = true; // false: digests of any length, as data from elsewhere may have
};

// The word that begins at text[at], in quotation marks or bare; `at` moves behind it. A bare word
// ends before a blank, a quotation mark and each of `stops`. Nothing: a quotation mark that does
// not end in its line.
std::optional<ValueWord> wordAt(QByteArrayView text, qsizetype &at, QByteArrayView stops = {});
// All words of one line; nothing as above, `fault` says where.
std::optional<QList<ValueWord>> wordsOf(QByteArrayView text, ValueFault &fault);
ValueFault openQuotation(int line, int column);
// \X and \DDD resolved; nothing when an escape is none.
std::optional<QByteArray> unescaped(QByteArrayView text);

// "3600", "1h", "1w2d": seconds.
std::optional<quint32> secondsFrom(QByteArrayView text);

using RecordData = decltype(DnsRecord::data);
std::optional<RecordData> dataFromWords(RecordType type, const QList<ValueWord> &words,
                                        const ValueRules &rules, ValueFault &fault);

// A value's parts in their order, as text: {"priority", "10"}, {"host", "mail.example.org"}.
struct ValuePart
{
    QByteArray name;
    QString value;
};
QList<ValuePart> partsOf(const DnsRecord &record);

// Split after every 255 bytes; empty text is one empty string.
TxtData txtFrom(const QByteArray &text);
inline constexpr qsizetype longestText = 60'000; // what a packet takes besides everything else

// In quotation marks, with escapes for what a zone file cannot hold.
QByteArray quotedText(const QByteArray &text);

QString dnsSentence(const char *text); // translate("DNS", …)

} // namespace wire
