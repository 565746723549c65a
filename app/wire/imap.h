// SPDX-License-Identifier: GPL-3.0-or-later
// A look into a mailbox by IMAP: does the login work, which folders, the newest message of a
// subject. Reads only; for diagnosis and for showing that mail came.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/wire/login.h"
#include "app/wire/transcript.h"

namespace wire {

// Logs in and lists the folders. With a `subject` (ASCII) also looks for the newest message of that
// subject in `folder`; none there: `message` stays empty, no error.
// Errors: as of Http; Unauthorized when the login is refused, code and words of the server.
Result<Probe> imapLogin(const Login &login, Progress &progress, Transcript *transcript = nullptr,
                        const QString &subject = {},
                        const QString &folder = QStringLiteral("INBOX"));

} // namespace wire
