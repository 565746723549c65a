// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/process.h"

#include "app/base/log.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <poll.h>
#include <pwd.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace host {

namespace {

Error internal(const QString &detail) { return {Error::Kind::Internal, detail, {}, {}, 0}; }

// execve's form of a list. The bytes live as long as this.
class Argv
{
public:
    explicit Argv(const QStringList &list)
    {
        for (const QString &item : list)
            m_bytes.push_back(QFile::encodeName(item));
        for (QByteArray &item : m_bytes)
            m_pointers.push_back(item.data());
        m_pointers.push_back(nullptr);
    }
    char **data() { return m_pointers.data(); }
    size_t size() const { return m_bytes.size(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<char *> m_pointers;
};

struct Pipe
{
    int read = -1;
    int write = -1;

    bool open()
    {
        int fds[2] = {-1, -1};
        if (pipe2(fds, O_CLOEXEC) != 0)
            return false;
        read = fds[0];
        write = fds[1];
        return true;
    }
    static void close(int &fd)
    {
        if (fd >= 0)
            ::close(fd);
        fd = -1;
    }
    ~Pipe()
    {
        close(read);
        close(write);
    }
};

// The first range that FILE (/etc/subuid, /etc/subgid) gives this user.
std::optional<quint64> subordinateRange(const char *file, uint needed)
{
    const passwd *user = getpwuid(geteuid());
    const QByteArray name = user ? QByteArray(user->pw_name) : QByteArray();
    QFile in(QString::fromLatin1(file));
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = in.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> parts = line.split(':');
        if (parts.size() == 3 &&
            ((!name.isEmpty() && parts[0] == name) || parts[0] == QByteArray::number(geteuid())) &&
            parts[2].toULongLong() >= needed)
            return parts[1].toULongLong();
    }
    return {};
}

// Those that Postfix will use besides this user's own.
std::vector<gid_t> otherGroups()
{
    std::vector<gid_t> all(64);
    int count = int(all.size());
    const passwd *user = getpwuid(geteuid());
    if (!user || getgrouplist(user->pw_name, getegid(), all.data(), &count) < 0)
        count = 0;
    all.resize(size_t(count));
    if (const group *drop = getgrnam("postdrop"))
        all.push_back(drop->gr_gid);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    std::erase_if(all, [](gid_t g) { return g == 0 || g == getegid(); });
    return all;
}

// The namespace's root is the first subordinate id, this user keeps his own number: all that
// Postfix keeps belongs to him afterwards and he may remove it.
Result<void> mapUsers(pid_t pid)
{
    const auto uids = subordinateRange("/etc/subuid", 1);
    const auto gids = subordinateRange("/etc/subgid", uint(1 + otherGroups().size()));
    if (!uids || !gids)
        return internal(QStringLiteral("no subordinate ids"));
    const QString id = QString::number(pid);
    const QString uid = QString::number(geteuid());
    const QString gid = QString::number(getegid());
    // Postfix takes all groups of the user, so each needs a number there; what it may do outside
    // with a number that stands for a subordinate one is nothing.
    QStringList groups{id,  QStringLiteral("0"), QString::number(*gids), QStringLiteral("1"), gid,
                       gid, QStringLiteral("1")};
    quint64 next = *gids;
    for (gid_t other : otherGroups())
        groups += {QString::number(other), QString::number(++next), QStringLiteral("1")};
    constexpr auto limit = std::chrono::seconds(5);
    if (auto done = run(findProgram(QStringLiteral("newuidmap")),
                        {id, QStringLiteral("0"), QString::number(*uids), QStringLiteral("1"), uid,
                         uid, QStringLiteral("1")},
                        limit);
        !done)
        return done.error();
    if (auto done = run(findProgram(QStringLiteral("newgidmap")), groups, limit); !done)
        return done.error();
    return {};
}

// Between fork and exec only what POSIX calls async-signal-safe.
[[noreturn]] void become(char **argv, char **envp, const Command &command, Argv &rootFiles,
                         int output, int failure, int namespaceMade, int namespaceMapped)
{
    const auto fail = [failure] {
        const int code = errno;
        [[maybe_unused]] const auto n = ::write(failure, &code, sizeof code);
        _exit(127);
    };
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (int s : {SIGPIPE, SIGTERM, SIGINT, SIGHUP, SIGCHLD})
        signal(s, SIG_DFL);
    setsid();
    umask(command.mask);

    const int null = ::open("/dev/null", O_RDWR);
    dup2(null, STDIN_FILENO);
    dup2(output >= 0 ? output : null, STDOUT_FILENO);
    dup2(output >= 0 ? output : null, STDERR_FILENO);

    if (command.ownUsers) {
        char go = 0;
        if (unshare(CLONE_NEWUSER) != 0)
            fail();
        [[maybe_unused]] const auto n = ::write(namespaceMade, "u", 1);
        if (::read(namespaceMapped, &go, 1) != 1)
            _exit(127);
        if (setgroups(0, nullptr) != 0 || setresgid(0, 0, 0) != 0 || setresuid(0, 0, 0) != 0)
            fail();
        for (size_t i = 0; i < rootFiles.size(); ++i)
            if (chown(rootFiles.data()[i], 0, 0) != 0)
                fail();
    }
    syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC);
    execve(argv[0], argv, envp);
    fail();
    _exit(127);
}

int openPid(pid_t pid) { return int(syscall(SYS_pidfd_open, pid, 0U)); }

} // namespace

