// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/work/steps.h"

#include <algorithm>

namespace hostwork {

namespace {

using mail::HostJobState;

constexpr int firstWait = 5; // seconds
constexpr int longestWait = 15 * 60;
const QString tries = QStringLiteral("tries");

} // namespace

db::Caller callerOf(const db::JobRow &row, const QDateTime &now)
{
    db::Caller caller;
    caller.person = row.person;
    caller.name = row.personName;
    caller.now = now;
    return caller;
}

Result<void> save(const Tools &tools, db::JobRow &row)
{
    return tools.database.write([&] { return db::saveJob(tools.database, row); });
}

Result<void> next(const Tools &tools, db::JobRow &row, const QString &step)
{
    row.job.step = step;
    row.job.done = row.job.done.value_or(0) + 1;
    row.job.note = QString();
    row.bookmark.remove(tries);
    row.job.state = HostJobState::Waiting;
    row.job.nextAt = tools.clock.now();
    return save(tools, row);
}

Result<void> waitAndSee(const Tools &tools, db::JobRow &row, const QString &note)
{
    const int tried = row.bookmark.value(tries).toInt();
    row.bookmark.insert(tries, tried + 1);
    const int wait = std::min(longestWait, firstWait << std::min(tried, 10));
    return waitUntil(tools, row, tools.clock.now().addSecs(wait), note);
}

Result<void> waitUntil(const Tools &tools, db::JobRow &row, const QDateTime &time,
                       const QString &note)
{
    row.job.state = HostJobState::Waiting;
    row.job.note = note;
    row.job.nextAt = time;
    return save(tools, row);
}

Result<void> finish(const Tools &tools, db::JobRow &row)
{
    row.job.done = row.job.total;
    row.job.state = HostJobState::Done;
    row.job.note = QString();
    row.job.nextAt = QDateTime();
    row.job.endedAt = tools.clock.now();
    return save(tools, row);
}

Result<void> fail(const Tools &tools, db::JobRow &row, const QString &sentence)
{
    row.job.state = HostJobState::Failed;
    row.job.note = sentence;
    row.job.nextAt = QDateTime();
    row.job.endedAt = tools.clock.now();
    return save(tools, row);
}

} // namespace hostwork
