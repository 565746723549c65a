// SPDX-License-Identifier: GPL-3.0-or-later
// What all of the daemon's long work is done with.
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "server/db/caller.h"
#include "server/db/database.h"
#include "server/host/host.h"
#include "server/work/world.h"

#include <functional>

namespace hostwork {

struct Tools
{
    db::Database &database;
    host::Host &host;
    const Clock &clock;
    World &world;
    // Returns when the zone of that name is served as the tables have it.
    std::function<Result<void>(const QString &zone)> publishZone;
    // What `dns` in the capabilities of the service says.
    std::function<Result<mail::DnsFacts>(qint64 service)> facts;
};

} // namespace hostwork
