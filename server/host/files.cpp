// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/host/files.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace host {

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

QByteArray readFile(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace host
