// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/address/rightseditor.h"

#include "app/model/text.h"
#include "ui/pages/address/rightwords.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toggle.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace ui {

RightsEditor::RightsEditor(const QString &name, Parts parts, bool narrow, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_isNarrow(narrow)
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid());
    if (parts == Everything)
        addToggle(mail::Right::SendEmails, column);

    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(grid(3));
    m_grid->setVerticalSpacing(grid());
    column->addLayout(m_grid);
    for (const RightGroup &group : rightGroups()) {
        auto *part = new QWidget(this);
        auto *box = new QVBoxLayout(part);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(grid(0.5));
        box->addWidget(new Text(group.title, Size::Small, Role::Muted, part));
        for (mail::Right right : group.rights)
            addToggle(right, box);
        box->addStretch();
        m_groups.append(part);
    }
    showAll();
    flow(narrow ? 1 : int(m_groups.size()));
}

int RightsEditor::columnWidth() const
{
    int widest = 0;
    for (const QWidget *part : m_groups)
        widest = std::max(widest, part->sizeHint().width());
    return widest;
}

void RightsEditor::flow(int columns)
{
    if (columns == m_columns)
        return;
    for (QWidget *part : qAsConst(m_groups))
        m_grid->removeWidget(part);
    for (int i = 0; i < m_groups.size(); ++i) {
        m_grid->addWidget(m_groups.at(i), i / columns, i % columns);
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
    m_columns = columns;
    updateGeometry();
}

QSize RightsEditor::minimumSizeHint() const
{
    const QSize whole = QWidget::minimumSizeHint();
    int width = columnWidth();
    for (const Toggle *toggle : m_toggles)
        width = std::max(width, toggle->sizeHint().width());
    return {std::min(whole.width(), width), whole.height()};
}

void RightsEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isNarrow)
        return;
    const int gap = m_grid->horizontalSpacing();
    const int fit = (event->size().width() + gap) / std::max(1, columnWidth() + gap);
    flow(std::clamp(fit, 1, int(m_groups.size())));
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
