// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/servicename.h"

#include "ui/shell/accounts.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::ServiceName)
};

QString domainOf(const mail::Service &service)
{
    const QString domain = service.domainIdn.isEmpty() ? service.domain : service.domainIdn;
    return domain.isEmpty() ? service.name : domain;
}

} // namespace

bool isDomainShared(const Accounts &accounts, const store::Cache &cache, const store::Scope &scope)
{
    const auto service = cache.service(scope);
    int same = 0;
    for (const mail::Account &account : accounts.list())
        for (const mail::Service &other : cache.services(account.id))
            same += service && domainOf(other) == domainOf(*service) ? 1 : 0;
    return same > 1;
}

QString serviceName(const Accounts &accounts, const store::Cache &cache, const store::Scope &scope)
{
    const auto service = cache.service(scope);
    return !service || isDomainShared(accounts, cache, scope)
               ? fullServiceName(accounts, cache, scope)
               : domainOf(*service);
}

QString fullServiceName(const Accounts &accounts, const store::Cache &cache,
                        const store::Scope &scope)
{
    const auto account = accounts.account(scope.account);
    if (!account)
        return Words::tr("An account that was removed");
    const auto service = cache.service(scope);
    const QString domain = service ? domainOf(*service) : QString();
    if (domain.isEmpty() || domain == account->name)
        return account->name;
    return Words::tr("%1 · %2").arg(account->name, domain);
}

} // namespace ui
