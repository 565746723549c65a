// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of DNSSEC of the domain, drawn and as a table, and what the zone above has to publish.
#pragma once

#include "app/work/look.h"
#include "ui/context.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QVBoxLayout;

namespace ui {

class Card;
class ObjectTable;
class PictureView;
class RecordText;
class Text;

class ChainTab : public QWidget
{
    Q_OBJECT

public:
    explicit ChainTab(Context &context, QWidget *parent = nullptr);

    void show(const work::DomainLook &look);

private:
    Text *m_summary;
    PictureView *m_chain;
    QStandardItemModel *m_rows;
    ObjectTable *m_table;
    QStackedWidget *m_views;
    QPushButton *m_asTable;
    Card *m_delegationCard;
    RecordText *m_delegation;
};

} // namespace ui
