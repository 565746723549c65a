// SPDX-License-Identifier: GPL-3.0-or-later
// The DMARC record part by part, what it makes receivers do, and where its reports go (S-71, S-73).
#pragma once

#include "app/work/look.h"

#include "ui/context.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QVBoxLayout;

namespace ui {

class Card;
class FormGrid;
class ObjectTable;
class Text;

class DmarcTab : public QWidget
{
    Q_OBJECT

public:
    explicit DmarcTab(Context &context, QWidget *parent = nullptr);

    void show(const work::DomainLook &look, const QString &why);

signals:
    void wishWanted(const check::DmarcWish &wish, const QString &title);

private:
    void showParts(const check::DmarcFound &found);
    void showEffect(const check::DmarcFound &found);
    void showReports(const check::DmarcFound &found, const QString &why);
    void add();

    QString m_domain;
    Card *m_partsCard;
    QStandardItemModel *m_parts;
    ObjectTable *m_partsTable;
    Text *m_where;
    QStandardItemModel *m_effect;
    ObjectTable *m_effectTable;
    Card *m_effectCard;
    QVBoxLayout *m_reports;
    QWidget *m_reportRows = nullptr;
    Card *m_reportsCard;
    QLineEdit *m_address;
    QCheckBox *m_failures;
    QPushButton *m_add;
    Text *m_fault;
};

} // namespace ui
