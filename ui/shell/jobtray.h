// SPDX-License-Identifier: GPL-3.0-or-later
// What runs, bottom left: title, note, progress, Cancel; quiet jobs only after a second. A finished
// one says its result, with a link to its entry in the journal, and goes by itself: soon when it
// has nothing to say, after some seconds when it has. A failed one stays until it is closed or the
// same is tried again.
#pragma once

#include "app/model/jobmodel.h"

#include <QHash>
#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class JobRow;

class JobTray : public QWidget
{
    Q_OBJECT

public:
    JobTray(Jobs &jobs, const Clock &clock, QWidget *parent = nullptr);

    void setNarrow(bool narrow); // icons only

signals:
    void reportWanted(qint64 entry); // of the journal

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showRows();
    void sweep();

    Jobs &m_jobs;
    model::JobModel m_model;
    QVBoxLayout *m_rows;
    QHash<qint64, JobRow *> m_shown;
    QSet<qint64> m_leaving; // finished ones that go by themselves
    bool m_narrow = false;
};

} // namespace ui
