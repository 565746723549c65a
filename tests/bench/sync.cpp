// SPDX-License-Identifier: GPL-3.0-or-later
// Loads all addresses of a service into a fresh cache, as the desktop does on its first visit.
//   sync URL DATA_DIRECTORY [CA_FILE] < token
// DATA_DIRECTORY becomes a desktop's data directory: cache.db and the settings with the account.
// Prints "SECONDS MAILBOXES".
#include "app/work/sync.h"
#include "app/backend/hostingapi.h"
#include "app/store/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>

#include <cstdio>
#include <exception>

int main(int argc, char **argv)
try {
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() < 3)
        return 2;
    QTextStream in(stdin);
    const Secret token(in.readLine().trimmed());
    const QDir data(arguments.at(2));
    data.mkpath(QStringLiteral("."));

    mail::Account account;
    account.id = QStringLiteral("bench");
    account.kind = mail::AccountKind::Server;
    account.name = QStringLiteral("Bench");
    account.url = arguments.at(1);
    account.caFile = arguments.value(3);
    store::Settings(data.filePath(QStringLiteral("mailwright.ini"))).setAccounts({account});

    store::Cache cache(data.filePath(QStringLiteral("cache.db")));
    if (const auto opened = cache.open(); !opened)
        return 1;
    backend::HostingApi backend(account, token);
    Progress progress;
    SystemClock clock;
    QElapsedTimer time;
    time.start();
    if (const auto known = work::syncAccount(backend, cache, progress); !known) {
        std::fprintf(stderr, "sync: %s\n", qUtf8Printable(known.error().detail));
        return 1;
    }
    int loaded = 0;
    for (const mail::Service &service : cache.services(account.id)) {
        const auto report = work::syncMailboxes(backend, cache, service.id, clock, progress);
        if (!report) {
            std::fprintf(stderr, "sync: %s\n", qUtf8Printable(report.error().detail));
            return 1;
        }
        loaded += report->loaded;
    }
    std::printf("%.3f %d\n", double(time.nsecsElapsed()) / 1e9, loaded);
    return 0;
} catch (const std::exception &e) {
    std::fprintf(stderr, "sync: %s\n", e.what());
    return 1;
}
