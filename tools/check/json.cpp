// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/check/json.h"

#include "app/check/dns/certificate.h"
#include "app/check/dns/snapshot.h"
#include "app/mail/json.h"

#include <QJsonArray>

namespace {

QString utf(const QByteArray &text) { return QString::fromUtf8(text); }

QJsonArray strings(const QList<QByteArray> &texts)
{
    QJsonArray out;
    for (const QByteArray &text : texts)
        out.append(utf(text));
    return out;
}

QLatin1String word(check::Section section)
{
    switch (section) {
    case check::Section::Spf:
        return QLatin1String("spf");
    case check::Section::Dkim:
        return QLatin1String("dkim");
    case check::Section::Dmarc:
        return QLatin1String("dmarc");
    case check::Section::Reach:
        return QLatin1String("reach");
    case check::Section::Dnssec:
        return QLatin1String("dnssec");
    case check::Section::Dane:
        return QLatin1String("dane");
    case check::Section::Other:
        break;
    }
    return QLatin1String("other");
}

QJsonArray toJson(const QList<check::RecordToPublish> &records)
{
    QJsonArray out;
    for (const check::RecordToPublish &record : records)
        out.append(QJsonObject{{QStringLiteral("name"), record.name},
                               {QStringLiteral("type"), record.type},
                               {QStringLiteral("value"), record.value},
                               {QStringLiteral("zoneText"), record.zoneText},
                               {QStringLiteral("ttl"), record.ttl}});
    return out;
}

QJsonObject toJson(const check::MailHost &host)
{
    QJsonArray addresses;
    for (const wire::IpAddress &ip : host.addresses)
        addresses.append(QString::fromLatin1(ip.text()));
    QJsonArray tlsa;
    for (const wire::TlsaData &one : host.tlsa) {
        const wire::DnsRecord record{{}, wire::RecordType::TLSA, 0, one};
        tlsa.append(QJsonObject{{QStringLiteral("record"), utf(record.dataText())},
                                {QStringLiteral("words"), check::tlsaWords(one)}});
    }
    QJsonObject out{{QStringLiteral("host"), utf(host.mx.host)},
                    {QStringLiteral("preference"), host.mx.preference},
                    {QStringLiteral("addresses"), addresses},
                    {QStringLiteral("tlsa"), tlsa},
                    {QStringLiteral("tlsaCounts"), host.tlsaSecure}};
    if (!host.greeting)
        return out;
    if (!*host.greeting) {
        out.insert(QStringLiteral("smtp"),
                   QJsonObject{{QStringLiteral("reason"), host.greeting->error().detail}});
        return out;
    }
    const wire::SmtpGreeting &said = **host.greeting;
    QJsonArray chain;
    for (const QByteArray &der : said.certificates)
        if (const auto facts = check::certificateFacts(der))
            chain.append(
                QJsonObject{{QStringLiteral("subject"), facts->subject},
                            {QStringLiteral("issuer"), facts->issuer},
                            {QStringLiteral("names"), QJsonArray::fromStringList(facts->names)},
                            {QStringLiteral("from"), facts->from.toString(Qt::ISODate)},
                            {QStringLiteral("until"), facts->until.toString(Qt::ISODate)}});
    out.insert(QStringLiteral("smtp"), QJsonObject{{QStringLiteral("address"), said.address},
                                                   {QStringLiteral("code"), said.code},
                                                   {QStringLiteral("banner"), said.banner},
                                                   {QStringLiteral("starttls"), said.offersTls},
                                                   {QStringLiteral("tls"), said.tlsVersion},
                                                   {QStringLiteral("cipher"), said.cipher},
                                                   {QStringLiteral("certificates"), chain}});
    return out;
}

QJsonObject toJson(const check::DmarcFound &found)
{
    QJsonObject out{{QStringLiteral("at"), utf(found.at)},
                    {QStringLiteral("organisational"), utf(found.organisational)},
                    {QStringLiteral("records"), strings(found.texts)}};
    QJsonArray table;
    for (const check::DmarcRow &row : check::dmarcTable(found))
        table.append(QJsonObject{{QStringLiteral("spf"), QString(mail::word(row.spf))},
                                 {QStringLiteral("dkim"), QString(mail::word(row.dkim))},
                                 {QStringLiteral("pass"), row.pass},
                                 {QStringLiteral("asked"), QString(mail::word(row.asked))},
                                 {QStringLiteral("percent"), row.percent},
                                 {QStringLiteral("rest"), QString(mail::word(row.rest))}});
    out.insert(QStringLiteral("effect"), table);
    return out;
}

} // namespace

