// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/selector.h"

#include <QCoreApplication>

#include <algorithm>

namespace mail {

namespace {

constexpr qsizetype longestPart = 63;
constexpr qsizetype longestName = 253;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(mail)
};

Error broken(const char *sentence)
{
    return Error::invalid(QStringLiteral("selector"), Text::tr(sentence));
}

bool isLetterOrDigit(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); }

} // namespace

Result<QString> selectorFrom(const QString &text, const QString &domain)
{
    const QString selector = text.trimmed().toLower();
    if (selector.isEmpty())
        return broken(QT_TRANSLATE_NOOP("mail", "A selector is missing."));
    const QStringList parts = selector.split(u'.');
    for (const QString &part : parts) {
        const bool good = !part.isEmpty() && isLetterOrDigit(part.front()) &&
                          isLetterOrDigit(part.back()) &&
                          std::all_of(part.cbegin(), part.cend(),
                                      [](QChar c) { return isLetterOrDigit(c) || c == u'-'; });
        if (!good)
            return broken(QT_TRANSLATE_NOOP(
                "mail", "A selector has letters, digits and hyphens, with dots between its parts; "
                        "no part begins or ends with a hyphen."));
        if (part.size() > longestPart)
            return broken(
                QT_TRANSLATE_NOOP("mail", "Each part of a selector has at most 63 characters."));
    }
    if ((selector + QStringLiteral("._domainkey.") + domain).size() > longestName)
        return broken(QT_TRANSLATE_NOOP(
            "mail",
            "The selector is too long: the name of the record has at most 253 characters."));
    return selector;
}

QString selectorMade(const QDate &day, const QStringList &taken)
{
    const QString stem = QStringLiteral("mw") + day.toString(QStringLiteral("yyyyMMdd"));
    for (int number = 0;; ++number) {
        QString letters;
        for (int rest = number; rest >= 0; rest = rest / 26 - 1)
            letters.prepend(QChar(u'a' + rest % 26));
        if (!taken.contains(stem + letters))
            return stem + letters;
    }
}

} // namespace mail
