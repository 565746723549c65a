// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the bottom of a page while rows are ticked: how many, and what can be done with them.
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace ui {

class Text;

class BulkBar : public QWidget
{
    Q_OBJECT

public:
    explicit BulkBar(QWidget *parent = nullptr);

    void setCount(qint64 count); // 0 hides the bar
    // `dangerous`: drawn in the colour of loss. The button follows the action's state and tooltip.
    void add(QAction *action, bool dangerous = false);

signals:
    void clearWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text *m_count;
    QHBoxLayout *m_actions;
};

} // namespace ui
