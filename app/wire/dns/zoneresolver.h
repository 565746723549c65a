// SPDX-License-Identifier: GPL-3.0-or-later
// Answers from a zone given as data: for `mailwright-check --zone`, for tests, for "what would be
// if" questions about a zone that is being edited.
#pragma once

#include "app/wire/dns/resolver.h"

#include <QHash>

#include <atomic>

namespace wire {

// The data: a JSON object, owner name -> list of {"type", "value"}. TXT: a string or an array of
// strings (one character-string each); MX: [preference, host]; A, AAAA, PTR, CNAME, NS: a string;
// other types: a string as in a zone file. {"type": "TIMEOUT"} makes every query for the name time
// out, {"type": "A", "value": "TIMEOUT"} those of that type; likewise SERVFAIL. {"type":
// "SECURITY", "value": "secure" | "insecure" | "bogus: why"} says how DNSSEC judges the name. A
// name that is not there is NXDOMAIN. CNAMEs are followed.
class ZoneResolver final : public Resolver
{
public:
    ZoneResolver() = default;
    static Result<std::shared_ptr<ZoneResolver>> fromJson(const QByteArray &json);

    void add(const DnsRecord &record);
    void add(const QByteArray &name, RecordType type, const QByteArray &value); // must be valid

    Result<DnsAnswer> query(const QByteArray &name, RecordType type, Progress &progress) override;

    int queries() const { return m_queries.load(); } // asked so far

private:
    enum class Failure
    {
        None,
        Timeout,
        Servfail
    };
    struct Name
    {
        QList<DnsRecord> records;
        Failure all = Failure::None;
        QHash<int, Failure> byType;
        DnsSecurity security = DnsSecurity::Unchecked;
        QString why;
    };

    QHash<QByteArray, Name> m_names;
    std::atomic<int> m_queries{0};
};

} // namespace wire
