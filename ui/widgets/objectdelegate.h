// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the rows of an ObjectTable: what Cell says, the tick box before the first column, the
// current row and the matches of the filter.
#pragma once

#include <QStyledItemDelegate>

namespace ui {

class ObjectTable;

class ObjectDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ObjectDelegate(ObjectTable *table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    // A cell that is cut says all of it, unless the model has more to say.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    bool isFirst(const QModelIndex &index) const;
    void drawMarks(QPainter *painter, const QString &shown, int x, const QRect &r,
                   const QFontMetrics &metrics, const QModelIndex &index) const;

    ObjectTable *m_table;
};

} // namespace ui
