// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/check/domains.h"

#include "tools/check/json.h"
#include "tools/check/options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace {

QByteArray wordOf(QLatin1String word) { return {word.data(), word.size()}; }

void showTree(const check::SpfNode &node, int depth)
{
    const QByteArray margin(depth, ' ');
    if (!node.problem.isEmpty())
        say(margin + printable(node.problem.toUtf8()));
    for (const check::SpfBranch &branch : node.branches) {
        QByteArray line = margin + printable(branch.term.text);
        if (branch.lookups > 0)
            line += " (" + QByteArray::number(branch.lookups) + ')';
        QByteArrayList networks;
        for (const check::SpfNetwork &network : branch.networks)
            networks.append(network.text());
        const bool written = branch.term.kind == check::SpfTerm::Kind::Ip4 ||
                             branch.term.kind == check::SpfTerm::Kind::Ip6;
        if (!networks.isEmpty() && !written)
            line += ": " + networks.join(' ');
        if (branch.dead)
            line += "  never decides, " + printable(branch.because) + " does";
        say(line);
        if (branch.child)
            showTree(*branch.child, depth + 2);
    }
}

void showChain(const check::DnssecChain &chain)
{
    for (const check::ChainLink &link : chain.links) {
        QByteArray line = "    " + (link.zone.isEmpty() ? QByteArray(".") : printable(link.zone)) +
                          ": " + wordOf(mail::word(link.security));
        if (link.why != check::ChainBreak::None)
            line += " (" + wordOf(mail::word(link.why)) + ')';
        say(line);
        for (const check::ChainDs &ds : link.ds)
            say("      DS " + QByteArray::number(ds.data.tag) + ' ' +
                check::algorithmName(ds.data.algorithm).toUtf8() + ' ' +
                check::digestName(ds.data.digestType).toUtf8() + ' ' + wordOf(mail::word(ds.fit)) +
                (link.anchored ? " (trust anchor)" : ""));
        for (const check::ChainKey &key : link.keys)
            say("      DNSKEY " + QByteArray::number(key.tag) + ' ' +
                check::algorithmName(key.algorithm).toUtf8() + ' ' + QByteArray::number(key.bits) +
                " bits, flags " + QByteArray::number(key.flags) +
                (key.signs ? ", signs the keys" : ""));
        for (const check::ChainSignature &one : link.signatures)
            say("      " + wire::typeWord(one.covered) + " signed by " +
                QByteArray::number(one.tag) + " from " +
                one.inception.toString(Qt::ISODate).toUtf8() + " until " +
                one.expiration.toString(Qt::ISODate).toUtf8() + ": " +
                wordOf(mail::word(one.verdict)));
    }
}

void showDetails(const check::DomainReport &report)
{
    if (!report.spf.texts.isEmpty()) {
        say("  SPF, " + QByteArray::number(report.spf.lookups) +
            " lookups: " + printable(report.spf.texts.constFirst()));
        showTree(report.spf, 4);
    }
    const QList<check::DmarcRow> table = check::dmarcTable(report.dmarc);
    if (!table.isEmpty())
        say("  DMARC at " + report.dmarc.at + ": " + printable(report.dmarc.texts.constFirst()));
    for (const check::DmarcRow &row : table) {
        QByteArray line = "    SPF " + wordOf(mail::word(row.spf)) + ", DKIM " +
                          wordOf(mail::word(row.dkim)) + ": " +
                          (row.pass ? QByteArray("pass") : wordOf(mail::word(row.asked)));
        if (row.percent < 100)
            line += " for " + QByteArray::number(row.percent) + " %, " +
                    wordOf(mail::word(row.rest)) + " for the rest";
        say(line);
    }
    for (const check::MailHost &host : report.hosts) {
        QByteArray line =
            "  MX " + QByteArray::number(host.mx.preference) + ' ' + printable(host.mx.host);
        for (const wire::IpAddress &ip : host.addresses)
            line += ' ' + ip.text();
        say(line);
        for (const wire::TlsaData &tlsa : host.tlsa)
            say("    TLSA: " + check::tlsaWords(tlsa).toUtf8());
    }
    if (report.chain) {
        say("  DNSSEC");
        showChain(*report.chain);
    }
}

void showProposals(const QList<check::SectionState> &states)
{
    for (const check::SectionState &state : states) {
        for (const QByteArray &term : state.proposal.dropped)
            say("  leaves out: " + printable(term));
        for (const check::RecordToPublish &record : state.proposal.withdraw)
            say("  withdraw: " + printable(record.name.toUtf8()) + ' ' + record.type.toUtf8() +
                ' ' + printable(record.zoneText.toUtf8()));
        for (const check::RecordToPublish &record : state.proposal.publish)
            say("  publish: " + printable(record.name.toUtf8()) + ' ' + record.type.toUtf8() + ' ' +
                printable(record.zoneText.toUtf8()));
    }
}

void show(const check::DomainReport &report)
{
    say(printable(report.domain));
    QList<mail::Finding> findings = report.findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &a, const auto &b) { return a.severity > b.severity; });
    for (const mail::Finding &finding : std::as_const(findings))
        say("  " + wordOf(mail::word(finding.severity)) + ": " +
            printable(check::sentence(finding).toUtf8()) + " [" +
            finding.facts.value(QStringLiteral("reference")).toString().toUtf8() + ']');
    if (mail::worst(findings) == mail::Severity::Information)
        say("  fine: no errors, no warnings.");
}

// "25", "2525": nothing else is a port.
std::optional<int> portFrom(const QString &text)
{
    bool ok = false;
    const int port = text.toInt(&ok);
    if (!ok || port < 1 || port > 65535)
        return {};
    return port;
}

