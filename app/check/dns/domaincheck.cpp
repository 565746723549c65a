// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/domaincheck.h"

#include "app/check/dns/look.h"

namespace check {

namespace {

using mail::Severity;
using wire::RecordType;

void lookAtChain(Look &look)
{
    if (!look.what.nameServers)
        return;
    const qint64 now = look.what.now != 0 ? look.what.now : QDateTime::currentSecsSinceEpoch();
    auto chain = dnssecChain(look.report.domain, *look.what.nameServers, now, look.progress);
    if (!chain)
        return look.cancel();
    look.report.findings += chainFindings(*chain, now);
    look.report.chain = std::move(*chain);
}

// false: there is nothing to look at.
bool lookAtDomain(Look &look)
{
    DomainReport &report = look.report;
    if (!wire::isUsableName(report.domain)) {
        report.exists = false;
        look.add(Severity::Error, "domain-invalid", "RFC 1035, section 2.3.4");
        return false;
    }
    const auto answer = look.ask(report.domain, RecordType::SOA, false);
    if (!answer) {
        look.add(Severity::Error, "domain-lookup-failed", "RFC 1035", Look::evidence(answer));
        return false;
    }
    report.security = answer->security;
    lookAtChain(look);
    if (answer->security == wire::DnsSecurity::Bogus) {
        QJsonObject facts = Look::evidence(answer);
        facts.insert(QStringLiteral("reason"), answer->why);
        look.add(Severity::Error, "dnssec-bogus", "RFC 4035, section 5", facts);
        return false;
    }
    report.exists = answer->exists();
    if (!report.exists) {
        look.add(Severity::Error, "domain-none", "RFC 8020", Look::evidence(answer));
        return false;
    }
    if (answer->security == wire::DnsSecurity::Insecure)
        look.add(Severity::Information, "dnssec-insecure", "RFC 4035, section 4.3",
                 Look::evidence(answer));
    return true;
}

// "include:spf.example.com" and "+INCLUDE:spf.example.com" are the same wish.
QByteArray termKey(const QByteArray &term)
{
    const QByteArray key = term.toLower();
    return key.startsWith('+') ? key.mid(1) : key;
}

// The term is somewhere in the tree, where it lets send.
bool lets(const SpfNode &node, const QByteArray &term)
{
    for (const SpfBranch &branch : node.branches) {
        if (branch.term.qualifier != '+')
            continue;
        if (termKey(branch.term.text) == termKey(term))
            return true;
        if (branch.child && lets(*branch.child, term))
            return true;
    }
    return false;
}

// What the service needs of the SPF record: judged by its addresses where it tells them, else by
// the terms it asks for.
void lookAtSenders(Look &look)
{
    DomainReport &report = look.report;
    const mail::DnsFacts &facts = look.what.facts;
    if (report.spf.texts.size() != 1 || !report.spf.record.problems.isEmpty())
        return; // told already
    QList<wire::IpAddress> addresses;
    for (const QString &text : facts.addresses)
        if (const auto ip = wire::IpAddress::parse(text.toUtf8()))
            addresses.append(*ip);
    const auto outcomes = spfForAddresses(report.domain, addresses, look.resolver, look.progress);
    if (!outcomes)
        return look.cancel();
    for (qsizetype i = 0; i < addresses.size(); ++i)
        report.senders.append({addresses[i], outcomes->at(i)});
    const QString record = QString::fromUtf8(report.spf.texts.constFirst());
    for (const SpfAddress &one : std::as_const(report.senders))
        if (one.outcome.result != SpfResult::Pass)
            look.add(Severity::Error, "spf-service-not-allowed", "RFC 7208, section 2.6",
                     {{QStringLiteral("record"), record},
                      {QStringLiteral("address"), QString::fromLatin1(one.ip.text())},
                      {QStringLiteral("result"), QString(mail::word(one.outcome.result))}});
    if (!report.senders.isEmpty())
        return;
    for (const QString &term : facts.spf)
        if (!lets(report.spf, term.toUtf8()))
            look.add(Severity::Warning, "spf-service-missing", "RFC 7208, section 2.6",
                     {{QStringLiteral("record"), record}, {QStringLiteral("term"), term}});
}

void lookAtPolicies(Look &look)
{
    DomainReport &report = look.report;
    const auto tree = expandSpf(report.domain, look.resolver, look.progress);
    if (!tree)
        return look.cancel();
    report.spf = *tree;
    if (tree->problem.isEmpty())
        look.keep(tree->answer);
    report.findings += spfFindings(*tree);
    lookAtSenders(look);
    const auto dmarc = findDmarc(report.domain, look.resolver, look.progress);
    if (!dmarc)
        return look.cancel();
    report.dmarc = *dmarc;
    look.keep(dmarc->answer);
    if (const auto findings = dmarcFindings(*dmarc, look.resolver, look.progress))
        report.findings += *findings;
    else
        look.cancel();
}

// What the service's own key must be, and whether it must be there already.
const mail::DkimKey *keyOf(const DomainCheck &what, const QByteArray &domain,
                           const QByteArray &selector)
{
    for (const mail::DkimKey &key : what.keys)
        if (key.selector.toUtf8() == selector && wire::canonicalName(key.domain.toUtf8()) == domain)
            return &key;
    return nullptr;
}

void lookAtKey(Look &look, const QByteArray &selector, bool former)
{
    DomainReport &report = look.report;
    const mail::DkimKey *const ours = keyOf(look.what, report.domain, selector);
    const bool known = ours || look.what.selectors.contains(selector);
    const auto answer = look.ask(selector + "._domainkey." + report.domain, RecordType::TXT);
    if (answer && answer->records.isEmpty() && answer->security != wire::DnsSecurity::Bogus) {
        // a key that signs nothing yet, or no more, need not be there
        const auto state =
            ours ? ours->state.value_or(mail::DkimState::Signing) : mail::DkimState::Signing;
        if (ours && state != mail::DkimState::Signing) {
            if (state == mail::DkimState::Made)
                look.add(Severity::Information, "dkim-not-yet", "RFC 6376, section 3.6.2",
                         {{QStringLiteral("selector"), QString::fromUtf8(selector)}});
            return;
        }
        if (former && !known)
            return;
    }
    const QList<DkimKey> keys = keysIn(answer);
    report.findings += dkimKeyFindings(report.domain, selector, answer, keys);
    if (!Look::has(answer))
        return;
    for (const DkimKey &key : keys)
        report.dkim.append({selector, key, known});
    if (!ours || !ours->record)
        return;
    const DkimKey wanted = parseDkimKey(ours->record->toUtf8());
    const bool same = std::any_of(keys.cbegin(), keys.cend(), [&](const DkimKey &key) {
        return key.data == wanted.data && key.type == wanted.type;
    });
    if (!same)
        look.add(Severity::Error, "dkim-other-key", "RFC 6376, section 6.1.2",
                 {{QStringLiteral("selector"), QString::fromUtf8(selector)},
                  {QStringLiteral("record"), QString::fromUtf8(answer->records.constFirst().txt())},
                  {QStringLiteral("server"), answer->server}});
}

void lookAtKeys(Look &look)
{
    DomainReport &report = look.report;
    QList<QByteArray> selectors = look.knownSelectors();
    const qsizetype known = selectors.size();
    if (look.what.signs && known == 0)
        look.add(Severity::Error, "dkim-none", "RFC 6376, section 3.6");
    const auto discovered =
        discoverSelectors(report.domain, commonSelectors(), look.resolver, look.progress);
    if (!discovered)
        return look.cancel();
    for (const QList<QByteArray> &more : {*discovered, look.what.formerSelectors})
        for (const QByteArray &selector : more)
            if (!selectors.contains(selector))
                selectors.append(selector);
    for (const QByteArray &selector : std::as_const(selectors))
        lookAtKey(look, selector, look.what.formerSelectors.contains(selector));
    // Without a known selector nothing is proven: a key may well be under another name.
    const bool sendsNothing = report.spf.texts.size() == 1 && report.spf.record.terms.size() == 1 &&
                              report.spf.record.terms[0].text.toLower() == "-all";
    if (report.dkim.isEmpty() && known == 0 && !sendsNothing && !look.what.signs)
        look.add(Severity::Information, "dkim-not-found", "RFC 6376, section 3.6.2.1");
}

void lookAtTexts(Look &look)
{
    const QByteArray &domain = look.report.domain;
    const auto answers = look.askAll({{"_mta-sts." + domain, RecordType::TXT},
                                      {"_smtp._tls." + domain, RecordType::TXT},
                                      {"default._bimi." + domain, RecordType::TXT}});
    const auto ours = [](const Result<wire::DnsAnswer> &answer, const char *version) {
        QList<QByteArray> out;
        if (Look::has(answer))
            for (const wire::DnsRecord &record : answer->records)
                if (record.txt().startsWith(version))
                    out.append(record.txt());
        return out;
    };
    const auto judge = [&](const QList<QByteArray> &texts, const QString &problem, const char *good,
                           const char *bad, const char *reference, QJsonObject facts) {
        if (texts.isEmpty())
            return;
        facts.insert(QStringLiteral("record"), QString::fromUtf8(texts.constFirst()));
        const QString reason =
            texts.size() > 1 ? QStringLiteral("there is more than one record") : problem;
        facts.insert(QStringLiteral("reason"), reason);
        look.add(reason.isEmpty() ? Severity::Information : Severity::Warning,
                 reason.isEmpty() ? good : bad, reference, facts);
    };
    const auto sts = ours(answers[0], "v=STSv1");
    judge(sts, sts.isEmpty() ? QString() : stsProblem(sts.constFirst()), "sts-present", "sts-wrong",
          "RFC 8461, section 3.1", Look::evidence(answers[0]));
    const auto report = ours(answers[1], "v=TLSRPTv1");
    judge(report, report.isEmpty() ? QString() : tlsRptProblem(report.constFirst()),
          "tlsrpt-present", "tlsrpt-wrong", "RFC 8460, section 3", Look::evidence(answers[1]));
    const auto bimi = ours(answers[2], "v=BIMI1");
    if (bimi.isEmpty())
        return;
    const TagList tags = parseTags(bimi.constFirst());
    const QByteArray logo = tags.value("l").value_or("");
    QString problem = tags.problem;
    if (problem.isEmpty() && !logo.isEmpty() && !logo.toLower().startsWith("https://"))
        problem = QStringLiteral("the logo (l=) is not at an https address");
    else if (problem.isEmpty() && !tags.value("l"))
        problem = QStringLiteral("the tag l= is missing");
    const auto &dmarc = look.report.dmarc.record;
    const bool enforced = dmarc && dmarc->usable && dmarc->policy != DmarcPolicy::None;
    if (problem.isEmpty() && !logo.isEmpty() && !enforced)
        problem = QStringLiteral("it is shown only with a DMARC policy of quarantine or reject");
    judge(bimi, problem, "bimi-present", "bimi-wrong",
          "draft-brand-indicators-for-message-identification", Look::evidence(answers[2]));
}

void lookAtAuthorities(Look &look)
{
    QList<QByteArray> labels = wire::labelsOf(look.report.domain);
    for (; labels.size() > 1; labels.removeFirst()) {
        const QByteArray name = wire::nameOf(labels);
        const auto answer = look.ask(name, RecordType::CAA, name == look.report.domain);
        if (!answer) {
            look.add(Severity::Warning, "caa-lookup-failed", "RFC 8659, section 3",
                     Look::evidence(answer));
            return;
        }
        if (answer->records.isEmpty())
            continue;
        for (const wire::DnsRecord &record : answer->records) {
            const auto *caa = record.as<wire::CaaData>();
            QJsonObject facts = Look::evidence(answer);
            facts.insert(QStringLiteral("record"), QString::fromUtf8(record.dataText()));
            const QByteArray tag = caa ? caa->tag.toLower() : QByteArray();
            const bool known =
                QByteArrayList{"issue",    "issuewild",    "iodef",       "issuemail",
                               "issuevmc", "contactemail", "contactphone"}
                    .contains(tag);
            if (!caa || (!known && (caa->flags & 128)))
                look.add(Severity::Warning, "caa-unknown", "RFC 8659, section 4", facts);
        }
        return;
    }
}

void lookAtSetUp(Look &look)
{
    const QByteArray &domain = look.report.domain;
    if (!look.report.takesMail)
        return;
    const QList<QByteArray> services{"_imaps._tcp.",      "_imap._tcp.",  "_submissions._tcp.",
                                     "_submission._tcp.", "_pop3s._tcp.", "_autodiscover._tcp."};
    QList<wire::DnsQuestion> questions;
    for (const QByteArray &service : services)
        questions.append({service + domain, RecordType::SRV});
    for (const char *name : {"autoconfig.", "autodiscover."})
        for (const RecordType type : {RecordType::A, RecordType::AAAA})
            questions.append({name + domain, type});
    const auto answers = look.askAll(questions);
    bool any = false;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        any = any || Look::has(answers[i]);
        if (i >= services.size() || !Look::has(answers[i]))
            continue;
        for (const wire::DnsRecord &record : answers[i]->records) {
            const auto *srv = record.as<wire::SrvData>();
            if (!srv || srv->target.isEmpty())
                continue; // "." = decidedly not offered
            const auto hosts =
                look.askAll({{srv->target, RecordType::A}, {srv->target, RecordType::AAAA}}, false);
            QJsonObject facts = Look::evidence(answers[i]);
            facts.insert(QStringLiteral("name"), QString::fromUtf8(questions[i].name));
            facts.insert(QStringLiteral("host"), QString::fromUtf8(srv->target));
            if (hosts[0] && hosts[1] && !Look::has(hosts[0]) && !Look::has(hosts[1]))
                look.add(Severity::Error, "autoconfig-unresolved", "RFC 6186, section 3", facts);
            else if ((hosts[0] && !hosts[0]->chain.isEmpty()) ||
                     (hosts[1] && !hosts[1]->chain.isEmpty()))
                look.add(Severity::Warning, "autoconfig-alias", "RFC 2782", facts);
        }
    }
    if (!any)
        look.add(Severity::Information, "autoconfig-none", "RFC 6186");
}

} // namespace

