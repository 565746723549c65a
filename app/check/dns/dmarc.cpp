// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/dmarc.h"

#include <QFile>

namespace check {

namespace {

using wire::RecordType;

constexpr const char *systemList = "/usr/share/publicsuffix/public_suffix_list.dat";
constexpr qsizetype mostLabels = 8; // the walk asks at most eight names

std::optional<DmarcPolicy> policyOf(const QByteArray &word)
{
    return mail::fromWord<DmarcPolicy>(QString::fromUtf8(word.toLower()));
}

// "mailto:a@b!10m, mailto:c@d"
QList<DmarcReportAddress> addressesOf(const QByteArray &value, QList<QString> &problems)
{
    QList<DmarcReportAddress> out;
    for (const QByteArray &part : value.split(',')) {
        DmarcReportAddress one;
        one.uri = part.trimmed();
        QByteArray rest = one.uri;
        if (const qsizetype mark = rest.lastIndexOf('!'); mark > 0) {
            QByteArray size = rest.mid(mark + 1).toLower();
            if (!size.isEmpty() && QByteArrayView("kmgt").contains(size.back()))
                size.chop(1);
            bool ok = false;
            size.toULongLong(&ok);
            if (!ok)
                problems.append(QStringLiteral("\"%1\" has a wrong size limit")
                                    .arg(QString::fromUtf8(one.uri)));
            rest.truncate(mark);
        }
        if (rest.toLower().startsWith("mailto:")) {
            one.address = QByteArray::fromPercentEncoding(rest.mid(7));
            if (const qsizetype query = one.address.indexOf('?'); query >= 0)
                one.address.truncate(query);
            const qsizetype at = one.address.lastIndexOf('@');
            if (at <= 0 || !wire::isUsableName(one.domain())) {
                problems.append(
                    QStringLiteral("\"%1\" is not an address").arg(QString::fromUtf8(one.uri)));
                one.address.clear();
            }
        } else if (!rest.contains(':')) {
            problems.append(QStringLiteral("\"%1\" is not a URI (mailto: is missing)")
                                .arg(QString::fromUtf8(one.uri)));
        }
        out.append(one);
    }
    return out;
}

struct Level
{
    QByteArray domain;
    QList<QByteArray> texts;
    std::optional<DmarcRecord> record; // the only one, usable
    wire::DnsAnswer answer;
};

// The names of the walk: the domain, then up to the top; of a long name the middle is left out.
QList<QByteArray> walkOf(const QByteArray &domain)
{
    QList<QByteArray> labels = wire::labelsOf(domain);
    QList<QByteArray> out{wire::canonicalName(domain)};
    if (labels.size() > mostLabels)
        labels = labels.mid(labels.size() - (mostLabels - 1));
    else if (!labels.isEmpty())
        labels.removeFirst();
    for (; !labels.isEmpty(); labels.removeFirst())
        out.append(wire::canonicalName(wire::nameOf(labels)));
    return out;
}

} // namespace

bool isDmarcText(const QByteArray &text)
{
    const qsizetype equals = text.indexOf('=');
    if (equals < 0 || text.left(equals).trimmed() != "v")
        return false;
    const qsizetype end = text.indexOf(';');
    return text.mid(equals + 1, (end < 0 ? text.size() : end) - equals - 1).trimmed() == "DMARC1";
}

DmarcRecord parseDmarc(const QByteArray &text)
{
    DmarcRecord out;
    out.text = text;
    if (!isDmarcText(text)) {
        out.problems.append(QStringLiteral("it does not begin with v=DMARC1"));
        return out;
    }
    const TagList tags = parseTags(text);
    if (!tags.problem.isEmpty())
        out.problems.append(tags.problem);
    const auto wrongValue = [&](const QByteArray &tag, const QByteArray &value) {
        out.problems.append(QStringLiteral("%1=%2 is not known")
                                .arg(QString::fromUtf8(tag), QString::fromUtf8(value)));
    };
    bool hasPolicy = false;
    bool badPolicy = false;
    for (const auto &[tag, value] : tags.tags) {
        const QByteArray lower = value.toLower();
        if (tag == "p" || tag == "sp" || tag == "np") {
            const auto policy = policyOf(value);
            if (!policy) {
                wrongValue(tag, value);
                badPolicy = true;
                continue;
            }
            if (tag == "p") {
                out.policy = *policy;
                hasPolicy = true;
            } else {
                (tag == "sp" ? out.subdomains : out.nonexistent) = *policy;
            }
        } else if (tag == "adkim" || tag == "aspf") {
            if (lower != "r" && lower != "s")
                wrongValue(tag, value);
            (tag == "adkim" ? out.strictDkim : out.strictSpf) = lower == "s";
        } else if (tag == "pct") {
            bool ok = false;
            const int percent = value.toInt(&ok);
            if (!ok || percent < 0 || percent > 100)
                wrongValue(tag, value);
            else
                out.percent = percent;
        } else if (tag == "t" || tag == "psd") {
            const bool known = lower == "y" || lower == "n" || (tag == "psd" && lower == "u");
            if (!known)
                wrongValue(tag, value);
            else if (tag == "t")
                out.testing = lower == "y";
            else
                out.psd = lower[0];
        } else if (tag == "rua") {
            out.aggregate = addressesOf(value, out.problems);
        } else if (tag == "ruf") {
            out.failure = addressesOf(value, out.problems);
        } else if (tag == "fo") {
            for (const QByteArray &option : lower.split(':'))
                if (!QByteArrayList{"0", "1", "d", "s"}.contains(option.trimmed()))
                    wrongValue(tag, value);
        } else if (tag == "ri") {
            bool ok = false;
            value.toUInt(&ok);
            if (!ok)
                wrongValue(tag, value);
        } else if (tag == "rf" && lower != "afrf") {
            wrongValue(tag, value);
        }
    }
    // Without a usable policy the record counts as p=none when it wants reports (6.6.3).
    const bool reports = std::any_of(out.aggregate.cbegin(), out.aggregate.cend(),
                                     [](const auto &one) { return !one.address.isEmpty(); });
    if (!hasPolicy && !badPolicy)
        out.problems.append(QStringLiteral("p= is missing"));
    if (badPolicy)
        out.policy = DmarcPolicy::None;
    out.usable = (hasPolicy && !badPolicy) || reports;
    return out;
}

PublicSuffixes PublicSuffixes::fromText(const QByteArray &list)
{
    PublicSuffixes out;
    for (const QByteArray &line : list.split('\n')) {
        const QByteArray rule = line.trimmed().split(' ').constFirst().toLower();
        if (rule.isEmpty() || rule.startsWith("//"))
            continue;
        const QByteArray ascii = [&] {
            for (const char c : rule)
                if (uchar(c) > 0x7e) {
                    const QString name = QString::fromUtf8(rule);
                    return spfDomain(name.startsWith(u"*.") ? name.mid(2).toUtf8() : rule)
                        .value_or(QByteArray());
                }
            return rule;
        }();
        if (ascii.isEmpty())
            continue;
        if (ascii.startsWith('!'))
            out.m_exceptions.insert(ascii.mid(1));
        else if (ascii.startsWith("*."))
            out.m_wildcards.insert(ascii.mid(2));
        else
            out.m_rules.insert(ascii);
    }
    return out;
}

Result<PublicSuffixes> PublicSuffixes::load(const QString &path)
{
    QFile file(path.isEmpty() ? QLatin1String(systemList) : path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound,
                     QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()),
                     {},
                     {},
                     0};
    return fromText(file.readAll());
}

