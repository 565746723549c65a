// SPDX-License-Identifier: GPL-3.0-or-later
// What every page is: a widget given the Context and a Place, which says its title and keeps its
// own state. The shell knows the list in pages.cpp, never a page.
#pragma once

#include "ui/context.h"
#include "ui/shell/navigator.h"

#include <QByteArray>
#include <QFocusEvent>
#include <QWidget>

#include <functional>

namespace ui {

class Page : public QWidget
{
    Q_OBJECT

public:
    Page(Context &context, const Place &place, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_context(context)
        , m_place(place)
    {
    }

    const Place &place() const { return m_place; }
    virtual void show(const Place &place)
    {
        m_place = place;
    }                                                   // the same page, another tab or address
    virtual QByteArray saveState() const { return {}; } // row, scroll, filter: for going back
    virtual void restoreState(const QByteArray &) {}
    virtual void refresh() {}     // F5
    virtual void focusFilter() {} // Ctrl+F and /

protected:
    // Where the keyboard is when somebody comes to the page. (A focus proxy would take the page's
    // other controls out of the Tab order.)
    void takeFocusAt(QWidget *widget) { m_focus = widget; }
    void focusInEvent(QFocusEvent *event) override
    {
        QWidget::focusInEvent(event);
        if (m_focus)
            m_focus->setFocus(event->reason());
    }

    Context &m_context;
    Place m_place;

private:
    QWidget *m_focus = nullptr;
};

// One line per page in pages.cpp.
struct PageKind
{
    QString id;    // "addresses"
    QString title; // translated
    QString icon;
    bool inNavigation = true; // false: reached from another page (one address)
    std::function<Page *(Context &, const Place &, QWidget *)> make;
    bool isOverall = false; // of all services together: its place has no scope
};
const QList<PageKind> &pageKinds();

} // namespace ui
