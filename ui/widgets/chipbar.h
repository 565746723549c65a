// SPDX-License-Identifier: GPL-3.0-or-later
// The filters that are on, one chip each: a click, Enter, Delete or Backspace takes one away, and
// the last button all of them. Nothing is on: the bar is not there.
#pragma once

#include <QList>
#include <QWidget>

namespace ui {

class ChipBar : public QWidget
{
    Q_OBJECT

public:
    struct Item
    {
        QString id;
        QString text;
        bool operator==(const Item &) const = default;
    };

    explicit ChipBar(QWidget *parent = nullptr);

    void set(const QList<Item> &items);
    const QList<Item> &items() const { return m_items; }

signals:
    void removeWanted(const QString &id);
    void clearWanted();
    void emptied(); // by the keyboard: who has the keyboard now?

private:
    void make();

    QList<Item> m_items;
    QList<QWidget *> m_chips; // in that order, then the button that clears all
};

} // namespace ui