void PublishedView::put(const wire::DnsAnswer &answer)
{
    m_newer.insert({answer.name, int(answer.type)}, answer);
}

Result<wire::DnsAnswer> PublishedView::query(const QByteArray &name, RecordType type,
                                             Progress &progress)
{
    const auto found = m_newer.constFind({wire::canonicalName(name), int(type)});
    return found == m_newer.constEnd() ? m_below.query(name, type, progress)
                                       : Result<wire::DnsAnswer>(*found);
}

QList<Result<wire::DnsAnswer>> PublishedView::queryAll(const QList<wire::DnsQuestion> &questions,
                                                       Progress &progress)
{
    auto answers = m_below.queryAll(questions, progress);
    if (!m_newer.isEmpty())
        for (qsizetype i = 0; i < questions.size(); ++i)
            if (const auto found = m_newer.constFind(
                    {wire::canonicalName(questions[i].name), int(questions[i].type)});
                found != m_newer.constEnd())
                answers[i] = *found;
    return answers;
}

Look::Look(const DomainCheck &check, wire::Resolver &asked, Progress &watched)
    : what(check)
    , resolver(asked)
    , progress(watched)
{
    report.domain = wire::canonicalName(check.domain);
}

QList<QByteArray> Look::knownSelectors() const
{
    QList<QByteArray> selectors = what.selectors;
    for (const mail::DkimKey &key : what.keys)
        if (wire::canonicalName(key.domain.toUtf8()) == report.domain &&
            key.state != mail::DkimState::Retired && !selectors.contains(key.selector.toUtf8()))
            selectors.append(key.selector.toUtf8());
    return selectors;
}

