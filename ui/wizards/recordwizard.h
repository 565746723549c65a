// SPDX-License-Identifier: GPL-3.0-or-later
// A flow that ends in one record of DNS: an editor, then the review of what becomes of the zone, or
// the record to publish where the zone is elsewhere.
#pragma once

#include "app/work/apply.h"
#include "app/work/look.h"
#include "app/work/publication.h"
#include "ui/wizards/wizard.h"

class QRadioButton;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

class RecordText;
class ReviewStep;

// Asks for one record in one of two ways: recommended or the user's own, checked while typed.
class RecordStep : public WizardStep
{
    Q_OBJECT

public:
    RecordStep(const QString &question, const QString &nextText, QWidget *parent = nullptr);

    virtual check::Proposal proposal() const = 0;
    bool isExpert() const;

    bool isComplete() const override { return m_fault.isEmpty(); }
    QString incompleteReason() const override { return m_fault; }

protected:
    // The two ways, each a widget; call once.
    void setEditors(QWidget *simple, const QString &simpleText, QWidget *expert,
                    const QString &expertText);
    // What would be published, and what is wrong with it or worth knowing about it.
    void setPreview(const QString &record, const QString &fault, const QStringList &remarks);
    virtual void judge() = 0; // something changed

    QVBoxLayout *m_column;

private:
    QRadioButton *m_simple = nullptr;
    QRadioButton *m_own = nullptr;
    QStackedWidget *m_editors = nullptr;
    RecordText *m_preview;
    Text *m_faultText;
    Text *m_remarks;
    QString m_fault;
};

class RecordWizard : public Wizard
{
    Q_OBJECT

public:
    // `step` is given to the wizard.
    RecordWizard(Context &context, const store::Scope &scope, const QString &title,
                 RecordStep *step, const work::DomainLook &look, work::MakeDns dns,
                 QWidget *parent);

protected:
    void finish() override;

private:
    void show(const Result<work::ApplyReport> &report);

    const store::Scope m_scope;
    const QString m_domain;
    work::MakeDns m_dns;
    RecordStep *m_step;
    ReviewStep *m_review = nullptr; // none: the zone is elsewhere
};

} // namespace ui
