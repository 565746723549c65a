// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/spftree.h"

#include "app/check/dns/spfmacro.h"

#include <QJsonArray>

#include <algorithm>

namespace check {

namespace {

using wire::RecordType;

constexpr int lookupLimit = 10;
constexpr int voidLimit = 2;
constexpr qsizetype mostMxNames = 10;
constexpr qsizetype longText = 450; // RFC 7208, 3.4
constexpr int deepest = 20; // includes in includes; the limit of ten stops evaluation before

// Only %{d} and %{o} are known without a message.
bool isStatic(QByteArrayView spec)
{
    for (qsizetype at = 0; (at = spec.indexOf("%{", at)) >= 0; at += 2)
        if (at + 2 >= spec.size() || !QByteArrayView("dDoO").contains(spec[at + 2]))
            return false;
    return true;
}

class Expansion
{
public:
    Expansion(const QByteArray &origin, wire::Resolver &resolver, Progress &progress)
        : m_origin(origin)
        , m_resolver(resolver)
        , m_progress(progress)
    {
    }
    SpfNode node(const QByteArray &domain, QList<QByteArray> path);
    bool cancelled() const { return m_cancelled; }

private:
    std::optional<wire::DnsAnswer> look(const QByteArray &name, RecordType type, SpfBranch &branch)
    {
        const auto answer = m_resolver.query(name, type, m_progress);
        if (!answer) {
            m_cancelled = m_cancelled || answer.error().kind == Error::Kind::Cancelled;
            branch.problem = answer.error().detail;
            return {};
        }
        if (answer->isVoid())
            ++branch.voidLookups;
        return *answer;
    }
    void addresses(const QByteArray &host, SpfBranch &branch)
    {
        const auto answers =
            m_resolver.queryAll({{host, RecordType::A}, {host, RecordType::AAAA}}, m_progress);
        bool found = false;
        bool failed = false;
        for (const auto &answer : answers) {
            if (!answer) {
                m_cancelled = m_cancelled || answer.error().kind == Error::Kind::Cancelled;
                branch.problem = answer.error().detail;
                failed = true;
                continue;
            }
            found = found || !answer->isVoid();
            const bool v6 = answer->type == RecordType::AAAA;
            const int prefix = v6 ? branch.term.prefix6 : branch.term.prefix4;
            for (const wire::DnsRecord &record : answer->records)
                if (const auto *ip = record.as<wire::IpAddress>())
                    branch.networks.append({ip->masked(prefix), prefix});
        }
        // they are alternatives for one sender: void counts only when both are
        if (!found && !failed)
            ++branch.voidLookups;
    }
    void expand(SpfBranch &branch, const QByteArray &domain, const QList<QByteArray> &path);

