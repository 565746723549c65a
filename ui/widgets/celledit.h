// SPDX-License-Identifier: GPL-3.0-or-later
// Editing a value where it stands in a table: Enter or leaving takes it over, Esc does not; what is
// wrong is said at it and not taken over.
#pragma once

#include <QLineEdit>
#include <QPersistentModelIndex>

#include <functional>

class QAbstractItemView;

namespace ui {

class CellEdit : public QLineEdit
{
    Q_OBJECT

public:
    // What is wrong with a text, as a sentence; empty = nothing.
    using Fault = std::function<QString(const QString &text)>;

    // Lies over `cell` of `view` and deletes itself at its end.
    CellEdit(QAbstractItemView *view, const QModelIndex &cell, const QString &text, Fault fault);

signals:
    void accepted(const QString &text); // another text than before, and a good one

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void place();
    void end(bool accept);
    bool isWrong() const;

    QAbstractItemView *m_view;
    QPersistentModelIndex m_cell;
    QString m_before;
    Fault m_fault;
    bool m_ended = false;
};

} // namespace ui
