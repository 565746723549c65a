// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/staged.h"

#include "app/base/log.h"

namespace ui {

namespace {

// One after the other: what is read after a writing has it.
const QString lane = QStringLiteral("journal");

QList<mail::Change> changesOf(const store::Journal &journal, const store::Scope &scope)
{
    QList<mail::Change> changes;
    for (const store::JournalEntry &entry : journal.staged(scope))
        for (const store::JournalRow &row : entry.rows)
            changes.append(row.wish);
    return changes;
}

} // namespace

Staged::Staged(Jobs &jobs, store::Journal &journal, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_journal(journal)
{
    connect(&journal, &store::Journal::changed, this, &Staged::read);
}

const Pending &Staged::pending(const store::Scope &scope)
{
    if (!m_scopes.contains(scope)) {
        m_scopes.append(scope);
        read();
    }
    return m_pending;
}

void Staged::read()
{
    if (m_scopes.isEmpty())
        return;
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_isReading = true;
    m_isStale = false;
    m_jobs.run(
        tr("Staged changes"), {lane, true},
        [scopes = m_scopes, &journal = m_journal](Progress &) -> Result<QList<Known>> {
            QList<Known> read;
            for (const store::Scope &scope : scopes)
                read.append({scope, changesOf(journal, scope)});
            return read;
        },
        this,
        [this](const Result<QList<Known>> &read) {
            m_isReading = false;
            if (read)
                keep(*read);
            if (m_isStale)
                this->read();
        });
}

void Staged::keep(const QList<Known> &known)
{
    bool isOther = false;
    for (const Known &now : known) {
        if (!m_scopes.contains(now.scope) || m_pending.all(now.scope) == now.changes)
            continue;
        m_pending.set(now.scope, now.changes);
        isOther = true;
    }
    if (isOther)
        emit changed();
}

void Staged::write(const QString &title, const store::Scope &scope,
                   std::function<Result<void>(store::Journal &)> work, Then then)
{
    m_jobs.run(
        title, {lane, true, true},
        [scope, work = std::move(work),
         &journal = m_journal](Progress &) -> Result<QList<mail::Change>> {
            if (const auto written = work(journal); !written) {
                qCWarning(lcStore).noquote() << "staging:" << written.error().detail;
                return written.error();
            }
            return changesOf(journal, scope);
        },
        this,
        [this, scope, then = std::move(then)](const Result<QList<mail::Change>> &now) {
            if (now)
                keep({{scope, *now}});
            then(now ? Result<void>() : Result<void>(now.error()));
        });
}

void Staged::add(const store::Scope &scope, const mail::ChangeSet &set, const QString &by,
                 qint64 undoes, Then then)
{
    write(
        set.title, scope,
        [scope, set, by, undoes](store::Journal &journal) -> Result<void> {
            const auto entry = journal.stage(scope, set, by, undoes);
            return entry ? Result<void>() : Result<void>(entry.error());
        },
        std::move(then));
}

void Staged::discardAll(const store::Scope &scope, Then then)
{
    write(
        tr("Discard staged changes"), scope,
        [scope](store::Journal &journal) -> Result<void> {
            for (const store::JournalEntry &entry : journal.staged(scope))
                if (const auto gone = journal.discard(entry.id); !gone)
                    return gone;
            return {};
        },
        std::move(then));
}

void Staged::discardAccount(const QString &account, Then then)
{
    write(
        tr("Discard staged changes"), {account, 0},
        [account](store::Journal &journal) { return journal.discardStaged(account); },
        std::move(then));
}

void Staged::discard(const store::Scope &scope, const QList<qint64> &entries, Then then)
{
    write(
        tr("Discard staged changes"), scope,
        [entries](store::Journal &journal) -> Result<void> {
            for (const qint64 entry : entries)
                if (const auto gone = journal.discard(entry); !gone)
                    return gone;
            return {};
        },
        std::move(then));
}

} // namespace ui
