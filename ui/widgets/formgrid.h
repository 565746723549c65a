// SPDX-License-Identifier: GPL-3.0-or-later
// A form: labels right-aligned in one column, fields in one width, and under each field a place for
// a hint or for what is wrong with it.
#pragma once

#include <QHash>
#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace ui {

class Text;

class FormGrid : public QWidget
{
    Q_OBJECT

public:
    enum class Width
    {
        Short, // numbers, dates
        Usual,
        Wide // fills the line
    };

    explicit FormGrid(QWidget *parent = nullptr);

    // `name` is the field of the vocabulary ("note") that setFault() names; the label becomes the
    // field's buddy and accessible name.
    void addRow(const QString &name, const QString &label, QWidget *field, const QString &hint = {},
                Width width = Width::Usual);
    void addWide(QWidget *widget); // in the column of the fields
    void addSection(const QString &title);
    void setLabel(const QString &name, const QString &label);
    QStringList rows() const; // in their order
    void setRowVisible(const QString &name, bool visible);
    void setHint(const QString &name, const QString &hint);
    void setFault(const QString &name, const QString &sentence); // empty: it is right now
    void clearFaults();
    bool hasField(const QString &name) const { return m_rows.contains(name); }
    bool hasFaults() const;
    QWidget *field(const QString &name) const;

private:
    struct Row
    {
        Text *label = nullptr;
        QWidget *field = nullptr;
        Text *below = nullptr;
        QString hint;
        QString fault;
        int at = 0; // in the grid; two further below
    };
    void tell(const QString &name);

    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
    QStringList m_order;
    int m_next = 0;
};

} // namespace ui
