// SPDX-License-Identifier: GPL-3.0-or-later
// Carrying out a change set: in order, each row with its own result, journal before and after each
// row, cache from the effective changes.
#pragma once

#include "app/backend/backend.h"
#include "app/store/cache.h"
#include "app/store/journal.h"

namespace work {

struct RowResult
{
    mail::Change wish;
    std::optional<mail::Change> effective; // nullopt: see error
    Error error; // with an effective change: what of it was not done, Error() = all was
    bool isShort() const { return effective && !(error == Error()); }
    Secret password; // of a new device, shown once
};

struct ApplyReport
{
    qint64 entry = 0; // in the journal
    QList<RowResult> rows;
    int done = 0;
    int failed = 0;                   // cancelled rows count here, with Error::Cancelled
    QList<mail::Change> left() const; // the wishes that failed: retry applies just these
};

// Fails as a whole only when nothing was tried (the journal cannot be written, the set is empty).
// What was meant for an address that could not be created fails untried (`address-not-created`).
Result<ApplyReport> apply(const mail::ChangeSet &set, backend::Backend &backend,
                          store::Cache &cache, store::Journal &journal, const store::Scope &scope,
                          const QString &by, Progress &progress, qint64 undoes = 0);
// A staged entry, or the failed rows of a partial one. What cannot be retried is left as it is, or
// fails with `password-unseen` when it was never tried.
Result<ApplyReport> applyEntry(qint64 entry, backend::Backend &backend, store::Cache &cache,
                               store::Journal &journal, Progress &progress);

// A password is shown once, to whoever asked for it. What makes one is done there or not at all:
// made from the journal, later, nobody would see it.
bool canRetry(const mail::Change &wish);
Error unseenPassword(); // says so

// The set that turns an applied entry round, newest row first; rows that cannot be undone (deleted
// mailboxes, passwords, revoked devices) are left out and named in `impossible`.
struct Undo
{
    mail::ChangeSet set;
    QList<mail::Change> impossible;
};
Undo undoOf(const store::JournalEntry &entry);
bool canUndo(const mail::Change &effective);
// The change that turns it round, wherever it is told (the far side's audit, too). Only when
// canUndo().
mail::Change takenBack(const mail::Change &effective);

} // namespace work
