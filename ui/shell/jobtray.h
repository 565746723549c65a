// SPDX-License-Identifier: GPL-3.0-or-later
// What runs, bottom left: title, note, progress, Cancel; quiet jobs only after a second. A finished
// one says its result for some seconds, a failed one until it is closed.
#pragma once

#include "app/model/jobmodel.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

class JobTray : public QWidget
{
    Q_OBJECT

public:
    JobTray(Jobs &jobs, const Clock &clock, QWidget *parent = nullptr);

    void setNarrow(bool narrow); // icons only

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    QWidget *rowFor(const JobLine &line);

    Jobs &m_jobs;
    model::JobModel m_model;
    QVBoxLayout *m_rows;
    QSet<qint64> m_leaving; // finished ones that go by themselves
    bool m_narrow = false;
};

} // namespace ui
