// SPDX-License-Identifier: GPL-3.0-or-later
// The staged changes of the journal, for the window: written and read in jobs, in order, so that
// the window never waits for the disk. What is staged is written even while the window closes. UI
// thread.
#pragma once

#include "app/base/jobs.h"
#include "app/store/journal.h"
#include "ui/shell/pending.h"

#include <QObject>

#include <functional>

namespace ui {

class Staged : public QObject
{
    Q_OBJECT

public:
    Staged(Jobs &jobs, store::Journal &journal, QObject *parent = nullptr);

    // As read last, oldest first. The first question for a scope has it read; changed() tells.
    const Pending &pending(const store::Scope &scope);

    using Then = std::function<void(const Result<void> &)>;
    // `undoes`: the journal's entry that it turns round, 0 = none. Errors: Storage.
    void add(const store::Scope &scope, const mail::ChangeSet &set, const QString &by,
             qint64 undoes, Then then);
    // All of a scope, or those entries. Ends at the first that cannot be discarded, with its error.
    void discardAll(const store::Scope &scope, Then then);
    void discardAccount(const QString &account, Then then); // of all its services
    void discard(const store::Scope &scope, const QList<qint64> &entries, Then then);

signals:
    void changed();

private:
    struct Known
    {
        store::Scope scope;
        QList<mail::Change> changes;
    };
    void read();
    void keep(const QList<Known> &known);
    void write(const QString &title, const store::Scope &scope,
               std::function<Result<void>(store::Journal &)> work, Then then);

    Jobs &m_jobs;
    store::Journal &m_journal;
    QList<store::Scope> m_scopes; // that were asked for
    Pending m_pending;
    bool m_isReading = false;
    bool m_isStale = false; // written to since the reading began
};

} // namespace ui