QJsonObject toJson(const check::SpfOutcome &outcome)
{
    QJsonObject json{{QStringLiteral("result"), QString(mail::word(outcome.result))},
                     {QStringLiteral("domain"), utf(outcome.domain)},
                     {QStringLiteral("record"), utf(outcome.record)},
                     {QStringLiteral("term"), utf(outcome.term)},
                     {QStringLiteral("lookups"), outcome.lookups},
                     {QStringLiteral("voidLookups"), outcome.voidLookups},
                     {QStringLiteral("queries"), outcome.queries}};
    if (!outcome.reason.isEmpty()) {
        json.insert(QStringLiteral("reason"), outcome.reason);
        json.insert(QStringLiteral("reference"),
                    QStringLiteral("RFC 7208, section %1").arg(outcome.section));
    }
    if (outcome.explanation)
        json.insert(QStringLiteral("explanation"), utf(*outcome.explanation));
    return json;
}

QJsonObject toJson(const check::SpfNode &node)
{
    QJsonArray terms;
    for (const check::SpfBranch &branch : node.branches) {
        QJsonObject term{{QStringLiteral("term"), utf(branch.term.text)},
                         {QStringLiteral("lookups"), branch.lookups}};
        QJsonArray networks;
        for (const check::SpfNetwork &network : branch.networks)
            networks.append(QString::fromLatin1(network.text()));
        if (!networks.isEmpty())
            term.insert(QStringLiteral("networks"), networks);
        if (branch.dead)
            term.insert(QStringLiteral("deadBecause"), utf(branch.because));
        if (!branch.problem.isEmpty())
            term.insert(QStringLiteral("problem"), branch.problem);
        if (branch.child)
            term.insert(QStringLiteral("leadsTo"), toJson(*branch.child));
        terms.append(term);
    }
    QJsonObject out{{QStringLiteral("domain"), utf(node.domain)},
                    {QStringLiteral("records"), strings(node.texts)},
                    {QStringLiteral("lookups"), node.lookups},
                    {QStringLiteral("voidLookups"), node.voidLookups},
                    {QStringLiteral("terms"), terms}};
    if (!node.problem.isEmpty())
        out.insert(QStringLiteral("problem"), node.problem);
    return out;
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
                     {QStringLiteral("domain"), utf(signature.domain)},
                     {QStringLiteral("selector"), utf(signature.selector)},
                     {QStringLiteral("algorithm"), utf(signature.algorithm)},
                     {QStringLiteral("identity"), utf(signature.identity)},
                     {QStringLiteral("partial"), signature.partial},
                     {QStringLiteral("steps"), steps}};
    if (signature.key)
        json.insert(QStringLiteral("key"), utf(signature.key->text));
    if (signature.answer)
        json.insert(QStringLiteral("server"), signature.answer->server);
    return json;
}

