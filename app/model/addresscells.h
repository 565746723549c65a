// SPDX-License-Identifier: GPL-3.0-or-later
// How an address reads in its row: columns are those of AddressModel.
#pragma once

#include "app/mail/change.h"
#include "app/mail/mailbox.h"
#include "app/model/roles.h"

#include <QDateTime>
#include <QVariant>

namespace model {

QString cellText(const mail::Mailbox &mailbox, int column, const QDateTime &now);
QString cellTip(const mail::Mailbox &mailbox, int column, const QDateTime &now);
QStringList cellIcons(const mail::Mailbox &mailbox, int column);
Tone cellTone(const mail::Mailbox &mailbox, int column);
QVariant cellSortValue(const mail::Mailbox &mailbox, int column);
// The field behind a column that a pending change may touch; empty: none.
QString cellField(int column);
bool touches(const mail::Change &change, int column);

} // namespace model
