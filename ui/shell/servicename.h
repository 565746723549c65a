// SPDX-License-Identifier: GPL-3.0-or-later
// What a mail service is called where several are told side by side.
#pragma once

#include "app/store/cache.h"

#include <QString>

namespace ui {

class Accounts;

// Another service, of this or of another account, has the same domain.
bool isDomainShared(const Accounts &accounts, const store::Cache &cache, const store::Scope &scope);
// Its domain; with its account where another service has the same one.
QString serviceName(const Accounts &accounts, const store::Cache &cache, const store::Scope &scope);
// Its account and its domain, also when the account is gone.
QString fullServiceName(const Accounts &accounts, const store::Cache &cache,
                        const store::Scope &scope);

} // namespace ui
