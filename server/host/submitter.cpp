// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/submitter.h"

#include <QCryptographicHash>

namespace host {

Submitter Submitter::of(const QString &mailbox, qint64 device, const QByteArray &secretSha256)
{
    // It stands in logs: a digest of the digest, cut short, of a password that nobody could guess.
    const QByteArray digest = QCryptographicHash::hash("submission " + secretSha256.toLower(),
                                                       QCryptographicHash::Sha256);
    return {mailbox, device, QString::fromLatin1(digest.toHex().left(12))};
}

Submitter Submitter::fromLogin(const QString &login)
{
    const auto hash = login.lastIndexOf(QLatin1String("#d"));
    const auto dot = login.indexOf(u'.', hash);
    if (hash <= 0 || dot < 0 || dot == login.size() - 1)
        return {};
    bool number = false;
    const qint64 device = login.mid(hash + 2, dot - hash - 2).toLongLong(&number);
    return number && device > 0 ? Submitter{login.left(hash).toLower(), device, login.mid(dot + 1)}
                                : Submitter{};
}

QString Submitter::login() const
{
    return QStringLiteral("%1#d%2.%3").arg(mailbox, QString::number(device), generation);
}

} // namespace host
