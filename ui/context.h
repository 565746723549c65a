// SPDX-License-Identifier: GPL-3.0-or-later
// What main.cpp made and everything in the window shares. References only; main.cpp owns them and
// outlives the window.
#pragma once

#include "app/base/clock.h"
#include "app/base/jobs.h"
#include "app/store/cache.h"
#include "app/store/journal.h"
#include "app/store/looks.h"
#include "app/store/secretstore.h"
#include "app/store/settings.h"
#include "app/work/look.h"

#include <functional>

namespace ui {

class Accounts;
class Actions;
class Messages;
class Navigator;
class Changes;

// How DNS is asked now, as the user chose, with the zones that a service tells of. On the UI
// thread; what it gives is called inside jobs.
using DnsChooser = std::function<work::MakeDns(const QList<mail::Capabilities> &)>;

struct Context
{
    Jobs &jobs;
    store::Cache &cache;
    store::Journal &journal;
    store::Looks &looks; // this computer's own, where the far side does not look (work/security.h)
    store::Settings &settings;
    store::SecretStore &secrets;
    const Clock &clock;
    Accounts &accounts; // backends by account id; connection state; refresh
    Changes &changes;   // apply at once, stage, review, undo: the one way from a page to a backend
    Navigator &navigator; // open pages and addresses, back and forward
    Messages &messages;   // one place to say errors and confirmations
    Actions &actions;     // every action by id: menus, shortcuts, palette
    DnsChooser dns;
};

} // namespace ui
