// SPDX-License-Identifier: GPL-3.0-or-later
// Where tokens and passwords are kept: the system's keyring, or memory when there is none. Never a
// file of ours.
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QHash>
#include <QMutex>
#include <QString>

namespace store {

// Blocking; any thread but the UI's for a keyring (it may ask the user to unlock it).
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual Result<void> write(const QString &key, const Secret &secret) = 0;
    virtual Result<Secret> read(const QString &key) = 0; // NotFound when there is none
    virtual Result<void> remove(const QString &key) = 0;
    virtual bool isLasting() const = 0; // false: gone when the program ends; say so to the user
    virtual bool isDeclined() const { return false; } // because the user did not unlock it
};

class MemorySecrets final : public SecretStore
{
public:
    Result<void> write(const QString &key, const Secret &secret) override;
    Result<Secret> read(const QString &key) override;
    Result<void> remove(const QString &key) override;
    bool isLasting() const override { return false; }

private:
    QMutex m_mutex;
    QHash<QString, Secret> m_secrets;
};

// QtKeychain under the service name "mailwright". When the keyring does not answer (no D-Bus, none
// installed, locked and dismissed) it goes on in memory and isLasting() turns false; each call asks
// it again, for it may have been unlocked since.
class KeyringSecrets final : public SecretStore
{
public:
    // How long the keyring may take for one answer; the user may be typing its password.
    explicit KeyringSecrets(int timeoutMs = 60'000)
        : m_timeout(timeoutMs)
    {
    }

    Result<void> write(const QString &key, const Secret &secret) override;
    Result<Secret> read(const QString &key) override;
    Result<void> remove(const QString &key) override;
    bool isLasting() const override;
    bool isDeclined() const override;

private:
    void tell(bool works, const QString &why = {}, bool isDeclined = false);

    const int m_timeout;
    MemorySecrets m_memory;
    mutable QMutex m_mutex;
    bool m_works = true;
    bool m_isDeclined = false;
};

} // namespace store
