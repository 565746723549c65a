// SPDX-License-Identifier: GPL-3.0-or-later
// The two dialogs around a change set: the review before it is applied (findings, now and after),
// and the outcome row by row when not everything went through.
#pragma once

#include "app/mail/finding.h"
#include "app/store/journal.h"

#include <QDialog>

namespace ui {

class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    struct Question
    {
        mail::ChangeSet set;
        QList<mail::Finding> findings;
        QString apply;          // the word on the button: "Delete 3 addresses"; empty: "Apply"
        bool isStaged = false;  // offers Discard instead of Stage
        bool isOffline = false; // only staging is possible now
    };

    ReviewDialog(const Question &question, QWidget *parent);

signals:
    void applyWanted();
    void stageWanted();
    void discardWanted();
};

class OutcomeDialog : public QDialog
{
    Q_OBJECT

public:
    OutcomeDialog(const store::JournalEntry &entry, QWidget *parent);

signals:
    void retryWanted();
};

} // namespace ui
