// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs: order in a lane, lanes side by side, an answer exactly once or not at all, cancelling.
#include "app/base/jobs.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

namespace {

Jobs::Options lane(const char *name) { return {QLatin1String(name), false}; }

// A gate that a worker waits at until the test opens it; gives up so that a failure cannot hang.
struct Gate
{
    std::shared_ptr<QSemaphore> reached = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> open = std::make_shared<QSemaphore>();

    bool pass() const
    {
        reached->release();
        return open->tryAcquire(1, 20000);
    }
    bool wait() const { return reached->tryAcquire(1, 20000); }
};

Error failure(Error::Kind kind) { return {kind, QStringLiteral("as told"), {}, {}, 0}; }

const JobLine *lineOf(const Jobs &jobs, qint64 id)
{
    for (const JobLine &l : jobs.lines())
        if (l.id == id)
            return &l;
    return nullptr;
}

// Says on which thread it died.
struct Witness
{
    explicit Witness(std::atomic<QThread *> &at)
        : where(at)
    {
    }
    ~Witness() { where = QThread::currentThread(); }
    std::atomic<QThread *> &where;
};

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT

private slots:
    void answersOnceOnTheReceiversThread()
    {
        Jobs jobs;
        QObject here;
        int answers = 0;
        QThread *worked = nullptr;
        QThread *shown = nullptr;
        QSignalSpy idle(&jobs, &Jobs::idle);
        jobs.run(
            QStringLiteral("Add"), {},
            [&worked](Progress &) -> Result<int> {
                worked = QThread::currentThread();
                return 42;
            },
            &here,
            [&](const Result<int> &r) {
                ++answers;
                shown = QThread::currentThread();
                QCOMPARE(r.value(), 42);
            });
        QVERIFY(!jobs.isIdle());
        QTRY_COMPARE(idle.size(), 1);
        QCOMPARE(answers, 1);
        QCOMPARE(shown, QThread::currentThread());
        QVERIFY(worked != QThread::currentThread());
        QVERIFY(jobs.isIdle());
    }

