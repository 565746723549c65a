// SPDX-License-Identifier: GPL-3.0-or-later
// Input: a line each with address, HELO, MAIL FROM, then records "name type value". Whatever they
// hold, evaluation ends with a result within its limits, and merging yields a valid record.
#include "tests/fuzz/fuzz.h"

#include "app/check/dns/spftree.h"
#include "app/wire/dns/zoneresolver.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QList<QByteArray> lines = inputOf(data, size).split('\n');
    check::SpfQuery query;
    query.ip =
        wire::IpAddress::parse(lines.value(0)).value_or(*wire::IpAddress::parse("192.0.2.1"));
    query.helo = lines.value(1);
    query.mailFrom = lines.value(2);
    query.time = 1700000000;
    wire::ZoneResolver zone;
    QList<QByteArray> texts;
    for (const QByteArray &line : lines.mid(3)) {
        const qsizetype first = line.indexOf(' ');
        const qsizetype second = line.indexOf(' ', first + 1);
        const auto type = wire::typeFromWord(line.mid(first + 1, second - first - 1));
        if (first < 0 || second < 0 || !type)
            continue;
        const QByteArray value = line.mid(second + 1);
        if (*type == wire::RecordType::TXT) {
            zone.add(wire::DnsRecord{line.left(first), *type, 60, wire::TxtData{value}});
            texts.append(value);
        } else {
            zone.add(line.left(first), *type, value);
        }
    }
    Progress progress;
    const auto outcome = check::checkHost(query, zone, progress);
    PROMISE(outcome);
    PROMISE(outcome->lookups <= query.lookupLimit + 1);
    PROMISE(outcome->queries <= 1 + 22 * (query.lookupLimit + 1) + 25);
    PROMISE(outcome->explanation.has_value() <= (outcome->result == check::SpfResult::Fail));
    const bool error = outcome->result == check::SpfResult::PermError ||
                       outcome->result == check::SpfResult::TempError;
    PROMISE(!error || !outcome->reason.isEmpty());

    const QByteArray domain = check::spfSender(query.mailFrom, query.helo).second;
    const auto tree = check::expandSpf(domain, zone, progress);
    PROMISE(tree);
    (void)check::spfFindings(*tree);
    check::SpfWish wish;
    wish.terms = {"mx", "include:spf.example"};
    wish.end = '~';
    const check::SpfProposal proposal = check::spfProposal(texts, wish);
    PROMISE(check::parseSpf(proposal.record).problems.isEmpty());
    PROMISE(check::spfProposal({proposal.record}, wish).record == proposal.record);
    return 0;
}
