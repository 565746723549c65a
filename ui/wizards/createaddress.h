// SPDX-License-Identifier: GPL-3.0-or-later
// Creating an address: its name, who has access, a look at the plan, and what is next (S-43 ..
// S-47).
#pragma once

#include "ui/wizards/wizard.h"

#include "app/work/apply.h"

namespace ui {

class NameStep;
class PeopleStep;
class ReviewStep;

class CreateAddress : public Wizard
{
    Q_OBJECT

public:
    CreateAddress(Context &context, const store::Scope &scope, QWidget *parent);

signals:
    void created(const QString &name); // the far side confirmed it

protected:
    void finish() override;

private:
    mail::ChangeSet plan() const;
    QString hint() const;
    QString whoHasAccess(const QString &name) const; // of an address for everybody
    void show(const Result<work::ApplyReport> &report);
    void showDone(const work::ApplyReport &report);

    store::Scope m_scope;
    QString m_domain; // punycode
    NameStep *m_name;
    PeopleStep *m_people;
    ReviewStep *m_review;
};

} // namespace ui
