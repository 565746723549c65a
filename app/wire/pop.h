// SPDX-License-Identifier: GPL-3.0-or-later
// A look into a mailbox by POP3: does the login work, how many messages.
#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/wire/login.h"
#include "app/wire/transcript.h"

namespace wire {

// Errors: as of imapLogin().
Result<Probe> popLogin(const Login &login, Progress &progress, Transcript *transcript = nullptr);

} // namespace wire
