// SPDX-License-Identifier: GPL-3.0-or-later
// A Signing that keeps what it is told. May fail on demand, and may refuse altogether.
#pragma once

#include "server/host/signing.h"

#include <QStringList>

#include <mutex>

namespace host {

class RecordingSigning final : public Signing
{
public:
    QString missing() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_missing;
    }
    Result<QString> makeKey(const SigningKey &key) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        if (m_keys.contains(key))
            return Error{Error::Kind::Conflict, QStringLiteral("there is one"), {}, {}, 0};
        m_keys.append(key);
        m_events.append(QStringLiteral("make ") + key.selector);
        return QStringLiteral("v=DKIM1; k=%1; p=%2")
            .arg(mail::word(key.algorithm),
                 QString::fromLatin1((key.domain + key.selector).toLatin1().toBase64()));
    }
    bool hasKey(const SigningKey &key) const override
    {
        const std::lock_guard lock(m_mutex);
        return m_keys.contains(key);
    }
    Result<void> dropKey(const SigningKey &key) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        if (m_keys.removeAll(key))
            m_events.append(QStringLiteral("drop ") + key.selector);
        return {};
    }
    Result<void> keepOnly(const QList<SigningKey> &keys) override
    {
        const std::lock_guard lock(m_mutex);
        m_keys.removeIf([&](const SigningKey &key) { return !keys.contains(key); });
        return {};
    }
    Result<void> signWith(const QList<SigningKey> &keys) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_failure)
            return *m_failure;
        if (m_signing == keys)
            return {};
        m_signing = keys;
        m_events.append(QStringLiteral("sign with ") + names(keys));
        return {};
    }
    Result<QByteArray> signedMessage(const QString &domain) override
    {
        const std::lock_guard lock(m_mutex);
        QByteArray message = "From: postmaster@" + domain.toLatin1() + "\r\n\r\n";
        bool any = false;
        for (const SigningKey &key : m_signing)
            if (key.domain == domain) {
                message.prepend("DKIM-Signature: s=" + key.selector.toLatin1() + "\r\n");
                any = true;
            }
        if (!any)
            return Error{Error::Kind::Conflict,
                         QStringLiteral("No key of %1 signs").arg(domain),
                         {},
                         QStringLiteral("not_signed"),
                         0};
        return message;
    }

    // What tests ask and do.
    static QString names(const QList<SigningKey> &keys)
    {
        QStringList names;
        for (const SigningKey &key : keys)
            names.append(key.selector);
        return names.join(u' ');
    }
    QList<SigningKey> keys() const // whose private half is there
    {
        const std::lock_guard lock(m_mutex);
        return m_keys;
    }
    QList<SigningKey> signing() const
    {
        const std::lock_guard lock(m_mutex);
        return m_signing;
    }
    QStringList takeEvents()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_events, {});
    }
    void refuse(const QString &reason)
    {
        const std::lock_guard lock(m_mutex);
        m_missing = reason;
    }
    void failWith(std::optional<Error> error)
    {
        const std::lock_guard lock(m_mutex);
        m_failure = std::move(error);
    }

private:
    mutable std::mutex m_mutex;
    QString m_missing;
    QList<SigningKey> m_keys;
    QList<SigningKey> m_signing;
    QStringList m_events;
    std::optional<Error> m_failure;
};

} // namespace host
