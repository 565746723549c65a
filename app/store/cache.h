// SPDX-License-Identifier: GPL-3.0-or-later
// What the backend last told, in cache.db (SQLite, WAL). It may be thrown away at any time: when
// its vocabulary version differs or the file is damaged it is made anew. Any thread; one connection
// per thread; changed() is emitted on the thread that wrote, so connect with a context object.
#pragma once

#include "app/base/result.h"
#include "app/mail/access.h"
#include "app/mail/capabilities.h"
#include "app/mail/device.h"
#include "app/mail/dkimkey.h"
#include "app/mail/hostjob.h"
#include "app/mail/mailbox.h"
#include "app/mail/service.h"
#include "app/mail/user.h"
#include "app/mail/zone.h"
#include "app/store/traits.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QSqlDatabase;

namespace store {

// Which service of which account.
struct Scope
{
    QString account;
    qint64 service = 0;

    bool operator==(const Scope &) const = default;
};

struct SyncState
{
    QDateTime at;        // when the list of mailboxes was last known to be true; invalid = never
    qint64 sequence = 0; // of the change feed
    qint64 activity = 0; // number of the newest movement of sizes and logins that is held
    int mailboxes = 0;   // rows held
};

// What a write touched: kind "service", "user", "mailbox", "access", "device", "capabilities",
// "sync", "zone", "record", "dkim_key", "job"; parent = local part for "access" and "device", zone
// for "record"; keys empty = the whole list. An empty kind: everything, because the file was
// damaged and made anew.
struct Touched
{
    Scope scope;
    QString kind;
    QString parent;
    QStringList keys;
    QList<qint64> gone =
        {}; // of a mailbox that was removed: its row, which nobody can ask any more
};

// One mailbox as far as a list needs it.
struct Listed
{
    qint64 row = 0;
    QString address; // for people
    QString extra;   // further text that a filter finds: note, user names
    Traits traits;
};

class Cache : public QObject
{
    Q_OBJECT

public:
    explicit Cache(const QString &file, QObject *parent = nullptr);
    ~Cache() override;

    Result<void> open(); // makes or remakes the file

    // Reading. Lists come in the order in which people read them.
    QList<mail::Service> services(const QString &account) const;
    std::optional<mail::Service> service(const Scope &scope) const;
    QList<mail::User> users(const QString &account, qint64 organisation) const;
    std::optional<mail::Capabilities> capabilities(const Scope &scope) const;
    SyncState syncState(const Scope &scope) const;
    std::optional<mail::Mailbox> mailbox(const Scope &scope, const QString &name) const;
    // A row keeps its number as long as the mailbox is there; numbers are never used again.
    std::optional<qint64> rowOf(const Scope &scope, const QString &name) const;
    // Without reading the rest: for the first paint. Columns as in eachMailbox; an order that would
    // have to read all is that of the addresses.
    QList<qint64> firstRows(const Scope &scope, const QString &column, bool descending,
                            int limit) const;
    QList<mail::Mailbox> mailboxes(const Scope &scope,
                                   const QList<qint64> &rows) const; // in that order, gaps left out
    QList<mail::Mailbox> firstMailboxes(const Scope &scope,
                                        int limit) const; // by address: for the first paint
    QList<mail::Access> accesses(const Scope &scope, const QString &mailbox) const;
    QList<mail::Device> devices(const Scope &scope, const QString &mailbox) const;
    QDateTime
    knownSince(const Scope &scope,
               const QString &mailbox) const; // of accesses and devices; invalid = never read

    // Every mailbox in the order of `column` ("address", "note", "size", "last_login",
    // "user_count", "device_count", "state": what is not as usual first). Stops when f is false.
    Result<void> eachMailbox(const Scope &scope, const QString &column, bool descending,
                             const std::function<bool(const Listed &)> &f) const;

    // cachezones.cpp. When the list was last read as a whole: kind "zone", "record" (parent = the
    // zone), "dkim_key", "job"; invalid = never.
    QDateTime readAt(const Scope &scope, const QString &kind, const QString &parent = {}) const;
    QList<mail::Zone> zones(const Scope &scope) const; // as the backend orders them
    QList<mail::ZoneRecord> records(const Scope &scope, const QString &zone) const;
    std::optional<mail::ZoneRecord> record(const Scope &scope, const QString &zone,
                                           qint64 id) const;
    QList<mail::DkimKey> dkimKeys(const Scope &scope) const; // by domain, the newest first
    QList<mail::HostJob> hostJobs(const Scope &scope) const; // newest first

    // Writing: one transaction each, then changed() once. What a value does not know stays as it
    // was known.
    Result<void> setServices(const QString &account, const QList<mail::Service> &services);
    Result<void> setUsers(const QString &account, qint64 organisation,
                          const QList<mail::User> &users);
    Result<void> setCapabilities(const Scope &scope, const mail::Capabilities &capabilities);
    Result<void> putMailboxes(const Scope &scope, const QList<mail::Mailbox> &mailboxes);
    Result<void> removeMailbox(const Scope &scope, const QString &name);
    Result<void> setAccesses(const Scope &scope, const QString &mailbox,
                             const QList<mail::Access> &accesses);
    Result<void> setDevices(const Scope &scope, const QString &mailbox,
                            const QList<mail::Device> &devices);
    Result<void> setSyncState(const Scope &scope, const QDateTime &at, qint64 sequence,
                              qint64 activity);
    Result<void> forgetAccount(const QString &account);

    // cachezones.cpp. A whole list, read at that time. Records of a zone that is no more go with
    // it.
    Result<void> setZones(const Scope &scope, const QList<mail::Zone> &zones, const QDateTime &at);
    Result<void> setRecords(const Scope &scope, const QString &zone,
                            const QList<mail::ZoneRecord> &records, const QDateTime &at);
    Result<void> setDkimKeys(const Scope &scope, const QList<mail::DkimKey> &keys,
                             const QDateTime &at);
    Result<void> setHostJobs(const Scope &scope, const QList<mail::HostJob> &jobs,
                             const QDateTime &at);
    // Single ones; what was never read as a list stays unread.
    Result<void> putRecords(const Scope &scope, const QString &zone,
                            const QList<mail::ZoneRecord> &put, const QList<qint64> &gone = {});
    Result<void> putZone(const Scope &scope, const mail::Zone &zone); // one that is known
    Result<void> putDkimKey(const Scope &scope, const mail::DkimKey &key);
    Result<void> removeDkimKey(const Scope &scope, qint64 id);
    Result<void> putHostJob(const Scope &scope, const mail::HostJob &job);

    // A full reload: put() as pages come, commit() drops what did not come. Destroyed without
    // commit = nothing happened; it holds up nobody else's writing until then. Stays on its thread.
    class Reload
    {
    public:
        Reload(Reload &&) noexcept;
        ~Reload();
        Result<void> put(const QList<mail::Mailbox> &mailboxes);
        Result<void> commit(const QDateTime &at, qint64 sequence, qint64 activity);

    private:
        friend class Cache;
        struct State;
        explicit Reload(std::unique_ptr<State> state);
        std::unique_ptr<State> m_state;
    };
    Result<Reload> reload(const Scope &scope);

signals:
    void changed(const store::Touched &touched);

private:
    struct Connections;
    Result<void> makeSchema() const;
    Result<void> failed(Error error);
    Result<void> write(const Touched &touched,
                       const std::function<Result<void>(QSqlDatabase &, qint64 scope)> &work);
    std::unique_ptr<Connections> m_connections;
};

} // namespace store

Q_DECLARE_METATYPE(store::Touched)
