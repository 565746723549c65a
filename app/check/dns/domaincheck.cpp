// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/domaincheck.h"

#include <openssl/x509.h>

#include <QCryptographicHash>

#include <memory>

namespace check {

namespace {

using mail::Severity;
using wire::RecordType;

class Check
{
public:
    Check(const DomainCheck &what, wire::Resolver &resolver, Progress &progress)
        : m_what(what)
        , m_resolver(resolver)
        , m_progress(progress)
    {
        m_out.domain = wire::canonicalName(what.domain);
    }
    Result<DomainReport> run();

private:
    QJsonObject evidence(const Result<wire::DnsAnswer> &answer) const
    {
        if (!answer)
            return {{QStringLiteral("reason"), answer.error().detail}};
        QJsonObject facts{{QStringLiteral("server"), answer->server}};
        if (!answer->records.isEmpty())
            facts.insert(QStringLiteral("record"),
                         QString::fromUtf8(answer->records.constFirst().dataText()));
        if (answer->security != wire::DnsSecurity::Unchecked)
            facts.insert(QStringLiteral("dnssec"), answer->security == wire::DnsSecurity::Secure
                                                       ? QStringLiteral("secure")
                                                   : answer->security == wire::DnsSecurity::Bogus
                                                       ? QStringLiteral("bogus")
                                                       : QStringLiteral("insecure"));
        return facts;
    }
    void add(Severity severity, const char *code, const char *reference, QJsonObject facts = {})
    {
        facts.insert(QStringLiteral("domain"), QString::fromUtf8(m_out.domain));
        facts.insert(QStringLiteral("reference"), QLatin1String(reference));
        mail::Finding finding;
        finding.severity = severity;
        finding.code = QLatin1String(code);
        finding.facts = facts;
        m_out.findings.append(finding);
    }
    Result<wire::DnsAnswer> ask(const QByteArray &name, RecordType type)
    {
        auto answer = m_resolver.query(name, type, m_progress);
        note(answer);
        return answer;
    }
    QList<Result<wire::DnsAnswer>> askAll(const QList<wire::DnsQuestion> &questions)
    {
        auto answers = m_resolver.queryAll(questions, m_progress);
        for (const auto &answer : answers)
            note(answer);
        return answers;
    }
    void note(const Result<wire::DnsAnswer> &answer)
    {
        if (!answer && answer.error().kind == Error::Kind::Cancelled)
            m_cancelled = true;
    }
    static bool has(const Result<wire::DnsAnswer> &answer)
    {
        return answer && !answer->records.isEmpty() && answer->security != wire::DnsSecurity::Bogus;
    }

    bool domain();
    void spfAndDmarc();
    void dkim();
    void exchanges();
    void pointers(const QByteArray &host, const QList<Result<wire::DnsAnswer>> &addresses);
    void tlsa(const QByteArray &host);
    void texts();
    void caa();
    void autoconfiguration();

