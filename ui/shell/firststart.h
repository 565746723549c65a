// SPDX-License-Identifier: GPL-3.0-or-later
// The page before there is an account, and the one that adds a further one: what kind of mail
// service, then its address and token, tested before they are kept.
#pragma once

#include "ui/shell/localhost.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace ui {

class FormGrid;
class MessageBar;
class Text;

class FirstStart : public QWidget
{
    Q_OBJECT

public:
    using Test = LocalHosts::Test;

    FirstStart(Accounts &accounts, LocalHosts &hosts, Jobs &jobs, Test test,
               QWidget *parent = nullptr);

    void begin(bool isFirst); // the choices; not the first: with a way back

signals:
    void finished(const QString &account);
    void left(); // "Back" on the choices

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeForm();
    QWidget *makeStarting();
    void choose(mail::AccountKind kind);
    void goBack(); // from a form to the choices, from them to where it was
    void connectNow();
    void tellFault(const Error &error);
    void tellBusy(bool busy);
    void tellKeyring();
    mail::Account typed() const;

    Accounts &m_accounts;
    LocalHosts &m_hosts;
    Jobs &m_jobs;
    Test m_test;
    mail::AccountKind m_kind = mail::AccountKind::Server;
    QString m_typedId;
    qint64 m_job = 0;

    QStackedWidget *m_pages;
    Text *m_welcome = nullptr;
    Text *m_intro = nullptr;
    QPushButton *m_leave = nullptr;
    Text *m_formTitle = nullptr;
    Text *m_formHint = nullptr;
    Text *m_progress = nullptr;
    FormGrid *m_form = nullptr;
    QLineEdit *m_url = nullptr;
    QLineEdit *m_token = nullptr;
    QLineEdit *m_ca = nullptr;
    QPushButton *m_connect = nullptr;
    MessageBar *m_bar = nullptr;
    Text *m_startingTitle = nullptr;
    Text *m_startingNote = nullptr;
    Text *m_startingDetails = nullptr;
    QPushButton *m_startingAgain = nullptr;
};

} // namespace ui