Result<Child> start(const Command &command)
{
    Argv argv(QStringList{command.program} + command.arguments);
    Argv environment(
        QStringList{QStringLiteral("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:"
                                   "/bin"),
                    QStringLiteral("LC_ALL=C.UTF-8")} +
        command.environment);
    Argv rootFiles(command.rootFiles);
    Pipe output;
    Pipe failure;
    Pipe made;
    Pipe mapped;
    if ((command.output && !output.open()) || !failure.open() || !made.open() || !mapped.open())
        return internal(qt_error_string());

    const pid_t pid = fork();
    if (pid < 0)
        return internal(qt_error_string());
    if (pid == 0)
        become(argv.data(), environment.data(), command, rootFiles, output.write, failure.write,
               made.write, mapped.read);
    Pipe::close(output.write);
    Pipe::close(failure.write);
    Pipe::close(made.write);
    Pipe::close(mapped.read);

    std::optional<Error> fault;
    if (command.ownUsers) {
        char ready = 0;
        if (::read(made.read, &ready, 1) == 1) {
            if (auto done = mapUsers(pid); !done)
                fault = done.error();
            else [[maybe_unused]]
                const auto n = ::write(mapped.write, "g", 1);
        }
        Pipe::close(mapped.write);
    }
    int code = 0;
    if (::read(failure.read, &code, sizeof code) == ssize_t(sizeof code))
        fault = internal(QStringLiteral("%1: %2").arg(command.program, qt_error_string(code)));
    if (fault) {
        ::kill(pid, SIGKILL);
        waitpid(pid, nullptr, 0);
        return *fault;
    }
    return Child{pid, std::exchange(output.read, -1)};
}

Result<Outcome> runToEnd(const QString &program, const QStringList &arguments,
                         std::chrono::milliseconds limit)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(int(limit.count()))) {
        const QString reason = process.error() == QProcess::Timedout
                                   ? QStringLiteral("no answer in time")
                                   : process.errorString();
        process.kill();
        process.waitForFinished(1000);
        return internal(QStringLiteral("%1: %2").arg(program, reason));
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return internal(QStringLiteral("%1: it crashed").arg(program));
    const QList<QByteArray> lines = process.readAllStandardError().trimmed().split('\n');
    return Outcome{process.exitCode(), process.readAllStandardOutput(),
                   QString::fromUtf8(lines.last().trimmed())};
}

Result<QByteArray> run(const QString &program, const QStringList &arguments,
                       std::chrono::milliseconds limit)
{
    auto ran = runToEnd(program, arguments, limit);
    if (!ran)
        return ran.error();
    if (ran->exitCode != 0)
        return internal(QStringLiteral("%1: %2").arg(program, ran->complaint));
    return std::move(ran->output);
}

