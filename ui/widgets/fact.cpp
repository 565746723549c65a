// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fact.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {

Fact::Fact(const QString &label, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_label(label)
    , m_value(new Text({}, Size::Body, Role::Text, this))
    , m_line(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(2));
    column->addWidget(new Text(label, Size::Small, Role::Muted, this));
    m_line->setSpacing(scaled(4));
    m_line->addWidget(m_value);
    m_line->addStretch(1);
    column->addLayout(m_line);
    column->addStretch(1);
    m_value->setObjectName(name);
    m_value->setTextFormat(Qt::PlainText);
    m_value->setMinimumHeight(scaled(20)); // with a button beside it or without
    setMinimumWidth(scaled(150));          // so that lines of them stand below each other
}

void Fact::setValue(const QString &value, const QString &toolTip)
{
    m_value->setText(value);
    m_value->setToolTip(toolTip);
    m_value->setAccessibleName(QStringLiteral("%1: %2").arg(m_label, value));
}

void Fact::setTone(Role role) { m_value->setRole(role); }

void Fact::addBeside(QWidget *widget) { m_line->insertWidget(m_line->count() - 1, widget); }

} // namespace ui
