// SPDX-License-Identifier: GPL-3.0-or-later
// The last question of a wizard that changes data: what will be done, line by line, and what the
// review says to it.
#pragma once

#include "app/mail/change.h"
#include "ui/wizards/wizard.h"

#include <functional>

class QVBoxLayout;

namespace ui {

class FindingList;

class ReviewStep : public WizardStep
{
    Q_OBJECT

public:
    // `plan` is asked each time the step is shown.
    ReviewStep(Context &context, const store::Scope &scope, const QString &agree,
               std::function<mail::ChangeSet()> plan, QWidget *parent = nullptr);

    const mail::ChangeSet &plan() const { return m_set; }
    void setHint(const QString &hint);

    void enter() override;
    bool isComplete() const override { return m_isPossible; }
    QString incompleteReason() const override;

private:
    Context &m_context;
    store::Scope m_scope;
    std::function<mail::ChangeSet()> m_makePlan;
    mail::ChangeSet m_set;
    bool m_isPossible = false;
    QVBoxLayout *m_lines;
    QString m_hint;
    FindingList *m_findings;
};

} // namespace ui
