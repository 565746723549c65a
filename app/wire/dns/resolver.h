// SPDX-License-Identifier: GPL-3.0-or-later
// Asking DNS: one blocking question, one answer with its evidence. The world behind it is
// libunbound, a zone given as data, or one server asked directly.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/mail/words.h"
#include "app/wire/dns/dnsrecord.h"

namespace wire {

enum class DnsSecurity
{
    Unchecked, // nobody validated
    Secure,    // signatures lead to a trust anchor
    Insecure,  // proven to be outside of a signed zone, or no anchor above it
    Bogus      // signed and wrong; `why` says what
};

struct DnsAnswer
{
    QByteArray name; // as asked, canonical
    RecordType type = RecordType::A;
    int rcode = 0;            // 0 NOERROR, 3 NXDOMAIN; others are errors, not answers
    QList<DnsRecord> records; // of the asked type, at the end of the chain
    QList<QByteArray> chain;  // the CNAME targets followed, in order
    DnsSecurity security = DnsSecurity::Unchecked;
    QString why;    // Bogus: what is wrong
    QString server; // who answered, for the evidence: "192.0.2.53", "recursion", "zone file"
    quint32 ttl = 0;

    bool exists() const { return rcode != 3; }
    bool isVoid() const { return records.isEmpty(); } // NXDOMAIN or no record of this type
};

struct DnsQuestion
{
    QByteArray name;
    RecordType type = RecordType::A;
};

// All members may be called from any thread.
class Resolver
{
public:
    virtual ~Resolver() = default;

    // Errors: Offline/"timeout" (no answer in time), Protocol/"servfail", Protocol/"refused" or
    // another "rcode-N", Protocol/"malformed", Invalid/"name" (no DNS name), Cancelled. A bogus
    // answer is an answer (security says so), its records must not be trusted.
    virtual Result<DnsAnswer> query(const QByteArray &name, RecordType type,
                                    Progress &progress) = 0;

    // Side by side where the resolver can; answers in the order of the questions.
    virtual QList<Result<DnsAnswer>> queryAll(const QList<DnsQuestion> &questions,
                                              Progress &progress);
};

Error dnsTimeout(const QByteArray &name, RecordType type);
Error dnsFailure(const QByteArray &name, RecordType type, int rcode, const QString &why = {});

} // namespace wire

template <>
struct mail::Words<wire::DnsSecurity>
{
    static constexpr std::array<std::pair<wire::DnsSecurity, const char *>, 4> list{
        {{wire::DnsSecurity::Unchecked, "unchecked"},
         {wire::DnsSecurity::Secure, "secure"},
         {wire::DnsSecurity::Insecure, "insecure"},
         {wire::DnsSecurity::Bogus, "bogus"}}};
};
