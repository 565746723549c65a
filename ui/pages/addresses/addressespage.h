// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of one service: filter by text and by properties, sort, tick, open, create, delete,
// export; notes edited in place.
#pragma once

#include "app/model/addressmodel.h"
#include "ui/pages/page.h"

#include <optional>

class QAction;
class QPushButton;

namespace ui {

class BulkBar;
class Chip;
class ChipBar;
class FilterPanel;
class ObjectTable;
class PageHeader;

class AddressesPage : public Page
{
    Q_OBJECT

public:
    AddressesPage(Context &context, const Place &place, QWidget *parent = nullptr);

    void show(const Place &place) override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void refresh() override;
    void focusFilter() override;

private:
    void makeActions();
    void setTraits(const store::TraitFilter &traits);
    void openFilters();
    void clearFilters();
    void showFilters();
    void showRowAfterFilter();
    void showCounts();
    void showAge();
    void showState();
    QString whyNoMatch() const;
    void showCapabilities();
    void restoreRow();
    void menu(const QPoint &at);
    void create();
    void open();
    void openDevice();
    void copyAddress();
    void editNote();
    void saveNote(const QString &name, const QString &note);
    void removeChosen();
    void exportShown();
    std::optional<mail::Mailbox> current() const;

    model::AddressModel m_model;
    bool m_isLoading = false;
    std::optional<Error> m_error;
    QString m_wantedRow; // to be made current when the rows are there
    QByteArray m_wantedView;
    std::optional<QString> m_rowBeforeFilter; // the current one when the filter was changed
    PageHeader *m_header;
    Chip *m_full; // the quota of addresses is used up
    QPushButton *m_filters;
    FilterPanel *m_panel;
    ChipBar *m_chips;
    ObjectTable *m_table;
    BulkBar *m_bulk;
    QAction *m_create;
    QAction *m_open;
    QAction *m_device;
    QAction *m_copy;
    QAction *m_note;
    QAction *m_delete;
    QAction *m_export;
    QAction *m_clearFilters;
};

} // namespace ui
