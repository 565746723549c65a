// SPDX-License-Identifier: GPL-3.0-or-later
// A new token for an account whose token is no longer taken or not at hand: tested, then kept.
#pragma once

#include "app/mail/account.h"
#include "ui/shell/firststart.h"

#include <QDialog>

namespace ui {

class TokenDialog : public QDialog
{
    Q_OBJECT

public:
    TokenDialog(Accounts &accounts, Jobs &jobs, FirstStart::Test test, const mail::Account &account,
                QWidget *parent = nullptr);

private:
    void connectNow();
    void tellBusy(bool isBusy);

    Accounts &m_accounts;
    Jobs &m_jobs;
    FirstStart::Test m_test;
    mail::Account m_account;
    FormGrid *m_form;
    MessageBar *m_bar;
    QLineEdit *m_token;
    QPushButton *m_connect;
};

} // namespace ui