QByteArray PublicSuffixes::organisational(const QByteArray &domain) const
{
    const QList<QByteArray> labels = wire::labelsOf(wire::canonicalName(domain));
    // the longest rule wins, an exception wins over all; no rule: the last label
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const QByteArray name = wire::nameOf(labels.mid(i));
        const QByteArray parent = wire::nameOf(labels.mid(i + 1));
        if (m_exceptions.contains(name))
            return name;
        if (m_rules.contains(name) || (!parent.isEmpty() && m_wildcards.contains(parent)) ||
            i == labels.size() - 1)
            return wire::nameOf(labels.mid(std::max<qsizetype>(i - 1, 0)));
    }
    return wire::canonicalName(domain);
}

Result<DmarcFound> findDmarc(const QByteArray &domain, wire::Resolver &resolver, Progress &progress)
{
    DmarcFound out;
    out.domain = wire::canonicalName(domain);
    out.organisational = out.domain;
    QList<Level> levels;
    const QList<QByteArray> names = walkOf(out.domain);
    for (const QByteArray &name : names) {
        const auto answer = resolver.query("_dmarc." + name, RecordType::TXT, progress);
        if (!answer) {
            if (answer.error().kind == Error::Kind::Cancelled)
                return answer.error();
            // a top-level domain that does not answer (a private one) has no policy for others
            if (name != out.domain && wire::labelsOf(name).size() == 1)
                break;
            if (!levels.isEmpty() && !levels.constFirst().texts.isEmpty())
                break; // the domain's own record stands
            out.problem = answer.error().detail;
            if (name == out.domain)
                return out;
            break;
        }
        Level level{name, {}, {}, *answer};
        if (answer->security == wire::DnsSecurity::Bogus) {
            // What is wrong further up takes nothing from a record of the domain's own.
            if (!levels.isEmpty() && !levels.constFirst().texts.isEmpty())
                break;
            out.answer = *answer;
            out.problem =
                answer->why.isEmpty() ? QStringLiteral("The signatures are wrong.") : answer->why;
            return out;
        }
        for (const wire::DnsRecord &record : answer->records)
            if (isDmarcText(record.txt()))
                level.texts.append(record.txt());
        if (level.texts.size() == 1)
            if (const DmarcRecord record = parseDmarc(level.texts.constFirst()); record.usable)
                level.record = record;
        levels.append(level);
        if (level.record &&
            (level.record->psd == 'n' || (level.record->psd == 'y' && name != out.domain)))
            break;
    }
    // whose domain this is
    for (const Level &level : std::as_const(levels)) {
        if (!level.record)
            continue;
        if (level.record->psd == 'y' && level.domain != out.domain) {
            const qsizetype keep = wire::labelsOf(level.domain).size() + 1;
            const QList<QByteArray> labels = wire::labelsOf(out.domain);
            out.organisational =
                wire::nameOf(labels.mid(std::max<qsizetype>(labels.size() - keep, 0)));
            break;
        }
        out.organisational = level.domain;
        if (level.record->psd == 'n')
            break;
    }
    // whose record counts: its own (even a wrong one is told), the organisation's, the suffix's
    const auto take = [&](const Level &level) {
        out.at = level.domain;
        out.texts = level.texts;
        out.record = level.record;
        out.answer = level.answer;
        if (!out.record && level.texts.size() == 1)
            out.record = parseDmarc(level.texts.constFirst());
    };
    if (!levels.isEmpty())
        out.answer = levels.constFirst().answer;
    if (!levels.isEmpty() && !levels.constFirst().texts.isEmpty()) {
        take(levels.constFirst());
        return out;
    }
    const Level *last = nullptr;
    for (const Level &level : std::as_const(levels)) {
        if (level.domain == out.organisational && level.record) {
            take(level);
            return out;
        }
        if (level.record)
            last = &level;
    }
    if (last)
        take(*last);
    return out;
}

