// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scheme.h"

#include "ui/widgets/theme.h"

#include <QApplication>

#ifdef MAILWRIGHT_DBUS
#include "ui/shell/portal.h"
#endif

namespace ui {

namespace {

const QString rememberedName = QStringLiteral("theme/system-dark");

} // namespace

Scheme::Scheme(QApplication &app, store::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_settings(settings)
{
    // The platform's own palette, before ours: macOS, Windows and GTK say it there.
    m_systemDark = settings.value(rememberedName, isDark(app.palette())).toBool();
    dressUp();
}

void Scheme::setTheme(store::Settings::Theme theme)
{
    m_settings.setTheme(theme);
    dressUp();
}

void Scheme::follow()
{
#ifdef MAILWRIGHT_DBUS
    auto *portal = new Portal(this);
    connect(portal, &Portal::schemeTold, this, &Scheme::setSystemDark);
    portal->ask();
#endif
}

void Scheme::setSystemDark(bool dark)
{
    if (m_systemDark == dark)
        return;
    m_systemDark = dark;
    m_settings.setValue(rememberedName, dark);
    dressUp();
}

void Scheme::dressUp()
{
    const auto theme = m_settings.theme();
    dress(m_app, theme == store::Settings::Theme::System ? m_systemDark
                                                         : theme == store::Settings::Theme::Dark);
    emit changed();
}

} // namespace ui
