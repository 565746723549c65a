// SPDX-License-Identifier: GPL-3.0-or-later
// The one way from a page to a backend: apply at once (single toggles, with an Undo offered), or
// review first (bulk and destructive work), or stage (offline, or on wish). UI thread; the work
// itself runs as a job on the account's lane.
#pragma once

#include "app/check/review.h"
#include "app/work/apply.h"
#include "ui/shell/accounts.h"
#include "ui/shell/pending.h"
#include "ui/shell/staged.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace ui {

class Messages;

class Changes : public QObject
{
    Q_OBJECT

public:
    Changes(Jobs &jobs, store::Cache &cache, store::Journal &journal, Accounts &accounts,
            Messages &messages, QObject *parent = nullptr);

    using Done = std::function<void(const Result<work::ApplyReport> &)>;

    // Applies without asking; on success says `said`, or what was done, in the message bar with
    // Undo where it can be undone; on failure says why. Offline: stages it and says so. `done` may
    // be empty; it is called while `receiver` lives.
    void applyNow(const store::Scope &scope, const mail::ChangeSet &set, const QString &said,
                  QObject *receiver = nullptr, Done done = {});
    // Opens the review: findings, before and after, Apply / Stage / Cancel; then as above, with
    // per-row results.
    void review(const store::Scope &scope, const mail::ChangeSet &set, QWidget *over,
                QObject *receiver = nullptr, Done done = {});
    // The same for a set that is long in the making: it is made in a job.
    using Make = std::function<Result<mail::ChangeSet>(Progress &)>;
    void review(const store::Scope &scope, const QString &title, Make make, QWidget *over,
                QObject *receiver = nullptr, Done done = {});
    void reviewStaged(const store::Scope &scope, QWidget *over);
    void discardStaged(const store::Scope &scope);
    // Of all services of an account that goes; `then` is called when they are gone.
    void discardStaged(const QString &account, std::function<void()> then);
    int stagedCount(const store::Scope &scope) const; // as read last
    int underWay() const; // changes that are being applied or wait for their turn

    void undo(qint64 journalEntry,
              QWidget *over); // through the same review when it is more than one toggle
    // The newest applied change of the account that is no undo and was not undone; when that one
    // cannot be undone nothing older is touched. No account: of all.
    void undoLast(const QString &account, QWidget *over);
    void retry(qint64 journalEntry); // its failed rows only

    QList<mail::Finding> findings(const store::Scope &scope, const mail::ChangeSet &set) const;
    mail::Capabilities
    capabilities(const store::Scope &scope) const; // cached; empty = nothing allowed yet
    // The change that is on its way or staged for an object, to show it bold in its row.
    std::optional<mail::Change> pending(const store::Scope &scope, const mail::Ref &object) const;
    // All of a kind, in their order: what is being made has no row yet to be shown in.
    QList<mail::Change> pending(const store::Scope &scope, const QString &kind) const;

signals:
    void pendingChanged();

private:
    using Run = std::function<Result<work::ApplyReport>(backend::Backend &, Progress &)>;
    void run(const store::Scope &scope, const mail::ChangeSet &set, const QString &said,
             QWidget *over, qint64 undoes, QPointer<QObject> receiver, Done done);
    // Applies in the account's lane, then calls `after`. Not offline: without a backend nothing is
    // done. `isKept`: the work writes down even what is cancelled before its turn. `undoes` as
    // below.
    void start(const store::Scope &scope, const mail::ChangeSet &set, bool isKept, qint64 undoes,
               Run work, Done after);
    // `undoes`: the journal's entry that it turns round, 0 = none.
    void finished(const store::Scope &scope, const mail::ChangeSet &set, const QString &said,
                  QWidget *over, qint64 undoes, const Result<work::ApplyReport> &report);
    void stage(const store::Scope &scope, const mail::ChangeSet &set, qint64 undoes = 0,
               std::function<void(const Result<void> &)> then = {});
    // Of the journal, read in a job.
    void read(qint64 entry, std::function<void(const store::JournalEntry &)> then);
    void undo(const store::JournalEntry &entry, QWidget *over);
    struct Asked
    {
        mail::ChangeSet set;
        QList<qint64> entries; // staged ones in the journal
        QList<mail::Finding> findings;
    };
    // What a review shows is read in a job; of two, the one asked for last is shown.
    void prepare(const QString &title, QWidget *over, std::function<Result<Asked>(Progress &)> work,
                 std::function<void(const Asked &)> show);
    void ask(const store::Scope &scope, const QString &title, Make make,
             const QList<mail::Change> &impossible, QWidget *over, qint64 undoes,
             QPointer<QObject> receiver, Done done);
    void applyEntries(const store::Scope &scope, const QList<qint64> &entries, const QString &title,
                      QWidget *over);
    // Of entries that were applied together, one answer for all.
    struct Round;
    void startEntries(const store::Scope &scope, const QList<store::JournalEntry> &entries,
                      const QString &title, QWidget *over);
    void finishedRound(const Round &round);
    // What was done, as done: a title says what is to be done.
    QString saidOf(const store::Scope &scope, const work::ApplyReport &report,
                   qint64 undoes = 0) const;
    void refreshTouched(const store::Scope &scope, const mail::ChangeSet &set);
    // Any thread: it asks the cache alone.
    static QList<mail::Finding> findingsOf(const store::Cache &cache, const store::Scope &scope,
                                           const mail::ChangeSet &set);
    static bool makesPassword(const mail::ChangeSet &set);
    bool isOffline(const QString &account) const;
    QString by(const QString &account) const;

    Jobs &m_jobs;
    store::Cache &m_cache;
    store::Journal &m_journal;
    Accounts &m_accounts;
    Messages &m_messages;
    Pending m_underWay;
    Pending m_onTheWayToStage;
    qint64 m_prepared = 0; // the job of the last review
    int m_reviews = 0;
    Staged *m_staged;
};

} // namespace ui
