// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of DNSSEC from a trust anchor down to a domain, link by link, to be drawn and
// explained: which DS names which key, what is signed by whom and until when, where it breaks and
// why.
#pragma once

#include "app/mail/finding.h"
#include "app/mail/words.h"
#include "app/wire/dns/nameservers.h"

#include <QDateTime>

namespace check {

// How good an algorithm is to sign with (RFC 8624).
enum class Strength
{
    Good,
    Weak,     // counts, and should be replaced: SHA-1
    Forbidden // validators do not use it: as if unsigned
};
Strength algorithmStrength(quint8 algorithm);
QString algorithmName(quint8 algorithm); // "ECDSAP256SHA256"; "13?" for others
Strength digestStrength(quint8 digestType);
QString digestName(quint8 digestType);

struct ChainKey
{
    quint16 tag = 0;
    quint16 flags = 0; // 256 zone key, 257 with SEP ("key signing")
    quint8 algorithm = 0;
    int bits = 0;
    bool named = false; // a DS (or the anchor) is about it
    bool signs = false; // the key set is signed with it, rightly
    bool isSep() const { return flags & 1; }
    bool isRevoked() const { return flags & 0x80; }
};

struct ChainDs
{
    enum class Fit
    {
        Matches,
        NoKey,      // no key of this tag and algorithm
        OtherKey,   // there is one, and its digest is another
        Unsupported // a digest or algorithm nobody validates with
    };
    wire::DsData data;
    Fit fit = Fit::NoKey;
};

struct ChainSignature
{
    enum class Verdict
    {
        Good,
        Expired,
        NotYet,
        Wrong, // the key is there and the signature is not its
        NoKey,
        Unsupported
    };
    wire::RecordType covered = wire::RecordType::DNSKEY; // DNSKEY, DS or SOA
    quint16 tag = 0;
    quint8 algorithm = 0;
    QByteArray signer;
    QDateTime inception, expiration; // UTC
    Verdict verdict = Verdict::NoKey;
};

// Why a link does not hold.
enum class ChainBreak
{
    None,
    NoAnswer,    // the question for it failed; `detail`
    NoDs,        // the zone above is signed and says nothing about this one: insecure
    Unsupported, // only algorithms nobody validates with: insecure
    NoKeys,      // DS, but no DNSKEY
    NoMatch,     // no DS is about any of the keys
    Unsigned,    // the key set has no signature
    Expired,     // all signatures that could count have
    NotYet,
    WrongSignature,
    DsNotSigned,   // the zone above does not vouch for the DS records
    DataNotSigned, // the zone's own records are not signed by its keys
    Above          // a link above is broken or open
};

struct ChainLink
{
    QByteArray zone;       // "" = the root
    bool anchored = false; // the DS records are a trust anchor, not the zone above's
    wire::DnsSecurity security = wire::DnsSecurity::Unchecked;
    ChainBreak why = ChainBreak::None;
    QString detail; // an English clause, for NoAnswer
    QList<ChainDs> ds;
    QList<ChainKey> keys;
    QList<ChainSignature> signatures; // over DS (by the zone above), DNSKEY and, of the last, SOA
};

struct DnssecChain
{
    QByteArray domain;
    QList<ChainLink> links; // from the anchor down to the zone of the domain
    wire::DnsSecurity security = wire::DnsSecurity::Unchecked; // of the last
    // The first link that does not hold; null = all do.
    const ChainLink *broken() const;
};

// `now`: seconds since 1970. A private zone without an anchor has no link. Error: Cancelled; what
// cannot be found out is told in its link.
Result<DnssecChain> dnssecChain(const QByteArray &domain, wire::NameServers &servers, qint64 now,
                                Progress &progress);

// Codes: "dnssec-" and the word of the break where it is an error ("dnssec-no-match"),
// "dnssec-parent-silent" (signed, but the zone above does not say so), "dnssec-unsupported",
// "dnssec-weak", "dnssec-expires". Facts: zone, break, reason, algorithm, until.
QList<mail::Finding> chainFindings(const DnssecChain &chain, qint64 now);

// The pieces, for tests.
quint16 keyTag(const wire::DnskeyData &key);
int keyBits(const wire::DnskeyData &key); // 0 = no key, or of an algorithm nobody validates with
QByteArray dsDigest(const QByteArray &zone, const wire::DnskeyData &key, quint8 digestType);
// Whether `signature` over `records` (one set, one owner) is of `key`; the time is not looked at.
bool isSignedBy(const QList<wire::DnsRecord> &records, const wire::RrsigData &signature,
                const wire::DnskeyData &key);

} // namespace check

template <>
struct mail::Words<check::ChainBreak>
{
    static constexpr std::array<std::pair<check::ChainBreak, const char *>, 13> list{
        {{check::ChainBreak::None, "none"},
         {check::ChainBreak::NoAnswer, "no-answer"},
         {check::ChainBreak::NoDs, "no-ds"},
         {check::ChainBreak::Unsupported, "unsupported"},
         {check::ChainBreak::NoKeys, "no-keys"},
         {check::ChainBreak::NoMatch, "no-match"},
         {check::ChainBreak::Unsigned, "unsigned"},
         {check::ChainBreak::Expired, "expired"},
         {check::ChainBreak::NotYet, "not-yet"},
         {check::ChainBreak::WrongSignature, "wrong-signature"},
         {check::ChainBreak::DsNotSigned, "ds-not-signed"},
         {check::ChainBreak::DataNotSigned, "data-not-signed"},
         {check::ChainBreak::Above, "above"}}};
};

template <>
struct mail::Words<check::ChainDs::Fit>
{
    static constexpr std::array<std::pair<check::ChainDs::Fit, const char *>, 4> list{
        {{check::ChainDs::Fit::Matches, "matches"},
         {check::ChainDs::Fit::NoKey, "no-key"},
         {check::ChainDs::Fit::OtherKey, "other-key"},
         {check::ChainDs::Fit::Unsupported, "unsupported"}}};
};

template <>
struct mail::Words<check::ChainSignature::Verdict>
{
    static constexpr std::array<std::pair<check::ChainSignature::Verdict, const char *>, 6> list{
        {{check::ChainSignature::Verdict::Good, "good"},
         {check::ChainSignature::Verdict::Expired, "expired"},
         {check::ChainSignature::Verdict::NotYet, "not-yet"},
         {check::ChainSignature::Verdict::Wrong, "wrong"},
         {check::ChainSignature::Verdict::NoKey, "no-key"},
         {check::ChainSignature::Verdict::Unsupported, "unsupported"}}};
};
