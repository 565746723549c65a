// SPDX-License-Identifier: GPL-3.0-or-later
// The devices of an address: who may log in with a mail program, for whom, since when; new
// passwords and disconnecting (S-35 .. S-39).
#pragma once

#include "app/mail/mailbox.h"
#include "app/model/devicemodel.h"
#include "app/work/apply.h"
#include "ui/context.h"

#include <QWidget>

#include <optional>

class QAction;
class QPushButton;

namespace ui {

class ObjectTable;

class DevicesTab : public QWidget
{
    Q_OBJECT

public:
    DevicesTab(Context &context, model::DeviceModel &devices, QWidget *parent = nullptr);

    void setMailbox(const store::Scope &scope, const mail::Mailbox &mailbox);
    void showCapabilities();
    // What stands in the empty table: it was read and is empty, is being read, or could not be.
    void showState(bool isLoading, const std::optional<Error> &error);
    QWidget *firstField() const;

protected:
    void changeEvent(QEvent *event) override;

signals:
    void addWanted();
    void retryWanted();

private:
    std::optional<mail::Device> current() const;
    void menu(const QPoint &at);
    void changePassword();
    void disconnectDevice();
    void disconnectAll();
    void paintRed();

    Context &m_context;
    store::Scope m_scope;
    mail::Mailbox m_mailbox;
    model::DeviceModel &m_devices;
    bool m_isLoading = false;
    std::optional<Error> m_error;
    ObjectTable *m_table;
    QAction *m_password;
    QAction *m_disconnect;
    QPushButton *m_all;
};

} // namespace ui
