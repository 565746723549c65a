// SPDX-License-Identifier: GPL-3.0-or-later
// The SPF record as a tree, what it costs, who may send by it, and what would be if a part of it
// were taken out.
#pragma once

#include "app/check/dns/spftree.h"
#include "app/work/look.h"
#include "ui/context.h"
#include "ui/pages/security/spfdrawing.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;

namespace ui {

class ObjectTable;
class Text;

class SpfTab : public QWidget
{
    Q_OBJECT

public:
    SpfTab(Context &context, QWidget *parent = nullptr);

    void show(const work::DomainLook &look, work::MakeDns dns);

signals:
    // The record without a term, to be put in its place.
    void replaceWanted(const QByteArray &record);

private:
    void askAddresses();
    void tryWithout();
    void tellWithout(const check::SpfChange &change, const QByteArray &term);
    void tellChosen(int part);
    void fillTable();

    Context &m_context;
    work::MakeDns m_dns;
    QByteArray m_domain;
    QByteArray m_record;
    QList<SpfLine> m_lines;
    QList<wire::IpAddress> m_senders; // of the service
    QByteArray m_without;             // the record that "without" tells of
    PictureView *m_tree;
    ObjectTable *m_table;
    QStandardItemModel *m_rows;
    QStackedWidget *m_views;
    QPushButton *m_asTable;
    Text *m_cost;
    QLineEdit *m_addresses;
    QPushButton *m_ask;
    Text *m_answers;
    QPushButton *m_try;
    Text *m_effect;
    QPushButton *m_use;
};

} // namespace ui
