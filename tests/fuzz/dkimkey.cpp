// SPDX-License-Identifier: GPL-3.0-or-later
// Tag lists, key records, and what is found about them.
#include "tests/fuzz/fuzz.h"

#include "app/check/dns/dkim.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray text = inputOf(data, size);
    const check::TagList tags = check::parseTags(text);
    for (const auto &[name, value] : tags.tags)
        PROMISE(!name.isEmpty() && tags.value(name));
    const check::DkimKey key = check::parseDkimKey(text);
    PROMISE(!key.usable() || (key.bits > 0 && !key.data.isEmpty()));
    wire::DnsAnswer answer;
    answer.records = {{"s._domainkey.example", wire::RecordType::TXT, 60, wire::TxtData{text}}};
    const auto findings = check::dkimKeyFindings("example", "s", answer);
    PROMISE(key.problem.isEmpty() || !findings.isEmpty());
    return 0;
}
