// SPDX-License-Identifier: GPL-3.0-or-later
// What must happen on the machine when data changes: the seam between the tables (db, api) and the
// mail servers. The main database is the truth; a Host publishes a small projection of it
// (lookup.db) that Dovecot and Postfix read, and ends live sessions. All members may be called from
// any thread and block until the effect is there.
#pragma once

#include "app/base/result.h"
#include "app/mail/dnsfacts.h"
#include "app/mail/mailsettings.h"
#include "server/host/signing.h"
#include "server/host/zones.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace host {

// One device password as the mail servers need it.
struct LookupDevice
{
    qint64 id = 0;           // of the device access
    QByteArray secretSha256; // 64 hex digits, lower case: what Dovecot's %{sha256:password} gives
    bool imap = false;
    bool pop3 = false;
    bool smtp = false; // submission; false when the device's user may not send
    bool sieve = false;

    bool operator==(const LookupDevice &) const = default;
};

struct LookupMailbox
{
    QString address;     // lower case, punycode
    qint64 quota = 0;    // bytes, 0 = no limit
    QStringList senders; // addresses it may send as besides its own
    QList<LookupDevice> devices;

    bool operator==(const LookupMailbox &) const = default;
};

struct Publication
{
    qint64 sequence = 0;            // of the change feed, up to which this is true
    bool everything = false;        // replaces all that was published before
    QStringList domains;            // only when `everything`
    QList<LookupMailbox> mailboxes; // each replaces what was known of that address
    QStringList gone;
};

struct Usage
{
    qint64 size = 0; // bytes
    qint64 messages = 0;
};

struct Login
{
    qint64 device = 0;
    QString address;
    QString service; // "imap", "pop3", "smtp", "sieve"
    QDateTime at;
};

class Host
{
public:
    virtual ~Host() = default;

    virtual mail::MailSettings mailSettings() const = 0;
    // What a domain publishes so that its mail runs here, and where to ask for our zones when the
    // world does not know them; without `zones` and `trustAnchors`, which the tables tell.
    virtual mail::DnsFacts dnsFacts() const = 0;
    virtual ZoneServer &zones() = 0;

    // Durable enough that published() never claims more than the mail servers see; may be behind
    // after a crash, then the caller publishes what is missing. One at a time. What could not be
    // published is kept in mind: a session that begins with a right that should be gone is ended.
    virtual Result<void> publish(const Publication &publication) = 0;
    // Whether the mail servers still find what was published; cheap enough to be asked every few
    // seconds. When false, only a publication of everything is taken, and mends it.
    virtual bool isIntact() = 0;
    virtual qint64 published() const = 0; // 0 = nothing yet: publish everything

    virtual Signing &signing() = 0;

    // Ends what these devices (or every device of the address) have open. Call after publish(),
    // whatever came of it.
    virtual Result<void> cut(const QList<qint64> &devices) = 0;
    virtual Result<void> cutAddress(const QString &address) = 0;
    // Ends what is open in the mailboxes published since the last time by a device that no longer
    // has the right to that protocol.
    virtual Result<void> cutUnentitled() = 0;

    // Deletes all mail of an address that is gone. Idempotent.
    virtual Result<void> removeMail(const QString &address) = 0;
    // By address, of those that exist; all of them at little more than the price of one.
    virtual Result<QHash<QString, Usage>> usage(const QStringList &addresses) = 0;

    // Listeners are called from the host's own thread: for every login that a mail server reports,
    // and for every address in whose mailbox something may have come or gone. When these return, no
    // call of the listener before is under way.
    virtual void onLogin(std::function<void(const Login &)> listener) = 0;
    virtual void onActivity(std::function<void(const QString &address)> listener) = 0;
};

} // namespace host
