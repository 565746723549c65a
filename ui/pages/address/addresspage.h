// SPDX-License-Identifier: GPL-3.0-or-later
// One address: breadcrumb, and the tabs General (users, rights, note, facts) and Devices.
#pragma once

#include "app/model/accessmodel.h"
#include "app/model/devicemodel.h"
#include "ui/pages/page.h"

class QTabWidget;

namespace ui {

class DevicesTab;
class GeneralTab;
class MessageBar;
class PageHeader;
class StatePanel;

class AddressPage : public Page
{
    Q_OBJECT

public:
    AddressPage(Context &context, const Place &place, QWidget *parent = nullptr);

    void show(const Place &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void refresh() override;

private:
    void makeActions();
    void load();
    void showAge();
    void showTab();
    void failed(const Error &error);
    void addUser();
    void addDevice();
    void remove();

    model::AccessModel m_accesses;
    model::DeviceModel m_devices;
    mail::Mailbox m_mailbox;
    bool m_isLoading = false;
    bool m_wasAsked = false; // the far side, since this address is shown
    bool m_isCutOff = false; // the bar says that the far side does not answer, or refuses
    PageHeader *m_header;
    MessageBar *m_bar;
    StatePanel *m_panel;
    QTabWidget *m_tabs;
    GeneralTab *m_general;
    DevicesTab *m_deviceTab;
    QAction *m_addUser;
    QAction *m_addDevice;
    QAction *m_note = nullptr;
    QAction *m_delete;
};

} // namespace ui
