// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/spfmacro.h"

#include <QList>

#include <optional>

namespace check {

namespace {

bool isAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// toplabel (RFC 7208, 7.1): not all digits, no hyphen at either end.
bool isTopLabel(QByteArrayView label)
{
    if (label.isEmpty() || label.front() == '-' || label.back() == '-')
        return false;
    bool letter = false;
    for (const char c : label) {
        if (!isAlpha(c) && !isDigit(c) && c != '-')
            return false;
        letter = letter || !isDigit(c);
    }
    return letter;
}

struct Macro
{
    char letter = 0; // as written: an upper-case one is URL-escaped
    int parts = 0;   // 0 = all
    bool reverse = false;
    QByteArray delimiters; // empty = "."
    qsizetype length = 0;  // of the whole, braces included
};

// `text` begins with "%{".
std::optional<Macro> readMacro(QByteArrayView text, QString *problem)
{
    Macro macro;
    const qsizetype end = text.indexOf('}');
    if (end < 0) {
        *problem = QStringLiteral("a macro is not closed");
        return {};
    }
    macro.length = end + 1;
    qsizetype at = 2;
    if (at < end)
        macro.letter = text[at++];
    const char lower = char(macro.letter | 0x20);
    if (!isAlpha(macro.letter) || !QByteArrayView("slodiphcrtv").contains(lower)) {
        *problem = QStringLiteral("there is no such macro letter");
        return {};
    }
    bool digits = false;
    for (; at < end && isDigit(text[at]); ++at) {
        digits = true;
        macro.parts = std::min(macro.parts * 10 + (text[at] - '0'), 100000);
    }
    if (digits && macro.parts == 0) {
        *problem = QStringLiteral("a macro cannot keep zero parts");
        return {};
    }
    if (at < end && (text[at] | 0x20) == 'r') {
        macro.reverse = true;
        ++at;
    }
    for (; at < end; ++at) {
        if (!QByteArrayView(".-+,/_=").contains(text[at])) {
            *problem = QStringLiteral("a macro has an unknown transformer or delimiter");
            return {};
        }
        macro.delimiters += text[at];
    }
    return macro;
}

QByteArray dotted(const wire::IpAddress &ip)
{
    if (!ip.v6)
        return ip.text();
    QByteArray out;
    const QByteArray hex = ip.raw().toHex();
    for (const char c : hex) {
        if (!out.isEmpty())
            out += '.';
        out += c;
    }
    return out;
}

QByteArray valueOf(char letter, const SpfMacroValues &values)
{
    switch (letter) {
    case 's':
        return values.local + '@' + values.senderDomain;
    case 'l':
        return values.local;
    case 'o':
        return values.senderDomain;
    case 'd':
        return values.domain;
    case 'i':
        return dotted(values.ip);
    case 'p':
        return values.validatedName ? values.validatedName() : QByteArray("unknown");
    case 'v':
        return values.ip.v6 ? "ip6" : "in-addr";
    case 'h':
        return values.helo;
    case 'c':
        return values.ip.text();
    case 'r':
        return values.receiver.isEmpty() ? QByteArray("unknown") : values.receiver;
    case 't':
        return QByteArray::number(values.time);
    }
    return {};
}

QByteArray transformed(const QByteArray &value, const Macro &macro)
{
    if (macro.parts == 0 && !macro.reverse && macro.delimiters.isEmpty())
        return value;
    const QByteArray delimiters = macro.delimiters.isEmpty() ? QByteArray(".") : macro.delimiters;
    QList<QByteArray> parts{QByteArray()};
    for (const char c : value) {
        if (delimiters.contains(c))
            parts.append(QByteArray());
        else
            parts.last() += c;
    }
    if (macro.reverse)
        std::reverse(parts.begin(), parts.end());
    if (macro.parts > 0 && macro.parts < parts.size())
        parts = parts.mid(parts.size() - macro.parts);
    return parts.join('.');
}

QByteArray urlEscaped(const QByteArray &value)
{
    QByteArray out;
    for (const char c : value) {
        if (isAlpha(c) || isDigit(c) || QByteArrayView("-._~").contains(c))
            out += c;
        else
            out += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return out;
}

} // namespace

QString macroProblem(QByteArrayView text, SpfMacroPlace place)
{
    qsizetype tail = 0; // where the text behind the last macro begins
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c != '%') {
            const bool visible = c >= 0x21 && c <= 0x7e;
            if (!visible && !(place == SpfMacroPlace::Explanation && c == ' '))
                return QStringLiteral("a character outside of visible ASCII");
            ++at;
            continue;
        }
        if (at + 1 == text.size())
            return QStringLiteral("a % at the end");
        const char next = text[at + 1];
        if (next == '%' || next == '_' || next == '-') {
            at += 2;
        } else if (next == '{') {
            QString problem;
            const auto macro = readMacro(text.sliced(at), &problem);
            if (!macro)
                return problem;
            if (place == SpfMacroPlace::DomainSpec &&
                QByteArrayView("crt").contains(char(macro->letter | 0x20)))
                return QStringLiteral("%{%1} is allowed in explanations only")
                    .arg(QLatin1Char(macro->letter));
            at += macro->length;
        } else {
            return QStringLiteral("a % that begins no macro");
        }
        tail = at;
    }
    if (place != SpfMacroPlace::DomainSpec)
        return {};
    if (text.isEmpty())
        return QStringLiteral("the domain is missing");
    QByteArrayView end = text.sliced(tail);
    if (end.isEmpty())
        return {}; // ends in a macro
    if (end.endsWith('.'))
        end.chop(1);
    const qsizetype dot = end.lastIndexOf('.');
    if (dot < 0 || !isTopLabel(end.sliced(dot + 1)))
        return QStringLiteral("the domain does not end in a top-level label");
    return {};
}

QByteArray expandMacros(QByteArrayView text, const SpfMacroValues &values)
{
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != '%') {
            out += text[at++];
            continue;
        }
        const char next = at + 1 < text.size() ? text[at + 1] : '%';
        if (next == '{') {
            QString problem;
            const auto macro = readMacro(text.sliced(at), &problem);
            if (!macro)
                return out;
            const char lower = char(macro->letter | 0x20);
            const QByteArray value = transformed(valueOf(lower, values), *macro);
            out += macro->letter == lower ? value : urlEscaped(value);
            at += macro->length;
            continue;
        }
        out += next == '_' ? " " : next == '-' ? "%20" : "%";
        at += 2;
    }
    return out;
}

QByteArray targetName(QByteArrayView domainSpec, const SpfMacroValues &values)
{
    QByteArray name = expandMacros(domainSpec, values);
    if (name.endsWith('.'))
        name.chop(1);
    while (name.size() > 253) {
        const qsizetype dot = name.indexOf('.');
        if (dot < 0)
            break;
        name = name.mid(dot + 1);
    }
    return name;
}

} // namespace check
