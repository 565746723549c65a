// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/check/options.h"

#include "app/wire/dns/resolvers.h"
#include "app/wire/dns/zoneresolver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace {

// "home.example@127.0.0.1:5300"
std::optional<wire::DnsStub> stubFrom(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    const auto server = wire::serverFromText(text.mid(at + 1).toUtf8());
    const QByteArray zone = wire::canonicalName(text.left(at).toUtf8());
    if (at <= 0 || !server || !wire::isUsableName(zone))
        return {};
    return wire::DnsStub{zone, {*server}, {}};
}

Result<mail::DnsFacts> factsFrom(const QString &fileName)
{
    const auto content = contentOf(fileName);
    if (!content)
        return content.error();
    const QJsonDocument document = QJsonDocument::fromJson(*content);
    QJsonObject json = document.object();
    if (json.contains(QLatin1String("dns"))) // a service's capabilities as a whole
        json = json.value(QLatin1String("dns")).toObject();
    const auto facts = mail::read<mail::DnsFacts>(json);
    if (!document.isObject() || !facts)
        return Error::invalid(QStringLiteral("service"),
                              QStringLiteral("%1 does not hold the facts of a service.%2")
                                  .arg(fileName, facts ? QString() : u' ' + facts.error().detail));
    return facts;
}

} // namespace

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

QByteArray printable(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text)
        out += uchar(c) < 0x20 || c == 0x7f ? '?' : c;
    return out;
}

bool parsed(QCommandLineParser &parser, const QStringList &arguments, int *exit)
{
    if (!parser.parse(arguments)) {
        *exit = complain(parser.errorText());
        return false;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        say(parser.helpText().toUtf8());
        *exit = Fine;
        return false;
    }
    return true;
}

Result<QByteArray> contentOf(const QString &fileName)
{
    QFile file(fileName);
    if (fileName == QLatin1String("-") ? !file.open(stdin, QIODevice::ReadOnly)
                                       : !file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound,
                     QStringLiteral("%1: %2").arg(fileName, file.errorString()),
                     {},
                     {},
                     0};
    return file.readAll();
}

void addResolverOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("zone"), QStringLiteral("Answer from this zone given as JSON data."),
         QStringLiteral("FILE")},
        {QStringLiteral("resolver"),
         QStringLiteral("Ask \"system\" (default), \"recursion\", or this server (repeatable)."),
         QStringLiteral("ADDRESS[:PORT]")},
        {QStringLiteral("stub"),
         QStringLiteral("Ask this server about this zone and all below it (repeatable)."),
         QStringLiteral("ZONE@ADDRESS[:PORT]")},
        {QStringLiteral("service"),
         QStringLiteral("The facts of the mail service whose domains these are, as JSON."),
         QStringLiteral("FILE")},
        {QStringLiteral("trust-anchor"),
         QStringLiteral("Trust this DS or DNSKEY record instead of the root's (repeatable)."),
         QStringLiteral("RECORD")},
        {QStringLiteral("no-dnssec"), QStringLiteral("Do not validate answers.")},
        {QStringLiteral("timeout"), QStringLiteral("Give up a question after this time."),
         QStringLiteral("SECONDS"), QStringLiteral("10")},
    });
}

Result<Asked> whomToAsk(const QCommandLineParser &parser)
{
    Asked out;
    if (parser.isSet(QStringLiteral("service"))) {
        const auto facts = factsFrom(parser.value(QStringLiteral("service")));
        if (!facts)
            return facts.error();
        out.facts = *facts;
    }
    if (parser.isSet(QStringLiteral("zone"))) {
        const auto content = contentOf(parser.value(QStringLiteral("zone")));
        if (!content)
            return content.error();
        const auto zone = wire::ZoneResolver::fromJson(*content);
        if (!zone)
            return zone.error();
        out.resolver = *zone;
        return out;
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
    for (const QString &text : parser.values(QStringLiteral("stub"))) {
        const auto stub = stubFrom(text);
        if (!stub)
            return Error::invalid(
                QStringLiteral("stub"),
                QStringLiteral("--stub %1: not a zone, an @ and an address.").arg(text));
        const auto known =
            std::find_if(settings.stubs.begin(), settings.stubs.end(),
                         [&](const wire::DnsStub &other) { return other.zone == stub->zone; });
        if (known == settings.stubs.end())
            settings.stubs.append(*stub);
        else
            known->servers += stub->servers;
    }
    // An anchor at or above a stub is for that stub; the root's keys stay trusted for the rest.
    for (const QString &text : parser.values(QStringLiteral("trust-anchor"))) {
        const QByteArray anchor = text.simplified().toUtf8();
        const QByteArray owner = wire::canonicalName(anchor.left(anchor.indexOf(' ')));
        bool taken = false;
        for (wire::DnsStub &stub : settings.stubs)
            if (!owner.isEmpty() && wire::isSameOrBelow(stub.zone, owner)) {
                stub.trustAnchors.append(anchor);
                taken = true;
            }
        if (!taken)
            settings.trustAnchors.append(anchor);
    }
    bool ok = false;
    const double seconds = parser.value(QStringLiteral("timeout")).toDouble(&ok);
    if (!ok || seconds <= 0 || seconds > 3600)
        return Error::invalid(QStringLiteral("timeout"),
                              QStringLiteral("--timeout takes a number of seconds."));
    settings.timeoutMs = int(seconds * 1000);
    const auto whole = wire::settingsFor(settings, {out.facts});
    if (!whole)
        return whole.error();
    const auto resolver = wire::makeResolver(*whole);
    if (!resolver)
        return resolver.error();
    out.resolver = *resolver;
    out.settings = *whole;
    return out;
}
