// SPDX-License-Identifier: GPL-3.0-or-later
// Published, but not yet seen everywhere (S-67): the zone's own name servers against each other and
// against what is answered here.
#include "app/check/dns/look.h"
#include "app/wire/dns/zonetext.h"

#include <QJsonArray>

namespace check {

namespace {

using mail::Severity;
using wire::RecordType;

struct Subject
{
    const char *behind; // the code when only what is kept here is old
    const char *differ; // when the name servers do not agree
    const char *reference;
    wire::DnsQuestion question;
    bool (*counts)(const wire::DnsRecord &);
};

bool isSpf(const wire::DnsRecord &record) { return isSpfText(record.txt()); }
bool isDmarc(const wire::DnsRecord &record) { return isDmarcText(record.txt()); }
bool isAny(const wire::DnsRecord &) { return true; }

QStringList valuesOf(const wire::DnsAnswer &answer, const Subject &subject)
{
    QStringList values;
    for (const wire::DnsRecord &record : answer.records)
        if (subject.counts(record))
            values.append(wire::targetOf(record));
    values.sort();
    return values;
}

// RFC 1982
bool isNewer(quint32 a, quint32 b) { return qint32(a - b) > 0; }

// The server that has the newest zone and answers this question; -1 = none does.
qsizetype newest(const QList<wire::ServerSaid> &said, qsizetype question)
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < said.size(); ++i) {
        if (!said[i].answers[question])
            continue;
        if (best < 0 ||
            (said[i].serial && said[best].serial && isNewer(*said[i].serial, *said[best].serial)))
            best = i;
    }
    return best;
}

QString oneText(const QStringList &values)
{
    return values.isEmpty() ? QStringLiteral("–") : values.join(QLatin1String(" | "));
}

// Others that do not say what the newest one says; the finding, when there are any.
void compare(Look &look, const Subject &subject, const QList<wire::ServerSaid> &said,
             qsizetype question)
{
    const qsizetype best = newest(said, question);
    if (best < 0)
        return;
    const wire::DnsAnswer &truth = *said[best].answers[question];
    const QStringList now = valuesOf(truth, subject);
    QJsonArray servers;
    QStringList where;
    QStringList old;
    quint32 ttl = 0;
    const auto tell = [&](const QString &who, const wire::DnsAnswer &answer) {
        const QStringList values = valuesOf(answer, subject);
        servers.append(QJsonObject{{QStringLiteral("server"), who},
                                   {QStringLiteral("value"), oneText(values)},
                                   {QStringLiteral("ttl"), qint64(answer.ttl)}});
        if (values == now)
            return false;
        where.append(who);
        if (!old.contains(oneText(values)))
            old.append(oneText(values));
        return true;
    };
    bool theyDiffer = false;
    for (const wire::ServerSaid &one : said)
        if (one.answers[question])
            theyDiffer = tell(one.who.text(), *one.answers[question]) || theyDiffer;
    const auto here =
        look.resolver.query(subject.question.name, subject.question.type, look.progress);
    if (!here || here->security == wire::DnsSecurity::Bogus)
        return; // that is the thing to say, and it is said
    const bool behind = tell(here->server, *here);
    if (behind)
        ttl = here->ttl;
    if (!theyDiffer && !behind)
        return;
    // Until everybody has it the old one counts, too: no matter where that was in order.
    const bool wasFine = !valuesOf(*here, subject).isEmpty();
    look.add(theyDiffer || !wasFine ? Severity::Warning : Severity::Information,
             theyDiffer ? subject.differ : subject.behind, subject.reference,
             {{QStringLiteral("zone"), QString::fromUtf8(look.report.zone)},
              {QStringLiteral("name"), QString::fromUtf8(subject.question.name)},
              {QStringLiteral("record"), oneText(now)},
              {QStringLiteral("old"), old.join(QLatin1String(" | "))},
              {QStringLiteral("where"), where.join(QLatin1String(", "))},
              {QStringLiteral("server"), said[best].who.text()},
              {QStringLiteral("servers"), servers},
              {QStringLiteral("ttl"), qint64(ttl)},
              {QStringLiteral("minutes"), qint64((ttl + 59) / 60)}});
    wire::DnsAnswer answer = truth;
    answer.security = here->security;
    look.resolver.put(answer);
}

void tellSilence(Look &look, const QList<wire::ServerSaid> &said)
{
    QList<const wire::ServerSaid *> silent;
    for (const wire::ServerSaid &one : said)
        if (std::none_of(one.answers.cbegin(), one.answers.cend(),
                         [](const auto &answer) { return answer.has_value(); }))
            silent.append(&one);
    if (silent.isEmpty())
        return;
    const auto facts = [&](const wire::ServerSaid &one) {
        const QString zone = QString::fromUtf8(look.report.zone);
        return QJsonObject{{QStringLiteral("zone"), zone},
                           {QStringLiteral("where"), one.who.text()},
                           {QStringLiteral("reason"), one.answers.constFirst().error().detail}};
    };
    // none at all: the network may forbid asking them
    if (silent.size() == said.size()) {
        look.add(Severity::Information, "ns-not-asked", "RFC 1035, section 4.2",
                 facts(*silent.constFirst()));
        return;
    }
    for (const wire::ServerSaid *one : std::as_const(silent))
        look.add(Severity::Warning,
                 one->answers.constFirst().error().code == u"lame" ? "ns-lame" : "ns-silent",
                 "RFC 1912, section 2.8", facts(*one));
}

} // namespace

void lookAtNameServers(Look &look)
{
    if (!look.what.nameServers)
        return;
    const QByteArray &domain = look.report.domain;
    const auto zone = look.what.nameServers->of(domain, look.progress);
    if (!zone) {
        if (zone.error().kind == Error::Kind::Cancelled)
            look.cancel();
        return; // the look itself tells what it cannot find
    }
    look.report.zone = zone->zone;
    look.report.nameServers = zone->hosts;
    if (zone->servers.isEmpty())
        return;
    QList<Subject> subjects{{"spf-not-everywhere",
                             "spf-servers-differ",
                             "RFC 7208, section 4.4",
                             {domain, RecordType::TXT},
                             isSpf},
                            {"dmarc-not-everywhere",
                             "dmarc-servers-differ",
                             "RFC 7489, section 6.6.3",
                             {"_dmarc." + domain, RecordType::TXT},
                             isDmarc},
                            {"mx-not-everywhere",
                             "mx-servers-differ",
                             "RFC 5321, section 5.1",
                             {domain, RecordType::MX},
                             isAny}};
    for (const QByteArray &selector : look.knownSelectors())
        subjects.append({"dkim-not-everywhere",
                         "dkim-servers-differ",
                         "RFC 6376, section 3.6.2",
                         {selector + "._domainkey." + domain, RecordType::TXT},
                         isAny});
    QList<wire::DnsQuestion> questions;
    for (const Subject &subject : std::as_const(subjects))
        questions.append(subject.question);
    const QList<wire::ServerSaid> said =
        look.what.nameServers->ask(*zone, questions, look.progress);
    if (look.cancelled())
        return;
    tellSilence(look, said);
    for (qsizetype i = 0; i < subjects.size(); ++i)
        compare(look, subjects[i], said, i);
}

} // namespace check
