// SPDX-License-Identifier: GPL-3.0-or-later
// Giving people of the organisation access to an address, each with rights of their own (S-13 b).
#pragma once

#include "ui/wizards/wizard.h"

#include "app/work/apply.h"

namespace ui {

class PeopleEditor;

class AddUser : public Wizard
{
    Q_OBJECT

public:
    AddUser(Context &context, const store::Scope &scope, const QString &mailbox, QWidget *parent);

protected:
    void finish() override;

private:
    void show(const Result<work::ApplyReport> &report);

    store::Scope m_scope;
    QString m_mailbox;
    QString m_address; // for people
    PeopleEditor *m_people;
};

} // namespace ui
