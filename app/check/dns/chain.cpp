// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/dns/chain.h"

#include <QHash>

#include <algorithm>

namespace check {

namespace {

using wire::DnsSecurity;
using wire::RecordType;
using Verdict = ChainSignature::Verdict;

constexpr qint64 soon = 6 * 3600; // a signature that ends before is worth a warning

// The moment nearest to now that the 32 bits may mean (RFC 4034, 3.1.5).
qint64 momentOf(quint32 value, qint64 now) { return now + qint32(value - quint32(now)); }

// A set of records and what is signed of it.
struct SignedSet
{
    QList<wire::DnsRecord> records;
    QList<wire::RrsigData> signatures;
    std::optional<Error> failed;
    bool exists = true;
};

struct ZoneKey
{
    wire::DnskeyData data;
    quint16 tag = 0;
};

class Walk
{
public:
    Walk(wire::NameServers &servers, qint64 now, Progress &progress)
        : m_servers(servers)
        , m_now(now)
        , m_progress(progress)
    {
    }
    DnssecChain run(const QByteArray &domain);
    bool cancelled() const { return m_progress.cancelled(); }

private:
    SignedSet ask(const QByteArray &name, RecordType type);
    // Checks every signature of the set against the keys and notes them in the link; the best
    // verdict, or nothing when there is none.
    std::optional<Verdict> judge(const SignedSet &set, const QByteArray &signer,
                                 const QList<ZoneKey> &keys, RecordType covered, ChainLink &link);
    // Its keys, the DS records and the signatures; then what it amounts to.
    ChainLink linkOf(const QByteArray &zone, const SignedSet &ds, const ChainLink *above,
                     bool last);
    QList<ZoneKey> findKeys(const SignedSet &keys, ChainLink &link);
    QList<ZoneKey> findNamed(const SignedSet &ds, const QList<ZoneKey> &keys, ChainLink &link);

