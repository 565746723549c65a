// SPDX-License-Identifier: GPL-3.0-or-later
// Is the zone signed, what must the registrar get for it, and which servers answer for it.
#pragma once

#include "app/mail/zone.h"
#include "ui/context.h"

#include <QJsonValue>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class Card;
class Text;
class Toggle;

class DnssecTab : public QWidget
{
    Q_OBJECT

public:
    DnssecTab(Context &context, QWidget *parent = nullptr);

    void setZone(const store::Scope &scope, const mail::Zone &zone);

private:
    QJsonValue wished() const; // signed or not, by a change that is on its way or staged
    void showZone();
    void toggle();
    void addCopyable(QVBoxLayout *to, const QString &name, const QString &text,
                     const QString &said);

    Context &m_context;
    store::Scope m_scope;
    mail::Zone m_zone;
    QJsonValue m_wished;
    Toggle *m_signed;
    Text *m_state;
    Card *m_delegation;
    QWidget *m_records = nullptr; // the DS records as they are now
    Card *m_servers;
    QWidget *m_names = nullptr;
};

} // namespace ui