std::optional<ProcessState> processState(pid_t pid)
{
    QFile in(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = in.readAll();
    // The name in brackets may hold anything; the rest begins after the last one.
    const auto open = text.indexOf('(');
    const auto close = text.lastIndexOf(')');
    const QList<QByteArray> fields = text.mid(close + 2).split(' ');
    if (fields.size() < 20 || open < 0)
        return {};
    return ProcessState{pid,
                        fields[1].toInt(),
                        fields[3].toInt(),
                        fields[0].at(0),
                        text.mid(open + 1, close - open - 1),
                        fields[19].toULongLong()};
}

std::optional<Identity> identify(pid_t pid)
{
    const auto state = processState(pid);
    if (!state || state->state == 'Z')
        return {};
    return Identity{pid, state->startTime};
}

QByteArray bootId()
{
    QFile in(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return in.open(QIODevice::ReadOnly) ? in.readAll().trimmed() : QByteArray();
}

QList<pid_t> sessionMembers(pid_t session)
{
    QList<pid_t> members;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        bool number = false;
        const pid_t pid = entry.toInt(&number);
        if (!number)
            continue;
        const auto state = processState(pid);
        if (state && state->session == session && state->state != 'Z' && state->state != 'X')
            members.append(pid);
    }
    return members;
}

bool waitGone(pid_t pid, std::chrono::milliseconds limit)
{
    const int fd = openPid(pid);
    if (fd < 0)
        return errno == ESRCH;
    pollfd p{fd, POLLIN, 0};
    const int ready = poll(&p, 1, int(limit.count()));
    ::close(fd);
    return ready == 1;
}

bool endSession(pid_t session, std::chrono::milliseconds patience, AskLeader ask)
{
    using Clock = std::chrono::steady_clock;
    const auto left = [](Clock::time_point until) {
        return std::max(
            std::chrono::milliseconds(0),
            std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()));
    };
    if (ask == AskLeader::Yes)
        ::kill(session, SIGTERM);
    auto until = Clock::now() + patience;
    waitGone(session, patience);
    // Dovecot's leaves sessions that go on as long as their clients.
    for (pid_t pid : sessionMembers(session))
        if (pid != session)
            ::kill(pid, SIGTERM);
    for (bool killed = false;;) {
        const QList<pid_t> members = sessionMembers(session);
        if (members.isEmpty())
            return true;
        if (left(until).count() == 0) {
            if (killed)
                return false;
            killed = true;
            until = Clock::now() + std::chrono::seconds(2);
            for (pid_t pid : members)
                ::kill(pid, SIGKILL);
        }
        waitGone(members.first(), std::min(left(until), std::chrono::milliseconds(200)));
    }
}

bool endProcesses(const QList<Identity> &processes, std::chrono::milliseconds patience)
{
    using Clock = std::chrono::steady_clock;
    // A descriptor names one process for good; the look after opening it makes sure which.
    QList<int> ending;
    for (const Identity &process : processes) {
        const int fd = openPid(process.pid);
        if (fd >= 0 && identify(process.pid) == process) {
            syscall(SYS_pidfd_send_signal, fd, SIGTERM, nullptr, 0U);
            ending.append(fd);
        } else if (fd >= 0) {
            ::close(fd);
        }
    }
    auto until = Clock::now() + patience;
    const auto isGone = [&until](int fd) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
        pollfd p{fd, POLLIN, 0};
        return poll(&p, 1, int(std::max<qint64>(0, left.count()))) == 1;
    };
    for (int fd : std::as_const(ending))
        if (!isGone(fd))
            syscall(SYS_pidfd_send_signal, fd, SIGKILL, nullptr, 0U);
    until = Clock::now() + std::chrono::milliseconds(250);
    bool all = true;
    for (int fd : std::as_const(ending)) {
        all = isGone(fd) && all;
        ::close(fd);
    }
    return all;
}

QString findProgram(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (!found.isEmpty())
        return found;
    return QStandardPaths::findExecutable(
        name, {QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/sbin"),
               QStringLiteral("/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/bin")});
}

Result<void> canOwnUsers()
{
    const auto unsupported = [](const QString &detail) {
        return Error{Error::Kind::Unsupported, detail, {}, {}, 0};
    };
    const passwd *user = getpwuid(geteuid());
    const QString name = user ? QString::fromLocal8Bit(user->pw_name) : QString::number(geteuid());
    if (findProgram(QStringLiteral("newuidmap")).isEmpty() ||
        findProgram(QStringLiteral("newgidmap")).isEmpty())
        return unsupported(QStringLiteral("the package uidmap is not installed"));
    if (!subordinateRange("/etc/subuid", 1) ||
        !subordinateRange("/etc/subgid", uint(1 + otherGroups().size())))
        return unsupported(
            QStringLiteral("/etc/subuid and /etc/subgid give %1 no range; as root: usermod "
                           "--add-subuids 100000-165535 --add-subgids 100000-165535 %1")
                .arg(name));
    Command probe;
    probe.program = QStringLiteral("/bin/true");
    probe.ownUsers = true;
    const auto child = start(probe);
    if (!child)
        return unsupported(QStringLiteral("this system forbids user namespaces to ordinary users "
                                          "(%1)")
                               .arg(child.error().detail));
    waitpid(child->pid, nullptr, 0);
    return {};
}

} // namespace host
