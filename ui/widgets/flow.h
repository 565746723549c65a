// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets side by side that go on in a next line where the width ends.
#pragma once

#include <QLayout>

namespace ui {

class Flow : public QLayout
{
    Q_OBJECT

public:
    explicit Flow(QWidget *parent = nullptr);
    ~Flow() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int at) const override { return m_items.value(at); }
    QLayoutItem *takeAt(int at) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect &rect) override;

private:
    int lay(const QRect &rect, bool move) const; // the height it takes

    QList<QLayoutItem *> m_items;
};

} // namespace ui
