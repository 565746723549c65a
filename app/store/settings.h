// SPDX-License-Identifier: GPL-3.0-or-later
// What the user chose, in one INI file: accounts (without secrets), window state, table columns,
// theme. The only place that knows QSettings. UI thread only; values are held in memory, writing
// happens behind.
#pragma once

#include "app/mail/account.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariant>

#include <memory>

class QSettings;

namespace store {

class Settings
{
public:
    explicit Settings(const QString &file);
    ~Settings();

    QList<mail::Account> accounts() const;
    void setAccounts(const QList<mail::Account> &accounts);

    enum class Theme
    {
        System,
        Light,
        Dark
    };
    Theme theme() const;
    void setTheme(Theme theme);

    bool isDense() const; // rows of 24 instead of 30 pixels
    void setDense(bool dense);

    // Window, navigation and table state, by a name that the widget chooses ("addresses/header").
    QByteArray state(const QString &name) const;
    void setState(const QString &name, const QByteArray &state);
    QVariant value(const QString &name, const QVariant &otherwise = {}) const;
    void setValue(const QString &name, const QVariant &value);

private:
    std::unique_ptr<QSettings> m_file;
};

} // namespace store
