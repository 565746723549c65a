// SPDX-License-Identifier: GPL-3.0-or-later
// Adding a device to an address: what it is, whose, how it fetches mail; then the password, once,
// with the settings to type beside it (S-31, S-33, S-102).
#pragma once

#include "ui/wizards/wizard.h"

#include "app/mail/device.h"
#include "app/work/apply.h"

namespace ui {

class DevicePassword;
class DeviceStep;
class DeviceUserStep;
class ProtocolStep;

class AddDevice : public Wizard
{
    Q_OBJECT

public:
    AddDevice(Context &context, const store::Scope &scope, const QString &mailbox, QWidget *parent);

protected:
    void finish() override;
    void reject() override; // never loses a password that was not copied without asking

private:
    void show(const Result<work::ApplyReport> &report);

    store::Scope m_scope;
    QString m_mailbox;
    QString m_address; // punycode: the user name of the mail program
    DeviceStep *m_device;
    DeviceUserStep *m_user;
    ProtocolStep *m_protocol;
    DevicePassword *m_shown = nullptr;
};

} // namespace ui
