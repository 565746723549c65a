// SPDX-License-Identifier: GPL-3.0-or-later
// mailwright-check: the checks of Mailwright without a window. docs/man/mailwright-check.1 is its
// contract.
#include "app/check/dns/dkim.h"
#include "app/check/dns/domaincheck.h"
#include "app/check/dns/spf.h"
#include "app/wire/dns/unboundresolver.h"
#include "app/wire/dns/zoneresolver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>

namespace {

enum Exit
{
    Fine = 0,
    Unverified = 1, // dkim: no signature verifies
    Warnings = 1,   // domains: the worst finding
    Errors = 2,
    Wrong = 64 // what was asked cannot be done: wrong option, unreadable file
};

using Asker = std::shared_ptr<wire::Resolver>;

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
}

int complain(const QString &sentence)
{
    std::fprintf(stderr, "mailwright-check: %s\n", qPrintable(sentence));
    return Wrong;
}

void addResolverOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("zone"), QStringLiteral("Answer from this zone given as JSON data."),
         QStringLiteral("FILE")},
        {QStringLiteral("resolver"),
         QStringLiteral("Ask \"system\" (default), \"recursion\", or this server (repeatable)."),
         QStringLiteral("ADDRESS[:PORT]")},
        {QStringLiteral("trust-anchor"),
         QStringLiteral("Trust this DS or DNSKEY record instead of the root's (repeatable)."),
         QStringLiteral("RECORD")},
        {QStringLiteral("no-dnssec"), QStringLiteral("Do not validate answers.")},
        {QStringLiteral("timeout"), QStringLiteral("Give up a question after this time."),
         QStringLiteral("SECONDS"), QStringLiteral("10")},
    });
}

Result<Asker> makeResolver(const QCommandLineParser &parser)
{
    if (parser.isSet(QStringLiteral("zone"))) {
        QFile file(parser.value(QStringLiteral("zone")));
        if (!file.open(QIODevice::ReadOnly))
            return Error{Error::Kind::NotFound,
                         QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()),
                         {},
                         {},
                         0};
        const auto zone = wire::ZoneResolver::fromJson(file.readAll());
        if (!zone)
            return zone.error();
        return Asker(*zone);
    }
    wire::DnsSettings settings;
    settings.validate = !parser.isSet(QStringLiteral("no-dnssec"));
    for (const QString &text : parser.values(QStringLiteral("resolver"))) {
        if (text == QLatin1String("system")) {
            settings.way = wire::DnsSettings::Way::System;
        } else if (text == QLatin1String("recursion")) {
            settings.way = wire::DnsSettings::Way::Recursion;
        } else if (const auto server = wire::serverFromText(text.toUtf8())) {
            settings.way = wire::DnsSettings::Way::Servers;
            settings.servers.append(*server);
        } else {
            return Error::invalid(QStringLiteral("resolver"),
                                  QStringLiteral("--resolver %1: not an address.").arg(text));
        }
    }
    for (const QString &anchor : parser.values(QStringLiteral("trust-anchor")))
        settings.trustAnchors.append(anchor.toUtf8());
    bool ok = false;
    const double seconds = parser.value(QStringLiteral("timeout")).toDouble(&ok);
    if (!ok || seconds <= 0 || seconds > 3600)
        return Error::invalid(QStringLiteral("timeout"),
                              QStringLiteral("--timeout takes a number of seconds."));
    settings.timeoutMs = int(seconds * 1000);
    const auto resolver = wire::UnboundResolver::create(settings);
    if (!resolver)
        return resolver.error();
    return Asker(*resolver);
}

QByteArray withoutBrackets(const QString &address)
{
    QByteArray text = address.toUtf8();
    if (text.startsWith('<') && text.endsWith('>'))
        text = text.mid(1, text.size() - 2);
    return text;
}

// What is shown must not steer a terminal.
QByteArray printable(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text)
        out += uchar(c) < 0x20 || c == 0x7f ? '?' : c;
    return out;
}

// For --exit-code: pass is success, and no other result is mistaken for an error of the command.
int exitOf(check::SpfResult result)
{
    switch (result) {
    case check::SpfResult::Pass:
        return 0;
    case check::SpfResult::Fail:
        return 10;
    case check::SpfResult::SoftFail:
        return 11;
    case check::SpfResult::Neutral:
        return 12;
    case check::SpfResult::None:
        return 13;
    case check::SpfResult::TempError:
        return 14;
    case check::SpfResult::PermError:
        return 15;
    }
    return Wrong;
}

