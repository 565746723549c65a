// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/spf.h"

#include "app/check/dns/spfmacro.h"

#include <QUrl>

namespace check {

namespace {

using wire::RecordType;

constexpr qsizetype mostMxNames = 10;
constexpr qsizetype mostPtrNames = 10;

SpfResult resultOf(char qualifier)
{
    switch (qualifier) {
    case '-':
        return SpfResult::Fail;
    case '~':
        return SpfResult::SoftFail;
    case '?':
        return SpfResult::Neutral;
    default:
        return SpfResult::Pass;
    }
}

// A target name is raw: a backslash in it is a byte like any other (4.8).
QByteArray queryName(const QByteArray &target)
{
    QByteArray name = target;
    return name.replace('\\', "\\\\");
}

class Evaluation
{
public:
    Evaluation(const SpfQuery &query, wire::Resolver &resolver, Progress &progress)
        : m_query(query)
        , m_resolver(resolver)
        , m_progress(progress)
    {
        m_macros.ip = query.ip.unmapped();
        m_macros.helo = query.helo;
        m_macros.receiver = query.receiver;
        m_macros.time = query.time;
        m_macros.validatedName = [this] { return validatedName(); };
    }

    SpfOutcome run();
    bool cancelled() const { return m_cancelled; }

private:
    enum class Match
    {
        No,
        Yes,
        Error // m_out says which
    };
    struct Looked
    {
        bool failed = false;
        QString why;
        bool exists = true;
        QList<wire::DnsRecord> records;
    };

    SpfResult check(const QByteArray &domain, bool explain);
    Match matches(const SpfTerm &term, const QByteArray &domain);
    Match include(const QByteArray &target);
    Match hosts(const SpfTerm &term, const QList<QByteArray> &names);
    Match pointers(const QByteArray &target);
    SpfResult redirect(const SpfTerm &term, bool explain);
    void explain(const SpfRecord &record);

    Looked look(const QByteArray &target, RecordType type, bool countVoid = true);
    bool voidLimitExceeded() const { return m_out.voidLookups > m_query.voidLimit; }
    const QList<QByteArray> &validatedNames();
    QByteArray validatedName();

    SpfResult error(SpfResult result, const QString &reason, const char *section)
    {
        m_out.reason = reason;
        m_out.section = QLatin1String(section);
        return m_error = result;
    }
    Match failed(SpfResult result, const QString &reason, const char *section)
    {
        error(result, reason, section);
        return Match::Error;
    }
    Match temporarily(const Looked &looked)
    {
        return failed(SpfResult::TempError, looked.why, "4.4");
    }
    Match tooManyVoid()
    {
        return failed(SpfResult::PermError,
                      QStringLiteral("More than %1 lookups found nothing.").arg(m_query.voidLimit),
                      "4.6.4");
    }

