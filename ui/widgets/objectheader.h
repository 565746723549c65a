// SPDX-License-Identifier: GPL-3.0-or-later
// The header of an ObjectTable: the box that ticks all stands in its first shown section.
#pragma once

#include <QHeaderView>

namespace ui {

class ObjectTable;

int firstShownSection(const QHeaderView &header); // from the left; -1 = none

class ObjectHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ObjectHeader(ObjectTable *table);

    void reserve(int above); // keeps that many pixels free over the sections
    QSize sizeHint() const override { return QHeaderView::sizeHint() + QSize(0, m_above); }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    QSize sectionSizeFromContents(int section) const override;

private:
    bool isOnTick(const QPoint &at) const;

    ObjectTable *m_table;
    int m_above = 0;
};

} // namespace ui
