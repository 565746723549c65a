// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/address/rightseditor.h"

#include "app/model/text.h"
#include "ui/pages/address/rightwords.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

#include <QBoxLayout>

namespace ui {

RightsEditor::RightsEditor(const QString &name, Parts parts, bool narrow, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid());
    if (parts == Everything)
        addToggle(mail::Right::SendEmails, column);

    auto *groups = new QBoxLayout(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    groups->setSpacing(narrow ? grid() : grid(3));
    column->addLayout(groups);
    for (const RightGroup &group : rightGroups()) {
        auto *box = new QVBoxLayout;
        box->setSpacing(grid(0.5));
        box->addWidget(new Text(group.title, Size::Small, Role::Muted, this));
        for (mail::Right right : group.rights)
            addToggle(right, box);
        box->addStretch();
        groups->addLayout(box, narrow ? 0 : 1);
    }
    showAll();
}

Toggle *RightsEditor::makeToggle(mail::Right right, const QString &name, QWidget *parent)
{
    auto *toggle = new Toggle(model::rightText(right), parent);
    toggle->setObjectName(name);
    toggle->setStateTexts(tr("allowed"), tr("not allowed"), tr("not known here"));
    return toggle;
}

void RightsEditor::showState(Toggle *toggle, mail::Right right, std::optional<bool> granted,
                             const QString &readOnly, const QString &person)
{
    toggle->setUnknown(!granted);
    if (granted)
        toggle->setOn(*granted);
    const QString reason =
        granted ? readOnly
                : tr("This service does not tell the right, so it cannot be changed here.");
    toggle->setEnabled(reason.isEmpty());
    toggle->setToolTip(reason.isEmpty() ? rightHelp(right) : reason);
    toggle->setAccessibleDescription(
        person.isEmpty() ? toggle->toolTip() : tr("%1. %2").arg(person, toggle->toolTip()));
}

void RightsEditor::addToggle(mail::Right right, QBoxLayout *into)
{
    auto *toggle = makeToggle(
        right, QStringLiteral("%1.%2").arg(m_name, QLatin1String(mail::flagName(right))), this);
    m_toggles.insert(int(right), toggle);
    into->addWidget(toggle);
    connect(toggle, &Toggle::toggled, this, [this, right](bool granted) {
        m_rights.set(right, granted);
        emit toggled(right, granted);
        emit changed();
    });
}

void RightsEditor::setRights(const mail::Rights &rights)
{
    m_rights = rights;
    showAll();
}

void RightsEditor::setPerson(const QString &person)
{
    m_person = person;
    showAll();
}

void RightsEditor::setReadOnly(const QString &reason)
{
    m_readOnly = reason;
    showAll();
}

void RightsEditor::showAll()
{
    for (auto it = m_toggles.cbegin(); it != m_toggles.cend(); ++it)
        showState(it.value(), mail::Right(it.key()), m_rights.get(mail::Right(it.key())),
                  m_readOnly, m_person);
}

} // namespace ui
