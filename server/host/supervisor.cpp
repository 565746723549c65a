// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/supervisor.h"

#include "app/base/log.h"
#include "server/host/logtail.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <future>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace host {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto firstPause = std::chrono::seconds(1);
constexpr auto longestPause = std::chrono::seconds(30);
constexpr auto healthy = std::chrono::seconds(60);
constexpr auto patience = std::chrono::seconds(5);
constexpr qint64 largestLog = 10 * 1024 * 1024;
constexpr qsizetype longestLine = 16 * 1024;

} // namespace

QString logFile(const QString &directory, const QString &service)
{
    return directory + u'/' + service + QStringLiteral(".log");
}

class Supervisor::LogFile
{
public:
    explicit LogFile(const QString &path)
        : m_file(path)
    {
        open();
    }
    void write(const QByteArray &line)
    {
        if (m_file.size() > largestLog) {
            m_file.close();
            QFile::remove(m_file.fileName() + QStringLiteral(".1"));
            QFile::rename(m_file.fileName(), m_file.fileName() + QStringLiteral(".1"));
            open();
        }
        m_file.write(line + '\n');
        m_file.flush();
    }

private:
    void open()
    {
        if (m_file.open(QIODevice::WriteOnly | QIODevice::Append))
            m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        else
            qCWarning(lcHost, "%s: %s", qPrintable(m_file.fileName()),
                      qPrintable(m_file.errorString()));
    }
    QFile m_file;
};

struct Supervisor::Running
{
    Service service;
    std::unique_ptr<LogFile> log;  // which we write, …
    std::unique_ptr<LogTail> tail; // … or it does
    Child child;
    int process = -1; // pidfd
    Identity identity;
    QByteArray rest; // of its output, without a new line yet
    QString lastWords;
    Clock::time_point since;
    Clock::time_point again; // when not running
    std::chrono::seconds pause = firstPause;
};

Supervisor::Supervisor(const QString &state, const QString &log)
    : m_state(state)
    , m_log(log)
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
}

Supervisor::~Supervisor()
{
    stop();
    ::close(m_wake);
}

Result<void> Supervisor::endLeftovers()
{
    const QString file = m_state + QStringLiteral("/children.json");
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject remembered = QJsonDocument::fromJson(in.readAll()).object();
    in.close();
    if (remembered.value(QStringLiteral("boot")).toString().toLatin1() == bootId()) {
        const QJsonArray children = remembered.value(QStringLiteral("children")).toArray();
        for (const auto &entry : children) {
            const QJsonObject o = entry.toObject();
            const pid_t session = o.value(QStringLiteral("pid")).toInt();
            const auto now = identify(session);
            // A leader with another start time is somebody else's process: then the kernel gave
            // the number away, which it does only when the whole session is gone.
            if (session <= 1 ||
                (now && now->startTime != quint64(o.value(QStringLiteral("start")).toDouble())) ||
                sessionMembers(session).isEmpty())
                continue;
            const QString name = o.value(QStringLiteral("name")).toString();
            qCWarning(lcHost, "%s of an earlier run is still there (process %d): ending it",
                      qPrintable(name), session);
            const bool asksFirst = !o.value(QStringLiteral("no_state")).toBool();
            if (!endSession(session, asksFirst ? patience : std::chrono::seconds(0)))
                return Error{Error::Kind::Internal,
                             QStringLiteral("%1 of an earlier run (process %2) cannot be ended")
                                 .arg(name)
                                 .arg(session),
                             {},
                             {},
                             0};
        }
    }
    QFile::remove(file);
    return {};
}

Result<void> Supervisor::start(const QList<Service> &services)
{
    for (const Service &service : services) {
        auto running = std::make_unique<Running>();
        running->service = service;
        const QString file = logFile(m_log, service.name);
        if (service.reopenSignal)
            running->tail = std::make_unique<LogTail>(file);
        else
            running->log = std::make_unique<LogFile>(file);
        m_running.push_back(std::move(running));
    }
    // The thread that watches them also starts them.
    std::promise<Result<void>> started;
    auto outcome = started.get_future();
    m_thread = std::thread([this, started = std::move(started)]() mutable {
        Result<void> launched;
        {
            QMutexLocker lock(&m_mutex);
            for (auto &running : m_running)
                if (launched = launch(*running); !launched)
                    break;
        }
        started.set_value(launched);
        loop();
    });
    pthread_setname_np(m_thread.native_handle(), "supervisor");
    return outcome.get();
}

