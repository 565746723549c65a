// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/message.h"

#include <QHash>

namespace check {

namespace {

// The value without comments and display names: addresses in the order they stand, quoted local
// parts as one piece.
QList<QByteArray> addressesIn(const QByteArray &value)
{
    QList<QByteArray> out;
    QByteArray bare;    // outside of brackets
    QByteArray bracket; // inside
    bool inBracket = false;
    bool hasBracket = false;
    int comment = 0;
    const auto finish = [&] {
        const QByteArray address = (hasBracket ? bracket : bare).trimmed();
        if (address.contains('@'))
            out.append(address);
        bare.clear();
        bracket.clear();
        hasBracket = inBracket = false;
    };
    for (qsizetype at = 0; at < value.size(); ++at) {
        const char c = value[at];
        if (comment > 0) {
            comment += c == '(' ? 1 : c == ')' ? -1 : 0;
            at += c == '\\' ? 1 : 0;
            continue;
        }
        QByteArray &into = inBracket ? bracket : bare;
        if (c == '(') {
            comment = 1;
        } else if (c == '"') {
            const qsizetype begin = at;
            for (++at; at < value.size() && value[at] != '"'; ++at)
                at += value[at] == '\\' ? 1 : 0;
            into += value.mid(begin, at - begin + 1);
        } else if (c == '<') {
            inBracket = hasBracket = true;
        } else if (c == '>') {
            inBracket = false;
        } else if (c == ',' || c == ';') {
            finish();
        } else if (c == ':' && !inBracket) {
            bare.clear(); // the name of a group
        } else if (c != '\r' && c != '\n') {
            into += c;
        }
    }
    finish();
    return out;
}

} // namespace

QList<QByteArray> fromDomains(const QByteArray &value)
{
    QList<QByteArray> out;
    for (const QByteArray &address : addressesIn(value)) {
        QByteArray domain = address.mid(address.lastIndexOf('@') + 1).simplified();
        domain = spfDomain(domain).value_or(domain);
        if (!out.contains(wire::canonicalName(domain)))
            out.append(wire::canonicalName(domain));
    }
    return out;
}

Result<MessageReport> judgeMessage(const QByteArray &message, const MessageOrigin &origin,
                                   wire::Resolver &resolver, Progress &progress, qint64 now)
{
    MessageReport out;
    auto signatures = verifyDkim(message, resolver, progress, now);
    if (!signatures)
        return signatures.error();
    out.signatures = std::move(*signatures);
    if (origin.ip) {
        SpfQuery query;
        query.ip = *origin.ip;
        query.helo = origin.helo;
        query.mailFrom = origin.mailFrom;
        query.time = now;
        const auto outcome = checkHost(query, resolver, progress);
        if (!outcome)
            return outcome.error();
        out.spf = *outcome;
        out.spfDomain = spfSender(origin.mailFrom, origin.helo).second;
    }
    for (const HeaderField &field : splitMail(withCrLf(message)).header)
        if (field.name.compare("From", Qt::CaseInsensitive) == 0)
            for (const QByteArray &domain :
                 fromDomains(field.field.mid(field.field.indexOf(':') + 1)))
                if (!out.fromDomains.contains(domain))
                    out.fromDomains.append(domain);
    if (out.fromDomains.size() != 1 || !wire::isUsableName(out.fromDomains.constFirst()))
        return out;
    auto found = findDmarc(out.fromDomains.constFirst(), resolver, progress);
    if (!found)
        return found.error();
    out.dmarc = std::move(*found);
    DmarcMessage judged;
    judged.fromDomain = out.fromDomains.constFirst();
    judged.spf = out.spf ? out.spf->result : SpfResult::None;
    judged.spfDomain = out.spfDomain;
    QHash<QByteArray, QByteArray> organisations{
        {wire::canonicalName(judged.fromDomain), out.dmarc->organisational}};
    QList<QByteArray> others{wire::canonicalName(out.spfDomain)};
    for (const DkimSignature &signature : std::as_const(out.signatures)) {
        judged.dkim.append({signature.domain, signature.result == DkimResult::Pass});
        others.append(wire::canonicalName(signature.domain));
    }
    for (const QByteArray &other : std::as_const(others)) {
        if (other.isEmpty() || organisations.contains(other) || !wire::isUsableName(other))
            continue;
        const auto theirs = findDmarc(other, resolver, progress);
        if (!theirs)
            return theirs.error();
        organisations.insert(other, theirs->organisational);
    }
    if (out.dmarc->record && out.dmarc->record->nonexistent) {
        const auto exists = resolver.query(judged.fromDomain, wire::RecordType::A, progress);
        judged.fromExists = !exists || exists->exists();
    }
    out.effect = dmarcEffect(*out.dmarc, judged, [&](const QByteArray &name) {
        return organisations.value(wire::canonicalName(name), wire::canonicalName(name));
    });
    return out;
}

} // namespace check
