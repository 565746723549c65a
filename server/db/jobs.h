// SPDX-License-Identifier: GPL-3.0-or-later
// Long work of the host: what it is at, so that it goes on after a restart.
#pragma once

#include "app/mail/hostjob.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/db/listing.h"

#include <QJsonObject>

#include <optional>

namespace db {

struct JobRow
{
    mail::HostJob job;
    QJsonObject bookmark; // only its work understands it
    qint64 person = 0;    // who asked for it; 0: the host itself
    QString personName;
};

struct NewJob
{
    qint64 service = 0;
    QString work;
    QString about;
    QString step; // the first one
    int total = 1;
    QJsonObject bookmark;
};

// Due at once.
Result<JobRow> addJob(Database &database, const Caller &caller, const NewJob &wish);
Result<Page<JobRow>> jobs(Database &database, qint64 service,
                          const Listing &listing); // newest first
Result<JobRow> job(Database &database, qint64 service, qint64 id);
// The newest of that work in the service; about all when `about` is empty.
Result<std::optional<JobRow>> lastJob(Database &database, qint64 service, const QString &work,
                                      const QString &about = {});
// Not over yet.
Result<bool> isAtWork(Database &database, const QString &work, const QString &about);

// What is to be taken up now: those that people wait for first.
Result<std::optional<JobRow>> dueJob(Database &database, const QDateTime &now);
Result<std::optional<QDateTime>> nextDue(Database &database);
// Everything that changes. Cancelled: somebody stopped it meanwhile; then nothing is written, and
// the transaction that this is a part of must not be either.
Result<void> saveJob(Database &database, const JobRow &row);
// Conflict `job_is_over`.
Result<JobRow> cancelJob(Database &database, qint64 service, qint64 id, const QDateTime &now);
// Of those about the same, only this one is kept of the ones that are over.
Result<void> forgetOlderJobs(Database &database, const JobRow &row);

} // namespace db
