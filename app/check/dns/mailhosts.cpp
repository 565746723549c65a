// SPDX-License-Identifier: GPL-3.0-or-later
// Where the mail of a domain goes: MX, the hosts' addresses and names, TLSA.
#include "app/check/dns/look.h"

namespace check {

namespace {

using mail::Severity;
using wire::RecordType;

// Only of interest where the same host also sends; hence never more than information.
void lookAtPointers(Look &look, const MailHost &host)
{
    const QList<wire::IpAddress> &ips = host.addresses;
    QList<wire::DnsQuestion> questions;
    for (const wire::IpAddress &ip : ips)
        questions.append({ip.reverseName(), RecordType::PTR});
    const auto answers = look.askAll(questions, false);
    for (qsizetype i = 0; i < ips.size(); ++i) {
        QJsonObject facts = Look::evidence(answers[i]);
        facts.insert(QStringLiteral("host"), QString::fromUtf8(host.mx.host));
        facts.insert(QStringLiteral("address"), QString::fromLatin1(ips[i].text()));
        if (!answers[i])
            continue;
        if (answers[i]->records.isEmpty()) {
            look.add(Severity::Information, "ptr-none", "RFC 1912, section 2.1", facts);
            continue;
        }
        bool back = false;
        for (const wire::DnsRecord &record : answers[i]->records)
            if (const auto *name = record.as<wire::NameData>()) {
                const auto forward =
                    look.ask(*name, ips[i].v6 ? RecordType::AAAA : RecordType::A, false);
                if (!forward)
                    back = true; // not known to be wrong
                else
                    for (const wire::DnsRecord &address : forward->records)
                        back = back || (address.as<wire::IpAddress>() &&
                                        *address.as<wire::IpAddress>() == ips[i]);
            }
        if (!back)
            look.add(Severity::Information, "ptr-mismatch", "RFC 1912, section 2.1", facts);
    }
}

void lookAtTlsa(Look &look, MailHost &host)
{
    const QByteArray name = "_25._tcp." + host.mx.host;
    const auto answer = look.ask(name, RecordType::TLSA);
    QJsonObject facts = Look::evidence(answer);
    facts.insert(QStringLiteral("host"), QString::fromUtf8(host.mx.host));
    facts.insert(QStringLiteral("name"), QString::fromUtf8(name));
    if (!answer) {
        // a failing answer keeps DANE senders from delivering (RFC 7672, 2.1.2)
        look.add(Severity::Warning, "tlsa-lookup-failed", "RFC 7672, section 2.1.2", facts);
        return;
    }
    if (answer->security == wire::DnsSecurity::Bogus) {
        facts.insert(QStringLiteral("reason"), answer->why);
        look.add(Severity::Error, "tlsa-bogus", "RFC 7672, section 2.1.1", facts);
        return;
    }
    if (answer->records.isEmpty())
        return;
    const bool insecure = answer->security == wire::DnsSecurity::Insecure;
    host.tlsaSecure = answer->security == wire::DnsSecurity::Secure;
    if (insecure)
        look.add(Severity::Warning, "tlsa-not-signed", "RFC 7672, section 2.1.1", facts);
    for (const wire::DnsRecord &record : answer->records) {
        const auto *tlsa = record.as<wire::TlsaData>();
        const QString problem =
            tlsa ? tlsaProblem(*tlsa) : QStringLiteral("the record cannot be read");
        if (problem.isEmpty()) {
            host.tlsa.append(*tlsa);
            continue;
        }
        facts.insert(QStringLiteral("record"), QString::fromUtf8(record.dataText()));
        facts.insert(QStringLiteral("reason"), problem);
        look.add(Severity::Warning, "tlsa-unusable", "RFC 7672, section 3.1", facts);
    }
    if (host.tlsa.isEmpty() || insecure)
        return;
    if (!look.what.prober) // else what is served tells more
        look.add(Severity::Information, "tlsa-present", "RFC 7672", facts);
    // signed all the way, or senders need not heed it
    if (!host.securePath && answer->security == wire::DnsSecurity::Secure)
        look.add(Severity::Information, "tlsa-path-not-signed", "RFC 7672, section 2.2", facts);
}

// Whether mail comes to the service that the domain belongs to.
void compareWithService(Look &look)
{
    QList<QByteArray> wanted;
    for (const QString &text : look.what.facts.mx)
        if (const auto record =
                wire::recordFromText(look.report.domain, RecordType::MX, text.toUtf8()))
            wanted.append(wire::canonicalName(record->as<wire::MxData>()->host));
    if (wanted.isEmpty() || look.report.hosts.isEmpty())
        return;
    QStringList elsewhere;
    bool here = false;
    for (const MailHost &host : std::as_const(look.report.hosts)) {
        if (wanted.contains(wire::canonicalName(host.mx.host)))
            here = true;
        else
            elsewhere.append(QString::fromUtf8(host.mx.host));
    }
    if (elsewhere.isEmpty())
        return;
    look.add(here ? Severity::Information : Severity::Warning,
             here ? "mx-also-elsewhere" : "mx-elsewhere", "RFC 5321, section 5.1",
             {{QStringLiteral("host"), elsewhere.join(QLatin1String(", "))}});
}

} // namespace

void lookAtMailHosts(Look &look)
{
    DomainReport &report = look.report;
    const auto answer = look.ask(report.domain, RecordType::MX);
    if (!answer || answer->security == wire::DnsSecurity::Bogus) {
        look.add(Severity::Error, "mx-lookup-failed", "RFC 5321, section 5.1",
                 Look::evidence(answer));
        return;
    }
    bool null = false;
    for (const wire::DnsRecord &record : answer->records)
        if (const auto *mx = record.as<wire::MxData>()) {
            null = null || mx->host.isEmpty();
            if (!mx->host.isEmpty())
                report.hosts.append({*mx, {}, false, {}, false, {}});
        }
    std::stable_sort(
        report.hosts.begin(), report.hosts.end(),
        [](const MailHost &a, const MailHost &b) { return a.mx.preference < b.mx.preference; });
    if (null && report.hosts.isEmpty()) {
        report.takesMail = false;
        look.add(Severity::Information, "mx-null", "RFC 7505, section 3", Look::evidence(answer));
        return;
    }
    if (null)
        look.add(Severity::Error, "mx-null-and-others", "RFC 7505, section 3",
                 Look::evidence(answer));
    const bool implicit = answer->records.isEmpty();
    if (implicit)
        report.hosts.append({{0, report.domain}, {}, false, {}, false, {}});
    QList<wire::DnsQuestion> questions;
    for (const MailHost &host : std::as_const(report.hosts)) {
        questions.append({host.mx.host, RecordType::A});
        questions.append({host.mx.host, RecordType::AAAA});
    }
    const auto addresses = look.askAll(questions, false);
    if (implicit) {
        const bool hasHost = Look::has(addresses[0]) || Look::has(addresses[1]);
        look.add(hasHost ? Severity::Warning : Severity::Error, hasHost ? "mx-implicit" : "mx-none",
                 "RFC 5321, section 5.1", Look::evidence(answer));
        if (!hasHost) {
            report.hosts.clear();
            return;
        }
    }
    for (qsizetype i = 0; i < report.hosts.size() && !look.cancelled(); ++i) {
        MailHost &host = report.hosts[i];
        const QList<Result<wire::DnsAnswer>> both{addresses[2 * i], addresses[2 * i + 1]};
        QJsonObject facts = Look::evidence(both[0]);
        facts.insert(QStringLiteral("host"), QString::fromUtf8(host.mx.host));
        if (wire::IpAddress::parse(host.mx.host)) {
            look.add(Severity::Error, "mx-address", "RFC 5321, section 5.1", facts);
            continue;
        }
        host.securePath = answer->security == wire::DnsSecurity::Secure;
        for (const auto &one : both) {
            if (!Look::has(one))
                continue;
            host.securePath = host.securePath && one->security == wire::DnsSecurity::Secure;
            for (const wire::DnsRecord &record : one->records)
                if (const auto *ip = record.as<wire::IpAddress>())
                    host.addresses.append(*ip);
        }
        if (host.addresses.isEmpty()) {
            const bool failed = !both[0] && !both[1];
            look.add(failed ? Severity::Warning : Severity::Error,
                     failed ? "mx-lookup-failed" : "mx-unresolved", "RFC 5321, section 5.1", facts);
        } else if ((both[0] && !both[0]->chain.isEmpty()) ||
                   (both[1] && !both[1]->chain.isEmpty())) {
            // the domain's own name may be one, another name may not
            if (!implicit)
                look.add(Severity::Error, "mx-alias", "RFC 2181, section 10.3", facts);
        }
        if (!implicit)
            lookAtPointers(look, host);
        lookAtTlsa(look, host);
    }
    compareWithService(look);
}

} // namespace check
