// SPDX-License-Identifier: GPL-3.0-or-later
// A device password shown once with the settings that a mail program wants (S-31, S-102): the last
// page of the device wizard, and what a new password for an existing device shows.
#pragma once

#include "app/base/secret.h"
#include "app/mail/capabilities.h"
#include "app/mail/device.h"
#include "ui/context.h"

#include <QWidget>

#include <functional>

class QGridLayout;

namespace ui {

class Messages;
class SecretView;

class DevicePassword : public QWidget
{
    Q_OBJECT

public:
    // `address` is the user name, in punycode.
    DevicePassword(const mail::Capabilities &capabilities, const QString &address,
                   mail::Protocols protocols, const Secret &password, QWidget *parent = nullptr);

    // For whatever closes the window around it: asks first while the password was not copied.
    void leave(Messages &messages, const std::function<void()> &close);

private:
    void addSetting(const QString &what, const QString &value, const QString &name);

    SecretView *m_secret;
    QGridLayout *m_settings;
};

// The dialog around it, for a new password of a device that exists.
void showNewPassword(Context &context, const store::Scope &scope, const QString &address,
                     const mail::Device &device, const Secret &password, QWidget *over);

} // namespace ui
