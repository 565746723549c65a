// SPDX-License-Identifier: GPL-3.0-or-later
// What a long function says while it works, and how it learns that nobody wants the result any
// more.
#pragma once

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

// Shared by the worker (step, cancelled) and whoever watches (cancel, sink). All members may be
// called from any thread.
class Progress
{
public:
    using Sink = std::function<void(qint64 done, qint64 total, const QString &note)>;

    Progress()
        : m_cancelled(std::make_shared<std::atomic<bool>>(false))
    {
    }
    explicit Progress(Sink sink)
        : Progress()
    {
        m_sink = std::move(sink);
    }

    bool cancelled() const { return m_cancelled->load(std::memory_order_relaxed); }
    void cancel() { m_cancelled->store(true, std::memory_order_relaxed); }

    // `total` 0 = unknown. `note` is a sentence for the tray, already translated; empty = keep the
    // last.
    void step(qint64 done, qint64 total, const QString &note = {})
    {
        if (m_sink)
            m_sink(done, total, note);
    }

    // The flag alone, for a library callback that outlives this object.
    std::shared_ptr<std::atomic<bool>> flag() const { return m_cancelled; }

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    Sink m_sink;
};
