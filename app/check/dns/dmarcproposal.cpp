// SPDX-License-Identifier: GPL-3.0-or-later
// DMARC looked at from its end: what it does to mail, and how the record becomes what is wished.
#include "app/check/dns/dmarc.h"

#include <algorithm>

namespace check {

namespace {

using Tags = QList<std::pair<QByteArray, QByteArray>>;

DmarcPolicy milder(DmarcPolicy policy)
{
    return policy == DmarcPolicy::Reject ? DmarcPolicy::Quarantine : DmarcPolicy::None;
}

void set(Tags &tags, const char *name, const QByteArray &value)
{
    for (auto &[tag, old] : tags)
        if (tag == name) {
            old = value;
            return;
        }
    tags.append({name, value});
}

void clear(Tags &tags, const char *name)
{
    tags.removeIf([name](const auto &tag) { return tag.first == name; });
}

QByteArray wordOf(DmarcPolicy policy) { return QByteArray(mail::word(policy).latin1()); }

// What separates report addresses must not stand in one (RFC 7489, 6.2).
QByteArray uriOf(const QByteArray &address)
{
    return "mailto:" + address.toPercentEncoding("@+'=", "!,;?%");
}

QByteArray addresses(QList<DmarcReportAddress> list, const QList<QByteArray> &add,
                     const QList<QByteArray> &remove)
{
    const auto key = [](const QByteArray &address) { return address.toLower(); };
    list.removeIf([&](const DmarcReportAddress &one) {
        return remove.contains("*") ||
               std::any_of(remove.cbegin(), remove.cend(), [&](const QByteArray &gone) {
                   return key(gone) == key(one.address) || gone == one.uri;
               });
    });
    for (const QByteArray &address : add)
        if (std::none_of(list.cbegin(), list.cend(), [&](const DmarcReportAddress &one) {
                return key(one.address) == key(address);
            }))
            list.append({uriOf(address), address});
    QList<QByteArray> uris;
    for (const DmarcReportAddress &one : std::as_const(list))
        if (!uris.contains(one.uri))
            uris.append(one.uri);
    return uris.join(',');
}

// A value that the grammar does not know makes the tag worth nothing, or the record.
bool isKnown(const QByteArray &tag, const QByteArray &value)
{
    const DmarcRecord record = parseDmarc("v=DMARC1; p=none; " + tag + '=' + value);
    return tag != "p" ? record.problems.isEmpty()
                      : parseDmarc("v=DMARC1; p=" + value).problems.isEmpty();
}

} // namespace

QList<DmarcRow> dmarcTable(const DmarcFound &found)
{
    QList<DmarcRow> rows;
    const auto same = [](const QByteArray &name) { return name; };
    for (const DmarcMethod spf :
         {DmarcMethod::Aligned, DmarcMethod::Elsewhere, DmarcMethod::Failed})
        for (const DmarcMethod dkim :
             {DmarcMethod::Aligned, DmarcMethod::Elsewhere, DmarcMethod::Failed}) {
            const auto domainOf = [&](DmarcMethod method) {
                return method == DmarcMethod::Aligned ? found.domain
                                                      : QByteArray("elsewhere.invalid");
            };
            DmarcMessage message;
            message.fromDomain = found.domain;
            message.spf = spf == DmarcMethod::Failed ? SpfResult::Fail : SpfResult::Pass;
            message.spfDomain = domainOf(spf);
            message.dkim = {{domainOf(dkim), dkim != DmarcMethod::Failed}};
            const DmarcEffect effect = dmarcEffect(found, message, same);
            if (!effect.applies)
                return {};
            DmarcRow row{spf, dkim, effect.pass, effect.disposition, 100, effect.disposition};
            if (!effect.pass && found.record->percent < 100) {
                row.percent = found.record->percent;
                row.rest = milder(effect.disposition);
            }
            rows.append(row);
        }
    return rows;
}

QByteArray dmarcProposal(const QList<QByteArray> &published, const DmarcWish &wish)
{
    // the strictest record is the one to go on with
    QList<DmarcRecord> records;
    for (const QByteArray &text : published)
        if (isDmarcText(text))
            records.append(parseDmarc(text));
    std::stable_sort(records.begin(), records.end(),
                     [](const DmarcRecord &a, const DmarcRecord &b) {
                         return std::pair(a.usable, a.policy) > std::pair(b.usable, b.policy);
                     });
    Tags tags;
    QList<DmarcReportAddress> aggregate;
    QList<DmarcReportAddress> failure;
    for (const DmarcRecord &record : std::as_const(records)) {
        if (tags.isEmpty())
            for (const auto &[tag, value] : parseTags(record.text).tags)
                if (tag != "v" && isKnown(tag, value))
                    set(tags, tag.constData(), value);
        aggregate += record.aggregate;
        failure += record.failure;
    }
    for (QList<DmarcReportAddress> *list : {&aggregate, &failure}) {
        for (DmarcReportAddress &one : *list) // "!10x" is no size
            if (one.address.isEmpty() && one.uri.count('@') == 1 && !one.uri.contains(':'))
                one.uri = uriOf(one.uri.trimmed()); // "mailto:" was forgotten
            else if (!one.address.isEmpty() && !isKnown("rua", one.uri))
                one.uri = uriOf(one.address);
        list->removeIf([](const DmarcReportAddress &one) { return !isKnown("rua", one.uri); });
    }

    if (wish.policy)
        set(tags, "p", wordOf(*wish.policy));
    if (wish.subdomains && *wish.subdomains)
        set(tags, "sp", wordOf(**wish.subdomains));
    else if (wish.subdomains)
        clear(tags, "sp");
    if (wish.percent && *wish.percent >= 100)
        clear(tags, "pct");
    else if (wish.percent)
        set(tags, "pct", QByteArray::number(*wish.percent));
    const auto strictness = [&](const char *tag, const std::optional<bool> &strict) {
        if (strict && *strict)
            set(tags, tag, "s");
        else if (strict)
            clear(tags, tag);
    };
    strictness("adkim", wish.strictDkim);
    strictness("aspf", wish.strictSpf);
    if (wish.testing && *wish.testing)
        set(tags, "t", "y");
    else if (wish.testing)
        clear(tags, "t");
    const auto reports = [&](const char *tag, const QByteArray &uris) {
        if (uris.isEmpty())
            clear(tags, tag);
        else
            set(tags, tag, uris);
    };
    reports("rua", addresses(aggregate, wish.addAggregate, wish.removeAggregate));
    const QByteArray failures = addresses(failure, wish.addFailure, wish.removeFailure);
    reports("ruf", failures);
    if (failures.isEmpty() && !wish.removeFailure.isEmpty())
        clear(tags, "fo"); // when to send what nobody receives

    // p= comes right behind v= (RFC 7489, 6.3)
    QByteArray policy = "none";
    for (const auto &[tag, value] : std::as_const(tags))
        if (tag == "p")
            policy = value;
    clear(tags, "p");
    QByteArray out = "v=DMARC1; p=" + policy;
    for (const auto &[tag, value] : std::as_const(tags))
        out += "; " + tag + '=' + value;
    return out;
}

QByteArray dmarcAgreementName(const QByteArray &domain, const QByteArray &address)
{
    return wire::canonicalName(domain) + "._report._dmarc." +
           wire::canonicalName(address.mid(address.lastIndexOf('@') + 1));
}

} // namespace check
