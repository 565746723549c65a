// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs that the tray shows: quiet ones only once they take longer than a second or fail, and
// quiet finished ones not at all. UI thread.
#pragma once

#include "app/base/clock.h"
#include "app/base/jobs.h"
#include "app/model/roles.h"
#include "app/model/text.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>

namespace model {

class JobModel : public QAbstractListModel
{
    Q_OBJECT

public:
    JobModel(Jobs &jobs, const Clock &clock, const Phrases &phrases = {},
             QObject *parent = nullptr);

    std::optional<JobLine> line(int row) const;
    int runningCount() const; // of those shown

    // DisplayRole: the title; ToolTipRole: the note, or the error's sentence; RowRole: the id.
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void runningChanged(int running);

private:
    void refresh();

    Jobs &m_jobs;
    const Clock &m_clock;
    Phrases m_phrases;
    QList<JobLine> m_lines;
    QTimer m_late;
    int m_running = 0;
};

} // namespace model
