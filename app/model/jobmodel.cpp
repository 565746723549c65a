// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/jobmodel.h"

#include <algorithm>

namespace model {

namespace {

constexpr qint64 quietFor = 1000; // ms

bool isOver(JobLine::State state)
{
    return state == JobLine::State::Done || state == JobLine::State::Failed ||
           state == JobLine::State::Cancelled;
}

} // namespace

JobModel::JobModel(Jobs &jobs, const Clock &clock, const Phrases &phrases, QObject *parent)
    : QAbstractListModel(parent)
    , m_jobs(jobs)
    , m_clock(clock)
    , m_phrases(phrases)
{
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, &JobModel::refresh);
    connect(&jobs, &Jobs::changed, this, &JobModel::refresh);
    refresh();
}

void JobModel::refresh()
{
    const QDateTime now = m_clock.now();
    QList<JobLine> wanted;
    qint64 next = -1; // ms until a quiet one is shown
    for (const JobLine &line : m_jobs.lines()) {
        if (line.quiet) {
            if (isOver(line.state) && line.state != JobLine::State::Failed)
                continue;
            if (line.state == JobLine::State::Waiting)
                continue;
            const qint64 left = quietFor - line.started.msecsTo(now);
            if (line.state == JobLine::State::Running && left > 0) {
                next = next < 0 ? left : qMin(next, left);
                continue;
            }
        }
        wanted.append(line);
    }
    if (next >= 0)
        m_late.start(int(next));

    // Both lists are in the order of the ids.
    for (int row = int(m_lines.size()) - 1; row >= 0; --row)
        if (std::none_of(wanted.begin(), wanted.end(),
                         [&](const JobLine &l) { return l.id == m_lines.at(row).id; })) {
            beginRemoveRows({}, row, row);
            m_lines.removeAt(row);
            endRemoveRows();
        }
    for (int row = 0; row < wanted.size(); ++row) {
        if (row >= m_lines.size() || m_lines.at(row).id != wanted.at(row).id) {
            beginInsertRows({}, row, row);
            m_lines.insert(row, wanted.at(row));
            endInsertRows();
        } else {
            m_lines[row] = wanted.at(row);
            emit dataChanged(index(row), index(row));
        }
    }
    const int running = int(std::count_if(m_lines.begin(), m_lines.end(),
                                          [](const JobLine &l) { return !isOver(l.state); }));
    if (running != m_running) {
        m_running = running;
        emit runningChanged(running);
    }
}

std::optional<JobLine> JobModel::line(int row) const
{
    if (row < 0 || row >= m_lines.size())
        return {};
    return m_lines.at(row);
}

int JobModel::runningCount() const { return m_running; }

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobLine &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.title;
    case Qt::ToolTipRole:
        if (line.state == JobLine::State::Failed)
            return m_phrases.error ? m_phrases.error(line.error) : line.error.detail;
        return line.note;
    case RowRole:
        return line.id;
    case JobRole:
        return QVariant::fromValue(line);
    case ErrorRole:
        return line.state == JobLine::State::Failed ? QVariant(int(line.error.kind)) : QVariant();
    case IconRole:
        switch (line.state) {
        case JobLine::State::Waiting:
            return QStringLiteral("hourglass");
        case JobLine::State::Running:
            return QStringLiteral("loader-circle");
        case JobLine::State::Done:
            return QStringLiteral("circle-check");
        case JobLine::State::Failed:
            return QStringLiteral("circle-x");
        case JobLine::State::Cancelled:
            return QStringLiteral("circle-stop");
        }
        return {};
    case ToneRole:
        return int(line.state == JobLine::State::Done      ? Tone::Good
                   : line.state == JobLine::State::Failed  ? Tone::Bad
                   : line.state == JobLine::State::Running ? Tone::Plain
                                                           : Tone::Muted);
    default:
        return {};
    }
}

} // namespace model
