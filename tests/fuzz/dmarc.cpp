// SPDX-License-Identifier: GPL-3.0-or-later
// Input: published records, a line each. What is proposed is always a record that counts.
#include "tests/fuzz/fuzz.h"

#include "app/check/dns/dmarc.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QList<QByteArray> lines = inputOf(data, size).split('\n');
    for (const QByteArray &line : lines) {
        const check::DmarcRecord record = check::parseDmarc(line);
        PROMISE(record.percent >= 0 && record.percent <= 100);
        check::DmarcFound found;
        found.domain = found.at = "example.org";
        found.texts = {line};
        found.record = record;
        PROMISE(check::dmarcTable(found).size() == (record.usable ? 9 : 0));
    }
    check::DmarcWish wish;
    const QByteArray merged = check::dmarcProposal(lines, wish);
    const check::DmarcRecord record = check::parseDmarc(merged);
    PROMISE(record.usable && record.problems.isEmpty());
    PROMISE(check::dmarcProposal({merged}, wish) == merged);
    wish.policy = check::DmarcPolicy::Reject;
    wish.addAggregate = {"d@example.org"};
    wish.removeFailure = {"*"};
    const check::DmarcRecord after = check::parseDmarc(check::dmarcProposal(lines, wish));
    PROMISE(after.usable && after.policy == check::DmarcPolicy::Reject && after.failure.isEmpty());
    return 0;
}
