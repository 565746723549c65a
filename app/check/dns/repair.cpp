// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/repair.h"

#include "app/check/dns/zonedraft.h"
#include "app/wire/dns/zonetext.h"

#include <QCoreApplication>

namespace check {

namespace {

using wire::RecordType;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

QString shown(const DomainReport &report) { return wire::nameForPeople(report.domain); }

QByteArray dmarcName(const DomainReport &report) { return "_dmarc." + report.domain; }

bool isSpf(const QString &text) { return isSpfText(text.toUtf8()); }

bool isDmarc(const QString &text) { return isDmarcText(text.toUtf8()); }

QList<QByteArray> bytes(const QStringList &texts)
{
    QList<QByteArray> out;
    for (const QString &text : texts)
        out.append(text.toUtf8());
    return out;
}

QStringList filtered(const QStringList &values, bool (*counts)(const QString &))
{
    QStringList out;
    for (const QString &value : values)
        if (counts(value))
            out.append(value);
    return out;
}

bool has(const DomainReport &report, const char *code)
{
    return std::any_of(
        report.findings.cbegin(), report.findings.cend(),
        [code](const mail::Finding &finding) { return finding.code == QLatin1String(code); });
}

// The record with single spaces: how it is spaced is no difference worth a change.
QString simplified(const QString &record) { return record.simplified(); }

Proposal withSpf(const DomainReport &report, const RepairBasis &basis, const QStringList &wanted)
{
    ZoneDraft draft(report, basis);
    draft.put(report.domain, RecordType::TXT, wanted, isSpf);
    return draft.take(Text::tr("Correct SPF of %1").arg(shown(report)));
}

Proposal withDmarc(const DomainReport &report, const RepairBasis &basis, const QStringList &wanted)
{
    ZoneDraft draft(report, basis);
    draft.put(dmarcName(report), RecordType::TXT, wanted, isDmarc);
    return draft.take(Text::tr("Correct DMARC of %1").arg(shown(report)));
}

} // namespace

Section sectionOf(QStringView code)
{
    const QStringView word = code.left(code.indexOf(u'-'));
    if (word == u"spf")
        return Section::Spf;
    if (word == u"dkim")
        return Section::Dkim;
    if (word == u"dmarc")
        return Section::Dmarc;
    if (word == u"mx" || word == u"ptr" || word == u"autoconfig" || word == u"domain")
        return Section::Reach;
    if (word == u"dnssec")
        return Section::Dnssec;
    if (word == u"tlsa")
        return Section::Dane;
    return Section::Other;
}

bool prefersStrict(const QByteArray &domain)
{
    const QByteArray name = wire::canonicalName(domain);
    return name.endsWith(".ch") || name.endsWith(".li");
}

// An include of itself, directly or by way of others, can never be evaluated.
static bool leadsTo(const SpfBranch &branch, const QByteArray &domain)
{
    if (!branch.child)
        return wire::canonicalName(branch.term.domainSpec) == domain;
    return wire::canonicalName(branch.child->domain) == domain ||
           std::any_of(branch.child->branches.cbegin(), branch.child->branches.cend(),
                       [&](const SpfBranch &below) {
                           return (below.term.kind == SpfTerm::Kind::Include ||
                                   below.term.kind == SpfTerm::Kind::Redirect) &&
                                  leadsTo(below, domain);
                       });
}

SpfWish recommendedSpf(const DomainReport &report, const RepairBasis &basis)
{
    SpfWish wish;
    const bool allowed = report.spf.texts.size() == 1 && !has(report, "spf-service-not-allowed") &&
                         !has(report, "spf-service-missing") &&
                         report.spf.record.problems.isEmpty();
    if (!allowed)
        for (const QString &term : basis.facts.spf)
            wish.terms.append(term.toUtf8());
    // an include that leads nowhere makes the whole record worth nothing
    for (const SpfBranch &branch : report.spf.branches)
        if (branch.term.kind == SpfTerm::Kind::Include &&
            (leadsTo(branch, report.domain) ||
             (branch.child && branch.child->texts.isEmpty() && branch.child->problem.isEmpty())))
            wish.without.append(branch.term.text);
    const SpfTerm *all = report.spf.record.find(SpfTerm::Kind::All);
    const bool redirected = report.spf.record.find(SpfTerm::Kind::Redirect);
    if (prefersStrict(report.domain) && !redirected)
        wish.end = '-';
    else if (all && (all->qualifier == '+' || all->qualifier == '?'))
        wish.end = '~';
    return wish;
}

// What holds today: the strictest of its own records, even of those that do not count, or what it
// inherits. A correction never asks for less.
static DmarcPolicy policyOfToday(const DomainReport &report)
{
    const bool own = report.dmarc.at == report.domain;
    DmarcPolicy strictest = DmarcPolicy::None;
    for (const QByteArray &text : report.dmarc.texts) {
        std::optional<DmarcPolicy> of;
        for (const auto &[tag, value] : parseTags(text).tags)
            if ((tag == "p" && !of) || (tag == "sp" && !own))
                if (const auto policy =
                        mail::fromWord<DmarcPolicy>(QString::fromLatin1(value.trimmed().toLower())))
                    of = policy;
        strictest = std::max(strictest, of.value_or(DmarcPolicy::None));
    }
    return strictest;
}

DmarcWish recommendedDmarc(const DomainReport &report, const RepairBasis &basis)
{
    DmarcWish wish;
    // A policy that nothing can pass refuses the domain's own mail (S-70). Where both are ours to
    // give, they come with it.
    const bool canPass = report.spf.texts.size() == 1 ||
                         std::any_of(report.dkim.cbegin(), report.dkim.cend(),
                                     [](const DkimFound &found) { return found.key.usable(); }) ||
                         (basis.signs && zoneIsOurs(report, basis));
    const auto &record = report.dmarc.record;
    const bool own = report.dmarc.at == report.domain && record;
    const DmarcPolicy now = own ? record->policy : DmarcPolicy::None;
    const DmarcPolicy least =
        std::max(policyOfToday(report), !canPass                       ? DmarcPolicy::None
                                        : prefersStrict(report.domain) ? DmarcPolicy::Reject
                                                                       : DmarcPolicy::Quarantine);
    if (now < least || !own)
        wish.policy = least;
    if (prefersStrict(report.domain) && own && record->percent < 100)
        wish.percent = 100;
    if (own && record->subdomains && *record->subdomains < std::max(now, least))
        wish.subdomains.emplace(std::nullopt);
    return wish;
}

Proposal spfRepair(const DomainReport &report, const RepairBasis &basis, const SpfWish &wish)
{
    const ZoneDraft look(report, basis);
    if (look.isUnknown(report.domain, RecordType::TXT))
        return {}; // DNS did not answer: what is there must not be written over
    const QStringList there = filtered(look.present(report.domain, RecordType::TXT), isSpf);
    if (there.isEmpty() && wish.terms.isEmpty())
        return {}; // nobody knows who sends
    const SpfProposal merged = spfProposal(bytes(there), wish);
    const QString record = QString::fromUtf8(merged.record);
    if (there.size() == 1 && simplified(there.constFirst()) == record)
        return {};
    Proposal out = withSpf(report, basis, {record});
    out.dropped = merged.dropped;
    return out;
}

Proposal dmarcRepair(const DomainReport &report, const RepairBasis &basis, const DmarcWish &wish)
{
    const QByteArray name = dmarcName(report);
    const ZoneDraft look(report, basis);
    if (look.isUnknown(name, RecordType::TXT))
        return {};
    const QStringList there = filtered(look.present(name, RecordType::TXT), isDmarc);
    QList<QByteArray> from = bytes(there);
    DmarcWish wanted = wish;
    // A first record of its own takes the place of the inherited one: it goes on from there.
    if (from.isEmpty() && report.dmarc.record && report.dmarc.at != report.domain) {
        from = report.dmarc.texts;
        wanted.policy = wish.policy.value_or(policyOfToday(report));
        if (!wish.subdomains)
            wanted.subdomains.emplace(std::nullopt);
    }
    const QString record = QString::fromUtf8(dmarcProposal(from, wanted));
    // the same tags in the same order are the same record
    const auto tagsOf = [](const QString &text) { return parseTags(text.toUtf8()).tags; };
    if (there.size() == 1 && tagsOf(there.constFirst()) == tagsOf(record))
        return {};
    return withDmarc(report, basis, {record});
}

Proposal spfReplacement(const DomainReport &report, const RepairBasis &basis,
                        const QByteArray &record)
{
    return withSpf(report, basis,
                   record.isEmpty() ? QStringList() : QStringList{QString::fromUtf8(record)});
}

Proposal dmarcReplacement(const DomainReport &report, const RepairBasis &basis,
                          const QByteArray &record)
{
    return withDmarc(report, basis,
                     record.isEmpty() ? QStringList() : QStringList{QString::fromUtf8(record)});
}

Proposal dkimRepair(const DomainReport &report, const RepairBasis &basis)
{
    ZoneDraft draft(report, basis);
    bool any = false;
    for (const mail::DkimKey &key : basis.keys) {
        if (wire::canonicalName(key.domain.toUtf8()) != report.domain || !key.record)
            continue;
        const mail::DkimState state = key.state.value_or(mail::DkimState::Signing);
        const QByteArray name = key.selector.toUtf8() + "._domainkey." + report.domain;
        const auto isKey = [](const QString &text) {
            const DkimKey parsed = parseDkimKey(text.toUtf8());
            return parsed.problem.isEmpty() || text.startsWith(u"v=DKIM1");
        };
        if (state == mail::DkimState::Retired) {
            // only where it is known to be there still
            const QStringList there = draft.present(name, RecordType::TXT);
            if (there.contains(*key.record))
                draft.put(name, RecordType::TXT, {}, isKey);
            continue;
        }
        any = true;
        // the same key in other words is as good
        const QByteArray data = parseDkimKey(key.record->toUtf8()).data;
        const QStringList there = draft.present(name, RecordType::TXT);
        const bool published = std::any_of(there.cbegin(), there.cend(), [&](const QString &text) {
            const DkimKey parsed = parseDkimKey(text.toUtf8());
            return parsed.usable() && parsed.data == data;
        });
        if (!published)
            draft.put(name, RecordType::TXT, {*key.record}, isKey);
    }
    Proposal out = draft.take(Text::tr("Publish the DKIM keys of %1").arg(shown(report)));
    out.rotateKeys = basis.signs && !any;
    return out;
}

Proposal reachRepair(const DomainReport &report, const RepairBasis &basis)
{
    ZoneDraft draft(report, basis);
    const QStringList there = draft.present(report.domain, RecordType::MX);
    const bool known = !draft.isUnknown(report.domain, RecordType::MX);
    const bool complete =
        std::all_of(basis.facts.mx.cbegin(), basis.facts.mx.cend(), [&](const QString &wanted) {
            return std::any_of(there.cbegin(), there.cend(), [&](const QString &one) {
                return sameValue(RecordType::MX, one, wanted);
            });
        });
    // A host of ours under another preference is as good; others' are not.
    const bool wrong = has(report, "mx-elsewhere") || has(report, "mx-none") ||
                       has(report, "mx-implicit") || has(report, "mx-null-and-others") ||
                       (there.isEmpty() && !complete);
    if (known && !basis.facts.mx.isEmpty() && wrong)
        draft.put(report.domain, RecordType::MX, basis.facts.mx,
                  [](const QString &) { return true; });
    for (const QString &line : basis.facts.services) {
        // "SRV _imaps._tcp 0 1 993 mail.example.org"
        const QStringList words = line.simplified().split(u' ');
        const auto type = wire::typeFromWord(words.value(0).toUtf8());
        if (words.size() < 3 || !type)
            continue;
        const QByteArray name = words[1].toUtf8() + '.' + report.domain;
        // what somebody set there stays: it may be meant
        if (!draft.isUnknown(name, *type) && draft.present(name, *type).isEmpty())
            draft.put(name, *type, {words.mid(2).join(u' ')},
                      [](const QString &) { return false; });
    }
    return draft.take(Text::tr("Lead the mail of %1 here").arg(shown(report)));
}

Proposal dnssecRepair(const DomainReport &report, const RepairBasis &basis)
{
    Proposal out;
    if (!zoneIsOurs(report, basis) || report.security == wire::DnsSecurity::Secure ||
        !basis.zone->isSigned)
        return out;
    if (!*basis.zone->isSigned) {
        mail::Zone zone = *basis.zone;
        zone.isSigned = true;
        out.changes = {
            Text::tr("Sign %1 with DNSSEC")
                .arg(basis.zone->nameIdn.isEmpty() ? basis.zone->name : basis.zone->nameIdn),
            {mail::difference(*basis.zone, zone)}};
        return out;
    }
    // signed, but the zone above does not say so
    for (const QString &ds : basis.zone->delegation.value_or(QStringList()))
        out.publish.append(recordToPublish(basis.zone->name.toUtf8(), RecordType::DS, ds));
    return out;
}

Proposal daneRepair(const DomainReport &report, const RepairBasis &basis)
{
    ZoneDraft draft(report, basis);
    for (const MailHost &host : report.hosts) {
        if (!host.greeting || !*host.greeting || !(*host.greeting)->isEncrypted)
            continue;
        const QList<QByteArray> &certificates = (*host.greeting)->certificates;
        const bool fits =
            std::any_of(host.tlsa.cbegin(), host.tlsa.cend(), [&](const wire::TlsaData &tlsa) {
                return tlsaMatches(tlsa, certificates);
            });
        const QByteArray name = "_25._tcp." + host.mx.host;
        // Only where it would count, and where it is ours to say: the host of another provider is
        // that provider's.
        if (fits || !host.securePath || !draft.isOurs(name))
            continue;
        const auto tlsa = tlsaFor(certificates.value(0));
        if (!tlsa)
            continue;
        const wire::DnsRecord record{name, RecordType::TLSA, 0, *tlsa};
        // one that is for the key to come stays; one that cannot be used goes
        draft.put(name, RecordType::TLSA, {wire::targetOf(record)}, [&](const QString &value) {
            const auto old = wire::recordFromText(name, RecordType::TLSA, value.toUtf8());
            return !old || !old->as<wire::TlsaData>() ||
                   !tlsaProblem(*old->as<wire::TlsaData>()).isEmpty();
        });
    }
    return draft.take(
        Text::tr("Publish the certificates of the mail hosts of %1 (DANE)").arg(shown(report)));
}

} // namespace check
