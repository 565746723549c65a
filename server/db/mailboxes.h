// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of a service and their mailboxes.
#pragma once

#include "app/mail/mailbox.h"
#include "server/db/feed.h"
#include "server/db/listing.h"

#include <QFlags>

#include <optional>

namespace db {

struct MailboxRow
{
    qint64 id = 0;
    qint64 service = 0;
    QString name;
    QString domain;
    QString domainForPeople;
    QString fullName;
    QString note;
    qint64 createdAt = 0;
    bool hasSpamFilter = false;
    bool hasAdFilter = false;
    QString folderCommercials;
    QString folderSocialNetworks;
    QByteArray authorizedSenders; // JSON lists of addresses
    QByteArray blockedSenders;
    std::optional<qint64> size; // bytes
    std::optional<qint64> sizeCheckedAt;
    std::optional<qint64> imapLastLogin;
    std::optional<qint64> pop3LastLogin;
    qint64 version = 1;
    qint64 activity = 0; // the number of its last movement (activity.h)
    int userCount = 0;
    int deviceCount = 0;
    bool isLogin = false; // a person signs in with this very address: no more sharing (S-28)

    QString address() const { return name + u'@' + domain; }
    QString addressForPeople() const { return name + u'@' + domainForPeople; }
};

struct MailboxFilter : Listing
{
    enum class SearchIn
    {
        Name = 1,
        Address = 2, // name@domain
        FullName = 4,
        Note = 8
    };
    QFlags<SearchIn> searchIn; // none = everything
    std::optional<bool> hasSpamFilter;
    std::optional<bool> usesImap;
    std::optional<bool> usesPop3;
    std::optional<qint64> lastLoginSince; // seconds since 1970
    bool nothing = false;                 // asks for what no mailbox of ours has yet
    bool counted = true;                  // Page::total is wanted
};

struct NewMailbox
{
    QString name; // as typed
    QString note;
    std::optional<mail::Target> target; // nothing: nobody uses it yet
};

// What stays empty stays as it is.
struct MailboxEdit
{
    std::optional<QString> fullName;
    std::optional<QString> note;
    std::optional<bool> hasSpamFilter;
    std::optional<bool> hasAdFilter;
    std::optional<QString> folderCommercials;
    std::optional<QString> folderSocialNetworks;
    std::optional<QStringList> authorizedSenders;
    std::optional<QStringList> blockedSenders;
};

Result<MailboxRow> mailbox(Database &database, qint64 service, const QString &name);
Result<Page<MailboxRow>> mailboxes(Database &database, qint64 service, const MailboxFilter &filter);
const QList<Column> &mailboxColumns(); // what a list can be ordered by
// Whose size or last login moved after that activity number, in the order of their numbers.
Result<QList<MailboxRow>> activeSince(Database &database, qint64 service, qint64 since, int limit);

// Invalid "mailbox_name"; Conflict `mailbox_already_exists`, or `mailbox_removal_in_progress` while
// the mail of a former address of that name is being removed; Forbidden `mailboxes_quota_reached`.
Result<Effective> createMailbox(Database &database, const Caller &caller, qint64 service,
                                const NewMailbox &wish);
// `version` 0 = whatever it is now; else Conflict `conflict` when it is another.
Result<Effective> updateMailbox(Database &database, const Caller &caller, qint64 service,
                                const QString &name, const MailboxEdit &edit, qint64 version);
Result<Effective> removeMailbox(Database &database, const Caller &caller, qint64 service,
                                const QString &name, qint64 version);

} // namespace db
