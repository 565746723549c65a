// SPDX-License-Identifier: GPL-3.0-or-later
// Editing a note where it stands in the table: Enter or leaving takes it over, Esc does not.
#pragma once

#include <QLineEdit>
#include <QPersistentModelIndex>

class QAbstractItemView;

namespace ui {

class NoteCell : public QLineEdit
{
    Q_OBJECT

public:
    // Lies over `cell` of `view` and deletes itself at its end.
    NoteCell(QAbstractItemView *view, const QModelIndex &cell, const QString &text);

signals:
    void accepted(const QString &text); // another text than before, short enough

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void place();
    void end(bool accept);
    bool isTooLong() const;

    QAbstractItemView *m_view;
    QPersistentModelIndex m_cell;
    QString m_before;
    bool m_ended = false;
};

} // namespace ui