QJsonObject Look::evidence(const Result<wire::DnsAnswer> &answer)
{
    if (!answer)
        return {{QStringLiteral("reason"), answer.error().detail}};
    QJsonObject facts{{QStringLiteral("server"), answer->server}};
    if (!answer->records.isEmpty())
        facts.insert(QStringLiteral("record"),
                     QString::fromUtf8(answer->records.constFirst().dataText()));
    if (answer->security != wire::DnsSecurity::Unchecked)
        facts.insert(QStringLiteral("dnssec"), QString(mail::word(answer->security)));
    return facts;
}

bool Look::has(const Result<wire::DnsAnswer> &answer)
{
    return answer && !answer->records.isEmpty() && answer->security != wire::DnsSecurity::Bogus;
}

void Look::add(Severity severity, const char *code, const char *reference, QJsonObject facts)
{
    facts.insert(QStringLiteral("domain"), QString::fromUtf8(report.domain));
    facts.insert(QStringLiteral("reference"), QLatin1String(reference));
    mail::Finding finding;
    finding.severity = severity;
    finding.code = QLatin1String(code);
    finding.facts = facts;
    report.findings.append(finding);
}

Result<wire::DnsAnswer> Look::ask(const QByteArray &name, RecordType type, bool about)
{
    auto answer = resolver.query(name, type, progress);
    note(answer, about);
    return answer;
}

