// SPDX-License-Identifier: GPL-3.0-or-later
// A private mail host whose mail is signed, and what became of the messages: in the sink, in a
// mailbox, before two verifiers that ask the host's own name server.
#pragma once

#include "tests/support/localhost.h"

#include <QByteArray>
#include <QStringList>

class SignedHost : public LocalHost
{
public:
    using LocalHost::LocalHost;

    // What its stories need, for NEEDS_SERVERS.
    static inline const QList<Server> all{Server::Smtp, Server::Dkim, Server::Dns};

    QJsonObject makeKey(const QString &algorithm);
    int setState(const QJsonObject &key, const QString &state); // HTTP status
    // A key that signs.
    QJsonObject signWith(const QString &algorithm);
    QStringList states(); // "mw20261125a signing" of each key

    qint64 rotate(int overlap); // the job's id; 0 = refused
    QJsonObject job(qint64 id);

    // The message with that subject as it left the machine; empty: none did within ten seconds.
    QByteArray sent(const QString &subject) const;
    QByteArray received(const QString &address, const QString &password, const QString &subject);

    // "pass mw20261125a rsa-sha256" of each signature, sorted. "none" when there is none.
    QStringList byPython(const QByteArray &message) const;
    QStringList byUs(const QByteArray &message) const;
    // Whether the host's name server answers with a key under that selector.
    bool isPublished(const QString &selector) const;

    QString path(const char *rest) // below the mail hosting
    {
        return QStringLiteral("/1/mail_hostings/%1").arg(serviceId()) + QLatin1String(rest);
    }
    static QStringList selectorsIn(const QByteArray &message);
};
