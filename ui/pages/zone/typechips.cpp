// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/zone/typechips.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace ui {

TypeChips::TypeChips(QWidget *parent)
    : QWidget(parent)
    , m_line(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("zone.types"));
    setAccessibleName(tr("Types of records"));
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(scaled(4));
    m_line->addStretch(1);
}

void TypeChips::setCounts(const QMap<QString, int> &counts)
{
    bool isOther = false;
    for (auto it = m_buttons.begin(); it != m_buttons.end();) {
        if (counts.contains(it.key())) {
            ++it;
            continue;
        }
        isOther = isOther || it.value()->isChecked();
        delete it.value();
        it = m_buttons.erase(it);
    }
    int at = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it, ++at) {
        QToolButton *button = m_buttons.value(it.key());
        if (!button) {
            button = new QToolButton(this);
            button->setObjectName(QStringLiteral("zone.type.%1").arg(it.key()));
            button->setCheckable(true);
            button->setFocusPolicy(Qt::StrongFocus);
            m_buttons.insert(it.key(), button);
            connect(button, &QToolButton::toggled, this, &TypeChips::pickedChanged);
        }
        m_line->removeWidget(button);
        m_line->insertWidget(at, button);
        button->setText(QStringLiteral("%1 %2").arg(it.key(), QLocale().toString(it.value())));
        button->setAccessibleName(tr("%1: %Ln record(s)", nullptr, it.value()).arg(it.key()));
        button->setToolTip(tr("Show only records of type %1").arg(it.key()));
    }
    if (isOther)
        emit pickedChanged();
}

QSet<QString> TypeChips::picked() const
{
    QSet<QString> types;
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        if (it.value()->isChecked())
            types.insert(it.key());
    return types;
}

void TypeChips::clear()
{
    for (QToolButton *button : qAsConst(m_buttons))
        button->setChecked(false);
}

} // namespace ui
