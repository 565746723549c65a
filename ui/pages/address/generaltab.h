// SPDX-License-Identifier: GPL-3.0-or-later
// The first tab of an address: its users with their rights, its note, its size and other facts.
#pragma once

#include "app/mail/access.h"
#include "app/mail/mailbox.h"
#include "app/model/accessmodel.h"
#include "app/model/devicemodel.h"
#include "ui/context.h"

#include <QHash>
#include <QWidget>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace ui {

class Card;
class Fact;
class FormGrid;
class Text;
class UserRow;

class GeneralTab : public QWidget
{
    Q_OBJECT

public:
    GeneralTab(Context &context, model::AccessModel &accesses, model::DeviceModel &devices,
               QWidget *parent = nullptr);

    void setMailbox(const store::Scope &scope, const mail::Mailbox &mailbox);
    void showUsers();
    void showCapabilities();
    void editNote(); // puts the cursor into it

signals:
    void refreshWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFacts(Card *about);
    void orderKeys();
    void showFacts(const mail::Mailbox &mailbox);
    void toggle(qint64 user, mail::Right right, bool granted);
    void sendWish(qint64 user);
    void removeUser(qint64 user);
    void saveNote();
    void tellNote();
    QString refusal(mail::Verb verb, const char *kind, const char *field = "") const;

    Context &m_context;
    store::Scope m_scope;
    mail::Mailbox m_mailbox;
    model::AccessModel &m_accesses;
    model::DeviceModel &m_devices;
    QHash<qint64, UserRow *> m_rows;
    QHash<qint64, mail::Rights> m_wishes; // toggled while an earlier toggle is on its way
    QHash<qint64, mail::Rights> m_sent;   // what is on its way
    Card *m_users;
    Text *m_usersState;
    QVBoxLayout *m_list;
    FormGrid *m_form;
    QToolButton *m_refreshSize = nullptr;
    QLineEdit *m_note;
    QHash<QString, Fact *> m_facts;
    Text *m_limited;
};

} // namespace ui
