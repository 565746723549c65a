// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon's long work: one thread takes up the jobs that are due, at start and when told, one
// step after another. Whatever it is at when the daemon ends goes on at the next start.
#pragma once

#include "server/work/dkimkeys.h"
#include "server/work/rotation.h"
#include "server/work/tools.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace hostwork {

class Work
{
public:
    explicit Work(Tools tools);
    ~Work(); // stop()
    Work(const Work &) = delete;
    Work &operator=(const Work &) = delete;

    Result<void> start();
    void stop();

    // Everything that is due now, in this thread: the number of steps. What start() does again and
    // again.
    int runDue();

    const Tools &tools() const { return m_tools; }
    DkimKeys &keys() { return m_keys; }

    Result<db::JobRow> rotate(const db::Caller &caller, qint64 service, const QString &domain,
                              int overlap);
    // A step that is under way ends as soon as it can; what it did stays.
    Result<void> cancel(const db::Caller &caller, qint64 service, qint64 id);

    // Takes up no step after this number of them: for stories in which the daemon is killed
    // between two steps. -1 = all.
    void limitSteps(int steps) { m_stepsLeft = steps; }

private:
    void run();
    void wake();
    bool isStopping();
    // False: nothing was due.
    bool takeUpOne();
    void step(db::JobRow row);

    const Tools m_tools;
    DkimKeys m_keys;
    QDateTime m_startedAt;

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    bool m_isAwake = false;
    bool m_isStopping = false;
    qint64 m_atWork = 0; // the job whose step is under way
    Progress m_progress; // of that step
    int m_stepsLeft = -1;
    std::thread m_thread;
};

} // namespace hostwork
