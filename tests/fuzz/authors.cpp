// SPDX-License-Identifier: GPL-3.0-or-later
// A From: or Sender: line: whatever is taken names as many addresses as there are "@" in it for
// somebody who only knows quotes and comments.
#include "tests/fuzz/fuzz.h"

#include "server/host/authors.h"

namespace {

qsizetype bareAtSigns(const QByteArray &line)
{
    qsizetype count = 0;
    int depth = 0;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\\' && (isQuoted || depth > 0))
            ++i;
        else if (c == '"' && depth == 0)
            isQuoted = !isQuoted;
        else if (c == '(' && !isQuoted)
            ++depth;
        else if (c == ')' && !isQuoted)
            --depth;
        else if (c == '@' && !isQuoted && depth == 0)
            ++count;
    }
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray line = inputOf(data, size);
    const auto addresses = host::addressesIn(line);
    if (!addresses)
        return 0;
    PROMISE(!addresses->isEmpty());
    PROMISE(addresses->size() == bareAtSigns(line));
    for (const QString &address : *addresses) {
        PROMISE(address.count(u'@') == 1);
        PROMISE(!address.contains(u' ') && !address.contains(u'<') && !address.contains(u','));
        const auto again = host::addressesIn(address.toUtf8());
        PROMISE(again && *again == QStringList{address});
    }
    return 0;
}
