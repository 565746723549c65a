// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/jobs.h"

#include <QJsonDocument>

namespace db {

namespace {

using mail::HostJobState;

QString columns()
{
    return QStringLiteral("SELECT id, service_id, work, about, state, step, steps_done, "
                          "steps_total, note, bookmark, person_id, person_name, started_at, "
                          "next_at, ended_at FROM job ");
}

QDateTime time(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime()
                               : QDateTime::fromSecsSinceEpoch(rows.number(column), Qt::UTC);
}

QVariant orNull(const std::optional<QDateTime> &time)
{
    return time && time->isValid() ? QVariant(time->toSecsSinceEpoch()) : QVariant();
}

QString compact(const QJsonObject &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

JobRow rowFrom(const Rows &rows)
{
    JobRow row;
    row.job.id = rows.number(0);
    row.job.service = rows.number(1);
    row.job.work = rows.text(2);
    row.job.about = rows.text(3);
    row.job.state = mail::fromWord<HostJobState>(rows.text(4));
    row.job.step = rows.text(5);
    row.job.done = int(rows.number(6));
    row.job.total = int(rows.number(7));
    row.job.note = rows.text(8);
    row.bookmark = QJsonDocument::fromJson(rows.bytes(9)).object();
    row.person = rows.number(10);
    row.personName = rows.text(11);
    row.job.startedAt = time(rows, 12);
    row.job.nextAt = time(rows, 13);
    row.job.endedAt = time(rows, 14);
    return row;
}

Result<std::optional<JobRow>> firstOf(Database &database, const QString &rest,
                                      const QVariantList &values)
{
    auto rows = database.run(columns() + rest + QStringLiteral(" LIMIT 1"), values);
    if (!rows)
        return rows.error();
    return rows->next() ? std::optional(rowFrom(*rows)) : std::nullopt;
}

} // namespace

Result<JobRow> addJob(Database &database, const Caller &caller, const NewJob &wish)
{
    return database.write([&]() -> Result<JobRow> {
        const qint64 now = caller.now.toSecsSinceEpoch();
        qint64 id = 0;
        {
            auto rows = database.run(
                QStringLiteral("INSERT INTO job (service_id, work, about, state, step, "
                               "steps_total, bookmark, person_id, person_name, started_at, "
                               "next_at) VALUES (?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?)"),
                {wish.service, wish.work, wish.about, wish.step, wish.total, compact(wish.bookmark),
                 caller.person, caller.name, now, now});
            if (!rows)
                return rows.error();
            id = rows->insertedId();
        }
        return job(database, wish.service, id);
    });
}

Result<Page<JobRow>> jobs(Database &database, qint64 service, const Listing &listing)
{
    Page<JobRow> page;
    {
        auto rows = database.run(QStringLiteral("SELECT count(*) FROM job WHERE service_id = ?"),
                                 {service});
        if (!rows)
            return rows.error();
        if (rows->next())
            page.total = rows->number(0);
    }
    auto rows = database.run(
        columns() + QStringLiteral("WHERE service_id = ? ORDER BY id DESC LIMIT ? OFFSET ?"),
        {service, listing.limit < 0 ? qint64(1) << 40 : listing.limit, listing.skip});
    if (!rows)
        return rows.error();
    while (rows->next())
        page.rows.append(rowFrom(*rows));
    return page;
}

Result<JobRow> job(Database &database, qint64 service, qint64 id)
{
    const auto row =
        firstOf(database, QStringLiteral("WHERE service_id = ? AND id = ?"), {service, id});
    if (!row)
        return row.error();
    if (!*row)
        return Error{Error::Kind::NotFound, QStringLiteral("No such job"), {}, {}, 0};
    return **row;
}

Result<std::optional<JobRow>> lastJob(Database &database, qint64 service, const QString &work,
                                      const QString &about)
{
    if (about.isEmpty())
        return firstOf(database,
                       QStringLiteral("WHERE service_id = ? AND work = ? ORDER BY id DESC"),
                       {service, work});
    return firstOf(
        database,
        QStringLiteral("WHERE service_id = ? AND work = ? AND about = ? ORDER BY id DESC"),
        {service, work, about});
}

Result<bool> isAtWork(Database &database, const QString &work, const QString &about)
{
    const auto row =
        firstOf(database,
                QStringLiteral("WHERE work = ? AND about = ? AND state IN ('waiting', 'running')"),
                {work, about});
    if (!row)
        return row.error();
    return row->has_value();
}

Result<std::optional<JobRow>> dueJob(Database &database, const QDateTime &now)
{
    return firstOf(database,
                   QStringLiteral("WHERE state IN ('waiting', 'running') AND next_at <= ? "
                                  "ORDER BY person_id = 0, next_at, id"),
                   {now.toSecsSinceEpoch()});
}

Result<std::optional<QDateTime>> nextDue(Database &database)
{
    auto rows = database.run(
        QStringLiteral("SELECT min(next_at) FROM job WHERE state IN ('waiting', 'running')"));
    if (!rows)
        return rows.error();
    if (!rows->next() || rows->isNull(0))
        return std::optional<QDateTime>();
    return std::optional(time(*rows, 0));
}

Result<void> saveJob(Database &database, const JobRow &row)
{
    const auto done = database.run(
        QStringLiteral("UPDATE job SET state = ?, step = ?, steps_done = ?, steps_total = ?, "
                       "note = ?, bookmark = ?, next_at = ?, ended_at = ? "
                       "WHERE id = ? AND state IN ('waiting', 'running')"),
        {QString(mail::word(row.job.state.value_or(HostJobState::Waiting))),
         row.job.step.value_or(QString()), row.job.done.value_or(0), row.job.total.value_or(1),
         row.job.note.value_or(QString()), compact(row.bookmark), orNull(row.job.nextAt),
         orNull(row.job.endedAt), row.job.id});
    if (!done)
        return done.error();
    if (done->affected() == 0)
        return Error{Error::Kind::Cancelled, QStringLiteral("The job was stopped"), {}, {}, 0};
    return {};
}

Result<JobRow> cancelJob(Database &database, qint64 service, qint64 id, const QDateTime &now)
{
    return database.write([&]() -> Result<JobRow> {
        const auto row = job(database, service, id);
        if (!row)
            return row.error();
        if (row->job.isOver())
            return Error{Error::Kind::Conflict,
                         QStringLiteral("This job is over already"),
                         {},
                         QStringLiteral("job_is_over"),
                         0};
        JobRow over = *row;
        over.job.state = HostJobState::Cancelled;
        over.job.nextAt = QDateTime();
        over.job.endedAt = now;
        if (auto saved = saveJob(database, over); !saved)
            return saved.error();
        return over;
    });
}

Result<void> forgetOlderJobs(Database &database, const JobRow &row)
{
    const auto done = database.run(
        QStringLiteral("DELETE FROM job WHERE work = ? AND about = ? AND id <> ? AND state NOT IN "
                       "('waiting', 'running')"),
        {row.job.work, row.job.about, row.job.id});
    if (!done)
        return done.error();
    return {};
}

} // namespace db
