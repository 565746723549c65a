// SPDX-License-Identifier: GPL-3.0-or-later
// DKIM (RFC 6376, 8301, 8463): keys as they are published, and a message's signatures verified step
// by step.
#pragma once

#include "app/mail/finding.h"
#include "app/mail/words.h"
#include "app/wire/dns/resolver.h"

#include <optional>

namespace check {

// tag=value; tag=value (RFC 6376, 3.2). Values are trimmed, folding stays inside of them.
struct TagList
{
    QList<std::pair<QByteArray, QByteArray>> tags; // in order
    QString problem;                               // empty = keeps the grammar

    std::optional<QByteArray> value(QByteArrayView name) const;
};
TagList parseTags(QByteArrayView text);

struct DkimKey
{
    QByteArray text;
    QByteArray type = "rsa";  // k=
    QList<QByteArray> hashes; // h=; empty = every one
    QList<QByteArray> services{"*"};
    QByteArray data;      // p=, decoded
    int bits = 0;         // RSA: of the modulus; Ed25519: 256; 0 = not a key
    bool revoked = false; // p= is there and empty
    bool testing = false; // t=y
    bool strict = false;  // t=s: i= must be in the very domain
    QString problem;      // why it is no key record at all

    bool usable() const { return problem.isEmpty() && !revoked && bits > 0; }
};
// A record that begins with another v= than DKIM1 has a problem.
DkimKey parseDkimKey(const QByteArray &text);

// Codes: "dkim-no-key", "dkim-key-syntax", "dkim-revoked", "dkim-key-too-short" (below 1,024),
// "dkim-key-short" (below 2,048), "dkim-testing", "dkim-sha1-only", "dkim-not-for-mail",
// "dkim-many-keys", "dkim-bogus", "dkim-lookup-failed". Facts: record, server, reference.
QList<mail::Finding> dkimKeyFindings(const QByteArray &domain, const QByteArray &selector,
                                     const Result<wire::DnsAnswer> &answer);
// The same, with the keys of the answer's records taken apart already, in their order.
QList<mail::Finding> dkimKeyFindings(const QByteArray &domain, const QByteArray &selector,
                                     const Result<wire::DnsAnswer> &answer,
                                     const QList<DkimKey> &keys);
QList<DkimKey> keysIn(const Result<wire::DnsAnswer> &answer);

// Selectors that well-known services and programs use.
const QList<QByteArray> &commonSelectors();
// Those of `candidates` under which the domain publishes a key record, revoked ones included. A
// domain that answers to every name (wildcard) yields none by discovery.
Result<QList<QByteArray>> discoverSelectors(const QByteArray &domain,
                                            const QList<QByteArray> &candidates,
                                            wire::Resolver &resolver, Progress &progress);

enum class DkimResult
{
    Pass,
    Fail,      // the key is there and the signature is wrong
    TempError, // DNS did not answer
    PermError  // it can never verify: syntax, no key, revoked, forbidden algorithm
};

struct DkimStep
{
    enum class Verdict
    {
        Fine,
        Note, // counts not against the signature
        Wrong
    };
    Verdict verdict = Verdict::Fine;
    QString what;      // "body hash", "key", …: stable words
    QString detail;    // one English sentence
    QString reference; // "RFC 6376, section 3.5"
};

struct DkimSignature
{
    QByteArray field;                                 // the header field as it is in the message
    QByteArray domain, selector, algorithm, identity; // d, s, a, i
    QList<QByteArray> signedFields;                   // h=
    DkimResult result = DkimResult::PermError;
    QList<DkimStep> steps; // in the order of verification; the last wrong one is the reason
    std::optional<DkimKey> key;
    std::optional<wire::DnsAnswer> answer; // evidence of the key
    bool partial = false;                  // l= leaves some of the body unsigned
};

// In the order of the message's DKIM-Signature fields; empty: not signed. `now`: seconds since
// 1970. A message with bare LF (as editors save it) is taken as if it had CRLF. Error: Cancelled.
Result<QList<DkimSignature>> verifyDkim(const QByteArray &message, wire::Resolver &resolver,
                                        Progress &progress, qint64 now);

// The pieces both ends share.
struct HeaderField
{
    QByteArray name;  // as written
    QByteArray field; // whole, with its folding, without the last CRLF
};
struct MailText
{
    QList<HeaderField> header;
    QByteArray body;
};
QByteArray withCrLf(const QByteArray &message);                   // bare LF becomes CRLF
MailText splitMail(const QByteArray &message);                    // with CRLF
QByteArray canonicalField(const QByteArray &field, bool relaxed); // without CRLF at the end
QByteArray canonicalBody(const QByteArray &body, bool relaxed);
// What is hashed for a signature: the chosen fields, then the signature's own without b=.
QByteArray signedHeader(const QList<HeaderField> &header, const QList<QByteArray> &names,
                        const QByteArray &signatureField, bool relaxed);

} // namespace check

template <>
struct mail::Words<check::DkimResult>
{
    static constexpr std::array<std::pair<check::DkimResult, const char *>, 4> list{
        {{check::DkimResult::Pass, "pass"},
         {check::DkimResult::Fail, "fail"},
         {check::DkimResult::TempError, "temperror"},
         {check::DkimResult::PermError, "permerror"}}};
};
