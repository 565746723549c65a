// SPDX-License-Identifier: GPL-3.0-or-later
// The SPF record by a wizard: who sends, and what becomes of everybody else; or a record of one's
// own (S-68).
#pragma once

#include "ui/wizards/recordwizard.h"

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class SpfStep : public RecordStep
{
    Q_OBJECT

public:
    explicit SpfStep(const work::DomainLook &look, QWidget *parent = nullptr);

    check::Proposal proposal() const override;
    bool isTouched() const override { return m_touched; }
    QWidget *firstField() const override;

protected:
    void judge() override;

private:
    QWidget *makeSimple();
    QWidget *makeExpert();
    check::SpfWish wish() const;
    QByteArray record() const;
    QString faultOfMore() const;

    const work::DomainLook m_look;
    bool m_touched = false;
    QList<std::pair<QCheckBox *, QByteArray>> m_terms; // of the record that is there
    QLineEdit *m_more = nullptr;
    QButtonGroup *m_end = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

class SpfWizard : public RecordWizard
{
    Q_OBJECT

public:
    SpfWizard(Context &context, const store::Scope &scope, const work::DomainLook &look,
              work::MakeDns dns, QWidget *parent);
};

} // namespace ui
