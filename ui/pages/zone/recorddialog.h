// SPDX-License-Identifier: GPL-3.0-or-later
// One record, new or there already: the form, what it would look like in a zone file, what the rest
// of the zone says to it, and Save, which applies at once with an Undo.
#pragma once

#include "app/mail/zone.h"
#include "app/work/apply.h"
#include "ui/context.h"

#include <QDialog>
#include <QTimer>

class QPushButton;

namespace ui {

class FindingList;
class RecordForm;
class Text;

class RecordDialog : public QDialog
{
    Q_OBJECT

public:
    // `record` without a number: a new one, with what is filled in already.
    RecordDialog(Context &context, const store::Scope &scope, const mail::Zone &zone,
                 const mail::ZoneRecord &record, QWidget *parent);

protected:
    void reject() override; // asks before typed data is lost

private:
    mail::Change change() const;
    void judge();
    void save();
    void saved(const Result<work::ApplyReport> &report);

    Context &m_context;
    store::Scope m_scope;
    mail::Zone m_zone;
    mail::ZoneRecord m_record;
    bool m_isNew;
    bool m_hasErrors = false;
    QTimer m_pause; // the rest of the zone is looked at when nobody types
    RecordForm *m_form;
    Text *m_preview;
    FindingList *m_findings;
    Text *m_problem; // what the far side said, where no field is to blame
    QPushButton *m_save;
};

} // namespace ui
