// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/spellings.h"

#include "app/mail/domain.h"

namespace host {

QStringList spellings(const QString &ascii)
{
    constexpr qsizetype most = 64;
    const auto domain = mail::domainFrom(ascii);
    if (!domain || domain->unicode == ascii)
        return {ascii};
    QStringList mixed{QString()};
    QString allLarge;
    for (const QChar c : domain->unicode) {
        const QString large = QString(c).toUpper();
        const bool hasTwo = c.unicode() >= 0x80 && large != c && large.toLower() == c;
        allLarge += hasTwo ? large : QString(c);
        const auto count = mixed.size();
        for (qsizetype i = 0; i < count; ++i) {
            if (hasTwo && mixed.size() < most)
                mixed.append(mixed[i] + large);
            mixed[i] += c;
        }
    }
    if (!mixed.contains(allLarge))
        mixed.append(allLarge);
    return QStringList{ascii} + mixed;
}

} // namespace host
