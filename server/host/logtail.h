// SPDX-License-Identifier: GPL-3.0-or-later
// The log that a server writes itself, so that it needs nobody to go on; we read what is added.
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <list>

namespace host {

class LogTail
{
public:
    // Makes the file (0600) when there is none; what it holds already is not read. One that is
    // large is set aside first: nobody writes it yet.
    explicit LogTail(const QString &path);
    ~LogTail();
    LogTail(const LogTail &) = delete;
    LogTail &operator=(const LogTail &) = delete;

    int descriptor() const { return m_inotify; } // can be read: there may be new lines
    void read(const std::function<void(const QByteArray &line)> &take);
    void append(const QByteArray &line) const; // of ours

    // Sets a large file aside as ".1" and makes a new one; what is still added to the former is
    // read until the next time. True: the server has to be told.
    bool rotate();

private:
    struct Source
    {
        int fd = -1;
        int watch = -1;
        QByteArray rest; // without a new line yet
    };
    bool isLarge() const;
    void setAside() const;
    void open();
    void drop();

    QString m_path;
    int m_inotify = -1;
    std::list<Source> m_sources; // the newest last
};

} // namespace host
