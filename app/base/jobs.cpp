// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/jobs.h"

#include <QMetaObject>
#include <QRunnable>

#include <algorithm>
#include <mutex>

struct Jobs::Entry
{
    qint64 id = 0;
    QString lane;
    Work work;
    QPointer<QObject> receiver;
    std::function<void()> deliver;
    Progress progress;
    bool running = false;
    bool kept = false;

    // The last step, on its way from the worker to the line. At most one message is under way, so
    // that a loop over a million rows does not fill our thread's queue.
    std::mutex stepLock;
    qint64 done = 0;
    qint64 total = 0;
    QString note;
    bool stepUnderWay = false;
};

Jobs::Jobs(int workers, QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(workers);
}

Jobs::~Jobs()
{
    cancelAll();
    m_pool.waitForDone();
    QList<std::shared_ptr<Entry>> left;
    for (const auto &entry : qAsConst(m_entries))
        if (entry->kept && !entry->running)
            left.append(entry);
    std::sort(left.begin(), left.end(), [](const auto &a, const auto &b) { return a->id < b->id; });
    for (const auto &entry : qAsConst(left))
        entry->work(entry->progress);
}

qint64 Jobs::start(const QString &title, const Options &options, Work work, QObject *receiver,
                   std::function<void()> deliver)
{
    auto entry = std::make_shared<Entry>();
    entry->id = ++m_lastId;
    entry->lane = options.lane;
    entry->kept = options.kept;
    entry->work = std::move(work);
    entry->receiver = receiver;
    entry->deliver = std::move(deliver);
    const qint64 id = entry->id;
    // The sink runs on the worker; it only posts to our thread. `this` outlives every worker (see
    // the destructor).
    // The sink must not own the entry, which owns the sink.
    entry->progress = Progress(
        [this, weak = std::weak_ptr<Entry>(entry)](qint64 done, qint64 total, const QString &note) {
            const auto held = weak.lock();
            if (!held)
                return;
            const std::lock_guard guard(held->stepLock);
            held->done = done;
            held->total = total;
            if (!note.isEmpty())
                held->note = note;
            if (held->stepUnderWay)
                return;
            held->stepUnderWay = true;
            QMetaObject::invokeMethod(
                this, [this, held] { showStep(held); }, Qt::QueuedConnection);
        });

    JobLine l;
    l.id = id;
    l.title = title;
    l.lane = options.lane;
    l.quiet = options.quiet;
    m_lines.append(l);
    m_entries.insert(id, entry);
    touch();

    if (entry->lane.isEmpty()) {
        begin(entry);
    } else {
        auto &queue = m_lanes[entry->lane];
        queue.append(entry);
        if (queue.size() == 1)
            begin(entry);
    }
    return id;
}

void Jobs::begin(const std::shared_ptr<Entry> &entry)
{
    entry->running = true;
    if (JobLine *l = line(entry->id)) {
        l->state = JobLine::State::Running;
        l->started = QDateTime::currentDateTimeUtc();
    }
    touch();
    m_pool.start(QRunnable::create([this, held = entry]() mutable {
        std::optional<Error> error;
        if (held->progress.cancelled() && !held->kept)
            error = Error{Error::Kind::Cancelled, {}, {}, {}, 0};
        else
            error = held->work(held->progress);
        held->work = {}; // what it held dies here, on the worker
        // Our own hold goes with the message: what `show` captured dies on our thread.
        QMetaObject::invokeMethod(
            this, [this, entry = std::move(held), error] { finish(entry, error); },
            Qt::QueuedConnection);
    }));
}

void Jobs::showStep(const std::shared_ptr<Entry> &entry)
{
    const std::lock_guard guard(entry->stepLock);
    entry->stepUnderWay = false;
    JobLine *l = line(entry->id);
    if (!l)
        return;
    l->done = entry->done;
    l->total = entry->total;
    l->note = entry->note;
    touch();
}

void Jobs::finish(const std::shared_ptr<Entry> &entry, const std::optional<Error> &error)
{
    if (JobLine *l = line(entry->id)) {
        l->state = !error                                  ? JobLine::State::Done
                   : error->kind == Error::Kind::Cancelled ? JobLine::State::Cancelled
                                                           : JobLine::State::Failed;
        if (error)
            l->error = *error;
    }
    m_entries.remove(entry->id);
    if (!entry->lane.isEmpty()) {
        auto &queue = m_lanes[entry->lane];
        queue.removeOne(entry);
        if (queue.isEmpty())
            m_lanes.remove(entry->lane);
        else
            begin(queue.first());
    }
    touch();
    const QPointer<Jobs> self(this); // what is shown may end us
    deliver(entry);
    if (self && isIdle())
        emit idle();
}

void Jobs::deliver(const std::shared_ptr<Entry> &entry)
{
    if (!entry->receiver)
        return;
    // A receiver on another thread gets the call through its own queue, where it dies with it.
    if (entry->receiver->thread() == thread())
        entry->deliver();
    else
        QMetaObject::invokeMethod(entry->receiver, entry->deliver, Qt::QueuedConnection);
}

void Jobs::setResult(qint64 id, const QString &result, qint64 report, bool isShort)
{
    JobLine *l = line(id);
    if (!l)
        return;
    l->result = result;
    l->report = report;
    l->isShort = isShort;
    touch();
}

void Jobs::cancel(qint64 id)
{
    const auto entry = m_entries.value(id);
    if (!entry)
        return;
    entry->progress.cancel();
    if (!entry->running && !entry->kept) { // still in its lane's queue: it ends here
        m_lanes[entry->lane].removeOne(entry);
        m_entries.remove(id);
        if (JobLine *l = line(id))
            l->state = JobLine::State::Cancelled;
        touch();
        QMetaObject::invokeMethod(
            this, [this, entry] { deliver(entry); }, Qt::QueuedConnection);
    }
}

void Jobs::cancelAll()
{
    for (qint64 id : m_entries.keys())
        cancel(id);
}

void Jobs::forget(qint64 id)
{
    if (m_entries.contains(id))
        return;
    m_lines.removeIf([id](const JobLine &l) { return l.id == id; });
    touch();
}

bool Jobs::isIdle() const { return m_entries.isEmpty(); }

JobLine *Jobs::line(qint64 id)
{
    for (JobLine &l : m_lines)
        if (l.id == id)
            return &l;
    return nullptr;
}

void Jobs::touch()
{
    if (m_touched)
        return;
    m_touched = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_touched = false;
            emit changed();
        },
        Qt::QueuedConnection);
}
