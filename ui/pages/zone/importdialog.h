// SPDX-License-Identifier: GPL-3.0-or-later
// A zone file against the zone: what is wrong in it by line, what would be added, changed and
// removed, a tick for each, and from there into the review.
#pragma once

#include "app/mail/zone.h"
#include "app/model/changelistmodel.h"
#include "app/work/zoneimport.h"
#include "ui/context.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace ui {

class ObjectTable;
class Text;

class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Context &context, const store::Scope &scope, const mail::Zone &zone,
                 const QString &file, QWidget *parent);

private:
    void compare();
    void show(const work::ZoneImport &import);
    void showCount();
    void review();
    work::ImportMode mode() const;

    Context &m_context;
    store::Scope m_scope;
    mail::Zone m_zone;
    QString m_file;
    quint64 m_asked = 0;
    model::ChangeListModel m_model;
    QRadioButton *m_add;
    QRadioButton *m_replace;
    Text *m_summary;
    Text *m_faultsTitle;
    QPlainTextEdit *m_faults;
    ObjectTable *m_table;
    Text *m_count;
    QPushButton *m_review;
};

} // namespace ui
