// SPDX-License-Identifier: GPL-3.0-or-later
// How values read: sizes, dates, rights, protocols. Translated; numbers and dates as the user's
// locale writes them.
#pragma once

#include "app/base/error.h"
#include "app/mail/access.h"
#include "app/mail/device.h"
#include "app/mail/dkimkey.h"
#include "app/mail/finding.h"
#include "app/mail/mailbox.h"
#include "app/mail/rights.h"
#include "app/mail/zone.h"
#include "app/store/journal.h"

#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <functional>

namespace model {

QString sizeText(qint64 bytes); // "12.3 MB"
// "just now", "5 minutes ago", "yesterday", "12 March"; empty when `at` is invalid.
QString relativeText(const QDateTime &at, const QDateTime &now);
QString exactText(const QDateTime &at); // for the tooltip: date and time with seconds
QString ttlText(int seconds);           // "1 hour", "90 seconds"
QString rightText(mail::Right right);   // "Send emails"
QString dkimStateText(mail::DkimState state);
QString dkimAlgorithmText(mail::DkimAlgorithm algorithm);
QString protocolsText(mail::Protocols protocols);
QString deviceTypeText(mail::DeviceType type);
QString deviceTypeIcon(mail::DeviceType type);
QString stateText(store::JournalEntry::State state);
// A value of the vocabulary as a person reads it. null: "not set" is the dash.
QString valueText(const QString &kind, const QString &field, const QJsonValue &value);

// Sentences that the edge makes (ui/shell) and models show. An empty function: the plain key or
// detail.
struct Phrases
{
    // "mailbox.note" -> "Note"; a single right is "access.rights.can_send_emails".
    std::function<QString(const QString &field)> field;
    std::function<QString(const Error &error)> error;
    std::function<QString(const mail::Finding &finding)> finding;
};

} // namespace model
