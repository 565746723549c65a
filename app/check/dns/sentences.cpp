// SPDX-License-Identifier: GPL-3.0-or-later
// The table of sentences: a fact in braces is filled in.
#include "app/check/dns/domaincheck.h"
#include "app/mail/domain.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace check {

namespace {

struct Sentence
{
    const char *code;
    const char *text;
};

constexpr Sentence sentences[] = {
    {"domain-invalid", QT_TRANSLATE_NOOP("Finding", "\"{domain}\" is not a domain name.")},
    {"domain-none", QT_TRANSLATE_NOOP("Finding", "{domain} does not exist in DNS.")},
    {"domain-lookup-failed",
     QT_TRANSLATE_NOOP("Finding", "{domain} could not be looked up: {reason}")},
    {"ns-not-asked",
     QT_TRANSLATE_NOOP("Finding", "The name servers of {zone} could not be asked themselves, so it "
                                  "is not known whether all of them say the same: {reason}")},
    {"ns-silent",
     QT_TRANSLATE_NOOP("Finding", "The name server {where} of {zone} does not answer: {reason}")},
    {"ns-lame",
     QT_TRANSLATE_NOOP("Finding", "The name server {where} of {zone} does not hold the zone.")},
    {"dnssec-bogus",
     QT_TRANSLATE_NOOP("Finding", "The DNSSEC signatures of {domain} are wrong; validating "
                                  "resolvers refuse its answers: {reason}")},
    {"dnssec-no-keys",
     QT_TRANSLATE_NOOP("Finding",
                       "The zone above names keys of {zone}, but {zone} publishes none.")},
    {"dnssec-no-match",
     QT_TRANSLATE_NOOP("Finding",
                       "None of the keys of {zone} is the one that the zone above names (DS).")},
    {"dnssec-unsigned",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The keys of {zone} are not signed by the key that the zone above names (DS).")},
    {"dnssec-expired",
     QT_TRANSLATE_NOOP("Finding", "The DNSSEC signatures of {zone} have expired.")},
    {"dnssec-not-yet",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The DNSSEC signatures of {zone} are not valid yet; perhaps a clock is wrong.")},
    {"dnssec-wrong-signature",
     QT_TRANSLATE_NOOP("Finding", "A DNSSEC signature of {zone} is wrong.")},
    {"dnssec-ds-not-signed",
     QT_TRANSLATE_NOOP("Finding",
                       "The zone above does not sign what it says about the keys of {zone} (DS).")},
    {"dnssec-data-not-signed",
     QT_TRANSLATE_NOOP("Finding", "The records of {zone} are not signed by its own keys.")},
    {"dnssec-parent-silent",
     QT_TRANSLATE_NOOP("Finding", "{zone} is signed with DNSSEC, but the zone above does not say "
                                  "so (DS): the signatures count for nothing.")},
    {"dnssec-unsupported",
     QT_TRANSLATE_NOOP("Finding", "{zone} is signed by algorithms that nobody uses any more: the "
                                  "signatures count for nothing.")},
    {"dnssec-weak",
     QT_TRANSLATE_NOOP("Finding", "{zone} is signed with {algorithm}, which is too weak today.")},
    {"dnssec-expires",
     QT_TRANSLATE_NOOP("Finding", "The DNSSEC signatures of {zone} end at {until}, very soon; "
                                  "somebody has to sign it again.")},
    {"dnssec-insecure", QT_TRANSLATE_NOOP("Finding", "{domain} is not signed with DNSSEC.")},

    {"spf-not-everywhere",
     QT_TRANSLATE_NOOP("Finding", "The SPF record of {domain} is published but not seen everywhere "
                                  "yet: {where} still has {old} for up to {minutes} min.")},
    {"spf-servers-differ",
     QT_TRANSLATE_NOOP("Finding", "The name servers of {zone} do not agree on the SPF record of "
                                  "{domain}: {where} still has {old}.")},
    {"spf-none", QT_TRANSLATE_NOOP("Finding", "{domain} has no SPF record.")},
    {"spf-multiple",
     QT_TRANSLATE_NOOP("Finding",
                       "{domain} has {count} SPF records; with more than one none counts.")},
    {"spf-syntax",
     QT_TRANSLATE_NOOP("Finding",
                       "The SPF record of {domain} is not valid: \"{term}\": {reason}.")},
    {"spf-too-many-lookups",
     QT_TRANSLATE_NOOP("Finding",
                       "The SPF record of {domain} needs {count} lookups; {limit} are allowed.")},
    {"spf-many-lookups",
     QT_TRANSLATE_NOOP(
         "Finding", "The SPF record of {domain} needs {count} lookups, as many as are allowed.")},
    {"spf-too-many-void",
     QT_TRANSLATE_NOOP(
         "Finding",
         "{count} lookups of the SPF record of {domain} find nothing; {limit} are allowed.")},
    {"spf-lets-everyone",
     QT_TRANSLATE_NOOP("Finding", "\"{term}\" in the SPF record of {domain} lets everyone send.")},
    {"spf-no-end", QT_TRANSLATE_NOOP("Finding", "The SPF record of {domain} says nothing about "
                                                "other senders: \"~all\" or \"-all\" is missing.")},
    {"spf-neutral-end",
     QT_TRANSLATE_NOOP(
         "Finding", "The SPF record of {domain} ends in \"{term}\", which protects from nothing.")},
    {"spf-ptr", QT_TRANSLATE_NOOP("Finding", "\"{term}\" in the SPF record of {domain} is slow and "
                                             "unreliable and should not be used.")},
    {"spf-dead-term",
     QT_TRANSLATE_NOOP("Finding", "\"{term}\" in the SPF record of {domain} decides nothing, "
                                  "because \"{because}\" already does.")},
    {"spf-overlap",
     QT_TRANSLATE_NOOP("Finding",
                       "\"{term}\" in the SPF record of {domain} is contained in \"{other}\".")},
    {"spf-include-broken",
     QT_TRANSLATE_NOOP("Finding",
                       "\"{term}\" in the SPF record of {domain} leads nowhere: {reason}")},
    {"spf-loop",
     QT_TRANSLATE_NOOP("Finding",
                       "\"{term}\" in the SPF record of {domain} goes in a circle: {reason}")},
    {"spf-lookup-failed",
     QT_TRANSLATE_NOOP("Finding", "The SPF record of {domain} could not be evaluated: {reason}")},
    {"spf-mx-many",
     QT_TRANSLATE_NOOP("Finding", "\"{term}\" in the SPF record of {domain}: {reason}")},
    {"spf-long", QT_TRANSLATE_NOOP("Finding", "The SPF record of {domain} has {bytes} bytes; "
                                              "beyond 450 an answer may not fit in one packet.")},
    {"spf-bogus",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The DNSSEC signatures on the way of the SPF record of {domain} are wrong: {reason}")},

    {"spf-service-not-allowed",
     QT_TRANSLATE_NOOP("Finding", "The SPF record of {domain} does not let {address} send, from "
                                  "which this service sends ({result}).")},
    {"spf-service-missing",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The SPF record of {domain} does not let this service send: \"{term}\" is missing.")},

    {"dkim-not-everywhere",
     QT_TRANSLATE_NOOP("Finding", "The DKIM key {name} is published but not seen everywhere yet: "
                                  "{where} still has what was before for up to {minutes} min.")},
    {"dkim-servers-differ",
     QT_TRANSLATE_NOOP("Finding", "The name servers of {zone} do not agree on the DKIM key {name}: "
                                  "{where} still has what was before.")},
    {"dkim-not-found",
     QT_TRANSLATE_NOOP("Finding", "No DKIM key of {domain} was found under the usual selectors.")},
    {"dkim-none",
     QT_TRANSLATE_NOOP("Finding",
                       "No DKIM key of {domain} was made yet: its mail leaves unsigned.")},
    {"dkim-no-key",
     QT_TRANSLATE_NOOP("Finding", "{domain} publishes no DKIM key for the selector {selector}.")},
    {"dkim-not-yet",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The new DKIM key {selector} of {domain} is not published yet; it signs nothing.")},
    {"dkim-other-key",
     QT_TRANSLATE_NOOP("Finding", "The DKIM key that {domain} publishes for {selector} is not the "
                                  "one this service signs with.")},
    {"dkim-key-syntax",
     QT_TRANSLATE_NOOP("Finding", "The DKIM key {selector} of {domain} is not valid: {reason}.")},
    {"dkim-revoked",
     QT_TRANSLATE_NOOP("Finding", "The DKIM key {selector} of {domain} was revoked.")},
    {"dkim-key-too-short",
     QT_TRANSLATE_NOOP("Finding", "The DKIM key {selector} of {domain} has {bits} bits; below "
                                  "1,024 it counts for nothing.")},
    {"dkim-key-short",
     QT_TRANSLATE_NOOP(
         "Finding", "The DKIM key {selector} of {domain} has {bits} bits; 2,048 are recommended.")},
    {"dkim-testing",
     QT_TRANSLATE_NOOP("Finding", "The DKIM key {selector} of {domain} is marked as a test.")},
    {"dkim-sha1-only",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The DKIM key {selector} of {domain} allows only SHA-1, which counts no longer.")},
    {"dkim-not-for-mail",
     QT_TRANSLATE_NOOP("Finding", "The DKIM key {selector} of {domain} is not meant for mail.")},
    {"dkim-many-keys",
     QT_TRANSLATE_NOOP("Finding", "The selector {selector} of {domain} has {count} records; which "
                                  "one counts is left to chance.")},
    {"dkim-bogus",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The DNSSEC signatures of the DKIM key {selector} of {domain} are wrong: {reason}")},
    {"dkim-lookup-failed",
     QT_TRANSLATE_NOOP("Finding",
                       "The DKIM key {selector} of {domain} could not be looked up: {reason}")},

    {"dmarc-not-everywhere",
     QT_TRANSLATE_NOOP("Finding",
                       "The DMARC record of {domain} is published but not seen everywhere yet: "
                       "{where} still has {old} for up to {minutes} min.")},
    {"dmarc-servers-differ",
     QT_TRANSLATE_NOOP("Finding", "The name servers of {zone} do not agree on the DMARC record of "
                                  "{domain}: {where} still has {old}.")},
    {"dmarc-none", QT_TRANSLATE_NOOP("Finding", "{domain} has no DMARC record.")},
    {"dmarc-multiple",
     QT_TRANSLATE_NOOP("Finding",
                       "{at} has {count} DMARC records; with more than one none counts.")},
    {"dmarc-syntax",
     QT_TRANSLATE_NOOP("Finding", "The DMARC record of {at} is not valid: {reason}.")},
    {"dmarc-policy-none",
     QT_TRANSLATE_NOOP("Finding",
                       "The DMARC policy for {domain} is none: forged mail is delivered.")},
    {"dmarc-inherited",
     QT_TRANSLATE_NOOP("Finding", "{domain} has no DMARC record of its own; that of {at} counts.")},
    {"dmarc-organisational-differs",
     QT_TRANSLATE_NOOP("Finding",
                       "Receivers that go by the list of public suffixes look for the DMARC record "
                       "of {domain} at {list}, not at {at}.")},
    {"dmarc-subdomains-weaker",
     QT_TRANSLATE_NOOP(
         "Finding", "The DMARC policy of {at} is {policy}, but {subdomains} for its subdomains.")},
    {"dmarc-partial",
     QT_TRANSLATE_NOOP("Finding",
                       "The DMARC policy of {at} asks for {percent} percent of forged mail only.")},
    {"dmarc-testing",
     QT_TRANSLATE_NOOP("Finding", "The DMARC policy of {at} is marked as a test.")},
    {"dmarc-no-reports",
     QT_TRANSLATE_NOOP("Finding", "The DMARC record of {at} asks for no reports.")},
    {"dmarc-report-not-authorised",
     QT_TRANSLATE_NOOP("Finding",
                       "Reports of {at} do not go to {address}: {name} does not agree.")},
    {"dmarc-lookup-failed",
     QT_TRANSLATE_NOOP("Finding", "The DMARC record of {domain} could not be judged: {reason}")},
    {"dmarc-bogus",
     QT_TRANSLATE_NOOP(
         "Finding", "The DNSSEC signatures of the DMARC record of {domain} are wrong: {reason}")},

    {"mx-not-everywhere",
     QT_TRANSLATE_NOOP("Finding",
                       "The MX records of {domain} are published but not seen everywhere yet: "
                       "{where} still has {old} for up to {minutes} min.")},
    {"mx-servers-differ",
     QT_TRANSLATE_NOOP("Finding", "The name servers of {zone} do not agree on the MX records of "
                                  "{domain}: {where} still has {old}.")},
    {"mx-none",
     QT_TRANSLATE_NOOP("Finding",
                       "{domain} cannot receive mail: it has neither MX nor address records.")},
    {"mx-implicit",
     QT_TRANSLATE_NOOP("Finding",
                       "{domain} has no MX record; mail goes to the host of that name.")},
    {"mx-null", QT_TRANSLATE_NOOP("Finding", "{domain} says that it takes no mail.")},
    {"mx-null-and-others",
     QT_TRANSLATE_NOOP(
         "Finding", "{domain} says that it takes no mail and names mail hosts at the same time.")},
    {"mx-address",
     QT_TRANSLATE_NOOP(
         "Finding", "The MX record of {domain} names the address {host}; it must be a host name.")},
    {"mx-unresolved",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} of {domain} has no address.")},
    {"mx-alias",
     QT_TRANSLATE_NOOP(
         "Finding", "The mail host {host} of {domain} is an alias (CNAME), which is not allowed.")},
    {"mx-lookup-failed",
     QT_TRANSLATE_NOOP("Finding", "The mail hosts of {domain} could not be looked up: {reason}")},
    {"mx-elsewhere",
     QT_TRANSLATE_NOOP("Finding", "Mail for {domain} goes to {host}, not to this service.")},
    {"mx-also-elsewhere",
     QT_TRANSLATE_NOOP("Finding",
                       "Some mail for {domain} goes to {host}, which is not of this service.")},
    {"mx-not-asked",
     QT_TRANSLATE_NOOP("Finding",
                       "The mail host {host} did not answer on port {port} from here. Many "
                       "networks forbid that, so it says nothing about the host: {reason}")},
    {"mx-unreachable",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} does not answer on port {port}: {reason}")},
    {"mx-refuses",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} turns senders away: {code} {banner}")},
    {"mx-no-encryption",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} offers no encryption (STARTTLS); mail for "
                                  "it can be read on its way.")},
    {"mx-encryption-fails",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The mail host {host} offers encryption, and it does not come about: {reason}")},
    {"mx-encrypts",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} encrypts with {tls}; its certificate is "
                                  "for {subject}, from {issuer}, until {until}.")},
    {"mx-certificate-expired",
     QT_TRANSLATE_NOOP("Finding",
                       "The certificate of the mail host {host} has expired ({until}).")},
    {"mx-certificate-expires",
     QT_TRANSLATE_NOOP("Finding",
                       "The certificate of the mail host {host} is valid only until {until}.")},
    {"mx-certificate-name",
     QT_TRANSLATE_NOOP("Finding", "The certificate of the mail host {host} is for other names "
                                  "({names}); most senders do not mind.")},
    {"mx-certificate-untrusted",
     QT_TRANSLATE_NOOP("Finding", "No known authority stands behind the certificate of the mail "
                                  "host {host}; most senders do not mind.")},
    {"ptr-none",
     QT_TRANSLATE_NOOP(
         "Finding",
         "{address} of the mail host {host} has no name (PTR); that matters if it also sends.")},
    {"ptr-mismatch",
     QT_TRANSLATE_NOOP("Finding", "The name of {address} (mail host {host}) does not lead back to "
                                  "it; that matters if it also sends.")},
    {"tlsa-present",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} publishes its certificate for DANE.")},
    {"tlsa-match",
     QT_TRANSLATE_NOOP(
         "Finding",
         "The mail host {host} shows the certificate that its TLSA record names: {words}.")},
    {"tlsa-mismatch",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} shows a certificate that none of its TLSA "
                                  "records names; hosts that use DANE do not deliver.")},
    {"tlsa-no-encryption",
     QT_TRANSLATE_NOOP("Finding", "The mail host {host} has a TLSA record and no encryption; hosts "
                                  "that use DANE do not deliver.")},
    {"tlsa-rollover",
     QT_TRANSLATE_NOOP("Finding", "Before the mail host {host} gets another key, the TLSA record "
                                  "of that key has to be published beside the present one.")},
    {"tlsa-not-signed",
     QT_TRANSLATE_NOOP(
         "Finding", "The TLSA record of {host} is not signed with DNSSEC and counts for nothing.")},
    {"tlsa-path-not-signed",
     QT_TRANSLATE_NOOP("Finding",
                       "The TLSA record of {host} is signed, but not the way to it (MX record and "
                       "addresses): not every sender heeds it for {domain}.")},
    {"tlsa-unusable",
     QT_TRANSLATE_NOOP("Finding", "The TLSA record of {host} cannot be used: {reason}.")},
    {"tlsa-bogus",
     QT_TRANSLATE_NOOP("Finding",
                       "The DNSSEC signatures of the TLSA record of {host} are wrong: {reason}")},
    {"tlsa-lookup-failed",
     QT_TRANSLATE_NOOP("Finding", "The question for the TLSA record of {host} fails; hosts that "
                                  "use DANE will not deliver: {reason}")},
    {"sts-present",
     QT_TRANSLATE_NOOP("Finding", "{domain} announces a policy for encrypted delivery (MTA-STS).")},
    {"sts-wrong",
     QT_TRANSLATE_NOOP("Finding", "The MTA-STS record of {domain} is not valid: {reason}.")},
    {"tlsrpt-present",
     QT_TRANSLATE_NOOP("Finding", "{domain} asks for reports about encrypted delivery (TLS-RPT).")},
    {"tlsrpt-wrong",
     QT_TRANSLATE_NOOP("Finding", "The TLS-RPT record of {domain} is not valid: {reason}.")},
    {"bimi-present", QT_TRANSLATE_NOOP("Finding", "{domain} publishes a logo (BIMI).")},
    {"bimi-wrong",
     QT_TRANSLATE_NOOP("Finding", "The BIMI record of {domain} has no effect: {reason}.")},
    {"caa-unknown",
     QT_TRANSLATE_NOOP(
         "Finding",
         "A CAA record of {domain} is not understood by certificate authorities: {record}")},
    {"caa-lookup-failed",
     QT_TRANSLATE_NOOP("Finding", "The question for CAA records of {domain} fails; no certificate "
                                  "will be issued: {reason}")},
    {"autoconfig-none",
     QT_TRANSLATE_NOOP(
         "Finding",
         "{domain} offers mail programs no automatic set-up (SRV, autoconfig, autodiscover).")},
    {"autoconfig-unresolved",
     QT_TRANSLATE_NOOP("Finding", "{name} leads to {host}, which has no address.")},
    {"autoconfig-alias",
     QT_TRANSLATE_NOOP("Finding",
                       "{name} leads to {host}, which is an alias (CNAME); that is not allowed.")},

    {"zone-record-invalid",
     QT_TRANSLATE_NOOP("Finding", "{name} {type} cannot be served: {reason}")},
    {"zone-type-unsupported",
     QT_TRANSLATE_NOOP("Finding", "{name}: records of type {type} cannot be kept here.")},
    {"zone-ttl-out-of-range",
     QT_TRANSLATE_NOOP("Finding", "{name} {type}: the TTL must be between {least} and {most} "
                                  "seconds, not {ttl}.")},
    {"zone-alias-at-apex",
     QT_TRANSLATE_NOOP("Finding",
                       "{name} is the zone itself; an alias (CNAME) cannot stand there.")},
    {"zone-alias-not-alone",
     QT_TRANSLATE_NOOP("Finding", "{name} is an alias (CNAME); there can be no other record of "
                                  "that name.")},
    {"zone-dname-not-alone",
     QT_TRANSLATE_NOOP("Finding", "{name} has more than one DNAME record; there can be one only.")},
    {"zone-below-dname",
     QT_TRANSLATE_NOOP("Finding", "{name} {type} is below {above}, which hands all names below it "
                                  "to another place (DNAME).")},
    {"zone-below-delegation",
     QT_TRANSLATE_NOOP("Finding", "{name} {type} is never seen: {above} is delegated to other name "
                                  "servers.")},
    {"zone-ds-at-apex",
     QT_TRANSLATE_NOOP("Finding", "The DS record of {name} belongs into the zone above it.")},
    {"zone-ds-without-ns",
     QT_TRANSLATE_NOOP("Finding", "{name} has a DS record and no NS record; it counts only "
                                  "together with one.")},
    {"zone-duplicate", QT_TRANSLATE_NOOP("Finding", "{name} {type} {target} is there already.")},
    {"zone-ttl-differs",
     QT_TRANSLATE_NOOP("Finding", "The {type} records of {name} have different TTLs; the shortest, "
                                  "{ttl} seconds, counts for all of them.")},
    {"zone-spf-multiple",
     QT_TRANSLATE_NOOP("Finding",
                       "{name} has {count} SPF records; with more than one none counts.")},
    {"zone-dmarc-multiple",
     QT_TRANSLATE_NOOP("Finding",
                       "{name} has {count} DMARC records; with more than one none counts.")},
    {"zone-null-mx-not-alone",
     QT_TRANSLATE_NOOP("Finding",
                       "{name} says that it takes no mail and names mail hosts at the same time.")},
    {"zone-name-twice",
     QT_TRANSLATE_NOOP("Finding", "{name} has the name of the zone twice; was {meant} meant?")},
    {"zone-srv-name",
     QT_TRANSLATE_NOOP("Finding", "{name} is no name of a service; an SRV record is looked for "
                                  "under a name such as _imaps._tcp.")},
    {"zone-tlsa-name",
     QT_TRANSLATE_NOOP("Finding", "{name} is no name of a port; a TLSA record is looked for under "
                                  "a name such as _25._tcp.mail.")},
    {"zone-target-without-dot",
     QT_TRANSLATE_NOOP("Finding", "{name} {type} leads to \"{host}\", a name without a dot; was "
                                  "{meant} meant?")},
    {"zone-target-alias",
     QT_TRANSLATE_NOOP("Finding", "{name} {type} leads to {host}, which is an alias (CNAME); that "
                                  "is not allowed.")},
    {"zone-target-missing",
     QT_TRANSLATE_NOOP("Finding", "{name} {type} leads to {host}, which does not exist in this "
                                  "zone.")},
    {"zone-target-no-address",
     QT_TRANSLATE_NOOP("Finding", "{name} {type} leads to {host}, which has no address.")},

    // a section with nothing to complain about
    {"fine-spf", QT_TRANSLATE_NOOP("Finding", "The SPF record of {domain} says who may send.")},
    {"fine-dkim", QT_TRANSLATE_NOOP("Finding", "{domain} publishes DKIM keys: {selectors}.")},
    {"fine-dmarc-reject",
     QT_TRANSLATE_NOOP("Finding", "Mail that forges {domain} is to be refused.")},
    {"fine-dmarc-quarantine",
     QT_TRANSLATE_NOOP("Finding", "Mail that forges {domain} is to be put aside as spam.")},
    {"fine-reach", QT_TRANSLATE_NOOP("Finding", "Mail for {domain} goes to {hosts}.")},
    {"fine-dnssec",
     QT_TRANSLATE_NOOP("Finding", "{domain} is signed with DNSSEC, and the signatures are right.")},
    {"fine-dane",
     QT_TRANSLATE_NOOP("Finding", "The mail hosts of {domain} prove their certificates by DANE.")},
    {"fine-other", QT_TRANSLATE_NOOP("Finding", "The other records of {domain} are in order.")},
    {"none-dkim", QT_TRANSLATE_NOOP("Finding", "No DKIM key of {domain} is known.")},
    {"none-dnssec",
     QT_TRANSLATE_NOOP("Finding", "Whether {domain} is signed with DNSSEC was not checked.")},
    {"none-dane", QT_TRANSLATE_NOOP("Finding", "No mail host of {domain} uses DANE.")},
    {"none-other", QT_TRANSLATE_NOOP("Finding", "{domain} publishes nothing else about its mail.")},
};

} // namespace

// A name of DNS reads as people write it, of a time the day is enough; anything else, a record for
// one, stays as it is.
static QString forPeople(const QString &fact)
{
    static const QRegularExpression name(
        QRegularExpression::anchoredPattern(QStringLiteral("[\\w.-]*xn--[\\w.-]+")));
    static const QRegularExpression time(
        QRegularExpression::anchoredPattern(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")));
    if (time.match(fact).hasMatch())
        return fact.left(10);
    return name.match(fact).hasMatch() ? mail::nameForPeople(fact) : fact;
}

QString sentence(const mail::Finding &finding)
{
    for (const Sentence &one : sentences) {
        if (finding.code != QLatin1String(one.code))
            continue;
        const QString text = QCoreApplication::translate("Finding", one.text);
        QString out;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype end = text[at] == u'{' ? text.indexOf(u'}', at) : -1;
            if (end < 0) {
                out += text[at++];
                continue;
            }
            out += forPeople(
                finding.facts.value(text.mid(at + 1, end - at - 1)).toVariant().toString());
            at = end + 1;
        }
        return out;
    }
    return {};
}

} // namespace check
