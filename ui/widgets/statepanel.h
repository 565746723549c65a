// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the middle of a page that has nothing to show: empty, loading, offline, error,
// forbidden. Says why, and offers one thing to do, or a second one instead of it.
#pragma once

#include <QWidget>

#include <functional>

class QPushButton;
class QLabel;

namespace ui {

class Text;

enum class PageState
{
    Ready,
    Empty,
    Loading,
    Offline,
    Error,
    Forbidden
};

class StatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatePanel(QWidget *parent = nullptr);

    // `icon` empty: the usual one of the state.
    void set(PageState state, const QString &title, const QString &text,
             const QString &actionText = {}, std::function<void()> action = {},
             const QString &icon = {});
    void offerInstead(const QString &text, std::function<void()> action); // until set() again
    PageState state() const { return m_state; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    PageState m_state = PageState::Ready;
    QString m_iconName;
    QLabel *m_icon;
    Text *m_title;
    Text *m_text;
    QPushButton *m_button;
    QPushButton *m_other;
    std::function<void()> m_action;
    std::function<void()> m_otherAction;
};

} // namespace ui
