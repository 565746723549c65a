// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tokendialog.h"

#include "ui/shell/accounts.h"
#include "ui/shell/connectionfault.h"
#include "ui/shell/messages.h"
#include "ui/widgets/formgrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

TokenDialog::TokenDialog(Accounts &accounts, Jobs &jobs, FirstStart::Test test,
                         const mail::Account &account, QWidget *parent)
    : QDialog(parent)
    , m_accounts(accounts)
    , m_jobs(jobs)
    , m_test(std::move(test))
    , m_account(account)
{
    setObjectName(QStringLiteral("tokenDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("A new token for %1").arg(account.name));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(grid(3), grid(3), grid(3), grid(2));
    column->setSpacing(grid(2));
    auto *title = Text::title(windowTitle(), this);
    title->setWordWrap(true);
    auto *hint = Text::muted(
        tr("It takes the place of the old one. The connection is tested before it is kept."), this);
    hint->setWordWrap(true);
    m_bar = new MessageBar(this);
    m_bar->setObjectName(QStringLiteral("tokenDialog.message"));
    m_form = new FormGrid(this);
    m_token = new QLineEdit(m_form);
    m_token->setEchoMode(QLineEdit::Password);
    m_form->addRow(QStringLiteral("token"), tr("Token"), m_token,
                   accounts.isLasting()
                       ? tr("Kept in this computer's keyring, never in a file.")
                       : tr("No keyring works on this computer: the token is kept until "
                            "Mailwright ends, and never in a file."),
                   FormGrid::Width::Wide);
    m_token->setObjectName(QStringLiteral("tokenDialog.token"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("tokenDialog.cancel"));
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    m_connect = new QPushButton(tr("Connect"), this);
    m_connect->setObjectName(QStringLiteral("tokenDialog.connect"));
    m_connect->setAccessibleName(m_connect->text());
    setWeight(m_connect, Weight::Primary);
    m_connect->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid());
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_connect);
    column->addWidget(title);
    column->addWidget(hint);
    column->addWidget(m_bar);
    column->addWidget(m_form);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &TokenDialog::connectNow);
    connect(m_token, &QLineEdit::textEdited, this, [this] {
        m_form->clearFaults();
        m_bar->dismiss();
    });
    resize(scaled(520), sizeHint().height());
    m_token->setFocus();
}

void TokenDialog::connectNow()
{
    const Secret token(m_token->text().trimmed());
    if (token.isEmpty()) {
        m_form->setFault(QStringLiteral("token"), tr("Enter the token."));
        return;
    }
    tellBusy(true);
    m_jobs.run(
        tr("Test the connection to %1").arg(m_account.name), {{}, true},
        [test = m_test, account = m_account, token](Progress &progress) {
            return test(account, token, progress);
        },
        this,
        [this, token](const Result<mail::User> &user) {
            tellBusy(false);
            if (user) {
                m_token->clear();
                m_accounts.renew(m_account.id, token);
                accept();
                return;
            }
            const ConnectionFault fault = connectionFault(user.error(), false);
            if (fault.field == u"token") {
                m_form->setFault(fault.field, fault.text);
                m_token->setFocus();
                m_token->selectAll();
                return;
            }
            const Sentence sentence = sentenceFor(user.error());
            m_bar->say({Messages::Kind::Error,
                        fault.text.isEmpty() ? sentence.text : fault.text,
                        sentence.details,
                        {},
                        {}});
        });
}

void TokenDialog::tellBusy(bool isBusy)
{
    m_token->setEnabled(!isBusy);
    m_connect->setEnabled(!isBusy);
    m_connect->setText(isBusy ? tr("Testing…") : tr("Connect"));
}

} // namespace ui
