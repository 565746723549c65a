// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of the device wizard: what it is, whose it is, how it fetches mail (S-33).
#pragma once

#include "app/mail/access.h"
#include "app/mail/device.h"
#include "ui/wizards/wizard.h"

class QButtonGroup;
class QLineEdit;

namespace ui {

class DeviceStep : public WizardStep
{
    Q_OBJECT

public:
    explicit DeviceStep(QWidget *parent = nullptr);

    mail::DeviceType type() const;
    QString label() const;

    bool isComplete() const override;
    QString incompleteReason() const override;
    bool isTouched() const override;
    QWidget *firstField() const override;

private:
    QButtonGroup *m_types;
    QLineEdit *m_label;
    Text *m_fault;
};

class DeviceUserStep : public WizardStep
{
    Q_OBJECT

public:
    explicit DeviceUserStep(const QList<mail::Access> &accesses, QWidget *parent = nullptr);

    const mail::Access *user() const; // null = without user
    QWidget *firstField() const override;

private:
    void explain();

    QList<mail::Access> m_accesses;
    QButtonGroup *m_choices;
    Text *m_consequence;
};

class ProtocolStep : public WizardStep
{
    Q_OBJECT

public:
    explicit ProtocolStep(QWidget *parent = nullptr);

    mail::Protocols protocols() const;
    QWidget *firstField() const override;

private:
    QButtonGroup *m_choices;
};

} // namespace ui