struct Looked
{
    check::DomainReport report;
    QList<check::SectionState> states;
};

} // namespace

int domains(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Checks what DNS and the mail hosts tell about the mail of domains."));
    parser.addHelpOption();
    addResolverOptions(parser);
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print a JSON array, one object a domain.")},
        {QStringLiteral("verbose"), QStringLiteral("Show the SPF tree, the DMARC table, the mail "
                                                   "hosts and the DNSSEC chain, too.")},
        {QStringLiteral("repair"),
         QStringLiteral("Tell which records would put the domain right.")},
        {QStringLiteral("selector"), QStringLiteral("A DKIM selector in use (repeatable)."),
         QStringLiteral("NAME")},
        {QStringLiteral("no-name-servers"),
         QStringLiteral("Do not ask the name servers of the zone themselves.")},
        {QStringLiteral("no-smtp"), QStringLiteral("Do not ask the mail hosts.")},
        {QStringLiteral("smtp-port"), QStringLiteral("Ask the mail hosts on this port."),
         QStringLiteral("PORT")},
        {QStringLiteral("ca-file"),
         QStringLiteral("Trust these certificate authorities (PEM) as well."),
         QStringLiteral("FILE")},
        {QStringLiteral("jobs"), QStringLiteral("Check so many domains at once."),
         QStringLiteral("N"), QStringLiteral("16")},
    });
    parser.addPositionalArgument(QStringLiteral("DOMAIN..."),
                                 QStringLiteral("The domains; @FILE: one a line."));
    int exit = Fine;
    if (!parsed(parser, arguments, &exit))
        return exit;
    QStringList names;
    for (const QString &name : parser.positionalArguments()) {
        if (!name.startsWith(u'@')) {
            names.append(name);
            continue;
        }
        const auto content = contentOf(name.mid(1));
        if (!content)
            return complain(content.error().detail);
        for (const QByteArray &line : content->split('\n'))
            if (!line.trimmed().isEmpty())
                names.append(QString::fromUtf8(line.trimmed()));
    }
    bool ok = false;
    const int jobs = parser.value(QStringLiteral("jobs")).toInt(&ok);
    if (!ok || jobs < 1 || jobs > 512)
        return complain(QStringLiteral("--jobs takes a number from 1 to 512."));
    if (names.isEmpty())
        return complain(QStringLiteral("no domain is given."));
    const auto asked = whomToAsk(parser);
    if (!asked)
        return complain(asked.error().detail);

    check::DomainCheck what;
    what.facts = asked->facts;
    for (const QString &selector : parser.values(QStringLiteral("selector")))
        what.selectors.append(selector.toUtf8());
    if (asked->settings && !parser.isSet(QStringLiteral("no-name-servers"))) {
        const auto servers = wire::NameServers::create(*asked->settings);
        if (!servers)
            return complain(servers.error().detail);
        what.nameServers = *servers;
    }
    if (asked->settings && !parser.isSet(QStringLiteral("no-smtp"))) {
        check::MxProbeSettings settings;
        settings.options.caFile = parser.value(QStringLiteral("ca-file"));
        settings.portIsTold = parser.isSet(QStringLiteral("smtp-port")) || what.facts.mxPort != 0;
        const auto port = portFrom(parser.value(QStringLiteral("smtp-port")));
        if (parser.isSet(QStringLiteral("smtp-port")) && !port)
            return complain(QStringLiteral("--smtp-port takes a port."));
        settings.port = port ? *port : what.facts.mxPort != 0 ? what.facts.mxPort : 25;
        what.prober = std::make_shared<check::MxProber>(settings);
    }

    // Side by side, shown in the order given, each as soon as it can be.
    std::mutex mutex;
    std::condition_variable ready;
    std::vector<std::optional<Looked>> looked(size_t(names.size()));
    QThreadPool pool;
    pool.setMaxThreadCount(jobs);
    for (qsizetype i = 0; i < names.size(); ++i)
        pool.start([&, i] {
            Progress progress;
            const QByteArray given = names[i].toUtf8();
            check::DomainCheck mine = what;
            mine.domain = check::spfDomain(given).value_or(given);
            Looked one;
            if (auto report = check::checkDomain(mine, *asked->resolver, progress))
                one.report = std::move(*report);
            check::RepairBasis basis;
            basis.facts = mine.facts;
            one.states = check::sectionStates(one.report, basis);
            const std::lock_guard lock(mutex);
            looked[size_t(i)] = std::move(one);
            ready.notify_all();
        });
    mail::Severity worst = mail::Severity::Information;
    QJsonArray list;
    for (auto &slot : looked) {
        std::unique_lock lock(mutex);
        ready.wait(lock, [&] { return slot.has_value(); });
        const Looked one = std::move(*slot);
        slot.emplace(); // a long list need not stay
        lock.unlock();
        worst = std::max(worst, mail::worst(one.report.findings));
        if (parser.isSet(QStringLiteral("json"))) {
            list.append(toJson(one.report, one.states));
            continue;
        }
        show(one.report);
        if (parser.isSet(QStringLiteral("verbose")))
            showDetails(one.report);
        if (parser.isSet(QStringLiteral("repair")))
            showProposals(one.states);
    }
    pool.waitForDone();
    if (parser.isSet(QStringLiteral("json")))
        say(QJsonDocument(list).toJson().trimmed());
    return worst == mail::Severity::Error     ? Errors
           : worst == mail::Severity::Warning ? Warnings
                                              : Fine;
}
