// SPDX-License-Identifier: GPL-3.0-or-later
// The DNS zones of a service: the records of one, what was done to them, DNSSEC. Says why where
// there is no zone to edit, and what can be done.
#pragma once

#include "app/mail/zone.h"
#include "ui/pages/page.h"

#include <optional>

class QAction;
class QComboBox;
class QStackedWidget;
class QTabBar;

namespace ui {

class BulkBar;
class Chip;
class DnssecTab;
class HistoryTab;
class PageHeader;
class RecordsTab;
class StatePanel;

class ZonePage : public Page
{
    Q_OBJECT

public:
    ZonePage(Context &context, const Place &place, QWidget *parent = nullptr);

    void show(const Place &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void refresh() override;
    void focusFilter() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override; // a zone file

private:
    void makeTabs();
    void makeActions();
    void listen();
    void listenToAccounts();
    void load(); // the zones, from the cache
    void chooseZone(const QString &name);
    void showZone();
    void showPanel();
    void showElsewhere();
    void showCounts();
    void showTab(int index);
    void createZone();

    QList<mail::Zone> m_zones;
    mail::Zone m_zone;
    bool m_isLoading = false;
    bool m_wasAsked = false; // the far side, since this service is shown
    std::optional<Error> m_error;
    PageHeader *m_header;
    QComboBox *m_choose;
    Chip *m_signed;
    StatePanel *m_panel;
    QTabBar *m_bar;
    QWidget *m_barLine;
    QStackedWidget *m_tabs;
    RecordsTab *m_records;
    HistoryTab *m_history;
    DnssecTab *m_dnssec;
    BulkBar *m_bulk;
    QAction *m_createZone;
};

} // namespace ui
