// SPDX-License-Identifier: GPL-3.0-or-later
// The types of the records of a zone with their counts, to be picked: none picked shows all.
#pragma once

#include <QMap>
#include <QSet>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace ui {

class TypeChips : public QWidget
{
    Q_OBJECT

public:
    explicit TypeChips(QWidget *parent = nullptr);

    void setCounts(const QMap<QString, int> &counts); // what is gone is no longer picked
    QSet<QString> picked() const;
    void clear();

signals:
    void pickedChanged();

private:
    QHBoxLayout *m_line;
    QMap<QString, QToolButton *> m_buttons;
};

} // namespace ui
