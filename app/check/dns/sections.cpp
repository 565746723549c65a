// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the page: what they say in one sentence, how bad it is, what would mend it.
#include "app/check/dns/repair.h"

namespace check {

namespace {

using mail::Severity;

mail::Finding say(const char *code, const DomainReport &report, QJsonObject facts = {})
{
    facts.insert(QStringLiteral("domain"), QString::fromUtf8(report.domain));
    mail::Finding finding;
    finding.code = QLatin1String(code);
    finding.facts = facts;
    return finding;
}

bool dmarcIsPresent(const DomainReport &report)
{
    return report.dmarc.record && report.dmarc.record->usable && report.dmarc.texts.size() == 1;
}

bool isPresent(Section section, const DomainReport &report)
{
    switch (section) {
    case Section::Spf:
        return !report.spf.texts.isEmpty();
    case Section::Dkim:
        return std::any_of(report.dkim.cbegin(), report.dkim.cend(),
                           [](const DkimFound &found) { return found.key.usable(); });
    case Section::Dmarc:
        return dmarcIsPresent(report);
    case Section::Reach:
        return !report.hosts.isEmpty();
    case Section::Dnssec:
        return report.security == wire::DnsSecurity::Secure ||
               report.security == wire::DnsSecurity::Bogus;
    case Section::Dane:
        return std::any_of(report.hosts.cbegin(), report.hosts.cend(),
                           [](const MailHost &host) { return !host.tlsa.isEmpty(); });
    case Section::Other:
        return std::any_of(
            report.findings.cbegin(), report.findings.cend(),
            [](const mail::Finding &finding) { return sectionOf(finding.code) == Section::Other; });
    }
    return false;
}

// Without a warning or an error.
mail::Finding praise(const SectionState &state, const DomainReport &report)
{
    switch (state.section) {
    case Section::Spf:
        return say("fine-spf", report);
    case Section::Dkim: {
        QStringList selectors;
        for (const DkimFound &found : report.dkim)
            if (const QString name = QString::fromUtf8(found.selector);
                found.key.usable() && !selectors.contains(name))
                selectors.append(name);
        return state.present
                   ? say("fine-dkim", report,
                         {{QStringLiteral("selectors"), selectors.join(QLatin1String(", "))}})
                   : say("none-dkim", report);
    }
    case Section::Dmarc:
        return report.dmarc.record && report.dmarc.record->policy == DmarcPolicy::Reject
                   ? say("fine-dmarc-reject", report)
                   : say("fine-dmarc-quarantine", report);
    case Section::Reach: {
        if (!report.takesMail)
            return say("mx-null", report);
        QStringList hosts;
        for (const MailHost &host : report.hosts)
            hosts.append(QString::fromUtf8(host.mx.host));
        return say("fine-reach", report,
                   {{QStringLiteral("hosts"), hosts.join(QLatin1String(", "))}});
    }
    case Section::Dnssec:
        return report.security == wire::DnsSecurity::Secure     ? say("fine-dnssec", report)
               : report.security == wire::DnsSecurity::Insecure ? say("dnssec-insecure", report)
                                                                : say("none-dnssec", report);
    case Section::Dane:
        return say(state.present ? "fine-dane" : "none-dane", report);
    case Section::Other:
        return say(state.present ? "fine-other" : "none-other", report);
    }
    return {};
}

// What the praise rests on: who answered, whether that is proven, and the rule.
mail::Finding fine(const SectionState &state, const DomainReport &report)
{
    mail::Finding finding = praise(state, report);
    const auto restsOn = [&](const char *rule, const wire::DnsAnswer *answer) {
        finding.facts.insert(QStringLiteral("reference"), QLatin1String(rule));
        if (!answer)
            return finding;
        finding.facts.insert(QStringLiteral("server"), answer->server);
        if (answer->security != wire::DnsSecurity::Unchecked)
            finding.facts.insert(QStringLiteral("dnssec"), QString(mail::word(answer->security)));
        return finding;
    };
    const auto about = [&](wire::RecordType type, const auto &isIt) -> const wire::DnsAnswer * {
        for (const wire::DnsAnswer &answer : report.records)
            if (answer.type == type && !answer.records.isEmpty() && isIt(answer.name))
                return &answer;
        return nullptr;
    };
    using wire::RecordType;
    switch (state.section) {
    case Section::Spf:
        return restsOn("RFC 7208, section 4.5", &report.spf.answer);
    case Section::Dkim:
        return restsOn("RFC 6376, section 3.6", about(RecordType::TXT, [](const QByteArray &name) {
                           return name.contains("._domainkey.");
                       }));
    case Section::Dmarc:
        return restsOn("RFC 7489, section 6.3", &report.dmarc.answer);
    case Section::Reach:
        return restsOn("RFC 5321, section 5.1", about(RecordType::MX, [&](const QByteArray &name) {
                           return name == report.domain;
                       }));
    case Section::Dnssec:
        finding.facts.insert(QStringLiteral("reference"), QStringLiteral("RFC 4035, section 5"));
        return finding;
    case Section::Dane:
        if (state.present)
            return restsOn("RFC 7672, section 2.2",
                           about(RecordType::TLSA, [](const QByteArray &) { return true; }));
        return finding;
    case Section::Other:
        break;
    }
    return finding;
}

Proposal repairOf(const SectionState &state, const DomainReport &report, const RepairBasis &basis)
{
    const bool mends = state.severity != Severity::Information;
    switch (state.section) {
    case Section::Spf:
        return mends ? spfRepair(report, basis, recommendedSpf(report, basis)) : Proposal();
    case Section::Dkim:
        return dkimRepair(report, basis); // new keys are published before they are missed
    case Section::Dmarc:
        return mends ? dmarcRepair(report, basis, recommendedDmarc(report, basis)) : Proposal();
    case Section::Reach:
        return reachRepair(report, basis);
    case Section::Dnssec:
        return dnssecRepair(report, basis);
    case Section::Dane:
        return daneRepair(report, basis);
    case Section::Other:
        return {};
    }
    return {};
}

} // namespace

QList<SectionState> sectionStates(const DomainReport &report, const RepairBasis &basis)
{
    QList<SectionState> states;
    // what keeps everything else from being looked at stands where people look first
    const bool seen = report.exists && !report.records.isEmpty();
    for (const Section section : {Section::Spf, Section::Dkim, Section::Dmarc, Section::Reach,
                                  Section::Dnssec, Section::Dane, Section::Other}) {
        SectionState state;
        state.section = section;
        state.present = isPresent(section, report);
        if (section == Section::Dnssec)
            state.security = report.security;
        const mail::Finding *worst = nullptr;
        for (const mail::Finding &finding : report.findings) {
            if (sectionOf(finding.code) != section)
                continue;
            state.findings.append(finding);
            if (!worst || finding.severity > worst->severity)
                worst = &finding;
        }
        state.severity = mail::worst(state.findings);
        if (!seen && state.findings.isEmpty() && !report.findings.isEmpty()) {
            // nothing is known of this section: say why instead of praising it
            state.severity = Severity::Warning;
            state.verdict = report.findings.constFirst();
            state.summary = sentence(state.verdict);
            states.append(state);
            continue;
        }
        state.verdict =
            worst && state.severity != Severity::Information ? *worst : fine(state, report);
        state.summary = sentence(state.verdict);
        state.proposal = seen ? repairOf(state, report, basis) : Proposal();
        if (state.proposal.changes.changes.size() == 1)
            for (mail::Finding &finding : state.findings)
                if (finding.severity != Severity::Information)
                    finding.fix = state.proposal.changes.changes.constFirst();
        states.append(state);
    }
    return states;
}

} // namespace check
