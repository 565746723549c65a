// SPDX-License-Identifier: GPL-3.0-or-later
// A small window under the button that opens it, over the page and at once effective: Esc or a
// click elsewhere closes it, and the keyboard goes back to where it was.
#pragma once

#include <QFrame>
#include <QPointer>

namespace ui {

class Popover : public QFrame
{
    Q_OBJECT

public:
    explicit Popover(QWidget *parent = nullptr);

    // Below `anchor`, their right edges in line, within the screen.
    void openUnder(QWidget *anchor);

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QPointer<QWidget> m_before; // had the keyboard
};

} // namespace ui
