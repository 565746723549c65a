// SPDX-License-Identifier: GPL-3.0-or-later
// Handing in one message as a mail program does.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/wire/login.h"
#include "app/wire/transcript.h"

namespace wire {

struct Envelope
{
    QString sender; // of the envelope; empty = the null sender
    QStringList recipients;
};

// `message`: header and body with CRLF line ends (mime.h). An empty message only logs in and
// leaves. An empty login.user does not authenticate. Errors: as of Http; a refusal has the server's
// reply code in `code` ("535 5.7.8", "550 5.1.1") and its words in `detail`: Unauthorized (login),
// NotFound (no such address), Limited (4xx, 552), Forbidden (the rest of 5xx).
Result<void> smtpSend(const Login &login, const Envelope &envelope, const QByteArray &message,
                      Progress &progress, Transcript *transcript = nullptr);

} // namespace wire