    wire::NameServers &m_servers;
    qint64 m_now;
    Progress &m_progress;
    QList<ZoneKey> m_keys; // trusted ones of the last link
};

ChainBreak breakOf(const std::optional<Verdict> &verdict, ChainBreak none)
{
    if (!verdict || *verdict == Verdict::NoKey || *verdict == Verdict::Unsupported)
        return none;
    return *verdict == Verdict::Expired  ? ChainBreak::Expired
           : *verdict == Verdict::NotYet ? ChainBreak::NotYet
                                         : ChainBreak::WrongSignature;
}

SignedSet Walk::ask(const QByteArray &name, RecordType type)
{
    SignedSet set;
    const auto packet = m_servers.signedPacket(name, type, m_progress);
    if (!packet) {
        set.failed = packet.error();
        return set;
    }
    if (packet->rcode != 0 && packet->rcode != 3) {
        set.failed = wire::dnsFailure(name, type, packet->rcode);
        return set;
    }
    set.exists = packet->rcode == 0;
    for (const wire::DnsRecord &record : packet->answers) {
        if (wire::canonicalName(record.name) != wire::canonicalName(name))
            continue;
        if (record.type == type)
            set.records.append(record);
        else if (const auto *signature = record.as<wire::RrsigData>();
                 signature && signature->covered == type)
            set.signatures.append(*signature);
    }
    return set;
}

std::optional<Verdict> Walk::judge(const SignedSet &set, const QByteArray &signer,
                                   const QList<ZoneKey> &keys, RecordType covered, ChainLink &link)
{
    std::optional<Verdict> best;
    for (const wire::RrsigData &signature : set.signatures) {
        ChainSignature out;
        out.covered = covered;
        out.tag = signature.tag;
        out.algorithm = signature.algorithm;
        out.signer = wire::canonicalName(signature.signer);
        const qint64 begins = momentOf(signature.inception, m_now);
        const qint64 ends = momentOf(signature.expiration, m_now);
        out.inception = QDateTime::fromSecsSinceEpoch(begins, Qt::UTC);
        out.expiration = QDateTime::fromSecsSinceEpoch(ends, Qt::UTC);
        bool known = false;
        bool right = false;
        if (out.signer == wire::canonicalName(signer))
            for (const ZoneKey &key : keys) {
                if (key.tag != signature.tag || key.data.algorithm != signature.algorithm)
                    continue;
                known = true;
                right = right || isSignedBy(set.records, signature, key.data);
            }
        out.verdict = algorithmStrength(signature.algorithm) == Strength::Forbidden
                          ? Verdict::Unsupported
                      : !known         ? Verdict::NoKey
                      : !right         ? Verdict::Wrong
                      : ends < m_now   ? Verdict::Expired
                      : begins > m_now ? Verdict::NotYet
                                       : Verdict::Good;
        if (out.verdict == Verdict::Good)
            for (ChainKey &key : link.keys)
                if (covered == RecordType::DNSKEY && key.tag == out.tag &&
                    key.algorithm == out.algorithm)
                    key.signs = true;
        if (!best || out.verdict < *best)
            best = out.verdict;
        link.signatures.append(out);
    }
    return best;
}

QList<ZoneKey> Walk::findKeys(const SignedSet &keys, ChainLink &link)
{
    QList<ZoneKey> out;
    for (const wire::DnsRecord &record : keys.records)
        if (const auto *data = record.as<wire::DnskeyData>()) {
            ChainKey key;
            key.tag = keyTag(*data);
            key.flags = data->flags;
            key.algorithm = data->algorithm;
            key.bits = keyBits(*data);
            link.keys.append(key);
            out.append({*data, key.tag});
        }
    return out;
}

// The keys that the DS records (or an anchor that is a key) are about.
QList<ZoneKey> Walk::findNamed(const SignedSet &ds, const QList<ZoneKey> &keys, ChainLink &link)
{
    QList<ZoneKey> named;
    const auto take = [&](const ZoneKey &key) {
        named.append(key);
        for (ChainKey &one : link.keys)
            if (one.tag == key.tag && one.algorithm == key.data.algorithm)
                one.named = true;
    };
    for (const wire::DnsRecord &record : ds.records) {
        if (const auto *anchor = record.as<wire::DnskeyData>())
            for (const ZoneKey &key : keys)
                if (key.data == *anchor)
                    take(key);
        const auto *data = record.as<wire::DsData>();
        if (!data)
            continue;
        ChainDs out{*data, ChainDs::Fit::NoKey};
        if (digestStrength(data->digestType) == Strength::Forbidden ||
            algorithmStrength(data->algorithm) == Strength::Forbidden) {
            out.fit = ChainDs::Fit::Unsupported;
            link.ds.append(out);
            continue;
        }
        for (const ZoneKey &key : keys) {
            if (key.tag != data->tag || key.data.algorithm != data->algorithm)
                continue;
            if (dsDigest(link.zone, key.data, data->digestType) == data->digest) {
                take(key);
                out.fit = ChainDs::Fit::Matches;
            } else if (out.fit == ChainDs::Fit::NoKey) {
                out.fit = ChainDs::Fit::OtherKey;
            }
        }
        link.ds.append(out);
    }
    return named;
}

ChainLink Walk::linkOf(const QByteArray &zone, const SignedSet &ds, const ChainLink *above,
                       bool last)
{
    ChainLink link;
    link.zone = zone;
    link.anchored = !above;
    const SignedSet keySet = ask(zone, RecordType::DNSKEY);
    const QList<ZoneKey> keys = findKeys(keySet, link);
    const QList<ZoneKey> named = findNamed(ds, keys, link);
    // Signatures are told whatever comes out above them.
    std::optional<Verdict> overDs;
    if (above && !ds.records.isEmpty())
        overDs = judge(ds, above->zone, m_keys, RecordType::DS, link);
    const auto overKeys =
        judge(keySet, zone, named.isEmpty() ? keys : named, RecordType::DNSKEY, link);
    std::optional<Verdict> overData;
    if (last)
        overData = judge(ask(zone, RecordType::SOA), zone, keys, RecordType::SOA, link);
    m_keys = keys;

    const auto close = [&](DnsSecurity security, ChainBreak why) {
        link.security = security;
        link.why = why;
        return link;
    };
    if (above && above->security != DnsSecurity::Secure)
        return close(above->security, ChainBreak::Above);
    if (ds.failed || keySet.failed) {
        link.detail = ds.failed ? ds.failed->detail : keySet.failed->detail;
        return close(DnsSecurity::Unchecked, ChainBreak::NoAnswer);
    }
    if (ds.records.isEmpty())
        return close(DnsSecurity::Insecure, ChainBreak::NoDs);
    if (above && overDs != Verdict::Good)
        return close(DnsSecurity::Bogus, breakOf(overDs, ChainBreak::DsNotSigned));
    const bool unsupported =
        !link.ds.isEmpty() && std::all_of(link.ds.cbegin(), link.ds.cend(), [](const ChainDs &one) {
            return one.fit == ChainDs::Fit::Unsupported;
        });
    if (unsupported)
        return close(DnsSecurity::Insecure, ChainBreak::Unsupported);
    if (keys.isEmpty() && zone.isEmpty()) { // the root has keys: who says otherwise leaves them out
        link.detail = QStringLiteral("The DNS server that is asked does not pass DNSSEC on.");
        return close(DnsSecurity::Unchecked, ChainBreak::NoAnswer);
    }
    if (keys.isEmpty())
        return close(DnsSecurity::Bogus, ChainBreak::NoKeys);
    if (named.isEmpty())
        return close(DnsSecurity::Bogus, ChainBreak::NoMatch);
    if (overKeys != Verdict::Good)
        return close(DnsSecurity::Bogus, breakOf(overKeys, ChainBreak::Unsigned));
    if (last && overData != Verdict::Good)
        return close(DnsSecurity::Bogus, breakOf(overData, ChainBreak::DataNotSigned));
    return close(DnsSecurity::Secure, ChainBreak::None);
}

DnssecChain Walk::run(const QByteArray &domain)
{
    DnssecChain chain;
    chain.domain = wire::canonicalName(domain);
    const wire::DnsSettings &settings = m_servers.settings();
    const wire::DnsStub *const stub = settings.stubFor(chain.domain);
    QList<wire::DnsRecord> anchors;
    for (const wire::DnsRecord &anchor : settings.anchors())
        if (wire::isSameOrBelow(chain.domain, anchor.name) &&
            (!stub || !anchor.name.isEmpty()) && // the root knows nothing of private zones
            (anchors.isEmpty() || anchor.name.size() >= anchors.constFirst().name.size())) {
            if (!anchors.isEmpty() && anchor.name != anchors.constFirst().name)
                anchors.clear();
            anchors.append(anchor);
        }
    if (anchors.isEmpty()) {
        chain.security = DnsSecurity::Insecure;
        return chain;
    }
    // the zones on the way: names that have a start of authority
    const QByteArray top = anchors.constFirst().name;
    QList<QByteArray> zones{top};
    const QList<QByteArray> labels = wire::labelsOf(chain.domain);
    for (qsizetype keep = wire::labelsOf(top).size() + 1; keep <= labels.size(); ++keep) {
        const QByteArray name = wire::nameOf(labels.mid(labels.size() - keep));
        const SignedSet soa = ask(name, RecordType::SOA);
        if (!soa.records.isEmpty() || soa.failed)
            zones.append(wire::canonicalName(name));
        if (!soa.exists || cancelled())
            break;
    }
    for (qsizetype i = 0; i < zones.size() && !cancelled(); ++i) {
        SignedSet ds;
        if (i == 0)
            ds.records = anchors;
        else
            ds = ask(zones[i], RecordType::DS);
        const ChainLink *const above = i == 0 ? nullptr : &chain.links.constLast();
        chain.links.append(linkOf(zones[i], ds, above, i == zones.size() - 1));
    }
    if (!chain.links.isEmpty())
        chain.security = chain.links.constLast().security;
    return chain;
}

mail::Finding found(mail::Severity severity, const char *code, const DnssecChain &chain,
                    QJsonObject facts)
{
    facts.insert(QStringLiteral("domain"), QString::fromUtf8(chain.domain));
    mail::Finding finding;
    finding.severity = severity;
    finding.code = QLatin1String(code);
    finding.facts = facts;
    return finding;
}

QString zoneName(const ChainLink &link)
{
    return link.zone.isEmpty() ? QStringLiteral(".") : QString::fromUtf8(link.zone);
}

} // namespace

const ChainLink *DnssecChain::broken() const
{
    for (const ChainLink &link : links)
        if (link.security != DnsSecurity::Secure)
            return &link;
    return nullptr;
}

Result<DnssecChain> dnssecChain(const QByteArray &domain, wire::NameServers &servers, qint64 now,
                                Progress &progress)
{
    Walk walk(servers, now, progress);
    DnssecChain chain = walk.run(domain);
    if (walk.cancelled())
        return Error{Error::Kind::Cancelled, {}, {}, {}, 0};
    return chain;
}

QList<mail::Finding> chainFindings(const DnssecChain &chain, qint64 now)
{
    using mail::Severity;
    QList<mail::Finding> out;
    if (chain.links.isEmpty())
        return out;
    if (const ChainLink *link = chain.broken()) {
        const QJsonObject facts{
            {QStringLiteral("zone"), zoneName(*link)},
            {QStringLiteral("break"), QString(mail::word(link->why))},
            {QStringLiteral("reason"), link->detail},
            {QStringLiteral("reference"), QStringLiteral("RFC 4035, section 5")}};
        if (link->security == DnsSecurity::Bogus)
            out.append(found(Severity::Error,
                             ("dnssec-" + QByteArray(mail::word(link->why).latin1())).constData(),
                             chain, facts));
        else if (link->why == ChainBreak::NoDs && !link->keys.isEmpty())
            out.append(found(Severity::Warning, "dnssec-parent-silent", chain, facts));
        else if (link->why == ChainBreak::Unsupported)
            out.append(found(Severity::Warning, "dnssec-unsupported", chain, facts));
    }
    const ChainLink &own = chain.links.constLast();
    if (own.security != DnsSecurity::Secure)
        return out;
    QStringList weak;
    for (const ChainKey &key : own.keys)
        if (const QString name = algorithmName(key.algorithm);
            (algorithmStrength(key.algorithm) != Strength::Good ||
             ((key.algorithm == 8 || key.algorithm == 10) && key.bits < 1024)) &&
            !weak.contains(name))
            weak.append(name);
    const bool digests =
        !own.ds.isEmpty() && std::all_of(own.ds.cbegin(), own.ds.cend(), [](const ChainDs &ds) {
            return digestStrength(ds.data.digestType) != Strength::Good;
        });
    if (digests)
        weak.append(digestName(own.ds.constFirst().data.digestType));
    if (!weak.isEmpty())
        out.append(found(Severity::Warning, "dnssec-weak", chain,
                         {{QStringLiteral("zone"), zoneName(own)},
                          {QStringLiteral("algorithm"), weak.join(QLatin1String(", "))},
                          {QStringLiteral("reference"), QStringLiteral("RFC 8624, section 3")}}));
    // of several signatures over one set the longest counts
    QHash<int, QDateTime> until;
    for (const ChainSignature &signature : own.signatures)
        if (signature.verdict == Verdict::Good && signature.covered != RecordType::DS)
            until[int(signature.covered)] =
                std::max(until.value(int(signature.covered)), signature.expiration);
    for (const QDateTime &end : std::as_const(until))
        if (end.toSecsSinceEpoch() < now + soon) {
            out.append(
                found(Severity::Warning, "dnssec-expires", chain,
                      {{QStringLiteral("zone"), zoneName(own)},
                       {QStringLiteral("until"), end.toString(Qt::ISODate)},
                       {QStringLiteral("reference"), QStringLiteral("RFC 4034, section 3.1.5")}}));
            break;
        }
    return out;
}

} // namespace check
