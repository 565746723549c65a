// SPDX-License-Identifier: GPL-3.0-or-later
// The one asynchronous pattern: a plain blocking function runs on a worker, its Result comes back
// on the receiver's thread exactly once, and not at all when the receiver is gone.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

// What the tray shows of one job. A finished job stays listed until forget().
struct JobLine
{
    enum class State
    {
        Waiting, // for its lane
        Running,
        Done,
        Failed,
        Cancelled
    };

    qint64 id = 0;
    QString title;
    QString lane;
    QString note;
    qint64 done = 0;
    qint64 total = 0;
    State state = State::Waiting;
    Error error; // when Failed
    // What came of it, in a sentence, when it is Done; and what tells more of it, 0 = nothing.
    QString result;
    qint64 report = 0;
    bool isShort = false; // not all of it was done
    QDateTime started;
    bool quiet = false; // the tray shows it only when it takes longer than a second
};

// Lives on the thread that made it (the UI's). Destroying it cancels everything, waits for the
// workers and calls the work of kept jobs that had not had their turn.
class Jobs : public QObject
{
    Q_OBJECT

public:
    explicit Jobs(int workers = 6, QObject *parent = nullptr);
    ~Jobs() override;

    struct Options
    {
        QString lane; // same lane: in order, one at a time; empty: any time
        bool quiet = false;
        // Its work is called whatever happens, to write down what must not be lost: when it was
        // cancelled before its turn, and when all of this ends. It asks progress.cancelled()
        // itself.
        bool kept = false;
    };

    // `work`: Result<T>(Progress &), on a worker; it may hold values only, never a QObject of the
    // window. `show`: void(const Result<T> &), on `receiver`'s thread; a null receiver is a gone
    // one. Returns the job's id.
    template <class Work, class Show>
    qint64 run(const QString &title, const Options &options, Work work, QObject *receiver,
               Show show)
    {
        using Outcome = decltype(work(std::declval<Progress &>()));
        auto outcome = std::make_shared<std::optional<Outcome>>();
        return start(
            title, options,
            [work = std::move(work), outcome](Progress &progress) mutable -> std::optional<Error> {
                outcome->emplace(work(progress));
                if (outcome->value().has_value())
                    return {};
                return outcome->value().error();
            },
            receiver,
            [outcome, show = std::move(show)]() mutable {
                if (!outcome->has_value()) // cancelled before it began
                    outcome->emplace(Error{Error::Kind::Cancelled, {}, {}, {}, 0});
                show(outcome->value());
            });
    }

    void cancel(qint64 id);
    void cancelAll();
    void forget(qint64 id); // a finished one
    // Told by whoever gets its Result, from `show`.
    void setResult(qint64 id, const QString &result, qint64 report = 0, bool isShort = false);
    const QList<JobLine> &lines() const { return m_lines; }
    bool isIdle() const; // nothing waits or runs

signals:
    void changed(); // some line changed; at most once per pass of the event loop
    void idle();

private:
    using Work = std::function<std::optional<Error>(Progress &)>;
    struct Entry;

    qint64 start(const QString &title, const Options &options, Work work, QObject *receiver,
                 std::function<void()> deliver);
    void begin(const std::shared_ptr<Entry> &entry);
    void showStep(const std::shared_ptr<Entry> &entry);
    void finish(const std::shared_ptr<Entry> &entry, const std::optional<Error> &error);
    void deliver(const std::shared_ptr<Entry> &entry);
    void touch();
    JobLine *line(qint64 id);

    QThreadPool m_pool;
    QList<JobLine> m_lines;
    QHash<qint64, std::shared_ptr<Entry>> m_entries;
    QHash<QString, QList<std::shared_ptr<Entry>>> m_lanes; // first = running
    qint64 m_lastId = 0;
    bool m_touched = false;
};
