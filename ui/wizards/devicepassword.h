// SPDX-License-Identifier: GPL-3.0-or-later
// A device password shown once with the settings that a mail program wants (S-31, S-102): the last
// page of the device wizard, and what a new password for an existing device shows.
#pragma once

#include "app/mail/capabilities.h"
#include "app/mail/device.h"
#include "app/work/apply.h"
#include "ui/context.h"

#include <QWidget>

#include <functional>

class QGridLayout;
class QVBoxLayout;

namespace ui {

class Messages;
class SecretView;

class DevicePassword : public QWidget
{
    Q_OBJECT

public:
    // `address` is the user name, in punycode. `made` has the password, and what there is to say
    // of it when it is not all as it should be.
    DevicePassword(const mail::Capabilities &capabilities, const QString &address,
                   mail::Protocols protocols, const work::RowResult &made,
                   QWidget *parent = nullptr);

    // For whatever closes the window around it: asks first while the password was not copied.
    void leave(Messages &messages, const std::function<void()> &close);

private:
    void addPassword(QVBoxLayout *column, const Secret &password);
    void addSetting(const QString &what, const QString &value, const QString &name);

    SecretView *m_secret = nullptr; // none: the service told no password
    QGridLayout *m_settings;
};

// The dialog around it, for a new password of a device that exists.
void showNewPassword(Context &context, const store::Scope &scope, const QString &address,
                     const mail::Device &device, const work::RowResult &made, QWidget *over);

} // namespace ui