    const SpfQuery &m_query;
    wire::Resolver &m_resolver;
    Progress &m_progress;
    SpfMacroValues m_macros;
    SpfOutcome m_out;
    SpfResult m_error = SpfResult::TempError;
    std::optional<QList<QByteArray>> m_validated;
    bool m_cancelled = false;
    bool m_countPointers = true;
};

SpfOutcome Evaluation::run()
{
    const auto [local, domain] = spfSender(m_query.mailFrom, m_query.helo);
    m_macros.local = local;
    m_macros.senderDomain = domain;
    if (m_macros.senderDomain.endsWith('.'))
        m_macros.senderDomain.chop(1);
    const auto usable = spfDomain(domain);
    if (!usable) {
        m_out.result = SpfResult::None;
        m_out.domain = domain;
        m_out.reason = QStringLiteral("\"%1\" is not a domain that can have a record.")
                           .arg(QString::fromUtf8(domain));
        m_out.section = QStringLiteral("4.3");
        return m_out;
    }
    m_macros.senderDomain = *usable;
    m_out.result = check(*usable, true);
    if (m_out.result != SpfResult::Fail)
        m_out.explanation.reset();
    return m_out;
}

Evaluation::Looked Evaluation::look(const QByteArray &target, RecordType type, bool countVoid)
{
    Looked looked;
    const QByteArray name = queryName(target);
    if (target.endsWith('.') || !wire::isUsableName(name)) {
        looked.exists = false; // no such name can be asked for; nothing was looked up
        return looked;
    }
    ++m_out.queries;
    const auto answer = m_resolver.query(name, type, m_progress);
    if (!answer) {
        looked.failed = true;
        looked.why = answer.error().detail;
        m_cancelled = m_cancelled || answer.error().kind == Error::Kind::Cancelled;
        return looked;
    }
    if (answer->security == wire::DnsSecurity::Bogus) {
        looked.failed = true; // a validating resolver would have said SERVFAIL
        looked.why = QStringLiteral("The answer for %1 is bogus: %2")
                         .arg(QString::fromUtf8(target), answer->why);
        return looked;
    }
    looked.exists = answer->exists();
    looked.records = answer->records;
    if (answer->isVoid() && countVoid)
        ++m_out.voidLookups;
    return looked;
}

SpfResult Evaluation::check(const QByteArray &domain, bool explainFail)
{
    const QByteArray outerDomain = m_macros.domain;
    m_macros.domain = domain;
    m_out.path.append(domain);
    m_out.domain = domain;
    m_out.record.clear();
    m_out.term.clear();

    const Looked looked = look(domain, RecordType::TXT, false);
    if (looked.failed)
        return error(SpfResult::TempError, looked.why, "4.4");
    QList<QByteArray> records;
    for (const wire::DnsRecord &record : looked.records)
        if (const QByteArray text = record.txt(); isSpfText(text))
            records.append(text);
    if (records.isEmpty()) {
        error(SpfResult::None,
              looked.exists ? QStringLiteral("%1 has no SPF record.").arg(QString::fromUtf8(domain))
                            : QStringLiteral("%1 does not exist.").arg(QString::fromUtf8(domain)),
              looked.exists ? "4.5" : "4.3");
        m_macros.domain = outerDomain;
        m_out.path.removeLast();
        return SpfResult::None;
    }
    if (records.size() > 1)
        return error(SpfResult::PermError,
                     QStringLiteral("%1 has %2 SPF records; one is allowed.")
                         .arg(QString::fromUtf8(domain))
                         .arg(records.size()),
                     "4.5");
    const SpfRecord record = parseSpf(records.constFirst());
    m_out.record = record.text;
    if (!record.problems.isEmpty()) {
        const SpfProblem &problem = record.problems.constFirst();
        m_out.term = problem.term;
        return error(
            SpfResult::PermError,
            QStringLiteral("\"%1\": %2.").arg(QString::fromUtf8(problem.term), problem.reason),
            problem.section.toLatin1().constData());
    }

    for (const SpfTerm &term : record.terms) {
        if (term.isModifier())
            continue;
        const qsizetype depth = m_out.path.size();
        const Match match = matches(term, domain);
        if (match == Match::Error) {
            if (m_out.path.size() == depth) { // not somewhere below, but here
                m_out.domain = domain;
                m_out.record = record.text;
                m_out.term = term.text;
            }
            return m_error;
        }
        if (match == Match::No)
            continue;
        m_out.domain = domain;
        m_out.record = record.text;
        m_out.term = term.text;
        m_out.reason.clear();
        m_out.section.clear();
        const SpfResult result = resultOf(term.qualifier);
        if (result == SpfResult::Fail && explainFail)
            explain(record);
        m_macros.domain = outerDomain;
        return result;
    }
    if (const SpfTerm *term = record.find(SpfTerm::Kind::Redirect);
        term && !record.find(SpfTerm::Kind::All)) {
        const SpfResult result = redirect(*term, explainFail);
        m_macros.domain = outerDomain;
        return result;
    }
    m_out.domain = domain;
    m_out.record = record.text;
    m_out.term.clear();
    m_out.reason.clear();
    m_out.section.clear();
    m_macros.domain = outerDomain;
    return SpfResult::Neutral;
}

Evaluation::Match Evaluation::matches(const SpfTerm &term, const QByteArray &domain)
{
    if (m_progress.cancelled()) {
        m_cancelled = true;
        return failed(SpfResult::TempError, QStringLiteral("Cancelled."), "4.6.4");
    }
    const wire::IpAddress &ip = m_macros.ip;
    if (term.kind == SpfTerm::Kind::All)
        return Match::Yes;
    if (term.kind == SpfTerm::Kind::Ip4 || term.kind == SpfTerm::Kind::Ip6) {
        const int prefix = term.kind == SpfTerm::Kind::Ip6 ? term.prefix6 : term.prefix4;
        return ip.isIn(term.network, prefix) ? Match::Yes : Match::No;
    }
    if (++m_out.lookups > m_query.lookupLimit)
        return failed(SpfResult::PermError,
                      QStringLiteral("More than %1 terms need lookups.").arg(m_query.lookupLimit),
                      "4.6.4");
    const QByteArray target =
        term.domainSpec.isEmpty() ? domain : targetName(term.domainSpec, m_macros);
    if (voidLimitExceeded()) // %{p} looks up, too
        return tooManyVoid();
    switch (term.kind) {
    case SpfTerm::Kind::Include:
        return include(target);
    case SpfTerm::Kind::A:
        return hosts(term, {target});
    case SpfTerm::Kind::Mx: {
        const Looked looked = look(target, RecordType::MX);
        if (looked.failed)
            return temporarily(looked);
        if (voidLimitExceeded())
            return tooManyVoid();
        if (looked.records.size() > mostMxNames)
            return failed(SpfResult::PermError,
                          QStringLiteral("%1 has more than %2 MX records.")
                              .arg(QString::fromUtf8(target))
                              .arg(mostMxNames),
                          "4.6.4");
        QList<wire::MxData> exchanges;
        for (const wire::DnsRecord &record : looked.records)
            if (const auto *mx = record.as<wire::MxData>(); mx && !mx->host.isEmpty())
                exchanges.append(*mx);
        std::stable_sort(exchanges.begin(), exchanges.end(),
                         [](const wire::MxData &a, const wire::MxData &b) {
                             return a.preference < b.preference;
                         });
        QList<QByteArray> names;
        for (const wire::MxData &mx : exchanges)
            names.append(mx.host);
        return hosts(term, names);
    }
    case SpfTerm::Kind::Ptr:
        return pointers(target);
    case SpfTerm::Kind::Exists: {
        const Looked looked = look(target, RecordType::A);
        if (looked.failed)
            return temporarily(looked);
        if (voidLimitExceeded())
            return tooManyVoid();
        return looked.records.isEmpty() ? Match::No : Match::Yes;
    }
    default:
        return Match::No;
    }
}

Evaluation::Match Evaluation::include(const QByteArray &target)
{
    const qsizetype depth = m_out.path.size();
    const auto usable = spfDomain(target);
    const SpfResult result = usable ? check(*usable, false) : SpfResult::None;
    switch (result) {
    case SpfResult::Pass:
        m_out.path.resize(depth);
        return Match::Yes;
    case SpfResult::Fail:
    case SpfResult::SoftFail:
    case SpfResult::Neutral:
        m_out.path.resize(depth);
        return Match::No;
    case SpfResult::None:
        return failed(SpfResult::PermError,
                      usable ? QStringLiteral("The included domain %1 has no SPF record.")
                                   .arg(QString::fromUtf8(target))
                             : QStringLiteral("\"%1\" is not a domain that can be included.")
                                   .arg(QString::fromUtf8(target)),
                      "5.2");
    case SpfResult::TempError:
    case SpfResult::PermError:
        return Match::Error;
    }
    return Match::No;
}

Evaluation::Match Evaluation::hosts(const SpfTerm &term, const QList<QByteArray> &names)
{
    const bool v6 = m_macros.ip.v6;
    for (const QByteArray &name : names) {
        const Looked looked = look(name, v6 ? RecordType::AAAA : RecordType::A);
        if (looked.failed)
            return temporarily(looked);
        if (voidLimitExceeded())
            return tooManyVoid();
        for (const wire::DnsRecord &record : looked.records)
            if (const auto *address = record.as<wire::IpAddress>();
                address && m_macros.ip.isIn(*address, v6 ? term.prefix6 : term.prefix4))
                return Match::Yes;
    }
    return Match::No;
}

// Names that the address claims and that resolve back to it (5.5). Errors on the way make a name
// not validated, never the evaluation fail.
const QList<QByteArray> &Evaluation::validatedNames()
{
    if (m_validated)
        return *m_validated;
    m_validated.emplace();
    const wire::IpAddress &ip = m_macros.ip;
    const Looked pointers = look(ip.reverseName(), RecordType::PTR, m_countPointers);
    qsizetype tried = 0;
    for (const wire::DnsRecord &record : pointers.records) {
        const auto *name = record.as<wire::NameData>();
        if (!name)
            continue;
        if (++tried > mostPtrNames)
            break;
        // Whoever owns the address names what he likes: what he names in vain is not held against
        // the domain (4.6.4).
        const Looked looked = look(*name, ip.v6 ? RecordType::AAAA : RecordType::A, false);
        for (const wire::DnsRecord &address : looked.records)
            if (const auto *found = address.as<wire::IpAddress>(); found && *found == ip) {
                m_validated->append(*name);
                break;
            }
    }
    return *m_validated;
}

QByteArray Evaluation::validatedName()
{
    const QList<QByteArray> names = validatedNames();
    for (const QByteArray &name : names)
        if (wire::canonicalName(name) == wire::canonicalName(m_macros.domain))
            return name;
    for (const QByteArray &name : names)
        if (wire::isSameOrBelow(name, m_macros.domain))
            return name;
    return names.isEmpty() ? QByteArray("unknown") : names.constFirst();
}

Evaluation::Match Evaluation::pointers(const QByteArray &target)
{
    const QList<QByteArray> names = validatedNames();
    if (m_cancelled)
        return failed(SpfResult::TempError, QStringLiteral("Cancelled."), "4.6.4");
    if (voidLimitExceeded())
        return tooManyVoid();
    for (const QByteArray &name : names)
        if (!target.isEmpty() && wire::isSameOrBelow(name, target))
            return Match::Yes;
    return Match::No;
}

SpfResult Evaluation::redirect(const SpfTerm &term, bool explainFail)
{
    const QByteArray from = m_out.path.constLast();
    const QByteArray record = m_out.record;
    const auto here = [&] {
        m_out.domain = from;
        m_out.term = term.text;
    };
    if (++m_out.lookups > m_query.lookupLimit) {
        here();
        return error(SpfResult::PermError,
                     QStringLiteral("More than %1 terms need lookups.").arg(m_query.lookupLimit),
                     "4.6.4");
    }
    const QByteArray target = targetName(term.domainSpec, m_macros);
    if (voidLimitExceeded()) {
        here();
        tooManyVoid();
        return m_error;
    }
    const auto usable = spfDomain(target);
    const SpfResult result = usable ? check(*usable, explainFail) : SpfResult::None;
    if (result != SpfResult::None)
        return result;
    here();
    m_out.record = record;
    return error(SpfResult::PermError,
                 usable ? QStringLiteral("The redirection leads to %1, which has no SPF record.")
                              .arg(QString::fromUtf8(target))
                        : QStringLiteral("\"%1\" is not a domain to redirect to.")
                              .arg(QString::fromUtf8(target)),
                 "6.1");
}

// Whatever is wrong with the explanation, there is none (6.2).
void Evaluation::explain(const SpfRecord &record)
{
    const SpfTerm *term = record.find(SpfTerm::Kind::Exp);
    if (!term)
        return;
    m_countPointers = false;
    const QByteArray target = targetName(term->domainSpec, m_macros);
    const Looked looked = look(target, RecordType::TXT, false);
    if (looked.failed || looked.records.size() != 1)
        return;
    const QByteArray text = looked.records.constFirst().txt();
    if (!macroProblem(text, SpfMacroPlace::Explanation).isEmpty())
        return;
    m_out.explanation = expandMacros(text, m_macros);
}

} // namespace

std::pair<QByteArray, QByteArray> spfSender(const QByteArray &mailFrom, const QByteArray &helo)
{
    const qsizetype at = mailFrom.lastIndexOf('@');
    QByteArray local = at > 0 ? mailFrom.left(at) : QByteArray("postmaster");
    if (mailFrom.isEmpty())
        return {local, helo};
    return {local, at < 0 ? mailFrom : mailFrom.mid(at + 1)};
}

std::optional<QByteArray> spfDomain(const QByteArray &given)
{
    QByteArray domain = given;
    if (domain.endsWith('.'))
        domain.chop(1);
    for (const char c : std::as_const(domain))
        if (uchar(c) > 0x7e) {
            // A-labels (4.3); what cannot be turned into them comes back empty
            domain = QUrl::toAce(QString::fromUtf8(domain));
            break;
        }
    for (const char c : std::as_const(domain))
        if (uchar(c) <= 0x20 || c == 0x7f)
            return {};
    if (domain.startsWith('[') || domain.endsWith('.') || !domain.contains('.') ||
        !wire::isUsableName(queryName(domain)))
        return {};
    return domain;
}

Result<SpfOutcome> checkHost(const SpfQuery &query, wire::Resolver &resolver, Progress &progress)
{
    Evaluation evaluation(query, resolver, progress);
    SpfOutcome outcome = evaluation.run();
    if (evaluation.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    return outcome;
}

} // namespace check
