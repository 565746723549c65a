// SPDX-License-Identifier: GPL-3.0-or-later
// A new DKIM key on the mail host: which algorithm, under which selector; then its record and when
// it begins to sign (S-69).
#pragma once

#include "app/work/apply.h"
#include "app/work/look.h"
#include "ui/wizards/wizard.h"

class QLineEdit;
class QRadioButton;

namespace ui {

class FormGrid;
class ReviewStep;

class DkimStep : public WizardStep
{
    Q_OBJECT

public:
    explicit DkimStep(const work::DomainLook &look, QWidget *parent = nullptr);

    mail::DkimKey key() const;

    bool isComplete() const override { return m_fault.isEmpty(); }
    QString incompleteReason() const override { return m_fault; }
    bool isTouched() const override;
    QWidget *firstField() const override;

private:
    void judge();

    const work::DomainLook m_look;
    QRadioButton *m_rsa;
    QRadioButton *m_ed25519;
    FormGrid *m_form;
    QLineEdit *m_selector;
    QString m_fault;
};

class DkimWizard : public Wizard
{
    Q_OBJECT

public:
    DkimWizard(Context &context, const store::Scope &scope, const work::DomainLook &look,
               work::MakeDns dns, QWidget *parent);

protected:
    void finish() override;

private:
    void show(const Result<work::ApplyReport> &report);
    void letItSign(const mail::DkimKey &key);

    const store::Scope m_scope;
    const work::DomainLook m_look;
    work::MakeDns m_dns;
    DkimStep *m_step;
    ReviewStep *m_review;
};

} // namespace ui
