// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop says over D-Bus (org.freedesktop.portal.Settings) about light and dark; never
// blocks, and says nothing where there is no bus. Built on Linux only.
#pragma once

#include <QObject>
#include <QtGlobal>

#ifdef MAILWRIGHT_DBUS
#include <QDBusVariant>

namespace ui {

class Portal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void ask();

signals:
    void schemeTold(bool dark);

private slots:
    void onChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace ui
#endif