Result<void> Supervisor::launch(Running &running)
{
    const auto prepared = running.service.prepare ? running.service.prepare() : Result<void>();
    const auto child =
        prepared ? host::start(running.service.command) : Result<Child>(prepared.error());
    if (!child) {
        running.lastWords = child.error().detail;
        running.again = Clock::now() + running.pause;
        running.pause = std::min(running.pause * 2, std::chrono::seconds(longestPause));
        return child.error();
    }
    running.child = *child;
    running.process = int(syscall(SYS_pidfd_open, child->pid, 0U));
    running.identity = identify(child->pid).value_or(Identity{child->pid, 0});
    running.since = Clock::now();
    if (running.child.output >= 0)
        fcntl(running.child.output, F_SETFL, O_NONBLOCK);
    remember();
    qCInfo(lcHost, "%s started (process %d)", qPrintable(running.service.name), child->pid);
    if (running.service.onStart)
        running.service.onStart();
    return {};
}

void Supervisor::remember() const
{
    QJsonArray children;
    for (const auto &running : m_running)
        if (running->child.pid > 0)
            children.append(
                QJsonObject{{QStringLiteral("name"), running->service.name},
                            {QStringLiteral("pid"), running->child.pid},
                            {QStringLiteral("start"), double(running->identity.startTime)},
                            {QStringLiteral("no_state"), running->service.hasNoState}});
    QSaveFile out(m_state + QStringLiteral("/children.json"));
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("boot"), QString::fromLatin1(bootId())},
                                  {QStringLiteral("children"), children}})
            .toJson(QJsonDocument::Compact);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        qCWarning(lcHost, "%s: %s", qPrintable(out.fileName()), qPrintable(out.errorString()));
}

void Supervisor::read(Running &running)
{
    char buffer[16384];
    for (;;) {
        const ssize_t n = ::read(running.child.output, buffer, sizeof buffer);
        if (n <= 0) {
            if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
                ::close(running.child.output);
                running.child.output = -1;
            }
            return;
        }
        running.rest.append(buffer, n);
        qsizetype from = 0;
        for (qsizetype end = running.rest.indexOf('\n'); end >= 0;
             from = end + 1, end = running.rest.indexOf('\n', from)) {
            const QByteArray line = running.rest.mid(from, end - from);
            if (running.tail) {
                running.tail->append(line); // and read from there
                continue;
            }
            running.log->write(line);
            heed(running, line);
        }
        running.rest.remove(0, from);
        if (running.rest.size() > longestLine)
            running.rest.clear();
    }
}

void Supervisor::readLog(Running &running)
{
    running.tail->read([&](const QByteArray &line) { heed(running, line); });
    if (running.tail->rotate() && running.process >= 0)
        syscall(SYS_pidfd_send_signal, running.process, running.service.reopenSignal, nullptr, 0U);
}

void Supervisor::heed(Running &running, const QByteArray &line)
{
    if (!line.isEmpty()) {
        QMutexLocker lock(&m_mutex);
        running.lastWords = QString::fromUtf8(line);
    }
    if (running.service.onLine)
        running.service.onLine(line);
}

// With the mutex held.
void Supervisor::ended(Running &running)
{
    int status = 0;
    waitpid(running.child.pid, &status, 0);
    ::close(running.process);
    running.process = -1;
    if (running.child.output >= 0)
        ::close(running.child.output);
    const pid_t session = running.child.pid;
    running.child = {};
    running.rest.clear();
    if (m_stopping)
        return;
    // Its children may outlive it for a moment and would hold the ports.
    endSession(session, std::chrono::seconds(1));
    if (Clock::now() - running.since > healthy)
        running.pause = firstPause;
    running.again = Clock::now() + running.pause;
    qCWarning(lcHost, "%s ended (%s %d): %s; starting it again in %d s",
              qPrintable(running.service.name), WIFSIGNALED(status) ? "signal" : "status",
              WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status),
              running.lastWords.isEmpty() ? "no reason given" : qPrintable(running.lastWords),
              int(running.pause.count()));
    running.pause = std::min(running.pause * 2, std::chrono::seconds(longestPause));
    remember();
}

