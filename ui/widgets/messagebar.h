// SPDX-License-Identifier: GPL-3.0-or-later
// One quiet line with an icon, a sentence, at most one action, details folded, and a cross. Under
// the header of a page, and above the rows of a table that could not be refreshed.
#pragma once

#include "ui/shell/messages.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QToolButton;
class QPushButton;
class QLabel;

namespace ui {

class Text;

class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    // Confirmations go by themselves after ten seconds without the pointer on them; the others stay
    // until they are closed or replaced. An error is not replaced by a confirmation: that one waits
    // until the error is closed.
    void say(const Messages::Message &message);
    void dismiss();
    bool isShowing() const { return m_showing; }
    const Messages::Message &message() const { return m_message; }

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void drawIcon();

    Messages::Message m_message;
    std::optional<Messages::Message> m_next;
    bool m_showing = false;
    QLabel *m_icon;
    Text *m_text;
    Text *m_details;
    QToolButton *m_more;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
};

} // namespace ui
