// SPDX-License-Identifier: GPL-3.0-or-later
// OpenDKIM 2.11 on a layout. One process signs with one algorithm only, so there are two of them,
// one for RSA and one for Ed25519, and a message passes both.
#pragma once

#include "server/host/layout.h"
#include "server/host/signing.h"
#include "server/host/supervisor.h"

#include <QMutex>

namespace host {

class OpenDkim final : public Signing
{
public:
    // Both outlive this.
    OpenDkim(const Layout &layout, const Supervisor &supervisor)
        : m_layout(layout)
        , m_supervisor(supervisor)
    {
    }

    Result<void> check(); // names what is missing on this machine; missing() says it from then on
    Result<void> configure();        // writes the files; the tables stay as they were
    QList<Service> services() const; // of the supervisor
    QStringList sockets() const;     // in the order in which a message passes them

    QString missing() const override { return m_missing; }
    Result<QString> makeKey(const SigningKey &key) override;
    bool hasKey(const SigningKey &key) const override;
    Result<void> dropKey(const SigningKey &key) override;
    Result<void> keepOnly(const QList<SigningKey> &keys) override;
    Result<void> signWith(const QList<SigningKey> &keys) override;
    Result<QByteArray> signedMessage(const QString &domain) override;

private:
    QString keyFile(const SigningKey &key) const;
    QString file(mail::DkimAlgorithm algorithm, const char *what) const;
    Result<void> writeTables(mail::DkimAlgorithm algorithm, const QList<SigningKey> &keys,
                             bool &differs) const;
    Result<void> bringIn(mail::DkimAlgorithm algorithm, const QList<SigningKey> &keys);

    const Layout &m_layout;
    const Supervisor &m_supervisor;
    QString m_missing = QStringLiteral("the mail host is not running");
    QMutex m_mutex;          // one change of the tables at a time
    QList<SigningKey> m_now; // what both instances sign with; guarded
};

} // namespace host
