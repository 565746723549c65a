// SPDX-License-Identifier: GPL-3.0-or-later
// Starting, recognising and ending other programs: argument lists only, each in a session of its
// own, so that all its descendants can be found and ended even after the daemon was killed.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <sys/types.h>

#include <chrono>
#include <optional>

namespace host {

struct Command
{
    QString program; // absolute path
    QStringList arguments;
    QStringList environment; // "NAME=value", beside PATH and LC_ALL
    mode_t mask = 022;
    bool output = false;   // standard output and error come through Child::output
    bool ownUsers = false; // in a user namespace: root there is one of our subordinate ids
    QStringList rootFiles; // with ownUsers: handed to the namespace's root before the start
};

struct Child
{
    pid_t pid = -1;
    int output = -1; // read end, owned by the caller
};

// The program runs in a new session with standard input closed. It goes on when we end without
// ending it: then it is one of Supervisor::endLeftovers().
Result<Child> start(const Command &command);

struct Outcome
{
    int exitCode = 0;
    QByteArray output; // standard output
    QString complaint; // the last line of standard error
};

// Runs a short command to its end. Error: it could not be run, or not to the end.
Result<Outcome> runToEnd(const QString &program, const QStringList &arguments,
                         std::chrono::milliseconds limit);

// The same of a command that has to succeed, else Internal with what it complained of; standard
// output is returned.
Result<QByteArray> run(const QString &program, const QStringList &arguments,
                       std::chrono::milliseconds limit);

// A process, recognisable although process ids come round again.
struct Identity
{
    pid_t pid = -1;
    quint64 startTime = 0; // clock ticks since boot

    bool operator==(const Identity &) const = default;
};
std::optional<Identity> identify(pid_t pid);
QByteArray bootId();

struct ProcessState
{
    pid_t pid = -1;
    pid_t parent = -1;
    pid_t session = -1;
    char state = 0;
    QByteArray name; // at most 15 bytes of the program's
    quint64 startTime = 0;
};
std::optional<ProcessState> processState(pid_t pid);
QList<pid_t> sessionMembers(pid_t session); // the living ones

// SIGTERM to the leader (unless it was asked already) and to what it leaves behind, after
// `patience` SIGKILL to all that is left of the session. True when nothing is left.
enum class AskLeader
{
    Yes,
    No
};
bool endSession(pid_t session, std::chrono::milliseconds patience, AskLeader ask = AskLeader::Yes);

// SIGTERM to each that is still the process it was, SIGKILL to what is left after `patience`;
// blocks until they are gone. False: one does not go.
bool endProcesses(const QList<Identity> &processes, std::chrono::milliseconds patience);

// Blocks until the process is gone or the time is over. `pid` need not be our child.
bool waitGone(pid_t pid, std::chrono::milliseconds limit);

// Whether a user namespace with subordinate ids works for this user, else what is missing.
Result<void> canOwnUsers();

QString findProgram(const QString &name); // PATH and the system's sbin directories

} // namespace host