    const DomainCheck &m_what;
    wire::Resolver &m_resolver;
    Progress &m_progress;
    DomainReport m_out;
    bool m_cancelled = false;
};

Result<DomainReport> Check::run()
{
    const std::pair<const char *, void (Check::*)()> parts[] = {
        {"SPF and DMARC", &Check::spfAndDmarc},
        {"MX", &Check::exchanges},
        {"DKIM", &Check::dkim},
        {"TXT", &Check::texts},
        {"CAA", &Check::caa},
        {"autoconfiguration", &Check::autoconfiguration}};
    if (domain())
        for (const auto &[name, part] : parts) {
            if (m_cancelled || m_progress.cancelled())
                break;
            (this->*part)();
        }
    if (m_cancelled || m_progress.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    return m_out;
}

bool Check::domain()
{
    if (!wire::isUsableName(m_out.domain)) {
        m_out.exists = false;
        add(Severity::Error, "domain-invalid", "RFC 1035, section 2.3.4");
        return false;
    }
    const auto answer = ask(m_out.domain, RecordType::SOA);
    if (!answer) {
        add(Severity::Error, "domain-lookup-failed", "RFC 1035", evidence(answer));
        return false;
    }
    m_out.security = answer->security;
    if (answer->security == wire::DnsSecurity::Bogus) {
        QJsonObject facts = evidence(answer);
        facts.insert(QStringLiteral("reason"), answer->why);
        add(Severity::Error, "dnssec-bogus", "RFC 4035, section 5", facts);
        return false;
    }
    m_out.exists = answer->exists();
    if (!m_out.exists) {
        add(Severity::Error, "domain-none", "RFC 8020", evidence(answer));
        return false;
    }
    if (answer->security == wire::DnsSecurity::Insecure)
        add(Severity::Information, "dnssec-insecure", "RFC 4035, section 4.3", evidence(answer));
    return true;
}

void Check::spfAndDmarc()
{
    const auto tree = expandSpf(m_out.domain, m_resolver, m_progress);
    if (tree) {
        m_out.spf = *tree;
        m_out.findings += spfFindings(*tree);
    } else {
        m_cancelled = true;
        return;
    }
    const auto dmarc = findDmarc(m_out.domain, m_resolver, m_progress);
    if (!dmarc) {
        m_cancelled = true;
        return;
    }
    m_out.dmarc = *dmarc;
    if (const auto findings = dmarcFindings(*dmarc, m_resolver, m_progress))
        m_out.findings += *findings;
}

void Check::dkim()
{
    QList<QByteArray> selectors = m_what.selectors;
    const auto discovered =
        discoverSelectors(m_out.domain, commonSelectors(), m_resolver, m_progress);
    if (!discovered) {
        m_cancelled = true;
        return;
    }
    for (const QByteArray &selector : *discovered)
        if (!selectors.contains(selector))
            selectors.append(selector);
    for (const QByteArray &selector : std::as_const(selectors)) {
        const auto answer = ask(selector + "._domainkey." + m_out.domain, RecordType::TXT);
        if (has(answer))
            m_out.selectors.append(selector);
        m_out.findings += dkimKeyFindings(m_out.domain, selector, answer);
    }
    // Without a known selector nothing is proven: a key may well be under another name.
    const bool sendsNothing = m_out.spf.texts.size() == 1 && m_out.spf.record.terms.size() == 1 &&
                              m_out.spf.record.terms[0].text.toLower() == "-all";
    if (m_out.selectors.isEmpty() && m_what.selectors.isEmpty() && !sendsNothing)
        add(Severity::Information, "dkim-not-found", "RFC 6376, section 3.6.2.1");
}

void Check::exchanges()
{
    const auto answer = ask(m_out.domain, RecordType::MX);
    if (!answer || answer->security == wire::DnsSecurity::Bogus) {
        add(Severity::Error, "mx-lookup-failed", "RFC 5321, section 5.1", evidence(answer));
        return;
    }
    bool null = false;
    for (const wire::DnsRecord &record : answer->records)
        if (const auto *mx = record.as<wire::MxData>()) {
            null = null || mx->host.isEmpty();
            if (!mx->host.isEmpty())
                m_out.exchanges.append(*mx);
        }
    std::stable_sort(
        m_out.exchanges.begin(), m_out.exchanges.end(),
        [](const wire::MxData &a, const wire::MxData &b) { return a.preference < b.preference; });
    if (null && m_out.exchanges.isEmpty()) {
        m_out.takesMail = false;
        add(Severity::Information, "mx-null", "RFC 7505, section 3", evidence(answer));
        return;
    }
    if (null)
        add(Severity::Error, "mx-null-and-others", "RFC 7505, section 3", evidence(answer));
    if (answer->records.isEmpty()) {
        const auto hosts =
            askAll({{m_out.domain, RecordType::A}, {m_out.domain, RecordType::AAAA}});
        const bool implicit = has(hosts[0]) || has(hosts[1]);
        m_out.takesMail = implicit;
        add(implicit ? Severity::Warning : Severity::Error, implicit ? "mx-implicit" : "mx-none",
            "RFC 5321, section 5.1", evidence(answer));
        return;
    }
    QList<wire::DnsQuestion> questions;
    for (const wire::MxData &mx : std::as_const(m_out.exchanges)) {
        questions.append({mx.host, RecordType::A});
        questions.append({mx.host, RecordType::AAAA});
    }
    const auto addresses = askAll(questions);
    for (qsizetype i = 0; i < m_out.exchanges.size(); ++i) {
        const QByteArray &host = m_out.exchanges[i].host;
        const QList<Result<wire::DnsAnswer>> both{addresses[2 * i], addresses[2 * i + 1]};
        QJsonObject facts = evidence(both[0]);
        facts.insert(QStringLiteral("host"), QString::fromUtf8(host));
        if (wire::IpAddress::parse(host)) {
            add(Severity::Error, "mx-address", "RFC 5321, section 5.1", facts);
            continue;
        }
        const bool failed = !both[0] && !both[1];
        if (!has(both[0]) && !has(both[1]))
            add(failed ? Severity::Warning : Severity::Error,
                failed ? "mx-lookup-failed" : "mx-unresolved", "RFC 5321, section 5.1", facts);
        else if ((both[0] && !both[0]->chain.isEmpty()) || (both[1] && !both[1]->chain.isEmpty()))
            add(Severity::Error, "mx-alias", "RFC 2181, section 10.3", facts);
        pointers(host, both);
        tlsa(host);
    }
}

// Only of interest where the same host also sends; hence never more than information.
void Check::pointers(const QByteArray &host, const QList<Result<wire::DnsAnswer>> &addresses)
{
    QList<wire::IpAddress> ips;
    for (const auto &answer : addresses)
        if (has(answer))
            for (const wire::DnsRecord &record : answer->records)
                if (const auto *ip = record.as<wire::IpAddress>())
                    ips.append(*ip);
    QList<wire::DnsQuestion> questions;
    for (const wire::IpAddress &ip : std::as_const(ips))
        questions.append({ip.reverseName(), RecordType::PTR});
    const auto answers = askAll(questions);
    for (qsizetype i = 0; i < ips.size(); ++i) {
        QJsonObject facts = evidence(answers[i]);
        facts.insert(QStringLiteral("host"), QString::fromUtf8(host));
        facts.insert(QStringLiteral("address"), QString::fromLatin1(ips[i].text()));
        if (!answers[i])
            continue;
        if (answers[i]->records.isEmpty()) {
            add(Severity::Information, "ptr-none", "RFC 1912, section 2.1", facts);
            continue;
        }
        bool back = false;
        for (const wire::DnsRecord &record : answers[i]->records)
            if (const auto *name = record.as<wire::NameData>()) {
                const auto forward = ask(*name, ips[i].v6 ? RecordType::AAAA : RecordType::A);
                if (!forward)
                    back = true; // not known to be wrong
                else
                    for (const wire::DnsRecord &address : forward->records)
                        back = back || (address.as<wire::IpAddress>() &&
                                        *address.as<wire::IpAddress>() == ips[i]);
            }
        if (!back)
            add(Severity::Information, "ptr-mismatch", "RFC 1912, section 2.1", facts);
    }
}

void Check::tlsa(const QByteArray &host)
{
    const QByteArray name = "_25._tcp." + host;
    const auto answer = ask(name, RecordType::TLSA);
    QJsonObject facts = evidence(answer);
    facts.insert(QStringLiteral("host"), QString::fromUtf8(host));
    facts.insert(QStringLiteral("name"), QString::fromUtf8(name));
    if (!answer) {
        // a failing answer keeps DANE senders from delivering (RFC 7672, 2.1.2)
        add(Severity::Warning, "tlsa-lookup-failed", "RFC 7672, section 2.1.2", facts);
        return;
    }
    if (answer->security == wire::DnsSecurity::Bogus) {
        facts.insert(QStringLiteral("reason"), answer->why);
        add(Severity::Error, "tlsa-bogus", "RFC 7672, section 2.1.1", facts);
        return;
    }
    if (answer->records.isEmpty())
        return;
    if (answer->security == wire::DnsSecurity::Insecure)
        add(Severity::Warning, "tlsa-not-signed", "RFC 7672, section 2.1.1", facts);
    bool usable = false;
    for (const wire::DnsRecord &record : answer->records) {
        const auto *tlsa = record.as<wire::TlsaData>();
        const QString problem =
            tlsa ? tlsaProblem(*tlsa) : QStringLiteral("the record cannot be read");
        usable = usable || problem.isEmpty();
        if (problem.isEmpty())
            continue;
        facts.insert(QStringLiteral("record"), QString::fromUtf8(record.dataText()));
        facts.insert(QStringLiteral("reason"), problem);
        add(Severity::Warning, "tlsa-unusable", "RFC 7672, section 3.1", facts);
    }
    if (usable)
        add(Severity::Information, "tlsa-present", "RFC 7672", facts);
}

void Check::texts()
{
    const auto answers = askAll({{"_mta-sts." + m_out.domain, RecordType::TXT},
                                 {"_smtp._tls." + m_out.domain, RecordType::TXT},
                                 {"default._bimi." + m_out.domain, RecordType::TXT}});
    const auto ours = [](const Result<wire::DnsAnswer> &answer, const char *version) {
        QList<QByteArray> out;
        if (has(answer))
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
        add(reason.isEmpty() ? Severity::Information : Severity::Warning,
            reason.isEmpty() ? good : bad, reference, facts);
    };
    const auto sts = ours(answers[0], "v=STSv1");
    judge(sts, sts.isEmpty() ? QString() : stsProblem(sts.constFirst()), "sts-present", "sts-wrong",
          "RFC 8461, section 3.1", evidence(answers[0]));
    const auto report = ours(answers[1], "v=TLSRPTv1");
    judge(report, report.isEmpty() ? QString() : tlsRptProblem(report.constFirst()),
          "tlsrpt-present", "tlsrpt-wrong", "RFC 8460, section 3", evidence(answers[1]));
    const auto bimi = ours(answers[2], "v=BIMI1");
    if (!bimi.isEmpty()) {
        const TagList tags = parseTags(bimi.constFirst());
        const QByteArray logo = tags.value("l").value_or("");
        QString problem = tags.problem;
        if (problem.isEmpty() && !logo.isEmpty() && !logo.toLower().startsWith("https://"))
            problem = QStringLiteral("the logo (l=) is not at an https address");
        else if (problem.isEmpty() && !tags.value("l"))
            problem = QStringLiteral("the tag l= is missing");
        const bool enforced = m_out.dmarc.record && m_out.dmarc.record->usable &&
                              m_out.dmarc.record->policy != DmarcPolicy::None;
        if (problem.isEmpty() && !logo.isEmpty() && !enforced)
            problem =
                QStringLiteral("it is shown only with a DMARC policy of quarantine or reject");
        judge(bimi, problem, "bimi-present", "bimi-wrong",
              "draft-brand-indicators-for-message-identification", evidence(answers[2]));
    }
}

void Check::caa()
{
    QList<QByteArray> labels = wire::labelsOf(m_out.domain);
    for (; labels.size() > 1; labels.removeFirst()) {
        const auto answer = ask(wire::nameOf(labels), RecordType::CAA);
        if (!answer) {
            add(Severity::Warning, "caa-lookup-failed", "RFC 8659, section 3", evidence(answer));
            return;
        }
        if (answer->records.isEmpty())
            continue;
        for (const wire::DnsRecord &record : answer->records) {
            const auto *caa = record.as<wire::CaaData>();
            QJsonObject facts = evidence(answer);
            facts.insert(QStringLiteral("record"), QString::fromUtf8(record.dataText()));
            const QByteArray tag = caa ? caa->tag.toLower() : QByteArray();
            const bool known =
                QByteArrayList{"issue",    "issuewild",    "iodef",       "issuemail",
                               "issuevmc", "contactemail", "contactphone"}
                    .contains(tag);
            if (!caa || (!known && (caa->flags & 128)))
                add(Severity::Warning, "caa-unknown", "RFC 8659, section 4", facts);
        }
        return;
    }
}

void Check::autoconfiguration()
{
    if (!m_out.takesMail)
        return;
    const QList<QByteArray> services{"_imaps._tcp.",      "_imap._tcp.",  "_submissions._tcp.",
                                     "_submission._tcp.", "_pop3s._tcp.", "_autodiscover._tcp."};
    QList<wire::DnsQuestion> questions;
    for (const QByteArray &service : services)
        questions.append({service + m_out.domain, RecordType::SRV});
    for (const char *name : {"autoconfig.", "autodiscover."})
        for (const RecordType type : {RecordType::A, RecordType::AAAA})
            questions.append({name + m_out.domain, type});
    const auto answers = askAll(questions);
    bool any = false;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        any = any || has(answers[i]);
        if (i >= services.size() || !has(answers[i]))
            continue;
        for (const wire::DnsRecord &record : answers[i]->records) {
            const auto *srv = record.as<wire::SrvData>();
            if (!srv || srv->target.isEmpty())
                continue; // "." = decidedly not offered
            const auto hosts =
                askAll({{srv->target, RecordType::A}, {srv->target, RecordType::AAAA}});
            QJsonObject facts = evidence(answers[i]);
            facts.insert(QStringLiteral("name"), QString::fromUtf8(questions[i].name));
            facts.insert(QStringLiteral("host"), QString::fromUtf8(srv->target));
            if (hosts[0] && hosts[1] && !has(hosts[0]) && !has(hosts[1]))
                add(Severity::Error, "autoconfig-unresolved", "RFC 6186, section 3", facts);
            else if ((hosts[0] && !hosts[0]->chain.isEmpty()) ||
                     (hosts[1] && !hosts[1]->chain.isEmpty()))
                add(Severity::Warning, "autoconfig-alias", "RFC 2782", facts);
        }
    }
    if (!any)
        add(Severity::Information, "autoconfig-none", "RFC 6186");
}

} // namespace

Result<DomainReport> checkDomain(const DomainCheck &what, wire::Resolver &resolver,
                                 Progress &progress)
{
    return Check(what, resolver, progress).run();
}

QString tlsaProblem(const wire::TlsaData &tlsa)
{
    if (tlsa.usage == 0 || tlsa.usage == 1)
        return QStringLiteral("usage %1 (public authorities) does not count for mail")
            .arg(tlsa.usage);
    if (tlsa.usage > 3)
        return QStringLiteral("usage %1 is not known").arg(tlsa.usage);
    if (tlsa.selector > 1)
        return QStringLiteral("selector %1 is not known").arg(tlsa.selector);
    if (tlsa.matching > 2)
        return QStringLiteral("matching type %1 is not known").arg(tlsa.matching);
    const qsizetype length = tlsa.matching == 1 ? 32 : tlsa.matching == 2 ? 64 : 0;
    if (length != 0 && tlsa.data.size() != length)
        return QStringLiteral("the hash has %1 bytes in place of %2")
            .arg(tlsa.data.size())
            .arg(length);
    if (tlsa.data.isEmpty())
        return QStringLiteral("it holds no data");
    return {};
}

bool tlsaMatches(const wire::TlsaData &tlsa, const QList<QByteArray> &chain)
{
    // usage 3 (and 1) is about the server's own certificate, 2 (and 0) about any above it, too
    const bool own = tlsa.usage == 3 || tlsa.usage == 1;
    for (qsizetype i = 0; i < chain.size() && (!own || i == 0); ++i) {
        QByteArray data = chain[i];
        if (tlsa.selector == 1) {
            const auto *begin = reinterpret_cast<const unsigned char *>(chain[i].constData());
            const std::unique_ptr<X509, decltype(&X509_free)> certificate(
                d2i_X509(nullptr, &begin, chain[i].size()), X509_free);
            if (!certificate)
                continue;
            unsigned char *der = nullptr;
            const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &der);
            if (size <= 0)
                continue;
            data = QByteArray(reinterpret_cast<char *>(der), size);
            OPENSSL_free(der);
        }
        const QByteArray value =
            tlsa.matching == 1   ? QCryptographicHash::hash(data, QCryptographicHash::Sha256)
            : tlsa.matching == 2 ? QCryptographicHash::hash(data, QCryptographicHash::Sha512)
                                 : data;
        if (value == tlsa.data)
            return true;
    }
    return false;
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
