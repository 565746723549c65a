// SPDX-License-Identifier: GPL-3.0-or-later
// Records as people write them: the first line is "name type", the rest is the value, and all of it
// is a zone file. What is accepted reads back as the same.
#include "tests/fuzz/fuzz.h"

#include "app/wire/dns/zonefile.h"
#include "app/wire/dns/zonetext.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray input = inputOf(data, size);
    const qsizetype line = input.indexOf('\n');
    const QList<QByteArray> head = input.left(line < 0 ? input.size() : line).split(' ');
    const QByteArray value = line < 0 ? QByteArray() : input.mid(line + 1);
    const auto type = wire::typeFromWord(head.value(1));
    if (type) {
        if (const auto record = wire::recordFromText(head[0], *type, value)) {
            const auto again = wire::recordFromText(head[0], *type, record->dataText());
            PROMISE(again && *again == *record);
        }
        const QString text = QString::fromUtf8(value);
        if (const auto read = wire::dataFrom(*type, text)) {
            const wire::DnsRecord record{head[0], *type, 60, *read};
            const auto again = wire::dataFrom(*type, wire::targetOf(record));
            PROMISE(again && *again == *read);
        }
    }
    (void)wire::ownerFrom(QString::fromUtf8(head[0]), "example.org");
    const wire::ZoneFile file = wire::readZoneFile(input, "example.org");
    if (file.faults.isEmpty()) {
        const QByteArray written = wire::zoneFileText("example.org", file.records());
        const wire::ZoneFile again = wire::readZoneFile(written, "example.org");
        PROMISE(again.faults.isEmpty());
        PROMISE(again.entries.size() == file.entries.size());
    }
    return 0;
}
