// SPDX-License-Identifier: GPL-3.0-or-later
// The zones that a private host makes by itself, so that its domain can be tried as in the world.
#pragma once

#include "app/base/result.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/host/host.h"

// Each domain that never had a zone gets one with what mail needs; SRV records that lead to a port
// of yesterday lead to today's. Does nothing where no zones are served.
Result<void> keepHomeZones(db::Database &database, host::Host &host, const db::Caller &caller);