QList<Result<wire::DnsAnswer>> Look::askAll(const QList<wire::DnsQuestion> &questions, bool about)
{
    auto answers = resolver.queryAll(questions, progress);
    for (const auto &answer : answers)
        note(answer, about);
    return answers;
}

void Look::note(const Result<wire::DnsAnswer> &answer, bool about)
{
    if (!answer && answer.error().kind == Error::Kind::Cancelled)
        m_cancelled = true;
    if (answer && about)
        keep(*answer);
}

void Look::keep(const wire::DnsAnswer &answer)
{
    if (answer.security == wire::DnsSecurity::Bogus || answer.name.isEmpty())
        return; // nothing was learnt
    const bool there = std::any_of(
        report.records.cbegin(), report.records.cend(), [&](const wire::DnsAnswer &other) {
            return other.name == answer.name && other.type == answer.type;
        });
    if (!there)
        report.records.append(answer);
}

Result<DomainReport> checkDomain(const DomainCheck &what, wire::Resolver &resolver,
                                 Progress &progress)
{
    Look look(what, resolver, progress);
    if (lookAtDomain(look))
        for (const auto part :
             {&lookAtNameServers, &lookAtPolicies, &lookAtMailHosts, &lookAtServers, &lookAtKeys,
              &lookAtTexts, &lookAtAuthorities, &lookAtSetUp})
            if (!look.cancelled())
                part(look);
    if (look.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    return look.report;
}

QString stsProblem(const QByteArray &text)
{
    const TagList tags = parseTags(text);
    if (!tags.problem.isEmpty())
        return tags.problem;
    const QByteArray id = tags.value("id").value_or("");
    bool good = !id.isEmpty() && id.size() <= 32;
    for (const char c : id)
        good = good && isalnum(uchar(c));
    return good ? QString() : QStringLiteral("id= must be 1 to 32 letters and digits");
}

QString tlsRptProblem(const QByteArray &text)
{
    const TagList tags = parseTags(text);
    if (!tags.problem.isEmpty())
        return tags.problem;
    const QByteArray addresses = tags.value("rua").value_or("");
    if (addresses.isEmpty())
        return QStringLiteral("the tag rua= is missing");
    for (const QByteArray &one : addresses.split(','))
        if (!one.trimmed().toLower().startsWith("mailto:") &&
            !one.trimmed().toLower().startsWith("https:"))
            return QStringLiteral("\"%1\" is neither mailto: nor https:")
                .arg(QString::fromUtf8(one.trimmed()));
    return {};
}

} // namespace check
