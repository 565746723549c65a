// SPDX-License-Identifier: GPL-3.0-or-later
// All domains of all services with a column for each check; checked again in bulk.
#pragma once

#include "ui/pages/domains/domainsmodel.h"
#include "ui/pages/page.h"

class QAction;

namespace ui {

class BulkBar;
class ObjectTable;
class PageHeader;

class DomainsPage : public Page
{
    Q_OBJECT

public:
    DomainsPage(Context &context, const Place &place, QWidget *parent = nullptr);

    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void refresh() override; // checks all
    void focusFilter() override;

private:
    void makeActions();
    void readRows();
    void showState();
    void check(const QList<DomainRow> &rows);
    QList<DomainRow> chosen() const;
    void open();
    void menu(const QPoint &at);

    DomainsModel m_model;
    qint64 m_job = 0;
    PageHeader *m_header;
    ObjectTable *m_table;
    BulkBar *m_bulk;
    QAction *m_checkAll;
    QAction *m_checkChosen;
    QAction *m_open;
};

} // namespace ui
