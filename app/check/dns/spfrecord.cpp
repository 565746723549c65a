// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/spfrecord.h"

#include "app/check/dns/spfmacro.h"

#include <optional>

namespace check {

namespace {

bool isAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isModifierName(QByteArrayView name)
{
    if (name.isEmpty() || !isAlpha(name.front()))
        return false;
    for (const char c : name)
        if (!isAlpha(c) && !isDigit(c) && c != '-' && c != '_' && c != '.')
            return false;
    return true;
}

// "0" or a number without leading zero of at most `digits` digits.
std::optional<int> prefixLength(QByteArrayView text, int digits)
{
    if (text.isEmpty() || text.size() > digits || (text.size() > 1 && text.front() == '0'))
        return {};
    int value = 0;
    for (const char c : text) {
        if (!isDigit(c))
            return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

struct Reading
{
    SpfTerm term;
    std::optional<SpfProblem> problem;
};

Reading wrong(const SpfTerm &term, const QString &reason, const char *section)
{
    return {term, SpfProblem{term.text, reason, QLatin1String(section)}};
}

Reading withDomain(SpfTerm term, QByteArrayView spec, const char *section)
{
    const QString problem = macroProblem(spec, SpfMacroPlace::DomainSpec);
    if (!problem.isEmpty())
        return wrong(term, problem, spec.isEmpty() ? section : "7.1");
    term.domainSpec = spec.toByteArray();
    return {term, {}};
}

Reading readModifier(SpfTerm term, const QByteArray &name, QByteArrayView value)
{
    if (name == "redirect" || name == "exp") {
        term.kind = name == "exp" ? SpfTerm::Kind::Exp : SpfTerm::Kind::Redirect;
        return withDomain(term, value, name == "exp" ? "6.2" : "6.1");
    }
    term.kind = SpfTerm::Kind::Unknown;
    const QString problem = macroProblem(value, SpfMacroPlace::Unknown);
    if (!problem.isEmpty())
        return wrong(term, problem, "6");
    return {term, {}};
}

Reading readNetwork(SpfTerm term, QByteArrayView rest, bool v6)
{
    const char *section = "5.6";
    if (!rest.startsWith(':'))
        return wrong(term, QStringLiteral("the network is missing"), section);
    rest = rest.sliced(1);
    const qsizetype slash = rest.indexOf('/');
    if (slash >= 0) {
        const auto prefix = prefixLength(rest.sliced(slash + 1), v6 ? 3 : 2);
        if (!prefix || *prefix > (v6 ? 128 : 32))
            return wrong(term, QStringLiteral("the prefix length is wrong"), section);
        (v6 ? term.prefix6 : term.prefix4) = *prefix;
        rest = rest.first(slash);
    }
    const auto network = v6 ? wire::IpAddress::parse6(rest) : wire::IpAddress::parse4(rest);
    if (!network)
        return wrong(term,
                     v6 ? QStringLiteral("not an IPv6 address")
                        : QStringLiteral("not an IPv4 address"),
                     section);
    term.network = *network;
    return {term, {}};
}

Reading readHost(SpfTerm term, QByteArrayView rest, const char *section)
{
    // The prefix lengths are at the end; what is left must be nothing or a domain.
    const qsizetype two = rest.lastIndexOf("//");
    if (two >= 0) {
        if (const auto prefix = prefixLength(rest.sliced(two + 2), 3)) {
            if (*prefix > 128)
                return wrong(term, QStringLiteral("the IPv6 prefix length is above 128"), section);
            term.prefix6 = *prefix;
            rest = rest.first(two);
        }
    }
    const qsizetype one = rest.lastIndexOf('/');
    if (one >= 0) {
        if (const auto prefix = prefixLength(rest.sliced(one + 1), 2)) {
            if (*prefix > 32)
                return wrong(term, QStringLiteral("the IPv4 prefix length is above 32"), section);
            term.prefix4 = *prefix;
            rest = rest.first(one);
        }
    }
    if (rest.isEmpty())
        return {term, {}};
    if (!rest.startsWith(':'))
        return wrong(term, QStringLiteral("the prefix length is wrong"), section);
    return withDomain(term, rest.sliced(1), section);
}

Reading readDirective(SpfTerm term)
{
    QByteArrayView rest = term.text;
    if (!rest.isEmpty() && QByteArrayView("+-~?").contains(rest.front())) {
        term.qualifier = rest.front();
        rest = rest.sliced(1);
    }
    qsizetype end = 0;
    while (end < rest.size() && rest[end] != ':' && rest[end] != '/')
        ++end;
    const QByteArray name = rest.first(end).toByteArray().toLower();
    rest = rest.sliced(end);
    const auto needsDomain = [&](SpfTerm::Kind kind, const char *section) {
        term.kind = kind;
        if (!rest.startsWith(':'))
            return wrong(term, QStringLiteral("the domain is missing"), section);
        return withDomain(term, rest.sliced(1), section);
    };
    if (name == "all") {
        term.kind = SpfTerm::Kind::All;
        if (!rest.isEmpty())
            return wrong(term, QStringLiteral("\"all\" takes nothing behind it"), "5.1");
        return {term, {}};
    }
    if (name == "include")
        return needsDomain(SpfTerm::Kind::Include, "5.2");
    if (name == "exists")
        return needsDomain(SpfTerm::Kind::Exists, "5.7");
    if (name == "a" || name == "mx") {
        term.kind = name == "a" ? SpfTerm::Kind::A : SpfTerm::Kind::Mx;
        return readHost(term, rest, name == "a" ? "5.3" : "5.4");
    }
    if (name == "ptr") {
        term.kind = SpfTerm::Kind::Ptr;
        if (rest.isEmpty())
            return {term, {}};
        if (!rest.startsWith(':'))
            return wrong(term, QStringLiteral("\"ptr\" takes no prefix length"), "5.5");
        return withDomain(term, rest.sliced(1), "5.5");
    }
    if (name == "ip4" || name == "ip6") {
        term.kind = name == "ip4" ? SpfTerm::Kind::Ip4 : SpfTerm::Kind::Ip6;
        return readNetwork(term, rest, name == "ip6");
    }
    return wrong(term, QStringLiteral("there is no such mechanism"), "4.6.1");
}

} // namespace

bool SpfTerm::costsLookup() const
{
    switch (kind) {
    case Kind::Include:
    case Kind::A:
    case Kind::Mx:
    case Kind::Ptr:
    case Kind::Exists:
    case Kind::Redirect:
        return true;
    default:
        return false;
    }
}

const SpfTerm *SpfRecord::find(SpfTerm::Kind kind) const
{
    for (const SpfTerm &term : terms)
        if (term.kind == kind)
            return &term;
    return nullptr;
}

bool isSpfText(QByteArrayView text)
{
    constexpr QByteArrayView version("v=spf1");
    return text.size() >= version.size() &&
           text.first(version.size()).compare(version, Qt::CaseInsensitive) == 0 &&
           (text.size() == version.size() || text[version.size()] == ' ');
}

SpfRecord parseSpf(const QByteArray &text)
{
    SpfRecord record;
    record.text = text;
    if (!isSpfText(text)) {
        record.problems.append({text.left(20),
                                QStringLiteral("the record does not begin with \"v=spf1\""),
                                QStringLiteral("4.5")});
        return record;
    }
    bool redirect = false;
    bool exp = false;
    const QList<QByteArray> words = text.mid(6).split(' ');
    for (const QByteArray &word : words) {
        if (word.isEmpty())
            continue;
        SpfTerm term;
        term.text = word;
        const qsizetype equals = word.indexOf('=');
        const bool modifier = equals > 0 && isModifierName(QByteArrayView(word).first(equals));
        const Reading reading = modifier ? readModifier(term, word.left(equals).toLower(),
                                                        QByteArrayView(word).sliced(equals + 1))
                                         : readDirective(term);
        if (reading.problem) {
            record.problems.append(*reading.problem);
            continue;
        }
        for (const auto &[kind, seen] :
             {std::pair{SpfTerm::Kind::Redirect, &redirect}, {SpfTerm::Kind::Exp, &exp}})
            if (reading.term.kind == kind) {
                if (*seen)
                    record.problems.append({word,
                                            QStringLiteral("this modifier may appear only once"),
                                            QStringLiteral("6")});
                *seen = true;
            }
        record.terms.append(reading.term);
    }
    return record;
}

} // namespace check