    QByteArray m_origin;
    wire::Resolver &m_resolver;
    Progress &m_progress;
    bool m_cancelled = false;
};

void Expansion::expand(SpfBranch &branch, const QByteArray &domain, const QList<QByteArray> &path)
{
    const SpfTerm &term = branch.term;
    if (term.kind == SpfTerm::Kind::Ip4)
        branch.networks.append({term.network.masked(term.prefix4), term.prefix4});
    if (term.kind == SpfTerm::Kind::Ip6)
        branch.networks.append({term.network.masked(term.prefix6), term.prefix6});
    if (!term.costsLookup())
        return;
    branch.lookups = 1;
    if (!isStatic(term.domainSpec)) {
        branch.dynamic = true;
        return;
    }
    SpfMacroValues values;
    values.senderDomain = m_origin;
    values.domain = domain;
    const QByteArray target =
        term.domainSpec.isEmpty() ? domain : targetName(term.domainSpec, values);
    if (!wire::isUsableName(target)) {
        branch.problem = QStringLiteral("\"%1\" is not a DNS name.").arg(QString::fromUtf8(target));
        return;
    }
    switch (term.kind) {
    case SpfTerm::Kind::A:
        addresses(target, branch);
        break;
    case SpfTerm::Kind::Mx: {
        const auto answer = look(target, RecordType::MX, branch);
        if (!answer)
            break;
        if (answer->records.size() > mostMxNames) {
            branch.problem = QStringLiteral("%1 has %2 MX records; ten are allowed here.")
                                 .arg(QString::fromUtf8(target))
                                 .arg(answer->records.size());
            break;
        }
        for (const wire::DnsRecord &record : answer->records)
            if (const auto *mx = record.as<wire::MxData>(); mx && !mx->host.isEmpty())
                addresses(mx->host, branch);
        break;
    }
    case SpfTerm::Kind::Exists:
        look(target, RecordType::A, branch);
        break;
    case SpfTerm::Kind::Include:
    case SpfTerm::Kind::Redirect: {
        const QByteArray key = wire::canonicalName(target);
        if (path.contains(key) || path.size() > deepest) {
            branch.problem = QStringLiteral("%1 leads back to itself.").arg(QString::fromUtf8(key));
            branch.lookups = lookupLimit + 1; // evaluated until the limit
            break;
        }
        branch.child = std::make_shared<SpfNode>(node(target, path));
        branch.lookups += branch.child->lookups;
        branch.voidLookups += branch.child->voidLookups;
        if (branch.child->texts.isEmpty() && branch.child->problem.isEmpty())
            branch.problem = QStringLiteral("%1 has no SPF record.").arg(QString::fromUtf8(target));
        break;
    }
    default:
        break; // ptr depends on the sender
    }
}

SpfNode Expansion::node(const QByteArray &domain, QList<QByteArray> path)
{
    SpfNode node;
    node.domain = domain;
    path.append(wire::canonicalName(domain));
    const auto answer = m_resolver.query(domain, RecordType::TXT, m_progress);
    if (!answer) {
        m_cancelled = m_cancelled || answer.error().kind == Error::Kind::Cancelled;
        node.problem = answer.error().detail;
        return node;
    }
    node.answer = *answer;
    if (answer->security == wire::DnsSecurity::Bogus) {
        node.problem =
            answer->why.isEmpty() ? QStringLiteral("The signatures are wrong.") : answer->why;
        return node;
    }
    for (const wire::DnsRecord &record : answer->records)
        if (const QByteArray text = record.txt(); isSpfText(text))
            node.texts.append(text);
    if (node.texts.isEmpty())
        return node;
    node.record = parseSpf(node.texts.constFirst());
    const bool hasAll = node.record.find(SpfTerm::Kind::All);
    const SpfTerm *all = nullptr;
    for (const SpfTerm &term : std::as_const(node.record.terms)) {
        if (m_cancelled)
            break;
        SpfBranch branch;
        branch.term = term;
        if (!term.isModifier() && all) {
            branch.dead = true;
            branch.because = all->text;
        } else if (term.kind == SpfTerm::Kind::Redirect && hasAll) {
            branch.dead = true;
            branch.because = node.record.find(SpfTerm::Kind::All)->text;
        } else {
            expand(branch, domain, path);
        }
        if (term.kind == SpfTerm::Kind::All && !all)
            all = &term;
        node.lookups += branch.lookups;
        node.voidLookups += branch.voidLookups;
        node.branches.append(branch);
    }
    // What an earlier term of this record decides for every address of a later one, the later one
    // never decides.
    QList<std::pair<SpfNetwork, QByteArray>> decided;
    for (SpfBranch &branch : node.branches) {
        if (branch.dead)
            continue;
        if (!branch.networks.isEmpty() && !branch.dynamic && branch.problem.isEmpty()) {
            QByteArray by;
            const bool covered = std::all_of(
                branch.networks.cbegin(), branch.networks.cend(), [&](const SpfNetwork &network) {
                    const auto found =
                        std::find_if(decided.cbegin(), decided.cend(),
                                     [&](const auto &one) { return one.first.covers(network); });
                    if (found != decided.cend())
                        by = found->second;
                    return found != decided.cend();
                });
            if (covered) {
                branch.dead = true;
                branch.because = by;
                continue;
            }
        }
        QList<SpfNetwork> mine = branch.networks;
        if (branch.child && branch.term.kind == SpfTerm::Kind::Include)
            mine = branch.child->allowed();
        for (const SpfNetwork &network : std::as_const(mine))
            decided.append({network, branch.term.text});
    }
    return node;
}

// Answers TXT questions for one domain with a record that is not published yet.
class Overlay final : public wire::Resolver
{
public:
    Overlay(wire::Resolver &below, const QByteArray &domain, const QByteArray &record)
        : m_below(below)
        , m_domain(wire::canonicalName(domain))
        , m_record(record)
    {
    }
    Result<wire::DnsAnswer> query(const QByteArray &name, RecordType type,
                                  Progress &progress) override
    {
        if (type != RecordType::TXT || wire::canonicalName(name) != m_domain)
            return m_below.query(name, type, progress);
        wire::DnsAnswer answer;
        answer.name = m_domain;
        answer.type = type;
        answer.server = QStringLiteral("draft");
        if (!m_record.isEmpty())
            answer.records.append({m_domain, type, 3600, wire::TxtData{m_record}});
        return answer;
    }

private:
    wire::Resolver &m_below;
    QByteArray m_domain;
    QByteArray m_record;
};

mail::Finding found(mail::Severity severity, const char *code, const SpfNode &node,
                    const char *section, QJsonObject facts = {})
{
    facts.insert(QStringLiteral("domain"), QString::fromUtf8(node.domain));
    if (!node.texts.isEmpty())
        facts.insert(QStringLiteral("record"), QString::fromUtf8(node.texts.constFirst()));
    facts.insert(QStringLiteral("server"), node.answer.server);
    facts.insert(QStringLiteral("reference"),
                 QStringLiteral("RFC 7208, section %1").arg(QLatin1String(section)));
    mail::Finding finding;
    finding.severity = severity;
    finding.code = QLatin1String(code);
    finding.facts = facts;
    return finding;
}

QJsonObject fact(const char *name, const QByteArray &value)
{
    return {{QLatin1String(name), QString::fromUtf8(value)}};
}

// `top`: the domain's own record; what others publish is theirs, so only what breaks ours counts.
void judge(const SpfNode &node, bool top, QList<mail::Finding> &out)
{
    using mail::Severity;
    if (node.texts.size() > 1)
        out.append(found(Severity::Error, "spf-multiple", node, "4.5",
                         {{QStringLiteral("count"), node.texts.size()}}));
    for (const SpfProblem &problem : node.record.problems) {
        QJsonObject facts = fact("term", problem.term);
        facts.insert(QStringLiteral("reason"), problem.reason);
        out.append(found(Severity::Error, "spf-syntax", node,
                         problem.section.toLatin1().constData(), facts));
    }
    for (const SpfBranch &branch : node.branches) {
        QJsonObject facts = fact("term", branch.term.text);
        if (!branch.problem.isEmpty()) {
            facts.insert(QStringLiteral("reason"), branch.problem);
            const bool loop = branch.lookups > lookupLimit && !branch.child;
            const bool noRecord = branch.child && branch.child->texts.isEmpty();
            out.append(
                found(branch.term.kind == SpfTerm::Kind::Ptr ? Severity::Warning : Severity::Error,
                      loop       ? "spf-loop"
                      : noRecord ? "spf-include-broken"
                      : branch.term.kind == SpfTerm::Kind::Mx &&
                              branch.problem.contains(QLatin1String("MX records"))
                          ? "spf-mx-many"
                          : "spf-lookup-failed",
                      node,
                      loop       ? "4.6.4"
                      : noRecord ? (branch.term.isModifier() ? "6.1" : "5.2")
                                 : "2.6.6",
                      facts));
        }
        if (branch.term.kind == SpfTerm::Kind::Ptr && !branch.dead)
            out.append(found(top ? Severity::Warning : Severity::Information, "spf-ptr", node,
                             "5.5", facts));
        if (branch.term.kind == SpfTerm::Kind::All && branch.term.qualifier == '+' && !branch.dead)
            out.append(found(Severity::Error, "spf-lets-everyone", node, "5.1", facts));
        if (branch.dead && top) {
            facts.insert(QStringLiteral("because"), QString::fromUtf8(branch.because));
            // addresses of names may change tomorrow; written networks and what is behind all
            // cannot
            const bool today =
                branch.term.kind == SpfTerm::Kind::A || branch.term.kind == SpfTerm::Kind::Mx;
            const bool behindAll = branch.networks.isEmpty(); // never looked up
            out.append(found(today && !behindAll ? Severity::Information : Severity::Warning,
                             "spf-dead-term", node, branch.term.isModifier() ? "6.1" : "4.6.2",
                             facts));
        }
        if (branch.child) {
            const SpfNode &child = *branch.child;
            if (!child.problem.isEmpty()) {
                facts.insert(QStringLiteral("reason"), child.problem);
                out.append(found(Severity::Error,
                                 child.answer.security == wire::DnsSecurity::Bogus
                                     ? "spf-bogus"
                                     : "spf-lookup-failed",
                                 node, "2.6.6", facts));
            }
            judge(child, false, out);
        }
    }
}

void overlaps(const SpfNode &node, QList<mail::Finding> &out)
{
    for (qsizetype i = 0; i < node.branches.size(); ++i) {
        const SpfBranch &later = node.branches[i];
        if (later.dead || later.networks.isEmpty())
            continue;
        for (qsizetype k = 0; k < node.branches.size(); ++k) {
            const SpfBranch &other = node.branches[k];
            if (k == i || other.dead || other.term.isModifier())
                continue;
            const QList<SpfNetwork> theirs = other.child ? other.child->allowed() : other.networks;
            const bool covered = !theirs.isEmpty() &&
                                 std::all_of(later.networks.cbegin(), later.networks.cend(),
                                             [&](const SpfNetwork &network) {
                                                 return std::any_of(theirs.cbegin(), theirs.cend(),
                                                                    [&](const SpfNetwork &wide) {
                                                                        return wide.covers(network);
                                                                    });
                                             });
            if (covered) {
                QJsonObject facts = fact("term", later.term.text);
                facts.insert(QStringLiteral("other"), QString::fromUtf8(other.term.text));
                out.append(found(mail::Severity::Information, "spf-overlap", node, "4.6.2", facts));
                break;
            }
        }
    }
}

} // namespace

bool SpfNetwork::covers(const SpfNetwork &other) const
{
    return prefix <= other.prefix && other.address.isIn(address, prefix);
}

QByteArray SpfNetwork::text() const
{
    return address.text() +
           (prefix == address.bits() ? QByteArray() : '/' + QByteArray::number(prefix));
}

QList<SpfNetwork> SpfNode::allowed() const
{
    QList<SpfNetwork> out;
    if (!record.problems.isEmpty() || texts.size() > 1)
        return out;
    for (const SpfBranch &branch : branches) {
        if (branch.dead || branch.term.qualifier != '+')
            continue;
        if (branch.term.kind == SpfTerm::Kind::All)
            out.append({{wire::IpAddress{}, 0}, {wire::IpAddress{true, {}}, 0}});
        if (branch.child)
            out.append(branch.child->allowed());
        out.append(branch.networks);
    }
    return out;
}

Result<SpfNode> expandSpf(const QByteArray &domain, wire::Resolver &resolver, Progress &progress)
{
    Expansion expansion(domain, resolver, progress);
    SpfNode tree = expansion.node(domain, {});
    if (expansion.cancelled() || progress.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    return tree;
}

QList<mail::Finding> spfFindings(const SpfNode &tree)
{
    using mail::Severity;
    QList<mail::Finding> out;
    if (!tree.problem.isEmpty()) {
        const bool bogus = tree.answer.security == wire::DnsSecurity::Bogus;
        out.append(found(Severity::Error, bogus ? "spf-bogus" : "spf-lookup-failed", tree, "4.4",
                         {{QStringLiteral("reason"), tree.problem}}));
        return out;
    }
    if (tree.texts.isEmpty()) {
        out.append(found(Severity::Error, "spf-none", tree, "4.5"));
        return out;
    }
    judge(tree, true, out);
    const QJsonObject count{{QStringLiteral("count"), tree.lookups},
                            {QStringLiteral("limit"), lookupLimit}};
    if (tree.lookups > lookupLimit)
        out.append(found(Severity::Error, "spf-too-many-lookups", tree, "4.6.4", count));
    else if (tree.lookups == lookupLimit)
        out.append(found(Severity::Information, "spf-many-lookups", tree, "4.6.4", count));
    if (tree.voidLookups > voidLimit)
        out.append(found(
            Severity::Error, "spf-too-many-void", tree, "4.6.4",
            {{QStringLiteral("count"), tree.voidLookups}, {QStringLiteral("limit"), voidLimit}}));
    const SpfTerm *all = tree.record.find(SpfTerm::Kind::All);
    if (!all && !tree.record.find(SpfTerm::Kind::Redirect))
        out.append(found(Severity::Warning, "spf-no-end", tree, "4.7"));
    if (all && all->qualifier == '?')
        out.append(
            found(Severity::Warning, "spf-neutral-end", tree, "8.2", fact("term", all->text)));
    if (tree.texts.constFirst().size() > longText)
        out.append(found(Severity::Warning, "spf-long", tree, "3.4",
                         {{QStringLiteral("bytes"), tree.texts.constFirst().size()}}));
    overlaps(tree, out);
    return out;
}

Result<QList<SpfOutcome>> spfForAddresses(const QByteArray &domain,
                                          const QList<wire::IpAddress> &addresses,
                                          wire::Resolver &resolver, Progress &progress)
{
    QList<SpfOutcome> out;
    for (const wire::IpAddress &ip : addresses) {
        SpfQuery query;
        query.ip = ip;
        query.helo = domain;
        query.mailFrom = "postmaster@" + domain;
        auto outcome = checkHost(query, resolver, progress);
        if (!outcome)
            return outcome.error();
        out.append(*outcome);
        progress.step(out.size(), addresses.size());
    }
    return out;
}

Result<SpfChange> spfWhatIf(const QByteArray &domain, const QByteArray &record,
                            const QList<wire::IpAddress> &addresses, wire::Resolver &resolver,
                            Progress &progress)
{
    Overlay draft(resolver, domain, record);
    const auto before = expandSpf(domain, resolver, progress);
    const auto after = expandSpf(domain, draft, progress);
    const auto outcomesBefore = spfForAddresses(domain, addresses, resolver, progress);
    const auto outcomesAfter = spfForAddresses(domain, addresses, draft, progress);
    if (!before || !after || !outcomesBefore || !outcomesAfter)
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    SpfChange change;
    change.record = record;
    change.lookupsBefore = before->lookups;
    change.lookupsAfter = after->lookups;
    const auto missing = [](const QList<SpfNetwork> &from, const QList<SpfNetwork> &in) {
        QList<SpfNetwork> out;
        for (const SpfNetwork &network : from)
            if (!out.contains(network) &&
                std::none_of(in.cbegin(), in.cend(),
                             [&](const SpfNetwork &wide) { return wide.covers(network); }))
                out.append(network);
        return out;
    };
    change.lost = missing(before->allowed(), after->allowed());
    change.gained = missing(after->allowed(), before->allowed());
    for (qsizetype i = 0; i < addresses.size(); ++i)
        change.addresses.append({addresses[i], outcomesBefore->at(i), outcomesAfter->at(i)});
    return change;
}

QByteArray spfWithout(const QByteArray &record, const QByteArray &term)
{
    QList<QByteArray> words = record.split(' ');
    words.removeAll(QByteArray());
    words.removeAll(term);
    return words.join(' ');
}

SpfProposal spfProposal(const QList<QByteArray> &published, const SpfWish &wish)
{
    SpfProposal out;
    QList<QByteArray> mechanisms;
    QList<QByteArray> modifiers;
    QByteArray redirect;
    char end = 0;
    bool lostSender = false;
    // "+mx" and "mx", "A:X.example" and "a:x.example" are one
    const auto key = [](const QByteArray &text) {
        QByteArray k = text.toLower();
        return k.startsWith('+') ? k.mid(1) : k;
    };
    const auto has = [&](const QList<QByteArray> &list, const QByteArray &text) {
        return std::any_of(list.cbegin(), list.cend(),
                           [&](const QByteArray &one) { return key(one) == key(text); });
    };
    for (const QByteArray &text : published) {
        const SpfRecord record = parseSpf(text);
        for (const SpfProblem &problem : record.problems) {
            // "mx;" and "ip4:192.0.2.1," are slips of the hand
            QByteArray meant = problem.term;
            while (meant.endsWith(',') || meant.endsWith(';') || meant.endsWith('"'))
                meant.chop(1);
            const SpfRecord mended = parseSpf("v=spf1 " + meant);
            if (meant != problem.term && mended.problems.isEmpty() && mended.terms.size() == 1 &&
                !mended.terms.constFirst().isModifier() &&
                mended.terms.constFirst().kind != SpfTerm::Kind::All) {
                if (!has(mechanisms, meant))
                    mechanisms.append(meant);
                continue;
            }
            out.dropped.append(problem.term);
            lostSender = true;
        }
        bool ended = false;
        for (const SpfTerm &term : record.terms) {
            if (term.kind == SpfTerm::Kind::All) {
                // of several records the mildest end stays: a merge must not begin to refuse mail
                const QByteArrayView mildest("+?~-");
                if (!ended && (end == 0 || mildest.indexOf(term.qualifier) < mildest.indexOf(end)))
                    end = term.qualifier;
                ended = true;
            } else if (term.kind == SpfTerm::Kind::Redirect) {
                if (!record.find(SpfTerm::Kind::All) && redirect.isEmpty())
                    redirect = term.text;
                else
                    out.dropped.append(term.text);
            } else if (term.isModifier()) {
                if (term.kind == SpfTerm::Kind::Exp &&
                    std::any_of(modifiers.cbegin(), modifiers.cend(),
                                [](const QByteArray &m) { return m.toLower().startsWith("exp="); }))
                    out.dropped.append(term.text);
                else if (!has(modifiers, term.text))
                    modifiers.append(term.text);
            } else if (ended || wish.without.contains(term.text)) {
                out.dropped.append(term.text); // behind all: never reached
            } else if (!has(mechanisms, term.text)) {
                mechanisms.append(term.text);
            }
        }
    }
    for (const QByteArray &term : wish.terms)
        if (!has(mechanisms, term)) {
            mechanisms.append(term);
            out.added.append(term);
        }
    if (lostSender && end == '-')
        end = '~'; // who was meant may still send: nobody is refused until that is known
    if (wish.end != 0)
        end = wish.end;
    QList<QByteArray> words{"v=spf1"};
    words += mechanisms;
    if (!redirect.isEmpty() && end == 0) {
        words.append(redirect);
    } else {
        // redirect and all exclude each other; what the redirection allowed goes on as an include
        if (!redirect.isEmpty())
            words.append("include:" + redirect.mid(redirect.indexOf('=') + 1));
        if (end == 0)
            end = '~';
        words.append((end == '+' ? QByteArray() : QByteArray(1, end)) + "all");
    }
    words += modifiers;
    out.record = words.join(' ');
    return out;
}

} // namespace check