void Supervisor::loop()
{
    for (;;) {
        std::vector<pollfd> fds{{m_wake, POLLIN, 0}};
        enum class From
        {
            Wake,
            Process,
            Output,
            Log
        };
        std::vector<std::pair<Running *, From>> about{{nullptr, From::Wake}};
        int limit = -1;
        {
            QMutexLocker lock(&m_mutex);
            if (m_stopping && std::none_of(m_running.begin(), m_running.end(),
                                           [](const auto &r) { return r->process >= 0; }))
                return;
            if (m_stopping)
                fds[0].fd = -1; // told once is enough
            for (auto &running : m_running) {
                if (running->process < 0 && m_stopping)
                    continue;
                if (running->process < 0 && Clock::now() >= running->again)
                    if (const auto launched = launch(*running); !launched)
                        qCWarning(lcHost, "%s: %s", qPrintable(running->service.name),
                                  qPrintable(launched.error().detail));
                if (running->process < 0) {
                    const int wait = int(std::chrono::duration_cast<std::chrono::milliseconds>(
                                             running->again - Clock::now())
                                             .count()) +
                                     1;
                    limit = limit < 0 ? std::max(wait, 0) : std::min(limit, std::max(wait, 0));
                    continue;
                }
                fds.push_back({running->process, POLLIN, 0});
                about.push_back({running.get(), From::Process});
                if (running->child.output >= 0) {
                    fds.push_back({running->child.output, POLLIN, 0});
                    about.push_back({running.get(), From::Output});
                }
                if (running->tail) {
                    fds.push_back({running->tail->descriptor(), POLLIN, 0});
                    about.push_back({running.get(), From::Log});
                }
            }
        }
        if (poll(fds.data(), fds.size(), limit) < 0 && errno != EINTR)
            return;
        // Output first: last words before the end.
        for (size_t i = 1; i < fds.size(); ++i)
            if (about[i].second == From::Output && fds[i].revents)
                read(*about[i].first);
        for (size_t i = 1; i < fds.size(); ++i)
            if (about[i].first && about[i].first->tail && fds[i].revents)
                readLog(*about[i].first);
        for (size_t i = 1; i < fds.size(); ++i)
            if (about[i].second == From::Process && fds[i].revents) {
                QMutexLocker lock(&m_mutex);
                ended(*about[i].first);
            }
    }
}

void Supervisor::stop()
{
    if (!m_thread.joinable())
        return;
    // The thread goes on reading and reaping until the last of them has ended; all are asked before
    // any is waited for.
    QList<std::pair<QString, pid_t>> sessions;
    {
        QMutexLocker lock(&m_mutex);
        m_stopping = true;
        for (const auto &running : m_running)
            if (running->process >= 0) {
                sessions.append({running->service.name, running->child.pid});
                syscall(SYS_pidfd_send_signal, running->process,
                        running->service.hasNoState ? SIGKILL : SIGTERM, nullptr, 0U);
            }
    }
    const quint64 one = 1;
    [[maybe_unused]] const auto n = ::write(m_wake, &one, sizeof one);
    for (const auto &[name, session] : std::as_const(sessions))
        if (!endSession(session, patience, AskLeader::No))
            qCCritical(lcHost, "%s (process %d) cannot be ended", qPrintable(name), session);
    m_thread.join();
    m_running.clear();
    QFile::remove(m_state + QStringLiteral("/children.json"));
}

pid_t Supervisor::pid(const QString &name) const
{
    QMutexLocker lock(&m_mutex);
    for (const auto &running : m_running)
        if (running->service.name == name)
            return running->child.pid;
    return -1;
}

bool Supervisor::signal(const QString &name, int number) const
{
    QMutexLocker lock(&m_mutex);
    for (const auto &running : m_running)
        if (running->service.name == name && running->process >= 0)
            return syscall(SYS_pidfd_send_signal, running->process, number, nullptr, 0U) == 0;
    return false;
}

QString Supervisor::lastWords(const QString &name) const
{
    QMutexLocker lock(&m_mutex);
    for (const auto &running : m_running)
        if (running->service.name == name)
            return running->lastWords;
    return {};
}

} // namespace host
