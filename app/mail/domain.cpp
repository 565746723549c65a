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

bool isLabel(QStringView label)
{
    if (label.startsWith(u'-') || label.endsWith(u'-'))
        return false;
    return std::all_of(label.begin(), label.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

} // namespace

Result<Domain> domainFrom(const QString &text)
{
    QString name = text.trimmed();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name.isEmpty())
        return broken(QT_TRANSLATE_NOOP("mail", "A domain name is missing."));
    for (const QString &label : name.split(u'.'))
        if (label.isEmpty())
            return broken(QT_TRANSLATE_NOOP("mail", "A domain name has no two dots in a row."));
    const QString ascii =
        QString::fromLatin1(QUrl::toAce(name.toLower(), QUrl::IgnoreIDNWhitelist));
    if (ascii.isEmpty())
        return broken(
            QT_TRANSLATE_NOOP("mail", "This domain name has a character that no domain may have."));
    if (ascii.size() > 253)
        return broken(QT_TRANSLATE_NOOP("mail", "A domain name has at most 253 characters."));
    const QStringList labels = ascii.split(u'.');
    if (labels.size() < 2)
        return broken(
            QT_TRANSLATE_NOOP("mail", "A domain name has at least one dot: example.org."));
    for (const QString &label : labels) {
        if (label.size() > 63)
            return broken(
                QT_TRANSLATE_NOOP("mail", "Each part of a domain name has at most 63 characters."));
        if (!isLabel(label))
            return broken(QT_TRANSLATE_NOOP(
                "mail", "A domain name has letters, digits and hyphens, and no part begins or "
                        "ends with a hyphen."));
    }
    return Domain{ascii, QUrl::fromAce(ascii.toLatin1(), QUrl::IgnoreIDNWhitelist)};
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
