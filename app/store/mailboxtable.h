// SPDX-License-Identifier: GPL-3.0-or-later
// The table of addresses in the cache: its columns, the orders in which it is read, where traits
// are read, and how many rows are written quickly. For cache*.cpp only.
#pragma once

#include "app/mail/mailbox.h"
#include "app/store/database.h"
#include "app/store/traits.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <array>

namespace store {

// Where a trait is read: from `least` on it is there; "never" is -1.
struct TraitColumn
{
    const char *column;
    Trait trait;
    qint64 least;
};
inline constexpr std::array traitColumns{TraitColumn{"user_count", Trait::Users, 1},
                                         TraitColumn{"device_count", Trait::Devices, 1},
                                         TraitColumn{"has_redirection", Trait::Redirection, 1},
                                         TraitColumn{"has_auto_reply", Trait::AutoReply, 1},
                                         TraitColumn{"has_spam_filter", Trait::SpamFilter, 1},
                                         TraitColumn{"has_ad_filter", Trait::AdFilter, 1},
                                         TraitColumn{"is_limited", Trait::Limited, 1},
                                         TraitColumn{"imap_last_login", Trait::Imap, 0},
                                         TraitColumn{"pop3_last_login", Trait::Pop3, 0}};

// Of what people may sort by; another column is the address.
QString orderBy(const QString &column, bool descending);
// No index has that order: never for the first paint.
bool isUnindexed(const QString &column);
QStringList indexStatements(const QString &verb); // "CREATE", "DROP"

QStringList mailboxColumns();
// What is unknown in the new row keeps its old value.
QString mailboxUpsertTail();
// Placeholders of mailboxColumns(), for MailboxBinder.
QString mailboxMarks();

// Binds one mailbox after the other. Binding costs more than inserting here and a bound value stays
// bound, so that only what differs from the row before is bound again. By name, because Qt makes a
// name anew for each bound position.
class MailboxBinder
{
public:
    explicit MailboxBinder(QSqlQuery &query);
    void bind(const mail::Mailbox &m);

private:
    void put(int at, QVariant value);

    QSqlQuery &m_query;
    QStringList m_marks;
    bool m_isFirst = true;
    QVariantList m_last;
};

// Counting 100,000 rows takes longer than painting a window, so it is done where they are written
// and not where the window asks.
Result<void> stateScope(const QSqlDatabase &db, qint64 scope, const QDateTime &at, qint64 sequence,
                        qint64 activity);
Result<void> recount(const QSqlDatabase &db, qint64 scope);

} // namespace store
