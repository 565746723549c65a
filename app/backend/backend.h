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
#include "app/mail/mailbox.h"
#include "app/mail/service.h"
#include "app/mail/user.h"

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
};

struct Feed
{
    QList<FeedEntry> entries;
    qint64 last = 0;      // ask for what is after this the next time
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
    virtual Result<Feed> changes(qint64 service, qint64 since, Progress &progress) = 0;
    virtual Result<QList<AuditRow>> audit(qint64 service, int page, Progress &progress) = 0;

    // Conflict when the object is no longer what `change.before` says. A Remove of a device with
    // the key "*" revokes all devices of the mailbox in one call.
    virtual Result<Applied> apply(const mail::Change &change, Progress &progress) = 0;
};

} // namespace backend