int spf(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Judges by SPF (RFC 7208) whether an address may send for a domain."));
    parser.addHelpOption();
    addResolverOptions(parser);
    parser.addOptions({
        {QStringLiteral("ip"), QStringLiteral("The address of the sending host."),
         QStringLiteral("IP")},
        {QStringLiteral("helo"), QStringLiteral("The name it said in HELO or EHLO."),
         QStringLiteral("NAME")},
        {QStringLiteral("mailfrom"),
         QStringLiteral("The envelope sender; empty: postmaster of the HELO name."),
         QStringLiteral("ADDRESS")},
        {QStringLiteral("receiver"), QStringLiteral("The name of the receiving host, for %{r}."),
         QStringLiteral("NAME")},
        {QStringLiteral("json"), QStringLiteral("Print everything known as JSON.")},
        {QStringLiteral("verbose"), QStringLiteral("Tell on standard error what decided.")},
        {QStringLiteral("exit-code"), QStringLiteral("Tell the result by the exit status, too.")},
    });
    if (!parser.parse(arguments))
        return complain(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        say(parser.helpText().toUtf8());
        return Fine;
    }
    const auto ip = wire::IpAddress::parse(parser.value(QStringLiteral("ip")).toUtf8());
    if (!ip)
        return complain(QStringLiteral("spf needs --ip with an IPv4 or IPv6 address."));
    if (!parser.isSet(QStringLiteral("helo")) && !parser.isSet(QStringLiteral("mailfrom")))
        return complain(QStringLiteral("spf needs --mailfrom, --helo or both."));
    if (!parser.positionalArguments().isEmpty())
        return complain(QStringLiteral("unexpected argument \"%1\".")
                            .arg(parser.positionalArguments().constFirst()));
    const auto resolver = makeResolver(parser);
    if (!resolver)
        return complain(resolver.error().detail);
    check::SpfQuery query;
    query.ip = *ip;
    query.helo = parser.value(QStringLiteral("helo")).toUtf8();
    query.mailFrom = withoutBrackets(parser.value(QStringLiteral("mailfrom")));
    query.receiver = parser.value(QStringLiteral("receiver")).toUtf8();
    query.time = QDateTime::currentSecsSinceEpoch();
    Progress progress;
    const auto outcome = check::checkHost(query, **resolver, progress);
    if (!outcome)
        return complain(outcome.error().detail);
    const QString word = mail::word(outcome->result);
    if (parser.isSet(QStringLiteral("json"))) {
        QJsonObject json{{QStringLiteral("result"), word},
                         {QStringLiteral("domain"), QString::fromUtf8(outcome->domain)},
                         {QStringLiteral("record"), QString::fromUtf8(outcome->record)},
                         {QStringLiteral("term"), QString::fromUtf8(outcome->term)},
                         {QStringLiteral("lookups"), outcome->lookups},
                         {QStringLiteral("voidLookups"), outcome->voidLookups},
                         {QStringLiteral("queries"), outcome->queries}};
        if (!outcome->reason.isEmpty()) {
            json.insert(QStringLiteral("reason"), outcome->reason);
            json.insert(QStringLiteral("reference"),
                        QStringLiteral("RFC 7208, section %1").arg(outcome->section));
        }
        if (outcome->explanation)
            json.insert(QStringLiteral("explanation"), QString::fromUtf8(*outcome->explanation));
        say(QJsonDocument(json).toJson().trimmed());
    } else {
        say(word.toLatin1());
        if (outcome->explanation)
            say(printable(*outcome->explanation));
    }
    if (parser.isSet(QStringLiteral("verbose"))) {
        if (!outcome->term.isEmpty())
            std::fprintf(stderr, "%s: %s\n", outcome->domain.constData(),
                         printable(outcome->term).constData());
        if (!outcome->reason.isEmpty())
            std::fprintf(stderr, "%s (RFC 7208, section %s)\n", qPrintable(outcome->reason),
                         qPrintable(outcome->section));
    }
    return parser.isSet(QStringLiteral("exit-code")) ? exitOf(outcome->result) : int(Fine);
}

