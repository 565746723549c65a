// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/domain.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace mail {

namespace {

Error broken(const char *rule)
{
    return Error::invalid(QStringLiteral("domain"), QCoreApplication::translate("mail", rule));
}

constexpr int maxLabelSize = 63;
constexpr int maxName = 253;

bool isLetterDigitHyphen(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

QString toAscii(const QString &name)
{
    return QString::fromLatin1(QUrl::toAce(name, QUrl::IgnoreIDNWhitelist));
}

// The rule that this lower-case label breaks, null = none. Qt says only that a name is bad.
const char *ruleBrokenBy(const QString &label)
{
    const bool isAscii =
        std::all_of(label.cbegin(), label.cend(), [](QChar c) { return c.unicode() < 128; });
    if (label.startsWith(u'-') || label.endsWith(u'-') ||
        (isAscii && !std::all_of(label.cbegin(), label.cend(), isLetterDigitHyphen)))
        return QT_TRANSLATE_NOOP("mail", "A domain name has letters, digits and hyphens, and no "
                                         "part begins or ends with a hyphen.");
    // A label that would do when it is cut is too long, in punycode at least.
    const bool isTooLong = isAscii ? label.size() > maxLabelSize
                                   : toAscii(label).isEmpty() && label.size() > 8 &&
                                         !toAscii(label.left(8)).isEmpty() &&
                                         !toAscii(label.right(8)).isEmpty();
    if (isTooLong)
        return QT_TRANSLATE_NOOP("mail", "Each part of a domain name has at most 63 characters.");
    return nullptr;
}

} // namespace

Result<Domain> domainFrom(const QString &text)
{
    QString name = text.trimmed().toLower();
    for (QChar dot : {QChar(0x3002), QChar(0xff0e), QChar(0xff61)}) // RFC 3490, 3.1
        name.replace(dot, u'.');
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.isEmpty())
        return broken(QT_TRANSLATE_NOOP("mail", "A domain name is missing."));
    const QStringList labels = name.split(u'.');
    if (labels.contains(QString()))
        return broken(QT_TRANSLATE_NOOP(
            "mail", "A domain name has no two dots in a row, and none at its beginning."));
    for (const QString &label : labels)
        if (const char *rule = ruleBrokenBy(label))
            return broken(rule);
    if (labels.size() < 2)
        return broken(
            QT_TRANSLATE_NOOP("mail", "A domain name has at least one dot: example.org."));
    const QString ascii = toAscii(name);
    const QString unicode = QUrl::fromAce(ascii.toLatin1(), QUrl::IgnoreIDNWhitelist);
    // Punycode that means nothing stays as it is when it is read.
    const QStringList shown = unicode.split(u'.');
    if (ascii.isEmpty() || toAscii(unicode) != ascii ||
        std::any_of(shown.cbegin(), shown.cend(),
                    [](const QString &label) { return label.startsWith(u"xn--"); }))
        return broken(
            QT_TRANSLATE_NOOP("mail", "This domain name has a character that no domain may have."));
    if (ascii.size() > maxName)
        return broken(QT_TRANSLATE_NOOP("mail", "A domain name has at most 253 characters."));
    return Domain{ascii, unicode};
}

QString nameForPeople(const QString &name)
{
    QStringList labels = name.split(u'.');
    for (QString &label : labels) {
        if (!label.startsWith(u"xn--"))
            continue;
        const QString unicode = QUrl::fromAce(label.toLatin1(), QUrl::IgnoreIDNWhitelist);
        if (!unicode.isEmpty() && toAscii(unicode) == label)
            label = unicode;
    }
    return labels.join(u'.');
}

QString addressForPeople(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0)
        return address;
    const auto domain = domainFrom(address.mid(at + 1));
    return domain ? address.left(at + 1) + domain->unicode : address;
}

QString addressForWire(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0)
        return address;
    const auto domain = domainFrom(address.mid(at + 1));
    return domain ? address.left(at + 1) + domain->ascii : address;
}

} // namespace mail
