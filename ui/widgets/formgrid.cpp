// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formgrid.h"

#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QStyle>

#include <algorithm>

namespace ui {

FormGrid::FormGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(grid(1.5));
    m_grid->setVerticalSpacing(scaled(4));
    m_grid->setColumnStretch(2, 1);
}

void FormGrid::addRow(const QString &name, const QString &label, QWidget *field,
                      const QString &hint, Width width)
{
    Row row;
    auto *words = new Text(label, Size::Body, Role::Text, this);
    words->setBuddy(field);
    row.label = words;
    row.field = field;
    row.hint = hint;
    row.below = new Text({}, Size::Small, Role::Muted, this);
    row.below->setWordWrap(true);
    row.below->setObjectName(name + QStringLiteral(".hint"));
    if (field->objectName().isEmpty())
        field->setObjectName(name);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    const int at = m_next;
    m_next += 3;
    m_grid->addWidget(words, at, 0, Qt::AlignRight | Qt::AlignVCenter);
    if (width == Width::Wide) {
        m_grid->addWidget(field, at, 1, 1, 2);
        m_grid->addWidget(row.below, at + 1, 1, 1, 2);
    } else {
        field->setFixedWidth(scaled(width == Width::Short ? 120 : 320));
        m_grid->addWidget(field, at, 1, Qt::AlignLeft);
        m_grid->addWidget(row.below, at + 1, 1, 1, 2);
    }
    m_grid->setRowMinimumHeight(at + 2, scaled(4));
    row.at = at;
    m_rows.insert(name, row);
    m_order.append(name);
    tell(name);
}

void FormGrid::setLabel(const QString &name, const QString &label)
{
    const auto row = m_rows.constFind(name);
    if (row == m_rows.cend())
        return;
    row->label->setText(label);
    row->field->setAccessibleName(label);
}

QStringList FormGrid::rows() const { return m_order; }

void FormGrid::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_next, 1, 1, 2);
    m_grid->setRowMinimumHeight(m_next + 1, scaled(4));
    m_next += 2;
}

void FormGrid::addSection(const QString &title)
{
    if (m_next > 0)
        m_grid->setRowMinimumHeight(m_next++, grid());
    m_grid->addWidget(Text::section(title, this), m_next++, 0, 1, 3);
}

void FormGrid::setRowVisible(const QString &name, bool visible)
{
    const auto row = m_rows.constFind(name);
    if (row == m_rows.cend())
        return;
    row->label->setVisible(visible);
    row->field->setVisible(visible);
    row->below->setVisible(visible && !row->below->text().isEmpty());
    m_grid->setRowMinimumHeight(row->at + 2, visible ? scaled(4) : 0); // no gap where nothing is
}

void FormGrid::setHint(const QString &name, const QString &hint)
{
    if (!m_rows.contains(name))
        return;
    m_rows[name].hint = hint;
    tell(name);
}

void FormGrid::setFault(const QString &name, const QString &sentence)
{
    if (!m_rows.contains(name))
        return;
    m_rows[name].fault = sentence;
    tell(name);
}

void FormGrid::clearFaults()
{
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it) {
        it->fault.clear();
        tell(it.key());
    }
}

bool FormGrid::hasFaults() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(),
                       [](const Row &row) { return !row.fault.isEmpty(); });
}

QWidget *FormGrid::field(const QString &name) const { return m_rows.value(name).field; }

void FormGrid::tell(const QString &name)
{
    Row &row = m_rows[name];
    const bool wrong = !row.fault.isEmpty();
    row.below->setText(wrong ? row.fault : row.hint);
    row.below->setRole(wrong ? Role::Bad : Role::Muted);
    row.below->setVisible(!row.below->text().isEmpty() && !row.field->isHidden());
    // Of a field with a button beside it the part that is typed in.
    QWidget *typed = row.field->focusProxy() ? row.field->focusProxy() : row.field;
    typed->setProperty("wrong", wrong);
    typed->setAccessibleDescription(row.below->text());
    typed->update();
}

} // namespace ui
