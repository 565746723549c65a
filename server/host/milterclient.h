// SPDX-License-Identifier: GPL-3.0-or-later
// Postfix's side of the milter protocol, for one message: what a filter makes of it, learned from
// the very filter that works for Postfix.
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>

#include <chrono>

namespace host {

// The message (RFC 5322, CRLF), as if its sender had signed in and submitted it, with the header
// lines that the filter behind `socket` adds. Offline: no filter, or no answer in time; Limited: it
// wants the message later; Forbidden: it refuses; Protocol.
Result<QByteArray> throughMilter(const QString &socket, const QByteArray &message,
                                 std::chrono::milliseconds limit);

// Whether somebody listens there.
bool listensOn(const QString &socket);

} // namespace host
