// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/peoplestep.h"

#include "ui/shell/accounts.h"
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
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
    const QList<mail::User> people =
        service ? context.cache.users(scope.account, service->organisation) : QList<mail::User>();
    m_known = int(people.size());
    m_people->setPeople(people, service ? service->defaultRights.value_or(mail::Rights::all())
                                        : mail::Rights::all());
    column->addWidget(m_people, 1);
    column->addSpacing(grid());
    m_everybody = addChoice(
        tr("Everybody in the organisation"),
        tr("All who belong to it now, with the rights that new users get. Those who join later "
           "are not included: add them on the page of the address."),
        QStringLiteral("create.who.everybody"), column);
    const auto can =
        context.changes.capabilities(scope).can(mail::Verb::Create, u"mailbox", u"target");
    m_everybody->setEnabled(bool(can));
    m_everybody->setToolTip(reasonText(can.reason));
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
    m_help.insert(choice, below);
    connect(choice, &QRadioButton::toggled, this, &PeopleStep::tell);
    return choice;
}

PeopleStep::Who PeopleStep::who() const
{
    return m_myself->isChecked()      ? Who::Myself
           : m_others->isChecked()    ? Who::People
           : m_everybody->isChecked() ? Who::Everybody
                                      : Who::Later;
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
    for (QRadioButton *choice : {m_myself, m_others, m_everybody})
        if (choice->isChecked())
            return choice;
    return m_later;
}

void PeopleStep::tell()
{
    if (!m_space) // still being built
        return;
    m_people->setVisible(who() == Who::People);
    // The list of people takes the room that the help of the other choices has.
    for (auto it = m_help.cbegin(); it != m_help.cend(); ++it)
        it.value()->setVisible(who() != Who::People || it.key()->isChecked());
    m_space->setVisible(who() != Who::People);
    emit completeChanged();
}

} // namespace ui
