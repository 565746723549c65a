// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/files.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace host {

namespace {

Error storage(const QString &file)
{
    return {Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, qt_error_string()), {}, {}, 0};
}

} // namespace

Result<void> writeWhole(const QString &file, const QByteArray &bytes, mode_t mode, int group)
{
    const QString next = file + QStringLiteral(".new");
    const QByteArray name = QFile::encodeName(next);
    ::unlink(name.constData());
    const int fd = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool good =
        fd >= 0 && (group < 0 || fchown(fd, uid_t(-1), gid_t(group)) == 0) && fchmod(fd, mode) == 0;
    for (qsizetype done = 0; good && done < bytes.size();) {
        const ssize_t n = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        good = n > 0;
        done += n;
    }
    good = good && fsync(fd) == 0;
    QString reason = qt_error_string();
    if (fd >= 0)
        ::close(fd);
    if (good && ::rename(name.constData(), QFile::encodeName(file).constData()) != 0) {
        good = false;
        reason = qt_error_string();
    }
    if (!good) {
        ::unlink(name.constData());
        return Error{Error::Kind::Storage, QStringLiteral("%1: %2").arg(file, reason), {}, {}, 0};
    }
    const int directory = ::open(QFile::encodeName(QFileInfo(file).path()).constData(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
        fsync(directory);
        ::close(directory);
    }
    return {};
}

Result<void> makePrivate(const QString &file)
{
    const int fd = ::open(QFile::encodeName(file).constData(),
                          O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return storage(file);
    ::close(fd);
    return {};
}

Result<void> keepPrivate(const QString &file)
{
    // Where another user may write, a link could lead to a file that is none of ours.
    if (::fchmodat(AT_FDCWD, QFile::encodeName(file).constData(), 0600, AT_SYMLINK_NOFOLLOW) != 0 &&
        errno != ENOENT)
        return storage(file);
    return {};
}

QByteArray readFile(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace host