Result<QList<mail::Finding>> dmarcFindings(const DmarcFound &found, wire::Resolver &resolver,
                                           Progress &progress)
{
    using mail::Severity;
    QList<mail::Finding> out;
    const auto add = [&](Severity severity, const char *code, const char *reference,
                         QJsonObject facts = {}) {
        facts.insert(QStringLiteral("domain"), QString::fromUtf8(found.domain));
        facts.insert(QStringLiteral("at"), QString::fromUtf8(found.at));
        facts.insert(QStringLiteral("server"), found.answer.server);
        facts.insert(QStringLiteral("reference"), QLatin1String(reference));
        if (!found.texts.isEmpty())
            facts.insert(QStringLiteral("record"), QString::fromUtf8(found.texts.constFirst()));
        mail::Finding finding;
        finding.severity = severity;
        finding.code = QLatin1String(code);
        finding.facts = facts;
        out.append(finding);
    };
    if (!found.problem.isEmpty() && found.at.isEmpty()) {
        add(Severity::Error,
            found.answer.security == wire::DnsSecurity::Bogus ? "dmarc-bogus"
                                                              : "dmarc-lookup-failed",
            "RFC 7489, section 6.6.3", {{QStringLiteral("reason"), found.problem}});
        return out;
    }
    if (found.at.isEmpty()) {
        add(Severity::Error, "dmarc-none", "RFC 7489, section 6.1");
        return out;
    }
    if (found.texts.size() > 1) {
        add(Severity::Error, "dmarc-multiple", "RFC 7489, section 6.6.3",
            {{QStringLiteral("count"), found.texts.size()}});
        return out;
    }
    const DmarcRecord &record = *found.record;
    for (const QString &problem : record.problems)
        add(record.usable ? Severity::Warning : Severity::Error, "dmarc-syntax",
            "RFC 7489, section 6.3", {{QStringLiteral("reason"), problem}});
    if (!record.usable)
        return out;
    const bool inherited = found.at != found.domain;
    if (inherited)
        add(Severity::Information, "dmarc-inherited", "RFC 7489, section 6.6.3");
    if (inherited) {
        // Receivers of RFC 7489's time know the organisation by the list of public suffixes.
        static const Result<PublicSuffixes> suffixes = PublicSuffixes::load();
        const QByteArray byList = suffixes ? suffixes->organisational(found.domain) : found.at;
        if (byList != found.at)
            add(Severity::Information, "dmarc-organisational-differs", "RFC 9989, section 4.10",
                {{QStringLiteral("list"), QString::fromUtf8(byList)}});
    }
    const DmarcPolicy effective =
        inherited ? record.subdomains.value_or(record.policy) : record.policy;
    const QJsonObject policy{{QStringLiteral("policy"), QString(mail::word(effective))}};
    if (effective == DmarcPolicy::None)
        add(Severity::Warning, "dmarc-policy-none", "RFC 7489, section 6.3", policy);
    else if (!inherited && record.subdomains && *record.subdomains < record.policy)
        add(Severity::Warning, "dmarc-subdomains-weaker", "RFC 7489, section 6.3",
            {{QStringLiteral("policy"), QString(mail::word(record.policy))},
             {QStringLiteral("subdomains"), QString(mail::word(*record.subdomains))}});
    if (effective != DmarcPolicy::None && record.percent < 100)
        add(Severity::Information, "dmarc-partial", "RFC 7489, section 6.3",
            {{QStringLiteral("percent"), record.percent}});
    if (effective != DmarcPolicy::None && record.testing)
        add(Severity::Information, "dmarc-testing", "RFC 9989");
    if (record.aggregate.isEmpty())
        add(Severity::Information, "dmarc-no-reports", "RFC 7489, section 7.2");

    // Who receives reports elsewhere must have agreed (7.1).
    QSet<QByteArray> asked;
    for (const QList<DmarcReportAddress> *list : {&record.aggregate, &record.failure})
        for (const DmarcReportAddress &one : *list) {
            if (one.address.isEmpty())
                continue; // told as syntax, or another scheme
            const QByteArray there = wire::canonicalName(one.domain());
            if (asked.contains(there) || wire::isSameOrBelow(there, found.at) ||
                wire::isSameOrBelow(found.at, there))
                continue;
            asked.insert(there);
            const auto theirs = findDmarc(there, resolver, progress);
            if (!theirs)
                return theirs.error();
            if (theirs->organisational == found.organisational)
                continue;
            const QByteArray name = found.at + "._report._dmarc." + there;
            const auto answer = resolver.query(name, RecordType::TXT, progress);
            QJsonObject facts{{QStringLiteral("address"), QString::fromUtf8(one.address)},
                              {QStringLiteral("name"), QString::fromUtf8(name)}};
            if (!answer) {
                if (answer.error().kind == Error::Kind::Cancelled)
                    return answer.error();
                facts.insert(QStringLiteral("reason"), answer.error().detail);
                add(Severity::Warning, "dmarc-lookup-failed", "RFC 7489, section 7.1", facts);
                continue;
            }
            const bool agreed =
                std::any_of(answer->records.cbegin(), answer->records.cend(),
                            [](const wire::DnsRecord &r) { return isDmarcText(r.txt()); });
            if (!agreed)
                add(Severity::Warning, "dmarc-report-not-authorised", "RFC 7489, section 7.1",
                    facts);
        }
    return out;
}