QJsonObject toJson(const check::DkimSignature &signature)
{
    QJsonArray steps;
    for (const check::DkimStep &step : signature.steps)
        steps.append(QJsonObject{
            {QStringLiteral("verdict"),
             step.verdict == check::DkimStep::Verdict::Fine   ? QStringLiteral("fine")
             : step.verdict == check::DkimStep::Verdict::Note ? QStringLiteral("note")
                                                              : QStringLiteral("wrong")},
            {QStringLiteral("what"), step.what},
            {QStringLiteral("detail"), step.detail},
            {QStringLiteral("reference"), step.reference}});
    QJsonObject json{{QStringLiteral("result"), QString(mail::word(signature.result))},
                     {QStringLiteral("domain"), QString::fromUtf8(signature.domain)},
                     {QStringLiteral("selector"), QString::fromUtf8(signature.selector)},
                     {QStringLiteral("algorithm"), QString::fromUtf8(signature.algorithm)},
                     {QStringLiteral("identity"), QString::fromUtf8(signature.identity)},
                     {QStringLiteral("partial"), signature.partial},
                     {QStringLiteral("steps"), steps}};
    if (signature.key)
        json.insert(QStringLiteral("key"), QString::fromUtf8(signature.key->text));
    if (signature.answer)
        json.insert(QStringLiteral("server"), signature.answer->server);
    return json;
}

int dkim(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Verifies the DKIM signatures (RFC 6376) of a message, step by step."));
    parser.addHelpOption();
    addResolverOptions(parser);
    parser.addOption({QStringLiteral("json"), QStringLiteral("Print everything known as JSON.")});
    parser.addPositionalArgument(QStringLiteral("FILE.eml"),
                                 QStringLiteral("The message; - is standard input."));
    if (!parser.parse(arguments))
        return complain(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        say(parser.helpText().toUtf8());
        return Fine;
    }
    if (parser.positionalArguments().size() != 1)
        return complain(QStringLiteral("dkim needs one message."));
    const QString name = parser.positionalArguments().constFirst();
    QFile file(name);
    if (name == QLatin1String("-") ? !file.open(stdin, QIODevice::ReadOnly)
                                   : !file.open(QIODevice::ReadOnly))
        return complain(QStringLiteral("%1: %2").arg(name, file.errorString()));
    const QByteArray message = file.readAll();
    const auto resolver = makeResolver(parser);
    if (!resolver)
        return complain(resolver.error().detail);
    Progress progress;
    const auto signatures =
        check::verifyDkim(message, **resolver, progress, QDateTime::currentSecsSinceEpoch());
    if (!signatures)
        return complain(signatures.error().detail);
    bool passed = false;
    QJsonArray list;
    for (const check::DkimSignature &signature : *signatures) {
        passed = passed || signature.result == check::DkimResult::Pass;
        if (parser.isSet(QStringLiteral("json"))) {
            list.append(toJson(signature));
            continue;
        }
        say(QByteArray(mail::word(signature.result).latin1()) +
            " d=" + printable(signature.domain) + " s=" + printable(signature.selector) +
            " a=" + printable(signature.algorithm));
        for (const check::DkimStep &step : signature.steps)
            say((step.verdict == check::DkimStep::Verdict::Fine   ? "  + "
                 : step.verdict == check::DkimStep::Verdict::Note ? "  ! "
                                                                  : "  - ") +
                printable(step.detail.toUtf8()) + " (" + step.reference.toUtf8() + ')');
    }
    if (parser.isSet(QStringLiteral("json")))
        say(QJsonDocument(list).toJson().trimmed());
    else if (signatures->isEmpty())
        say("none");
    return passed ? Fine : Unverified;
}

QJsonObject toJson(const check::DomainReport &report)
{
    QJsonArray findings;
    for (const mail::Finding &finding : report.findings) {
        QJsonObject one = mail::toJson(finding);
        one.insert(QStringLiteral("sentence"), check::sentence(finding));
        findings.append(one);
    }
    QJsonArray selectors;
    for (const check::DkimFound &found : report.dkim)
        selectors.append(QString::fromUtf8(found.selector));
    QJsonObject json{{QStringLiteral("domain"), QString::fromUtf8(report.domain)},
                     {QStringLiteral("worst"), QString(mail::word(mail::worst(report.findings)))},
                     {QStringLiteral("selectors"), selectors},
                     {QStringLiteral("findings"), findings}};
    if (!report.spf.texts.isEmpty()) {
        json.insert(QStringLiteral("spf"), QString::fromUtf8(report.spf.texts.constFirst()));
        json.insert(QStringLiteral("spfLookups"), report.spf.lookups);
    }
    if (report.dmarc.record)
        json.insert(QStringLiteral("dmarc"), QString::fromUtf8(report.dmarc.record->text));
    return json;
}

