// SPDX-License-Identifier: GPL-3.0-or-later
// What was done and what is planned, in journal.db: staged change sets, applied sets with their
// effective changes and per-row results, undo links. Not a cache: numbered migrations, durable
// (synchronous=FULL), never thrown away; a damaged file is set aside and said. Any thread.
#pragma once

#include "app/base/result.h"
#include "app/mail/change.h"
#include "app/store/cache.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace store {

struct JournalRow
{
    enum class State
    {
        Planned,
        Done,
        Failed
    };
    mail::Change wish;
    mail::Change effective; // when Done
    State state = State::Planned;
    Error error; // when Failed; when Done: what of it could not be done, Error() = all was
    bool isShort() const { return state == State::Done && !(error == Error()); }
};

struct JournalEntry
{
    enum class State
    {
        Staged,  // waits for review and apply
        Running, // found so after a crash: some rows may be done, the rest is not known
        Applied, // every row done
        Partial, // some rows failed: they can be retried
        Failed,  // no row done
        Discarded
    };
    qint64 id = 0;
    Scope scope;
    QString title;
    QString by; // who was signed in
    State state = State::Staged;
    QDateTime at;
    qint64 undoes = 0;   // id of the entry that this one turned round
    qint64 undoneBy = 0; // id of the entry that turned this one round
    QList<JournalRow> rows;
};

class Journal : public QObject
{
    Q_OBJECT

public:
    explicit Journal(const QString &file, QObject *parent = nullptr);
    ~Journal() override;

    Result<void> open();
    // Where open() put a damaged file; empty = the file was whole.
    QString setAside() const { return m_setAside; }

    // A row of a device never keeps a password: whatever stands there becomes "set".
    Result<qint64> stage(const Scope &scope, const mail::ChangeSet &set, const QString &by,
                         qint64 undoes = 0);
    // The same, Running at once: for what is applied without being staged.
    Result<qint64> start(const Scope &scope, const mail::ChangeSet &set, const QString &by,
                         qint64 undoes = 0);
    // Running, before the first row goes out. Conflict when it is under way, done or discarded.
    Result<void> begin(qint64 entry);
    Result<void> setRow(qint64 entry, int row,
                        const JournalRow &done);        // durable before the next row goes out
    Result<void> finish(qint64 entry);                  // state from its rows; links what it undoes
    Result<void> discard(qint64 entry);                 // a staged one
    Result<void> discardStaged(const QString &account); // all of them; none is no fault

    std::optional<JournalEntry> entry(qint64 id) const;
    std::optional<Scope> scopeOf(qint64 entry) const; // without its rows
    // Newest first, without Staged and Discarded; of one service or of all.
    QList<JournalEntry> entries(int limit, int skip = 0,
                                const std::optional<Scope> &scope = {}) const;
    QList<JournalEntry> staged(const Scope &scope) const; // oldest first
    int stagedCount(const QString &account) const; // the changes in them, of all its services
    int count(const std::optional<Scope> &scope = {}) const; // of entries()
    // Begun by this program and not finished; a Running entry that is not was cut off by a crash.
    bool isUnderWay(qint64 entry) const;

signals:
    void changed();

private:
    struct Connections;
    Result<qint64> insert(const Scope &scope, const mail::ChangeSet &set, const QString &by,
                          qint64 undoes, JournalEntry::State state);
    QList<JournalEntry> read(const QString &where, const QVariantList &values) const;
    std::unique_ptr<Connections> m_connections;
    QString m_setAside;
};

} // namespace store

Q_DECLARE_METATYPE(store::JournalEntry)
