// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the journal, carried out: staged sets, failed rows again, and undone.
#include "ui/shell/changes.h"
#include "ui/shell/messages.h"
#include "ui/shell/review.h"

#include <QApplication>

#include <algorithm>

namespace ui {

namespace {

constexpr int looksBack = 50; // entries of the journal that Ctrl+Z considers

Error firstError(const work::ApplyReport &report)
{
    const auto bad = std::find_if(report.rows.cbegin(), report.rows.cend(),
                                  [](const work::RowResult &row) { return !row.effective; });
    return bad == report.rows.cend() ? Error() : bad->error;
}

// What is left to do of it, and can be.
mail::ChangeSet setOf(const store::JournalEntry &entry)
{
    mail::ChangeSet set{entry.title, {}};
    for (const store::JournalRow &row : entry.rows)
        if (row.state != store::JournalRow::State::Done && work::canRetry(row.wish))
            set.changes.append(row.wish);
    return set;
}

using State = store::JournalEntry::State;

bool standsApplied(const store::JournalEntry &entry)
{
    return (entry.state == State::Applied || entry.state == State::Partial) && !entry.undoes &&
           !entry.undoneBy;
}

} // namespace

struct Changes::Round
{
    store::Scope scope;
    QString title;
    QPointer<QWidget> over;
    int open = 0; // entries that have not answered
    int done = 0; // rows
    int failed = 0;
    Error why;              // of the first that failed
    QList<qint64> tryAgain; // entries
};

void Changes::reviewStaged(const store::Scope &scope, QWidget *over)
{
    prepare(
        tr("Staged changes"), over,
        [scope, &cache = m_cache, &journal = m_journal](Progress &) -> Result<Asked> {
            Asked asked;
            const auto staged = journal.staged(scope);
            for (const store::JournalEntry &entry : staged) {
                asked.entries.append(entry.id);
                for (const store::JournalRow &row : entry.rows)
                    asked.set.changes.append(row.wish);
            }
            if (staged.size() == 1)
                asked.set.title = staged.first().title;
            asked.findings = findingsOf(cache, scope, asked.set);
            return asked;
        },
        [this, scope, where = QPointer<QWidget>(over)](const Asked &asked) {
            if (asked.entries.isEmpty())
                return;
            ReviewDialog::Question question;
            question.isStaged = true;
            question.isOffline = isOffline(scope.account);
            question.set = asked.set;
            if (asked.entries.size() > 1)
                question.set.title =
                    tr("%Ln staged change(s)", nullptr, int(asked.set.changes.size()));
            question.findings = asked.findings;
            auto *dialog = new ReviewDialog(question, where ? where->window() : nullptr);
            connect(dialog, &ReviewDialog::applyWanted, this,
                    [this, scope, entries = asked.entries, title = question.set.title, where] {
                        applyEntries(scope, entries, title, where);
                    });
            connect(dialog, &ReviewDialog::discardWanted, this,
                    [this, scope, entries = asked.entries] {
                        m_staged->discard(scope, entries, [this](const Result<void> &gone) {
                            if (!gone)
                                m_messages.error(gone.error());
                        });
                    });
            dialog->open();
        });
}

void Changes::applyEntries(const store::Scope &scope, const QList<qint64> &entries,
                           const QString &title, QWidget *over)
{
    if (isOffline(scope.account)) {
        m_messages.error({Error::Kind::Offline, {}, {}, {}, 0});
        return;
    }
    using Entries = QList<store::JournalEntry>;
    m_jobs.run(
        title, {{}, true},
        [entries, &journal = m_journal](Progress &) -> Result<Entries> {
            Entries read;
            for (const qint64 id : entries)
                if (const auto entry = journal.entry(id))
                    read.append(*entry);
            return read;
        },
        this,
        [this, scope, title, over = QPointer<QWidget>(over)](const Result<Entries> &read) {
            if (read)
                startEntries(scope, *read, title, over);
        });
}

// One job after the other on the account's lane: a later set may build on an earlier one. What was
// not begun stays in the journal as it is.
void Changes::startEntries(const store::Scope &scope, const QList<store::JournalEntry> &entries,
                           const QString &title, QWidget *over)
{
    const auto round = std::make_shared<Round>();
    round->scope = scope;
    round->title = title;
    round->over = over;
    round->open = int(entries.size());
    for (const store::JournalEntry &entry : entries) {
        const mail::ChangeSet set = setOf(entry);
        start(
            scope, set, false, entry.undoes,
            [id = entry.id, &cache = m_cache, &journal = m_journal](backend::Backend &backend,
                                                                    Progress &progress) {
                return work::applyEntry(id, backend, cache, journal, progress);
            },
            [this, scope, set, round, isAlone = entries.size() == 1, id = entry.id,
             undoes = entry.undoes](const Result<work::ApplyReport> &report) {
                if (isAlone) {
                    finished(scope, set, {}, round->over, undoes, report);
                    return;
                }
                refreshTouched(scope, set);
                round->done += report ? report->done : 0;
                const int failed = report ? report->failed : int(set.changes.size());
                round->failed += failed;
                if (failed > 0) {
                    const Error why = report ? firstError(*report) : report.error();
                    if (round->why == Error())
                        round->why = why;
                    if (why.kind == Error::Kind::Offline && report && report->done == 0 &&
                        !makesPassword(set))
                        stage(scope, set, undoes); // it waits again
                    else if (report && !set.changes.isEmpty())
                        round->tryAgain.append(id);
                }
                if (--round->open == 0)
                    finishedRound(*round);
            });
    }
}

void Changes::finishedRound(const Round &round)
{
    if (round.failed == 0) {
        m_messages.confirm(tr("%Ln staged change(s) were applied.", nullptr, round.done));
        return;
    }
    const auto again = [this, scope = round.scope, entries = round.tryAgain, title = round.title,
                        over = round.over] { applyEntries(scope, entries, title, over); };
    const bool canAgain = !round.tryAgain.isEmpty();
    m_messages.say({Messages::Kind::Error,
                    tr("%1 %2").arg(tr("%Ln staged change(s) were applied.", nullptr, round.done),
                                    tr("%Ln were not.", nullptr, round.failed)),
                    sentenceFor(round.why).text, canAgain ? tr("Retry failed rows") : QString(),
                    again});
    if (!canAgain || !round.over)
        return;
    m_jobs.run(
        round.title, {{}, true},
        [entries = round.tryAgain, title = round.title,
         &journal = m_journal](Progress &) -> Result<store::JournalEntry> {
            store::JournalEntry all;
            all.title = title;
            all.state = State::Partial;
            for (const qint64 id : entries)
                if (const auto entry = journal.entry(id))
                    all.rows += entry->rows;
            return all;
        },
        this,
        [this, over = round.over, again](const Result<store::JournalEntry> &all) {
            if (!all || !over)
                return;
            auto *dialog = new OutcomeDialog(*all, over->window());
            connect(dialog, &OutcomeDialog::retryWanted, this, again);
            dialog->open();
        });
}

void Changes::discardStaged(const store::Scope &scope)
{
    m_staged->discardAll(scope, [this, count = stagedCount(scope)](const Result<void> &gone) {
        if (gone)
            m_messages.confirm(tr("%Ln staged change(s) discarded", nullptr, count));
        else
            m_messages.error(gone.error());
    });
}

void Changes::discardStaged(const QString &account, std::function<void()> then)
{
    m_staged->discardAccount(account, [this, then = std::move(then)](const Result<void> &gone) {
        if (gone)
            then();
        else
            m_messages.error(gone.error());
    });
}

int Changes::stagedCount(const store::Scope &scope) const
{
    return m_staged->pending(scope).count(scope);
}

int Changes::underWay() const { return m_underWay.count(); }

void Changes::read(qint64 entry, std::function<void(const store::JournalEntry &)> then)
{
    m_jobs.run(
        tr("Journal"), {{}, true},
        [entry, &journal = m_journal](Progress &) -> Result<store::JournalEntry> {
            if (const auto found = journal.entry(entry))
                return *found;
            return Error{Error::Kind::NotFound, QStringLiteral("No such entry"), {}, {}, 0};
        },
        this,
        [this, then = std::move(then)](const Result<store::JournalEntry> &found) {
            if (found)
                then(*found);
            else
                m_messages.error(found.error());
        });
}

void Changes::undo(qint64 journalEntry, QWidget *over)
{
    read(journalEntry, [this, hadWindow = over != nullptr,
                        where = QPointer<QWidget>(over)](const store::JournalEntry &entry) {
        if (where || !hadWindow)
            undo(entry, where);
    });
}

void Changes::undo(const store::JournalEntry &entry, QWidget *over)
{
    if (entry.undoneBy) {
        m_messages.say({Messages::Kind::Information, tr("It was undone already."), {}, {}, {}});
        return;
    }
    work::Undo undo = work::undoOf(entry);
    if (undo.set.changes.isEmpty()) {
        m_messages.say(
            {Messages::Kind::Warning, tr("“%1” cannot be undone.").arg(entry.title), {}, {}, {}});
        return;
    }
    undo.set.title = tr("Undo: %1").arg(entry.title);
    const bool single = undo.set.changes.size() == 1 && undo.impossible.isEmpty() &&
                        undo.set.changes.first().verb == mail::Verb::Update;
    if (single)
        run(entry.scope, undo.set, {}, over, entry.id, over, {});
    else
        ask(entry.scope, undo.set.title, [set = undo.set](Progress &) { return set; },
            undo.impossible, over, entry.id, over, {});
}

void Changes::undoLast(const QString &account, QWidget *over)
{
    using Newest = std::optional<store::JournalEntry>;
    m_jobs.run(
        tr("Undo the last change"), {{}, true},
        [account, &journal = m_journal](Progress &) -> Result<Newest> {
            for (const store::JournalEntry &entry : journal.entries(looksBack))
                if (standsApplied(entry) && (account.isEmpty() || entry.scope.account == account))
                    return Newest(entry);
            return Newest();
        },
        this,
        [this, where = QPointer<QWidget>(over)](const Result<Newest> &newest) {
            if (newest && *newest)
                undo(**newest, where);
            else
                m_messages.say(
                    {Messages::Kind::Information, tr("There is nothing to undo."), {}, {}, {}});
        });
}

void Changes::retry(qint64 journalEntry)
{
    read(journalEntry, [this](const store::JournalEntry &entry) {
        if (setOf(entry).changes.isEmpty())
            return;
        if (isOffline(entry.scope.account))
            m_messages.error({Error::Kind::Offline, {}, {}, {}, 0});
        else
            startEntries(entry.scope, {entry}, entry.title, QApplication::activeWindow());
    });
}

} // namespace ui
