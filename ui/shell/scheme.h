// SPDX-License-Identifier: GPL-3.0-or-later
// Light or dark: what the user chose, or what the system says. The system is asked after the window
// is shown; until then the last answer counts, so that the first paint is right.
#pragma once

#include "app/store/settings.h"

#include <QObject>

class QApplication;

namespace ui {

class Scheme : public QObject
{
    Q_OBJECT

public:
    Scheme(QApplication &app, store::Settings &settings, QObject *parent = nullptr);

    store::Settings::Theme theme() const { return m_settings.theme(); }
    void setTheme(store::Settings::Theme theme);
    void follow(); // ask the system, and again whenever it changes

signals:
    void changed();

private:
    void setSystemDark(bool dark);
    void dressUp();

    QApplication &m_app;
    store::Settings &m_settings;
    bool m_systemDark = false;
};

} // namespace ui
