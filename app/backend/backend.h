// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop asks of a mail service. Functions block, obey the Progress (cancelled() ends a
// transfer), may be called from any thread and several at a time. Implementations: HostingApi (the
// published mail-hosting API).
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/mail/access.h"
#include "app/mail/account.h"
#include "app/mail/capabilities.h"
#include "app/mail/change.h"
#include "app/mail/device.h"
#include "app/mail/dkimkey.h"
#include "app/mail/hostjob.h"
#include "app/mail/mailbox.h"
#include "app/mail/security.h"
#include "app/mail/service.h"
#include "app/mail/user.h"
#include "app/mail/zone.h"

#include <QList>

#include <optional>

namespace backend {

struct MailboxPage
{
    QList<mail::Mailbox> mailboxes;
    int page = 1;  // from 1
    int pages = 1; // of this size
    int total = 0;
};

// What came of a change: never the wish, always what the far side then had.
struct Applied
{
    mail::Change effective;
    Secret password; // Create device, and Update device "password": "set"; shown once (S-31)
    // The change was made, but not all of it, or what came of it could not be read again:
    // `effective` holds what is known, this says why it is not all.
    std::optional<Error> shortfall;
};

struct FeedEntry
{
    qint64 sequence = 0;
    mail::Verb verb = mail::Verb::Update;
    mail::Ref object;
    // The mailbox that the object is or belongs to, as it is now; none when it is gone.
    std::optional<mail::Mailbox> mailbox;
    std::optional<mail::ZoneRecord> record; // of kind "record": as it is now; none when it is gone
};

struct Feed
{
    QList<FeedEntry> entries;
    // Nobody changed these, and yet their size or last login moved; as they are now.
    QList<mail::Mailbox> active;
    qint64 last = 0;      // ask for what is after this the next time
    qint64 activity = 0;  // and for what moved after this; as it was asked where nobody counts it
    bool complete = true; // false: there is more, ask again at once
    bool reset = false;   // the far side does not remember that far back: load everything again
};

struct AuditRow
{
    qint64 id = 0;
    QDateTime at;
    QString by;
    mail::Change change;
};

// What the far side's own looks at a domain saw.
struct SecurityHistory
{
    std::optional<mail::SecuritySnapshot> accepted; // the baseline
    QList<mail::SecuritySnapshot> looks; // in the order of time; those that told something new
    QDateTime lastLook;                  // invalid = never
};

class Backend
{
public:
    virtual ~Backend() = default;

    virtual const mail::Account &account() const = 0;

    virtual Result<mail::User> me(Progress &progress) = 0;
    virtual Result<QList<mail::Service>> services(Progress &progress) = 0; // of all organisations
    virtual Result<mail::Service> service(qint64 id, Progress &progress) = 0; // with default rights
    virtual Result<QList<mail::User>> users(qint64 organisation, Progress &progress) = 0;
    virtual Result<mail::Capabilities> capabilities(qint64 service, Progress &progress) = 0;

    virtual Result<MailboxPage> mailboxes(qint64 service, int page, Progress &progress) = 0;
    virtual Result<mail::Mailbox> mailbox(qint64 service, const QString &name,
                                          Progress &progress) = 0;
    virtual Result<QList<mail::Access>> accesses(qint64 service, const QString &mailbox,
                                                 Progress &progress) = 0;
    virtual Result<QList<mail::Device>> devices(qint64 service, const QString &mailbox,
                                                Progress &progress) = 0;

    // Unsupported where capabilities().has(u"changes") is false.
    virtual Result<Feed> changes(qint64 service, qint64 since, qint64 activity,
                                 Progress &progress) = 0;
    virtual Result<QList<AuditRow>> audit(qint64 service, int page, Progress &progress) = 0;

    // Conflict when the object is no longer what `change.before` says. A Remove of a device with
    // the key "*" revokes all devices of the mailbox in one call.
    virtual Result<Applied> apply(const mail::Change &change, Progress &progress) = 0;

    // What not every far side has; unless it is overridden the answer is Unsupported.

    // Zones of the service's domains that the far side serves; empty: their DNS is elsewhere.
    // Forbidden or Unsupported: it does not tell, so nobody knows.
    virtual Result<QList<mail::Zone>> zones(const mail::Service &service, Progress &progress);
    virtual Result<QList<mail::ZoneRecord>> records(const mail::Zone &zone, Progress &progress);
    // Whether all name servers of the zone answer with it.
    virtual Result<bool> isLive(const mail::ZoneRecord &record, Progress &progress);
    // What was done to the records of a zone, newest first: for bringing back what was deleted.
    virtual Result<QList<AuditRow>> zoneHistory(const mail::Zone &zone, int page,
                                                Progress &progress);

    // Unsupported where capabilities().has(u"dkim") is false.
    virtual Result<QList<mail::DkimKey>> dkimKeys(qint64 service, Progress &progress);
    // New keys under new selectors for every algorithm that signs, then the old ones retire: a job
    // of the far side. `overlapSeconds`: how long the old ones stay published.
    virtual Result<mail::HostJob> rotateDkim(qint64 service, const QString &domain,
                                             int overlapSeconds, Progress &progress);
    // A message (RFC 5322, CRLF) as the far side signs what leaves it.
    virtual Result<QByteArray> signedMessage(qint64 service, const QString &domain,
                                             Progress &progress);

    // Unsupported where capabilities().has(u"jobs") is false. Newest first.
    virtual Result<QList<mail::HostJob>> hostJobs(qint64 service, Progress &progress);
    virtual Result<mail::HostJob> hostJob(qint64 service, qint64 id, Progress &progress);
    virtual Result<void> cancelHostJob(qint64 service, qint64 id, Progress &progress);

    // Unsupported where capabilities().has(u"security") is false: then the desktop looks itself.
    virtual Result<SecurityHistory> securityHistory(qint64 service, const QString &domain,
                                                    Progress &progress);
    virtual Result<mail::SecuritySnapshot> lookNow(qint64 service, const QString &domain,
                                                   Progress &progress);
    // What is accepted as it should be; later looks are compared with it.
    virtual Result<void> acceptSecurity(qint64 service, const mail::SecuritySnapshot &snapshot,
                                        Progress &progress);
};

} // namespace backend
