// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/logtail.h"

#include "app/base/log.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace host {

namespace {

constexpr qint64 largestLog = 10 * 1024 * 1024;
constexpr qsizetype longestLine = 16 * 1024;

} // namespace

LogTail::LogTail(const QString &path)
    : m_path(path)
    , m_inotify(inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
{
    if (isLarge())
        setAside();
    open();
    if (!m_sources.empty())
        ::lseek(m_sources.back().fd, 0, SEEK_END);
}

LogTail::~LogTail()
{
    while (!m_sources.empty())
        drop();
    ::close(m_inotify);
}

bool LogTail::isLarge() const
{
    struct stat s = {};
    return stat(QFile::encodeName(m_path).constData(), &s) == 0 && s.st_size > largestLog;
}

void LogTail::setAside() const
{
    const QByteArray path = QFile::encodeName(m_path);
    if (::rename(path.constData(), (path + ".1").constData()) != 0)
        qCWarning(lcHost, "%s: %s", path.constData(), qPrintable(qt_error_string()));
}

void LogTail::open()
{
    const QByteArray path = QFile::encodeName(m_path);
    Source source;
    source.fd = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (source.fd >= 0 && fchmod(source.fd, 0600) == 0)
        source.watch = inotify_add_watch(m_inotify, path.constData(), IN_MODIFY);
    if (source.watch < 0)
        qCWarning(lcHost, "%s: %s", path.constData(), qPrintable(qt_error_string()));
    if (source.fd >= 0)
        m_sources.push_back(std::move(source));
}

void LogTail::drop()
{
    inotify_rm_watch(m_inotify, m_sources.front().watch);
    ::close(m_sources.front().fd);
    m_sources.pop_front();
}

void LogTail::read(const std::function<void(const QByteArray &)> &take)
{
    char buffer[16384];
    while (::read(m_inotify, buffer, sizeof buffer) > 0)
        ; // which file it was does not matter
    for (Source &source : m_sources) {
        ssize_t n = 0;
        while ((n = ::read(source.fd, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR)) {
            if (n < 0)
                continue;
            source.rest.append(buffer, n);
            qsizetype from = 0;
            for (qsizetype end = source.rest.indexOf('\n'); end >= 0;
                 from = end + 1, end = source.rest.indexOf('\n', from))
                take(source.rest.mid(from, end - from));
            source.rest.remove(0, from);
            if (source.rest.size() > longestLine)
                source.rest.clear();
        }
    }
}

void LogTail::append(const QByteArray &line) const
{
    QFile out(m_path);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Append) || out.write(line + '\n') < 0)
        qCWarning(lcHost, "%s: %s", qPrintable(m_path), qPrintable(out.errorString()));
}

bool LogTail::rotate()
{
    if (!isLarge())
        return false;
    while (m_sources.size() > 1)
        drop();
    setAside();
    open();
    return true;
}

} // namespace host
