// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends, as Postfix knows it: the name that Dovecot gives a login for submission.
#pragma once

#include <QByteArray>
#include <QString>

namespace host {

struct Submitter
{
    QString mailbox;
    qint64 device = 0;
    // Of the password, so that a session that began with the one before is told from a new one.
    QString generation;

    // `secretSha256` as in LookupDevice.
    static Submitter of(const QString &mailbox, qint64 device, const QByteArray &secretSha256);

    // "address#dID.GENERATION"; device 0: it is not one of ours.
    static Submitter fromLogin(const QString &login);
    QString login() const;

    bool operator==(const Submitter &) const = default;
};

} // namespace host
