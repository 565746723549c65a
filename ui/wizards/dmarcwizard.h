// SPDX-License-Identifier: GPL-3.0-or-later
// The DMARC record by a wizard: what receivers do with forged messages and where reports go; or a
// record of one's own (S-70, N-11).
#pragma once

#include "ui/wizards/recordwizard.h"

class QButtonGroup;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class DmarcStep : public RecordStep
{
    Q_OBJECT

public:
    explicit DmarcStep(const work::DomainLook &look, QWidget *parent = nullptr);

    check::Proposal proposal() const override;
    bool isTouched() const override { return m_touched; }
    QWidget *firstField() const override;

protected:
    void judge() override;

private:
    QWidget *makeSimple();
    QWidget *makeExpert();
    check::DmarcWish wish() const;
    QByteArray record() const;
    QList<QByteArray> published() const;

    const work::DomainLook m_look;
    bool m_touched = false;
    QButtonGroup *m_policy = nullptr;
    QLineEdit *m_reports = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

class DmarcWizard : public RecordWizard
{
    Q_OBJECT

public:
    DmarcWizard(Context &context, const store::Scope &scope, const work::DomainLook &look,
                work::MakeDns dns, QWidget *parent);
};

} // namespace ui