void show(const check::DomainReport &report)
{
    say(printable(report.domain));
    QList<mail::Finding> findings = report.findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &a, const auto &b) { return a.severity > b.severity; });
    for (const mail::Finding &finding : std::as_const(findings))
        say("  " + QByteArray(mail::word(finding.severity).latin1()) + ": " +
            printable(check::sentence(finding).toUtf8()) + " [" +
            finding.facts.value(QStringLiteral("reference")).toString().toUtf8() + ']');
    if (mail::worst(findings) == mail::Severity::Information)
        say("  fine: no errors, no warnings.");
}

int domains(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Checks what DNS tells about the mail of domains."));
    parser.addHelpOption();
    addResolverOptions(parser);
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print a JSON array, one object a domain.")},
        {QStringLiteral("selector"), QStringLiteral("A DKIM selector in use (repeatable)."),
         QStringLiteral("NAME")},
        {QStringLiteral("jobs"), QStringLiteral("Check so many domains at once."),
         QStringLiteral("N"), QStringLiteral("16")},
    });
    parser.addPositionalArgument(QStringLiteral("DOMAIN..."), QStringLiteral("The domains."));
    if (!parser.parse(arguments))
        return complain(parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        say(parser.helpText().toUtf8());
        return Fine;
    }
    const QStringList names = parser.positionalArguments();
    bool ok = false;
    const int jobs = parser.value(QStringLiteral("jobs")).toInt(&ok);
    if (!ok || jobs < 1 || jobs > 512)
        return complain(QStringLiteral("--jobs takes a number from 1 to 512."));
    if (names.isEmpty())
        return complain(QStringLiteral("no domain is given."));
    const auto resolver = makeResolver(parser);
    if (!resolver)
        return complain(resolver.error().detail);
    QList<QByteArray> selectors;
    for (const QString &selector : parser.values(QStringLiteral("selector")))
        selectors.append(selector.toUtf8());

    // Side by side, shown in the order given, each as soon as it can be.
    std::mutex mutex;
    std::condition_variable ready;
    std::vector<std::optional<check::DomainReport>> reports(size_t(names.size()));
    QThreadPool pool;
    pool.setMaxThreadCount(jobs);
    for (qsizetype i = 0; i < names.size(); ++i)
        pool.start([&, i] {
            Progress progress;
            const QByteArray given = names[i].toUtf8();
            check::DomainCheck what;
            what.domain = check::spfDomain(given).value_or(given);
            what.selectors = selectors;
            auto report = check::checkDomain(what, **resolver, progress);
            const std::lock_guard lock(mutex);
            reports[size_t(i)] = report ? *report : check::DomainReport{};
            ready.notify_all();
        });
    mail::Severity worst = mail::Severity::Information;
    QJsonArray list;
    for (auto &slot : reports) {
        std::unique_lock lock(mutex);
        ready.wait(lock, [&] { return slot.has_value(); });
        worst = std::max(worst, mail::worst(slot->findings));
        if (parser.isSet(QStringLiteral("json")))
            list.append(toJson(*slot));
        else
            show(*slot);
        slot.emplace(); // a long list need not stay
    }
    pool.waitForDone();
    if (parser.isSet(QStringLiteral("json")))
        say(QJsonDocument(list).toJson().trimmed());
    return worst == mail::Severity::Error     ? Errors
           : worst == mail::Severity::Warning ? Warnings
                                              : Fine;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mailwright-check"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAILWRIGHT_VERSION));
    QStringList arguments = QCoreApplication::arguments();
    const QString command = arguments.value(1);
    if (command == QLatin1String("--version")) {
        say("mailwright-check " MAILWRIGHT_VERSION);
        return Fine;
    }
    if (command == QLatin1String("spf")) {
        arguments.removeAt(1);
        return spf(arguments);
    }
    if (command == QLatin1String("dkim")) {
        arguments.removeAt(1);
        return dkim(arguments);
    }
    const QByteArray usage =
        "Usage:\n"
        "  mailwright-check spf --ip IP [--helo NAME] [--mailfrom ADDRESS] [OPTIONS]\n"
        "  mailwright-check DOMAIN... [--selector NAME] [--json] [OPTIONS]\n"
        "  mailwright-check dkim FILE.eml [OPTIONS]\n"
        "  mailwright-check DOMAIN|spf|dkim --help\n"
        "  mailwright-check --version\n"
        "See mailwright-check(1).";
    if (command == QLatin1String("--help") || command == QLatin1String("-h")) {
        say(usage);
        return Fine;
    }
    if (!command.isEmpty())
        return domains(arguments);
    std::fprintf(stderr, "%s\n", usage.constData());
    return Wrong;
}
