// SPDX-License-Identifier: GPL-3.0-or-later
// Where the user is and was. Pages ask it to go somewhere; the window does it.
#pragma once

#include "app/store/cache.h"

#include <QObject>
#include <QString>

namespace ui {

// A page of a service ("addresses", "journal", "security" …) or of one address in it.
struct Place
{
    QString page;
    store::Scope scope;
    QString address; // local part; empty = the page as a whole
    QString tab;     // of the page, may be empty

    bool operator==(const Place &) const = default;
};

class Navigator : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    Place current() const;
    void go(const Place &place);
    void back();
    void forward();
    bool canGoBack() const;
    bool canGoForward() const;
    void forget(const QString &account); // its places are no longer gone back to

signals:
    void
    went(const ui::Place &place); // the window shows it; going back restores the page's own state

private:
    QList<Place> m_places;
    qsizetype m_at = -1;
};

} // namespace ui
