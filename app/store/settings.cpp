// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace store {

namespace {

constexpr auto themeKey = "appearance/theme";
constexpr auto denseKey = "appearance/dense";

QString key(const char *name) { return QLatin1String(name); }

} // namespace

Settings::Settings(const QString &file)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    QFile made(file);
    if (!made.exists() && made.open(QIODevice::WriteOnly | QIODevice::Append))
        made.close();
    made.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
}

Settings::~Settings() = default; // QSettings writes what is left

QList<mail::Account> Settings::accounts() const
{
    QList<mail::Account> list;
    const int count = m_file->beginReadArray(QStringLiteral("accounts"));
    for (int i = 0; i < count; ++i) {
        m_file->setArrayIndex(i);
        mail::Account account;
        account.id = m_file->value(QStringLiteral("id")).toString();
        const auto kind =
            mail::fromWord<mail::AccountKind>(m_file->value(QStringLiteral("kind")).toString());
        if (account.id.isEmpty() || !kind)
            continue; // written by another version, or by hand
        account.kind = *kind;
        account.name = m_file->value(QStringLiteral("name")).toString();
        account.url = m_file->value(QStringLiteral("url")).toString();
        account.caFile = m_file->value(QStringLiteral("ca_file")).toString();
        account.directory = m_file->value(QStringLiteral("directory")).toString();
        list.append(account);
    }
    m_file->endArray();
    return list;
}

void Settings::setAccounts(const QList<mail::Account> &accounts)
{
    m_file->remove(QStringLiteral("accounts"));
    m_file->beginWriteArray(QStringLiteral("accounts"), int(accounts.size()));
    for (int i = 0; i < accounts.size(); ++i) {
        const mail::Account &account = accounts.at(i);
        m_file->setArrayIndex(i);
        m_file->setValue(QStringLiteral("id"), account.id);
        m_file->setValue(QStringLiteral("kind"), QString(mail::word(account.kind)));
        m_file->setValue(QStringLiteral("name"), account.name);
        m_file->setValue(QStringLiteral("url"), account.url);
        m_file->setValue(QStringLiteral("ca_file"), account.caFile);
        m_file->setValue(QStringLiteral("directory"), account.directory);
    }
    m_file->endArray();
    m_file->sync(); // an account must not be lost with a crash
}

Settings::Theme Settings::theme() const
{
    const QString word = m_file->value(key(themeKey)).toString();
    return word == u"light" ? Theme::Light : word == u"dark" ? Theme::Dark : Theme::System;
}

void Settings::setTheme(Theme theme)
{
    m_file->setValue(key(themeKey), theme == Theme::Light  ? QStringLiteral("light")
                                    : theme == Theme::Dark ? QStringLiteral("dark")
                                                           : QStringLiteral("system"));
}

bool Settings::isDense() const { return m_file->value(key(denseKey), false).toBool(); }
void Settings::setDense(bool dense) { m_file->setValue(key(denseKey), dense); }

QByteArray Settings::state(const QString &name) const
{
    return m_file->value(QStringLiteral("state/") + name).toByteArray();
}

void Settings::setState(const QString &name, const QByteArray &state)
{
    m_file->setValue(QStringLiteral("state/") + name, state);
}

QVariant Settings::value(const QString &name, const QVariant &otherwise) const
{
    return m_file->value(QStringLiteral("value/") + name, otherwise);
}

void Settings::setValue(const QString &name, const QVariant &value)
{
    m_file->setValue(QStringLiteral("value/") + name, value);
}

} // namespace store
