// SPDX-License-Identifier: GPL-3.0-or-later
// The first question of the create wizard: what the address is called (S-47), with an optional
// note.
#pragma once

#include "ui/wizards/wizard.h"

#include <optional>

class QLineEdit;

namespace ui {

class FormGrid;

class NameStep : public WizardStep
{
    Q_OBJECT

public:
    NameStep(Context &context, const store::Scope &scope, QWidget *parent = nullptr);

    QString name() const; // lower case; only when complete
    QString note() const;

    bool isComplete() const override;
    QString incompleteReason() const override;
    bool isTouched() const override;
    QWidget *firstField() const override;

private:
    void judge();

    Context &m_context;
    store::Scope m_scope;
    QString m_domain; // for people
    QString m_full;   // why no address can be created at all; empty = it can
    QString m_fault;
    FormGrid *m_form;
    QLineEdit *m_name;
    QLineEdit *m_note;
    Text *m_preview;
};

} // namespace ui
