// SPDX-License-Identifier: GPL-3.0-or-later
// Who has access to a new address (S-43): its maker, people of the organisation, all of them, or
// nobody yet.
#pragma once

#include "ui/wizards/peopleeditor.h"
#include "ui/wizards/wizard.h"

#include <QHash>

class QRadioButton;
class QVBoxLayout;

namespace ui {

class Text;

class PeopleStep : public WizardStep
{
    Q_OBJECT

public:
    enum class Who
    {
        Myself,
        People,
        Everybody,
        Later
    };

    PeopleStep(Context &context, const store::Scope &scope, QWidget *parent = nullptr);

    Who who() const;
    QList<ChosenPerson> people() const;       // empty unless who() is People
    int everybody() const { return m_known; } // as far as they may be seen here

    bool isComplete() const override;
    QString incompleteReason() const override;
    QWidget *firstField() const override;

private:
    QRadioButton *addChoice(const QString &text, const QString &help, const QString &name,
                            QVBoxLayout *into);
    void tell();

    QRadioButton *m_myself = nullptr;
    QRadioButton *m_others = nullptr;
    QRadioButton *m_everybody = nullptr;
    QRadioButton *m_later = nullptr;
    PeopleEditor *m_people = nullptr;
    QWidget *m_space = nullptr;
    QHash<QRadioButton *, Text *> m_help;
    int m_known = 0;
};

} // namespace ui