QJsonObject toJson(const check::DnssecChain &chain)
{
    QJsonArray links;
    for (const check::ChainLink &link : chain.links) {
        QJsonArray ds;
        for (const check::ChainDs &one : link.ds)
            ds.append(
                QJsonObject{{QStringLiteral("tag"), one.data.tag},
                            {QStringLiteral("algorithm"), check::algorithmName(one.data.algorithm)},
                            {QStringLiteral("digest"), check::digestName(one.data.digestType)},
                            {QStringLiteral("fit"), QString(mail::word(one.fit))}});
        QJsonArray keys;
        for (const check::ChainKey &key : link.keys)
            keys.append(
                QJsonObject{{QStringLiteral("tag"), key.tag},
                            {QStringLiteral("flags"), key.flags},
                            {QStringLiteral("algorithm"), check::algorithmName(key.algorithm)},
                            {QStringLiteral("bits"), key.bits},
                            {QStringLiteral("named"), key.named},
                            {QStringLiteral("signs"), key.signs}});
        QJsonArray signatures;
        for (const check::ChainSignature &one : link.signatures)
            signatures.append(QJsonObject{
                {QStringLiteral("over"), QString::fromLatin1(wire::typeWord(one.covered))},
                {QStringLiteral("tag"), one.tag},
                {QStringLiteral("by"), utf(one.signer)},
                {QStringLiteral("from"), one.inception.toString(Qt::ISODate)},
                {QStringLiteral("until"), one.expiration.toString(Qt::ISODate)},
                {QStringLiteral("verdict"), QString(mail::word(one.verdict))}});
        links.append(QJsonObject{
            {QStringLiteral("zone"), link.zone.isEmpty() ? QStringLiteral(".") : utf(link.zone)},
            {QStringLiteral("anchored"), link.anchored},
            {QStringLiteral("security"), QString(mail::word(link.security))},
            {QStringLiteral("break"), QString(mail::word(link.why))},
            {QStringLiteral("ds"), ds},
            {QStringLiteral("keys"), keys},
            {QStringLiteral("signatures"), signatures}});
    }
    return {{QStringLiteral("security"), QString(mail::word(chain.security))},
            {QStringLiteral("links"), links}};
}

QJsonObject toJson(const check::MessageReport &report)
{
    QJsonArray signatures;
    for (const check::DkimSignature &signature : report.signatures)
        signatures.append(toJson(signature));
    QJsonObject out{{QStringLiteral("signatures"), signatures},
                    {QStringLiteral("from"), strings(report.fromDomains)}};
    if (report.spf)
        out.insert(QStringLiteral("spf"), toJson(*report.spf));
    if (report.dmarc)
        out.insert(
            QStringLiteral("dmarc"),
            QJsonObject{{QStringLiteral("at"), utf(report.dmarc->at)},
                        {QStringLiteral("applies"), report.effect.applies},
                        {QStringLiteral("pass"), report.effect.pass},
                        {QStringLiteral("spfAligned"), report.effect.spfAligned},
                        {QStringLiteral("dkimAligned"), report.effect.dkimAligned},
                        {QStringLiteral("asked"), QString(mail::word(report.effect.disposition))}});
    return out;
}

QJsonObject toJson(const check::DomainReport &report, const QList<check::SectionState> &states)
{
    QJsonArray findings;
    for (const mail::Finding &finding : report.findings) {
        QJsonObject one = mail::toJson(finding);
        one.insert(QStringLiteral("sentence"), check::sentence(finding));
        findings.append(one);
    }
    QJsonArray sections;
    for (const check::SectionState &state : states)
        sections.append(
            QJsonObject{{QStringLiteral("section"), word(state.section)},
                        {QStringLiteral("severity"), QString(mail::word(state.severity))},
                        {QStringLiteral("present"), state.present},
                        {QStringLiteral("summary"), state.summary},
                        {QStringLiteral("publish"), toJson(state.proposal.publish)},
                        {QStringLiteral("withdraw"), toJson(state.proposal.withdraw)}});
    QJsonArray selectors;
    for (const check::DkimFound &found : report.dkim)
        if (const QString name = utf(found.selector); !selectors.contains(name))
            selectors.append(name);
    QJsonArray hosts;
    for (const check::MailHost &host : report.hosts)
        hosts.append(toJson(host));
    const mail::SecuritySnapshot seen = check::snapshotOf(report, QDateTime::currentDateTimeUtc());
    QJsonObject json{
        {QStringLiteral("domain"), utf(report.domain)},
        {QStringLiteral("worst"), QString(mail::word(mail::worst(report.findings)))},
        {QStringLiteral("dnssec"), QString(mail::word(report.security))},
        {QStringLiteral("zone"), utf(report.zone)},
        {QStringLiteral("nameServers"), strings(report.nameServers)},
        {QStringLiteral("selectors"), selectors},
        {QStringLiteral("spf"), toJson(report.spf)},
        {QStringLiteral("dmarc"), toJson(report.dmarc)},
        {QStringLiteral("mailHosts"), hosts},
        {QStringLiteral("sections"), sections},
        {QStringLiteral("findings"), findings},
        {QStringLiteral("records"), mail::toJson(seen).value(QLatin1String("records")).toArray()}};
    if (report.chain)
        json.insert(QStringLiteral("chain"), toJson(*report.chain));
    return json;
}
