// SPDX-License-Identifier: GPL-3.0-or-later
// How DNS is asked from this computer: by the system's resolver, by servers of the user's choice,
// or from the root down.
#pragma once

#include "app/mail/capabilities.h"
#include "app/store/settings.h"
#include "app/wire/dns/unboundresolver.h"
#include "app/work/look.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace ui {

class Text;

wire::DnsSettings dnsSettings(const store::Settings &settings);
// With the zones of the services at the servers that they tell of.
work::MakeDns dnsFor(const store::Settings &settings, const QList<mail::Capabilities> &services);

class DnsChoice : public QDialog
{
    Q_OBJECT

public:
    DnsChoice(store::Settings &settings, QWidget *parent);

private:
    void save();

    store::Settings &m_settings;
    QRadioButton *m_system;
    QRadioButton *m_servers;
    QRadioButton *m_recursion;
    QLineEdit *m_list;
    Text *m_fault;
    QPlainTextEdit *m_anchors;
    Text *m_anchorFault;
};

} // namespace ui
