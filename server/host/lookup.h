// SPDX-License-Identifier: GPL-3.0-or-later
// lookup.db: the small projection that Dovecot and Postfix read while we write. It is kept in WAL
// with PERSIST_WAL: readers without write access need the -wal and -shm files to be there, and a
// rollback journal would make Postfix answer 451. Another file takes its place only when it was
// lost or damaged, because readers keep the old one open until they are told.
#pragma once

#include "server/host/host.h"
#include "server/host/submitter.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QMutex>

struct sqlite3;

namespace host {

// Thread-safe.
class Lookup
{
public:
    ~Lookup();

    // Opens the file, mode 0640, group `gid` (-1 = leave). One that is missing, damaged or of
    // another version is made anew.
    static Result<std::unique_ptr<Lookup>> open(const QString &file, int gid);

    // Whether the mail servers find under its name what was published. False before everything was
    // published once, and from the moment on that somebody took the file away, replaced or damaged
    // it. Costs a few calls of stat() as long as nobody else writes there.
    bool isIntact();

    // One transaction. A file that is not intact is made anew with `everything`, and takes nothing
    // less. What could not be written is kept in memory until it is, and limits the answers below.
    Result<void> publish(const Publication &publication);
    qint64 published() const; // 0: nothing, or not any more

    // Grows when the file is made anew: whoever had it open goes on reading the old one.
    int edition() const;
    // A mail server could not read it: the next isIntact() looks at all of it.
    void suspect();

    // Whether this login may still be: a grant is one secret for one service of one device and is
    // never used again, so an old login is told from a new one of the same device. One that a mail
    // server gave by the file before stands while the same is granted by the new one.
    bool isGranted(qint64 grant) const;
    // Whether the device may have a session of that service. True where the file cannot be read:
    // nothing was taken away by that.
    bool isEntitled(const QString &mailbox, const QString &service, qint64 device) const;
    // Errors: Storage, the file cannot be read.
    Result<bool> maySubmit(const Submitter &submitter) const;
    Result<QStringList> senders(const QString &mailbox) const; // besides its own address

private:
    // What can be seen of a file without reading it.
    struct Stamp
    {
        quint64 device = 0;
        quint64 inode = 0; // 0: there is none
        qint64 size = 0;
        qint64 written = 0; // nanoseconds; the later one of its content and its attributes
        bool operator==(const Stamp &) const = default;
    };
    enum class State
    {
        Void, // opened, nothing published
        Good,
        Lost
    };

    Lookup(const QByteArray &file, int gid)
        : m_file(file)
        , m_gid(gid)
    {
    }
    Result<void> connect();
    Result<void> makeAnew();
    bool isSound() const;
    QString fault(); // empty: none
    void lose(const QString &why);
    Stamp stampOf(const char *suffix) const;
    void noteStamps();
    Error failed() const;
    Result<void> publishNow(const Publication &publication);
    void keepUnwritten(const Publication &publication);
    const LookupMailbox *unwritten(const QString &address) const; // null: the file is right
    Result<void> write(const Publication &publication);
    Result<void> writeMailbox(const LookupMailbox &mailbox);

    mutable QMutex m_mutex; // guards all that follows
    const QByteArray m_file;
    const int m_gid;
    sqlite3 *m_db = nullptr;
    sqlite3 *m_former = nullptr;  // the file that this one took the place of …
    QDeadlineTimer m_formerUntil; // … for as long as somebody may still log in by it
    State m_state = State::Void;
    Stamp m_main;
    Stamp m_wal;
    Stamp m_shm;
    mutable bool m_isSuspect = false;
    mutable int m_failure = 0; // SQLite's code of the last failure
    int m_edition = 0;
    qint64 m_sequence = 0;
    qint64 m_grant = 0; // the last one given
    // What should be in the file and is not; an address that is gone has no devices.
    QHash<QString, LookupMailbox> m_unwritten;
    bool m_isAllUnwritten = false; // who is not in there is gone
};

} // namespace host
