// SPDX-License-Identifier: GPL-3.0-or-later
// The bar below a page while changes are staged: how many, Review, Discard.
#pragma once

#include <QWidget>

class QAction;

namespace ui {

class Text;

class StagedBar : public QWidget
{
    Q_OBJECT

public:
    StagedBar(QAction *review, QAction *discard, QWidget *parent = nullptr);
    void setCount(int count); // 0 hides it

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text *m_text;
};

} // namespace ui