    void keepsOrderInALane()
    {
        Jobs jobs(6);
        QObject here;
        QList<int> began; // only one worker at a time may touch it
        QList<int> answered;
        std::atomic<int> inside = 0;
        std::atomic<bool> overlapped = false;
        for (int i = 0; i < 50; ++i)
            jobs.run(
                QStringLiteral("Write"), lane("account:7"),
                [&, i](Progress &) -> Result<int> {
                    if (++inside != 1)
                        overlapped = true;
                    began.append(i);
                    QThread::yieldCurrentThread();
                    --inside;
                    return i;
                },
                &here, [&](const Result<int> &r) { answered.append(*r); });
        QTRY_COMPARE(answered.size(), 50);
        QVERIFY(!overlapped);
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(began.at(i), i);
            QCOMPARE(answered.at(i), i);
        }
    }

    void runsLanesSideBySide()
    {
        Jobs jobs(2);
        QObject here;
        Gate gate;
        bool second = false;
        int answers = 0;
        jobs.run(
            QStringLiteral("Held"), lane("a"),
            [gate](Progress &) -> Result<bool> { return gate.pass(); }, &here,
            [&](const Result<bool> &r) {
                ++answers;
                QVERIFY(*r);
            });
        QVERIFY(gate.wait());
        jobs.run(
            QStringLiteral("Passes"), lane("b"), [](Progress &) -> Result<bool> { return true; },
            &here,
            [&](const Result<bool> &) {
                ++answers;
                second = true;
            });
        QTRY_VERIFY(second); // while the first lane is still held
        QCOMPARE(answers, 1);
        gate.open->release();
        QTRY_COMPARE(answers, 2);
    }

    void goesOnInTheLaneAfterAFailure()
    {
        Jobs jobs;
        QObject here;
        QStringList said;
        const qint64 failed = jobs.run(
            QStringLiteral("Fails"), lane("a"),
            [](Progress &) -> Result<int> { return failure(Error::Kind::Offline); }, &here,
            [&](const Result<int> &r) { said.append(kindName(r.error().kind)); });
        jobs.run(
            QStringLiteral("Works"), lane("a"), [](Progress &) -> Result<void> { return {}; },
            &here,
            [&](const Result<void> &r) {
                QVERIFY(r.has_value());
                said.append(QStringLiteral("done"));
            });
        QTRY_COMPARE(said, (QStringList{QStringLiteral("Offline"), QStringLiteral("done")}));
        const JobLine *line = lineOf(jobs, failed);
        QVERIFY(line);
        QCOMPARE(line->state, JobLine::State::Failed);
        QCOMPARE(line->error.detail, QStringLiteral("as told"));
        QVERIFY(line->started.isValid());
    }

    void isSilentWhenTheReceiverIsGone()
    {
        Jobs jobs;
        auto gone = std::make_unique<QObject>();
        QObject here;
        Gate gate;
        int answers = 0;
        QSignalSpy idle(&jobs, &Jobs::idle);
        jobs.run(
            QStringLiteral("For nobody"), {},
            [gate](Progress &) -> Result<bool> { return gate.pass(); }, gone.get(),
            [&](const Result<bool> &) { ++answers; });
        QVERIFY(gate.wait());
        gone.reset();
        gate.open->release();
        QTRY_COMPARE(idle.size(), 1);
        QCOMPARE(answers, 0);
    }

    void answersOnAnotherThread()
    {
        Jobs jobs;
        QThread other;
        other.start();
        auto *there = new QObject;
        there->moveToThread(&other);
        std::atomic<QThread *> shown = nullptr;
        jobs.run(
            QStringLiteral("Elsewhere"), {}, [](Progress &) -> Result<int> { return 1; }, there,
            [&](const Result<int> &) { shown = QThread::currentThread(); });
        QTRY_COMPARE(shown.load(), &other);
        there->deleteLater();
        other.quit();
        QVERIFY(other.wait(20000));
    }

    void cancelsWhatWaits()
    {
        Jobs jobs;
        QObject here;
        Gate gate;
        bool ran = false;
        int cancelled = 0;
        int held = 0;
        jobs.run(
            QStringLiteral("Held"), lane("a"),
            [gate](Progress &) -> Result<bool> { return gate.pass(); }, &here,
            [&](const Result<bool> &) { ++held; });
        QVERIFY(gate.wait());
        const qint64 waiting = jobs.run(
            QStringLiteral("Waits"), lane("a"),
            [&](Progress &) -> Result<int> {
                ran = true;
                return 1;
            },
            &here,
            [&](const Result<int> &r) {
                QCOMPARE(r.error().kind, Error::Kind::Cancelled);
                ++cancelled;
            });
        QCOMPARE(lineOf(jobs, waiting)->state, JobLine::State::Waiting);
        jobs.cancel(waiting);
        QCOMPARE(cancelled, 0); // never from within cancel()
        QTRY_COMPARE(cancelled, 1);
        QCOMPARE(lineOf(jobs, waiting)->state, JobLine::State::Cancelled);
        jobs.cancel(waiting); // twice is once
        gate.open->release();
        QTRY_COMPARE(held, 1);
        QVERIFY(jobs.isIdle());
        QVERIFY(!ran);
        QCOMPARE(cancelled, 1);
    }

    void whatIsKeptHasItsTurnAlthoughItIsCancelled()
    {
        Jobs jobs;
        QObject here;
        Gate gate;
        int answers = 0;
        jobs.run(
            QStringLiteral("Held"), lane("a"),
            [gate](Progress &) -> Result<bool> { return gate.pass(); }, &here,
            [](const Result<bool> &) {});
        QVERIFY(gate.wait());
        const qint64 kept = jobs.run(
            QStringLiteral("Kept"), {QStringLiteral("a"), false, true},
            [](Progress &progress) -> Result<bool> { return progress.cancelled(); }, &here,
            [&](const Result<bool> &r) {
                QVERIFY(r && *r);
                ++answers;
            });
        jobs.cancel(kept);
        QCOMPARE(lineOf(jobs, kept)->state, JobLine::State::Waiting);
        gate.open->release();
        QTRY_COMPARE(answers, 1);
    }

    void whatIsKeptIsDoneBeforeTheEnd()
    {
        QObject here;
        Gate gate;
        QStringList written;
        {
            Jobs jobs;
            jobs.run(
                QStringLiteral("Held"), lane("a"),
                [gate](Progress &) -> Result<bool> { return gate.pass(); }, &here,
                [](const Result<bool> &) {});
            QVERIFY(gate.wait());
            const auto write = [&](const QString &what, bool isKept) {
                jobs.run(
                    what, {QStringLiteral("a"), false, isKept},
                    [&written, what](Progress &) -> Result<bool> {
                        written.append(what);
                        return true;
                    },
                    &here, [](const Result<bool> &) {});
            };
            write(QStringLiteral("first"), true);
            write(QStringLiteral("let go"), false);
            write(QStringLiteral("second"), true);
            gate.open->release();
        }
        QCOMPARE(written, QStringList({QStringLiteral("first"), QStringLiteral("second")}));
    }

    void cancelsWhatRuns()
    {
        Jobs jobs;
        QObject here;
        QSemaphore begun;
        int answers = 0;
        const qint64 id = jobs.run(
            QStringLiteral("Long"), lane("a"),
            [&begun](Progress &progress) -> Result<int> {
                begun.release();
                QDeadlineTimer deadline(20000);
                while (!progress.cancelled() && !deadline.hasExpired())
                    QThread::yieldCurrentThread();
                return failure(progress.cancelled() ? Error::Kind::Cancelled
                                                    : Error::Kind::Internal);
            },
            &here,
            [&](const Result<int> &r) {
                ++answers;
                QCOMPARE(r.error().kind, Error::Kind::Cancelled);
            });
        QVERIFY(begun.tryAcquire(1, 20000));
        jobs.cancel(id);
        QTRY_COMPARE(answers, 1);
        QCOMPARE(lineOf(jobs, id)->state, JobLine::State::Cancelled);
        jobs.forget(id);
        QVERIFY(!lineOf(jobs, id));
    }

    void reportsProgressAndKeepsTheNote()
    {
        Jobs jobs;
        QObject here;
        Gate gate;
        int answers = 0;
        const qint64 id = jobs.run(
            QStringLiteral("Copy"), {},
            [gate](Progress &progress) -> Result<bool> {
                progress.step(1, 10, QStringLiteral("Folder Inbox"));
                progress.step(2, 10);
                const bool passed = gate.pass();
                progress.step(10, 10, QStringLiteral("Folder Sent"));
                return passed;
            },
            &here, [&](const Result<bool> &) { ++answers; });
        QTRY_COMPARE(lineOf(jobs, id)->done, 2);
        QCOMPARE(lineOf(jobs, id)->total, 10);
        QCOMPARE(lineOf(jobs, id)->note, QStringLiteral("Folder Inbox"));
        QCOMPARE(lineOf(jobs, id)->state, JobLine::State::Running);
        gate.open->release();
        QTRY_COMPARE(answers, 1);
        QCOMPARE(lineOf(jobs, id)->done, 10); // the last step is never lost
        QCOMPARE(lineOf(jobs, id)->note, QStringLiteral("Folder Sent"));
        QCOMPARE(lineOf(jobs, id)->state, JobLine::State::Done);
    }

    void aTightLoopDoesNotFloodTheWindow()
    {
        Jobs jobs;
        QObject here;
        int answers = 0;
        QSignalSpy changed(&jobs, &Jobs::changed);
        const qint64 id = jobs.run(
            QStringLiteral("Million"), {},
            [](Progress &progress) -> Result<int> {
                for (int i = 1; i <= 1000000; ++i)
                    progress.step(i, 1000000);
                return 1;
            },
            &here, [&](const Result<int> &) { ++answers; });
        // However fast the worker steps, at most one message is under way.
        QVERIFY(QTest::qWaitFor([&] { return answers > 0; }, 60'000));
        QCOMPARE(lineOf(jobs, id)->done, 1000000);
        QVERIFY2(changed.size() < 100000, qPrintable(QString::number(changed.size())));
    }

    void whatItShowsDiesOnTheReceiversThread()
    {
        std::atomic<QThread *> died = nullptr;
        Jobs jobs;
        QObject here;
        for (int i = 0; i < 30; ++i) {
            died = nullptr;
            auto witness = std::make_shared<Witness>(died);
            jobs.run(
                QStringLiteral("Witness"), {}, [](Progress &) -> Result<int> { return 1; }, &here,
                [witness](const Result<int> &) {});
            witness.reset();
            QTRY_VERIFY(died.load());
            QCOMPARE(died.load(), QThread::currentThread());
        }
    }

    void endsEverythingWhenItGoes()
    {
        QObject here;
        QSemaphore begun;
        int answers = 0;
        std::atomic<bool> ended = false;
        {
            Jobs jobs;
            jobs.run(
                QStringLiteral("Long"), lane("a"),
                [&](Progress &progress) -> Result<int> {
                    begun.release();
                    QDeadlineTimer deadline(20000);
                    while (!progress.cancelled() && !deadline.hasExpired())
                        progress.step(1, 2);
                    ended = true;
                    return 1;
                },
                &here, [&](const Result<int> &) { ++answers; });
            jobs.run(
                QStringLiteral("Waits"), lane("a"), [](Progress &) -> Result<int> { return 1; },
                &here, [&](const Result<int> &) { ++answers; });
            QVERIFY(begun.tryAcquire(1, 20000));
        }
        QVERIFY(ended); // the destructor waited
        QCoreApplication::sendPostedEvents();
        QCOMPARE(answers, 0);
    }

    void mayBeEndedByWhatIsShown()
    {
        auto jobs = std::make_unique<Jobs>();
        QObject here;
        jobs->run(
            QStringLiteral("Last"), {}, [](Progress &) -> Result<int> { return 1; }, &here,
            [&](const Result<int> &) { jobs.reset(); });
        QTRY_VERIFY(!jobs);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "jobs.moc"
