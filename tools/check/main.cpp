// SPDX-License-Identifier: GPL-3.0-or-later
// mailwright-check: the checks of Mailwright without a window. docs/man/mailwright-check.1 is its
// contract.
#include "tools/check/domains.h"
#include "tools/check/json.h"
#include "tools/check/options.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>
#include <exception>

namespace {

QByteArray withoutBrackets(const QString &address)
{
    QByteArray text = address.toUtf8();
    if (text.startsWith('<') && text.endsWith('>'))
        text = text.mid(1, text.size() - 2);
    return text;
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

void addSenderOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("ip"), QStringLiteral("The address of the sending host."),
         QStringLiteral("IP")},
        {QStringLiteral("helo"), QStringLiteral("The name it said in HELO or EHLO."),
         QStringLiteral("NAME")},
        {QStringLiteral("mailfrom"),
         QStringLiteral("The envelope sender; empty: postmaster of the HELO name."),
         QStringLiteral("ADDRESS")},
    });
}

int spf(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Judges by SPF (RFC 7208) whether an address may send for a domain."));
    parser.addHelpOption();
    addResolverOptions(parser);
    addSenderOptions(parser);
    parser.addOptions({
        {QStringLiteral("receiver"), QStringLiteral("The name of the receiving host, for %{r}."),
         QStringLiteral("NAME")},
        {QStringLiteral("json"), QStringLiteral("Print everything known as JSON.")},
        {QStringLiteral("verbose"), QStringLiteral("Tell on standard error what decided.")},
        {QStringLiteral("exit-code"), QStringLiteral("Tell the result by the exit status, too.")},
    });
    int exit = Fine;
    if (!parsed(parser, arguments, &exit))
        return exit;
    const auto ip = wire::IpAddress::parse(parser.value(QStringLiteral("ip")).toUtf8());
    if (!ip)
        return complain(QStringLiteral("spf needs --ip with an IPv4 or IPv6 address."));
    if (!parser.isSet(QStringLiteral("helo")) && !parser.isSet(QStringLiteral("mailfrom")))
        return complain(QStringLiteral("spf needs --mailfrom, --helo or both."));
    if (!parser.positionalArguments().isEmpty())
        return complain(QStringLiteral("unexpected argument \"%1\".")
                            .arg(parser.positionalArguments().constFirst()));
    const auto asked = whomToAsk(parser);
    if (!asked)
        return complain(asked.error().detail);
    check::SpfQuery query;
    query.ip = *ip;
    query.helo = parser.value(QStringLiteral("helo")).toUtf8();
    query.mailFrom = withoutBrackets(parser.value(QStringLiteral("mailfrom")));
    query.receiver = parser.value(QStringLiteral("receiver")).toUtf8();
    query.time = QDateTime::currentSecsSinceEpoch();
    Progress progress;
    const auto outcome = check::checkHost(query, *asked->resolver, progress);
    if (!outcome)
        return complain(outcome.error().detail);
    if (parser.isSet(QStringLiteral("json"))) {
        say(QJsonDocument(toJson(*outcome)).toJson().trimmed());
    } else {
        say(QByteArray(mail::word(outcome->result).latin1()));
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

void show(const check::DkimSignature &signature)
{
    say(QByteArray(mail::word(signature.result).latin1()) + " d=" + printable(signature.domain) +
        " s=" + printable(signature.selector) + " a=" + printable(signature.algorithm));
    for (const check::DkimStep &step : signature.steps)
        say((step.verdict == check::DkimStep::Verdict::Fine   ? "  + "
             : step.verdict == check::DkimStep::Verdict::Note ? "  ! "
                                                              : "  - ") +
            printable(step.detail.toUtf8()) + " (" + step.reference.toUtf8() + ')');
}

void showPolicy(const check::MessageReport &report)
{
    if (report.spf)
        say("spf: " + QByteArray(mail::word(report.spf->result).latin1()) + " for " +
            printable(report.spfDomain));
    if (report.fromDomains.size() != 1) {
        say("dmarc: not judged, the From field must hold one domain");
        return;
    }
    const QByteArray from = printable(report.fromDomains.constFirst());
    if (!report.effect.applies)
        say("dmarc: " + from + " has no policy");
    else if (report.effect.pass)
        say("dmarc: pass for " + from + (report.effect.dkimAligned ? " by dkim" : " by spf"));
    else
        say("dmarc: fail for " + from + ", asked is " +
            mail::word(report.effect.disposition).latin1());
}

int dkim(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Verifies the DKIM signatures (RFC 6376) of a message, step by step."));
    parser.addHelpOption();
    addResolverOptions(parser);
    addSenderOptions(parser);
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("Print everything known as JSON.")},
        {QStringLiteral("dmarc"), QStringLiteral("Tell what the DMARC policy of its sender asks "
                                                 "for; with --ip SPF counts, too.")},
    });
    parser.addPositionalArgument(QStringLiteral("FILE.eml"),
                                 QStringLiteral("The message; - is standard input."));
    int exit = Fine;
    if (!parsed(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1)
        return complain(QStringLiteral("dkim needs one message."));
    const auto message = contentOf(parser.positionalArguments().constFirst());
    if (!message)
        return complain(message.error().detail);
    check::MessageOrigin origin;
    if (parser.isSet(QStringLiteral("ip"))) {
        origin.ip = wire::IpAddress::parse(parser.value(QStringLiteral("ip")).toUtf8());
        if (!origin.ip)
            return complain(QStringLiteral("--ip takes an IPv4 or IPv6 address."));
    }
    origin.helo = parser.value(QStringLiteral("helo")).toUtf8();
    origin.mailFrom = withoutBrackets(parser.value(QStringLiteral("mailfrom")));
    const auto asked = whomToAsk(parser);
    if (!asked)
        return complain(asked.error().detail);
    Progress progress;
    const auto report = check::judgeMessage(*message, origin, *asked->resolver, progress,
                                            QDateTime::currentSecsSinceEpoch());
    if (!report)
        return complain(report.error().detail);
    if (parser.isSet(QStringLiteral("json"))) {
        say(QJsonDocument(toJson(*report)).toJson().trimmed());
    } else {
        for (const check::DkimSignature &signature : report->signatures)
            show(signature);
        if (report->signatures.isEmpty())
            say("none");
        if (parser.isSet(QStringLiteral("dmarc")))
            showPolicy(*report);
    }
    const bool passed = std::any_of(report->signatures.cbegin(), report->signatures.cend(),
                                    [](const check::DkimSignature &signature) {
                                        return signature.result == check::DkimResult::Pass;
                                    });
    return passed ? Fine : Unverified;
}

} // namespace

int main(int argc, char **argv)
try {
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
        "  mailwright-check DOMAIN... [--selector NAME] [--verbose] [--json] [OPTIONS]\n"
        "  mailwright-check spf --ip IP [--helo NAME] [--mailfrom ADDRESS] [OPTIONS]\n"
        "  mailwright-check dkim FILE.eml [--dmarc] [OPTIONS]\n"
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
} catch (const std::exception &e) { // no memory, say
    std::fprintf(stderr, "mailwright-check: %s\n", e.what());
    return Wrong;
}
