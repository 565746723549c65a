// SPDX-License-Identifier: GPL-3.0-or-later
// lookup.db: the small projection that Dovecot and Postfix read while we write. It is kept in WAL
// with PERSIST_WAL and never replaced by another file: readers without write access need the -wal
// and -shm files to be there, and a rollback journal would make Postfix answer 451.
#pragma once

#include "server/host/host.h"

#include <QMutex>

struct sqlite3;

namespace host {

// Thread-safe.
class Lookup
{
public:
    ~Lookup();

    // Opens or makes the file, mode 0640, group `gid` (-1 = leave). When the file is taken away
    // under it, every publication fails from then on: the mail servers would never see it.
    static Result<std::unique_ptr<Lookup>> open(const QString &file, int gid);

    Result<void> publish(const Publication &publication); // one transaction
    qint64 published() const;

    // Whether this login may still be: a grant is one secret for one service of one device and is
    // never used again, so an old login is told from a new one of the same device.
    bool isGranted(qint64 grant) const;
    bool maySubmit(const QString &mailbox, qint64 device) const;
    QStringList senders(const QString &mailbox) const; // besides its own address

private:
    explicit Lookup(sqlite3 *db)
        : m_db(db)
    {
    }
    Result<void> write(const Publication &publication);
    Result<void> writeMailbox(const LookupMailbox &mailbox);

    mutable QMutex m_mutex;
    sqlite3 *m_db;
    QByteArray m_file;
    std::pair<quint64, quint64> m_identity; // of the file that is open
    qint64 m_sequence = 0;
    qint64 m_grant = 0; // the last one given
};

} // namespace host