DmarcEffect dmarcEffect(const DmarcFound &found, const DmarcMessage &message,
                        const std::function<QByteArray(const QByteArray &)> &organisationalOf)
{
    DmarcEffect out;
    if (!found.record || !found.record->usable || found.texts.size() != 1)
        return out;
    const DmarcRecord &record = *found.record;
    out.applies = true;
    const QByteArray from = wire::canonicalName(message.fromDomain);
    const auto aligned = [&](const QByteArray &other, bool strict) {
        const QByteArray name = wire::canonicalName(other);
        if (name.isEmpty())
            return false;
        return strict ? name == from
                      : name == from || organisationalOf(name) == organisationalOf(from);
    };
    out.spfAligned = message.spf == SpfResult::Pass && aligned(message.spfDomain, record.strictSpf);
    for (const auto &[domain, passed] : message.dkim)
        if (passed && aligned(domain, record.strictDkim)) {
            out.dkimAligned = true;
            out.dkimDomain = domain;
            break;
        }
    out.pass = out.spfAligned || out.dkimAligned;
    out.tag = "p";
    out.requested = record.policy;
    if (from != found.at) {
        if (!message.fromExists && record.nonexistent) {
            out.tag = "np";
            out.requested = *record.nonexistent;
        } else if (record.subdomains) {
            out.tag = "sp";
            out.requested = *record.subdomains;
        }
    }
    if (out.pass)
        return out;
    out.disposition = out.requested;
    if (record.testing && out.requested != DmarcPolicy::None) // one step milder
        out.disposition =
            out.requested == DmarcPolicy::Reject ? DmarcPolicy::Quarantine : DmarcPolicy::None;
    return out;
}

} // namespace check
