// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the mail servers running: starts them, starts them again when they end (after 1 s, doubling
// to 30 s, from the beginning again after a healthy minute), and leaves nothing behind.
#pragma once

#include "server/host/process.h"

#include <QByteArray>
#include <QList>
#include <QMutex>
#include <QString>

#include <chrono>
#include <functional>
#include <thread>
#include <vector>

namespace host {

struct Service
{
    QString name; // "dovecot": in messages and as the name of its log file
    Command command;
    std::function<void(const QByteArray &line)> onLine; // each line of its log; no new line
    // Not 0: it writes its log itself, into the file that its output would go to, and begins that
    // anew at this signal; so it can go on when nobody listens.
    int reopenSignal = 0;
    std::function<Result<void>()> prepare; // before each start, also after it ended
    std::function<void()> onStart;         // after each
    bool hasNoState = false;               // SIGKILL ends it: there is nothing to bring into order
};

QString logFile(const QString &directory, const QString &service);

class Supervisor
{
public:
    // `state`: a directory of ours where the children are remembered. `log`: where their output
    // goes, one file each, kept below 10 MB with one older file beside it.
    Supervisor(const QString &state, const QString &log);
    ~Supervisor();

    // Ends what an earlier daemon of the same state left running. Call before anything else.
    Result<void> endLeftovers();

    // Starts all. Returns when each was started once or the first could not be.
    Result<void> start(const QList<Service> &services);

    // Ends all; nothing of them runs afterwards. Idempotent.
    void stop();

    pid_t pid(const QString &name) const;               // -1: not running at the moment
    bool signal(const QString &name, int number) const; // false: not running at the moment
    // `name` runs, or the sentence it said last when it ended.
    QString lastWords(const QString &name) const;

private:
    struct Running;
    class LogFile;
    void loop();
    Result<void> launch(Running &running);
    void ended(Running &running);
    void read(Running &running);
    void readLog(Running &running);
    void heed(Running &running, const QByteArray &line);
    void remember() const;

    QString m_state;
    QString m_log;
    mutable QMutex m_mutex;
    std::vector<std::unique_ptr<Running>> m_running;
    std::thread m_thread;
    int m_wake = -1;
    bool m_stopping = false;
};

} // namespace host
