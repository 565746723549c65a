// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/peoplestep.h"

#include "ui/shell/accounts.h"
#include "ui/widgets/text.h"

#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {

PeopleStep::PeopleStep(Context &context, const store::Scope &scope, QWidget *parent)
    : WizardStep(tr("Who has access?"), tr("Continue"), parent)
{
    const auto service = context.cache.service(scope);
    const mail::User me = context.accounts.me(scope.account);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(0.5));
    m_myself =
        addChoice(me.displayName.isEmpty() ? tr("Only me") : tr("Only me (%1)").arg(me.displayName),
                  tr("The address appears in your web mail. Others can be added later."),
                  QStringLiteral("create.who.myself"), column);
    m_others = addChoice(tr("People of the organisation"),
                         tr("Each with rights of their own; they all see the same mailbox."),
                         QStringLiteral("create.who.people"), column);
    m_people = new PeopleEditor(this);
    m_people->setPeople(
        service ? context.cache.users(scope.account, service->organisation) : QList<mail::User>(),
        service ? service->defaultRights.value_or(mail::Rights::all()) : mail::Rights::all());
    column->addWidget(m_people, 1);
    m_later = addChoice(tr("Decide later"),
                        tr("The address receives mail at once, but it has no password and no user, "
                           "and is visible nowhere until you add one."),
                        QStringLiteral("create.who.later"), column);
    m_space = new QWidget(this);
    m_space->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    column->addWidget(m_space, 1);
    m_myself->setChecked(true);
    connect(m_people, &PeopleEditor::changed, this, &PeopleStep::completeChanged);
    tell();
}

QRadioButton *PeopleStep::addChoice(const QString &text, const QString &help, const QString &name,
                                    QVBoxLayout *into)
{
    auto *choice = new QRadioButton(text, this);
    choice->setObjectName(name);
    choice->setAccessibleName(text);
    choice->setAccessibleDescription(help);
    QFont font = choice->font();
    font.setWeight(QFont::DemiBold);
    choice->setFont(font);
    into->addWidget(choice);
    auto *below = Text::muted(help, this);
    below->setWordWrap(true);
    below->setIndent(grid(3));
    into->addWidget(below);
    into->addSpacing(grid());
    connect(choice, &QRadioButton::toggled, this, &PeopleStep::tell);
    return choice;
}

PeopleStep::Who PeopleStep::who() const
{
    return m_myself->isChecked() ? Who::Myself : m_others->isChecked() ? Who::People : Who::Later;
}

QList<ChosenPerson> PeopleStep::people() const
{
    return who() == Who::People ? m_people->chosen() : QList<ChosenPerson>();
}

bool PeopleStep::isComplete() const { return who() != Who::People || !people().isEmpty(); }

QString PeopleStep::incompleteReason() const
{
    return tr("Tick at least one person, or decide later.");
}

QWidget *PeopleStep::firstField() const
{
    return m_myself->isChecked() ? m_myself : m_others->isChecked() ? m_others : m_later;
}

void PeopleStep::tell()
{
    if (!m_space) // still being built
        return;
    m_people->setVisible(who() == Who::People);
    m_space->setVisible(who() != Who::People);
    emit completeChanged();
}

} // namespace ui
